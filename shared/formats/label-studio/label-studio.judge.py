"""Independent judge of an export for Label Studio, with Python's json and ElementTree only.

Usage: python3 label-studio.judge.py FOLDER DATASET. It reads tasks.json as labelstud.io/guide/task_format and
the pages on the tags Labels, Choices, TextArea and Relations describe it, and compares what it finds with the dataset
(`--format jsonl`, code points) of the same project. Exit code 0 and a count of regions when everything
agrees, 1 and a sentence when something does not.
"""

import json
import pathlib
import sys
from xml.etree import ElementTree

CONTINUES = "continues (one annotation)"


def read_config(folder):
    """Controls by name with what they may say, the objects they belong to, and the names of relations."""
    root = ElementTree.fromstring((folder / "labelling-config.xml").read_bytes())
    objects = {tag.get("name"): tag.get("value") for tag in root.iter("Text")}
    controls = {}
    for kind, item in (("labels", "Label"), ("choices", "Choice"), ("textarea", None)):
        for tag in root.iter({"labels": "Labels", "choices": "Choices", "textarea": "TextArea"}[kind]):
            allowed = None if item is None else [child.get("value") for child in tag.iter(item)]
            if tag.get("name") in controls or tag.get("name") in objects:
                raise ValueError(f"two tags are called {tag.get('name')}")
            if tag.get("toName") not in objects:
                raise ValueError(f"{tag.get('name')} belongs to nothing")
            if kind != "labels" and tag.get("perRegion") != "true":
                raise ValueError(f"{tag.get('name')} is not asked for each region")
            controls[tag.get("name")] = (kind, tag.get("toName"), allowed)
    return controls, objects, [tag.get("value") for tag in root.iter("Relation")]


def check_result(result, text_of, controls):
    """One result against the configuration and the text."""
    name = result["from_name"]
    if name not in controls:
        raise ValueError(f"no control is called {name}")
    kind, target, allowed = controls[name]
    if (result["type"], result["to_name"]) != (kind, target):
        raise ValueError(f"{name} says {result['type']} of {result['to_name']}, not {kind} of {target}")
    value = result["value"]
    said = value["text"] if kind == "textarea" else value[kind]
    if not isinstance(said, list) or len(said) != 1:
        raise ValueError(f"{name} does not say one thing")
    if allowed is not None and said[0] not in allowed:
        raise ValueError(f"{name} has no {said[0]!r}")
    text = text_of(target)
    if not 0 <= value["start"] < value["end"] <= len(text):
        raise ValueError(f"region {result['id']} is outside the text")
    words = text[value["start"] : value["end"]]
    if kind != "textarea" and words != value["text"]:
        raise ValueError(f"at {value['start']} stands {words!r} instead of {value['text']!r}")
    return kind, said[0], (value["start"], value["end"], words)


def facts_of(results, annotator, text_of, controls, relation_names):
    """The annotations and relations that the results say, parts joined by the documented relation."""
    regions, attributes, links = {}, {}, []
    for result in results:
        if result["type"] == "relation":
            links.append(result)
            continue
        kind, said, place = check_result(result, text_of, controls)
        if kind == "labels":
            if result["id"] in regions:
                raise ValueError(f"two regions are called {result['id']}")
            note = "\n".join(result.get("meta", {}).get("text", []))
            regions[result["id"]] = {"type": said, "places": [place], "note": note}
        else:
            attributes.setdefault(result["id"], {})[result["from_name"]] = said
    relations = []
    head = {name: name for name in regions}
    for link in links:
        for end in (link["from_id"], link["to_id"]):
            if end not in regions:
                raise ValueError(f"a relation points at {end}, which is no region")
        for label in link["labels"]:
            if label not in relation_names:
                raise ValueError(f"no relation is called {label}")
        if link["direction"] != "right":
            raise ValueError("a relation points the other way")
        if link["labels"] == [CONTINUES]:
            first = head[link["from_id"]]
            regions[first]["places"] += regions[link["to_id"]]["places"]
            head[link["to_id"]] = first
        else:
            relations.append((annotator, link["labels"][0], link["from_id"], link["to_id"]))
    for name in attributes:
        if name not in regions:
            raise ValueError(f"{name} has attributes and no label")
    annotations = [
        (name, annotator, region["type"], tuple(region["places"]), region["note"],
         tuple(sorted(attributes.get(name, {}).items())))
        for name, region in regions.items()
        if head[name] == name
    ]
    return annotations, relations


def words_of(value, kind, sources):
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        low, high = value.get("min", ""), value.get("max", "")
        return low if low == high else f"{low}..{high}"
    return sources.get(value, value) if kind == "source" else value


def expected(dataset):
    """What the dataset says, by article."""
    codebook = json.loads((dataset / "codebook.json").read_text(encoding="utf-8"))
    kinds = {
        (of_type["key"], attribute["key"]): attribute["kind"]
        for of_type in codebook["types"]
        for attribute in of_type["attributes"]
    }
    articles = {}
    for line in (dataset / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        sources = {source["id"]: source["name"] for source in article["sources"]}
        owner = {each["id"]: each["annotator"] for each in article["annotations"]}
        annotations = [
            (each["id"], each["annotator"], each["type"],
             tuple((span["start"], span["end"], span["text"]) for span in each["spans"]),
             each.get("note", ""),
             tuple(sorted(
                 (f"{each['type']}.{key}.{kinds[each['type'], key]}",
                  words_of(value, kinds[each["type"], key], sources))
                 for key, value in each["attributes"].items()
             )))
            for each in article["annotations"]
        ]
        relations = [
            (each["annotator"], each["type"], each["from"]["annotation"], each["to"]["annotation"])
            for each in article["relations"]
            if owner.get(each["from"]["annotation"]) == each["annotator"]
            and each["to"]["article"] == article["id"]
            and owner.get(each["to"]["annotation"]) == each["annotator"]
        ]
        articles[article["id"]] = (article["text"], article["metadata"], annotations, relations)
    return articles


def judge(folder, dataset):
    controls, objects, relation_names = read_config(folder)
    people = json.loads((folder / "annotators.json").read_text(encoding="utf-8"))
    by_number = {person["completed_by"]: person["id"] for person in people}
    by_model = {person["model_version"]: person["id"] for person in people}
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    wanted = expected(dataset)
    if [task["data"]["article_id"] for task in tasks] != list(wanted):
        raise ValueError("the tasks are not the articles of the dataset")
    regions = 0
    for task in tasks:
        data = task["data"]
        text, metadata, annotations, relations = wanted[data["article_id"]]
        # A tag names its data as $key.
        text_of = lambda target: data[objects[target][1:]]  # noqa: E731
        if data["text"] != text or any(data.get(key) != value for key, value in metadata.items()):
            raise ValueError(f"the data of task {data['article_id']} are not the article's")
        found, found_relations = [], []
        for work in task.get("annotations", []) + task.get("predictions", []):
            if "model_version" in work:
                annotator = by_model.get(work["model_version"])
            else:
                annotator = by_number.get(work["completed_by"])
            if annotator is None:
                raise ValueError("nobody knows whose annotations these are")
            some, related = facts_of(work["result"], annotator, text_of, controls, relation_names)
            found += some
            found_relations += related
        for name, there, here in (
            ("annotations", annotations, found),
            ("relations", relations, found_relations),
        ):
            if sorted(there) != sorted(here):
                different = sorted(set(there) ^ set(here))
                raise ValueError(f"other {name} in {data['article_id']}: {different}")
        regions += sum(len(each[3]) for each in found)
    return regions


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
    except (ValueError, KeyError, ElementTree.ParseError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
