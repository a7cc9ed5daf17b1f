"""The knowledge base: every entry, frozen, with the relations that nobody has to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from lpsa_build.config import Settings
from lpsa_build.language.collation import sort_key
from lpsa_build.model.addresses import HEADINGS, Kind, address_of, page_path
from lpsa_build.model.framework import Assessment, Framework, Item
from lpsa_build.model.pages import Article, Page, Primer, PrimerTranslation, Project, WorkingGroup
from lpsa_build.model.permalinks import Published
from lpsa_build.model.reference import Reference
from lpsa_build.model.term import LinkPolicy, Term, TermTranslation
from lpsa_build.model.values import Record
from lpsa_build.source.document import Body
from lpsa_build.source.files import SourceFile
from lpsa_build.source.pieces import Prose
from lpsa_build.source.prose import scan_prose
from lpsa_build.source.yaml_tree import Tree

F = TypeVar("F", bound=Record, covariant=True)
NO_BODY = Body("", 1)


@dataclass(frozen=True)
class Entry(Generic[F]):
    """One entry: its fields, its body, and where both stand.

    ``path`` is the file of the fields, ``body_path`` that of the body (they differ for frameworks
    only); ``source`` is the text of the first, which places the characters of long values.
    """

    kind: Kind
    id: str
    path: str
    fields: F
    tree: Tree
    source: str
    body: Body = NO_BODY
    body_path: str = ""
    language: str = ""
    suffix: str = ""
    """Of a translation, its language in the file's name: ``.fr``."""

    @cached_property
    def key(self) -> str:
        """Kind and id in one word: ``term:devolution``."""
        return f"{self.kind}:{self.id}{self.suffix}"

    @property
    def page(self) -> str:
        """The path of the entry's page among the builder's sources."""
        return page_path(self.kind, self.id)

    def old_address(self, old: str) -> str:
        """Return the address that the page had under an old id."""
        folder, slash, _ = self.id.rpartition("/")
        return address_of(page_path(self.kind, f"{folder}{slash}{old}"))

    @cached_property
    def prose(self) -> Prose:
        """The running text of the body."""
        return scan_prose(self.body.text, HEADINGS[self.kind])


@dataclass(frozen=True)
class KnowledgeBase:
    """All entries by id. A framework's assessments have the id ``<framework>/<place>-<year>``.

    ``unread`` are the keys of entries whose file has faults of its own, so that naming them is
    none, each with its path and the text below the fields.
    """

    settings: Settings
    terms: Mapping[str, Entry[Term]] = field(default_factory=dict)
    primers: Mapping[str, Entry[Primer]] = field(default_factory=dict)
    pages: Mapping[str, Entry[Page]] = field(default_factory=dict)
    projects: Mapping[str, Entry[Project]] = field(default_factory=dict)
    working_groups: Mapping[str, Entry[WorkingGroup]] = field(default_factory=dict)
    frameworks: Mapping[str, Entry[Framework]] = field(default_factory=dict)
    assessments: Mapping[str, Entry[Assessment]] = field(default_factory=dict)
    references: Mapping[str, Entry[Reference]] = field(default_factory=dict)
    term_translations: Mapping[tuple[str, str], Entry[TermTranslation]] = field(
        default_factory=dict
    )
    primer_translations: Mapping[tuple[str, str], Entry[PrimerTranslation]] = field(
        default_factory=dict
    )
    images: tuple[SourceFile, ...] = ()
    files: tuple[str, ...] = ()
    unread: Mapping[str, tuple[str, Body]] = field(default_factory=dict)
    revision: str = ""
    published: Published | None = None

    def url_of(self, page: str) -> str:
        """Return the whole address of a page path: its permalink."""
        return self.file_url(address_of(page))

    def file_url(self, address: str) -> str:
        """Return the whole address of a site address (``data/glossary.json``)."""
        return f"{self.settings.site_url.rstrip('/')}/{address}"

    def changed(self, entries: Iterable[Entry[Record]]) -> date | None:
        """Return the day on which the last of some entries was changed, if any says so."""
        days = (getattr(entry.fields, "updated", None) for entry in entries)
        return max((day for day in days if day), default=None)

    def articles(self) -> Iterator[Entry[Article]]:
        """Yield every entry whose body is an article: primers, pages, projects, groups."""
        for entries in (self.primers, self.pages, self.projects, self.working_groups):
            yield from entries.values()

    def entries(self) -> Iterator[Entry[Record]]:
        """Yield every entry that has a page of its own."""
        for entries in (self.terms, self.frameworks, self.assessments):
            yield from entries.values()
        yield from self.articles()

    @cached_property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        """Term → the terms that are a kind of it (the inverse of ``broader``)."""
        return self._inverse((t.id, t.fields.broader) for t in self.terms.values())

    @cached_property
    def has_part(self) -> Mapping[str, tuple[str, ...]]:
        """Term → its parts (the inverse of ``part_of``)."""
        return self._inverse((t.id, t.fields.part_of) for t in self.terms.values())

    @cached_property
    def related(self) -> Mapping[str, tuple[str, ...]]:
        """Term → related terms, whichever side says so."""
        return self._both_ways((t.id, t.fields.related) for t in self.terms.values())

    @cached_property
    def contrast(self) -> Mapping[str, tuple[str, ...]]:
        """Term → terms not to be confused with it, whichever side says so."""
        return self._both_ways((t.id, t.fields.contrast) for t in self.terms.values())

    @cached_property
    def common_words(self) -> frozenset[str]:
        """The terms that are everyday words."""
        return frozenset(t.id for t in self.terms.values() if t.fields.common_word)

    @cached_property
    def special_links(self) -> frozenset[str]:
        """The terms whose ``link`` is not ``auto``."""
        return frozenset(t.id for t in self.terms.values() if t.fields.link is not LinkPolicy.AUTO)

    @cached_property
    def items_on(self) -> Mapping[str, tuple[tuple[str, Item], ...]]:
        """Term → the framework items that rely on it, as pairs of framework id and item."""
        found: dict[str, list[tuple[str, Item]]] = {}
        for framework in self.frameworks.values():
            for _, item in framework.fields.walk():
                for term in item.terms:
                    found.setdefault(term, []).append((framework.id, item))
        return {term: tuple(items) for term, items in found.items()}

    def derives(self, term: Entry[Term]) -> bool:
        """Tell whether words derived from a term's labels link to it: as it says, or the site."""
        own = term.fields.derivations
        return self.settings.derivations if own is None else own

    def assessments_of(self, framework: str) -> tuple[Entry[Assessment], ...]:
        """Return the assessments under one framework, by id."""
        return tuple(a for a in self.assessments.values() if a.id.startswith(f"{framework}/"))

    def terms_in(self, domain: str) -> tuple[Entry[Term], ...]:
        """Return the terms of one domain, sorted by label."""
        return tuple(t for t in self.sorted_terms if t.fields.domain == domain)

    @cached_property
    def sorted_terms(self) -> tuple[Entry[Term], ...]:
        """Every term, in the alphabetical order of the site's language."""
        language = self.settings.language
        return tuple(
            sorted(self.terms.values(), key=lambda t: (sort_key(t.fields.title, language), t.id))
        )

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {term.id: number for number, term in enumerate(self.sorted_terms)}

    def _inverse(self, pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for source, targets in pairs:
            for target in targets:
                found.setdefault(target, set()).add(source)
        return {term: self._sorted(others) for term, others in found.items()}

    def _both_ways(
        self, pairs: Iterable[tuple[str, tuple[str, ...]]]
    ) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for source, targets in pairs:
            for target in targets:
                found.setdefault(source, set()).add(target)
                found.setdefault(target, set()).add(source)
        return {term: self._sorted(others - {term}) for term, others in found.items()}

    def _sorted(self, ids: set[str]) -> tuple[str, ...]:
        known = [i for i in ids if i in self.terms]
        return tuple(sorted(known, key=self._places.__getitem__))
