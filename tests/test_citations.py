"""Citing a definition: on its page, as a file, and by an address that stays."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lpsa_build.config import read_settings
from lpsa_build.exchange.citation import FOR_LATEX, bibtex, csl, ris
from lpsa_build.exchange.sections import plain
from lpsa_build.lint.check import Review, review
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term
from tests.site_building import CONFIGURATION, SITE_URL, build_here, term, write_site
from tests.site_reading import BuiltSite

HISTORY = (
    "[{revision: 2, definition: Second *wording*., date: 2026-02-01, note: Too long.},"
    " {revision: 1, definition: First wording., date: 2025-01-01}]"
)
FILES = {
    "glossary/grant.md": term(
        "grant & aid",
        '"Money {given} to _one_, 100% \\\\ ~ ^ # $ a_b } of **it**."',
        qualifier="x_1",
        revision="3",
        updated="2026-03-01",
        history=HISTORY,
        body="## Revision 3\n\nSee the [first](#revision-1) and [this](grant.md#revision-3).\n",
    ),
    "glossary/tax.md": term("tax", "Money taken."),
}
CONFIG = CONFIGURATION.replace("site_url:", 'site_author: "Ann & {Bob}"\nsite_url:', 1)


@pytest.fixture(scope="module")
def site_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The configuration of a small site with earlier wordings."""
    return write_site(tmp_path_factory.mktemp("cited"), FILES, CONFIG)


@pytest.fixture(scope="module")
def small(site_file: Path) -> KnowledgeBase:
    """Its knowledge base, in which nothing is at fault."""
    result = review(read_settings(site_file))
    assert [] == [f for f in result.findings if f.severity == "error"]
    return result.knowledge


@pytest.fixture(scope="module")
def built(site_file: Path) -> BuiltSite:
    """The small site as it is published."""
    return BuiltSite(build_here(site_file, site_file.parent / "site"), SITE_URL)


def every(content: Review, small: KnowledgeBase) -> list[tuple[KnowledgeBase, Entry[Term]]]:
    return [(k, t) for k in (content.knowledge, small) for t in k.terms.values()]


def parse_bibtex(text: str) -> dict[str, str]:
    """Read one entry as BibTeX does: a value ends where its braces are balanced."""
    match = re.fullmatch(r"@misc\{([a-z0-9-]+),\n(.*)\}\n", text, re.DOTALL)
    assert match, text
    found, rest = {"key": match[1]}, match[2]
    while rest:
        head = re.match(r"  (\w+) = \{", rest)
        assert head, rest
        depth, at = 1, head.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[at], 0)
            at += 1
        found[head[1]] = rest[head.end() : at - 1]
        assert rest[at : at + 2] == ",\n"
        rest = rest[at + 2 :]
    return found


def without_latex(text: str) -> str:
    for character, command in FOR_LATEX.items():
        text = text.replace(str(command), f"\0{character}\0")
    return re.sub("\0(\\d+)\0", lambda found: chr(int(found[1])), text)


def test_bibtex_can_be_read_back(content: Review, small: KnowledgeBase) -> None:
    for knowledge, entry in every(content, small):
        found = parse_bibtex(bibtex(knowledge, entry))
        fields = entry.fields
        assert f"{entry.id}-{fields.revision}" == found["key"]
        assert f"{{{fields.title}}}" == without_latex(found["title"])
        assert f"{{{knowledge.settings.publisher}}}" == without_latex(found["author"])
        assert plain(fields.definition) == without_latex(found["abstract"])
        assert f"{knowledge.url_of(entry.page)}#revision-{fields.revision}" == found["url"]
        day = tuple(found.get(name, "") for name in ("year", "month", "day"))
        updated = fields.updated
        assert day == (
            (str(updated.year), str(updated.month), str(updated.day)) if updated else ("", "", "")
        )


def test_ris_can_be_read_back(content: Review, small: KnowledgeBase) -> None:
    for knowledge, entry in every(content, small):
        lines = ris(knowledge, entry).split("\r\n")
        assert ["ER  - ", ""] == lines[-2:]
        matches = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in lines[:-1]]
        found = {match[1]: match[2] for match in matches if match}
        assert len(lines) - 1 == len(found)
        fields = entry.fields
        assert ("DICT", fields.title) == (found["TY"], found["TI"])
        assert plain(fields.definition) == found["AB"]
        assert f"{knowledge.url_of(entry.page)}#revision-{fields.revision}" == found["UR"]
        assert found.get("DA") == (fields.updated and f"{fields.updated:%Y/%m/%d}")


def test_csl_can_be_read_back(content: Review, small: KnowledgeBase) -> None:
    for knowledge, entry in every(content, small):
        (found,) = json.loads(csl(knowledge, entry))
        fields = entry.fields
        expected = ("entry-dictionary", fields.title, f"revision {fields.revision}")
        assert expected == (found["type"], found["title"], found["version"])
        assert [{"literal": knowledge.settings.publisher}] == found["author"]
        day = fields.updated
        parts = {"date-parts": [[day.year, day.month, day.day]]} if day else None
        assert parts == found.get("issued")


def test_a_page_offers_its_references_as_files(site: BuiltSite, content: Review) -> None:
    """And they are those of its own term."""
    for key, entry in content.knowledge.terms.items():
        address = f"glossary/{key}/"
        links = [a for a in site.pages[address].root.all("a") if a["download"]]
        found = {a["download"]: site.address(address, a["href"]) for a in links}
        expected = {f"{key}.{ending}": f"data/citations/{key}.{ending}" for ending in ENDINGS}
        assert expected == found
        for render, ending in zip((bibtex, ris, csl), ENDINGS, strict=True):
            said = (site.folder / f"data/citations/{key}.{ending}").read_bytes()
            assert render(content.knowledge, entry).encode() == said


ENDINGS = ("bib", "ris", "json")


def test_each_wording_has_an_address_that_stays(built: BuiltSite) -> None:
    """The present one at the head of the page, earlier ones below; each id stands once."""
    page = built.pages["glossary/grant/"]
    now = page.root.one(id="revision-3")
    assert "100%" in now.one(id="definition").text
    assert "Second" in page.root.one(id="revision-2").text
    assert "First wording." in page.root.one(id="revision-1").text
    assert {1} == set(page.ids.values())
    links = {a["href"] for a in page.article.all("a")}
    assert f"{SITE_URL}glossary/grant/#revision-3" in links
    faults = [built.fault("glossary/grant/", link) for link in links if "#revision" in link]
    assert {""} == set(faults)


def test_the_citation_names_author_wording_and_day(built: BuiltSite) -> None:
    cited = built.pages["glossary/grant/"].article.text
    for words in ("Ann & {Bob}, “grant & aid (x_1)”", "revision 3", "March 1, 2026"):
        assert words in cited
