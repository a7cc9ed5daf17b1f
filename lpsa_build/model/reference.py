"""A reference of the bibliography, in CSL (the Citation Style Language's data, as YAML)."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from lpsa_build.model.values import Address, Identifier, Record, Text, Whole


class Name(Record):
    """A person (family, given) or an institution (literal)."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @property
    def shown(self) -> str:
        """The name as it stands in a list of sources."""
        if self.literal:
            return self.literal
        return ", ".join(part for part in (self.family, self.given) if part)


class CslDate(Record):
    """A date as CSL has it: lists of year, month, day."""

    date_parts: tuple[tuple[Whole, ...], ...] = Field(alias="date-parts")

    @property
    def year(self) -> int | None:
        """The year of the (first) date."""
        return self.date_parts[0][0] if self.date_parts and self.date_parts[0] else None


def _csl(name: str) -> str:
    return name.replace("_", "-")


class Reference(Record):
    """One item of ``references:`` in ``content/references.yml``."""

    model_config = ConfigDict(alias_generator=_csl)

    id: Identifier
    type: Text
    title: Text
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    issued: CslDate | None = None
    accessed: CslDate | None = None
    container_title: Text | None = None
    collection_title: Text | None = None
    publisher: Text | None = None
    publisher_place: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    edition: Text | None = None
    language: Text | None = None
    genre: Text | None = None
    number: Text | None = None
    url: Address | None = Field(None, alias="URL")
    doi: Text | None = Field(None, alias="DOI")
    isbn: Text | None = Field(None, alias="ISBN")
    abstract: Text | None = None
    keyword: Text | None = None
    note: Text | None = None

    @property
    def authors(self) -> str:
        """The authors, or the editors, in one line."""
        return "; ".join(name.shown for name in self.author or self.editor)

    @property
    def line(self) -> str:
        """The reference in one line of plain text: authors, year, title."""
        year = self.issued.year if self.issued else None
        authors = f"{self.authors} ({year}). " if self.authors and year else self.authors
        return f"{authors}{'. ' if authors and not year else ''}{self.title}"

    @property
    def web_address(self) -> str | None:
        """Where the work can be found: its own address, or that of its DOI."""
        return self.url or (f"https://doi.org/{self.doi}" if self.doi else None)


class References(Record):
    """The content of ``content/references.yml``."""

    references: tuple[Reference, ...]
