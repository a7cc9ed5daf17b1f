"""Images of a page: fetched when a reader comes near, with their place kept free until then."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote, urljoin

from lpsa_build.source.image_size import Size

IMAGE = re.compile(r'<img(?P<attributes>(?:\s+[\w-]+="[^"]*")*)\s*/?>')
SOURCE = re.compile(r'\ssrc="([^"]*)"')
SIZED = re.compile(r"\s(?:width|height)=")
LAZY = re.compile(r"\sloading=")


def sized_images(html: str, page: str, sizes: Mapping[str, Size]) -> str:
    """Return clean ``html`` whose images are lazy and sized, unless their author said otherwise.

    ``page`` is the address of the page, ``sizes`` are those of images by address.
    """

    def image(match: re.Match[str]) -> str:
        attributes = match["attributes"]
        source = SOURCE.search(attributes)
        size = sizes.get(unquote(urljoin(page, source[1]))) if source else None
        if size and not SIZED.search(attributes):
            attributes += f' width="{size[0]}" height="{size[1]}"'
        if not LAZY.search(attributes):
            attributes += ' loading="lazy"'
        return f"<img{attributes}>"

    return IMAGE.sub(image, html)
