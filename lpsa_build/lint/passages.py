"""The blocks and sentences of a text that a reader reads as the author's own words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lpsa_build.language.sentences import split_sentences
from lpsa_build.mentions.writing import Writing


def running_blocks(text: Writing) -> Iterator[tuple[int, int]]:
    """Yield start and end of the paragraphs, list items and cells that hold running text."""
    starts = [*text.prose.paragraphs, len(text.text)]
    for start, following in pairwise(starts):
        running = text.prose.running[start:following]
        end = start + len(running.rstrip("\0 \n"))
        if end > start:
            yield start, end


def sentence_at(text: Writing, place: int) -> tuple[int, int] | None:
    """Return start and end of the sentence around an offset; None outside running blocks."""
    row = text.prose.paragraph_at(place) - 1
    if row < 0:
        return None
    start = text.prose.paragraphs[row]
    following = [*text.prose.paragraphs[row + 1 : row + 2], len(text.text)][0]
    end = start + len(text.prose.running[start:following].rstrip("\0 \n"))
    for first, last in split_sentences(text.text[start:end]):
        if start + first <= place < start + last:
            return start + first, start + last
    return None
