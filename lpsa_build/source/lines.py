"""The lines of a Markdown text: what each one begins, and where that ends.

The rules are those of Python-Markdown with the extensions that mkdocs.yml names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

STARTS = frozenset("`~#>-*_+!?[:<|=0123456789 \t") | {""}
"""A line that begins with anything else is text of a paragraph (or the first row of a table)."""
ITEM_ROW = re.compile(
    r"(?P<marker>(?:[*+-]|[0-9]+\.)[ \t]+)(?:[^`~#>\-*_+!?\[:<|=0-9\s]|\*\*?[^\W_])"
    r"|[ ]{0,3}(?!(?:\*|\d+\.)[ \t])[^`~#>\-+!?:<|=\s]"
)
"""How a row of a list of plain items begins: with an item, or in the middle of one."""
FENCE = re.compile(r"[ ]*(?P<fence>`{3,}|~{3,})")
HEADING = re.compile(r"(?P<level>#{1,6})(?P<title>.*?)#*[ \t]*$")
ATTRIBUTES = re.compile(r"[ \t]*\{:?[ ]*(?P<list>[^{}\n]*)\}[ \t]*$")
UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]?){3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,})[ ]*$")
ITEM = re.compile(r"[ ]{0,3}(?:[*+-]|\d+\.)[ \t]+")
DEFINITION = re.compile(r"[ ]{0,3}:(?:[ ]{1,3}|\t)")
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ ]?[\w-]+")
FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]+\]:[ ]*")
REFERENCE = re.compile(
    r"[ ]{0,3}\[(?P<name>[^\[\]\n]*)\]:[ ]*<?(?P<address>[^\s>]+)>?[ \t]*"
    r"(?P<title>\"[^\n]*\"|'[^\n]*'|\([^\n]*\)|)[ \t]*$"
)
"""A line that says where a link leads; with other words after the address it is prose."""
SEPARATOR = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
DIRECTIVE = re.compile(r"[ ]{0,3}\[\[(?P<kind>[a-z]+):[ ]*(?P<words>[^\[\]]*)\]\][ ]*$")
HTML_BLOCK = re.compile(
    r"[ ]{0,3}<(?:!--|[!?]|/?(?P<tag>address|article|aside|blockquote|body|center|details|dialog|"
    r"div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|link|main|"
    r"math|menu|meta|nav|noscript|object|ol|p|pre|script|section|style|svg|table|tbody|td|template|"
    r"tfoot|th|thead|title|tr|ul|video)\b)",
    re.IGNORECASE,
)
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
INTERRUPTER = re.compile(
    "|".join(m.pattern for m in (FENCE, HEADING, QUOTE, DEFINITION, ADMONITION, HTML_BLOCK)),
    re.IGNORECASE,
)
"""What ends a paragraph without an empty line."""


class Line(NamedTuple):
    """The part of a source line that belongs to a block: where it begins, and its text."""

    start: int
    text: str

    def cut(self, width: int) -> Line:
        """Return the line without its first ``width`` characters."""
        return Line(self.start + width, self.text[width:])


def lines_of(text: str, start: int) -> Iterator[Line]:
    """Yield the lines of a text that begins at offset ``start``."""
    for line in text.split("\n"):
        yield Line(start, line)
        start += len(line) + 1


def stripped(line: Line) -> Line:
    """Return a line without the spaces it begins with."""
    text = line.text.lstrip()
    return Line(line.start + len(line.text) - len(text), text)


def interrupts(text: str) -> bool:
    """Tell whether a line ends the paragraph above it."""
    if text and text[0] not in STARTS:
        return False
    return not text.strip() or INTERRUPTER.match(text) is not None


def block_end(lines: list[Line], at: int) -> int:
    """Return the next empty line."""
    while at < len(lines) and lines[at].text.strip():
        at += 1
    return at


def after_element(lines: list[Line], at: int, tag: str) -> int:
    """Return the line after the end of an element; one that is never closed goes on to the last."""
    tags = re.compile(rf"<(?P<close>/?){tag}\b", re.IGNORECASE)
    depth = 0
    for row in range(at, len(lines)):
        for match in tags.finditer(lines[row].text):
            depth += -1 if match["close"] else 1
        if depth <= 0 or tag.lower() == "hr":
            return row + 1
    return len(lines)


def after_comment(lines: list[Line], at: int) -> int:
    """Return the line after the end of a comment."""
    return next((row + 1 for row in range(at, len(lines)) if "-->" in lines[row].text), len(lines))


def after_indent(lines: list[Line], at: int) -> int:
    """Return the line after an indented block of code."""
    while at < len(lines) and (not lines[at].text.strip() or lines[at].text[:1] in " \t"):
        if lines[at].text.strip() and not lines[at].text.startswith(("    ", "\t")):
            break
        at += 1
    return at


def contained(lines: list[Line], at: int, *, lazy: bool) -> tuple[int, list[Line]]:
    """Return where a container ends, and its lines without their indent."""
    inner: list[Line] = []
    after_blank = not lazy
    while at < len(lines):
        line = lines[at]
        text = line.text
        if not text or text.isspace():
            after_blank = True
        elif text.startswith("    "):
            line = line.cut(4)
        elif text[0] == "\t":
            line = line.cut(1)
        elif after_blank or ITEM.match(text) or interrupts(text):
            break
        inner.append(line)
        at += 1
    while inner and not inner[-1].text.strip():
        inner.pop()
    return at, inner


def cells(line: Line) -> Iterator[Line]:
    """Split a table row at the bars that are neither escaped nor inside code."""
    start = 0
    if "`" not in line.text and "\\" not in line.text:
        for cell in line.text.split("|"):
            if text := cell.lstrip():
                yield Line(line.start + start + len(cell) - len(text), text)
            start += len(cell) + 1
        return
    code = [match.span() for match in CODE_SPAN.finditer(line.text)]
    for bar in re.finditer(r"(?<!\\)\|", line.text + "|"):
        at = bar.start()
        if any(a <= at < b for a, b in code):
            continue
        if line.text[start:at].strip():
            yield stripped(Line(line.start + start, line.text[start:at]))
        start = at + 1
