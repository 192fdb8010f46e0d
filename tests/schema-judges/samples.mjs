// The samples of the format's README, run: JavaScript, Python and our own tool give the same.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesOf, here, json, root, schemaPath, table, work } from "./files.mjs";

const folder = join(work, "samples");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const fixtures = join(root, "tests", "KejiDomain.Tests", "Fixtures");
const sample = (name) => join(here, "samples", name);
const python = process.env.PYTHON ?? "python3";
let failures = 0;

reading();
spans();
canonicalForm();
patterns();
process.exitCode = failures === 0 ? 0 : 1;

function reading() {
  const seeds = filesOf("seeds", ".json");
  const typescript = run("node", [join(work, "typescript", "out", "read.mjs"), ...seeds]);
  expect("read.py and read.mts print the same", run(python, [sample("read.py"), ...seeds]), typescript);
  expect("a line for each seed", typescript.trimEnd().split("\n").length, seeds.length);
}

function spans() {
  const text = join(fixtures, "texts", "fixture.txt");
  const observations = json(join(fixtures, "issues", "valid.json")).series.flatMap((series) => series.observations);
  const cited = observations.filter((o) => o.measure?.printed !== undefined && typeof o.evidence[0] === "string");
  const citations = ["s1#char=9,15", "s1#char=15,16", "s1#char=0,999", ...cited.map((o) => o.evidence[0])];
  const javascript = run("node", [sample("span.mjs"), text, ...citations]);
  expect("span.py and span.mjs print the same", run(python, [sample("span.py"), text, ...citations]), javascript);
  const found = javascript.trimEnd().split("\n").map((l) => JSON.parse(l));
  expect("spans behind characters outside the basic plane", found.slice(0, 3).join(" "), ["𠮷林市科技局", "😀", null].join(" "));
  expect("what is printed is in its span", cited.every((o, i) => found[i + 3].includes(o.measure.printed)) && cited.length > 2, true);
}

function canonicalForm() {
  const odd = join(folder, "odd.json");
  const valid = readFileSync(join(fixtures, "issues", "valid.json"), "utf8");
  writeFileSync(odd, valid.replace('"A fixture"', String.raw`"\u007f \u2028 \u0001 \b\/ \" \\ \ud83d\ude00 \u3000 A fixture"`).replace("7.44,", "7.440,").replace('"s1#char=0,8"', '{"cite":["s1#char=0,8"]}'));
  expect("the odd file is odd", readFileSync(odd, "utf8") !== valid && readFileSync(odd, "utf8").includes("7.440"), true);
  for (const file of [...filesOf("seeds", ".json"), odd]) {
    const shuffled = join(folder, "shuffled-" + basename(file));
    const formatted = join(folder, "formatted-" + basename(file));
    writeFileSync(shuffled, shuffle(readFileSync(file, "utf8")));
    copyFileSync(shuffled, formatted);
    keji("fmt", formatted);
    const expected = readFileSync(formatted, "utf8");
    expect(`${basename(file)} was shuffled`, readFileSync(shuffled, "utf8") !== expected, true);
    if (file !== odd) expect(`keji fmt brings ${basename(file)} back`, expected, readFileSync(file, "utf8"));
    expect(`canonical.mjs of ${basename(file)}`, run("node", [sample("canonical.mjs"), schemaPath, shuffled]), expected);
    expect(`canonical.py of ${basename(file)}`, run(python, [sample("canonical.py"), schemaPath, shuffled]), expected);
  }
}

// The same data: members in the reverse order, on one line, all beyond ASCII escaped; the digits of numbers stay.
function shuffle(text) {
  const digits = [];
  const marked = text.replace(/("(?:[^"\\]|\\.)*")|-?[0-9][0-9.]*/g, (token, string) => string ?? `"@@${digits.push(token) - 1}@@"`);
  const turned = JSON.stringify(JSON.parse(marked, (_, v) => (v && typeof v === "object" && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).reverse()) : v)));
  return turned.replace(/[\u0080-\uffff]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0")).replace(/"@@(\d+)@@"/g, (_, i) => digits[i]);
}

// What .NET finds of every pattern is committed; here the other two must find the same. In Python `$` also stands before a final line
// feed: a pattern of the schema is meant for the whole text, so fullmatch.
function patterns() {
  const rows = table(join(root, "tests", "KejiDomain.Tests", "Schema", "PatternTests.Every_pattern_means_the_same_everywhere.verified.txt"));
  const { $defs } = json(schemaPath);
  const javascript = rows.map((r) => new RegExp($defs[r.definition].pattern ?? $defs[r.definition].anyOf.at(-1).pattern, "u").test(JSON.parse(r.text)));
  expect("patterns in JavaScript", differing(javascript), "");
  const script = "import json,re,sys\nd=json.load(open(sys.argv[1],encoding='utf-8'))['$defs']\nfor r in json.load(sys.stdin):\n    s=d[r['definition']]\n    p=s.get('pattern') or s['anyOf'][-1]['pattern']\n    print(1 if re.fullmatch(p,json.loads(r['text'])) else 0)";
  const found = spawnSync(python, ["-c", script, schemaPath], { input: JSON.stringify(rows), encoding: "utf8" });
  expect("patterns in Python", differing(found.stdout.trimEnd().split("\n").map((l) => l === "1")), "");
  expect("many patterns were tried", rows.length > 500, true);

  function differing(results) {
    return rows.filter((r, i) => (r.matches === "yes") !== results[i] || results.length !== rows.length).map((r) => `${r.definition} ${r.text}`).join("\n");
  }
}

function keji(...args) {
  const [command, ...before] = (process.env.KEJI ?? `dotnet run --no-build --project ${join(root, "src", "KejiDomain.Tool")} --`).split(" ");
  return run(command, [...before, ...args]);
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) {
    console.error(`${command} ${args.slice(0, 2).join(" ")}: ${stderr || error}`);
    failures++;
  }
  return stdout;
}

function expect(what, actual, expected) {
  if (actual !== expected) {
    failures++;
    console.error(`${what}: not so\n  expected ${String(expected).slice(0, 300)}\n  found    ${String(actual).slice(0, 300)}`);
  } else {
    console.log(`ok  ${what}`);
  }
}
