"""The addresses of links and images in raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from lpsa_build.source.markup import ATTRIBUTES
from lpsa_build.source.pieces import Destination, RawHtml

TAG = re.compile(
    r"""<(?P<tag>[a-z][\w-]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^"'<>])*+)>""", re.IGNORECASE
)
ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=>"'/]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
)
ADDRESSES = {("a", "href"), ("img", "src")}


def raw_destinations(text: str, start: int, end: int) -> Iterator[Destination]:
    """Yield the addresses between two offsets of a text, without character references."""
    for tag in TAG.finditer(text, start, end):
        for match in ATTRIBUTE.finditer(text, *tag.span("attributes")):
            if (tag["tag"].lower(), match["name"].lower()) in ADDRESSES:
                first, last = match.span(match.lastgroup or 0)
                address, image = unescape(text[first:last]), tag["tag"].lower() == "img"
                yield Destination(first, last, address, image, "", raw=True)


PAIRED = frozenset(ATTRIBUTES) - {"br", "hr", "img", "li", "dt", "dd", "tr", "th", "td",
                                  "thead", "tbody", "tfoot", "caption"}  # fmt: skip
"""Elements that may be published and that need an end."""
PIECE = re.compile(
    r"<!--(?P<comment>.*?-->)?|</?(?P<tag>[a-z][\w-]*)\b[^<>]*>", re.IGNORECASE | re.DOTALL
)


def open_tags(pieces: Iterable[RawHtml]) -> list[tuple[int, int]]:
    """Return where, from offset to offset, comments and elements begin that are never closed."""
    opened: list[tuple[str, int, int]] = []
    for raw in pieces:
        for match in PIECE.finditer(raw.text):
            start, end = raw.start + match.start(), raw.start + match.end()
            if match.group().startswith("<!--"):
                if not match["comment"]:
                    return [*((first, last) for _, first, last in opened), (start, end)]
            elif (tag := match["tag"].lower()) in PAIRED and not match.group().endswith("/>"):
                _pair(opened, tag, start, end, closes=match.group().startswith("</"))
    return [(start, end) for _, start, end in opened]


def _pair(
    opened: list[tuple[str, int, int]], tag: str, start: int, end: int, *, closes: bool
) -> None:
    if not closes:
        opened.append((tag, start, end))
        return
    last = next((n for n in reversed(range(len(opened))) if opened[n][0] == tag), None)
    if last is not None:
        del opened[last]
