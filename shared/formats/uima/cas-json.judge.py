"""Independent judge of CAS JSON files, with Python's json only.

Usage: python3 cas-json.judge.py FOLDER DATASET. It reads every file of FOLDER/json by the specification of
CAS JSON (apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc), offsets in UTF-16 code units, and compares what it
finds with the dataset (`--format jsonl`) of the same project. Exit code 0 and a count of spans when everything
agrees, 1 and a sentence when something does not.
"""

import json
import pathlib
import sys

ANNOTATION = {"sofa": "uima.cas.Sofa", "begin": "uima.cas.Integer", "end": "uima.cas.Integer"}
BUILT_IN = {
    "uima.cas.TOP": (None, {}),
    "uima.cas.Sofa": ("uima.cas.TOP", dict.fromkeys(
        ("sofaNum", "sofaID", "mimeType", "sofaString"), "uima.cas.String")),
    "uima.tcas.Annotation": ("uima.cas.TOP", ANNOTATION),
    "uima.tcas.DocumentAnnotation": ("uima.tcas.Annotation", {"language": "uima.cas.String"}),
}


def words(text, begin, end):
    units = text.encode("utf-16-le")
    if not 0 <= begin <= end <= len(units) // 2:
        raise ValueError(f"{begin} to {end} is outside the text")
    # Half of a pair does not decode.
    return units[2 * begin : 2 * end].decode("utf-16-le")


def no_repeats(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return dict(pairs)


def read_types(given):
    types = dict(BUILT_IN)
    for name, described in given.items():
        if described["%NAME"] != name or name in BUILT_IN:
            raise ValueError(f"type {name} is not described by its name")
        features = {}
        for key, feature in described.items():
            if not key.startswith("%"):
                if feature["%NAME"] != key:
                    raise ValueError(f"feature {key} is not described by its name")
                features[key] = feature["%RANGE"]
        types[name] = (described["%SUPER_TYPE"], features)
    return types


def range_of(types, name, feature):
    while name is not None:
        if name not in types:
            raise ValueError(f"nobody defines the type {name}")
        parent, features = types[name]
        if feature in features:
            return features[feature]
        name = parent
    raise ValueError(f"nobody defines the feature {feature}")


def is_a(types, name, ancestor):
    while name is not None and name != ancestor:
        name = types[name][0]
    return name == ancestor


def read_cas(path):
    """The text and the indexed structures by id, features without their markers, references as ids."""
    cas = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=no_repeats)
    if list(cas) != ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"]:
        raise ValueError("the sections are others, or in another order")
    types = read_types(cas["%TYPES"])
    seen = {}
    references = []
    for structure in cas["%FEATURE_STRUCTURES"]:
        if list(structure)[:2] != ["%ID", "%TYPE"]:
            raise ValueError("a structure does not begin with its id and type")
        number, kind = structure["%ID"], structure["%TYPE"]
        if not isinstance(number, int) or number <= 0 or number in seen:
            raise ValueError(f"{number} is no id, or stands twice")
        features = {}
        for key, value in list(structure.items())[2:]:
            name = key[1:] if key[0] in "@^" else key
            target = range_of(types, kind, name)
            if key.startswith("@"):
                if name == "sofa" and (value not in seen or seen[value][0] != "uima.cas.Sofa"):
                    raise ValueError("a structure comes before its text")
                references.append((value, target))
            elif target == "uima.cas.String" and not isinstance(value, (str, int)):
                raise ValueError(f"{name} holds {value!r}, which is no text")
            features[name] = value
        seen[number] = (kind, features)
    for number, target in references:
        if number not in seen or not is_a(types, seen[number][0], target):
            raise ValueError(f"a reference to {number} finds no {target}")
    view = cas["%VIEWS"]["_InitialView"]
    text = seen[view["%SOFA"]][1]["sofaString"]
    if any(number not in seen for number in view["%MEMBERS"]):
        raise ValueError("the view has a member that is nowhere")
    return text, {number: seen[number] for number in view["%MEMBERS"]}


def feature_of(key):
    name = key.replace("_", "U").replace("-", "_")
    return "N" + name if name[0].isdigit() or name in ("sofa", "begin", "end") else name


def features_of(annotation, kinds, sources):
    """The features that the documentation of the format gives for the attributes of an annotation."""
    found = {"assayId": annotation["id"]}
    if annotation.get("note"):
        found["assayNote"] = annotation["note"]
    for key, value in annotation["attributes"].items():
        name = feature_of(key)
        if isinstance(value, bool):
            found[f"{name}Flag"] = "true" if value else "false"
        elif isinstance(value, dict):
            found.update({name + bound.capitalize(): value[bound] for bound in value})
        elif kinds.get((annotation["type"], key)) == "source" and value in sources:
            found.update({name: sources[value], f"{name}Id": value})
        else:
            found[name] = value
    return tuple(sorted(found.items()))


def wanted_of(dataset):
    codebook = json.loads((dataset / "codebook.json").read_text(encoding="utf-8"))
    kinds = {
        (of_type["key"], attribute["key"]): attribute["kind"]
        for of_type in codebook["types"]
        for attribute in of_type["attributes"]
    }
    texts, spans, relations = {}, set(), set()
    for line in (dataset / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        texts[article["id"]] = article["text"]
        sources = {source["id"]: source["name"] for source in article["sources"]}
        owner = {each["id"]: each["annotator"] for each in article["annotations"]}
        for each in article["annotations"]:
            said = features_of(each, kinds, sources)
            for span in each["spans"]:
                before = len(article["text"][: span["start"]].encode("utf-16-le")) // 2
                after = before + len(span["text"].encode("utf-16-le")) // 2
                spans.add((article["id"], each["annotator"], f"assay.span.{feature_of(each['type'])}",
                           before, after, span["text"], said))
        for each in article["relations"]:
            ends = (each["from"], each["to"])
            if all(end["article"] == article["id"] and owner.get(end["annotation"]) == each["annotator"]
                   for end in ends):
                relations.add((each["annotator"], each["type"], each["id"],
                               *(end["annotation"] for end in ends)))
    return texts, spans, relations


def judge(folder, dataset):
    texts, wanted, wanted_relations = wanted_of(dataset)
    spans, relations, count, articles = set(), set(), 0, set()
    for path in sorted((folder / "json").iterdir()):
        text, structures = read_cas(path)
        marks = [features for kind, features in structures.values() if kind == "assay.Article"]
        if len(marks) != 1:
            raise ValueError(f"{path.name} does not say which article it is about")
        article, annotator = marks[0]["articleId"], marks[0].get("annotatorId")
        articles.add(article)
        if texts.get(article) != text:
            raise ValueError(f"{path.name} has another text than the dataset")
        for kind, features in structures.values():
            said = dict(features)
            begin, end = said.pop("begin"), said.pop("end")
            found = words(text, begin, end)
            if kind.startswith("assay.span."):
                for key in ("sofa", "assayDetails"):
                    said.pop(key)
                spans.add((article, annotator, kind, begin, end, found, tuple(sorted(said.items()))))
                count += 1
            elif kind == "assay.Relation":
                ends = [structures[said[name]][1] for name in ("Governor", "Dependent")]
                if (begin, end) != (ends[1]["begin"], ends[1]["end"]):
                    raise ValueError("a relation does not stand on its target")
                relations.add((annotator, said["kind"], said["assayId"], *(each["assayId"] for each in ends)))
    for name, there, here in (
        ("articles", set(texts), articles),
        ("spans", wanted, spans),
        ("relations", wanted_relations, relations),
    ):
        if there != here:
            raise ValueError(f"other {name}: {sorted(there ^ here)}")
    return count


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
    except (ValueError, KeyError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
