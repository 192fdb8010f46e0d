import { readFileSync } from "node:fs";

export function span(text, citation) {
  const [start, end] = citation.split("#char=")[1].split(",").map(Number);
  const points = [...text.replace(/^\uFEFF/, "")];
  return end <= points.length ? points.slice(start, end).join("") : undefined;
}

const [path, ...citations] = process.argv.slice(2);
for (const citation of citations) {
  console.log(JSON.stringify(span(readFileSync(path, "utf8"), citation) ?? null));
}
