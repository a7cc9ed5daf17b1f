"""Markdown → its running text, and the marks, links and citations in it, each with its place.

A passage is a run of words that no inline markup interrupts; a mention of a term lies wholly
inside one passage. Code, link texts, headings, quotations (block quotations and words between
double quotation marks) and raw HTML are not passages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from lpsa_build.source.blocks import ATTRIBUTES, REFERENCE, Block, Kind, scan_blocks
from lpsa_build.source.headings import slug
from lpsa_build.source.pieces import (
    Citation,
    Destination,
    Directive,
    Mark,
    Passage,
    Prose,
    RawHtml,
    Section,
)

TOKEN = re.compile(
    r"""
      (?P<escape>\\[\\`*_{}\[\]()>\#+.!|~^=:"'&<-])
    | (?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
    | (?P<comment><!--.*?-->)
    | (?P<autolink><(?:https?|ftp|mailto):[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>)
    | (?P<anchor><a\b[^<>]*>.*?</a\s*>)
    | (?P<tag></?[A-Za-z][^<>]*>)
    | (?P<mark>\[\[(?P<target>[^\[\]|\\\n]*)(?:\\?\|(?P<words>[^\[\]]*))?\]\](?![(\[]))
    | (?P<cite>\[@(?P<ref>[a-z0-9-]+)(?:,\s*(?P<locator>[^\[\]]*))?\](?![(\[]))
    | (?P<footnote>\[\^[^\]\n]+\])
    | (?P<bracket>!?\[)
    | (?P<entity>&(?:\#?\w+);)
    | (?P<address>\b(?:https?://|www\.)[^\s<>]+|\b[\w.+-]+@[\w-]+\.[\w.]+)
    | (?P<emphasis>[*~^=]+|(?<![^\W_])_+|_+(?![^\W_]))
    | (?P<quote>["“”«»„])
    | (?P<attributes>\{:?[ ]*[.\#][^{}\n]*\})
    """,
    re.VERBOSE | re.DOTALL,
)
CLOSING_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“”"}
LINK_TAIL = re.compile(
    r"\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>(?:\\.|[^\s()\\]|\([^\s()]*\))*))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
REFERENCE_TAIL = re.compile(r"[ ]?\n?\[(?P<name>[^\[\]]*)\]")
EMPHASIS = "*_~^="


def scan_prose(text: str) -> Prose:
    """Return the running text of a Markdown text and everything marked in it."""
    blocks = scan_blocks(text)
    names = {
        match["name"].strip().lower()
        for block in blocks
        if block.kind is Kind.REFERENCE and (match := REFERENCE.match(block.lines[0].text))
    }
    prose = Prose()
    taken: set[str] = set()
    for block in blocks:
        _read_block(text, block, prose, names, taken)
    return prose


def _read_block(
    text: str, block: Block, prose: Prose, references: set[str], taken: set[str]
) -> None:
    first, last = block.lines[0], block.lines[-1]
    if block.kind is Kind.HEADING:
        region = _Region(block, prose, references)
        region.read(passages=False)
        if not block.quoted:
            prose.sections.append(_section(block, taken))
    elif block.kind is Kind.HTML:
        prose.html.append(RawHtml(first.start, last.end, text[first.start : last.end]))
    elif block.kind is Kind.DIRECTIVE:
        kind, _, words = first.text.strip().strip("[]").partition(":")
        prose.directives.append(Directive(first.start, last.end, kind, words.strip()))
    elif block.kind is Kind.REFERENCE:
        if match := REFERENCE.match(first.text):
            start, end = match.span("address")
            prose.destinations.append(
                Destination(first.start + start, first.start + end, match["address"], image=False)
            )
    else:
        _Region(block, prose, references).read(passages=not block.quoted)


def _section(block: Block, taken: set[str]) -> Section:
    line = block.lines[0]
    title = line.text
    identifier = None
    if match := ATTRIBUTES.search(title):
        title = title[: match.start()]
        named = re.search(r"#([\w-]+)", match["list"])
        identifier = named.group(1) if named else None
        taken.update([identifier] if identifier else [])
    plain = plain_text(title).strip()
    return Section(
        identifier or slug(plain, taken),
        plain,
        block.level,
        line.start + len(title.rstrip()),
        given=identifier is not None,
    )


def plain_text(markdown: str) -> str:
    """Return one line of Markdown without its inline markup."""

    def words(match: re.Match[str]) -> str:
        if match["escape"]:
            return match["escape"][1:]
        if match["code"]:
            return match["code"].strip("`").strip()
        if match["mark"]:
            return match["words"] or match["target"].removeprefix("!")
        kept = match["quote"] or match["entity"] or match["address"]
        return kept or ("[" if match["bracket"] else "")

    linked = re.sub(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])", r"\1", markdown)
    return TOKEN.sub(words, linked)


class _Region:
    """The inline reading of one block."""

    def __init__(self, block: Block, prose: Prose, references: set[str]) -> None:
        self.block, self.prose, self.references = block, prose, references
        self.text = "\n".join(line.text for line in block.lines)
        anchors, at = [], 0
        for line in block.lines:
            anchors.append((at, line.start))
            at += len(line.text) + 1
        self.anchors = tuple(anchors)
        self.section = len(prose.sections) - 1

    def source(self, offset: int) -> int:
        row = bisect_right(self.anchors, (offset, 1 << 60)) - 1
        at, start = self.anchors[row]
        return start + offset - at

    def read(self, *, passages: bool) -> None:
        at = 0
        quoted_until = -1
        for start, end, match in self._tokens():
            if passages and start > at and at >= quoted_until:
                self._passage(at, start)
            if match and match["quote"] and at >= quoted_until:
                quoted_until = self._closing_quote(match)
            at = end
        if passages and at < len(self.text) and at >= quoted_until:
            self._passage(at, len(self.text))

    def _tokens(self) -> Iterator[tuple[int, int, re.Match[str] | None]]:
        """Yield every piece of markup in order: its start, its end, and what was matched."""
        at = 0
        while match := TOKEN.search(self.text, at):
            end = self._token(match)
            yield match.start(), end, match
            at = max(end, match.start() + 1)

    def _token(self, match: re.Match[str]) -> int:
        start, end = match.span()
        if match["bracket"]:
            return self._link(start, end)
        if match["mark"]:
            self._mark(match)
        elif match["cite"]:
            self.prose.citations.append(
                Citation(self.source(start), self.source(end), match["ref"], match["locator"] or "")
            )
        elif match["tag"] or match["anchor"] or match["comment"]:
            self.prose.html.append(RawHtml(self.source(start), self.source(end), match.group()))
        elif match["autolink"] and ":" in match["autolink"]:
            self._destination(start + 1, end - 1, image=False)
        return end

    def _mark(self, match: re.Match[str]) -> None:
        target = match["target"].strip()
        text = match["words"] or ""
        if target.startswith("!"):
            target, text = "", target[1:]
        self.prose.marks.append(
            Mark(
                self.source(match.start()),
                self.source(match.end()),
                target,
                text.strip(),
                self.section,
                self.block.table,
            )
        )

    def _link(self, start: int, opened: int) -> int:
        """Return where the link that opens at ``start`` ends, or ``opened`` if it is none."""
        if (closed := self._closing_bracket(opened)) is None:
            return opened
        image = self.text[start] == "!"
        if tail := LINK_TAIL.match(self.text, closed):
            group = "angle" if tail["angle"] is not None else "plain"
            self._destination(*tail.span(group), image=image)
            return tail.end()
        if tail := REFERENCE_TAIL.match(self.text, closed):
            name = tail["name"] or self.text[opened : closed - 1]
            return tail.end() if name.strip().lower() in self.references else opened
        name = self.text[opened : closed - 1].strip().lower()
        return closed if name in self.references else opened

    def _closing_bracket(self, at: int) -> int | None:
        depth = 1
        while at < len(self.text):
            if self.text[at] == "\\":
                at += 1
            elif self.text[at] == "`" and (code := TOKEN.match(self.text, at)) and code["code"]:
                at = code.end() - 1
            elif self.text[at] == "[":
                depth += 1
            elif self.text[at] == "]":
                depth -= 1
                if not depth:
                    return at + 1
            at += 1
        return None

    def _destination(self, start: int, end: int, *, image: bool) -> None:
        self.prose.destinations.append(
            Destination(self.source(start), self.source(end), self.text[start:end], image=image)
        )

    def _closing_quote(self, match: re.Match[str]) -> int:
        closing = CLOSING_QUOTES.get(match["quote"])
        before = self.text[match.start() - 1 : match.start()]
        if closing is None or (match["quote"] == '"' and (before.isalnum() or before == '"')):
            return -1
        ends = [at for mark in closing if (at := self.text.find(mark, match.end())) >= 0]
        return min(ends) + 1 if ends else -1

    def _passage(self, start: int, end: int) -> None:
        if not self.text[start:end].strip():
            return
        inside = [(a - start, s) for a, s in self.anchors if start < a < end]
        before, after = self.text[:start].rstrip(EMPHASIS), self.text[end:].lstrip(EMPHASIS)
        self.prose.passages.append(
            Passage(
                self.text[start:end],
                ((0, self.source(start)), *inside),
                self.section,
                self.block.table,
                (
                    len(before) < start and before[-1:].isalnum(),
                    len(after) < len(self.text) - end and after[:1].isalnum(),
                ),
            )
        )
