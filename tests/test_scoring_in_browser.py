"""The browser adds scores up exactly as the build does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from lpsa_build.exchange.json import framework_data
from lpsa_build.lint.check import Review
from tests.browsing import start_browser
from tests.published_scores import published_vectors
from tests.score_samples import samples
from tests.site_building import ROOT

SCRIPT = ROOT / "lpsa_build" / "theme" / "assets" / "lpsa-scoring.js"
COMPUTE = """
(text) => {
  const { frameworks, vectors } = JSON.parse(text);
  return JSON.stringify(vectors.map(({ framework, scores }) =>
    lpsaScoring.resultData(lpsaScoring.assess(frameworks[framework], scores))));
}
"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """An empty page that holds the script and nothing else."""
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        page = browser.new_page()
        page.add_script_tag(path=SCRIPT)
        yield page
        browser.close()


def disagreements(page: Page, data: dict[str, Any]) -> list[str]:
    """Return what the browser computes otherwise than is expected."""
    asked = {key: data[key] for key in ("frameworks", "vectors")}
    results = json.loads(page.evaluate(COMPUTE, json.dumps(asked)))
    return [
        f"{vector['name']} {fault}"
        for vector, result in zip(data["vectors"], results, strict=True)
        for fault in _faults(vector["expected"], result)
    ]


def _faults(expected: dict[str, Any], result: dict[str, Any]) -> Iterator[str]:
    items = {item["code"]: item for item in result["items"]}
    pairs = [(code, values, items[code]) for code, values in expected["items"].items()]
    if expected["overall"] is None:
        if result["overall"] is not None:
            yield f"overall: {result['overall']}"
    else:
        pairs.append(("overall", expected["overall"], result["overall"] or {}))
    for code, values, found in pairs:
        for key, value in values.items():
            if found.get(key) != value:
                yield f"{code} {key}: {found.get(key)}, not {value}"


def test_the_worked_examples_of_the_publishers_come_to_the_same(page: Page) -> None:
    text = (ROOT / "tests" / "vectors" / "scoring.json").read_text(encoding="utf-8")
    assert [] == disagreements(page, json.loads(text))


def test_published_assessments_come_to_the_scores_that_their_publisher_prints(
    page: Page, content: Review
) -> None:
    pefa = framework_data(content.knowledge.frameworks["pefa-2016"].fields)
    data = {"frameworks": {"pefa-2016": pefa}, "vectors": published_vectors()}
    assert [] == disagreements(page, data)


def test_a_thousand_random_assessments_come_to_the_same(page: Page) -> None:
    """Each under a framework of its own: every figure of every item, exact, and as it is shown."""
    data = samples(1000, 7)
    named = sum(len(vector["expected"]["items"]) for vector in data["vectors"])
    assert 1000 == len(data["vectors"])
    assert 5000 < named
    assert [] == disagreements(page, data)


def test_a_wrong_figure_is_noticed(page: Page) -> None:
    """The comparison itself: one figure of one item, changed by a trifle."""
    data = samples(20, 7)
    item = next(
        item
        for vector in data["vectors"]
        for item in vector["expected"]["items"].values()
        if item["points"] not in {None, "0"}
    )
    item["points"] += "1"
    assert 1 == len(disagreements(page, data))
