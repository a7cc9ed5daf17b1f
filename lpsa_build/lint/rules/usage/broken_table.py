r"""A table does not hold together.

**What it finds**

A row with more or fewer cells than the head of its table; rows of cells without a line of dashes
(`| --- | --- |`) under the first, or without an empty line above. A bar inside a cell is written
`\|`, in links to terms, too.

**Why it matters**

A cell too many is dropped, a missing one leaves a hole, and without the line of dashes readers see
bars and no table.

**Bad**

```content/index.md
---
title: Money
---
| Tax | Who sets it |
| --- | --- |
| Property tax | The city | Yearly |
```

**Good**

```content/index.md
---
title: Money
---
| Tax | Who sets it |
| --- | --- |
| Property tax | The city |
```

**Fix**

Give each row the cells of the head; put a backslash before a bar that belongs to the text.
"""

# Over 80 lines: rows without a head, rows in a text and rows of another length are three faults.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.lines import Line
from lpsa_build.source.rows import column_count, is_separator, row_groups

FAULT = Fault("LPSA430", "broken-table", Severity.WARNING, "A table does not hold together.")
HEADLESS = "The rows have no line of dashes under the first: readers see bars and no table."

UNPARTED = "The table belongs to the text above it: readers see bars and no table."


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each row that does not fit its table, and at rows that are no table."""
    for text in content.writings(entry):
        for rows in row_groups(text.text) if text.field == BODY else ():
            columns = column_count(rows[0].text)
            if text.text[: rows[0].start].rstrip(" \t")[-2:] not in {"", "\n", "\n\n"}:
                yield _at(text, rows[0], UNPARTED, "Put an empty line above it.")
                continue
            if not is_separator(rows[1].text):
                yield _at(text, rows[0], HEADLESS, "Add a line `| --- | --- |` below it.")
                continue
            for row in rows[1:]:
                if (found := column_count(row.text)) != columns:
                    words = f"The row has {found} cells, and the head of the table {columns}."
                    yield _at(text, row, words, "Make them equal; a bar in the text is `\\|`.")


def _at(text: Writing, row: Line, message: str, cure: str) -> Finding:
    return FAULT.at(text.path, text.span(row.start, row.start + len(row.text)), message, cure)


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
