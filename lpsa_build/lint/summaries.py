"""Prose that readers see and no link is made in: summaries of articles, and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from lpsa_build.lint.avoided import avoided_label
from lpsa_build.lint.content import Content
from lpsa_build.lint.translated import indexes
from lpsa_build.mentions.policy import OWN_PAGE, Mention, domains_of
from lpsa_build.mentions.writing import Writing, field_writing
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.pieces import BLANK

FIELD = ("summary",)
REASON = "summaries have no links"
IN_HEADING = "headings have no links"
TITLED = frozenset({Kind.PAGE, Kind.PRIMER})
QUOTED = re.compile('[`"“”«»]')


def texts_with_summary(content: Content, entry: Entry[Record]) -> tuple[Writing, ...]:
    """Return the texts of an entry, its summary last."""
    found = content.once(_summaries)
    return (*content.writings(entry), *(found[key] for key in [entry.key] if key in found))


def mentions_with_summary(content: Content, entry: Entry[Record]) -> Iterator[Mention]:
    """Yield every mention in the texts of an entry, then those in its summary that are plain.

    A form that may mean several terms is left out, and so is an everyday word outside its domain
    unless it is to be avoided anywhere.
    """
    yield from content.mentions(entry)
    yield from content.once(_in_summaries).get(entry.key, ())


def _in_summaries(content: Content) -> dict[str, tuple[Mention, ...]]:
    texts = content.once(_summaries)
    return {
        entry.key: tuple(_plain_mentions(content, entry, text, REASON))
        for entry in content.entries
        if (text := texts.get(entry.key))
    }


def headings(content: Content, entry: Entry[Record]) -> tuple[Writing, ...]:
    """Return the title of a page, then its texts, of which only the headings run.

    Headings with code or quotation marks are left out, and so are the titles of projects, groups
    and frameworks, which are names.
    """
    return content.once(_headings)[entry.key]


def _headings(content: Content) -> dict[str, tuple[Writing, ...]]:
    return {entry.key: tuple(_headings_of(content, entry)) for entry in content.entries}


def _headings_of(content: Content, entry: Entry[Record]) -> Iterator[Writing]:
    title = getattr(entry.fields, "title", "")
    if entry.kind in TITLED and title and not QUOTED.search(title):
        yield field_writing(entry, ("title",), title)
    for text in content.writings(entry):
        if len(text.prose.sections) == 1:
            continue
        running, at = "", 0
        for section in text.prose.sections:
            words = text.text[section.start : section.title_end]
            if section.id and QUOTED.search(words) is None:
                running += BLANK * (section.start - at) + words
                at = section.title_end
        if at:
            running += BLANK * (len(text.text) - at)
            yield replace(text, prose=replace(text.prose, running=running))


def mentions_in_headings(content: Content, entry: Entry[Record]) -> Iterator[Mention]:
    """Yield every mention in the headings of an entry that is plain, as in a summary."""
    yield from content.once(_in_headings).get(entry.key, ())


def _in_headings(content: Content) -> dict[str, tuple[Mention, ...]]:
    return {
        entry.key: tuple(
            mention
            for text in headings(content, entry)
            for mention in _plain_mentions(content, entry, text, IN_HEADING)
        )
        for entry in content.entries
    }


def _plain_mentions(
    content: Content, entry: Entry[Record], text: Writing, reason: str
) -> Iterator[Mention]:
    index = content.once(indexes).get(text.language)
    for match in index.find(text.prose.running, text.text) if index else ():
        form = match.forms[0]
        term = content.knowledge.terms[form.term].fields
        everyday = term.common_word and term.domain not in domains_of(entry)
        if len({other.term for other in match.forms}) == 1:
            own = entry.id == form.term and entry.kind is Kind.TERM
            why = OWN_PAGE if own else reason
            said = Mention(text, match.start, match.end, 0, form.term, form.text, why, linked=False)
            if not everyday or avoided_label(content, said):
                yield said


def _summaries(content: Content) -> dict[str, Writing]:
    frameworks = content.knowledge.frameworks.values()
    entries = chain(content.knowledge.articles(), content.knowledge.primer_translations.values())
    return {
        entry.key: field_writing(entry, FIELD, summary)
        for entry in (*entries, *frameworks)
        if (summary := getattr(entry.fields, "summary", None))
    }
