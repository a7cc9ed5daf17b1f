"""Whether two definitions of one term say the same. English only.

Told by the share of words that both have (words of nearly the same meaning count as one), by the
genus, by what the glossary's definition denies, and by words such as “only”.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from lpsa_build.language.noun_phrase import noun_phrase
from lpsa_build.language.stems import content_stems, stem
from lpsa_build.lint.content import Content
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term

DENIED = re.compile(r"\b(?:rather than|but not|other than|instead of|without|not)\b(.*)", re.DOTALL)
"""What a definition says that its term is not."""
LIKE = 0.5
"""Share of words from which two definitions say the same."""
CLEARLY = 0.2
ENOUGH_WORDS = 5
"""Words by which a definition can be told to be that of another term."""
FEWEST_WORDS = 2
"""Words of its own that a definition must have to be compared."""
ONLY = frozenset({"only", "solely", "exclusively", "merely", "just", "sole"})
SYNONYMS = {
    stem(word, "en"): group.split()[0]
    for group in (
        "authority power competence mandate right",
        "transfer move shift handing devolve pass assign delegate give",
        "money fund funding finance resource",
        "center centre central national state",
        "local subnational lower regional municipal",
        "body institution organization entity agency unit",
        "government administration",
        "people resident citizen inhabitant population",
        "rule norm law regulation",
        "process act step",
        "level tier layer sphere",
        "task function responsibility service",
        "tax levy",
        "choose elect vote elected",
        "decide decision determine",
        "raise collect generate levied",
        "spend spending expenditure expense",
        "revenue income receipt",
    )
    for word in group.split()
}
"""Stem → the word that stands for all words of nearly the same meaning in this field."""


class Verdict(Enum):
    """How a local definition stands to that of the glossary."""

    AGREES = "agrees with"
    NARROWER = "is narrower than"
    CONFLICTS = "differs from"


def compare(content: Content, term: Entry[Term], words: str) -> Verdict:
    """Say how a definition in other words stands to that of a term.

    By the share of words that the two have in common (words of nearly the same meaning count as
    one), the genus, and words such as “only”.
    """
    theirs = _stems(words) - _names(term)
    if len(theirs) < FEWEST_WORDS:
        return Verdict.AGREES
    if any(_is_a(words, content, other) for other in term.fields.contrast):
        return Verdict.CONFLICTS
    denied = DENIED.search(term.fields.definition)
    share = _share(content, term, theirs)
    others = [_share(content, other, theirs) for other in _rivals(content, term)]
    if denied and len(theirs & _stems(denied[1])) > len(theirs & _ours(content, term)):
        return Verdict.CONFLICTS
    if len(theirs) >= ENOUGH_WORDS and max(others, default=0.0) > max(share, LIKE) + CLEARLY:
        return Verdict.CONFLICTS
    if share >= LIKE:
        narrows = _says_only(words) and not _says_only(term.fields.definition)
        return Verdict.NARROWER if narrows else Verdict.AGREES
    same = _genus(words) in _ours(content, term) or _genus(term.fields.definition) in theirs
    kind_of_itself = _genus(words) == _genus(term.fields.term)
    near = share >= LIKE / 2 or (same and share > 0) or kind_of_itself
    return Verdict.NARROWER if near else Verdict.CONFLICTS


def _share(content: Content, term: Entry[Term], theirs: frozenset[str]) -> float:
    """Return the share of words that a definition has in common with that of a term."""
    ours = _ours(content, term)
    return len(theirs & ours) / min(len(theirs), len(ours)) if ours else 0.0


def _ours(content: Content, term: Entry[Term]) -> frozenset[str]:
    """Return what a definition of a term may say: the glossary's words, and its wider terms."""
    said = DENIED.sub("", term.fields.definition)
    wider = [_labels(content, other) for other in term.fields.broader]
    return _stems(said).union(*wider) - _names(term)


def _rivals(content: Content, term: Entry[Term]) -> list[Entry[Term]]:
    """Return the terms that one is mixed up with: those that an entry sets against it."""
    knowledge = content.knowledge
    return [knowledge.terms[other] for other in knowledge.contrast.get(term.id, ())]


def _names(term: Entry[Term]) -> frozenset[str]:
    return _stems(term.fields.term)


def _says_only(words: str) -> bool:
    return not ONLY.isdisjoint(re.findall(r"\w+", words.lower()))


def _is_a(words: str, content: Content, name: str) -> bool:
    """Tell whether a definition begins with the label of another term."""
    phrase, other = noun_phrase(words), content.knowledge.terms.get(name)
    if phrase is None or other is None:
        return False
    genus = content_stems(words[phrase.start : phrase.end], "en")
    label = content_stems(other.fields.term, "en")
    return genus[-len(label) :] == label


def _labels(content: Content, name: str) -> frozenset[str]:
    other = content.knowledge.terms.get(name)
    return _stems(other.fields.term) if other else frozenset()


def _genus(words: str) -> str:
    phrase = noun_phrase(words)
    return _canonical(stem(phrase.head, "en")) if phrase else ""


@lru_cache(maxsize=1 << 13)
def _stems(words: str) -> frozenset[str]:
    return frozenset(map(_canonical, content_stems(words, "en")))


def _canonical(stemmed: str) -> str:
    return SYNONYMS.get(stemmed, stemmed)
