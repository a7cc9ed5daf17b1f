"""What a rule may look at: the knowledge base, its links, and the texts of each entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from lpsa_build.config import Settings
from lpsa_build.lint.defining import Definition, definitions
from lpsa_build.mentions.links import Links
from lpsa_build.mentions.policy import Mention
from lpsa_build.mentions.writing import Writing, writings
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.targets import Targets
from lpsa_build.model.values import Record, Status

T = TypeVar("T")


@dataclass(frozen=True)
class Content:
    """Everything that was read, before any judgement on it."""

    knowledge: KnowledgeBase
    links: Links
    targets: Targets
    today: date = field(default_factory=date.today)
    _writings: dict[str, tuple[Writing, ...]] = field(default_factory=dict, repr=False)
    _made: dict[object, object] = field(default_factory=dict, repr=False)
    _definitions: dict[str, tuple[Definition, ...]] = field(default_factory=dict, repr=False)

    @property
    def settings(self) -> Settings:
        """The options of the site."""
        return self.knowledge.settings

    @cached_property
    def entries(self) -> tuple[Entry[Record], ...]:
        """Every entry with a page, and every translation of a primer."""
        return (*self.knowledge.entries(), *self.knowledge.primer_translations.values())

    def writings(self, entry: Entry[Record]) -> tuple[Writing, ...]:
        """Return the texts of an entry: its body, and those values of its fields that are prose."""
        if entry.key not in self._writings:
            self._writings[entry.key] = tuple(writings(entry))
        return self._writings[entry.key]

    def definitions(self, entry: Entry[Record]) -> tuple[Definition, ...]:
        """Return the definitions of a live term, its own first, then those of translations.

        Other entries have none, nor have deprecated terms: their wording is history.
        """
        if entry.kind is not Kind.TERM:
            return ()
        if (found := self._definitions.get(entry.id)) is None:
            term = self.knowledge.terms.get(entry.id)
            live = term is not None and term.fields.status is not Status.DEPRECATED
            found = self._definitions[entry.id] = tuple(definitions(term)) if term and live else ()
        return found

    def all_definitions(self) -> Iterator[Definition]:
        """Yield the definitions of every live term, by id."""
        for term in self.knowledge.terms.values():
            yield from self.definitions(term)

    def mentions(self, entry: Entry[Record]) -> tuple[Mention, ...]:
        """Return every mention of a term in the texts of an entry, linked or not."""
        return self.links.mentions.get(entry.key, ())

    def once(self, make: Callable[[Content], T]) -> T:
        """Return what ``make`` makes of the content; it is called once, however often it is asked.

        For what a rule needs to know about all terms while it looks at one entry.
        """
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]  # type: ignore[assignment]  # what `make` itself has made
        return made
