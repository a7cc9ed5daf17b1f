"""Addresses: where each page stands, and how one page links to another."""

from __future__ import annotations

import pytest

from lpsa_build.model.addresses import (
    Kind,
    address_of,
    domain_path,
    page_path,
    relative,
    relative_address,
)


@pytest.mark.parametrize(
    ("kind", "identifier", "address"),
    [
        (Kind.TERM, "own-source-revenue", "glossary/own-source-revenue/"),
        (Kind.PRIMER, "local-revenue", "primers/local-revenue/"),
        (Kind.FRAMEWORK, "lai", "frameworks/lai/"),
        (Kind.ASSESSMENT, "pefa-2016/valoria-2025", "frameworks/pefa-2016/valoria-2025/"),
        (Kind.PROJECT, "roads", "projects/roads/"),
        (Kind.WORKING_GROUP, "asia", "working-groups/asia/"),
        (Kind.PAGE, "index", ""),
        (Kind.PAGE, "about/index", "about/"),
        (Kind.PAGE, "about/mission", "about/mission/"),
    ],
)
def test_each_kind_of_entry_has_its_promised_address(
    kind: Kind, identifier: str, address: str
) -> None:
    """Other sites link to these, so they never change."""
    assert address == address_of(page_path(kind, identifier))


def test_a_domain_has_its_promised_address() -> None:
    """Like an entry."""
    assert "domains/fiscal/" == address_of(domain_path("fiscal"))


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("glossary/grant.md", "glossary/tax.md", "../grant/"),
        ("glossary/grant.md", "glossary/grant.md", "./"),
        ("glossary/grant.md", "glossary/index.md", "grant/"),
        ("glossary/index.md", "glossary/grant.md", "../"),
        ("index.md", "glossary/grant.md", "../../"),
        ("index.md", "index.md", "./"),
        ("glossary/grant.md", "index.md", "glossary/grant/"),
        ("glossary/grant.md", "frameworks/pefa/valoria-2025.md", "../../../glossary/grant/"),
        ("frameworks/pefa/index.md", "frameworks/pefa/valoria-2025.md", "../"),
    ],
)
def test_links_between_pages_are_relative(target: str, page: str, link: str) -> None:
    """So that they work under any address, and without a server."""
    assert link == relative(target, page)


def test_a_file_is_linked_without_a_slash_at_its_end() -> None:
    """From the home page and from a page below it."""
    assert ["data/glossary.json", "../../data/glossary.json"] == [
        relative_address("data/glossary.json", page) for page in ("index.md", "glossary/grant.md")
    ]
