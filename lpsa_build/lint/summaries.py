"""Summaries: prose in the front matter of articles, which readers see and no link is made in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lpsa_build.lint.content import Content
from lpsa_build.lint.translated import indexes
from lpsa_build.mentions.policy import Mention, domains_of
from lpsa_build.mentions.writing import Writing, field_writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record

FIELD = ("summary",)
REASON = "summaries have no links"


def texts_with_summary(content: Content, entry: Entry[Record]) -> tuple[Writing, ...]:
    """Return the texts of an entry, its summary last."""
    found = content.once(_summaries)
    return (*content.writings(entry), *(found[key] for key in [entry.key] if key in found))


def mentions_with_summary(content: Content, entry: Entry[Record]) -> Iterator[Mention]:
    """Yield every mention in the texts of an entry, then those in its summary that are plain.

    A form that may mean several terms, or an everyday word outside its domain, is left out.
    """
    yield from content.mentions(entry)
    yield from content.once(_in_summaries).get(entry.key, ())


def _in_summaries(content: Content) -> dict[str, tuple[Mention, ...]]:
    return {entry.key: tuple(_mentions(content, entry)) for entry in content.entries}


def _mentions(content: Content, entry: Entry[Record]) -> Iterator[Mention]:
    text = content.once(_summaries).get(entry.key)
    index = content.once(indexes).get(entry.language)
    for match in index.find(text.prose.running, text.text) if text and index else ():
        form = match.forms[0]
        term = content.knowledge.terms[form.term].fields
        everyday = term.common_word and term.domain not in domains_of(entry)
        if text and len({other.term for other in match.forms}) == 1 and not everyday:
            yield Mention(text, match.start, match.end, 0, form.term, form.text, REASON, False)


def _summaries(content: Content) -> dict[str, Writing]:
    frameworks = content.knowledge.frameworks.values()
    entries = chain(content.knowledge.articles(), content.knowledge.primer_translations.values())
    return {
        entry.key: field_writing(entry, FIELD, summary)
        for entry in (*entries, *frameworks)
        if (summary := getattr(entry.fields, "summary", None))
    }
