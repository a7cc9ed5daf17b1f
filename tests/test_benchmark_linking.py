"""The benchmark of linking: what it counts as found, missed, wrong, ambiguous and too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.linking import Result, is_plain, measure, read_entries

TITLES = {
    "tax": "Tax",
    "council": "Council",
    "tax-office": "Tax Office (TO)",
    "variable-data": "variable (data)",
    "variable-program": "variable (program)",
    "scalability": "What is scalability?",
    "pledge": "pledge",
    "use": "use",
}
TEXTS = {
    "tax": "Money that a [council](council.md) takes.",
    "council": "Body with [tax](/tax/) power. It sets [taxes](#tax).",
    "tax-office": "# A [tax](tax.md)\n\nThe [tax](tax.md) office.",
    "variable-data": "A thing that [scales](scalability.md).",
    "variable-program": "The [body](council.md) is missed.",
    "scalability": "As of a [variable](variable-data.md).",
    "pledge": "To promise. See [council](tax.md), a council.",
    "use": "They [pledged](pledge.md) it; a tax was due, and [TOs](tax-office.md).",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A glossary with each kind of link."""
    for name, title in TITLES.items():
        text = f"---\ntitle: {title}\n---\n{TEXTS[name]}\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def measured(folder: Path, *, derived: bool) -> Result:
    """Return what the linker makes of the glossary."""
    return measure(list(read_entries(folder)), "en", derived=derived)


def test_every_link_is_counted_once(folder: Path) -> None:
    """None is counted in a heading, where nothing links."""
    numbers = measured(folder, derived=False).numbers
    assert {
        "links": 10,
        "plain": 7,
        "free": 3,
        "found": 5,
        "found plain": 5,
        "longer": 1,
        "ambiguous": 1,
        "wrong": 1,
        "missed free": 2,
        "extra": 2,
    } == dict(numbers)


def test_words_tell_what_each_was(folder: Path) -> None:
    """The words, the entry that the author linked, and what the linker made of it."""
    words = measured(folder, derived=False).words
    assert {("tax", "tax", "tax-office")} == set(words["longer"])
    assert {("variable", "variable-data")} == set(words["ambiguous"])
    assert {("council", "tax", "council")} == set(words["wrong"])
    assert {("body", "council"), ("scales", "scalability")} == set(words["missed free"])
    assert {("tax", "tax"), ("council", "council")} == set(words["extra"])


def test_derived_words_are_found_where_they_are_asked_for(folder: Path) -> None:
    numbers = measured(folder, derived=True).numbers
    assert (6, 1) == (numbers["found"], numbers["found free"])


@pytest.mark.parametrize(
    ("words", "title", "plain"),
    [
        ("Taxes", "tax", True),
        ("council's", "Council", True),
        ("own source revenues", "own-source revenue", True),
        ("decentralisation", "decentralization", True),
        ("levied", "levy", True),
        ("VMs", "virtual machine (VM)", True),
        ("decentralized", "decentralization", False),
        ("revenues", "own-source revenue", False),
        ("variable", "variable (data)", True),
    ],
)
def test_an_inflection_is_told_from_free_words(words: str, title: str, *, plain: bool) -> None:
    assert plain == is_plain(words, title)
