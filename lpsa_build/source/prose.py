"""Markdown → its running text, and the marks, links and citations in it, each with its place.

Running text is what a reader reads as text of the author: not code, link texts, headings, table
heads, captions, quotations (block quotations, and words between quotation marks), titles of
works (set in italics with capitals), formulas, or raw HTML. A mention of a term crosses no markup
but emphasis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

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
from lpsa_build.source.titles import CAPTION, ITALICS, is_title

_PIECES = (
    ("\\", r"(?P<escape>\\[\\`*_{}\[\]()>\#+.!|~^=:\"'&<$-])"),
    ("`", r"(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"),
    ("<", r"(?P<comment><!--)"),
    ("<", r"(?P<autolink><(?:https?|ftp|mailto):[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>)"),
    ("<", r"(?P<whole><(?P<name>a|cite|q|code|kbd|samp|var|math|caption|figcaption)\b[^<>]*>)"),
    ("<", r"(?P<tag></?[A-Za-z][^<>]*>)"),
    ("[", r"(?P<mark>\[\[(?P<target>[ ]*![^\[\]]*|[^\[\]|\\\n]*)(?:\\?\|(?P<words>[^\[\]]*))?\]\]"
          r"(?!\(|\[(?!\[)))"),
    ("[", r"(?P<cite>\[@(?P<ref>[a-z0-9-]+)(?:,\s*(?P<locator>[^\[\]]*))?\](?![(\[]))"),
    ("[", r"(?P<footnote>\[\^[^\]\n]+\])"),
    ("[", r"(?P<bracket>\[)"),
    ("&", r"(?P<entity>&(?:\#?\w+);)"),
    ("/@", r"(?P<address>(?:(?<=https:)|(?<=http:))//[^\s<>\[]+|(?<=[\w.+-])@[\w-]+\.[\w.]+)"),
    ("*_~^=", r"(?P<emphasis>[*~^=]+|(?<![^\W_])_+|_+(?![^\W_]))"),
    ('"“”«»„‘’', r'(?P<quote>["“”«»„]|(?<!\w)‘|’(?!\w))'),
    ("$", r"(?P<formula>\$\$.+?\$\$|\$(?=[^\s\d])[^$\n]*?(?<=\S)\$(?!\d))"),
    ("{", r"(?P<attributes>\{:[^{}\n]*\}|\{[ ]*[.\#][^{}\n]*\}|(?<=[)*_`>])\{[ ]*[\w-]+=[^{}\n]*\})"),
)  # fmt: skip
"""What a piece of markup may begin with, and its pattern; the first that fits counts."""
SPECIAL = re.compile(
    "[" + re.escape("".join({sign: "" for signs, _ in _PIECES for sign in signs})) + "]"
)
"""Every piece of markup begins with one of these; a plain set is what can be searched for quickly."""
TOKEN = re.compile("|".join(pattern for _, pattern in _PIECES), re.DOTALL)
TOKENS = {
    sign: re.compile("|".join(p for s, p in _PIECES if sign in s), re.DOTALL)
    for signs, _ in _PIECES
    for sign in signs
}
"""First sign → the pieces of markup that begin with it."""
RAW_TAG = re.compile(
    r"""<(?P<tag>[a-z][\w-]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^"'<>])*+)>""", re.IGNORECASE
)
RAW_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=>"'/]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
ADDRESSES = {("a", "href"), ("img", "src")}
BRACKETS = re.compile(r"\\.|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|[\[\]]", re.DOTALL)
ADDRESS_START = re.compile(r"(?:https?:|[\w.+-]+)$")
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
LINKED = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
WITHOUT_MEANING = frozenset(
    {"emphasis", "quote", "escape", "code", "entity", "footnote", "formula"}
)
"""Pieces of markup that are no part of the running text, and nothing else."""
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
    pieces: list[str] = field(default_factory=list)
    read_to: int = 0
    pairs: dict[int, int | None] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    """What is not to be found in the rest of the block, so that nothing is sought twice."""

    def running(self) -> str:
        """Return the text with all but the running text blanked out."""
        return "".join([*self.pieces, BLANK * (len(self.text) - self.read_to)])

    def read(self, block: Block) -> None:
        """Read one block into the prose."""
        kind, start, end, quoted, level = block
        if kind is Kind.HEADING:
            self._inline(start, end, running=False)
            if not quoted:
                self.prose.sections.append(self._section(start, end, level))
        elif kind is Kind.HTML:
            self._html(start, end)
        elif kind is Kind.DIRECTIVE:
            if match := DIRECTIVE.match(self.text, start, end):
                words, at = match["words"], match.start("words")
                self.prose.directives.append(Directive(start, end, match["kind"], words, at))
        elif kind is Kind.TOO_DEEP:
            self.prose.too_deep.append((start, end))
        elif kind is Kind.REFERENCE:
            if match := REFERENCE.match(self.text, start, end):
                self._destination(*match.span("address"), image=False, title=match["title"])
        else:
            self.prose.paragraphs.append(start)
            self._inline(start, end, running=not (quoted or CAPTION.match(self.text, start, end)))

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
        text = self.text
        at = begin = start
        hidden_until = -1
        self.pairs, self.absent = {}, set()
        for special in SPECIAL.finditer(text, start, end):
            if (first := special.start()) < at:
                continue
            if (match := TOKENS[special.group()].match(text, first, end)) is None:
                continue
            if special.group() == "’" and match.end() != hidden_until:
                continue  # an apostrophe
            kind = match.lastgroup
            token_start, token_end = (
                match.span() if kind in WITHOUT_MEANING else self._token(match, start, end)
            )
            if running and token_start > begin and begin >= hidden_until:
                self._span(begin, token_start)
            if (kind == "emphasis" or kind == "quote") and begin >= hidden_until:
                hidden_until = self._hidden_until(match, start, end)
            at = begin = max(token_end, special.end())
        if running and begin < end and begin >= hidden_until:
            self._span(begin, end)

    def _span(self, start: int, end: int) -> None:
        """Add a stretch of running text, and what lies before it as blank."""
        piece = self.text[start:end]
        if not piece.isspace():
            self.pieces += (BLANK * (start - self.read_to), piece)
            self.read_to = end

    def _token(self, match: re.Match[str], start: int, end: int) -> tuple[int, int]:
        """Note what a piece of markup means; return where it begins and ends."""
        first, last = match.span()
        kind = match.lastgroup
        if kind == "bracket":
            return self._link(first, last, end)
        if kind == "mark":
            self._mark(match)
        elif kind == "cite":
            self.prose.citations.append(Citation(first, last, match["ref"], match["locator"] or ""))
        elif kind in {"tag", "whole", "comment"}:
            last = self._after_html(match, end)
            self._html(first, last)
        elif kind == "attributes":
            self.prose.attributes.append(RawHtml(first, last, self.text[first:last]))
        elif kind == "autolink" and ":" in match.group():
            self._destination(first + 1, last - 1, image=False)
        elif kind == "address" and (begin := ADDRESS_START.search(self.text, start, first)):
            return begin.start(), last
        return first, last

    def _html(self, start: int, end: int) -> None:
        """Note a piece of raw HTML, and the addresses of links and images in it."""
        self.prose.html.append(RawHtml(start, end, self.text[start:end]))
        if self.text.startswith("<!--", start):
            return
        for tag in RAW_TAG.finditer(self.text, start, end):
            for match in RAW_ATTRIBUTE.finditer(self.text, *tag.span("attributes")):
                if (tag["tag"].lower(), match["name"].lower()) in ADDRESSES:
                    first, last = match.span(match.lastgroup or 0)
                    address, image = unescape(self.text[first:last]), tag["tag"].lower() == "img"
                    self.prose.destinations.append(
                        Destination(first, last, address, image, "", raw=True)
                    )

    def _mark(self, match: re.Match[str]) -> None:
        target, text = match["target"].strip(), match["words"] or ""
        if target.startswith("!"):
            target, text = "", target[1:]
        self.prose.marks.append(Mark(match.start(), match.end(), target, text.strip()))

    def _link(self, start: int, opened: int, end: int) -> tuple[int, int]:
        """Return the span of the link or image at ``start``; of its bracket, if it is none."""
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
        if words in self.absent:
            return -1
        if (found := self.text.find(words, at, end)) < 0:
            self.absent.add(words)
        return found

    def _destination(self, start: int, end: int, *, image: bool, title: str | None = None) -> None:
        address = self.text[start:end]
        self.prose.destinations.append(Destination(start, end, address, image, title or ""))

    def _hidden_until(self, match: re.Match[str], start: int, end: int) -> int:
        """Return where the quotation or title of a work that begins here ends, or -1."""
        opening, after = match.group(), match.end()
        if match.lastgroup == "emphasis":
            closing = self._find(opening, after, end) if opening in ITALICS else -1
            return closing if closing > 0 and is_title(self.text, after, closing, start) else -1
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
        found = None if "‘" in self.absent else SINGLE_CLOSING.search(self.text, at, end)
        if found is None:
            self.absent.add("‘")
        return found.end() if found else -1


def plain_text(markdown: str) -> str:
    """Return one line of Markdown without its inline markup."""

    def words(match: re.Match[str]) -> str:
        if match["escape"]:
            return match["escape"][1:]
        if match["code"]:
            return match["code"].strip("`").strip()
        if match["mark"]:
            return match["words"] or match["target"].removeprefix("!").replace("-", " ")
        kept = match["quote"] or match["entity"] or match["address"] or match["formula"]
        return kept or ("[" if match["bracket"] else "")

    if not SPECIAL.search(markdown):
        return markdown
    linked = LINKED.sub(r"\1", markdown)
    return TOKEN.sub(words, linked)
