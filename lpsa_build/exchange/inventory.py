"""The pages that others may refer to, as a Sphinx inventory, version 2.

``:term:`own-source revenue``` in another project's documentation, or ``[own-source revenue][]``
with mkdocstrings, then leads here. Format: ``sphinx.util.inventory``.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from lpsa_build.model.addresses import address_of
from lpsa_build.model.knowledge import KnowledgeBase

FOUND, NOT_LISTED = 1, -1
"""Priorities: also found by search, or only by who knows the name."""


def inventory(knowledge: KnowledgeBase) -> bytes:
    """Return ``objects.inv``: each label of each term, and every entry that has a page."""
    head = (
        "# Sphinx inventory version 2\n"
        f"# Project: {_line(knowledge.settings.site_name)}\n"
        f"# Version: {knowledge.revision}\n"
        "# The remainder of this file is compressed using zlib.\n"
    )
    lines = dict(_objects(knowledge))
    body = "".join(f"{name} {rest}\n" for name, rest in sorted(lines.items()))
    return head.encode() + zlib.compress(body.encode(), 9)


def _objects(knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Yield name with type, and the rest of the line; of two with one name the last one counts."""
    for entry in knowledge.sorted_terms:
        term, place = entry.fields, address_of(entry.page)
        others = (*term.aliases, *filter(None, [term.abbreviation]))
        for label in map(_line, others):
            yield f"{label} std:term", f"{NOT_LISTED} {place} {_line(term.title)}"
    for entry in knowledge.sorted_terms:
        title, place = _line(entry.fields.title), address_of(entry.page)
        yield f"{title} std:term", f"{FOUND} {place} -"
        yield f"{entry.id} std:label", f"{NOT_LISTED} {place} {title}"
    for page in knowledge.entries():
        title = str(getattr(page.fields, "title", page.id))
        address = address_of(page.page)
        yield f"{address.rstrip('/') or 'index'} std:doc", f"{NOT_LISTED} {address} {_line(title)}"


def _line(text: str) -> str:
    return " ".join(text.split())
