import json, sys
from decimal import Decimal

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        dataset = json.load(file, parse_float=Decimal, parse_int=Decimal)
    observations = [(s["indicator"], o) for s in dataset.get("series", []) for o in s["observations"]]
    printed = [f"{indicator} {o.get('period', '?')} {o['measure'].get('printed', '')}" for indicator, o in observations if "amount" in o.get("measure", {})]
    print(dataset["title"]["zh"], len(observations), *printed, sep="; ")
