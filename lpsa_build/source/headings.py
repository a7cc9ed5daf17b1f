"""Heading ids: the same ones in the source, the table of contents and the built page."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"[^\w\s-]")
_SEPARATORS = re.compile(r"[-\s_]+")


def slug(text: str, taken: dict[str, int] | None = None) -> str:
    """Return the id of a heading: its letters of any script, in lower case, joined by hyphens.

    With ``taken`` the id is made unique by a number (``-2``, ``-3`` …) and added to it; it holds
    for each id the last number that was tried.
    """
    words = _DROPPED.sub("", unicodedata.normalize("NFC", text)).strip().lower()
    base = _SEPARATORS.sub("-", words).strip("-") or "section"
    if taken is None:
        return base
    number = taken.get(base, 0) + 1
    unique = base if number == 1 else f"{base}-{number}"
    while unique in taken:
        number += 1
        unique = f"{base}-{number}"
    taken[base] = number
    taken.setdefault(unique, 1)
    return unique
