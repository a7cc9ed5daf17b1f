"""A workbook that somebody filled in → what it says, with the cell of everything.

What could harm is refused before it is opened: see :mod:`lpsa_build.exchange.workbook_safety`. What
a cell says is read by :mod:`lpsa_build.exchange.workbook_cells`.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from lpsa_build.exchange.workbook import ASSESSMENT, FIELDS, HEADS, SCORES, SHEETS
from lpsa_build.exchange.workbook_cells import Cells, Row
from lpsa_build.exchange.workbook_safety import refusal
from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Finding, Span
from lpsa_build.source.yaml_tree import Path, Tree, Value


@dataclass
class Filled:
    """What a workbook says, as if it were the YAML file of an assessment.

    Spans in ``tree`` are those of cells, and ``cells`` is the name of the cell of each.
    """

    framework: str = ""
    id: str = ""
    tree: Tree = field(default_factory=Tree)
    cells: dict[Span, str] = field(default_factory=dict)


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
        self.tree.spans[()] = FILE_START

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
            text = self.cells.text(ASSESSMENT, row, 1)
            place = self.cells.place(ASSESSMENT, row, 0)
            if not name or not text:
                continue
            if name in values or name not in {"framework", *FIELDS}:
                again = "twice" if name in values else "but there is no such field"
                cure = f"Use each once: {', '.join(FIELDS)}."
                self.tell(faults.UNKNOWN_KEY, place, f"“{name}” is given, {again}.", cure)
            else:
                values[name] = text
                self.tree.keys[name,] = place
                self._put((name,), self.cells.place(ASSESSMENT, row, 1), _value(name, text))
        self.filled.framework = str(values.get("framework", ""))
        self.filled.id = str(values.get("id", ""))
        fields = self._value
        fields.pop("framework", None)
        fields.pop("id", None)

    def scores(self, sheet: ReadOnlyWorksheet) -> None:
        """Read the scores below the heads of their columns."""
        rows = self.cells.rows(sheet, SCORES)
        head = next(rows, ())
        columns: dict[str, int] = {}
        for number in range(len(head)):
            name = self.cells.text(SCORES, head, number).partition(" (")[0]
            if name in HEADS:
                columns.setdefault(name, number)
            elif name:
                place = self.cells.place(SCORES, head, number)
                message = f"there is no column “{name}”."
                self.tell(faults.UNKNOWN_KEY, place, message, "Delete the column.")
        self._value["scores"] = {}
        self.tree.spans["scores",] = self.tree.keys["scores",] = FILE_START
        if not {"code", "score"} <= columns.keys():
            message = f"{SCORES}!A1: the columns “code” and “score” are not there."
            cure = "Put their names into the first row."
            self.tell(faults.MISSING_KEY, FILE_START, message, cure)
            return
        for row in rows:
            self._score(row, columns)

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
        scores = self._value["scores"]
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
            self._put((*path, name), column, _value(name, text))

    @property
    def _value(self) -> dict[str, Value]:
        if not isinstance(self.tree.value, dict):
            self.tree.value = {}
        return self.tree.value

    def _put(self, path: Path, place: Span, value: Value) -> None:
        """Set a value and the places of all that is in it."""
        node: Value = self._value
        for step in path[:-1]:
            assert isinstance(node, dict)
            node = node[str(step)]
        assert isinstance(node, dict)
        node[str(path[-1])] = value
        self.tree.spans[path] = place
        parts = enumerate(value) if isinstance(value, list) else ()
        for number, part in parts:
            self.tree.spans[*path, number] = place
            for key in part if isinstance(part, dict) else ():
                self.tree.spans[*path, number, key] = self.tree.keys[*path, number, key] = place
        for key in value if isinstance(value, dict) else ():
            self.tree.spans[*path, key] = self.tree.keys[*path, key] = place


def _value(name: str, text: str) -> Value:
    """Return the text of a cell as the value that the YAML file would hold."""
    if name == "sources":
        return [_source(line) for line in text.split("\n") if line.strip()]
    if name == "terms_revision":
        pairs = (part.partition(":") for part in text.split(";") if part.strip())
        return {term.strip(): revision.strip() for term, _, revision in pairs}
    if name == "redirect_from":
        return [part.strip() for part in text.split(";") if part.strip()]
    return text


def _source(line: str) -> Value:
    ref, _, at = line.partition(":")
    return {"ref": ref.strip(), "at": at.strip()} if at.strip() else {"ref": ref.strip()}
