"""Words that belong to two terms: labels, and forms that are made from them by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from lpsa_build.language.folding import accents_agree, folded_words
from lpsa_build.language.forms import parts
from lpsa_build.lint.content import Content
from lpsa_build.lint.labels import Label, labels_of
from lpsa_build.mentions.index import SYMBOLS, Form, Rank, forms_of, labels_in
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term
from lpsa_build.model.values import Status

Key: TypeAlias = tuple[str, ...]
OLD = frozenset({Rank.LABEL, Rank.AVOID}), frozenset({Rank.AVOID})
"""Ranks of two forms that may be alike: what one term is not to be called, another one may be."""


class Claim(NamedTuple):
    """A form of a term, as one of those that claim the same words."""

    entry: Entry[Term]
    form: Form


class Clash(NamedTuple):
    """A label whose words also belong to another term."""

    label: Label
    words: str
    other: Claim

    @property
    def in_one_domain(self) -> bool:
        """Whether both terms belong to one domain."""
        return self.label.entry.fields.domain == self.other.entry.fields.domain

    @property
    def message(self) -> str:
        """What both terms claim, in words."""
        name, label = self.other.entry.fields.title, self.other.form.label
        also = "" if label == name else f" (as “{label}”)"
        if label == self.label.text or self.words == self.label.text:
            return f"“{self.label.text}” also means “{name}”{also}: {self.other.entry.path}."
        return (
            f"“{self.label.text}” and “{name}”{also} share the form “{self.words}”: "
            f"{self.other.entry.path}."
        )


def find_clashes(content: Content) -> tuple[Clash, ...]:
    """Return each label that clashes, once for each other term, in the order of the terms."""
    knowledge = content.knowledge
    return tuple(
        clash for language in knowledge.settings.languages for clash in _in(knowledge, language)
    )


def _in(knowledge: KnowledgeBase, language: str) -> Iterator[Clash]:
    own = knowledge.settings.language
    told: set[tuple[str, str, str]] = set()
    for claims in _claims(knowledge, language).values():
        for claim in claims if len(claims) > 1 else ():
            rival = _rival(claim, claims, translated=language != own)
            if rival is None or rival.form.rank > claim.form.rank:
                continue
            place = (claim.entry.id, claim.form.label, rival.entry.id)
            if place not in told:
                told.add(place)
                labels = labels_of(claim.entry, language, own)
                found = (label for label in labels if claim.form.label in label.text)
                yield Clash(next(found), claim.form.text, rival)


def _claims(knowledge: KnowledgeBase, language: str) -> dict[Key, list[Claim]]:
    """Return the strongest form of each live term for every sequence of words, the best first."""
    found: dict[Key, dict[str, Claim]] = {}
    for entry in knowledge.terms.values():
        labels = labels_in(entry.fields, language, knowledge.settings.language)
        if labels is None or entry.fields.status is Status.DEPRECATED:
            continue
        for form in forms_of(entry.id, labels, language, derived=knowledge.derives(entry)):
            best = found.setdefault(_key(form), {}).setdefault(entry.id, Claim(entry, form))
            if form.rank < best.form.rank:
                found[_key(form)][entry.id] = Claim(entry, form)
    return {
        key: sorted(claims.values(), key=lambda claim: (claim.form.rank, claim.entry.id))
        for key, claims in found.items()
    }


def _key(form: Form) -> Key:
    symbols = form.text[len(form.text.rstrip(SYMBOLS)) :]
    return (*folded_words(form.text), symbols, form.text if form.exact else "")


def _qualifier(term: Term) -> str:
    """Return what tells a term apart from others of its name, in its field or in brackets."""
    typed = term.term.removeprefix(parts(term.term).label)
    return term.qualifier or ("" if parts(term.term).short else typed)


def _rival(claim: Claim, claims: Sequence[Claim], *, translated: bool) -> Claim | None:
    """Return the strongest claim of another term, one of the same domain before others."""
    domain = claim.entry.fields.domain
    others = [c for c in claims[:2] if c.entry.id != claim.entry.id]
    near = (c for c in claims if c.entry.fields.domain == domain and c.entry.id != claim.entry.id)
    rival = next(near, others[0])
    ranks = {claim.form.rank, rival.form.rank}
    told_apart = _qualifier(claim.entry.fields) != _qualifier(rival.entry.fields)
    if ranks in OLD or (ranks == {Rank.LABEL} and (translated or told_apart)):
        return None
    texts = claim.form.text, rival.form.text
    if claim.form.accents and not (accents_agree(*texts) and accents_agree(*texts[::-1])):
        return None
    return rival
