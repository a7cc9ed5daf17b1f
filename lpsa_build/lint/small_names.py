"""Labels with an acronym in them, written in small letters: “lpsa working group”.

They are no mentions: an acronym counts only as it is written, or every “it” would be IT.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.small_words import STOP_WORDS
from lpsa_build.lint.content import Content
from lpsa_build.mentions.forms import acronyms
from lpsa_build.mentions.writing import Writing
from lpsa_build.model.values import Status


def small_names(content: Content, text: Writing) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of each label of several words that lost its capitals."""
    running = text.prose.running
    for small, label in content.once(_labels):
        at = running.find(small)
        while at >= 0:
            end = at + len(small)
            if not (running[at - 1 : at].isalnum() or running[end : end + 1].isalnum()):
                yield at, end, label
            at = running.find(small, end)


def _labels(content: Content) -> tuple[tuple[str, str], ...]:
    """Return the labels of several words with an acronym, each in small letters before it."""
    return tuple(
        (label.lower(), label)
        for term in content.knowledge.terms.values()
        if term.fields.status is not Status.DEPRECATED
        for label in (term.fields.term, *term.fields.aliases)
        if " " in label and any(_telling(word) for word in acronyms(label))
    )


def _telling(acronym: str) -> bool:
    """Tell whether an acronym is no word of its own in small letters: not IT, not WHO."""
    return len(acronym) > 2 and acronym.lower() not in STOP_WORDS["en"]
