"""Independent judge of a folder of brat, written from the published rules of standoff files and configuration.

Usage: python3 judge-brat.py FOLDER [DATASET]. Exit code 0 and how many text-bound annotations, attributes,
relations and notes there are when every file is as brat takes it, 1 and a sentence when one is not. With the
articles.jsonl of the same project, the words, places and attributes are also compared with what stands there.

Rules: brat.nlplab.org/standoff.html and brat.nlplab.org/configuration.html.
"""

import json
import pathlib
import re
import sys

NAME = re.compile(r"[A-Za-z0-9_-]+\Z")
SECTIONS = ["entities", "relations", "events", "attributes"]


class Wrong(ValueError):
    pass


def must(holds, sentence):
    if not holds:
        raise Wrong(sentence)


def utf8(path):
    data = path.read_bytes()
    must(not data.startswith(b"\xef\xbb\xbf"), f"{path.name} begins with a byte order mark")
    must(b"\r" not in data, f"{path.name} has a carriage return")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Wrong(f"{path.name} is not UTF-8") from error


def sections(path, expected):
    """The lines of a configuration file by section."""
    found = {}
    current = None
    for line in utf8(path).split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        head = re.match(r"\[([a-z]+)\]\Z", line)
        if head:
            current = head[1]
            must(current not in found, f"section {current} of {path.name} stands twice")
            found[current] = []
        else:
            must(current is not None, f"{path.name} has a line before its first section")
            found[current].append(line)
    must(sorted(found) == sorted(expected), f"{path.name} has the sections {sorted(found)}")
    return found


def arguments(line, text):
    """`Arg1:claim|figure, Value:a|b` as names with their alternatives."""
    found = {}
    for part in text.split(", "):
        must(part.count(":") == 1, f"“{part}” in “{line}” is no argument")
        name, alternatives = part.split(":")
        must(name not in found, f"“{name}” stands twice in “{line}”")
        found[name] = alternatives.split("|")
    return found


class Configuration:
    def __init__(self, folder):
        parts = sections(folder / "annotation.conf", SECTIONS)
        self.entities = parts["entities"]
        for name in self.entities:
            must(NAME.match(name), f"“{name}” is no name for a type")
        must(len(set(self.entities)) == len(self.entities), "a type stands twice")
        self.relations, self.attributes, self.allows_overlap = {}, {}, False
        for line in parts["relations"]:
            name, _, rest = line.partition("\t")
            found = arguments(line, rest)
            if name == "<OVERLAP>":
                must(found.pop("<OVL-TYPE>", None) == ["<ANY>"], "<OVERLAP> does not say which overlaps")
                self.allows_overlap = True
                continue
            must(NAME.match(name) and name not in self.relations, f"“{name}” is no new relation")
            must(list(found) == ["Arg1", "Arg2"], f"“{line}” has other arguments than Arg1 and Arg2")
            self.relations[name] = [self.expand(types, line) for types in found.values()]
        for line in parts["attributes"]:
            name, _, rest = line.partition("\t")
            found = arguments(line, rest)
            must(NAME.match(name) and name not in self.attributes, f"“{name}” is no new attribute")
            must(set(found) <= {"Arg", "Value"} and "Arg" in found, f"“{line}” is no attribute")
            for value in found.get("Value", []):
                must(NAME.match(value), f"“{value}” is no value")
            self.attributes[name] = (self.expand(found["Arg"], line), found.get("Value"))
        visual = sections(folder / "visual.conf", ["labels", "drawing"])
        known = {*self.entities, *self.relations, *self.attributes}
        for line in visual["labels"]:
            name, *labels = line.split(" | ")
            must(name in known and labels and all(labels), f"“{line}” labels nothing that is known")
        for line in visual["drawing"]:
            name, _, rest = line.partition("\t")
            must(name in known or name.endswith("_DEFAULT"), f"“{line}” draws nothing that is known")
            for part in rest.split(", "):
                must(re.match(r"[A-Za-z]+:\S+\Z", part), f"“{part}” is no way to draw")

    def expand(self, names, line):
        for name in names:
            must(name == "<ENTITY>" or name in self.entities, f"“{line}” names the unknown type {name}")
        return self.entities if "<ENTITY>" in names else names


class Document:
    """One .ann file with its text, checked line by line."""

    def __init__(self, path, configuration):
        self.path, self.configuration = path, configuration
        text_file = path.with_suffix(".txt")
        must(text_file.exists(), f"{text_file.name} is missing")
        self.text = utf8(text_file)
        self.spans, self.words, self.types = {}, {}, {}
        self.attributes, self.relations, self.notes = {}, {}, {}
        content = utf8(path)
        must(content == "" or content.endswith("\n"), f"{path.name} does not end its last line")
        lines = content.split("\n")[:-1]
        # A reader that breaks lines wherever Unicode does must see the same lines.
        must(content.splitlines() == lines, f"{path.name} has a line break inside a line")
        seen = set()
        for kinds in ("T", "R", "A#"):
            for line in lines:
                if line[:1] in kinds:
                    self.take(line, seen)
        must(len(seen) == len(lines), f"{path.name} has a line of a kind that is not known")
        if not configuration.allows_overlap:
            self.refuse_overlaps()

    def take(self, line, seen):
        identifier, tab, rest = line.partition("\t")
        must(tab and re.match(r"[TRA#][1-9][0-9]*\Z", identifier), f"“{line}” has no id")
        must(identifier not in seen, f"{identifier} of {self.path.name} stands twice")
        seen.add(identifier)
        data, tab, words = rest.partition("\t")
        readers = {"T": self.textbound, "R": self.relation, "A": self.attribute, "#": self.note}
        readers[identifier[0]](identifier, data, words if tab else None, line)

    def textbound(self, identifier, data, words, line):
        found = re.match(r"(\S+) ([0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)\Z", data)
        must(found and words is not None, f"“{line}” is no text-bound annotation")
        must(found[1] in self.configuration.entities, f"“{line}” has the unknown type {found[1]}")
        spans = [tuple(map(int, place.split(" "))) for place in found[2].split(";")]
        before = -1
        for start, end in spans:
            must(0 <= start < end <= len(self.text), f"“{line}” is outside its text")
            must(start > before, f"the fragments of “{line}” overlap or touch")
            must("\n" not in self.text[start:end], f"a fragment of “{line}” crosses a line break")
            before = end
        covered = " ".join(self.text[start:end] for start, end in spans)
        must(covered == words, f"at {found[2]} stands {covered!r} instead of {words!r}")
        must(words.strip(), f"“{line}” has no words")
        self.spans[identifier], self.words[identifier], self.types[identifier] = spans, words, found[1]

    def relation(self, identifier, data, words, line):
        found = re.match(r"(\S+) Arg1:(\S+) Arg2:(\S+)\Z", data)
        must(found and not words, f"“{line}” is no relation")
        must(found[1] in self.configuration.relations, f"“{line}” has the unknown kind {found[1]}")
        allowed = self.configuration.relations[found[1]]
        for end, types in zip(found.groups()[1:], allowed):
            must(end in self.types, f"“{line}” leads to {end}, which is not there")
            must(self.types[end] in types, f"“{line}” may not have a {self.types[end]} at this end")
        self.relations[identifier] = found.groups()

    def attribute(self, identifier, data, words, line):
        name, target, *value = data.split(" ")
        must(words is None and len(value) <= 1, f"“{line}” is no attribute")
        must(name in self.configuration.attributes, f"“{line}” has the unknown attribute {name}")
        must(target in self.types, f"“{line}” is about {target}, which is not there")
        types, values = self.configuration.attributes[name]
        must(self.types[target] in types, f"“{line}” may not be about a {self.types[target]}")
        must(value == [] if values is None else value and value[0] in values, f"“{line}” has no value it may have")
        own = self.attributes.setdefault(target, {})
        must(name not in own, f"“{line}” stands twice")
        own[name] = value[0] if value else True

    def note(self, identifier, data, words, line):
        fields = data.split(" ")
        must(len(fields) == 2 and NAME.match(fields[0]) and words, f"“{line}” is no note")
        must(fields[1] in self.types or fields[1] in self.relations, f"“{line}” is about nothing that is there")
        self.notes.setdefault(fields[1], {})[fields[0]] = words

    def refuse_overlaps(self):
        places = sorted(span for spans in self.spans.values() for span in spans)
        for (_, end), (start, _) in zip(places, places[1:]):
            must(start >= end, f"annotations of {self.path.name} overlap, which its configuration does not allow")


def without_breaks(words):
    return "".join(words.splitlines())


def compare(documents, dataset):
    """What stands in the .ann files is what the dataset of the same project says."""
    drawn = {
        document.notes[target]["AssayId"]: (document, target)
        for document in documents
        for target in document.types
    }
    expected = 0
    for line in pathlib.Path(dataset).read_text(encoding="utf-8").splitlines():
        for annotation in json.loads(line)["annotations"]:
            expected += 1
            must(annotation["id"] in drawn, f"{annotation['id']} is in no .ann file")
            document, target = drawn[annotation["id"]]
            spans = document.spans[target]
            must(document.types[target] == annotation["type"], f"{target} is of another type")
            given = annotation["spans"]
            edges = (spans[0][0], spans[-1][1]), (given[0]["start"], given[-1]["end"])
            must(edges[0] == edges[1], f"{target} stands at {edges[0]} instead of {edges[1]}")
            covered = "".join(document.text[start:end] for start, end in spans)
            words = "".join(without_breaks(span["text"]) for span in given)
            must(covered == words, f"{target} has the words {covered!r} instead of {words!r}")
            own = {**document.notes[target], **document.attributes.get(target, {})}
            for key, value in annotation["attributes"].items():
                shown = own.get(key, own.get(f"{annotation['type']}_{key}"))
                must(shown is not None, f"{target} has no {key}")
                must(key in ("claimant", "speaker", "cue", "value") or shown == value, f"{key} of {target} is {shown!r}")
    must(expected == len(drawn), f"{len(drawn)} annotations instead of {expected}")


def judge(folder, dataset=None):
    configuration = Configuration(folder)
    documents = [Document(path, configuration) for path in sorted(folder.rglob("*.ann"))]
    must(documents, "there is no .ann file")
    texts = {path.with_suffix("") for path in folder.rglob("*.txt")}
    must(texts == {document.path.with_suffix("") for document in documents}, "a text has no .ann file")
    if dataset is not None:
        compare(documents, dataset)
    counts = [
        sum(len(document.types) for document in documents),
        sum(len(own) for document in documents for own in document.attributes.values()),
        sum(len(document.relations) for document in documents),
        sum(len(own) for document in documents for own in document.notes.values()),
    ]
    return " ".join(map(str, counts))


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), *sys.argv[2:3]))
    except Wrong as error:
        sys.exit(str(error))
