"""The rows of tables in a Markdown text, whether or not they make up a table.

The rules are those of Python-Markdown's extension ``tables``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from lpsa_build.source.fences import code_lines
from lpsa_build.source.lines import CODE_SPAN, SEPARATOR, Line, lines_of

FRAMED = re.compile(r"[ ]{0,3}\|.*(?<!\\)\|[ \t]*$")
BAR = re.compile(r"(?<!\\)\|")


def row_groups(text: str) -> Iterator[list[Line]]:
    """Yield each stretch of lines, two or more, that is a table or was meant as one.

    It is one if the second line of a paragraph is one of dashes; what follows up to the next empty
    line are its rows. Lines that begin and end with a bar were meant as one.
    """
    if "|" not in text:
        return
    code = code_lines(text)
    group: list[Line] = []
    for number, line in enumerate((*lines_of(text, 0), Line(len(text), ""))):
        if line.text.strip() and number not in code:
            group.append(line)
            continue
        yield from _tables(group)
        group = []


def _tables(group: list[Line]) -> Iterator[list[Line]]:
    if len(group) > 1 and "|" in group[0].text and is_separator(group[1].text):
        yield group
        return
    for framed, rows in groupby(group, lambda line: FRAMED.match(line.text) is not None):
        if framed and len(meant := list(rows)) > 1:
            yield meant


def is_separator(row: str) -> bool:
    """Tell whether a row is the line of dashes under the head of a table."""
    return "|" in row and SEPARATOR.match(row) is not None


def column_count(row: str) -> int:
    """Return how many cells a row has; bars in code and after a backslash separate none."""
    code = [match.span() for match in CODE_SPAN.finditer(row)]
    inner = row.strip()
    shift = len(row) - len(row.lstrip())
    bars = [
        bar.start()
        for bar in BAR.finditer(inner)
        if not any(start <= bar.start() + shift < end for start, end in code)
    ]
    framing = (bars[:1] == [0]) + (len(bars) > 1 and bars[-1] == len(inner) - 1)
    return len(bars) - framing + 1
