import json, sys

def span(text, citation):
    start, end = (int(n) for n in citation.split("#char=")[1].split(","))
    return text[start:end] if end <= len(text) else None

path, *citations = sys.argv[1:]
with open(path, encoding="utf-8-sig", newline="") as file:
    text = file.read()
for citation in citations:
    print(json.dumps(span(text, citation), ensure_ascii=False))
