"""Independent judge of a dataset or tables: Python's own json and csv modules, and its own idea of a character.

Usage: python3 judge-datasets.py FOLDER. Exit code 0 and a count of spans when every span of every file
stands where it says, 1 and a sentence when one does not.
"""

import csv
import datetime
import decimal
import hashlib
import json
import pathlib
import sys


def units(text, unit):
    """The text as a sequence that `unit` counts: code points, or UTF-16 code units."""
    if unit == "codepoint":
        return text
    encoded = text.encode("utf-16-le")
    return [encoded[index : index + 2] for index in range(0, len(encoded), 2)]


def piece(text, unit, start, end):
    part = units(text, unit)[start:end]
    return part if unit == "codepoint" else b"".join(part).decode("utf-16-le")


def judge_span(text, unit, start, end, words):
    if not 0 <= start < end <= len(units(text, unit)):
        raise ValueError(f"span {start} to {end} is outside the text")
    found = piece(text, unit, start, end)
    if found != words:
        raise ValueError(f"at {start} to {end} stands {found!r} instead of {words!r}")


def judge_jsonl(folder):
    spans = 0
    # str.splitlines breaks at every line break of Unicode: an unescaped one would show here.
    lines = (folder / "articles.jsonl").read_bytes().decode("utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    if [article["id"] for article in articles] != sorted(article["id"] for article in articles):
        raise ValueError("articles are not ordered by id")
    known = {
        (article["id"], annotation["id"]) for article in articles for annotation in article["annotations"]
    }
    for article in articles:
        for annotation in article["annotations"]:
            for span in annotation["spans"]:
                judge_span(
                    article["text"], article["offset_unit"], span["start"], span["end"], span["text"]
                )
                spans += 1
        for relation in article["relations"]:
            for end in (relation["from"], relation["to"]):
                if (end["article"], end["annotation"]) not in known:
                    raise ValueError(f"relation {relation['id']} points at nothing")
    return spans


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, strict=True))
    if any(None in row or None in row.values() for row in table):
        raise ValueError(f"a row of {path.name} has another number of cells than its head")
    return table


def truth(word):
    return {"true": True, "false": False}[word]


def listed(kind):
    def read(word):
        value = json.loads(word)
        if not isinstance(value, kind):
            raise ValueError(f"{word!r} is no {kind.__name__}")
        return value

    return read


CASTS = {
    "string": str,
    "integer": int,
    "number": decimal.Decimal,
    "boolean": truth,
    "datetime": lambda word: datetime.datetime.fromisoformat(word.replace("Z", "+00:00")),
    "object": listed(dict),
    "array": listed(list),
}


def judge_rows(resource, table):
    """Every cell is of the type that the description gives it, and no key stands twice."""
    schema = resource["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    if table and list(table[0]) != list(fields):
        raise ValueError(f"{resource['path']} has other columns than datapackage.json says")
    for row in table:
        for name, word in row.items():
            if word in schema["missingValues"]:
                if fields[name].get("constraints", {}).get("required"):
                    raise ValueError(f"{name} of {resource['path']} is empty")
                continue
            try:
                CASTS[fields[name]["type"]](word)
            except (ValueError, KeyError, decimal.InvalidOperation) as error:
                raise ValueError(
                    f"{word!r} in {name} of {resource['path']} is no {fields[name]['type']}"
                ) from error
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in table]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key of {resource['path']} stands twice")


def judge_package(folder):
    """The tables are what datapackage.json (Frictionless data, Table Schema) says of them."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    tables = {name: rows(folder / resource["path"]) for name, resource in resources.items()}
    for name, resource in resources.items():
        judge_rows(resource, tables[name])
        for key in resource["schema"].get("foreignKeys", []):
            reference = key["reference"]
            theirs = {
                tuple(row[field] for field in reference["fields"])
                for row in tables[reference["resource"]]
            }
            for row in tables[name]:
                if tuple(row[field] for field in key["fields"]) not in theirs:
                    raise ValueError(f"{key['fields']} of a row of {resource['path']} points at nothing")
    return package


def judge_csv(folder, unit):
    package = judge_package(folder)
    if package["offset_unit"] != unit:
        raise ValueError("datapackage.json names another offset unit than the manifest")
    texts = {row["article_id"]: row["text"] for row in rows(folder / "articles.csv")}
    spans = rows(folder / "spans.csv")
    for row in spans:
        judge_span(texts[row["article_id"]], unit, int(row["start"]), int(row["end"]), row["text"])
    return len(spans)


def judge(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for file in manifest["files"]:
        content = (folder / file["name"]).read_bytes()
        if len(content) != file["bytes"] or hashlib.sha256(content).hexdigest() != file["sha256"]:
            raise ValueError(f"{file['name']} is not what the manifest says")
    if manifest["format"] == "jsonl":
        spans = judge_jsonl(folder)
    else:
        spans = judge_csv(folder, manifest["offset_unit"])
    if spans != manifest["counts"]["spans"]:
        raise ValueError(f"{spans} spans, but the manifest counts {manifest['counts']['spans']}")
    return spans


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1])))
    except ValueError as error:
        sys.exit(str(error))
