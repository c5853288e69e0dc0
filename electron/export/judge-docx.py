"""Independent judge of the quotation report: Python's own zipfile and ElementTree, and the tables as CSV.

Usage: python3 judge-docx.py DOCUMENT TABLES_FOLDER. Exit code 0 and a count of rows when the document
has one row for each span, with its words, article and date, under the source that the tables name; 1 and
a sentence when not.
"""

import collections
import csv
import pathlib
import sys
import xml.etree.ElementTree as tree
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CHARACTERS = {f"{W}br": "\n", f"{W}tab": "\t"}


def words_of(paragraph):
    return "".join(
        part.text or "" if part.tag == f"{W}t" else CHARACTERS.get(part.tag, "")
        for part in paragraph.iter()
    )


def parts_of(document):
    with zipfile.ZipFile(document) as archive:
        parts = {name: tree.fromstring(archive.read(name)) for name in archive.namelist()}
    types = {part.get("PartName") for part in parts["[Content_Types].xml"].iter(f"{TYPES}Override")}
    for name in ("/word/document.xml", "/word/styles.xml", "/word/footer1.xml"):
        if name not in types:
            raise ValueError(f"nothing says what {name} is")
    for relation in parts["word/_rels/document.xml.rels"].iter(f"{RELATIONS}Relationship"):
        if f"word/{relation.get('Target')}" not in parts:
            raise ValueError(f"{relation.get('Target')} is not there")
    return parts


def rows_of(parts):
    styles = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    body = parts["word/document.xml"].find(f"{W}body")
    for used in [*body.iter(f"{W}pStyle"), *body.iter(f"{W}rStyle")]:
        if used.get(f"{W}val") not in styles:
            raise ValueError(f"there is no style {used.get(f'{W}val')}")
    source = None
    for part in body:
        style = part.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") == "Heading1":
            source = words_of(part)
        if part.tag != f"{W}tbl":
            continue
        head, *rows = part.findall(f"{W}tr")
        if head.find(f"{W}trPr/{W}tblHeader") is None:
            raise ValueError("the head of a table does not come again on the next page")
        for row in rows:
            cells = [[words_of(one) for one in cell.findall(f"{W}p")] for cell in row.findall(f"{W}tc")]
            if len(cells) != 4 or not all(cells):
                raise ValueError("a row has no four cells with a paragraph each")
            yield source, cells[0][0], cells[1][0], cells[2][0]


def expected_rows(tables):
    with open(tables / "spans.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            source = row["claim.claimant"] or row["quote.speaker"] or "No source named"
            date = {"": "", "2026-02": "February 2026"}[row["published"]]
            yield source, row["text"], row["title"], date


def judge(document, tables):
    found = collections.Counter(rows_of(parts_of(document)))
    expected = collections.Counter(expected_rows(tables))
    if found != expected:
        missing = [*(expected - found), *(found - expected)]
        raise ValueError(f"the rows differ: {missing[0]}")
    return sum(found.values())


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
    except (ValueError, KeyError, tree.ParseError) as error:
        sys.exit(str(error))
