// Two judges beside our reader, over the seeds, the fixtures and the cases: what strict reading refuses for its form, the closed schema
// refuses, and the reverse. What a schema cannot tell is in exceptions.tsv, and every row of it must be needed.
import { Ajv2020 } from "ajv/dist/2020.js";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { cases } from "./cases.mjs";
import { closedSchema, filesOf, here, openSchema, root, table, work } from "./files.mjs";

const folder = join(work, "cases");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const documents = new Map();
for (const file of [...filesOf("seeds", ".json"), ...filesOf("tests/KejiDomain.Tests/Fixtures/issues", ".json").filter((f) => !f.endsWith(".issues.json"))]) {
  add(basename(file), readFileSync(file));
}
const given = documents.size;
const seen = new Set();
for (const { name, text } of cases()) {
  if (!seen.has(text)) {
    seen.add(text);
    add(name, Buffer.from(text));
  }
}
const mutations = documents.size - given;

function add(name, bytes) {
  const file = join(folder, `${String(documents.size).padStart(5, "0")}.json`);
  writeFileSync(file, bytes);
  documents.set(file, { name, bytes });
}

// What reading says: codes 1xxx and 2xxx; the rules that come after it are no concern of a schema.
const [command, ...before] = (process.env.KEJI ?? `dotnet run --no-build --project ${join(root, "src", "KejiDomain.Tool")} --`).split(" ");
const checked = spawnSync(command, [...before, "check", "--format", "json", folder], { encoding: "utf8", maxBuffer: 1 << 30 });
if (checked.status !== 1) {
  console.error(checked.stderr || checked.error);
  process.exit(2);
}
for (const { path, issues } of JSON.parse(checked.stdout).files) {
  documents.get(path).refused = issues.filter((i) => i.severity === "error" && /^KD[12]/.test(i.code)).map((i) => i.code);
}

const strict = () => addFormats.default(new Ajv2020({ strict: true, allErrors: false }));
const draft7 = (schema) => JSON.parse(JSON.stringify({ ...schema, $schema: "http://json-schema.org/draft-07/schema#" }).replaceAll("$defs", "definitions"));
registerSchema(closedSchema);
registerSchema(openSchema);
const hyperjump = async (schema) => {
  const check = await validate(schema.$id);
  return (value) => check(value).valid;
};
const closedJudges = {
  ajv: strict().compile(closedSchema),
  hyperjump: await hyperjump(closedSchema),
  "ajv (draft-07)": addFormats.default(new Ajv({ strict: true })).compile(draft7(closedSchema)),
};
const openJudges = { ajv: strict().compile(openSchema), hyperjump: await hyperjump(openSchema) };

const exceptions = table(join(here, "exceptions.tsv")).map((row) => ({ ...row, used: 0, pattern: new RegExp(row.case, "u") }));
const problems = [];
const counts = { valid: 0, refused: 0, excepted: 0 };
const utf8 = new TextDecoder("utf-8", { fatal: true });
for (const { name, bytes, refused } of documents.values()) {
  const value = parse(bytes);
  const verdicts = Object.entries(closedJudges).map(([judge, check]) => [judge, value !== undefined && check(value.json)]);
  const isValid = refused.length === 0;
  const excuse = exceptions.find((e) => refused.length > 0 && refused.every((code) => code === e.code) && e.pattern.test(name));
  for (const [judge, verdict] of verdicts.filter(([, v]) => v !== isValid)) {
    if (verdict && excuse) excuse.used++;
    else problems.push(`${name}: reading says ${isValid ? "valid" : refused.join(" ")}, ${judge} says ${verdict ? "valid" : "invalid"} of the closed schema`);
  }
  counts[isValid ? "valid" : verdicts[0][1] ? "excepted" : "refused"]++;

  // Open: all that reading accepts, and members of a newer version.
  if (isValid || (refused.every((code) => code === "KD1006") && verdicts.every(([, v]) => !v))) {
    for (const [judge, check] of Object.entries(openJudges)) {
      if (!check(value.json)) problems.push(`${name}: ${judge} refuses it by the open schema`);
    }
  }
}

function parse(bytes) {
  try {
    return { json: JSON.parse(utf8.decode(bytes)) };
  } catch {
    return undefined;
  }
}

problems.push(...exceptions.filter((e) => e.used === 0).map((e) => `exceptions.tsv: ${e.code} ${e.case} is not needed`));
if (mutations < 500) problems.push(`only ${mutations} cases`);
if (Math.min(counts.valid, counts.refused) < 200) problems.push(`lopsided: ${JSON.stringify(counts)}`);
problems.slice(0, Number(process.env.PROBLEMS ?? 60)).forEach((p) => console.error(p));
console.log(`${given} files and ${mutations} cases: ${counts.valid} valid, ${counts.refused} refused by all, ${counts.excepted} refused by reading alone; ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
