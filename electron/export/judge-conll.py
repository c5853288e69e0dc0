"""Independent judge of a folder of CoNLL files: four columns, IOB2, a file for each type.

Usage: python3 judge-conll.py FOLDER DATASET [--nltk]. Exit code 0 and how many entities there are when every file
is sound and has the words that DATASET, the articles.jsonl of the same project, has for it; 1 and a sentence
when one is not. With --nltk the entities are those that NLTK's ConllCorpusReader finds.
"""

import collections
import json
import pathlib
import sys


class Wrong(ValueError):
    pass


def must(holds, sentence):
    if not holds:
        raise Wrong(sentence)


def documents_of(path):
    """Documents of sentences of (token, label), under the strict rules of IOB2."""
    text = path.read_bytes().decode("utf-8")
    must("\r" not in text and text.endswith("\n\n"), f"{path.name} does not end its last sentence")
    documents, sentence = [], []
    for number, line in enumerate(text.split("\n")[:-1], 1):
        columns = line.split()
        if not columns:
            must(sentence, f"line {number} of {path.name} ends a sentence that is empty")
            if sentence == [("-DOCSTART-", "O")]:
                documents.append([])
            else:
                must(documents, f"{path.name} does not begin with -DOCSTART-")
                documents[-1].append(sentence)
            sentence = []
            continue
        must(len(columns) == 4 and " ".join(columns) == line, f"line {number} of {path.name} has {len(columns)} columns")
        label = columns[3]
        must(label == "O" or label[:2] in ("B-", "I-"), f"“{label}” is no label")
        before = sentence[-1][1] if sentence else "O"
        must(label[0] != "I" or before[1:] == label[1:], f"line {number} of {path.name} goes on with what did not begin")
        sentence.append((columns[0], label))
    must(not sentence, f"{path.name} does not end its last sentence")
    return documents


def entities_of(document):
    """(type, words) of each entity of a document."""
    found = []
    for sentence in document:
        for token, label in sentence:
            if label[0] == "B":
                found.append((label[2:], [token]))
            elif label[0] == "I":
                found[-1][1].append(token)
    return [(kind, "".join(words)) for kind, words in found]


def entities_of_nltk(path):
    from nltk.corpus.reader import ConllCorpusReader

    reader = ConllCorpusReader(
        str(path.parent), [path.name], columntypes=("words", "pos", "ignore", "chunk"), encoding="utf-8"
    )
    documents = []
    for sentence in reader.chunked_sents():
        # The reader itself takes -DOCSTART- away and leaves an empty sentence.
        if not sentence.leaves():
            documents.append([])
            continue
        for part in sentence:
            if hasattr(part, "label"):
                documents[-1].append((part.label(), "".join(word for word, _ in part.leaves())))
    return documents


def without_space(words):
    return "".join(words.split())


def expected_entities(folder, dataset):
    """By annotator, article and type: the words of every span that the manifest does not list as left out."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    left_out = {
        loss["annotation"]
        for loss in manifest["losses"]
        if loss["kind"] in ("overlap", "no-words", "unknown-type")
    }
    expected = collections.defaultdict(collections.Counter)
    for line in pathlib.Path(dataset).read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for annotation in article["annotations"]:
            if annotation["id"] in left_out:
                continue
            for span in annotation["spans"]:
                key = (article["id"], annotation["type"])
                expected[key][without_space(span["text"])] += 1
    return expected


def judge(folder, dataset, uses_nltk):
    found = collections.defaultdict(collections.Counter)
    tokens = {}
    for path in sorted(folder.rglob("*.conll")):
        documents = documents_of(path)
        entities = entities_of_nltk(path) if uses_nltk else [entities_of(document) for document in documents]
        lines = (path.parent / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        must(len(lines) == len(documents) == len(entities), f"{path.name} has other documents than its list")
        for line, document, own in zip(lines, documents, entities):
            article = json.loads(line)["id"]
            words = [[token for token, _ in sentence] for sentence in document]
            must(tokens.setdefault(article, words) == words, f"{path.name} has other tokens than its neighbours")
            for kind, covered in own:
                must(kind == path.stem.replace("-", "_"), f"{path.name} has a {kind}")
                found[article, path.stem][covered] += 1
    expected = expected_entities(folder, dataset)
    for key in sorted({*found, *expected}):
        must(found[key] == expected[key], f"{key} has {dict(found[key])} instead of {dict(expected[key])}")
    return sum(sum(counter.values()) for counter in found.values())


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), sys.argv[2], "--nltk" in sys.argv))
    except (Wrong, UnicodeDecodeError) as error:
        sys.exit(str(error))
