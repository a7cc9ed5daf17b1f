"""The page on which readers fill in a framework: a form to print, and with scripts to score."""

from __future__ import annotations

from lpsa_build.model.addresses import score_card_path
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.render.make_page import make_page
from lpsa_build.render.page import Page
from lpsa_build.render.renderer import Renderer
from lpsa_build.render.results import tables_of


def has_score_card(framework: Framework) -> bool:
    """Tell whether anything in a framework can be scored."""
    return any(framework.scale_of(item) for _, item in framework.walk())


def render_score_card(renderer: Renderer, entry: Entry[Framework]) -> Page:
    """Return the page with a field for every item that is scored."""
    _ = renderer.words.gettext
    name = entry.fields.abbreviation or entry.fields.title
    whole = renderer.figures.unscored(entry)
    return make_page(
        renderer,
        "score-card.md",
        score_card_path(entry.id),
        title=_("%(label)s: %(text)s") % {"label": name, "text": _("score card")},
        description=_("A form with which to assess a place; what is entered stays on the device."),
        framework=entry,
        whole=whole,
        tables=[table for table in tables_of(whole) if table.head is None or table.head.of],
        revisions=_revisions(renderer, entry.fields),
        listings=["frameworks"],
    )


def _revisions(renderer: Renderer, framework: Framework) -> dict[str, int]:
    """Return the present revision of each term that an item names, for the record."""
    terms = renderer.knowledge.terms
    named = {term for _, item in framework.walk() for term in item.terms}
    return {term: terms[term].fields.revision for term in sorted(named) if term in terms}
