"""Markdown → its running text, and the marks, links and citations in it, each with its place.

Running text is what a reader reads as text of the author: not code, link texts, headings, table
heads, captions, quotations (block quotations, and words between quotation marks), titles of
works (set in italics with capitals), formulas, or raw HTML. A mention of a term crosses no markup
but emphasis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lpsa_build.source.blocks import Block, Kind, scan_blocks
from lpsa_build.source.headings import slug
from lpsa_build.source.lines import ATTRIBUTES, DIRECTIVE, REFERENCE
from lpsa_build.source.pieces import (
    BLANK,
    Citation,
    Destination,
    Directive,
    Mark,
    Prose,
    RawHtml,
    Section,
)
from lpsa_build.source.plain_text import plain_text
from lpsa_build.source.raw_html import raw_destinations
from lpsa_build.source.titles import CAPTION, ITALICS, is_title
from lpsa_build.source.tokens import SPECIAL, TOKENS

BRACKETS = re.compile(r"\\.|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|[\[\]]", re.DOTALL)
ADDRESS_START = re.compile(r"(?:https?:|[\w.+-]+)$")
LONGEST_START = 80
"""How many characters before ``//`` or ``@`` an address may begin: 64 before ``@`` (RFC 5321)."""
INCHES = re.compile(r'[0-9A-Za-z"]')
"""After one of these a straight quotation mark opens nothing: ``5"``."""
SINGLE_CLOSING = re.compile(r"’(?!\w)")
"""Before a letter it is an apostrophe."""
CLOSING_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“”"}
LINK_TAIL = re.compile(
    r"\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>(?:\\.|[^\s()\\]|\([^\s()]*\))*))"
    r"(?:\s+(?P<title>\"[^\"]*\"|'[^']*'))?\s*\)"
)
PLAIN_BRACKET = re.compile(r"[^\\`\[\]]*\]")
REFERENCE_TAIL = re.compile(r"(?:[ ]|\n[ \t]*)?\[(?P<name>[^\[\]]*)\]")


def scan_prose(text: str, taken: frozenset[str] = frozenset()) -> Prose:
    """Return the running text of a Markdown text and everything marked in it.

    No heading gets an id that is ``taken``, unless the author gives it.
    """
    blocks = scan_blocks(text)
    names = frozenset(
        match["name"].strip().lower()
        for block in blocks
        if block.kind is Kind.REFERENCE and (match := REFERENCE.match(text, block.start, block.end))
    )
    reader = _Reader(text, names, taken=dict.fromkeys(taken, 1))
    for block in blocks:
        reader.read(block)
    reader.prose.running = reader.running()
    return reader.prose


@dataclass
class _Reader:
    """Reads the blocks of one text, inline markup and all."""

    text: str
    references: frozenset[str]
    prose: Prose = field(default_factory=Prose)
    taken: dict[str, int] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    pairs: dict[int, int | None] = field(default_factory=dict)
    absent: set[tuple[str, int]] = field(default_factory=set)
    """What is not to be found before the end of a block, so that nothing is sought twice."""

    def running(self) -> str:
        """Return the text with all but the running text blanked out."""
        text, at = self.text, 0
        pieces: list[str] = []
        for start, end in self.spans:
            piece = text[start:end]
            if not piece.isspace():
                pieces += (BLANK * (start - at), piece)
                at = end
        return "".join([*pieces, BLANK * (len(text) - at)])

    def read(self, block: Block) -> None:
        """Read one block into the prose."""
        kind, start, end, quoted, level = block
        if kind is Kind.PROSE or kind is Kind.CELL:
            self.prose.paragraphs.append(start)
            self._inline(start, end, running=not (quoted or CAPTION.match(self.text, start, end)))
        elif kind is Kind.HEADING:
            self._inline(start, end, running=False)
            if not quoted:
                self.prose.sections.append(self._section(start, end, level))
        elif kind is Kind.HTML:
            self._raw_html(start, end)
        elif kind is Kind.DIRECTIVE:
            if match := DIRECTIVE.match(self.text, start, end):
                words, at = match["words"], match.start("words")
                self.prose.directives.append(Directive(start, end, match["kind"], words, at))
        elif kind is Kind.TOO_DEEP:
            self.prose.too_deep.append((start, end))
        elif match := REFERENCE.match(self.text, start, end):
            self._destination(*match.span("address"), image=False, title=match["title"])

    def _section(self, start: int, end: int, level: int) -> Section:
        title = self.text[start:end]
        identifier = None
        if match := ATTRIBUTES.search(title):
            title = title[: match.start()]
            named = re.search(r"#([\w-]+)", match["list"])
            identifier = named.group(1) if named else None
            self.taken |= {identifier: 1} if identifier else {}
        plain = plain_text(title).strip()
        return Section(
            identifier or slug(plain, self.taken),
            plain,
            level,
            start,
            start + len(title.rstrip()),
            given=identifier is not None,
        )

    def _inline(self, start: int, end: int, *, running: bool) -> None:
        """Read the markup between two offsets; what is left is running text, if ``running``."""
        text, spans = self.text, self.spans
        begin, hidden_until = start, -1
        for special in SPECIAL.finditer(text, start, end):
            first = special.start()
            if first < begin or not (match := TOKENS[text[first]].match(text, first, end)):
                continue
            if text[first] == "’" and match.end() != hidden_until:
                continue  # an apostrophe
            kind = match.lastgroup
            if kind in _MEANINGS:
                first, last = _MEANINGS[kind](self, match, start, end)
            else:
                last = match.end()
            if begin >= hidden_until:
                if running and begin < first:
                    spans.append((begin, first))
                if kind == "emphasis" or kind == "quote":
                    hidden_until = self._hidden_until(match, start, end)
            begin = last
        if running and begin < end and begin >= hidden_until:
            spans.append((begin, end))

    def _mark(self, match: re.Match[str], _: int, __: int) -> tuple[int, int]:
        """Note a piece of markup; return where it begins and ends. So do those that follow."""
        target, text = match["target"].strip(), match["words"] or ""
        if target.startswith("!"):
            target, text = "", target[1:]
        first, last = match.span()
        self.prose.marks.append(Mark(first, last, target, text.strip()))
        return first, last

    def _cite(self, match: re.Match[str], _: int, __: int) -> tuple[int, int]:
        first, last = match.span()
        self.prose.citations.append(Citation(first, last, match["ref"], match["locator"] or ""))
        return first, last

    def _html(self, match: re.Match[str], _: int, end: int) -> tuple[int, int]:
        first, last = match.start(), self._after_html(match, end)
        self._raw_html(first, last)
        return first, last

    def _attributes(self, match: re.Match[str], _: int, __: int) -> tuple[int, int]:
        first, last = match.span()
        self.prose.attributes.append(RawHtml(first, last, match.group()))
        return first, last

    def _autolink(self, match: re.Match[str], _: int, __: int) -> tuple[int, int]:
        first, last = match.span()
        if ":" in match.group():
            self._destination(first + 1, last - 1, image=False)
        return first, last

    def _address(self, match: re.Match[str], start: int, _: int) -> tuple[int, int]:
        first, last = match.span()
        begin = ADDRESS_START.search(self.text, max(start, first - LONGEST_START), first)
        return begin.start() if begin else first, last

    def _raw_html(self, start: int, end: int) -> None:
        """Note a piece of raw HTML, and the addresses of links and images in it."""
        self.prose.html.append(RawHtml(start, end, self.text[start:end]))
        if not self.text.startswith("<!--", start):
            self.prose.destinations.extend(raw_destinations(self.text, start, end))

    def _link(self, match: re.Match[str], _: int, end: int) -> tuple[int, int]:
        """Return the span of a link or image; of its bracket, if it is none."""
        start, opened = match.span()
        image = self.text[start - 1 : start] == "!"
        if (closed := self._closing_bracket(opened, end)) is None:
            return start, opened
        begin = start - image
        if tail := LINK_TAIL.match(self.text, closed, end):
            group = "angle" if tail["angle"] is not None else "plain"
            self._destination(*tail.span(group), image=image, title=tail["title"])
            return begin, tail.end()
        name = self.text[opened : closed - 1]
        after = closed
        if tail := REFERENCE_TAIL.match(self.text, closed, end):
            name, after = tail["name"] or name, tail.end()
        known = name.strip().lower() in self.references
        return (begin, after) if known else (start, opened)

    def _closing_bracket(self, at: int, end: int) -> int | None:
        if plain := PLAIN_BRACKET.match(self.text, at, end):
            return plain.end()
        if at not in self.pairs:
            self.pairs |= self._bracket_pairs(at - 1, end)
        return self.pairs[at]

    def _bracket_pairs(self, start: int, end: int) -> dict[int, int | None]:
        """Map the offset after each opening bracket to that after its closing one."""
        pairs: dict[int, int | None] = {}
        opened: list[int] = []
        for match in BRACKETS.finditer(self.text, start, end):
            if match.group() == "[":
                pairs[match.end()] = None
                opened.append(match.end())
            elif match.group() == "]" and opened:
                pairs[opened.pop()] = match.end()
        return pairs

    def _after_html(self, match: re.Match[str], end: int) -> int:
        """Return where a comment, or an element that hides its text, is closed."""
        if match["tag"]:
            return match.end()
        closing = "-->" if match["comment"] else f"</{match['name']}"
        if (at := self._find(closing, match.end(), end)) < 0:
            return match.end()
        return at + 3 if match["comment"] else self._find(">", at, end) + 1 or match.end()

    def _find(self, words: str, at: int, end: int) -> int:
        """Return where ``words`` stand next in the block, or -1."""
        if (words, end) in self.absent:
            return -1
        if (found := self.text.find(words, at, end)) < 0:
            self.absent.add((words, end))
        return found

    def _destination(self, start: int, end: int, *, image: bool, title: str | None = None) -> None:
        address = self.text[start:end]
        self.prose.destinations.append(Destination(start, end, address, image, title or ""))

    def _hidden_until(self, match: re.Match[str], start: int, end: int) -> int:
        """Return where the quotation or title of a work that begins here ends, or -1."""
        opening, after = match.group(), match.end()
        if match.lastgroup == "emphasis":
            if opening not in ITALICS or self.text[after : after + 1].isspace():
                return -1
            closing = self._find(opening, after, end)
            small = closing < 0 or self.text[after:closing].islower()
            return -1 if small or not is_title(self.text, after, closing, start) else closing
        if opening == "‘":
            return self._single_closing(after, end)
        closing_marks = CLOSING_QUOTES.get(opening)
        before = self.text[match.start() - 1 : match.start()] if match.start() > start else ""
        if closing_marks is None or (opening == '"' and INCHES.match(before)):
            return -1
        ends = [at for mark in closing_marks if (at := self._find(mark, after, end)) >= 0]
        return min(ends) + 1 if ends else -1

    def _single_closing(self, at: int, end: int) -> int:
        """Return where a quotation in single marks ends, or -1."""
        key = ("‘", end)
        found = None if key in self.absent else SINGLE_CLOSING.search(self.text, at, end)
        if found is None:
            self.absent.add(key)
        return found.end() if found else -1


_MEANINGS = {
    "comment": _Reader._html,
    "autolink": _Reader._autolink,
    "whole": _Reader._html,
    "tag": _Reader._html,
    "mark": _Reader._mark,
    "cite": _Reader._cite,
    "bracket": _Reader._link,
    "address": _Reader._address,
    "attributes": _Reader._attributes,
}
"""Pieces of markup that are more than no running text."""
