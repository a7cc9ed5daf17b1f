"""The addresses of the site as it is now, to be compared with those that have been published."""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.model.addresses import FOLDERS, Kind, address_of, domain_path, page_path
from lpsa_build.model.framework import Assessment
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record


def title_of(entry: Entry[Record]) -> str:
    """Return what a page is called."""
    fields = entry.fields
    if isinstance(fields, Assessment):
        return f"{fields.place}, {fields.period}"
    return str(getattr(fields, "term" if isinstance(fields, Term) else "title"))


def pages(content: Content) -> dict[str, Entry[Record]]:
    """Return address → entry, for every entry whose page may move: not the home page."""
    entries = content.knowledge.entries()
    return {address: entry for entry in entries if (address := address_of(entry.page))}


def kept(content: Content) -> frozenset[str]:
    """Return every address that answers: pages, old ids, and pages whose file has a fault."""
    return frozenset(_kept(content))


def _kept(content: Content) -> Iterator[str]:
    knowledge = content.knowledge
    yield from map(address_of, map(domain_path, knowledge.settings.domains))
    for entry in knowledge.entries():
        yield address_of(entry.page)
        yield from map(entry.old_address, getattr(entry.fields, "redirect_from", ()))
    for key in knowledge.unread:
        name, _, identifier = key.partition(":")
        if (kind := Kind(name)) is Kind.PAGE or kind in FOLDERS:
            yield address_of(page_path(kind, identifier))
