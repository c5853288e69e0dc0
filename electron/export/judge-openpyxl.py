"""The workbook as openpyxl reads it. Usage: python3 judge-openpyxl.py WORKBOOK TABLES_FOLDER.

Exit code 0 and a count of spans when the sheet of annotations holds what spans.csv says, as words and
not as formulas; 1 and a sentence when not.
"""

import csv
import pathlib
import sys

import openpyxl


def judge(workbook, tables):
    book = openpyxl.load_workbook(workbook)
    spans = 0
    for sheet, file in (("annotations", "spans"), ("relations", "relations"), ("sources", "sources")):
        if book[sheet].freeze_panes != "A2":
            raise ValueError(f"the names of the columns of {sheet} are not frozen")
        rows = book[sheet].iter_rows()
        names = [cell.value for cell in next(rows)]
        with open(tables / f"{file}.csv", encoding="utf-8", newline="") as source:
            for expected in csv.DictReader(source, strict=True):
                cells = dict(zip(names, next(rows)))
                if any(cell.data_type == "f" for cell in cells.values()):
                    raise ValueError(f"{sheet} has a formula")
                found = {
                    name: "" if cell.value is None else str(cell.value) for name, cell in cells.items()
                }
                if found != expected:
                    different = [name for name in expected if found.get(name) != expected[name]]
                    raise ValueError(f"a row of {sheet} differs in {different}")
                spans += sheet == "annotations"
        if next(rows, None) is not None:
            raise ValueError(f"{sheet} has more rows than {file}.csv")
    return spans


if __name__ == "__main__":
    try:
        print(judge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
    except ValueError as error:
        sys.exit(str(error))
