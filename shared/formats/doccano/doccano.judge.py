"""Independent judge of an export for doccano, with Python's json only.

Usage: python3 doccano.judge.py FOLDER DATASET UNIT, where UNIT is utf16 (as doccano's window counts) or codepoint. It
applies doccano's own rules for JSONL (a text that is not empty, start before end, labels that are not empty, relations
between entities of the line) and compares what it finds with the dataset (`--format jsonl`, code points) of the same
project. Exit code 0 and a count of entities when everything agrees, 1 and a sentence when something does not.
"""

import json
import pathlib
import sys

CONTINUES = "continues (one annotation)"


def piece(text, unit, start, end):
    """What stands between two offsets."""
    if unit == "codepoint":
        return text[start:end]
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def read_line(line, unit, seen):
    """Annotations and relations of a line: who, what, and the words of each part."""
    if not line["text"]:
        raise ValueError("doccano refuses a line without text")
    if line["offset_unit"] != unit:
        raise ValueError(f"the line counts {line['offset_unit']}")
    entities = {}
    for entity in line["entities"]:
        if entity["id"] in seen:
            raise ValueError(f"entity {entity['id']} stands twice in the file")
        seen.add(entity["id"])
        start, end = entity["start_offset"], entity["end_offset"]
        if not 0 <= start < end or not entity["label"]:
            raise ValueError(f"doccano drops entity {entity['id']} without a word")
        words = piece(line["text"], unit, start, end)
        if not words:
            raise ValueError(f"entity {entity['id']} is outside the text")
        entities[entity["id"]] = (entity["label"], [words])
    first = {name: name for name in entities}
    relations = []
    for relation in line["relations"]:
        ends = relation["from_id"], relation["to_id"]
        if any(end not in entities for end in ends):
            raise ValueError(f"relation {relation['id']} points at no entity of its line")
        if relation["type"] == CONTINUES:
            head = first[ends[0]]
            entities[head][1].extend(entities[ends[1]][1])
            first[ends[1]] = head
        else:
            relations.append((relation["type"], *ends))
    who = line["annotator_id"]
    annotations = [
        (who, label, tuple(words)) for name, (label, words) in entities.items() if first[name] == name
    ]
    related = [(who, kind, *(tuple(entities[end][1]) for end in ends)) for kind, *ends in relations]
    return annotations, related


def expected(dataset):
    """What the dataset says of each article that has a text."""
    articles = {}
    for line in (dataset / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if not article["text"]:
            continue
        words = {
            each["id"]: tuple(span["text"] for span in each["spans"]) for each in article["annotations"]
        }
        owner = {each["id"]: each["annotator"] for each in article["annotations"]}
        annotations = [
            (each["annotator"], each["type"], words[each["id"]]) for each in article["annotations"]
        ]
        relations = [
            (each["annotator"], each["type"], words[each["from"]["annotation"]],
             words[each["to"]["annotation"]])
            for each in article["relations"]
            if each["to"]["article"] == article["id"]
            and owner[each["from"]["annotation"]] == each["annotator"]
            and owner[each["to"]["annotation"]] == each["annotator"]
        ]
        articles[article["id"]] = (article, annotations, relations)
    return articles


def judge(folder, dataset, unit):
    wanted = expected(dataset)
    found = {name: ([], []) for name in wanted}
    count = 0
    labels = {each["text"] for each in json.loads((folder / "span-types.json").read_bytes())}
    kinds = {each["text"] for each in json.loads((folder / "relation-types.json").read_bytes())}
    for file in sorted(folder.glob("*.jsonl")):
        seen = set()
        for text in file.read_bytes().decode("utf-8").splitlines():
            line = json.loads(text)
            article = wanted[line["article_id"]][0]
            if line["text"] != article["text"] or line["metadata"] != article["metadata"]:
                raise ValueError(f"{line['article_id']} has another text or other metadata")
            if {each["label"] for each in line["entities"]} - labels:
                raise ValueError("a label is missing from span-types.json")
            if {each["type"] for each in line["relations"]} - kinds:
                raise ValueError("a relation is missing from relation-types.json")
            annotations, relations = read_line(line, unit, seen)
            found[line["article_id"]][0].extend(annotations)
            found[line["article_id"]][1].extend(relations)
            count += len(line["entities"])
    for name, (_, annotations, relations) in wanted.items():
        for kind, there, here in (
            ("annotations", annotations, found[name][0]),
            ("relations", relations, found[name][1]),
        ):
            if sorted(there) != sorted(here):
                raise ValueError(f"other {kind} in {name}: {sorted(set(there) ^ set(here))}")
    return count


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]))
    except (ValueError, KeyError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
