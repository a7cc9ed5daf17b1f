"""The cells of a workbook: the text and the name of each, and what is no plain text.

A formula is refused, not evaluated, and so is what a spreadsheet changed while somebody typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, cast

from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from lpsa_build.exchange.workbook import ASSESSMENT
from lpsa_build.exchange.xlsx import CUT
from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Fault, Finding, Position, Span
from lpsa_build.source.text import HIDDEN

Row: TypeAlias = Sequence[ReadOnlyCell | EmptyCell]

MOST_ROWS, MOST_COLUMNS = 12_000, 40


class Cells:
    """Reads the cells of the workbook at ``path``.

    ``names`` is the name of each cell by its span, of rows and columns; the spans of the first
    sheet have no width, so that the two sheets do not mix. ``findings`` is what cannot be taken.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.names: dict[Span, str] = {}
        self.findings: list[Finding] = []

    def tell(self, fault: Fault, span: Span, message: str, cure: str) -> None:
        """Report what stands at ``span``; its cell, if it is one, is named first."""
        cell = self.names.get(span)
        said = f"{cell}: {message}" if cell else message[:1].upper() + message[1:]
        self.findings.append(fault.at(self.path, span, said, cure))

    def rows(self, sheet: ReadOnlyWorksheet, name: str) -> Iterator[Row]:
        """Yield the rows of a sheet, up to a number that no framework reaches.

        Where a sheet ends is seen by its cells: programs declare, and format, far more of it.
        """
        sheet.reset_dimensions()
        found = cast(Worksheet, sheet).iter_rows()
        wide = False
        for number, row in enumerate(cast("Iterator[Row]", found)):
            if number < MOST_ROWS:
                wide = wide or _filled(row[MOST_COLUMNS:])
                yield row[:MOST_COLUMNS]
            elif _filled(row):
                message = f"the sheet “{name}” has more than {MOST_ROWS} rows."
                self.tell(faults.TOO_LARGE, FILE_START, message, "Delete the rows below the items.")
                break
        if wide:
            message = f"the sheet “{name}” has more than {MOST_COLUMNS} columns."
            self.tell(faults.TOO_LARGE, FILE_START, message, "Delete the others.")

    def place(self, sheet: str, row: Row, column: int) -> Span:
        """Return the span of a cell, and keep its name."""
        line = next((cell.row for cell in row if isinstance(cell, ReadOnlyCell)), 1)
        start = Position(line, column + 1)
        end = start if sheet == ASSESSMENT else Position(line, column + 2)
        span = Span(start, end)
        self.names[span] = f"{sheet}!{get_column_letter(column + 1)}{line}"
        return span

    def unread(self, sheet: str, row: Row, column: int) -> bool:
        """Report a cell from which nothing is taken, if there is anything in it."""
        if text := self.text(sheet, row, column):
            message = f"“{text[:40]}” stands where nothing is read."
            cure = "Move what matters into the evidence, and empty the cell."
            self.tell(faults.UNKNOWN_KEY, self.place(sheet, row, column), message, cure)
        return bool(text)

    def text(self, sheet: str, row: Row, column: int) -> str:
        """Return what a cell says; report what is no plain value."""
        cell = row[column] if column < len(row) else None
        if not isinstance(cell, ReadOnlyCell) or cell.value is None:
            return ""
        place, text = self.place(sheet, row, column), _written(cell.value).strip()
        if wrong := _wrong(cell, text):
            self.tell(faults.WRONG_TYPE, place, f"the cell holds {wrong[0]}.", wrong[1])
            return ""
        if HIDDEN.search(text):
            message = "the cell holds an invisible character."
            self.tell(faults.HIDDEN_CHARACTER, place, message, "Type the text again.")
            return HIDDEN.sub("", text)
        return text


def _filled(row: Row) -> bool:
    return any(cell.value is not None for cell in row)


def _wrong(cell: ReadOnlyCell, text: str) -> tuple[str, str] | None:
    """Return what a cell holds that is no plain value, with the cure; None if it is one."""
    kind = cell.data_type
    if kind == "n" and "%" in cell.number_format:  # 50% is kept as 0.5
        return "a percentage", "Format the cell as text and write what is meant."
    if kind == "f":
        return "a formula", "Write its value."
    if kind == "e":
        return f"the error {text}", "Write a value."
    if kind == "d":
        return "a date", "Format the cell as text and write what is meant."
    if text.endswith(CUT.strip()):
        return "a text that was cut when it was saved", "Write it shorter, and whole."
    return None


def _written(value: object) -> str:
    """Return a cell's value as it would be typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\r", "\n")
