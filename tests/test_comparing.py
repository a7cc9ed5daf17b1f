"""Tables that are sorted, and places that are compared, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browsing import PHONE, Visitor, served, start_browser
from tests.site_reading import BuiltSite

COMPARE = "frameworks/pefa-2016/compare/"
LAI = "frameworks/lai/compare/"


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


def codes(page: Page, table: str) -> list[str]:
    """Return the codes that head the lines of a table, from the top."""
    heads = page.locator(f"{table} tbody th")
    first = "heads => heads.map((head) => head.firstElementChild.textContent)"
    return [str(code) for code in heads.evaluate_all(first)]


def test_a_table_is_sorted_by_a_button_upwards_downwards_and_back(reader: Visitor) -> None:
    """Lines stay with their indicator, what has no score comes last, and the head says it all."""
    with reader.reading("frameworks/pefa-2016/valoria-2025/") as page:
        table = ".lpsa-scroll:has(#caption-item-II) table"
        before = codes(page, table)
        head = page.locator(f"{table} thead th").nth(2)
        assert head.get_attribute("aria-sort") is None
        head.get_by_role("button", name="Score").focus()
        page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", "ascending")
        upwards = codes(page, table)
        assert sorted(before) == sorted(upwards)
        assert before != upwards
        parts = [code for code in upwards if code.startswith("PI-8.")]
        assert {"PI-8.3", "PI-8.4"} == set(parts[:2])
        at = upwards.index("PI-8")
        assert parts == upwards[at + 1 : at + 5]
        assert "PI-7" == [code for code in upwards if "." not in code][-1]
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", "descending")
        assert "PI-7" == [code for code in codes(page, table) if "." not in code][-1]
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") is None
        assert before == codes(page, table)


def test_without_scripts_there_are_no_buttons_and_every_score_is_there(reader: Visitor) -> None:
    with reader.reading(COMPARE, scripts=False, width=PHONE) as page:
        expect(page.locator(".lpsa-sort")).to_have_count(0)
        expect(page.locator("form.lpsa-compare")).to_be_hidden()
        line = page.locator('#caption-all ~ tbody tr:has(a:text-is("PI-1"))')
        expect(line.locator(".lpsa-result")).to_have_text(list("AABDCCB"))
        expect(page.locator("#caption-all")).to_contain_text("Partly illustrative scores")
        expect(page.get_by_role("link", name="JSON")).to_have_count(7)


def test_places_are_chosen_by_the_address(reader: Visitor) -> None:
    """Their scores at every level stand side by side, as the data files have them."""
    with reader.reading(f"{COMPARE}?a=valoria-2025&b=lumora-2025") as page:
        table = page.locator(".lpsa-compared table")
        expect(table.locator("thead th")).to_contain_text(["Item", "Valoria", "Lumora", "scale"])
        expect(table.locator("thead .lpsa-badge")).to_have_text(["Illustrative", "Illustrative"])
        data = [
            page.request.get(f"{reader.address}data/assessments/pefa-2016/{id}.json").json()
            for id in ("valoria-2025", "lumora-2025")
        ]
        expected = [item["code"] for item in data[0]["result"]["items"]]
        assert expected == codes(page, ".lpsa-compared")
        items = data[0]["result"]["items"]
        for number in [n for n, item in enumerate(items) if item["low"] is not None][::20]:
            scores = [one["result"]["items"][number]["score"] or "–" for one in data]
            row = table.locator("tbody tr").nth(number)
            expect(row.locator(".lpsa-result")).to_have_text(scores)
        expect(page.get_by_text("PEFA has no official method").first).to_be_visible()
        expect(table.locator(".lpsa-sort")).to_have_count(0)


def test_places_are_chosen_by_the_form_and_stay_in_the_address(reader: Visitor) -> None:
    with reader.reading(LAI) as page:
        expect(page.locator(".lpsa-compared table")).to_have_count(0)
        page.locator("select[name=a]").select_option("example-country-a-2015")
        page.locator("select[name=b]").select_option("example-country-b-2020")
        expect(page.locator(".lpsa-compared table")).to_be_visible()
        assert page.url.endswith("?a=example-country-a-2015&b=example-country-b-2020")
        expect(page.locator(".lpsa-compared tbody tr").last).to_contain_text("Overall")
        strip = page.locator(".lpsa-compared .lpsa-strip").first
        shown = ("A (fictional), 2015: 33.33", "B (fictional), 2020: 100.00")
        expect(strip).to_have_accessible_name("; ".join(f"Example country {s}" for s in shown))
        page.locator("select[name=b]").select_option("")
        expect(page.locator(".lpsa-compared table")).to_have_count(0)


def test_an_address_that_names_no_assessment_is_told(reader: Visitor) -> None:
    with reader.reading(f"{COMPARE}?a=valoria-2025&b=<b>atlantis") as page:
        expect(page.locator("form [role=status]")).to_have_text(
            "There is no assessment <b>atlantis here."
        )
        expect(page.locator(".lpsa-compared table")).to_have_count(0)


def test_no_columns_of_places_are_sorted_where_ranking_is_forbidden(reader: Visitor) -> None:
    with reader.reading(COMPARE) as page:
        expect(page.locator(".lpsa-table--side")).to_have_count(1)
        expect(page.locator(".lpsa-table--side[data-lpsa-sort]")).to_have_count(0)
        expect(page.locator(".lpsa-table--side")).not_to_contain_text("Overall")


def test_columns_of_places_are_sorted_where_scores_may_be_compared(reader: Visitor) -> None:
    """In the table of all and in that of the chosen places; the places stay where they are."""
    chosen = "?a=example-country-a-2015&b=example-country-b-2020"
    with reader.reading(f"{LAI}{chosen}") as page:
        for table, name in [
            (".lpsa-scroll:has(#caption-all) table", "Sort by Example country A (fictional), 2015"),
            (".lpsa-compared table", "Example country A (fictional), 2015"),
        ]:
            expect(page.locator(f"{table} thead th").first).to_be_visible()
            places = page.locator(f"{table} thead th").all_inner_texts()
            before = codes(page, table)
            head = page.locator(f"{table} thead th").nth(1)
            head.get_by_role("button", name=name).focus()
            page.keyboard.press("Enter")
            expect(head).to_have_attribute("aria-sort", "ascending")
            upwards = codes(page, table)
            assert sorted(before) == sorted(upwards)
            assert before != upwards
            lines = page.locator(f"{table} tbody:first-of-type tr[data-depth='0']")
            values = lines.evaluate_all("rows => rows.map((row) => +row.cells[1].dataset.value)")
            assert sorted(values) == values
            assert places == page.locator(f"{table} thead th").all_inner_texts()
            page.keyboard.press("Enter")
            page.keyboard.press("Enter")
            assert before == codes(page, table)
        expect(page.locator(".lpsa-compared tbody tr").last).to_contain_text("Overall")
        expect(page.locator(".lpsa-compared thead th").last.get_by_role("button")).to_have_count(0)
