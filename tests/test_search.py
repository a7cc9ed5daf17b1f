"""The search finds what people ask for, through its dialog, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

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
        among_three = sum(at is not None and at < 3 for at in ours.values()) / len(ours)
        first = sum(at == 0 for at in ours.values()) / len(ours)
        print(f"held out {held_out}: {len(ours)}, {among_three:.3f}, {first:.3f}", late)
        assert among_three >= AMONG_THREE, late
        assert first >= FIRST, late
