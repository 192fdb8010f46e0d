// Documents that are valid or have one thing wrong: every definition and property of the schema, changed in every way that a form can
// be wrong, and changes at places of the seeds that a fixed sequence chooses. The same schema and seeds always give the same cases.
import { filesOf, json, openSchema } from "./files.mjs";
import { basename } from "node:path";

const rootName = "PolicyDataset";
const definition = (name) => (name === rootName ? openSchema : openSchema.$defs[name]);
const nameOf = (ref) => ref.slice("#/$defs/".length);
const example = (schema) => structuredClone(schema.examples[0]);

// Raw JSON that JSON.stringify would not write stands for a text that nothing else holds.
const raws = ["1.0", "1e2", "-0", "0.0", "12345678901234567890123456789", "123456789012345678901234567890", "1e400", '"\\ud800"', '"a\\u0000b"'];
const raw = (index) => `@@raw${index}@@`;
const write = (value) => JSON.stringify(value).replace(/"@@raw(\d+)@@"/g, (_, i) => raws[i]);
const shown = (value) => write(value).replace(/(.{60}).+/u, "$1...");

/** Where a record of each kind can stand: the member of the record around it, and whether in a list. */
function homes() {
  const found = new Map([[rootName, null]]);
  const queue = [rootName];
  for (const name of queue) {
    const { properties = {}, anyOf = [] } = definition(name);
    const uses = Object.entries(properties).flatMap(([member, schema]) => targets(schema).map((t) => ({ ...t, name, member })));
    uses.push(...anyOf.filter((a) => a.$ref).map((a) => ({ target: nameOf(a.$ref), name, isList: false })));
    for (const use of uses) {
      if (!found.has(use.target)) {
        found.set(use.target, use);
        queue.push(use.target);
      }
    }
  }
  return found;
}

function targets(schema) {
  if (schema.$ref) return [{ target: nameOf(schema.$ref), isList: false }];
  if (schema.anyOf) return schema.anyOf.flatMap(targets);
  return schema.type === "array" ? targets(schema.items).map((t) => ({ ...t, isList: true })) : [];
}

const home = homes();

/** A whole document in which a value of a kind stands, everything around it as short as its examples. */
function documentWith(name, value) {
  const around = home.get(name);
  if (around === undefined) return undefined;
  if (around === null) return value;
  if (around.member === undefined) return documentWith(around.name, value);
  return documentWith(around.name, { ...example(definition(around.name)), [around.member]: around.isList ? [value] : value });
}

function* everyKind() {
  yield* ["a", "", "x y", true, false, 0, -1, 1.5, 2147483647, 2147483648, null, [], {}, [null], [[]], [{}], { unknown: 1 }, "410600", "2022"];
}

function* textsLike(text) {
  yield* [text + "\n", text + " ", " " + text, text + "-", text.toUpperCase(), text.toLowerCase(), text.slice(0, -1), text + text, "a--b", "-a", "1a", "a-1",
    "a".repeat(64), "a".repeat(65), "a".repeat(201), "𠮷", "Ａ", "a\u200b", "a/b", "a:b", "a\\b", ".", "..", "...", "..a", "000000", "010000", "2022-13", "2022-00",
    "2022-02-30", "2022-02-3X", "XXXX-01-02T09:30", "2022-XX-XX", "XXXX", "XXXX-3X", "0000", "2022-Q5", "2022-Q1", "2022-S2?", "2022/", "/2022", "/", "..", "../..", "2022/..", "2023/2022", "2022/2022", "0000/2022",
    "{2014}", "{2014,2017}", "R/P1Y", "R/P0Y", "2022-01-02T24:00", "2022-01-02T23:59:60", "2022-01-02T09:30", "s1#char=5,5", "s1#char=5,4", "s1#char=05,6", "s1#char=1,2",
    "s1#char=999999999,1000000000", "s1#CHAR=1,2", "s1#char=1", "a".repeat(65) + "#char=1,2", "a.0.b", "a.00", "0.a", "a.1234567", "a..b", "1.0", "1.1", "2.0", "1.01", "01.0", "0.9",
    "f".repeat(64), "F".repeat(64), "𠮷".repeat(200), raw(7), raw(8)];
}

function* plainTexts() {
  yield* [" ", "\n", "𠮷", "\u2028", "字".repeat(1000), raw(7), raw(8)];
}

function* numbers() {
  yield* [0, 1, 16, 17, 2147483647, 2147483648, -1, -0.5, 0.1, 1e-7, 123456789.123456789, ...raws.slice(0, 7).map((_, i) => raw(i))];
}

export function* cases() {
  const texts = new Set();
  for (const [name] of home) {
    const schema = definition(name);
    yield { name: `${name} as it is`, text: write(documentWith(name, example(schema))) };
    for (const value of everyKind()) {
      yield { name: `${name} := ${shown(value)}`, text: write(documentWith(name, value)) };
    }

    if (typeof example(schema) === "string" && !texts.has(name)) {
      texts.add(name);
      for (const value of textsLike(example(schema))) {
        yield { name: `${name} := ${shown(value)}`, text: write(documentWith(name, value)) };
      }
    }

    for (const [member, property] of Object.entries(schema.properties ?? {})) {
      const whole = example(schema);
      const put = (what, record) => ({ name: `${name}.${member} ${what}`, text: write(documentWith(name, record)) });
      const value = example(property);
      const { [member]: _, ...without } = whole;
      yield put("as it is", { ...whole, [member]: value });
      yield put("dropped", without);
      yield put("renamed", { ...without, [member + "X"]: value });
      yield put("in capitals", { ...without, [member.toUpperCase()]: value });
      yield put("as a list", { ...whole, [member]: [value] });
      if (Array.isArray(value)) {
        yield put("without its list", { ...whole, [member]: value[0] });
        yield put("with null", { ...whole, [member]: [...value, null] });
        yield put("with its items twice", { ...whole, [member]: [...value, ...value] });
      }
      for (const other of everyKind()) {
        yield put(`:= ${shown(other)}`, { ...whole, [member]: other });
      }
      if (property.type === "number" || property.type === "integer") {
        for (const other of numbers()) {
          yield put(`:= ${shown(other)}`, { ...whole, [member]: other });
        }
      }
      if (property.type === "string") {
        for (const other of plainTexts()) {
          yield put(`:= ${shown(other)}`, { ...whole, [member]: other });
        }
      }
    }
  }

  yield* dimensions();
  for (const value of [{ post: "mayor", group: "同志们" }, { group: "同志们", post: "mayor", title: "市长" }, { title: "市长" }, { post: "mayor", count: {} }, { group: ["同志们"] }]) {
    yield { name: `Party := ${shown(value)}`, text: write(documentWith("Party", value)) };
  }

  for (const seed of filesOf("seeds", ".json")) {
    yield* changes(basename(seed), json(seed), 30);
  }
}

function* dimensions() {
  for (const [key, value] of [["flow", "new"], ["flow", ["new"]], ["flow", []], ["flow", null], ["flow", [["new"]]], ["Flow", "new"], ["a b", "new"], ["", "new"], ["a".repeat(65), "new"],
    ["later-dimension", "later-code"], ["flow", "New"], ["flow", 1]]) {
    yield { name: `SeriesDimensions := ${shown({ [key]: value })}`, text: write(documentWith("SeriesDimensions", { [key]: value })) };
  }
}

// A linear congruential sequence: no randomness, but no pattern of ours either.
function* changes(name, dataset, count) {
  const places = [];
  collect(dataset, [], places);
  let state = 20260101;
  const next = (bound) => (state = (state * 1103515245 + 12345) % 2147483648) % bound;
  const kinds = [...everyKind()];
  for (let i = 0; i < count; i++) {
    const path = places[next(places.length)];
    const copy = structuredClone(dataset);
    const parent = path.slice(0, -1).reduce((node, key) => node[key], copy);
    const key = path.at(-1);
    const what = next(4);
    if (what === 0) {
      if (Array.isArray(parent)) parent.splice(key, 1);
      else delete parent[key];
    } else if (what === 1 && !Array.isArray(parent)) {
      parent["later"] = parent[key];
    } else {
      parent[key] = kinds[next(kinds.length)];
    }
    yield { name: `${name} ${path.join(".")} change ${i}`, text: write(copy) };
  }
}

function collect(node, path, places) {
  for (const [key, value] of Object.entries(node)) {
    places.push([...path, Array.isArray(node) ? Number(key) : key]);
    if (typeof value === "object") collect(value, places.at(-1), places);
  }
}
