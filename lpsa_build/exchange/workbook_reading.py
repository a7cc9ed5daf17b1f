"""A workbook that somebody filled in → what it says, with the cell of everything.

Nothing in it is run or computed: a formula is refused, not evaluated. What could harm is refused
before it is opened: see :mod:`lpsa_build.exchange.workbook_safety`.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import TypeAlias, cast

from openpyxl import load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from lpsa_build.exchange.workbook import ASSESSMENT, FIELDS, HEADS, SCORES, SHEETS
from lpsa_build.exchange.workbook_safety import refusal
from lpsa_build.exchange.xlsx import CUT
from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Fault, Finding, Position, Span
from lpsa_build.source.text import HIDDEN
from lpsa_build.source.yaml_tree import Path, Tree, Value

Report: TypeAlias = Callable[[Finding], None]
Cell: TypeAlias = ReadOnlyCell | EmptyCell

MOST_ROWS, MOST_COLUMNS = 12_000, 40


@dataclass
class Filled:
    """What a workbook says, as if it were the YAML file of an assessment.

    Spans in ``tree`` are rows and columns. ``cells`` names the cell of each span; those of the
    first sheet have no width, so that the two sheets do not mix.
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
    reader = _Reader(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and the like, which say nothing here
            return reader.read(data), reader.findings
    except Exception as error:  # openpyxl stumbles in many ways over parts that are damaged
        return None, [_refused(path, f"The workbook is damaged ({type(error).__name__}).")]


def _refused(path: str, why: str) -> Finding:
    cure = "Fill in the workbook that the framework's page offers."
    return faults.UNEXPECTED_FILE.at(path, FILE_START, why, cure)


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.filled = Filled()
        self.findings: list[Finding] = []
        self.tree = self.filled.tree
        self.tree.spans[()] = FILE_START

    def tell(self, fault: Fault, span: Span, message: str, cure: str) -> None:
        self.findings.append(fault.at(self.path, span, message, cure))

    def read(self, data: bytes) -> Filled | None:
        """Return what the workbook says; None where a sheet is missing."""
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        missing = [name for name in (ASSESSMENT, SCORES) if name not in book.sheetnames]
        for name in missing:
            self.tell(
                faults.MISSING_KEY, FILE_START, f"There is no sheet “{name}”.", "Put it back."
            )
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
            f"The sheet “{name}” is not read.",
            "Move what matters into the evidence, and delete the sheet.",
        )

    def assessment(self, sheet: ReadOnlyWorksheet) -> None:
        """Read the fields: name and value."""
        values: dict[str, Value] = {}
        for row in islice(self._rows(sheet, ASSESSMENT), 1, None):
            name = self._text(ASSESSMENT, row[:1], 0)
            text = self._text(ASSESSMENT, row, 1)
            place = self._place(ASSESSMENT, row, 0)
            if not name or not text:
                continue
            if name in values or name not in {"framework", *FIELDS}:
                again = "twice" if name in values else "but there is no such field"
                message = f"{self.filled.cells[place]}: “{name}” is given, {again}."
                self.tell(
                    faults.UNKNOWN_KEY, place, message, f"Use each once: {', '.join(FIELDS)}."
                )
            else:
                values[name] = text
                self.tree.keys[name,] = place
                self._put((name,), self._place(ASSESSMENT, row, 1), _value(name, text))
        self.filled.framework = str(values.get("framework", ""))
        self.filled.id = str(values.get("id", ""))
        fields = self._value
        fields.pop("framework", None)
        fields.pop("id", None)

    def scores(self, sheet: ReadOnlyWorksheet) -> None:
        """Read the scores below the heads of their columns."""
        rows = self._rows(sheet, SCORES)
        head = next(rows, ())
        columns: dict[str, int] = {}
        for number in range(len(head)):
            name = self._text(SCORES, head, number).partition(" (")[0]
            if name in HEADS:
                columns.setdefault(name, number)
            elif name:
                place = self._place(SCORES, head, number)
                message = f"{self.filled.cells[place]}: there is no column “{name}”."
                self.tell(faults.UNKNOWN_KEY, place, message, "Delete the column.")
        self._value["scores"] = {}
        self.tree.spans["scores",] = self.tree.keys["scores",] = FILE_START
        if not {"code", "score"} <= columns.keys():
            message = f"{SCORES}!A1: the columns “code” and “score” are not there."
            self.tell(
                faults.MISSING_KEY, FILE_START, message, "Put their names into the first row."
            )
            return
        for row in rows:
            self._score(row, columns)

    def _score(self, row: Sequence[Cell], columns: dict[str, int]) -> None:
        texts = {
            name: self._text(SCORES, row, columns[name])
            for name in ("code", "score", "evidence", "sources")
            if name in columns
        }
        code = texts.pop("code")
        place = self._place(SCORES, row, columns["code"])
        given = {name: text for name, text in texts.items() if text}
        if not given:
            return
        scores = self._value["scores"]
        assert isinstance(scores, dict)
        if not code or code in scores:
            why = f"“{code}” is given twice" if code else "there is no code for this score"
            message = f"{self.filled.cells[place]}: {why}."
            self.tell(faults.DUPLICATE_KEY if code else faults.MISSING_KEY, place, message,
                      "Each item has one row.")  # fmt: skip
            return
        path = ("scores", code)
        scores[code] = {}
        self.tree.keys[path] = self.tree.spans[path] = place
        for name, text in given.items():
            column = self._place(SCORES, row, columns[name])
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

    def _rows(self, sheet: ReadOnlyWorksheet, name: str) -> Iterator[Sequence[Cell]]:
        if (sheet.max_column or 0) > MOST_COLUMNS:
            message = f"The sheet “{name}” has more than {MOST_COLUMNS} columns."
            self.tell(faults.TOO_LARGE, FILE_START, message, "Delete the others.")
        found = cast(Worksheet, sheet).iter_rows(max_col=MOST_COLUMNS)
        for number, row in enumerate(cast("Iterator[Sequence[Cell]]", found)):
            if number == MOST_ROWS:
                message = f"The sheet “{name}” has more than {MOST_ROWS} rows."
                self.tell(faults.TOO_LARGE, FILE_START, message, "Delete the rows below the items.")
                return
            yield row

    def _place(self, sheet: str, row: Sequence[Cell], column: int) -> Span:
        line = next((cell.row for cell in row if isinstance(cell, ReadOnlyCell)), 1)
        start = Position(line, column + 1)
        end = start if sheet == ASSESSMENT else Position(line, column + 2)
        span = Span(start, end)
        self.filled.cells[span] = f"{sheet}!{get_column_letter(column + 1)}{line}"
        return span

    def _text(self, sheet: str, row: Sequence[Cell], column: int) -> str:
        """Return what a cell says; report what is no plain value."""
        cell = row[column] if column < len(row) else None
        if not isinstance(cell, ReadOnlyCell) or cell.value is None:
            return ""
        value, kind = cell.value, cell.data_type
        place = self._place(sheet, row, column)
        text = _written(value).strip()
        wrong = ""
        if kind == "f":
            wrong, cure = "a formula", "Write its value."
        elif kind == "e":
            wrong, cure = f"the error {text}", "Write a value."
        elif kind == "d":
            wrong, cure = "a date", "Format the cell as text and write what is meant."
        elif text.endswith(CUT.strip()):
            wrong, cure = "a text that was cut when it was saved", "Write it shorter, and whole."
        if wrong:
            message = f"{self.filled.cells[place]}: the cell holds {wrong}."
            self.tell(faults.WRONG_TYPE, place, message, cure)
            return ""
        if HIDDEN.search(text):
            message = f"{self.filled.cells[place]}: the cell holds an invisible character."
            self.tell(faults.HIDDEN_CHARACTER, place, message, "Type the text again.")
            return HIDDEN.sub("", text)
        return text


def _written(value: object) -> str:
    """Return a cell's value as it would be typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


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
