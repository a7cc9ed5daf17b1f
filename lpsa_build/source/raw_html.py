"""The addresses of links and images in raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lpsa_build.source.pieces import Destination

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
