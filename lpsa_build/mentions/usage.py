"""Where a term is used: the entry, the section, and the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lpsa_build.mentions.policy import Mention
from lpsa_build.source.pieces import Section
from lpsa_build.source.plain_text import plain_text
from lpsa_build.source.yaml_tree import Path

FEWEST_WORDS = 3
"""A shorter sentence (a word set in front of an item) is shown with the one that follows."""
BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
"""Where a paragraph or a list item ends."""
BAR = re.compile(r"(?<!\\)\|")
SPACE_BEFORE = re.compile(r" ([.,;:!?])")
SENTENCE_END = re.compile(r"(?<=[.!?؟])[\"”»)]*\s+(?=[^\W\d_a-z])")


class Usage(NamedTuple):
    """One place where a term is used; ``entry`` is the key of the entry that uses it."""

    entry: str
    mention: Mention

    @property
    def section(self) -> Section:
        """The section in which the term is used."""
        return self.mention.writing.prose.sections[self.mention.section]

    @property
    def sentence(self) -> str:
        """The sentence around the mention, without markup."""
        mention = self.mention
        return sentence_around(mention.writing.text, mention.start, mention.end)


def find_usages(entry: str, mentions: tuple[Mention, ...]) -> Iterator[Usage]:
    """Yield the first linked mention of each term in each section of an entry."""
    told: set[tuple[str, Path, int]] = set()
    for mention in mentions:
        if mention.linked:
            place = (mention.term, mention.writing.field, mention.section)
            if place not in told:
                told.add(place)
                yield Usage(entry, mention)


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence around a stretch of Markdown, without markup and on one line."""
    first, last = _block_around(text, start, end)
    paragraph = text[first:last]
    at = 0
    for match in SENTENCE_END.finditer(paragraph):
        if (
            first + match.start() >= end
            and len(paragraph[at : match.start()].split()) > FEWEST_WORDS
        ):
            paragraph = paragraph[: match.start()]
            break
        if first + match.end() <= start:
            at = match.end()
    sentence = re.sub(r"^\s*(?:[-*+|>:]|\d+\.)\s*", "", paragraph[at:])
    return SPACE_BEFORE.sub(r"\1", " ".join(plain_text(sentence).split()))


def _block_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the paragraph, or of the table cell, around a stretch of text."""
    line = text.rfind("\n", 0, start) + 1
    until = end + len(text[end:].partition("\n")[0])
    if text[line:until].lstrip().startswith("|"):
        bars = [line, *(bar.end() + line for bar in BAR.finditer(text[line:until])), until]
        first = max(bar for bar in bars if bar <= start)
        return first, min(bar for bar in bars if bar >= end) - (until != end)
    breaks = list(BREAK.finditer(text))
    above = max((match.end() for match in breaks if match.end() <= start), default=0)
    below = min((match.start() for match in breaks if match.start() >= end), default=len(text))
    return above, below
