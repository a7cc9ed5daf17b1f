"""A workbook that somebody filled in → what it says, with the cell of everything.

What could harm is refused before it is opened: see :mod:`lpsa_build.exchange.workbook_safety`. What
a cell says is read by :mod:`lpsa_build.exchange.workbook_cells`.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from itertools import islice

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from lpsa_build.exchange.filled import Filled, value_of
from lpsa_build.exchange.workbook import ASSESSMENT, FIELDS, HEADS, SCORES, SHEETS
from lpsa_build.exchange.workbook_cells import MOST_COLUMNS, Cells, Row
from lpsa_build.exchange.workbook_safety import refusal
from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Finding
from lpsa_build.source.yaml_tree import Value


def read_workbook(path: str, data: bytes) -> tuple[Filled | None, list[Finding]]:
    """Return what the workbook in ``data`` says, and everything in it that cannot be taken.

    None is returned for what is no workbook of ours at all.
    """
    if why := refusal(data):
        return None, [_refused(path, why)]
    cells = Cells(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and the like, which say nothing here
            return _Reader(cells).read(data), cells.findings
    except Exception as error:  # openpyxl stumbles in many ways over parts that are damaged
        return None, [_refused(path, f"The workbook is damaged ({type(error).__name__}).")]


def _refused(path: str, why: str) -> Finding:
    cure = "Fill in the workbook that the framework's page offers."
    return faults.UNEXPECTED_FILE.at(path, FILE_START, why, cure)


class _Reader:
    def __init__(self, cells: Cells) -> None:
        self.cells, self.tell = cells, cells.tell
        self.filled = Filled(cells=cells.names)
        self.tree = self.filled.tree

    def read(self, data: bytes) -> Filled | None:
        """Return what the workbook says; None where a sheet is missing."""
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        missing = [name for name in (ASSESSMENT, SCORES) if name not in book.sheetnames]
        for name in missing:
            message = f"there is no sheet “{name}”."
            self.tell(faults.MISSING_KEY, FILE_START, message, "Put it back.")
        for name in book.sheetnames:
            if name not in SHEETS:
                self.unread(name)
        if missing:
            return None
        self.assessment(book[ASSESSMENT])
        self.scores(book[SCORES])
        return self.filled

    def unread(self, name: str) -> None:
        self.tell(
            faults.UNEXPECTED_FILE,
            FILE_START,
            f"the sheet “{name}” is not read.",
            "Move what matters into the evidence, and delete the sheet.",
        )

    def assessment(self, sheet: ReadOnlyWorksheet) -> None:
        """Read the fields: name and value."""
        values: dict[str, Value] = {}
        for row in islice(self.cells.rows(sheet, ASSESSMENT), 1, None):
            name = self.cells.text(ASSESSMENT, row[:1], 0)
            text = self.cells.text(ASSESSMENT, row, 1) if name else ""
            place = self.cells.place(ASSESSMENT, row, 0)
            for column in range(3 if name else 1, len(row)):
                self.cells.unread(ASSESSMENT, row, column)
            if not name or not text:
                continue
            if name in values or name not in {"framework", *FIELDS}:
                again = "twice" if name in values else "but there is no such field"
                cure = f"Use each once: {', '.join(FIELDS)}."
                self.tell(faults.UNKNOWN_KEY, place, f"“{name}” is given, {again}.", cure)
            else:
                values[name] = text
                self.tree.keys[name,] = place
                self.filled.put((name,), self.cells.place(ASSESSMENT, row, 1), value_of(name, text))
        self.filled.framework = str(values.get("framework", ""))
        self.filled.id = str(values.get("id", ""))
        self.filled.fields.pop("framework", None)
        self.filled.fields.pop("id", None)

    def scores(self, sheet: ReadOnlyWorksheet) -> None:
        """Read the scores below the heads of their columns."""
        rows = self.cells.rows(sheet, SCORES)
        columns, unnamed = self._columns(next(rows, ()))
        self.filled.fields["scores"] = {}
        self.tree.spans["scores",] = self.tree.keys["scores",] = FILE_START
        if not {"code", "score"} <= columns.keys():
            message = f"{SCORES}!A1: the columns “code” and “score” are not there."
            cure = "Put their names into the first row."
            self.tell(faults.MISSING_KEY, FILE_START, message, cure)
            return
        for row in rows:
            self._score(row, columns)
            unnamed = [column for column in unnamed if not self.cells.unread(SCORES, row, column)]

    def _columns(self, head: Row) -> tuple[dict[str, int], list[int]]:
        """Return where each column is, and the columns without a name."""
        columns: dict[str, int] = {}
        unnamed = []
        for number in range(MOST_COLUMNS):
            name = self.cells.text(SCORES, head, number).partition(" (")[0]
            if not name:
                unnamed.append(number)
            elif name in HEADS and name not in columns:
                columns[name] = number
            else:
                place = self.cells.place(SCORES, head, number)
                why = "is given twice" if name in HEADS else "is no column of ours"
                self.tell(faults.UNKNOWN_KEY, place, f"“{name}” {why}.", "Delete the column.")
        return columns, unnamed

    def _score(self, row: Row, columns: dict[str, int]) -> None:
        texts = {
            name: self.cells.text(SCORES, row, columns[name])
            for name in ("code", "score", "evidence", "sources")
            if name in columns
        }
        code = texts.pop("code")
        place = self.cells.place(SCORES, row, columns["code"])
        given = {name: text for name, text in texts.items() if text}
        if not given:
            return
        scores = self.filled.fields["scores"]
        assert isinstance(scores, dict)
        if not code or code in scores:
            fault = faults.DUPLICATE_KEY if code else faults.MISSING_KEY
            why = f"“{code}” is given twice." if code else "there is no code for this score."
            self.tell(fault, place, why, "Each item has one row.")
            return
        path = ("scores", code)
        scores[code] = {}
        self.tree.keys[path] = self.tree.spans[path] = place
        for name, text in given.items():
            column = self.cells.place(SCORES, row, columns[name])
            self.tree.keys[*path, name] = column
            self.filled.put((*path, name), column, value_of(name, text))
