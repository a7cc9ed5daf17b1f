"""Scores come to what the publishers' own tables, data and formulas say, exactly."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpsa_build.exchange.json import framework_data, result_data
from lpsa_build.lint.check import Review
from lpsa_build.model.framework import Framework
from lpsa_build.score.assess import assess
from tests.published_scores import published_vectors
from tests.score_samples import read_framework
from tests.site_building import ROOT

FILE = json.loads((ROOT / "tests/vectors/scoring.json").read_text(encoding="utf-8"))
VARIABLES = ("LP", "ID", "EPD", "PS", "FA", "FSR", "BA", "OA", "FTS", "AS", "CRA")
VECTORS: list[dict[str, Any]] = FILE["vectors"]


def named(vector: dict[str, Any], framework: Framework) -> dict[str, Any]:
    """Return of the result what the vector names."""
    data = result_data(assess(framework, vector["scores"]))
    items = {item["code"]: item for item in data["items"]}
    expected = vector["expected"]
    return {
        "items": {
            code: {key: items[code][key] for key in values}
            for code, values in expected["items"].items()
        },
        "overall": expected["overall"]
        and {key: (data["overall"] or {}).get(key) for key in expected["overall"]},
    }


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_each_example_comes_to_what_its_source_says(vector: dict[str, Any]) -> None:
    framework = read_framework(FILE["frameworks"][vector["framework"]])
    assert vector["expected"] == named(vector, framework)


def test_every_example_names_its_source_and_how_sure_we_are() -> None:
    assert all(vector["source"] for vector in VECTORS)
    assert {"verified", "indirect", "knowledge"} >= {vector["confidence"] for vector in VECTORS}


def test_the_examples_hold_the_whole_conversion_table() -> None:
    """Ten combinations of two letters, twenty of three, thirty-five of four; order is nothing."""
    names = [v["name"].split() for v in VECTORS]
    combinations = {"".join(sorted(name[1])) for name in names if name[0] == "M2"}
    counts = Counter(len(letters) for letters in combinations if set(letters) <= set("ABCD"))
    assert {1: 4, 2: 10, 3: 20, 4: 35} == counts


def test_the_data_of_a_framework_hold_the_same_conversion_table(content: Review) -> None:
    """So that a browser needs no table of its own."""
    pefa = content.knowledge.frameworks["pefa-2016"].fields
    assert FILE["frameworks"]["pefa"]["pefa_m2"] == framework_data(pefa)["pefa_m2"]


@pytest.mark.parametrize(
    ("vector", "identifier"),
    [
        *((v, "lai") for v in VECTORS if v["framework"] == "lai"),
        *((v, "rai") for v in VECTORS if "Austria" in v["name"] or "Albania" in v["name"]),
    ],
    ids=lambda value: value if isinstance(value, str) else value["name"],
)
def test_the_published_frameworks_come_to_the_same(
    vector: dict[str, Any], identifier: str, content: Review
) -> None:
    """Their formulas are data. In other countries tiers add up, which this site does not do."""
    framework = content.knowledge.frameworks[identifier].fields
    assert vector["expected"] == named(vector, framework)


@pytest.mark.parametrize("vector", published_vectors(), ids=lambda vector: vector["name"])
def test_published_assessments_come_to_the_scores_that_their_publisher_prints(
    vector: dict[str, Any], content: Review
) -> None:
    """All 31 indicators, by the methods that our data of the framework give each."""
    pefa = content.knowledge.frameworks["pefa-2016"].fields
    assert 31 == len(vector["expected"]["items"])
    assert vector["expected"] == named(vector, pefa)


def test_the_indicators_of_pefa_use_their_methods(content: Review) -> None:
    """Each indicator of the published framework, with the scores of the vectors of its size."""
    pefa = content.knowledge.frameworks["pefa-2016"].fields
    indicators = [item for pillar in pefa.structure.items for item in pillar.items]
    for indicator in indicators:
        way = str(indicator.aggregation).removeprefix("pefa_").upper()
        for vector in VECTORS:
            code, _, _ = next(iter(vector["scores"])).partition(".")
            if code != f"{way}-{len(indicator.items)}":
                continue
            letters = zip(indicator.items, vector["scores"].values(), strict=True)
            result = assess(pefa, {item.code: letter for item, letter in letters})
            scores = {part.item.code: part.shown for part in result.walk() if part.item}
            assert vector["expected"]["items"][code]["score"] == scores[indicator.code]


@given(
    st.fixed_dictionaries(
        {
            code: st.integers(0, 12)
            for code in ["LP", "ID", "EPD", "PS", "FA", "FSR", "BA", "OA", "FTS", "AS", "CRA"]
        }
    )
)
def test_the_local_autonomy_index_is_the_published_formula(thirds: dict[str, int]) -> None:
    """As it stands beside the pivot tables of release 6, for any scores (here in thirds)."""
    highest = {"PS": 4, "EPD": 4, "FA": 4, "OA": 4}
    v = {code: min(Fraction(n, 3), Fraction(highest.get(code, 3))) for code, n in thirds.items()}
    la = Fraction(100, 3) * v["LP"]
    pd = Fraction(100, 15) * (v["ID"] + 3 * v["EPD"])
    ps = Fraction(100, 4) * v["PS"]
    fa = Fraction(100, 24) * (3 * v["FA"] + 3 * v["FSR"] + v["BA"])
    oa = Fraction(100, 4) * v["OA"]
    ni = Fraction(100, 6) * (v["FTS"] + v["AS"])
    ac = Fraction(100, 3) * v["CRA"]
    index = (1 * la + 3 * pd + 2 * ps + 3 * fa + 2 * oa + 1 * ni + 1 * ac) / 13
    result = assess(read_framework(FILE["frameworks"]["lai"]), {c: str(n) for c, n in v.items()})
    assert [la, pd, ps, fa, oa, ni, ac] == [part.value for part in result.parts]
    assert index == result.value
