"""The real site: the files beside the pages say the same as the pages."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import Any

from jsonschema import Draft202012Validator

from lpsa_build import __version__
from lpsa_build.exchange import offline
from lpsa_build.exchange.csv import FORMULA_STARTS, safe_cell
from lpsa_build.exchange.files import ADDRESSES, LINKED
from lpsa_build.lint.check import Review
from lpsa_build.render.everything import RenderedSite
from lpsa_build.render.search import filing_key
from lpsa_build.render.words import show_date
from tests.site_building import ROOT
from tests.site_reading import BuiltSite


def test_every_json_file_can_be_read(site: BuiltSite) -> None:
    paths = [path for path in site.files if path.endswith(".json")]
    assert len(paths) > 10
    for path in paths:
        site.data(path)


def test_the_data_hold_every_term_that_the_list_shows(site: BuiltSite) -> None:
    shown = sorted(
        link["data-term"] for link in site.pages["glossary/"].root.one(id="lpsa-az").all("a")
    )
    assert shown == [term["id"] for term in site.data("data/glossary.json")["terms"]]
    cards = [file for file in site.files if file.startswith("data/definitions.en.")]
    assert shown == sorted(term for file in cards for term in site.data(file))
    assert shown == [row["id"] for row in rows(site)]


def test_the_data_say_what_the_sources_say(site: BuiltSite, content: Review) -> None:
    """Relations that hold both ways are given on both sides, whichever side says so."""
    terms = {term["id"]: term for term in site.data("data/glossary.json")["terms"]}
    for entry in content.knowledge.terms.values():
        fields = entry.fields.as_data()
        for name in ("related", "contrast"):
            assert set(fields.pop(name, ())) <= set(terms[entry.id].get(name, ()))
        assert fields == {name: terms[entry.id].get(name) for name in fields}
        assert f"{site.url}glossary/{entry.id}/" == terms[entry.id]["url"]


def test_the_data_of_a_framework_hold_its_items_and_assessments(
    site: BuiltSite, content: Review
) -> None:
    for entry in content.knowledge.frameworks.values():
        data = site.data(f"data/frameworks/{entry.id}.json")
        assert entry.fields.as_data()["structure"] == data["structure"]
        assessed = [a.id.split("/")[1] for a in content.knowledge.assessments_of(entry.id)]
        assert assessed == [assessment["id"] for assessment in data["assessments"]]


def test_the_table_opens_in_spreadsheets_and_runs_no_formula(site: BuiltSite) -> None:
    """A byte order mark tells Excel that it is Unicode; no cell begins as a formula does."""
    assert (site.folder / "data/glossary.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    cells = [cell for row in rows(site) for cell in row.values()]
    assert [] == [cell for cell in cells if cell.startswith(FORMULA_STARTS)]


def test_a_formula_is_made_harmless_and_can_be_read_back() -> None:
    for start in FORMULA_STARTS:
        assert f"'{start}1" == safe_cell(f"{start}1")
    assert "decentralization" == safe_cell("decentralization")


def test_the_table_says_what_the_sources_say(site: BuiltSite, content: Review) -> None:
    for row in rows(site):
        term = content.knowledge.terms[row["id"]].fields
        expected = (term.title, term.definition, term.domain, term.status, str(term.revision))
        assert expected == tuple(
            row[name].removeprefix("'")
            for name in ("term", "definition", "domain", "status", "revision")
        )


def test_the_page_lists_every_file_with_its_entries_day_and_size(
    site: BuiltSite, content: Review
) -> None:
    """What the page says of a file is true of the file."""
    listed: dict[str, tuple[int, str]] = {}
    for row in site.pages["data/"].article.one("tbody").all("tr"):
        files, entries, day = row.all("td")
        addresses = [site.address("data/", link["href"]) or "" for link in files.all("a")]
        listed |= dict.fromkeys(addresses, (int(entries.text), day.text))
        kilobytes = [(site.folder / address).stat().st_size / 1000 for address in addresses]
        sizes = [f"{max(1, round(number)):,} kB" for number in kilobytes]
        assert (sizes if addresses != [offline.ADDRESS] else []) == [
            size.text
            for size in files.all("small")  # the zip holds the page: it cannot tell
        ]
    frameworks = {f"data/frameworks/{name}" for name in content.knowledge.frameworks}
    assessments = {f"data/assessments/{name}" for name in content.knowledge.assessments}
    ends = ("json", "csv", "xlsx")
    both = {f"{name}.{end}" for name in frameworks | assessments for end in ends}
    assert {*ADDRESSES, *LINKED, "feed.xml", offline.ADDRESS, *both} == set(listed)
    newest = max(t.fields.updated for t in content.knowledge.terms.values() if t.fields.updated)
    for address in (*ADDRESSES, *LINKED):
        assert (len(content.knowledge.terms), show_date(newest, "en")) == listed[address]
    assert (site.folder / "feed.xml").read_text().count("<entry>") == listed["feed.xml"][0]


def test_the_schemas_are_schemas_and_fit_the_data(site: BuiltSite) -> None:
    paths = [path for path in site.files if path.startswith("data/schemas/")]
    assert paths
    for path in paths:
        Draft202012Validator.check_schema(site.data(path))


def test_build_information_shows_that_the_plugin_ran(
    site: BuiltSite, content: Review, rendered: RenderedSite
) -> None:
    knowledge = content.knowledge
    info = site.data("build-info.json")
    assert ("lpsa_build", __version__) == (info["built_by"], info["versions"]["lpsa_build"])
    assert knowledge.revision == info["content_revision"]
    counts = {
        "pages": len(rendered.pages),
        "terms": len(knowledge.terms),
        "primers": len(knowledge.primers),
        "frameworks": len(knowledge.frameworks),
        "assessments": len(knowledge.assessments),
        "projects": len(knowledge.projects),
        "working_groups": len(knowledge.working_groups),
        "references": len(knowledge.references),
    }
    assert counts == info["counts"]
    assert len(site.articles) == info["counts"]["pages"]


def test_counts_are_those_of_the_files(content: Review) -> None:
    """What is published is counted against the folders, not against what was read from them."""
    languages = content.knowledge.settings.languages
    names = [path.stem for path in (ROOT / "glossary").glob("*.md")]
    terms = [name for name in names if name.rpartition(".")[2] not in languages]
    assert sorted(terms) == sorted(content.knowledge.terms)


def test_the_search_knows_every_term(site: BuiltSite, content: Review) -> None:
    """In its order, with its address, its other labels, its theme and its definition."""
    terms = content.knowledge.sorted_terms
    for entry, row in zip(terms, site.data("data/search/terms.en.json")["terms"], strict=True):
        empty: list[Any] = ["", 0, 0, [], []]
        title, identifier, short, admitted, avoided = list(row) + empty[len(row) :]
        assert entry.fields.title == title
        assert entry.id == identifier or entry.id == re.sub("[^a-z0-9]+", "-", title.lower())
        assert entry.fields.abbreviation == (short or None)
        bare = {entry.fields.term} - {title}  # a label that a qualifier tells from its like
        assert {*entry.fields.aliases, *entry.fields.variants, *bare} == set(admitted)
        assert list(entry.fields.avoid) == avoided
    facets = site.data("data/search/facets.en.json")["terms"]
    assert [[t.fields.domain, t.fields.status] for t in terms] == facets
    shown = [site.pages[f"glossary/{t.id}/"].root.one(id="definition").text for t in terms]
    definitions = [text for piece in pieces(site, "definitions") for text in piece]
    assert [" ".join(text.split()) for text in shown] == definitions


def test_a_label_in_another_language_is_filed_under_each_of_its_words(
    site: BuiltSite, content: Review
) -> None:
    """A reader's browser fetches the pieces of the words that were typed, and no others."""
    starts = site.data("data/search/terms.en.json")["labels"]
    filed = pieces(site, "labels")
    assert len(starts) == len(filed) > 5
    for number, entry in enumerate(content.knowledge.sorted_terms):
        for language, term in entry.fields.translations.items():
            for word in re.findall(r"\w{5,}", term.term):
                at = sum(start <= filing_key(word) for start in starts) - 1
                labels = filed[at].get(language, [])
                assert (term.term, number) in set(zip(labels[::2], labels[1::2], strict=True)), word


def pieces(site: BuiltSite, name: str) -> list[Any]:
    """Return the pieces of the search's data in order; all are of one revision."""
    paths = [path for path in site.files if path.startswith(f"data/search/{name}-")]
    found = [site.data(f"data/search/{name}-{number}.en.json") for number in range(len(paths))]
    assert {site.data("data/search/terms.en.json")["revision"]} == {p["revision"] for p in found}
    return [piece[name] for piece in found]


def rows(site: BuiltSite) -> list[dict[str, str]]:
    """Return the rows of the table of terms."""
    text = (site.folder / "data/glossary.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))
