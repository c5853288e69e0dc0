"""Independent judge of an export for spaCy and Prodigy: Python's zlib, json and struct, a MessagePack reader
and a MurmurHash64A written here from their specifications, and Python's own idea of a character.

Usage: python3 judge-spacy.py FOLDER DATASET, where DATASET is the jsonl export of the same project. Exit code 0
and a count of spans when both files hold the dataset's annotations on whole tokens, 1 and a sentence when not.
"""

import json
import pathlib
import struct
import sys
import zlib

# A few of the words that spaCy keeps under numbers of its own (spacy/symbols.pxd).
OWN_NAMES = {"X": 101, "ORG": 383, "DATE": 391, "agent": 401, "mark": 423, "number": 432, "root": 449}
MASK = (1 << 64) - 1


def murmur_hash_64a(data, seed=1):
    m = 0xC6A4A7935BD1E995
    h = (seed ^ (len(data) * m)) & MASK
    end = len(data) // 8 * 8
    for (k,) in struct.iter_unpack("<Q", data[:end]):
        k = k * m & MASK
        k ^= k >> 47
        h = (h ^ k * m & MASK) * m & MASK
    if len(data) > end:
        h = (h ^ int.from_bytes(data[end:], "little")) * m & MASK
    h ^= h >> 47
    h = h * m & MASK
    return h ^ h >> 47


def key(word):
    return OWN_NAMES.get(word) or murmur_hash_64a(word.encode("utf-8"))


class MessagePack:
    """A reader of the MessagePack types that occur in a DocBin."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def take(self, count):
        part = self.data[self.at : self.at + count]
        if len(part) != count:
            raise ValueError("MessagePack ends too early")
        self.at += count
        return part

    def number(self, form):
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def value(self):
        tag = self.number("B")
        if tag < 0x80:
            return tag
        if tag >= 0xE0:
            return tag - 256
        if tag < 0x90:
            return self.table(tag & 15)
        if tag < 0xA0:
            return self.items(tag & 15)
        if tag < 0xC0:
            return self.take(tag & 31).decode("utf-8")
        if tag in (0xC0, 0xC2, 0xC3):
            return {0xC0: None, 0xC2: False, 0xC3: True}[tag]
        if 0xC4 <= tag <= 0xC6:
            return bytes(self.take(self.number((">B", ">H", ">I")[tag - 0xC4])))
        if 0xCA <= tag <= 0xD3:
            return self.number((">f", ">d", ">B", ">H", ">I", ">Q", ">b", ">h", ">i", ">q")[tag - 0xCA])
        if 0xD9 <= tag <= 0xDB:
            return self.take(self.number((">B", ">H", ">I")[tag - 0xD9])).decode("utf-8")
        if tag in (0xDC, 0xDD):
            return self.items(self.number(">H" if tag == 0xDC else ">I"))
        if tag in (0xDE, 0xDF):
            return self.table(self.number(">H" if tag == 0xDE else ">I"))
        raise ValueError(f"MessagePack has the unknown tag {tag:#x}")

    def items(self, count):
        return [self.value() for _ in range(count)]

    def table(self, count):
        return {self.value(): self.value() for _ in range(count)}


def unpacked(data):
    reader = MessagePack(data)
    value = reader.value()
    if reader.at != len(data):
        raise ValueError("bytes are left behind the MessagePack value")
    return value


def documents(path):
    """The documents of one .spacy file: text, tokens as (start, end), spans and user data."""
    message = unpacked(zlib.decompress(path.read_bytes()))
    if message["version"] != "0.1" or message["attrs"] != [65]:
        raise ValueError("the DocBin has another version or other attributes")
    words = {key(word): word for word in message["strings"]}
    hashes = [value for (value,) in struct.iter_unpack("<Q", message["tokens"])]
    lengths = [value for (value,) in struct.iter_unpack("<i", message["lengths"])]
    if sum(lengths) != len(hashes) or len(hashes) != len(message["spaces"]):
        raise ValueError("the lengths do not add up")
    lists = [message[name] for name in ("cats", "flags", "span_groups", "user_data")]
    if any(len(values) != len(lengths) for values in lists):
        raise ValueError("the lists have different lengths")
    at = 0
    for length, groups, data in zip(lengths, message["span_groups"], message["user_data"]):
        text, tokens = "", []
        for index in range(at, at + length):
            if hashes[index] not in words:
                raise ValueError(f"no string has the hash {hashes[index]}")
            word = words[hashes[index]]
            tokens.append((len(text), len(text) + len(word)))
            text += word + (" " if message["spaces"][index] else "")
        at += length
        yield text, tokens, list(spans_of(groups, words)), unpacked(data)["assay"]


def spans_of(groups, words):
    for group in unpacked(groups):
        group = unpacked(group)
        if group["name"] != "sc":
            raise ValueError(f"there is a group of spans named {group['name']!r}")
        for data in group["spans"]:
            name, base, label, start, end, first, last = struct.unpack(">QQQllll", data)
            if base != 0 or name not in words or label not in words:
                raise ValueError("a span has a hash that no string has")
            yield words[name], words[label], start, end, first, last


def judge_documents(folder, dataset):
    count = 0
    found = [document for path in sorted(folder.glob("docbin/*.spacy")) for document in documents(path)]
    if len(found) != len(dataset):
        raise ValueError(f"{len(found)} documents for {len(dataset)} articles")
    for (text, tokens, spans, data), article in zip(found, dataset):
        if text != article["text"]:
            raise ValueError(f"the tokens make {text!r} instead of {article['text']!r}")
        if data != {key: value for key, value in article.items() if key != "text"}:
            raise ValueError("user_data is not the line of the dataset")
        expected = [
            (annotation["id"], annotation["type"], span["start"], span["end"])
            for annotation in article["annotations"]
            for span in annotation["spans"]
        ]
        if [(name, label, first, last) for name, label, _, _, first, last in spans] != expected:
            raise ValueError("the spans are not those of the dataset")
        for name, _, start, end, first, last in spans:
            # What Doc.char_span gives back: None when the tokens do not fit the characters.
            if tokens[start][0] != first or tokens[end - 1][1] != last:
                raise ValueError(f"span {name} is not made of whole tokens")
            count += 1
    return count


def judge_examples(folder, dataset):
    articles = {article["id"]: article for article in dataset}
    found = {}
    count = 0
    for line in (folder / "prodigy.jsonl").read_bytes().decode("utf-8").splitlines():
        example = json.loads(line)
        article = articles[example["meta"]["article"]]
        text = "".join(token["text"] + (" " if token["ws"] else "") for token in example["tokens"])
        if not text == example["text"] == article["text"]:
            raise ValueError(f"the tokens make {text!r} instead of {article['text']!r}")
        for index, token in enumerate(example["tokens"]):
            if token["id"] != index or text[token["start"] : token["end"]] != token["text"]:
                raise ValueError(f"token {index} is not where it says")
        for span in example["spans"]:
            if text[span["start"] : span["end"]] != span["text"]:
                raise ValueError(f"span {span['id']} is not where it says")
            judge_place(span, example["tokens"])
            found.setdefault(span["id"], []).append((span["label"], span["attributes"], span["text"]))
            count += 1
        for relation in example["relations"]:
            for end, own in (("head", "head_span"), ("child", "child_span")):
                judge_place(relation[own], example["tokens"])
                if relation[end] != relation[own]["token_end"]:
                    raise ValueError(f"relation {relation['id']} does not end on its span")
    for annotation in (one for article in dataset for one in article["annotations"]):
        words = [(annotation["type"], annotation["attributes"], span["text"]) for span in annotation["spans"]]
        if found.get(annotation["id"]) != words:
            raise ValueError(f"annotation {annotation['id']} is not what it was")
    return count


def judge_place(place, tokens):
    first, last = tokens[place["token_start"]], tokens[place["token_end"]]
    if (first["start"], last["end"]) != (place["start"], place["end"]):
        raise ValueError("a place is not made of whole tokens")


def judge(folder, dataset):
    lines = (dataset / "articles.jsonl").read_text(encoding="utf-8").split("\n")
    articles = [json.loads(line) for line in lines if line]
    spans = judge_documents(folder, articles)
    if judge_examples(folder, articles) != spans:
        raise ValueError("the two files have different numbers of spans")
    return spans


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
    except (ValueError, KeyError, IndexError, zlib.error) as error:
        sys.exit(f"{type(error).__name__}: {error}")
