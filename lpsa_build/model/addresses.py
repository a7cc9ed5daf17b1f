"""Where every entry and every listing stands on the site. These addresses are a promise."""

from __future__ import annotations

from enum import StrEnum
from posixpath import relpath


class Kind(StrEnum):
    """The kinds of entries."""

    TERM = "term"
    PRIMER = "primer"
    PAGE = "page"
    PROJECT = "project"
    WORKING_GROUP = "working-group"
    FRAMEWORK = "framework"
    ASSESSMENT = "assessment"
    REFERENCE = "reference"


FOLDERS = {
    Kind.TERM: "glossary",
    Kind.PRIMER: "primers",
    Kind.PROJECT: "projects",
    Kind.WORKING_GROUP: "working-groups",
    Kind.FRAMEWORK: "frameworks",
    Kind.ASSESSMENT: "frameworks",
}

HEADINGS = dict.fromkeys(Kind, frozenset({"sources"})) | {
    Kind.TERM: frozenset(
        {"definition", "notes", "contrast", "other-meanings", "relations", "translations"}
        | {"sources", "where-used", "history", "cite"}
        | {f"revision-{number}" for number in range(1000)}
    ),
    Kind.PRIMER: frozenset({"key-terms", "sources"}),
    Kind.PROJECT: frozenset({"outputs", "sources"}),
    Kind.FRAMEWORK: frozenset({"scales", "structure", "assessments", "sources"}),
    Kind.ASSESSMENT: frozenset({"codes", "results", "sources"}),
}
"""Ids that the templates give to parts of a page; a heading in the text never gets one of them."""


def page_path(kind: Kind, identifier: str) -> str:
    """Return the path of an entry's page among the builder's sources: ``glossary/grant.md``."""
    if kind is Kind.PAGE:
        return f"{identifier}.md"
    suffix = "/index.md" if kind is Kind.FRAMEWORK else ".md"
    return f"{FOLDERS[kind]}/{identifier}{suffix}"


def domain_path(domain: str) -> str:
    """Return the path of a domain's page among the builder's sources."""
    return f"domains/{domain}.md"


def comparison_path(framework: str) -> str:
    """Return the path of the page on which a framework's assessments are compared."""
    return f"{FOLDERS[Kind.FRAMEWORK]}/{framework}/compare.md"


def score_card_path(framework: str) -> str:
    """Return the path of the page on which readers fill in a framework."""
    return f"{FOLDERS[Kind.FRAMEWORK]}/{framework}/score-card.md"


def revision_anchor(revision: int) -> str:
    """Return the part of a term's page at which a wording of its definition stands, for ever."""
    return f"revision-{revision}"


def citation_address(term: str, ending: str) -> str:
    """Return the site address of the reference to a term: ``data/citations/grant.bib``."""
    return f"data/citations/{term}.{ending}"


def address_of(path: str) -> str:
    """Return the site address (without a leading slash) of a page path: ``glossary/grant/``."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


def relative(target: str, page: str) -> str:
    """Return the link from one page path to another as the reader's browser needs it.

    Both are page paths; the link keeps working under any base path and from ``file://``.
    """
    return relative_address(address_of(target), page)


def relative_address(target: str, page: str) -> str:
    """Return the link from a page path to a site address (``data/glossary.json``)."""
    start = address_of(page) or "."
    link = relpath(target or ".", start)
    return f"{link}/" if target.endswith("/") or not target else link
