"""By what readers narrow a search: kind, theme, region, status and language of a page."""

from __future__ import annotations

from collections.abc import Iterable

from lpsa_build.config import Settings
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.render.words import Words, own_name

Facets = tuple[tuple[str, str], ...]
"""Pairs of a facet and one of its values, as ids: ``("domain", "fiscal")``."""


def facets_of(entry: Entry[Record] | None, settings: Settings) -> Facets:
    """Return the facets of an entry's page; a page of no entry is a plain page."""
    fields = entry.fields if entry else None
    domains = _values(fields, "domain", "domains", "theme", "themes")
    regions = _values(fields, "region", "regions")
    return (
        ("kind", str(entry.kind if entry else Kind.PAGE)),
        *(("domain", domain) for domain in domains if domain in settings.domains),
        *(("region", region) for region in regions if region in settings.regions),
        *(("status", status) for status in _values(fields, "status")),
        ("language", settings.language),
    )


def _values(fields: Record | None, *names: str) -> list[str]:
    found: list[str] = []
    for name in names:
        value = getattr(fields, name, None) or ()
        found.extend(map(str, [value] if isinstance(value, str) else value))
    return list(dict.fromkeys(found))


def facet_names(
    used: Iterable[Facets], settings: Settings, words: Words
) -> dict[str, dict[str, str]]:
    """Return each facet's values that pages have, with their names; "" names the facet itself."""
    _ = words.gettext
    known = {
        "kind": {"": _("Kind of page"), **kind_names(words)},
        "domain": {"": _("Theme"), **{i: topic.title for i, topic in settings.domains.items()}},
        "region": {"": _("Region"), **{i: topic.title for i, topic in settings.regions.items()}},
        "status": {"": _("Status"), **_status_names(words)},
        "language": {"": _("Language"), **{i: own_name(i) for i in settings.languages}},
    }
    seen = {pair for facets in used for pair in facets}
    return {
        facet: {value: name for value, name in names.items() if not value or (facet, value) in seen}
        for facet, names in known.items()
    }


def kind_names(words: Words) -> dict[str, str]:
    """Return what one page of each kind is called."""
    _ = words.gettext
    return {
        "term": _("Term"),
        "primer": _("Primer"),
        "framework": _("Framework"),
        "assessment": _("Assessment"),
        "project": _("Project"),
        "working-group": _("Working group"),
        "page": _("Page"),
    }


def _status_names(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "draft": _("Draft"),
        "reviewed": _("Reviewed"),
        "approved": _("Approved"),
        "published": _("Published"),
        "illustrative": _("Illustrative"),
        "planned": _("Planned"),
        "ongoing": _("Ongoing"),
        "completed": _("Completed"),
        "deprecated": _("Withdrawn"),
    }
