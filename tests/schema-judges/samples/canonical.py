import json, sys

class Digits(str):
    """A number as the file writes it."""

def canonical(text, schema):
    def write(value, form, indent):
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, Digits):
            return str(value)
        if isinstance(value, str):
            return quote(value)
        form, inner = form_of(value, form), indent + "  "
        if isinstance(value, list):
            return "[\n" + ",\n".join(inner + write(bare(item), form["items"], inner) for item in value) + "\n" + indent + "]"
        members = form.get("properties")
        names = [name for name in members if name in value] if members else sorted(value)
        lines = (f"{inner}{quote(name)}: {member(value[name], members[name] if members else form['additionalProperties'], inner)}" for name in names)
        return "{\n" + ",\n".join(lines) + "\n" + indent + "}"

    def member(value, form, indent):
        is_one_or_many = any(choice.get("type") == "array" for choice in form.get("anyOf", []))
        return write(value[0] if is_one_or_many and isinstance(value, list) and len(value) == 1 else value, form, indent)

    def bare(item):
        if not isinstance(item, dict) or list(item) != ["cite"]:
            return item
        cites = item["cite"] if isinstance(item["cite"], list) else [item["cite"]]
        return cites[0] if len(cites) == 1 else item

    def form_of(value, form):
        if "$ref" in form:
            return form_of(value, schema["$defs"][form["$ref"].removeprefix("#/$defs/")])
        kind = "array" if isinstance(value, list) else "object"
        choices = [form_of(value, choice) for choice in form.get("anyOf", [form])] if "anyOf" in form else [form]
        return next((c for c in choices if c.get("type") == kind and all(name in value for name in c.get("required", []))), form)

    return write(json.loads(text, parse_int=Digits, parse_float=Digits), schema, "") + "\n"

def quote(text):
    return json.dumps(text, ensure_ascii=False)

schema_path, *paths = sys.argv[1:]
with open(schema_path, encoding="utf-8") as file:
    schema = json.load(file)
for path in paths:
    with open(path, encoding="utf-8") as file:
        sys.stdout.buffer.write(canonical(file.read(), schema).encode())
