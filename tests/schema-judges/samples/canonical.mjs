import { readFileSync } from "node:fs";

export function canonical(text, schema) {
  // A number keeps its digits: it becomes an object that holds them.
  const marked = text.replace(/("(?:[^"\\]|\\.)*")|-?[0-9][0-9.]*/g, (token, string) => string ?? `{"digits":"${token}"}`);
  return write(JSON.parse(marked), schema, "") + "\n";

  function write(value, form, indent) {
    if (typeof value === "boolean") return String(value);
    if (typeof value === "string") return JSON.stringify(value);
    if ("digits" in value) return value.digits;
    form = formOf(value, form);
    const inner = indent + "  ";
    if (Array.isArray(value)) {
      return `[\n${value.map((item) => inner + write(bare(item), form.items, inner)).join(",\n")}\n${indent}]`;
    }
    const names = form.properties ? Object.keys(form.properties).filter((name) => name in value) : Object.keys(value).sort();
    return `{\n${names.map((name) => `${inner}${JSON.stringify(name)}: ${member(value[name], form.properties?.[name] ?? form.additionalProperties, inner)}`).join(",\n")}\n${indent}}`;
  }

  function member(value, form, indent) {
    const isOneOrMany = form.anyOf?.some((choice) => choice.type === "array");
    return write(isOneOrMany && Array.isArray(value) && value.length === 1 ? value[0] : value, form, indent);
  }

  function bare(item) {
    const cites = [item.cite ?? []].flat();
    return Object.keys(item).join() === "cite" && cites.length === 1 ? cites[0] : item;
  }

  function formOf(value, form) {
    if (form.$ref) return formOf(value, schema.$defs[form.$ref.slice("#/$defs/".length)]);
    const choices = form.anyOf?.map((choice) => formOf(value, choice)) ?? [form];
    return choices.find((c) => (Array.isArray(value) ? c.type === "array" : c.type === "object" && (c.required ?? []).every((name) => name in value))) ?? form;
  }
}

const [schemaPath, ...paths] = process.argv.slice(2);
for (const path of paths) {
  process.stdout.write(canonical(readFileSync(path, "utf8"), JSON.parse(readFileSync(schemaPath, "utf8"))));
}
