import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, "..", "..");
export const work = join(root, "artifacts", "schema-judges");

const schemas = join(root, "src", "KejiDomain", "Schema");

export const schemaPath = join(schemas, "keji-domain-1.0.schema.json");
export const openSchema = json(schemaPath);
export const closedSchema = json(join(schemas, "keji-domain-1.0.closed.schema.json"));

export function json(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

export function filesOf(folder, ending) {
  return readdirSync(join(root, folder)).filter((f) => f.endsWith(ending)).sort().map((f) => join(root, folder, f));
}

// A table with a header row, as objects.
export function table(path) {
  const [header, ...rows] = readFileSync(path, "utf8").trimEnd().split("\n").map((l) => l.split("\t"));
  return rows.map((cells) => Object.fromEntries(header.map((h, i) => [h, cells[i]])));
}
