"""The feed of changed definitions, for feed readers: Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as Xml

from lpsa_build.model.addresses import revision_anchor
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.render.page import StaticFile, plain
from lpsa_build.render.renderer import Renderer

FEED = "feed.xml"
MOST = 50
"""How many wordings the feed holds: readers fetch it often, and keep what they have seen."""


@dataclass(frozen=True)
class Change:
    """A wording of a definition, and the day on which it came."""

    entry: Entry[Term]
    revision: int
    day: date
    definition: str


def feed_files(renderer: Renderer) -> Iterator[StaticFile]:
    """Yield the feed; a site that does not know its own address can have none."""
    if renderer.knowledge.settings.site_url:
        root = _feed(renderer, newest_changes(renderer))
        Xml.indent(root, " ")
        text = Xml.tostring(root, encoding="unicode")
        yield StaticFile(FEED, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode())


def newest_changes(renderer: Renderer) -> list[Change]:
    """Return the last wordings that have a day, newest first."""
    changes = [
        change
        for entry in renderer.knowledge.terms.values()
        for change in _changes(renderer, entry)
    ]
    return sorted(changes, key=lambda c: (-c.day.toordinal(), c.entry.id, -c.revision))[:MOST]


def _changes(renderer: Renderer, entry: Entry[Term]) -> Iterator[Change]:
    term = entry.fields
    if term.updated:
        yield Change(entry, term.revision, term.updated, renderer.plain_definition(entry))
    for wording in term.history:
        definition = plain(renderer.to_html(wording.definition, entry.page))
        yield Change(entry, wording.revision, wording.date, definition)


def _feed(renderer: Renderer, changes: list[Change]) -> Xml.Element:
    settings, _ = renderer.knowledge.settings, renderer.words.gettext
    url = renderer.knowledge.file_url
    feed = Xml.Element(
        "feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language}
    )
    _add(feed, "id", url(FEED))
    _add(feed, "title", f"{settings.site_name} – {_('Changed definitions')}")
    _add(feed, "updated", _moment(changes[0].day if changes else date(1970, 1, 1)))
    _add(feed, "link", rel="self", type="application/atom+xml", href=url(FEED))
    _add(feed, "link", rel="alternate", type="text/html", href=url("glossary/"))
    _add(_add(feed, "author"), "name", settings.publisher)
    _add(feed, "rights", "CC BY 4.0")
    for change in changes:
        _entry(renderer, feed, change)
    return feed


def _entry(renderer: Renderer, feed: Xml.Element, change: Change) -> None:
    _ = renderer.words.gettext
    term = change.entry.fields
    address = f"{renderer.knowledge.url_of(change.entry.page)}#{revision_anchor(change.revision)}"
    revision = _("revision %(number)s") % {"number": change.revision}
    entry = _add(feed, "entry")
    _add(entry, "id", address)
    _add(entry, "title", f"{term.title}{_(', ')}{revision}")
    _add(entry, "updated", _moment(change.day))
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    if domain := renderer.knowledge.settings.domains.get(term.domain):
        _add(entry, "category", term=domain.id, label=domain.title)
    _add(entry, "content", change.definition, type="text")


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, attributes)
    element.text = text
    return element
