"""All assessments under one framework side by side, and places over the years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lpsa_build.model.addresses import comparison_path
from lpsa_build.model.directives import Chart
from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.knowledge import Entry
from lpsa_build.render.figures import Drawing
from lpsa_build.render.make_page import make_page
from lpsa_build.render.page import Page
from lpsa_build.render.renderer import Renderer
from lpsa_build.render.results import highest
from lpsa_build.score.result import Result

MOST_CELLS = 4000
"""A longer table of results is cut down to the highest level: its readers choose places instead."""

Line = tuple[Result, ...]


def render_comparison(
    renderer: Renderer, framework: Entry[Framework], assessments: Sequence[Entry[Assessment]]
) -> Page:
    """Return the page on which the assessments of a framework stand side by side."""
    _ = renderer.words.gettext
    name = framework.fields.abbreviation or framework.fields.title
    results = [renderer.figures.result(framework, one) for one in assessments]
    lines = list(_lines(results))
    short = len(lines) * len(assessments) > MOST_CELLS
    if short:
        lines = _tops(results)[: MOST_CELLS // len(assessments)]
    chart = renderer.figures.chart(Chart.COMPARISON, framework, assessments)
    return make_page(
        renderer,
        "comparison.md",
        comparison_path(framework.id),
        title=_("%(label)s: %(text)s") % {"label": name, "text": _("places and years compared")},
        description=_("All assessments under one framework, side by side."),
        framework=framework,
        assessments=assessments,
        lines=lines,
        overall=results if results[0].low is not None else [],
        short=short,
        caption=renderer.figures.title(framework.fields, assessments, lines),
        chart=chart,
        changes=list(_changes(renderer, framework, assessments)),
        listings=[f"assessments under {framework.id}"],
    )


def _lines(results: Sequence[Result]) -> Iterator[Line]:
    """Yield the lines of the highest level that has numbers, each group under its item."""
    for top in _tops(results):
        yield top
        if top[0].low is None:
            yield from zip(*(highest(result) for result in top), strict=False)


def _tops(results: Sequence[Result]) -> list[Line]:
    return list(zip(*(result.parts for result in results), strict=True))


def _changes(
    renderer: Renderer, framework: Entry[Framework], assessments: Sequence[Entry[Assessment]]
) -> Iterator[Drawing]:
    """Yield a chart for each place that was assessed more than once."""
    places: dict[str, list[Entry[Assessment]]] = {}
    for one in assessments:
        places.setdefault(one.fields.place, []).append(one)
    for found in places.values():
        if len(found) > 1:
            found.sort(key=lambda one: one.fields.period)
            yield renderer.figures.chart(Chart.TIMELINE, framework, found, whole=True)
