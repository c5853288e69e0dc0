"""Independent judge of an export: Python's own json and csv modules, and its own idea of a character.

Usage: python3 judge-datasets.py FOLDER. Exit code 0 and a count of spans when every span of every file
stands where it says, 1 and a sentence when one does not.
"""

import csv
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
        return list(csv.DictReader(file, strict=True))


def judge_csv(folder, unit):
    texts = {row["article_id"]: row["text"] for row in rows(folder / "articles.csv")}
    spans = rows(folder / "spans.csv")
    for row in spans:
        judge_span(texts[row["article_id"]], unit, int(row["start"]), int(row["end"]), row["text"])
    for name in ("relations.csv", "sources.csv"):
        if any(None in row or None in row.values() for row in rows(folder / name)):
            raise ValueError(f"a row of {name} has another number of cells than its head")
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
