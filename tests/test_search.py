"""The search finds what people ask for, through its dialog, in a real browser."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from lpsa_build.lint.check import Review
from lpsa_build.mentions.forms import forms_of, labels_in
from tests.browsing import Visitor, served, start_browser
from tests.site_building import ROOT
from tests.site_reading import BuiltSite

CASES = ROOT / "tests" / "cases" / "search"
LINE = re.compile(r"- (?P<query>.+?) → (?P<pages>.+)")
AMONG_THREE, FIRST = 0.95, 0.85


class Case(NamedTuple):
    """What somebody types, and the pages of which one should come."""

    query: str
    pages: tuple[str, ...]
    held_out: bool


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of one file; every line of its lists is one."""
    tuned, _, held_out = path.read_text(encoding="utf-8").partition("\n## Held out\n")
    for text, held in ((tuned, False), (held_out, True)):
        for line in text.splitlines():
            if line.startswith("- "):
                match = LINE.fullmatch(line)
                assert match, f"{path.name}: no arrow in {line}"
                yield Case(match["query"], tuple(match["pages"].split(" or ")), held)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def reader(browser: Browser, site: BuiltSite) -> Iterator[Visitor]:
    """A reader of the real site."""
    with served(site) as address:
        yield Visitor(browser, address)


def ask(page: Page, query: str) -> list[str]:
    """Type a query into the dialog; return the addresses that it answers with, in order."""
    page.locator("#__search").fill(query)
    page.wait_for_function(
        "() => document.querySelector('#__found').getAttribute('aria-busy') === 'false'"
    )
    found = page.locator("#__found a[role=option]")
    return [str(address) for address in found.evaluate_all("all => all.map((one) => one.href)")]


def place(found: list[str], address: str, case: Case) -> int | None:
    """Return where the page that should come stands among what was found, from 0."""
    wanted = {address + page for page in case.pages}
    return next((number for number, url in enumerate(found) if url in wanted), None)


def test_what_people_type_leads_to_what_they_mean(reader: Visitor) -> None:
    """In five languages: for 95 of 100 queries among the first three answers, for 85 the first."""
    cases = [case for path in sorted(CASES.glob("*.md")) for case in cases_of(path)]
    assert len(cases) >= 120
    places = {}
    with reader.reading("glossary/devolution/") as page:
        page.keyboard.press("/")
        for case in cases:
            places[case] = place(ask(page, case.query), reader.address, case)
    for held_out in (False, True):
        ours = {case: at for case, at in places.items() if case.held_out is held_out}
        late = [f"{case.query}: {at}" for case, at in ours.items() if at != 0]
        among_three = sum(at is not None and at < 3 for at in ours.values())
        first = sum(at == 0 for at in ours.values())
        assert among_three / len(ours) >= AMONG_THREE, late
        assert first / len(ours) >= FIRST, late


def test_every_form_that_links_is_found(content: Review, site: BuiltSite, reader: Visitor) -> None:
    """Typed whole, each label and each form that rules make of it leads to its term."""
    knowledge = content.knowledge
    own = knowledge.settings.language
    forms = [
        (form.text, number)
        for number, entry in enumerate(knowledge.sorted_terms)
        for language in knowledge.settings.languages
        if (labels := labels_in(entry.fields, language, own))
        for form in forms_of(entry.id, labels, language)
    ]
    with reader.reading("") as page:
        page.locator(".lpsa-find--dialog").focus()
        page.wait_for_function("() => window.lpsaMatch")
        places = page.evaluate(PLACES_OF_FORMS, [labels_of(site), forms])
    assert len(places) > 3000
    assert [] == [form for form, at in zip(forms, places, strict=True) if not 0 <= at < 3]
    assert places.count(0) / len(places) > 0.95


PLACES_OF_FORMS = """([labels, forms]) => {
    const index = new lpsaMatch.Index();
    for (const [label, number] of labels) index.add(label, number);
    const place = ([form, number]) => index.find(form).findIndex((hit) => hit.number === number);
    return forms.map(place);
}"""


EMPTY_ROW: list[Any] = ["", 0, 0, [], []]


def labels_of(site: BuiltSite) -> list[tuple[str, int]]:
    """Return every label that the search is given, in any language, with its term's number."""
    folder = site.folder / "data" / "search"
    found: list[tuple[str, int]] = []
    rows: list[list[Any]] = read(folder / "terms.en.json")["terms"]
    for number, row in enumerate(rows):
        title, _, short, admitted, avoided = [*row, *EMPTY_ROW[len(row) :]]
        labels = (title, *([short] if short else []), *admitted, *avoided)
        found += [(label, number) for label in labels]
    for file in sorted(folder.glob("labels-*.en.json")):
        for pairs in read(file)["labels"].values():
            found += zip(pairs[::2], pairs[1::2], strict=True)
    return list(dict.fromkeys(found))


def read(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return data


def test_an_answer_costs_little(site: BuiltSite) -> None:
    """At most 15 kB with the headers of all requests: five terms, or a question in other words."""

    def cost(*paths: str) -> int:
        return sum(len(gzip.compress((site.folder / path).read_bytes(), 6)) + 200 for path in paths)

    scripts = ("assets/lpsa-match.js", "assets/lpsa-search.js")
    always = cost(*scripts, "data/search/terms.en.json")
    costs = {path: cost(path) for path in site.files if path.startswith("data/search/")}
    labels, definitions = (
        sorted((size for path, size in costs.items() if f"/{name}-" in path), reverse=True)
        for name in ("labels", "definitions")
    )
    assert always + sum(definitions[:5]) <= 15_000
    assert always + sum(labels[:2]) + sum(definitions[:2]) <= 15_000
