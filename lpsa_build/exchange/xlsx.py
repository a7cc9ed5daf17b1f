"""The glossary as an Excel workbook, in which every cell is text and runs nothing."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lpsa_build.exchange.table import columns, rows
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.values import Status

WIDTHS = {"id": 26, "term": 28, "definition": 60, "scope_note": 40, "url": 40}
OTHER_WIDTH = 18
LONGEST_CELL = 32767
"""Characters that Excel keeps in a cell (Excel specifications and limits)."""
CUT = " … [cut]"
CREATED = datetime(2026, 1, 1)
"""The day that the file's properties name: always the same one."""
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
         "strings_to_numbers": False}  # fmt: skip


def glossary(knowledge: KnowledgeBase) -> bytes:
    """Return a workbook: the terms, then a sheet that says where they are from."""
    file = BytesIO()
    with Workbook(file, PLAIN) as book:
        book.set_properties(
            {
                "title": knowledge.settings.site_name,
                "author": knowledge.settings.publisher,
                "created": CREATED,
            }
        )
        _terms(book, knowledge)
        _about(book, knowledge)
    return file.getvalue()


def _terms(book: Workbook, knowledge: KnowledgeBase) -> None:
    sheet = book.add_worksheet("Glossary")
    heads, table = columns(knowledge), list(rows(knowledge))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
        sheet.set_column(column, column, WIDTHS.get(head.split()[-1], OTHER_WIDTH))
    for number, row in enumerate(table, 1):
        for column, text in enumerate(row):
            sheet.write_string(number, column, fitting(text), wrapped)
    sheet.freeze_panes(1, 2)
    if table:
        sheet.autofilter(0, 0, len(table), len(heads) - 1)
        _choices(sheet, heads.index("domain"), len(table), list(knowledge.settings.domains))
        _choices(sheet, heads.index("status"), len(table), [status.value for status in Status])


def _choices(sheet: Worksheet, column: int, last: int, values: list[str]) -> None:
    """Offer a closed list in a column; Excel takes lists of up to 255 characters."""
    if values and len(",".join(values)) <= 255:
        sheet.data_validation(1, column, last, column, {"validate": "list", "source": values})


def _about(book: Workbook, knowledge: KnowledgeBase) -> None:
    sheet = book.add_worksheet("About")
    changed = knowledge.changed(knowledge.terms.values())
    facts = {
        "title": knowledge.settings.site_name,
        "publisher": knowledge.settings.publisher,
        "address": knowledge.file_url("glossary/"),
        "license": "CC-BY-4.0",
        "content revision": knowledge.revision,
        "terms": str(len(knowledge.terms)),
        "last change": changed.isoformat() if changed else "",
    }
    sheet.set_column(0, 0, OTHER_WIDTH)
    sheet.set_column(1, 1, WIDTHS["definition"])
    for number, (name, value) in enumerate(facts.items()):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, fitting(value))


def fitting(text: str) -> str:
    """Return a text that a cell can hold; where it is cut, it says so."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT
