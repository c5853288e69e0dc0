"""Independent judge of a workbook: Python's own zipfile and ElementTree, and the tables as CSV beside it.

Usage: python3 judge-xlsx.py WORKBOOK TABLES_FOLDER. Exit code 0 and a count of spans when every cell
holds what the tables say and the workbook is one that spreadsheets open, 1 and a sentence when not.
"""

import csv
import pathlib
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TO_PART = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LONGEST_CELL = 32767
MOST_ROWS = 1048576


def column_of(reference):
    number = 0
    for letter in re.match(r"[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def unescaped(text):
    """`_x0041_` stands for the character of that number. Source: ECMA-376, ST_Xstring."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def value_of(cell):
    if cell.find(f"{MAIN}f") is not None:
        raise ValueError(f"cell {cell.get('r')} is a formula")
    if cell.get("t") == "inlineStr":
        text = unescaped("".join(part.text or "" for part in cell.iter(f"{MAIN}t")))
        if len(text.encode("utf-16-le")) // 2 > LONGEST_CELL:
            raise ValueError(f"cell {cell.get('r')} is longer than a cell may be")
        return text
    return int(cell.find(f"{MAIN}v").text)


def rows_of(sheet):
    pane = sheet.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
    if pane is None or pane.get("state") != "frozen" or pane.get("ySplit") != "1":
        raise ValueError("the row of column names does not stay when one scrolls")
    rows = []
    for row in sheet.find(f"{MAIN}sheetData"):
        if int(row.get("r")) != len(rows) + 1:
            raise ValueError(f"row {row.get('r')} stands where row {len(rows) + 1} should")
        cells = {}
        for cell in row:
            if int(re.search(r"\d+$", cell.get("r")).group()) != len(rows) + 1:
                raise ValueError(f"cell {cell.get('r')} stands in another row")
            cells[column_of(cell.get("r"))] = value_of(cell)
        rows.append(cells)
    if len(rows) > MOST_ROWS:
        raise ValueError("a sheet has more rows than it may")
    return rows


def sheets_of(workbook):
    with zipfile.ZipFile(workbook) as archive:
        if archive.testzip() is not None:
            raise ValueError("a member of the archive is damaged")
        read = lambda name: tree.fromstring(archive.read(name))
        overrides = {part.get("PartName") for part in read("[Content_Types].xml").iter(f"{TYPES}Override")}
        targets = {
            relation.get("Id"): relation.get("Target")
            for relation in read("xl/_rels/workbook.xml.rels").iter(f"{RELATIONS}Relationship")
        }
        sheets = {}
        for sheet in read("xl/workbook.xml").iter(f"{MAIN}sheet"):
            part = f"xl/{targets[sheet.get(TO_PART)]}"
            if f"/{part}" not in overrides:
                raise ValueError(f"nothing says what {part} is")
            if len(sheet.get("name")) > 31 or sheet.get("name") in sheets:
                raise ValueError(f"no sheet may be called {sheet.get('name')!r}")
            sheets[sheet.get("name")] = rows_of(read(part))
        return sheets


def table_of(rows):
    names = [rows[0][index] for index in range(len(rows[0]))]
    return [{name: row.get(index, "") for index, name in enumerate(names)} for row in rows[1:]]


def with_whole_texts(articles):
    whole = []
    for row in articles:
        if row["text_part"] == 1:
            whole.append(dict(row))
        elif row["article_id"] == whole[-1]["article_id"]:
            whole[-1]["text"] += row["text"]
        else:
            raise ValueError("a part of a text stands behind another article")
    return [
        {name: value for name, value in row.items() if name not in ("text_part", "text_parts")}
        for row in whole
    ]


def judge(workbook, tables):
    sheets = {name: table_of(rows) for name, rows in sheets_of(workbook).items()}
    if list(sheets) != ["annotations", "relations", "articles", "sources", "codebook"]:
        raise ValueError(f"the sheets are {list(sheets)}")
    sheets["articles"] = with_whole_texts(sheets["articles"])
    for name, file in {
        "annotations": "spans",
        "relations": "relations",
        "articles": "articles",
        "sources": "sources",
    }.items():
        with open(tables / f"{file}.csv", encoding="utf-8", newline="") as source:
            expected = list(csv.DictReader(source, strict=True))
        found = [{key: str(value) for key, value in row.items()} for row in sheets[name]]
        for number, (one, other) in enumerate(zip(found, expected)):
            if one != other:
                different = [key for key in other if one.get(key) != other[key]]
                raise ValueError(f"row {number + 2} of {name} differs in {different}")
        if len(found) != len(expected):
            raise ValueError(f"{name} has {len(found)} rows instead of {len(expected)}")
    for row in sheets["annotations"]:
        if not isinstance(row["start"], int) or not isinstance(row["end"], int):
            raise ValueError("an offset is no number")
    if {row["key"] for row in sheets["codebook"] if row["entry"] == "type"} < {
        row["type"] for row in sheets["annotations"]
    }:
        raise ValueError("the codebook lacks a type")
    return len(sheets["annotations"])


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
    except (ValueError, KeyError, tree.ParseError) as error:
        sys.exit(str(error))
