// The TypeScript types of the schema compile under --strict, a program reads seeds with them without a cast, and every seed, written
// as a literal, has the type: what TypeScript would refuse in one is shown as an error of the compiler.
import { compile } from "json-schema-to-typescript";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesOf, here, openSchema, work } from "./files.mjs";

const folder = join(work, "typescript");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// Lists as T[] rather than as tuples of one or more; and no index signatures, which would let every misspelt member through.
const types = await compile(structuredClone(openSchema), "PolicyDataset", { additionalProperties: false, ignoreMinAndMaxItems: true, format: false, bannerComment: "" });
writeFileSync(join(folder, "keji-domain.d.ts"), types);
copyFileSync(join(here, "samples", "read.mts"), join(folder, "read.mts"));
for (const seed of filesOf("seeds", ".json")) {
  const name = basename(seed, ".json");
  writeFileSync(join(folder, `${name}.mts`), `import type { PolicyDataset } from "./keji-domain.js";\nexport const dataset: PolicyDataset = ${readFileSync(seed, "utf8").trimEnd()};\n`);
}
writeFileSync(join(folder, "wrong.mts"), `import type { PolicyDataset } from "./keji-domain.js";\n// @ts-expect-error A member of the wrong type.\nexport const a: PolicyDataset["sources"] = [{ id: 1 }];\n// @ts-expect-error A literal outside a closed set.\nexport const b: NonNullable<PolicyDataset["evidence"]> = [{ basis: "guessed" }];\n// @ts-expect-error A misspelt member.\nexport const c: NonNullable<PolicyDataset["evidence"]> = [{ cites: "s1#char=1,2" }];\n`);
writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({
  compilerOptions: { strict: true, target: "es2022", module: "nodenext", exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: true, types: ["node"], outDir: "out" },
  include: ["*.mts", "*.d.ts"],
}));
symlinkSync(join(here, "node_modules"), join(folder, "node_modules"), "dir");

const lines = readFileSync(join(folder, "read.mts"), "utf8").trimEnd().split("\n").length;
const exported = [...types.matchAll(/^export (?:interface|type) (\w+)/gm)].map((m) => m[1]);
const odd = exported.filter((n) => exported.includes(n.replace(/\d+$/, "")) && /\d$/.test(n));
run("node", [join(here, "node_modules", "typescript", "bin", "tsc"), "-p", folder]);
run("node", [join(folder, "out", "read.mjs"), ...filesOf("seeds", ".json")]);
console.log(`${exported.length} types, ${odd.length} numbered names${odd.length ? ": " + odd.slice(0, 10).join(", ") : ""}; the program has ${lines} lines`);
process.exitCode = lines <= 10 && odd.length === 0 ? 0 : 1;

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) {
    process.exit(1);
  }
}
