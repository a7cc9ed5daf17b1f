"""Fixes that put other words in the place of some, and fit them into the sentence."""

from __future__ import annotations

from lpsa_build.language.inflection import (
    ARTICLE,
    article_for,
    in_number_of,
    with_capital_of,
)
from lpsa_build.lint.names import opens_sentence
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.source.finding import Edit, Fix

LONGEST_ARTICLE = 8
YAML_SIGNS = frozenset(":#'\"{}[]&*!|>%@`\\")
"""What may mean something else in a value of the front matter."""


def replacement(text: Writing, start: int, end: int, label: str) -> str:
    """Return ``label`` as it stands in the place of some words: in their number.

    At the beginning of a sentence it has their capital; elsewhere the label's own capitals hold.
    """
    words = " ".join(text.text[start:end].split())
    fitting = in_number_of(words, label) if text.language == "en" else label
    return with_capital_of(words, fitting) if opens_sentence(text.text, start) else fitting


def replace_words(
    text: Writing, start: int, end: int, words: str, *, safe: bool = True
) -> Fix | None:
    """Return the fix that writes ``words`` between two offsets, and mends the article before them.

    None where the words could mean something else in the front matter.
    """
    if text.field != BODY and not YAML_SIGNS.isdisjoint(words):
        return None
    if text.language == "en" and (match := _article(text, start)):
        right = article_for(words)
        if match.lower() != right:
            begin = text.text.rfind(match, 0, start)
            between = text.text[begin + len(match) : start]
            words = f"{right.capitalize() if match[0] == 'A' else right}{between}{words}"
            start = begin
    return Fix(safe, (Edit(text.path, text.span(start, end), words),))


def _article(text: Writing, start: int) -> str:
    before = text.prose.running[max(0, start - LONGEST_ARTICLE) : start]
    match = ARTICLE.search(before)
    return match["article"] if match else ""
