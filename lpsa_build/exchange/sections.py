"""An entry of the glossary by language, as plain text: what SKOS and TBX have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term, Translation, TranslationStatus
from lpsa_build.source.plain_text import plain_text


@dataclass(frozen=True)
class Section:
    """What an entry says in one language. No label stands twice in it (SKOS, condition S13).

    ``note`` says, in English, how far to trust a translation.
    """

    language: str
    preferred: str
    admitted: tuple[str, ...]
    abbreviation: str | None
    avoided: tuple[str, ...]
    definition: str | None
    scope_note: str | None
    note: str | None


def sections(knowledge: KnowledgeBase, entry: Entry[Term]) -> Iterator[Section]:
    """Yield the section in the site's language, then the translations in the site's order."""
    own = knowledge.settings.language
    yield _section(own, entry.fields, entry.fields.title, None)
    for language in knowledge.settings.languages:
        translation = entry.fields.translations.get(language)
        if translation and language != own:
            yield _section(language, translation, translation.term, _trust(translation))


def plain(markdown: str) -> str:
    """Return Markdown as plain text on one line."""
    return " ".join(plain_text(markdown).split())


def _section(
    language: str, fields: Term | Translation, preferred: str, note: str | None
) -> Section:
    unseen = _Unseen()
    (preferred,) = unseen.of(preferred)
    abbreviation = next(iter(unseen.of(fields.abbreviation)), None)
    return Section(
        language,
        preferred,
        unseen.of(fields.term, *fields.aliases),
        abbreviation,
        unseen.of(*fields.avoid, *fields.variants),
        plain(fields.definition) if fields.definition else None,
        plain(fields.scope_note) if fields.scope_note else None,
        note,
    )


def _trust(translation: Translation) -> str:
    confirmed = {
        TranslationStatus.UNREVIEWED: "not yet confirmed by a native reader",
        TranslationStatus.REVIEWED: "reviewed",
        TranslationStatus.APPROVED: "approved",
    }
    return f"Translation of revision {translation.revision}: {confirmed[translation.status]}."


class _Unseen:
    """Lets every label through once."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def of(self, *labels: str | None) -> tuple[str, ...]:
        """Return the labels, each on one line, that have not been here before."""
        lines = dict.fromkeys(" ".join(label.split()) for label in labels if label)
        new = tuple(line for line in lines if line not in self.seen)
        self.seen.update(new)
        return new
