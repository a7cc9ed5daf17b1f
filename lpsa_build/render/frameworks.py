"""Frameworks with their whole structure, and the assessments made under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpsa_build.model.framework import Assessment, Framework, Item, OrderedScale, Score
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.references import items_with_paths
from lpsa_build.render.page import Page
from lpsa_build.render.site import Renderer, neighbours, title_of


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a structure table. ``position`` is the score's place on its scale, 0 to 1."""

    item: Item
    depth: int
    level: str
    score: Score | None = None
    label: str = ""
    position: float | None = None


def render_frameworks(renderer: Renderer) -> Iterator[Page]:
    """Yield the index, a page per framework and a page per assessment."""
    _ = renderer.words.gettext
    frameworks = sorted(renderer.knowledge.frameworks.values(), key=lambda f: f.fields.title)
    yield renderer.page(
        "frameworks.md",
        "frameworks/index.md",
        title=_("Assessment frameworks"),
        description=_("Frameworks with which countries and places are assessed, as data."),
        frameworks=frameworks,
        listings=["frameworks", "assessments"],
    )
    for before, entry, after in neighbours(frameworks):
        yield _framework(renderer, before, entry, after)
    for assessment in renderer.knowledge.assessments.values():
        if framework := renderer.knowledge.frameworks.get(assessment.id.split("/")[0]):
            yield _assessment(renderer, framework, assessment)


def _framework(
    renderer: Renderer,
    before: Entry[Framework] | None,
    entry: Entry[Framework],
    after: Entry[Framework] | None,
) -> Page:
    return renderer.page(
        "framework.md",
        entry.page,
        title=entry.fields.heading,
        description=entry.fields.summary,
        entry=entry,
        groups=_groups(entry.fields),
        counts=_counts(entry.fields),
        place={item.code: path for path, item in items_with_paths(entry.fields)},
        assessments=renderer.knowledge.assessments_of(entry.id),
        before=before,
        after=after,
        listings=[f"assessments under {entry.id}"],
    )


def _assessment(renderer: Renderer, framework: Entry[Framework], entry: Entry[Assessment]) -> Page:
    _ = renderer.words.gettext
    scores = entry.fields.scores
    short = framework.fields.abbreviation or framework.fields.title
    groups = [
        group for group in _groups(framework.fields, scores) if any(r.score for r in group[1])
    ]
    scored = [item for depth, item in framework.fields.walk() if item.scale]
    return renderer.page(
        "assessment.md",
        entry.page,
        # Translators: A name and what belongs to it, with the colon and spaces of the language.
        title=_("%(label)s: %(text)s") % {"label": short, "text": title_of(entry)},
        description=entry.fields.summary or framework.fields.summary,
        entry=entry,
        framework=framework,
        groups=groups,
        rated=sum(item.code in scores for item in scored),
        of=len(scored),
    )


def _groups(
    framework: Framework, scores: dict[str, Score] | None = None
) -> list[tuple[Item | None, list[Row]]]:
    """Return the tables of a framework: the item at the head of each, and its lines.

    Where no item of the highest level has parts, there is one table, with none at its head.
    """
    groups = [(top, _rows(framework, top, scores)) for top in framework.structure.items]
    if any(top.items for top, _ in groups):
        return [*groups]
    return [(None, [row for _, rows in groups for row in rows])]


def _rows(framework: Framework, top: Item, scores: dict[str, Score] | None = None) -> list[Row]:
    """Return the lines below one item of the highest level (the item itself if it has none)."""
    levels = framework.structure.levels
    rows = []
    for depth, item in top.walk():
        if depth == 0 and top.items:
            continue
        level = levels[depth] if depth < len(levels) else ""
        rows.append(_row(framework, item, depth, level, (scores or {}).get(item.code)))
    return rows


def _row(framework: Framework, item: Item, depth: int, level: str, score: Score | None) -> Row:
    scale = framework.scales.get(item.scale or "")
    if score is None or scale is None:
        return Row(item, depth, level, score)
    for special in framework.not_rated:
        if special.code == score.score:
            return Row(item, depth, level, score, special.label)
    if isinstance(scale, OrderedScale):
        points = [grade.points for grade in scale.values]
        for grade in scale.values:
            if grade.code == score.score:
                span = max(points) - min(points) or 1
                position = float((grade.points - min(points)) / span)
                return Row(item, depth, level, score, grade.label or "", position)
    return Row(item, depth, level, score)


def _counts(framework: Framework) -> list[tuple[str, int]]:
    """Return how many items each level has, in the framework's own words."""
    found: dict[int, int] = {}
    for depth, _ in framework.walk():
        found[depth] = found.get(depth, 0) + 1
    levels = framework.structure.levels
    return [(levels[depth], count) for depth, count in sorted(found.items()) if depth < len(levels)]
