"""What all pages of a site are made from, and what templates may use on any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lpsa_build.mentions.links import Links
from lpsa_build.mentions.writing import Writing, field_writing
from lpsa_build.model.addresses import (
    citation_address,
    revision_anchor,
)
from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.records import RECORDS
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.revisions import find_changes
from lpsa_build.model.targets import Targets
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, show_number
from lpsa_build.render.figures import Figures, name_of
from lpsa_build.render.page import make_environment, plain
from lpsa_build.render.results import meaning_of, step_of, table_of, tables_of
from lpsa_build.render.text import apply_edits, citations_left_out
from lpsa_build.render.words import (
    Words,
    country_name,
    direction,
    language_name,
    own_name,
    show_date,
    show_size,
    words_of,
)

Path = tuple[str | int, ...]
ToHtml = Callable[[str, str], str]


def title_of(entry: Entry[Record], words: Words) -> str:
    """Return the name of an entry as lists and page titles show it."""
    fields = entry.fields
    if isinstance(fields, Assessment):
        return name_of(fields, words)
    if isinstance(fields, Framework | Term):
        return fields.heading if isinstance(fields, Framework) else fields.title
    return str(getattr(fields, "title", entry.id))


def places_of(framework: Framework) -> dict[str, Path]:
    """Return, by the code of an item, where it stands in the file."""
    return {item.code: path for path, item in items_with_paths(framework)}


@dataclass
class Renderer:
    """What pages are made from: what is known, and how it is written.

    ``to_html`` turns a short Markdown text, as it stands on a page path, into clean HTML;
    ``downloads`` are the data files beside the pages: address and number of bytes.
    """

    knowledge: KnowledgeBase
    links: Links
    targets: Targets
    to_html: ToHtml
    downloads: Mapping[str, int] = field(default_factory=dict)
    _fields: dict[tuple[str, tuple[str | int, ...]], Writing] = field(default_factory=dict)

    @cached_property
    def environment(self) -> Any:
        """The template environment in the site's language."""
        environment = make_environment(self.words)
        environment.globals.update(
            settings=self.knowledge.settings,
            knowledge=self.knowledge,
            schema_names=tuple(RECORDS),
            title_of=lambda entry: title_of(entry, self.words),
            language_name=lambda code: language_name(code, self.language),
            own_name=own_name,
            direction=direction,
            country_name=lambda code: country_name(code, self.language),
            show_date=lambda day: show_date(day, self.language),
            show_number=show_number,
            downloads=self.downloads,
            show_size=lambda size: show_size(size, self.language),
            citation_address=citation_address,
            revision_anchor=revision_anchor,
            figures=self.figures,
            doubts_of=self.doubts_of,
            places_of=places_of,
            meaning_of=meaning_of,
            step_of=step_of,
            tables_of=tables_of,
            table_of=table_of,
        )
        return environment

    @cached_property
    def figures(self) -> Figures:
        """The charts, and what the assessments come to."""
        return Figures(self.words, self.language)

    @property
    def language(self) -> str:
        """The language of the site."""
        return self.knowledge.settings.language

    @cached_property
    def words(self) -> Any:
        """The interface words of the site's language."""
        return words_of(self.language)

    def doubts_of(self, entry: Entry[Assessment]) -> dict[str, list[str]]:
        """Return, by the code of an item, the terms whose meaning changed since it was scored."""
        doubts: dict[str, list[str]] = {}
        for change in find_changes(self.knowledge, entry):
            for item in change.items:
                title = self.knowledge.terms[change.term].fields.title
                doubts.setdefault(item.code, []).append(title)
        return doubts

    @cached_property
    def by_key(self) -> Mapping[str, Entry[Record]]:
        """Every entry that has a page, by key."""
        return {entry.key: entry for entry in self.knowledge.entries()}

    def plain_definition(self, entry: Entry[Term]) -> str:
        """Return the definition of a term without any markup."""
        writing = self.field_text(entry, ("definition",), entry.fields.definition)
        text = apply_edits(writing.text, list(citations_left_out(writing)))
        return plain(self.to_html(text, entry.page))

    def field_text(self, entry: Entry[Record], path: tuple[str | int, ...], value: str) -> Writing:
        """Return one value of an entry as a text, read once."""
        key = (entry.key, path)
        if key not in self._fields:
            self._fields[key] = field_writing(entry, path, value.strip())
        return self._fields[key]


def neighbours(
    entries: Iterable[Entry[Any]],
) -> Iterator[tuple[Entry[Any] | None, Entry[Any], Entry[Any] | None]]:
    """Yield each entry with the one before and the one after it."""
    listed = list(entries)
    for number, entry in enumerate(listed):
        before = listed[number - 1] if number else None
        after = listed[number + 1] if number + 1 < len(listed) else None
        yield before, entry, after
