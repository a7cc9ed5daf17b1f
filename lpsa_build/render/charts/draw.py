"""Which chart is drawn: the one that is asked for, or one that can show so much."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lpsa_build.model.directives import Chart
from lpsa_build.render.charts import bars, comparison, heat_map, radar, timeline
from lpsa_build.render.charts.canvas import SHAPES
from lpsa_build.render.charts.figure import Figure


def kind_that_fits(kind: Chart, rows: int, series: int) -> Chart | None:
    """Return the kind that can show so many rows and series; None if no picture can.

    A radar of fewer than three or more than twelve spokes becomes bars, a line for each of more
    than four items a comparison of the periods, a comparison of more than four a heat map.
    """
    if rows == 0 or rows > bars.MOST:
        return None
    if kind is Chart.TIMELINE and (rows > timeline.MOST or series < 2):
        kind = Chart.COMPARISON
    if kind is Chart.RADAR and not (radar.LEAST <= rows <= radar.MOST and series <= SHAPES):
        kind = Chart.BARS
    if kind is Chart.BARS and series > 1:
        kind = Chart.COMPARISON
    if kind is Chart.COMPARISON and series == 1:
        return Chart.BARS
    if kind is Chart.COMPARISON and series > SHAPES:
        kind = Chart.HEAT_MAP
    if kind is Chart.COMPARISON and rows * series > comparison.MOST:
        return None
    if kind is Chart.HEAT_MAP and rows * series > heat_map.MOST:
        return None
    return kind


def draw(kind: Chart, figure: Figure) -> str:
    """Return the SVG of a figure that fits its kind."""
    return DRAWERS[kind](figure)


DRAWERS: Mapping[Chart, Callable[[Figure], str]] = {
    Chart.RADAR: radar.radar,
    Chart.BARS: bars.bars,
    Chart.COMPARISON: comparison.comparison,
    Chart.TIMELINE: timeline.timeline,
    Chart.HEAT_MAP: heat_map.heat_map,
}
