"""The glossary's pages: A-Z, domains, terms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from lpsa_build.mentions.usage import Usage
from lpsa_build.model.addresses import Kind, address_of, domain_path
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.render.alphabet import by_letter, list_address, list_facets
from lpsa_build.render.concept_maps import domain_map, map_of_term, relations_of
from lpsa_build.render.make_page import make_page
from lpsa_build.render.page import Page
from lpsa_build.render.renderer import Renderer, neighbours

SCRIPT_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def render_glossary(renderer: Renderer) -> Iterator[Page]:
    """Yield the A-Z, the list of domains, a page per domain and a page per term."""
    knowledge = renderer.knowledge
    _ = renderer.words.gettext
    yield make_page(
        renderer,
        "glossary.md",
        "glossary/index.md",
        title=_("Glossary A–Z"),
        description=_("Every term of the knowledge base in alphabetical order."),
        letters=by_letter(knowledge),
        facets=list_facets(renderer),
        list_address=list_address(renderer),
        listings=["terms"],
    )
    yield make_page(
        renderer,
        "domains.md",
        "domains/index.md",
        title=_("Themes"),
        description=_("The terms of the glossary by theme."),
        listings=["terms"],
    )
    for domain in knowledge.settings.domains.values():
        yield make_page(
            renderer,
            "domain.md",
            domain_path(domain.id),
            title=domain.title,
            description=domain.summary,
            domain=domain,
            hierarchy=domain_map(renderer, domain.id, domain.title),
            listings=[f"terms in {domain.id}"],
        )
    for before, term, after in neighbours(knowledge.sorted_terms):
        yield _term_page(renderer, before, term, after)


def _term_page(
    renderer: Renderer,
    before: Entry[Term] | None,
    entry: Entry[Term],
    after: Entry[Term] | None,
) -> Page:
    knowledge = renderer.knowledge
    relations = relations_of(renderer, entry)
    own_notes = entry.body.text.lstrip().startswith("#")
    return make_page(
        renderer,
        "term.md",
        entry.page,
        title=entry.fields.title,
        description=renderer.plain_definition(entry),
        entry=entry,
        domain=knowledge.settings.domains.get(entry.fields.domain),
        relations=[(relation.name, relation.terms) for relation in relations],
        map=map_of_term(renderer, entry, relations),
        contrast=knowledge.contrast.get(entry.id, ()),
        usages=_usages_by_entry(renderer, entry.id),
        items=knowledge.items_on.get(entry.id, ()),
        before=before,
        after=after,
        notes_heading=bool(entry.body.text.strip()) and not own_notes,
        json_ld=script_json(_json_ld(renderer, entry)),
    )


def _usages_by_entry(renderer: Renderer, term: str) -> list[tuple[Entry[Any], list[Usage]]]:
    """Group the uses of a term by entry: articles first, then other terms."""
    found: dict[str, list[Usage]] = {}
    for usage in renderer.links.used_in.get(term, ()):
        found.setdefault(usage.entry, []).append(usage)
    rows = [(renderer.by_key[key], usages) for key, usages in found.items()]
    return sorted(rows, key=lambda row: row[0].kind is Kind.TERM)


def _json_ld(renderer: Renderer, entry: Entry[Term]) -> dict[str, Any]:
    """Return the entry as schema.org ``DefinedTerm``."""
    settings, term = renderer.knowledge.settings, entry.fields
    base = settings.site_url.rstrip("/")
    others = [*term.aliases, *([term.abbreviation] if term.abbreviation else [])]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": f"{base}/{address_of(entry.page)}",
        "url": f"{base}/{address_of(entry.page)}",
        "name": term.term,
        "description": renderer.plain_definition(entry),
        "inLanguage": settings.language,
        "termCode": entry.id,
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": f"{base}/glossary/",
            "name": settings.site_name,
        },
    }
    if others:
        data["alternateName"] = others
    if term.exact_match:
        data["sameAs"] = list(term.exact_match)
    if term.updated:
        data["dateModified"] = term.updated.isoformat()
    return data


def script_json(data: object) -> Markup:
    """Return JSON that is safe inside a script element."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for character, escape in SCRIPT_ESCAPES.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704  # escaped for script elements
