"""A term: one concept with its labels, definition and relations (SKOS, ISO 10241-1)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from lpsa_build.model.values import (
    Address,
    Confidence,
    Day,
    Flag,
    Identifier,
    Record,
    Revision,
    Source,
    Status,
    Text,
)


class LinkPolicy(StrEnum):
    """Where mentions of a term become links."""

    AUTO = "auto"
    FIRST = "first"
    EXPLICIT = "explicit"
    NEVER = "never"


class TranslationStatus(StrEnum):
    """Whether a native reader has confirmed a translation."""

    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    APPROVED = "approved"


class Translation(Record):
    """The term in another language; ``revision`` is the revision of the entry it translates."""

    term: Text
    abbreviation: Text | None = None
    aliases: tuple[Text, ...] = ()
    avoid: tuple[Text, ...] = ()
    variants: tuple[Text, ...] = ()
    definition: Text | None = None
    scope_note: Text | None = None
    revision: Revision
    status: TranslationStatus = TranslationStatus.UNREVIEWED


class OtherMeaning(Record):
    """What somebody else means by the same label."""

    ref: Identifier
    gist: Text
    differs: Text | None = None
    at: Text | None = None


class Wording(Record):
    """An earlier wording of the definition."""

    revision: Revision
    definition: Text
    date: Day
    note: Text | None = None


class Term(Record):
    """The front matter of ``glossary/<id>.md``."""

    term: Text = Field(description="Preferred label in the site's language, singular.")
    abbreviation: Text | None = Field(None, description="Linked case-sensitively.")
    aliases: tuple[Text, ...] = Field((), description="Admitted synonyms; they link here.")
    avoid: tuple[Text, ...] = Field((), description="Misleading or retired labels.")
    variants: tuple[Text, ...] = Field((), description="Spellings that no rule can generate.")
    definition: Text = Field(description="One sentence that can stand for the term.")
    scope_note: Text | None = Field(None, description="When the term applies and when not.")
    domain: Identifier = Field(description="One of the domains in mkdocs.yml.")
    status: Status
    revision: Revision = Field(1, description="Raised when the meaning of the definition changes.")
    confidence: Confidence | None = None
    qualifier: Text | None = Field(None, description="Tells homographs apart.")
    broader: tuple[Identifier, ...] = Field((), description="This is a kind of …")
    part_of: tuple[Identifier, ...] = Field((), description="This is a part of …")
    related: tuple[Identifier, ...] = ()
    contrast: tuple[Identifier, ...] = Field((), description="Not to be confused with …")
    link: LinkPolicy = LinkPolicy.AUTO
    common_word: Flag = Field(False, description="An everyday word, linked only where it fits.")
    sources: tuple[Source, ...] = ()
    other_meanings: tuple[OtherMeaning, ...] = ()
    house_rule: Text | None = Field(None, description="How this site uses the word (proposal).")
    plurale_tantum: Flag = False
    derivations: Flag | None = Field(
        None, description="Also link words derived from a label: decentralized; else as the site."
    )
    exact_match: tuple[Address, ...] = ()
    history: tuple[Wording, ...] = ()
    translations: dict[Identifier, Translation] = Field(default_factory=dict)
    redirect_from: tuple[Identifier, ...] = ()
    replaced_by: Identifier | None = None
    reason: Text | None = Field(None, description="Why a deprecated term has no successor.")
    updated: Day | None = None

    @property
    def title(self) -> str:
        """The label with its qualifier, as it heads lists and pages."""
        return f"{self.term} ({self.qualifier})" if self.qualifier else self.term


class TermTranslation(Record):
    """The front matter, if any, of ``glossary/<id>.<language>.md``."""

    translates: Revision | None = None
