"""Frameworks with their whole structure, the assessments made under them, and comparisons."""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.model.addresses import comparison_path, score_card_path
from lpsa_build.model.directives import Chart
from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.revisions import find_changes
from lpsa_build.render.comparison import render_comparison
from lpsa_build.render.make_page import make_page
from lpsa_build.render.page import Page
from lpsa_build.render.renderer import Renderer, neighbours, title_of
from lpsa_build.render.results import tables_of
from lpsa_build.render.score_card import has_score_card, render_score_card


def render_frameworks(renderer: Renderer) -> Iterator[Page]:
    """Yield the index, and of each framework its page, assessments, comparison and score card."""
    _ = renderer.words.gettext
    frameworks = sorted(renderer.knowledge.frameworks.values(), key=lambda f: f.fields.title)
    yield make_page(
        renderer,
        "frameworks.md",
        "frameworks/index.md",
        title=_("Assessment frameworks"),
        description=_("Frameworks with which countries and places are assessed, as data."),
        frameworks=frameworks,
        listings=["frameworks", "assessments"],
    )
    for before, entry, after in neighbours(frameworks):
        yield _framework(renderer, before, entry, after)
        assessments = renderer.knowledge.assessments_of(entry.id)
        for assessment in assessments:
            yield _assessment(renderer, entry, assessment, several=len(assessments) > 1)
        if len(assessments) > 1:
            yield render_comparison(renderer, entry, assessments)
        if has_score_card(entry.fields):
            yield render_score_card(renderer, entry)


def _framework(
    renderer: Renderer,
    before: Entry[Framework] | None,
    entry: Entry[Framework],
    after: Entry[Framework] | None,
) -> Page:
    return make_page(
        renderer,
        "framework.md",
        entry.page,
        title=entry.fields.heading,
        description=entry.fields.summary,
        entry=entry,
        tables=tables_of(renderer.figures.unscored(entry)),
        counts=_counts(entry.fields),
        assessments=renderer.knowledge.assessments_of(entry.id),
        comparison=comparison_path(entry.id),
        score_card=score_card_path(entry.id) if has_score_card(entry.fields) else "",
        before=before,
        after=after,
        listings=[f"assessments under {entry.id}"],
    )


def _assessment(
    renderer: Renderer, framework: Entry[Framework], entry: Entry[Assessment], *, several: bool
) -> Page:
    _ = renderer.words.gettext
    short = framework.fields.abbreviation or framework.fields.title
    whole = renderer.figures.result(framework, entry)
    given = set(entry.fields.given.values())
    return make_page(
        renderer,
        "assessment.md",
        entry.page,
        # Translators: A name and what belongs to it, with the colon and spaces of the language.
        title=_("%(label)s: %(text)s") % {"label": short, "text": title_of(entry, renderer.words)},
        description=entry.fields.summary or framework.fields.summary,
        entry=entry,
        framework=framework,
        whole=whole,
        tables=[t for t in tables_of(whole) if t.head is None or t.head.of],
        chart=renderer.figures.chart(Chart.RADAR, framework, [entry]),
        changes=find_changes(renderer.knowledge, entry),
        doubts=renderer.doubts_of(entry),
        used=[special.code for special in framework.fields.not_rated if special.code in given],
        several=several,
        comparison=comparison_path(framework.id),
    )


def _counts(framework: Framework) -> list[tuple[str, int]]:
    """Return how many items each level has, in the framework's own words."""
    found: dict[int, int] = {}
    for depth, _ in framework.walk():
        found[depth] = found.get(depth, 0) + 1
    levels = framework.structure.levels
    return [(levels[depth], count) for depth, count in sorted(found.items()) if depth < len(levels)]
