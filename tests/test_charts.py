"""Charts as values in and SVG out: sizes, no data, direction, what is read out."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from xml.etree.ElementTree import Element, fromstring

import pytest

from lpsa_build.model.directives import Chart
from lpsa_build.render.charts import bars, comparison, heat_map, radar
from lpsa_build.render.charts.canvas import WIDTH
from lpsa_build.render.charts.draw import draw, kind_that_fits
from lpsa_build.render.charts.figure import NO_DATA, Figure, Mark, Row

MOST_BYTES = 5_000
TITLE = "استقلالية الإدارة المحلية في تحديد معدلات الضرائب العقارية وتحصيلها ومراقبتها " * 3
NAME = "بلدية المدينة القديمة الكبرى وضواحيها، 2025"
NUMBERS = re.compile(r"-?\d+")


def figure(rows: int, series: int = 1, *, rtl: bool = False, partial: bool = False) -> Figure:
    """Return a figure of long Arabic labels: the scores go up and down, none is missing."""
    return Figure(
        TITLE,
        TITLE,
        tuple(f"{NAME} {number}" for number in range(series)),
        tuple(
            Row(
                f"مؤشر-{row}.{row}",
                TITLE,
                tuple(
                    Mark("100.00", Fraction((row * 7 + n) % 13, 12), partial) for n in range(series)
                ),
            )
            for row in range(rows)
        ),
        ("أدنى درجة", "أعلى درجة"),
        "توضيحي: هذه الدرجات مختلقة",
        rtl,
    )


def drawn(kind: Chart, figure: Figure) -> Element:
    """Return the picture of a figure, whatever it is drawn as."""
    fitting = kind_that_fits(kind, len(figure.rows), len(figure.series))
    assert fitting
    svg = draw(fitting, figure)
    assert draw(fitting, figure) == svg
    return fromstring(svg)


def paths(svg: Element, name: str) -> list[str]:
    """Return the paths of a class."""
    return [path.get("d", "") for path in svg.iter("path") if name in path.get("class", "").split()]


def shown(svg: Element) -> list[str]:
    """Return the texts in a picture."""
    return ["".join(text.itertext()).strip("\u2068\u2069") for text in svg.iter("text")]


def with_scores(*positions: Fraction | None) -> Figure:
    """Return a figure of one series with these scores."""
    marks = [Mark() if at is None else Mark(str(at), at) for at in positions]
    rows = tuple(Row(f"I{n}", "Item", (mark,)) for n, mark in enumerate(marks))
    return Figure("Title", "Description", ("Valoria",), rows)


@pytest.mark.parametrize("kind", Chart)
@pytest.mark.parametrize("rows", [1, 2, 3, 12, 13, 31, 40])
@pytest.mark.parametrize("series", [1, 2, 4, 12])
@pytest.mark.parametrize("rtl", [False, True])
def test_no_chart_is_larger_than_five_kilobytes(
    kind: Chart, rows: int, series: int, rtl: bool
) -> None:
    """With long Arabic labels, up to 40 rows; what cannot be drawn so small is not drawn."""
    if fitting := kind_that_fits(kind, rows, series):
        svg = draw(fitting, figure(rows, series, rtl=rtl, partial=True))
        assert len(svg.encode()) <= MOST_BYTES, fitting


@pytest.mark.parametrize("kind", Chart)
def test_a_chart_says_what_it_is_and_takes_no_style_or_id(kind: Chart) -> None:
    svg = drawn(kind, replace(figure(4, 2), title="A < B & C"))
    assert "img" == svg.get("role")
    assert ["title", "desc"] == [child.tag for child in svg][:2]
    assert "A < B & C" == svg[0].text
    assert [] == [e for e in svg.iter() if {"style", "id", "onload"} & set(e.attrib)]
    assert "توضيحي: هذه الدرجات مختلقة" in shown(svg)


def test_a_zero_is_drawn_and_no_data_is_hatched() -> None:
    svg = drawn(Chart.BARS, with_scores(Fraction(0), None, Fraction(1)))
    assert 2 == "".join(paths(svg, "bar")).count("M")
    assert 1 == "".join(paths(svg, "none")).count("M")
    assert NO_DATA in shown(svg)
    assert "0" in shown(svg)


def test_a_radar_is_interrupted_where_there_is_no_score() -> None:
    whole = drawn(Chart.RADAR, with_scores(Fraction(1), Fraction(0), Fraction(1), Fraction(1)))
    gapped = drawn(Chart.RADAR, with_scores(Fraction(1), None, Fraction(1), Fraction(1)))
    assert paths(whole, "area")
    assert [] == paths(whole, "gap")
    assert [] == paths(gapped, "area")
    assert 1 == "".join(paths(gapped, "gap")).count("M")
    assert 4 == "".join(paths(whole, "m0")).count("M")
    assert 3 == "".join(paths(gapped, "m0")).count("M")


def test_no_data_is_hatched_in_a_comparison_and_a_heat_map() -> None:
    two = Figure(
        "Title",
        "",
        ("A", "B"),
        (Row("I", "Item", (Mark("0", Fraction(0)), Mark())),),
    )
    for kind, name in ((Chart.COMPARISON, "m0"), (Chart.HEAT_MAP, "h0")):
        svg = drawn(kind, two)
        there = "".join(paths(svg, name)).count("M")
        assert 1 == there - (kind is Chart.COMPARISON)  # there, the legend has the mark as well
        assert paths(svg, "gap")


def test_a_line_over_time_is_interrupted_and_years_stand_as_far_apart_as_they_are() -> None:
    marks = (Mark("1", Fraction(1)), Mark("2", Fraction(1, 2)), Mark(), Mark("3", Fraction(0)))
    years = ("1980", "1990", "2000", "2020")
    svg = drawn(Chart.TIMELINE, Figure("T", "", years, (Row("I", "Item", marks),)))
    assert 1 == "".join(paths(svg, "l0")).count("M")
    first, second, last = (int(NUMBERS.findall(m)[0]) for m in paths(svg, "m0")[0].split("M")[1:])
    assert 4 * (second - first) == pytest.approx(last - first, abs=4)


@pytest.mark.parametrize("kind", Chart)
def test_from_right_to_left_everything_is_mirrored(kind: Chart) -> None:
    there, back = (drawn(kind, figure(4, 2, rtl=rtl)) for rtl in (False, True))
    for one, other in zip(there.iter("text"), back.iter("text"), strict=True):
        assert WIDTH - int(one.get("x", "")) == pytest.approx(int(other.get("x", "")), abs=1)
        assert one.get("y") == other.get("y")
    assert "".join(paths(there, "m0")) != "".join(paths(back, "m0")) or kind is Chart.HEAT_MAP


def test_what_is_partly_rated_has_a_dagger() -> None:
    for kind in (Chart.RADAR, Chart.BARS, Chart.COMPARISON, Chart.HEAT_MAP):
        assert any("†" in text for text in shown(drawn(kind, figure(4, 2, partial=True)))), kind
        assert not any("†" in text for text in shown(drawn(kind, figure(4, 2)))), kind


@pytest.mark.parametrize(
    ("kind", "rows", "series", "expected"),
    [
        (Chart.RADAR, radar.LEAST, 1, Chart.RADAR),
        (Chart.RADAR, 1, 1, Chart.BARS),
        (Chart.RADAR, radar.MOST + 1, 1, Chart.BARS),
        (Chart.RADAR, 40, 1, Chart.BARS),
        (Chart.RADAR, 40, 2, Chart.COMPARISON),
        (Chart.BARS, bars.MOST + 1, 1, None),
        (Chart.BARS, 0, 1, None),
        (Chart.COMPARISON, 5, 1, Chart.BARS),
        (Chart.COMPARISON, 5, 5, Chart.HEAT_MAP),
        (Chart.COMPARISON, 40, comparison.MOST // 40 + 1, None),
        (Chart.HEAT_MAP, 40, heat_map.MOST // 40 + 1, None),
        (Chart.TIMELINE, 4, 3, Chart.TIMELINE),
        (Chart.TIMELINE, 5, 3, Chart.COMPARISON),
        (Chart.TIMELINE, 1, 1, Chart.BARS),
    ],
)
def test_what_cannot_be_shown_is_shown_otherwise(
    kind: Chart, rows: int, series: int, expected: Chart | None
) -> None:
    assert expected == kind_that_fits(kind, rows, series)
