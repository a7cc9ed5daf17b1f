"""Where a term is used: the entry, the section, and the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpsa_build.mentions.passages import Writing
from lpsa_build.mentions.policy import Mention
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.prose import plain_text
from lpsa_build.source.yaml_tree import Path

SENTENCE_END = re.compile(r"(?<=[.!?؟])[\"”»)]*\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Usage:
    """One place where a term is used: entry, section and the sentence around it."""

    entry: str
    section_id: str
    section_title: str
    sentence: str


def find_usages(
    entry: Entry[Record], texts: tuple[Writing, ...], mentions: tuple[Mention, ...]
) -> Iterator[tuple[str, Usage]]:
    """Yield term and place for the first linked mention of each term in each section."""
    by_field = {text.field: text for text in texts}
    told: set[tuple[str, Path, int]] = set()
    for mention in mentions:
        place = (mention.term, mention.field, mention.section)
        if not mention.linked or place in told:
            continue
        told.add(place)
        text = by_field[mention.field]
        section = text.prose.sections[mention.section]
        sentence = sentence_around(text.text, mention.start, mention.end)
        yield mention.term, Usage(entry.key, section.id, section.title, sentence)


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence around a stretch of Markdown, without markup and on one line."""
    above = text.rfind("\n\n", 0, start)
    below = text.find("\n\n", end)
    first = above + 2 if above >= 0 else 0
    paragraph = text[first : below if below >= 0 else len(text)]
    at = 0
    for match in SENTENCE_END.finditer(paragraph):
        if first + match.start() >= end:
            paragraph = paragraph[: match.start()]
            break
        if first + match.end() <= start:
            at = match.end()
    sentence = re.sub(r"^\s*(?:[-*+|>:]|\d+\.)\s*", "", paragraph[at:])
    return " ".join(plain_text(sentence).split())
