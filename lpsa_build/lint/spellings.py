"""Spellings of the words of labels: which one the glossary uses, and where a text has another.

British and American endings are told apart in English only; hyphens in every language. A phrase
that takes a hyphen before a noun (``service-delivery unit``) is good English and no other spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lpsa_build.language import english
from lpsa_build.language.spelling import american
from lpsa_build.lint.content import Content
from lpsa_build.mentions.forms import labels_in
from lpsa_build.mentions.policy import Mention
from lpsa_build.mentions.writing import WORDS, Writing
from lpsa_build.model.knowledge import KnowledgeBase

PAIR = re.compile(
    rf"(?<!-)\b(?!(?:{english.PREPOSITIONS}|to)\b)\w+-(?!(?:{english.PREPOSITIONS}|to)-)\w+"
)
IZE = re.compile(r"(?P<stem>[a-z]{3,}i)(?P<letter>[zs])(?:ation|e)$")
ENDINGS = ("e", "ed", "es", "ing", "er", "ers", "ation", "ations", "ational")


@lru_cache(maxsize=1 << 16)
def key(word: str, language: str) -> str:
    """Return what all spellings of one word share."""
    bare = re.sub("[-\u2010\u2011]", "", word.casefold())
    return american(bare) if language == "en" else bare


def other_spellings(content: Content, text: Writing) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and right spelling of each word that a label spells otherwise."""
    spelled = content.once(spellings).get(text.language)
    wrong = spelled.wrong_in(text.words) if spelled else {}
    if wrong:
        for match in WORDS.finditer(text.prose.running):
            if right := wrong.get(match.group().lower()):
                yield *match.span(), right


@dataclass
class Spellings:
    """The spelling of each word of the labels, by what all its spellings share.

    Words that were looked at before are remembered: most texts have few new ones.
    """

    language: str
    right: Mapping[str, str]
    seen: set[str] = field(default_factory=set)
    wrong: dict[str, str] = field(default_factory=dict)

    def wrong_in(self, words: frozenset[str]) -> dict[str, str]:
        """Return the words that labels spell otherwise, each with its right spelling."""
        for word in words - self.seen:
            right = self.right.get(key(word, self.language))
            if right and right != word:
                self.wrong[word] = right
        self.seen |= words
        return {word: self.wrong[word] for word in self.wrong.keys() & words}


def own_spelling(knowledge: KnowledgeBase, mention: Mention) -> str:
    """Return the label's spelling of a mention that has spaces for its hyphens; else nothing.

    ``own source revenue`` for ``own-source revenue``; but ``from top to bottom`` needs no hyphens.
    """
    words = " ".join(mention.text.split()).casefold()
    if not mention.term or mention.marked or "-" in words or " " not in words:
        return ""
    labels = labels_in(
        knowledge.terms[mention.term].fields, mention.language, knowledge.settings.language
    )
    good = (labels.term, *labels.aliases, *labels.variants, *labels.avoid) if labels else ()
    if not any("-" in label for label in good):
        return ""
    forms = [form for label in good for form in (label, *_numbers(label, mention.language))]
    if words in {form.casefold() for form in forms}:
        return ""
    fits = (
        form for form in forms if PAIR.search(form) and form.casefold().replace("-", " ") == words
    )
    return next(fits, "")


def spellings(content: Content) -> Mapping[str, Spellings]:
    """Return by language the spelling of each word of a preferred label that has others.

    It is found by what all its spellings share. Words that labels spell in several ways are left
    out.
    """
    languages = content.settings.languages
    return {one: Spellings(one, _spellings(content.knowledge, one)) for one in languages}


def _spellings(knowledge: KnowledgeBase, language: str) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for entry in knowledge.terms.values():
        if labels := labels_in(entry.fields, language, knowledge.settings.language):
            for label in (labels.term, *labels.aliases, *labels.variants):
                for word in _words(label, language):
                    found.setdefault(key(word, language), set()).add(word)
    return {shared: next(iter(words)) for shared, words in found.items() if len(words) == 1}


def _words(label: str, language: str) -> Iterator[str]:
    """Yield the words of a label, in both numbers, with the verbs of nouns in -ization."""
    for word in WORDS.findall(label):
        if word[1:] != word[1:].lower():
            continue  # an acronym or a name like GmbH
        yield from (form.lower() for form in (word, *_numbers(word, language)))
        if language == "en" and (match := IZE.match(word.lower())):
            yield from (match["stem"] + match["letter"] + ending for ending in ENDINGS)


def _numbers(words: str, language: str) -> Iterator[str]:
    return english.number(words) if language == "en" else iter(())
