"""The real site: frameworks and assessments."""

from __future__ import annotations

import pytest

from lpsa_build.lint.check import Review
from lpsa_build.model.addresses import address_of
from lpsa_build.model.framework import AssessmentStatus
from tests.site_reading import BuiltSite, Element, Page

PEFA = "frameworks/pefa-2016/"


@pytest.fixture(scope="module")
def pefa(site: BuiltSite) -> Page:
    return site.pages[PEFA]


def test_the_page_of_pefa_lists_its_94_dimensions(pefa: Page) -> None:
    """Seven pillars, 31 indicators, 94 dimensions: as the framework has it."""
    rows = rows_of(pefa)
    assert 94 == sum("lpsa-group" not in row.words("class") for row in rows)
    assert 31 == sum("lpsa-group" in row.words("class") for row in rows)
    assert 7 == len([h for h in pefa.article.all("h3") if h["id"].startswith("item-")])
    facts = {
        row.one("dt").text: row.one("dd").text for row in pefa.article.all("div") if _fact(row)
    }
    assert "7 × pillar, 31 × indicator, 94 × dimension" == facts["Size"]


def test_a_row_is_headed_by_its_code_and_has_a_place_of_its_own(pefa: Page) -> None:
    rows = rows_of(pefa)
    heads = [row.one("th") for row in rows]
    assert ["row"] * len(rows) == [head["scope"] for head in heads]
    assert [f"item-{head.text}" for head in heads] == [row["id"] for row in rows]


def test_every_item_is_on_its_page_with_code_and_title(site: BuiltSite, content: Review) -> None:
    for framework in content.knowledge.frameworks.values():
        page = site.pages[address_of(framework.page)]
        for _, item in framework.fields.walk():
            place = page.root.one(id=item.anchor)
            assert place.text.startswith(f"{item.code} {item.title}")


def test_the_sources_of_an_item_are_cited_beside_it(site: BuiltSite, content: Review) -> None:
    """Each leads to the list at the end of the page, as often as items name it."""
    for framework in content.knowledge.frameworks.values():
        page = site.pages[address_of(framework.page)]
        cited = [a["href"] for a in page.root.all("a") if "lpsa-cite" in a.words("class")]
        for _, item in framework.fields.walk():
            for source in item.sources:
                cited.remove(f"#source-{source.ref}")  # raises where one is missing


def test_a_wide_table_scrolls_by_itself_and_by_keyboard(site: BuiltSite) -> None:
    for page in site.pages.values():
        for table in page.root.all("table", class_="lpsa-table"):
            assert table.parent
            if "lpsa-table--compact" in table.words("class"):
                continue
            assert ("region", "0") == (table.parent["role"], table.parent["tabindex"])
            captions = [caption["id"] for caption in table.all("caption")]
            assert captions == [table.parent["aria-labelledby"]] or table.parent["aria-label"]


def test_made_up_scores_say_so_wherever_they_stand(site: BuiltSite, content: Review) -> None:
    """In a notice, in the caption of each table, in the lists, and to search engines."""
    made_up = [
        assessment
        for assessment in content.knowledge.assessments.values()
        if assessment.fields.status is AssessmentStatus.ILLUSTRATIVE
    ]
    assert made_up
    for assessment in made_up:
        page = site.pages[address_of(assessment.page)]
        assert "noindex" == page.meta("robots")
        assert "must not be cited" in page.root.one(class_="lpsa-notice--illustrative").text
        captions = [table.one("caption").text for table in page.article.all("table")]
        assert captions
        assert [] == [text for text in captions if not text.startswith("Illustrative scores")]
        for address in ("frameworks/", address_of(assessment.page).rsplit("/", 2)[0] + "/"):
            link = link_to(site, address, address_of(assessment.page))
            assert link.parent
            assert "Illustrative" in link.parent.text


def test_scores_are_shown_as_they_were_entered(site: BuiltSite, content: Review) -> None:
    for assessment in content.knowledge.assessments.values():
        page = site.pages[address_of(assessment.page)]
        shown = {row.one("th").text: score_in(row) for row in rows_of(page) if score_in(row)}
        entered = {code: score.score for code, score in assessment.fields.scores.items()}
        assert entered == {code: score for code, score in shown.items() if score != "–"}


def test_every_scored_item_leads_to_its_place_in_the_framework(site: BuiltSite) -> None:
    for address, page in site.articles.items():
        if page.root.all(class_="lpsa-score"):
            for row in rows_of(page):
                framework = f"{address.rsplit('/', 2)[0]}/#{row['id']}"
                assert framework == site.address(address, row.one("th").one("a")["href"])


def rows_of(page: Page) -> list[Element]:
    """Return the rows of items."""
    return [row for row in page.article.all("tr") if row["id"].startswith("item-")]


def score_in(row: Element) -> str:
    """Return the score that a row shows; an empty text if there is no place for one."""
    return "".join(score.text for score in row.all("span", class_="lpsa-score"))


def link_to(site: BuiltSite, address: str, target: str) -> Element:
    """Return the link on a page that leads to ``target``."""
    links = site.pages[address].article.all("a")
    return next(link for link in links if site.address(address, link["href"]) == target)


def _fact(row: Element) -> bool:
    return row.parent is not None and "lpsa-facts" in row.parent.words("class")
