"""Assessments → charts: which results are shown, how they are called, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from lpsa_build.model.directives import Chart
from lpsa_build.model.framework import (
    Assessment,
    AssessmentStatus,
    Display,
    Framework,
    Item,
    OrderedScale,
)
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import show_number
from lpsa_build.render.charts.draw import draw, kind_that_fits
from lpsa_build.render.charts.figure import NO_DATA, Figure, Mark, Row
from lpsa_build.render.results import at_level, highest
from lpsa_build.render.words import Words, direction
from lpsa_build.score.assess import assess
from lpsa_build.score.display import printed
from lpsa_build.score.result import Result

TOLD = 12
"""Up to so many values are read out with a chart; more stand in its table only."""

MOST_NAMED = 4
"""So many places are named in the title of a chart or table."""
FEW = 3
"""With fewer results at the highest level a chart shows those below them."""

Displays = Mapping[str, Display | None]


def name_of(assessment: Assessment, words: Words) -> str:
    """Return the name of an assessment as lists and page titles show it."""
    return f"{assessment.place}{words.gettext(', ')}{assessment.period}"


class MadeUp(Enum):
    """How many of some assessments are illustrative."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


def made_up(assessments: Sequence[Entry[Assessment]]) -> MadeUp:
    """Tell whether some assessments, or all of them, are illustrative."""
    each = {one.fields.status is AssessmentStatus.ILLUSTRATIVE for one in assessments}
    return MadeUp.NONE if True not in each else MadeUp.SOME if False in each else MadeUp.ALL


@dataclass(frozen=True)
class Drawing:
    """A chart with the values beside it; ``svg`` is empty where there are too many to draw."""

    svg: str
    figure: Figure
    framework: Entry[Framework]
    assessments: tuple[Entry[Assessment], ...]
    lines: tuple[tuple[Result, ...], ...]
    """The results of each row, one for each assessment."""

    @property
    def gaps(self) -> bool:
        """Whether a score is missing."""
        return any(m.position is None for row in self.figure.rows for m in row.marks)

    @property
    def partial(self) -> bool:
        """Whether a result is made of a part of its items only."""
        return any(m.partial for row in self.figure.rows for m in row.marks)


@dataclass
class Figures:
    """Makes the charts of a site in its language; every assessment is added up once."""

    words: Words
    language: str
    _results: dict[str, Result] = field(default_factory=dict)

    def result(self, framework: Entry[Framework], assessment: Entry[Assessment]) -> Result:
        """Return what an assessment comes to."""
        if assessment.id not in self._results:
            self._results[assessment.id] = assess(framework.fields, assessment.fields.given)
        return self._results[assessment.id]

    def unscored(self, framework: Entry[Framework]) -> Result:
        """Return a framework without any score: its structure."""
        return assess(framework.fields, {})

    def chart(
        self,
        kind: Chart,
        framework: Entry[Framework],
        assessments: Sequence[Entry[Assessment]],
        *,
        item: Item | None = None,
        level: str = "",
        whole: bool = False,
    ) -> Drawing:
        """Return a chart of assessments under one framework.

        It shows the highest results that are numbers, below ``item`` if one is given, or those of
        a ``level``; with ``whole``, also what they come to together.
        """
        results = [self.result(framework, assessment) for assessment in assessments]
        roots = [_at(result, item) for result in results]
        lines = _lines(roots, level, deep=kind is not Chart.TIMELINE)
        if whole and len(lines) > 1 and roots[0].low is not None:
            lines.append(tuple(roots))
        fitting = kind_that_fits(kind, len(lines), len(assessments))
        figure = self._figure(fitting or kind, framework, assessments, lines)
        svg = draw(fitting, figure) if fitting else ""
        return Drawing(svg, figure, framework, tuple(assessments), tuple(lines))

    def title(
        self,
        framework: Framework,
        assessments: Sequence[Entry[Assessment]],
        lines: Sequence[tuple[Result, ...]],
    ) -> str:
        """Return what a chart or table of these results is called; made-up ones say so first."""
        _ = self.words.gettext
        values = {
            "framework": framework.abbreviation or framework.title,
            "level": next((line[0].level for line in lines if line[0].level), ""),
            "places": self._named(assessments),
        }
        titles = {
            MadeUp.ALL: _("Illustrative scores, %(framework)s by %(level)s: %(places)s"),
            MadeUp.SOME: _("Partly illustrative scores, %(framework)s by %(level)s: %(places)s"),
            MadeUp.NONE: _("Scores, %(framework)s by %(level)s: %(places)s"),
        }
        return str(titles[made_up(assessments)] % values)

    def _named(self, assessments: Sequence[Entry[Assessment]]) -> str:
        """Return the names of some assessments; of many the first ones, and how many there are."""
        names = [name_of(one.fields, self.words) for one in assessments]
        if len(names) > MOST_NAMED + 1:
            more = len(names) - MOST_NAMED
            text = self.words.ngettext("and %(num)s more", "and %(num)s more", more)
            names[MOST_NAMED:] = [text % {"num": more}]
        return str(self.words.gettext("; ").join(names))

    def _figure(
        self,
        kind: Chart,
        framework: Entry[Framework],
        assessments: Sequence[Entry[Assessment]],
        lines: Sequence[tuple[Result, ...]],
    ) -> Figure:
        _ = self.words.gettext
        displays = dict(_displays(framework.fields.structure.items, framework.fields.display))
        rows = tuple(self._row(framework.fields, displays, line) for line in lines)
        scales = {(row.low, row.high) for row in rows}
        usual = (_("lowest score"), _("highest score"))
        marks = {
            MadeUp.ALL: _("Illustrative: these scores are made up"),
            MadeUp.SOME: _("Illustrative in part: some of these scores are made up"),
            MadeUp.NONE: "",
        }
        figure = Figure(
            self.title(framework.fields, assessments, lines),
            "",
            _series(self.words, kind, assessments),
            rows,
            next(iter(scales)) if len(scales) == 1 else usual,
            marks[made_up(assessments)],
            direction(self.language) == "rtl",
        )
        return replace(figure, description=" ".join(_description(self.words, kind, figure)))

    def _row(self, framework: Framework, displays: Displays, line: tuple[Result, ...]) -> Row:
        first = line[0]
        marks = tuple(_mark(result) for result in line)
        low, high = (_end(framework, displays, first, bound) for bound in ("low", "high"))
        if first.item is None:
            return Row(self.words.gettext("Overall"), "", marks, low, high)
        return Row(first.item.code, first.item.title, marks, low, high)


def _at(result: Result, item: Item | None) -> Result:
    return next(part for part in result.walk() if item is None or part.item is item)


def _lines(roots: Sequence[Result], level: str, *, deep: bool) -> list[tuple[Result, ...]]:
    """Return the results that a chart shows, item by item, one for each assessment.

    Where the highest results are very few, ``deep`` takes those below them.
    """
    shown = [list(at_level(root, level) if level else highest(root)) for root in roots]
    if deep and not level and 0 < len(shown[0]) < FEW:
        below = [[part for top in found for part in highest(top)] for found in shown]
        shown = below if len(below[0]) > len(shown[0]) else shown
    if not shown[0] and roots[0].low is not None:
        shown = [[root] for root in roots]
    same = len({len(found) for found in shown}) == 1
    return list(zip(*shown, strict=True)) if same else _joined(shown)


def _joined(shown: Sequence[Sequence[Result]]) -> list[tuple[Result, ...]]:
    """Return the lines of items that every assessment has a number for."""
    by_code = [{r.item.code: r for r in results if r.item} for results in shown]
    codes = [code for code in by_code[0] if all(code in known for known in by_code)]
    return [tuple(known[code] for known in by_code) for code in codes]


def _mark(result: Result) -> Mark:
    if result.value is None:
        return Mark(result.shown or NO_DATA)
    return Mark(result.shown, result.position, not result.complete)


def _displays(items: Sequence[Item], above: Display | None) -> Iterator[tuple[str, Display | None]]:
    """Yield how the result of each item is printed: as it says, or as the level above."""
    for item in items:
        display = item.display or above
        yield item.code, display
        yield from _displays(item.items, display)


def _end(framework: Framework, displays: Displays, result: Result, bound: str) -> str:
    """Return how the framework prints the lowest or the highest that a result could be."""
    value = getattr(result, bound)
    if value is None:
        return ""
    if result.item is None:
        return printed(framework, framework.display, value)
    if result.parts:
        return printed(framework, displays[result.item.code], value)
    scale = framework.scale_of(result.item)
    grades = scale.values if isinstance(scale, OrderedScale) else ()
    return next((grade.code for grade in grades if grade.points == value), show_number(value))


def _series(words: Words, kind: Chart, assessments: Sequence[Entry[Assessment]]) -> tuple[str, ...]:
    """Name the assessments: by their periods where the time runs along, else by their places."""
    if kind is Chart.TIMELINE:
        return tuple(assessment.fields.period for assessment in assessments)
    return tuple(name_of(assessment.fields, words) for assessment in assessments)


def _description(words: Words, kind: Chart, figure: Figure) -> Iterator[str]:
    _ = words.gettext
    yield {
        Chart.RADAR: _("A spoke for each item, with its lowest score at the center."),
        Chart.BARS: _("A bar for each item, from its lowest score to its highest."),
        Chart.COMPARISON: _("A line for each item, with a mark for each assessment."),
        Chart.TIMELINE: _("A line for each item, from the first period to the last."),
        Chart.HEAT_MAP: _("A row for each item and a column for each assessment."),
    }[kind]
    if len(figure.rows) <= TOLD and len(figure.series) == 1:
        told = [f"{row.code} {row.marks[0].shown}" for row in figure.rows]
        yield _("Scores: %(list)s.") % {"list": _(", ").join(told)}
    else:
        yield _("The scores stand in the table beside it.")
