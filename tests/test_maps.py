"""Maps as values in and SVG out: what is linked, what is left out and said so, sizes, direction."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from lpsa_build.render.charts.canvas import WIDTH
from lpsa_build.render.maps.drawing import Place
from lpsa_build.render.maps.hierarchy import MOST as MOST_OF_A_THEME
from lpsa_build.render.maps.hierarchy import Node, hierarchy, trees_of
from lpsa_build.render.maps.term_map import MOST, Group, term_map

MOST_BYTES = 6_000
LABEL = "مؤسسة الحوكمة المحلية غير المفوَّضة ذات الاستقلالية"
KINDS = ("broader", "whole", "narrower", "part", "related", "contrast")


def place(number: int) -> Place:
    return Place(f"{LABEL} {number}", f"../non-devolved-governance-institution-{number}/")


def and_more(number: int) -> str:
    return f"and {number} more"


def around(*sizes: int, rtl: bool = False) -> str:
    """Return the map of a term with so many terms in each relation."""
    groups = [
        Group(kind, kind, kind in KINDS[:2], tuple(place(n) for n in range(size)))
        for kind, size in zip(KINDS, sizes, strict=False)
        if size
    ]
    return term_map("Map", LABEL, groups, and_more, rtl=rtl)


def chain(depth: int, width: int = 1) -> Node:
    """Return a tree of so many levels, in each of which a term has so many others below it."""
    below = tuple(chain(depth - 1, width) for _ in range(width)) if depth > 1 else ()
    return Node(place(depth), below)


def links(svg: str) -> list[str]:
    return [link.get("href", "") for link in fromstring(svg).iter("a")]


def texts(svg: str, name: str) -> list[str]:
    """Return the words of a class."""
    return [t.text or "" for t in fromstring(svg).iter("text") if t.get("class") == name]


def pieces(svg: str) -> list[Element]:
    return list(fromstring(svg).iter())


LARGE = [
    *(around(*sizes, rtl=True) for sizes in ((40,) * 6, (1,), (0, 0, 90), (3, 1, 5, 0, 4, 7))),
    *(hierarchy("Map", trees, and_more, rtl=True) for trees in ([chain(40)], [chain(2)] * 80)),
    hierarchy("Map", [chain(4, 5)], and_more, rtl=True),
]


@pytest.mark.parametrize("svg", LARGE, ids=range(len(LARGE)))
def test_no_map_is_larger_than_six_kilobytes(svg: str) -> None:
    """With long Arabic labels, however many terms there are."""
    assert len(svg.encode()) <= MOST_BYTES


@pytest.mark.parametrize("svg", LARGE, ids=range(len(LARGE)))
def test_a_map_takes_no_style_and_no_id_and_says_what_it_is(svg: str) -> None:
    root, *inner = pieces(svg)
    assert ("group", "Map") == (root.get("role"), root.get("aria-label"))
    assert set() == {name for piece in inner for name in piece.attrib} & {"style", "id", "onclick"}


def test_every_term_around_one_is_a_link() -> None:
    svg = around(2, 1, 3, 1, 2, 3)
    assert 12 == len(links(svg))
    assert list(KINDS) == texts(svg, "name")
    assert [] == texts(svg, "more")


def test_what_does_not_fit_is_counted() -> None:
    """A small group is shown whole beside a large one; nothing is lost without a word."""
    svg = around(1, 0, 30, 0, 2)
    shown = len(links(svg))
    assert MOST == shown
    assert [f"and {33 - shown} more"] == texts(svg, "more")


def test_the_upper_levels_of_a_theme_are_shown_first() -> None:
    svg = hierarchy("Map", [chain(3, 8), chain(1)], and_more, rtl=False)
    shown = [link.removesuffix("/").rpartition("-")[2] for link in links(svg)]
    assert len(shown) <= MOST_OF_A_THEME
    assert (1, 8) == (shown.count("3"), shown.count("2"))
    assert "1" == shown[-1]  # the second tree
    left_out = [int(words.split()[1]) for words in texts(svg, "more")]
    assert 1 + 8 + 64 + 1 - len(shown) == sum(left_out)


def test_a_term_stands_once_under_the_first_that_it_is_a_kind_of() -> None:
    trees = trees_of(
        ["grant", "revenue", "tax", "rate", "lonely", "one", "other"],
        {"grant": ["elsewhere", "revenue"], "tax": ["revenue"], "one": ["other"], "other": ["one"]},
        {"rate": ["tax"], "tax": ["grant"]},
        lambda term: Place(term, term),
    )
    assert 1 == len(trees)
    (revenue,) = trees
    assert ["grant", "tax"] == [node.place.label for node in revenue.children]
    (rate,) = revenue.children[1].children
    assert ("rate", True) == (rate.place.label, rate.part)


@pytest.mark.parametrize("kind", ["term", "hierarchy"])
def test_from_right_to_left_everything_is_mirrored(kind: str) -> None:
    """What begins at the left edge begins at the right one, and the other way round."""
    if kind == "term":
        one, other = around(2, 0, 3), around(2, 0, 3, rtl=True)
    else:
        tree = [chain(3, 2)]
        one, other = (hierarchy("Map", tree, and_more, rtl=rtl) for rtl in (False, True))
    starts = [float(piece.get("x", "nan")) for piece in pieces(one) if piece.get("x")]
    ends = [float(piece.get("x", "nan")) for piece in pieces(other) if piece.get("x")]
    assert [WIDTH - x for x in starts] == ends
    assert one != other


def test_a_label_that_is_cut_is_read_out_whole() -> None:
    long = " ".join(["decentralization"] * 9)
    svg = term_map(
        "Map",
        "term",
        [Group("Related", "related", False, (Place(long, "x/"),))],
        and_more,
        rtl=False,
    )
    (link,) = fromstring(svg).iter("a")
    assert long == link.get("aria-label")
    assert "".join(link.itertext()).endswith("…")
