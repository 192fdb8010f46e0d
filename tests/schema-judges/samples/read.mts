import { readFileSync } from "node:fs";
import type { PolicyDataset } from "./keji-domain.js";

for (const path of process.argv.slice(2)) {
  const dataset: PolicyDataset = JSON.parse(readFileSync(path, "utf8"));
  const observations = (dataset.series ?? []).flatMap((s) => s.observations.map((o) => ({ indicator: s.indicator, ...o })));
  const printed = observations.flatMap((o) => (o.measure?.amount === undefined ? [] : [`${o.indicator} ${o.period ?? "?"} ${o.measure.printed ?? ""}`]));
  console.log([dataset.title.zh, observations.length, ...printed].join("; "));
}
