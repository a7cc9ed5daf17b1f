"""Markdown → its blocks: which lines are prose, headings, table cells, raw HTML, directives.

The rules are those of Python-Markdown with the extensions that mkdocs.yml names (tables,
footnotes, definition lists, admonitions, fences at any indent), as far as they decide what is
running text. Inline markup is left to :mod:`lpsa_build.source.prose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

STARTS = frozenset("`~#>-*_+!?[:<|=0123456789 \t") | {""}
"""A line that begins with anything else is text of a paragraph (or the first row of a table)."""
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
    r"[ ]{0,3}\[(?P<name>[^\[\]\n]*)\]:[ ]*<?(?P<address>[^\s>]+)>?[ \t]*(?P<title>.*)$"
)
SEPARATOR = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
DIRECTIVE = re.compile(r"[ ]{0,3}\[\[(?P<kind>[a-z]+):[ ]*(?P<words>[^\[\]]*)\]\][ ]*$")
HTML_BLOCK = re.compile(
    r"[ ]{0,3}<(?:!--|[!?]|/?(?P<tag>address|article|aside|blockquote|body|center|details|dialog|"
    r"div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|link|main|"
    r"math|menu|meta|nav|noscript|object|ol|p|pre|script|section|style|svg|table|tbody|td|template|"
    r"tfoot|th|thead|title|tr|ul|video)\b)",
    re.IGNORECASE,
)
MAX_DEPTH = 20
"""How deep lists and quotations may be nested: the converters of Markdown call themselves."""
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


class Kind(Enum):
    """What a block is, as far as linking cares."""

    PROSE = "prose"
    CELL = "cell"
    HEADING = "heading"
    HTML = "html"
    DIRECTIVE = "directive"
    REFERENCE = "reference"
    TOO_DEEP = "too deep"


class Line(NamedTuple):
    """The part of a source line that belongs to a block: where it begins, and its text."""

    start: int
    text: str

    def cut(self, width: int) -> Line:
        """Return the line without its first ``width`` characters."""
        return Line(self.start + width, self.text[width:])


class Block(NamedTuple):
    """A stretch of the source of one kind.

    ``quoted`` is true inside a block quotation and in the head of a table.
    """

    kind: Kind
    start: int
    end: int
    quoted: bool = False
    level: int = 0


@dataclass
class _Scanner:
    quoted: bool = False
    blocks: list[Block] = field(default_factory=list)
    depth: int = 0
    unclosed: set[str] = field(default_factory=set)
    """Fences that are not closed in the lines being read, so that none is sought twice."""

    def emit(
        self, kind: Kind, first: Line, last: Line, *, level: int = 0, head: bool = False
    ) -> None:
        end = last.start + len(last.text)
        self.blocks.append(Block(kind, first.start, end, self.quoted or head, level))

    def scan(self, lines: list[Line]) -> None:
        """Read ``lines`` (already free of the indent of what contains them) as blocks."""
        if self.depth == MAX_DEPTH and lines:
            self.emit(Kind.TOO_DEEP, lines[0], lines[-1])
            return
        outer, self.unclosed = self.unclosed, set()
        self.depth += 1
        at = 0
        while at < len(lines):
            at = self._block(lines, at)
        self.depth -= 1
        self.unclosed = outer

    def _block(self, lines: list[Line], at: int) -> int:
        text = lines[at].text
        if text and text[0] not in STARTS:
            return self._paragraph(lines, at)
        if not text.strip():
            return at + 1
        if (fence := FENCE.match(text)) and (end := self.fence(lines, at, fence["fence"])):
            return end
        if text.startswith(("    ", "\t")):
            return _after_indent(lines, at)
        for matcher, handler in _STARTERS:
            if match := matcher.match(text):
                following = handler(self, lines, at, match)
                if following is not None:
                    return following
        return self._paragraph(lines, at)

    def fence(self, lines: list[Line], at: int, fence: str) -> int | None:
        """Return the line after a block of code; None if it is never closed, and so is none."""
        if fence in self.unclosed:
            return None
        closing = re.compile(rf"[ ]*{re.escape(fence[0])}{{{len(fence)},}}[ ]*$")
        for row in range(at + 1, len(lines)):
            if closing.match(lines[row].text):
                return row + 1
        self.unclosed.add(fence)
        return None

    def heading(self, lines: list[Line], at: int, match: re.Match[str]) -> int:
        start, end = match.span("title")
        title = Line(lines[at].start + start, lines[at].text[start:end])
        self.emit(Kind.HEADING, title, title, level=len(match["level"]))
        return at + 1

    def quote(self, lines: list[Line], at: int, _: re.Match[str]) -> int:
        end = _block_end(lines, at)
        inner = [
            line.cut(m.end() if (m := QUOTE.match(line.text)) else 0) for line in lines[at:end]
        ]
        outer, self.quoted = self.quoted, True
        self.scan(inner)
        self.quoted = outer
        return end

    def rule(self, lines: list[Line], at: int, _: re.Match[str]) -> int:
        return at + 1

    def html(self, lines: list[Line], at: int, match: re.Match[str]) -> int:
        if tag := match["tag"]:
            end = _after_element(lines, at, tag)
        elif lines[at].text.lstrip().startswith("<!--"):
            end = _after_comment(lines, at)
        else:
            end = _block_end(lines, at)
        self.emit(Kind.HTML, lines[at], lines[end - 1])
        return end

    def directive(self, lines: list[Line], at: int, _: re.Match[str]) -> int | None:
        if _block_end(lines, at) != at + 1:
            return None
        self.emit(Kind.DIRECTIVE, lines[at], lines[at])
        return at + 1

    def reference(self, lines: list[Line], at: int, _: re.Match[str]) -> int:
        self.emit(Kind.REFERENCE, lines[at], lines[at])
        return at + 1

    def container(self, lines: list[Line], at: int, match: re.Match[str]) -> int:
        """A list item, definition or footnote: its first line, then all that is indented."""
        first = lines[at].cut(match.end())
        end, inner = _contained(lines, at + 1, lazy=True)
        self.scan([first, *inner])
        return end

    def admonition(self, lines: list[Line], at: int, _: re.Match[str]) -> int:
        end, inner = _contained(lines, at + 1, lazy=False)
        self.scan(inner)
        return end

    def table(self, lines: list[Line], at: int) -> int | None:
        if "|" not in lines[at].text or at + 1 >= len(lines):
            return None
        if "|" not in lines[at + 1].text or not SEPARATOR.match(lines[at + 1].text):
            return None
        end = _block_end(lines, at)
        for row in (at, *range(at + 2, end)):
            for cell in _cells(lines[row]):
                self.emit(Kind.CELL, cell, cell, head=row == at)
        return end

    def _paragraph(self, lines: list[Line], at: int) -> int:
        if (end := self.table(lines, at)) is not None:
            return end
        if at + 1 < len(lines) and UNDERLINE.match(lines[at + 1].text):
            level = 1 if lines[at + 1].text.startswith("=") else 2
            self.emit(Kind.HEADING, lines[at], lines[at], level=level)
            return at + 2
        end = at + 1
        while end < len(lines) and not _interrupts(lines[end].text):
            end += 1
        self.emit(Kind.PROSE, _stripped(lines[at]), lines[end - 1])
        return end


_STARTERS = (
    (HEADING, _Scanner.heading),
    (QUOTE, _Scanner.quote),
    (RULE, _Scanner.rule),
    (ADMONITION, _Scanner.admonition),
    (FOOTNOTE, _Scanner.container),
    (DIRECTIVE, _Scanner.directive),
    (REFERENCE, _Scanner.reference),
    (ITEM, _Scanner.container),
    (DEFINITION, _Scanner.container),
    (HTML_BLOCK, _Scanner.html),
)


_INTERRUPTERS = (FENCE, HEADING, QUOTE, DEFINITION, ADMONITION, HTML_BLOCK)
"""What ends a paragraph without an empty line."""


def scan_blocks(text: str) -> list[Block]:
    """Return the blocks of a Markdown text in order; code is left out.

    Most text is plain paragraphs: those are taken whole, and only the rest is read line by line.
    """
    scanner = _Scanner()
    lines: list[Line] = []
    start = 0
    for part in text.split("\n\n"):
        if not lines and "|" not in part and STARTS.isdisjoint([s[:1] for s in part.split("\n")]):
            scanner.blocks.append(Block(Kind.PROSE, start, start + len(part)))
        else:
            lines += _lines(part, start)
            lines.append(Line(start + len(part), ""))
            following = start + len(part) + 2
            if not _may_go_on(lines, text[following : following + 1]):
                scanner.scan(lines)
                lines = []
        start += len(part) + 2
    scanner.scan(lines)
    return scanner.blocks


def _may_go_on(lines: list[Line], following: str) -> bool:
    """Tell whether a fence, an HTML block or a container may reach beyond the lines so far."""
    return following in {" ", "\t", "\n", ""} or any(
        line.text.lstrip()[:1] in {"<", "`", "~"} for line in lines
    )


def _lines(text: str, start: int) -> Iterator[Line]:
    for line in text.split("\n"):
        yield Line(start, line)
        start += len(line) + 1


def _stripped(line: Line) -> Line:
    return line.cut(len(line.text) - len(line.text.lstrip()))


def _interrupts(text: str) -> bool:
    if text and text[0] not in STARTS:
        return False
    return not text.strip() or any(matcher.match(text) for matcher in _INTERRUPTERS)


def _block_end(lines: list[Line], at: int) -> int:
    while at < len(lines) and lines[at].text.strip():
        at += 1
    return at


def _after_element(lines: list[Line], at: int, tag: str) -> int:
    """Return the line after the end of an element; one that is never closed goes on to the last."""
    tags = re.compile(rf"<(?P<close>/?){tag}\b", re.IGNORECASE)
    depth = 0
    for row in range(at, len(lines)):
        for match in tags.finditer(lines[row].text):
            depth += -1 if match["close"] else 1
        if depth <= 0 or tag.lower() == "hr":
            return row + 1
    return len(lines)


def _after_comment(lines: list[Line], at: int) -> int:
    return next((row + 1 for row in range(at, len(lines)) if "-->" in lines[row].text), len(lines))


def _after_indent(lines: list[Line], at: int) -> int:
    while at < len(lines) and (not lines[at].text.strip() or lines[at].text[:1] in " \t"):
        if lines[at].text.strip() and not lines[at].text.startswith(("    ", "\t")):
            break
        at += 1
    return at


def _contained(lines: list[Line], at: int, *, lazy: bool) -> tuple[int, list[Line]]:
    """Return where a container ends, and its lines without their indent."""
    inner: list[Line] = []
    after_blank = not lazy
    while at < len(lines):
        line = lines[at]
        indent = 4 if line.text.startswith("    ") else 1 if line.text.startswith("\t") else 0
        if not line.text.strip():
            after_blank = True
        elif indent:
            line = line.cut(indent)
        elif after_blank or ITEM.match(line.text) or _interrupts(line.text):
            break
        inner.append(line)
        at += 1
    while inner and not inner[-1].text.strip():
        inner.pop()
    return at, inner


def _cells(line: Line) -> Iterator[Line]:
    """Split a table row at the bars that are neither escaped nor inside code."""
    code = [match.span() for match in CODE_SPAN.finditer(line.text)]
    start = 0
    for bar in re.finditer(r"(?<!\\)\|", line.text + "|"):
        at = bar.start()
        if any(a <= at < b for a, b in code):
            continue
        if line.text[start:at].strip():
            yield _stripped(Line(line.start + start, line.text[start:at]))
        start = at + 1
