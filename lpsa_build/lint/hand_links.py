"""Links and images that an author made by hand in a Markdown text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from lpsa_build.mentions.writing import Writing
from lpsa_build.source.blocks import Block, Kind, scan_blocks
from lpsa_build.source.pieces import Destination
from lpsa_build.source.plain_text import plain_text

OPENING = re.compile(r"\]\(\s*<?$")
ANCHOR = re.compile(r"<a\b(?P<attributes>[^<>]*)>(?P<words>.*?)</a\s*>", re.IGNORECASE | re.DOTALL)
IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
HREF = re.compile(r"\bhref\s*=\s*[\"']?(?P<address>[^\"'\s>]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HandLink:
    """A link or image: the offsets of the whole, of its words, and its address.

    ``words`` are the text of a link without markup, or the alternative text of an image; None for
    an ``<img>`` that has none at all.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    words: str | None
    address: str
    image: bool = False


def hand_links(text: Writing) -> Iterator[HandLink]:
    """Yield the inline links and images of a text, Markdown and HTML, in reading order."""
    found = [link for place in text.prose.destinations if (link := _inline(text.text, place))]
    for raw in text.prose.html:
        found.extend(_html(raw.text, raw.start))
    yield from sorted(found, key=lambda link: link.start)


def _inline(text: str, place: Destination) -> HandLink | None:
    """Return the link or image whose address is at ``place``; None for a bare address."""
    opening = OPENING.search(text, max(0, place.start - 4), place.start)
    if opening is None:
        return None
    words_end = opening.start()
    words_start = _opening_bracket(text, words_end)
    if words_start < 0:
        return None
    closing = text.find(")", place.end)
    end = closing + 1 if closing >= 0 else place.end
    start = words_start - 1 - place.image
    words = text[words_start:words_end]
    plain = words if place.image else _plain(words)
    return HandLink(start, end, words_start, words_end, plain, place.address, place.image)


def _plain(words: str) -> str:
    """Return the words of a link; an image in it speaks by its alternative text."""
    return plain_text(words).strip("*_ \n")


def _opening_bracket(text: str, at: int) -> int:
    """Return the offset after the bracket that is closed at ``at``; -1 if there is none."""
    depth = 1
    while depth and at > 0:
        at -= 1
        if text[at] in "[]" and text[at - 1 : at] != "\\":
            depth += 1 if text[at] == "]" else -1
    return -1 if depth else at + 1


def _html(html: str, start: int) -> Iterator[HandLink]:
    for match in ANCHOR.finditer(html):
        if href := HREF.search(match["attributes"]):
            begin, end = match.span()
            words = _text_of(match["words"])
            first, last = match.span("words")
            yield HandLink(
                start + begin, start + end, start + first, start + last, words, href["address"]
            )
    for match in IMAGE.finditer(html):
        begin, end = match.span()
        attributes = _attributes_of(match.group())
        yield HandLink(
            start + begin,
            start + end,
            start + begin,
            start + end,
            attributes.get("alt"),
            attributes.get("src") or "",
            image=True,
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.attributes: dict[str, str] = {}

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = {name: value or "" for name, value in attrs}
        self.words.append(self.attributes.get("alt", "") if tag == "img" else "")

    handle_startendtag = handle_starttag


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def _text_of(html: str) -> str:
    return " ".join("".join(_read(html).words).split())


def _attributes_of(tag: str) -> dict[str, str]:
    return _read(tag).attributes


class Blocks:
    """The blocks of a text, to tell in which of them an offset lies."""

    def __init__(self, text: Writing) -> None:
        self._blocks = scan_blocks(text.text)
        self._starts = [block.start for block in self._blocks]

    def at(self, offset: int) -> Block | None:
        """Return the block in which an offset lies."""
        row = bisect_right(self._starts, offset) - 1
        return self._blocks[row] if row >= 0 else None


def is_heading(block: Block | None) -> bool:
    """Tell whether a block is a heading."""
    return block is not None and block.kind is Kind.HEADING
