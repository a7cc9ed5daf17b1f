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


def sentences(text: Writing) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence that holds running text."""
    for start, end in running_blocks(text):
        for first, last in split_sentences(text.text[start:end]):
            yield start + first, start + last
