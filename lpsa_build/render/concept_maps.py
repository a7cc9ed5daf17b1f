"""What the maps of terms and themes show: relations and hierarchies of the knowledge base."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lpsa_build.model.addresses import domain_path, relative
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.render.maps.drawing import Place
from lpsa_build.render.maps.hierarchy import hierarchy, trees_of
from lpsa_build.render.maps.term_map import Group, term_map
from lpsa_build.render.renderer import Renderer
from lpsa_build.render.words import direction


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a term: its name in the site's language, its kind, and the other terms."""

    name: str
    kind: str
    terms: tuple[str, ...]


def relations_of(renderer: Renderer, entry: Entry[Term]) -> list[Relation]:
    """Return the relations that a term has, from both sides, what is broader first."""
    knowledge, _ = renderer.knowledge, renderer.words.gettext
    known = knowledge.terms
    found = [
        Relation(_("Broader"), "broader", tuple(t for t in entry.fields.broader if t in known)),
        Relation(_("Part of"), "whole", tuple(t for t in entry.fields.part_of if t in known)),
        Relation(_("Narrower"), "narrower", knowledge.narrower.get(entry.id, ())),
        Relation(_("Has parts"), "part", knowledge.has_part.get(entry.id, ())),
        Relation(_("Related"), "related", knowledge.related.get(entry.id, ())),
        Relation(_("Not to be confused with"), "contrast", knowledge.contrast.get(entry.id, ())),
    ]
    return [relation for relation in found if relation.terms]


def map_of_term(renderer: Renderer, entry: Entry[Term], relations: list[Relation]) -> str:
    """Return the map of a term as SVG; empty if it has no relation."""
    if not relations:
        return ""
    place = _places(renderer, entry.page)
    groups = [
        Group(
            relation.name,
            relation.kind,
            relation.kind in {"broader", "whole"},
            tuple(map(place, relation.terms)),
        )
        for relation in relations
    ]
    title = renderer.words.gettext("Map of the terms around “%(term)s”") % {
        "term": entry.fields.title
    }
    return term_map(title, entry.fields.title, groups, _and_more(renderer), rtl=_rtl(renderer))


def domain_map(renderer: Renderer, domain: str, title: str) -> str:
    """Return the hierarchy of a theme's terms as SVG; empty if there is none."""
    terms = {entry.id: entry.fields for entry in renderer.knowledge.terms_in(domain)}
    trees = trees_of(
        list(terms),
        {term: fields.broader for term, fields in terms.items()},
        {term: fields.part_of for term, fields in terms.items()},
        _places(renderer, domain_path(domain)),
    )
    if not trees:
        return ""
    name = renderer.words.gettext("Map of the terms under “%(theme)s”") % {"theme": title}
    return hierarchy(name, trees, _and_more(renderer), rtl=_rtl(renderer))


def _places(renderer: Renderer, page: str) -> Callable[[str], Place]:
    """Return what finds the label of a term and the link to it from a page."""
    terms = renderer.knowledge.terms
    return lambda term: Place(terms[term].fields.title, relative(terms[term].page, page))


def _and_more(renderer: Renderer) -> Callable[[int], str]:
    def words(number: int) -> str:
        text: str = renderer.words.ngettext("and %(num)s more", "and %(num)s more", number)
        return text % {"num": number}

    return words


def _rtl(renderer: Renderer) -> bool:
    return direction(renderer.language) == "rtl"
