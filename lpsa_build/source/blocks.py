"""Markdown → its blocks: which lines are prose, headings, table cells, raw HTML, directives.

The rules are those of Python-Markdown with the extensions that mkdocs.yml names (tables,
footnotes, definition lists, admonitions, fences at any indent), as far as they decide what is
running text. Inline markup is left to :mod:`lpsa_build.source.prose`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from lpsa_build.source.fences import after_fence
from lpsa_build.source.lines import (
    ADMONITION,
    DEFINITION,
    DIRECTIVE,
    FENCE,
    FOOTNOTE,
    HEADING,
    HTML_BLOCK,
    ITEM,
    ITEM_ROW,
    QUOTE,
    REFERENCE,
    RULE,
    SEPARATOR,
    STARTS,
    UNDERLINE,
    Line,
    after_comment,
    after_element,
    after_indent,
    block_end,
    cells,
    contained,
    interrupts,
    lines_of,
    stripped,
)

MAX_DEPTH = 20
"""How deep lists and quotations may be nested: the converters of Markdown call themselves."""


class Kind(Enum):
    """What a block is, as far as linking cares."""

    PROSE = "prose"
    CELL = "cell"
    HEADING = "heading"
    HTML = "html"
    DIRECTIVE = "directive"
    REFERENCE = "reference"
    TOO_DEEP = "too deep"


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

    def simple(self, part: str, start: int, following: str) -> bool:
        """Take a plain paragraph, heading or list; tell whether the part was one."""
        rows = part.split("\n")
        signs = [row[:1] for row in rows]
        if signs == ["#"] and (heading := HEADING.match(part)):
            self.heading([Line(start, part)], 0, heading)
            return True
        if "|" in part:
            return False
        if STARTS.isdisjoint(signs):
            self.blocks.append(Block(Kind.PROSE, start, start + len(part)))
            return True
        return following not in {" ", "\t", "\n"} and self.items(rows, start)

    def items(self, rows: list[str], start: int) -> bool:
        """Take a list whose items are plain text; tell whether it was one."""
        spans: list[list[int]] = []
        for row in rows:
            if not (match := ITEM_ROW.match(row)):
                return False
            if marker := match["marker"]:
                spans.append([start + len(marker), 0])
            elif not spans:
                return False
            start += len(row) + 1
            spans[-1][1] = start - 1
        self.blocks += [Block(Kind.PROSE, begin, end) for begin, end in spans]
        return True

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
        if not (sign := text.lstrip()[:1]):
            return at + 1
        fence = FENCE.match(text) if sign in "`~" else None
        if fence and (end := self.fence(lines, at, fence["fence"])):
            return end
        if text.startswith(("    ", "\t")):
            return after_indent(lines, at)
        for matcher, handler in _STARTERS.get("1" if sign.isdecimal() else sign, ()):
            if match := matcher.match(text):
                following = handler(self, lines, at, match)
                if following is not None:
                    return following
        return self._paragraph(lines, at)

    def fence(self, lines: list[Line], at: int, fence: str) -> int | None:
        """Return the line after a block of code; None if it is never closed, and so is none."""
        if fence in self.unclosed:
            return None
        if (end := after_fence(lines, at, fence)) is None:
            self.unclosed.add(fence)
        return end

    def heading(self, lines: list[Line], at: int, match: re.Match[str]) -> int:
        start, end = match.span("title")
        title = Line(lines[at].start + start, lines[at].text[start:end])
        self.emit(Kind.HEADING, title, title, level=len(match["level"]))
        return at + 1

    def quote(self, lines: list[Line], at: int, _: re.Match[str]) -> int:
        end = block_end(lines, at)
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
            end = after_element(lines, at, tag)
        elif lines[at].text.lstrip().startswith("<!--"):
            end = after_comment(lines, at)
        else:
            end = block_end(lines, at)
        self.emit(Kind.HTML, lines[at], lines[end - 1])
        return end

    def directive(self, lines: list[Line], at: int, _: re.Match[str]) -> int | None:
        if block_end(lines, at) != at + 1:
            return None
        self.emit(Kind.DIRECTIVE, lines[at], lines[at])
        return at + 1

    def reference(self, lines: list[Line], at: int, _: re.Match[str]) -> int:
        self.emit(Kind.REFERENCE, lines[at], lines[at])
        return at + 1

    def container(self, lines: list[Line], at: int, match: re.Match[str]) -> int:
        """A list item, definition or footnote: its first line, then all that is indented."""
        first = lines[at].cut(match.end())
        end, inner = contained(lines, at + 1, lazy=True)
        self.scan([first, *inner])
        return end

    def admonition(self, lines: list[Line], at: int, _: re.Match[str]) -> int:
        end, inner = contained(lines, at + 1, lazy=False)
        self.scan(inner)
        return end

    def table(self, lines: list[Line], at: int) -> int | None:
        if "|" not in lines[at].text or at + 1 >= len(lines):
            return None
        if "|" not in lines[at + 1].text or not SEPARATOR.match(lines[at + 1].text):
            return None
        end = block_end(lines, at)
        for row in (at, *range(at + 2, end)):
            for cell in cells(lines[row]):
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
        while end < len(lines) and not interrupts(lines[end].text):
            end += 1
        self.emit(Kind.PROSE, stripped(lines[at]), lines[end - 1])
        return end


_STARTERS = {
    "#": ((HEADING, _Scanner.heading),),
    ">": ((QUOTE, _Scanner.quote),),
    "-": ((RULE, _Scanner.rule), (ITEM, _Scanner.container)),
    "*": ((RULE, _Scanner.rule), (ITEM, _Scanner.container)),
    "_": ((RULE, _Scanner.rule),),
    "+": ((ITEM, _Scanner.container),),
    "1": ((ITEM, _Scanner.container),),
    "!": ((ADMONITION, _Scanner.admonition),),
    "?": ((ADMONITION, _Scanner.admonition),),
    "[": (
        (FOOTNOTE, _Scanner.container),
        (DIRECTIVE, _Scanner.directive),
        (REFERENCE, _Scanner.reference),
    ),
    ":": ((DEFINITION, _Scanner.container),),
    "<": ((HTML_BLOCK, _Scanner.html),),
}
"""The sign that a line begins with, after its indent (``1``: any figure) → what it may begin."""


def scan_blocks(text: str) -> list[Block]:
    """Return the blocks of a Markdown text in order; code is left out.

    Most text is simple: that is taken whole, and only the rest is read line by line.
    """
    scanner = _Scanner()
    lines: list[Line] = []
    start = 0
    for part in text.split("\n\n"):
        end = start + len(part)
        following = text[end + 2 : end + 3]
        if lines or not scanner.simple(part, start, following):
            lines += lines_of(part, start)
            lines.append(Line(end, ""))
            if not _may_go_on(lines, following):
                scanner.scan(lines)
                lines = []
        start = end + 2
    scanner.scan(lines)
    return scanner.blocks


def _may_go_on(lines: list[Line], following: str) -> bool:
    """Tell whether a fence, an HTML block or a container may reach beyond the lines so far."""
    return following in {" ", "\t", "\n", ""} or any(
        line.text.lstrip()[:1] in {"<", "`", "~"} for line in lines
    )
