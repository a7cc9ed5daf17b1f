"""Words that belong to two terms: labels, and forms that are made from them by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from lpsa_build.language.folding import accents_agree, folded_words
from lpsa_build.language.forms import parts
from lpsa_build.lint.content import Content
from lpsa_build.lint.labels import Label, labels_of
from lpsa_build.mentions.forms import SYMBOLS, Form, Rank, acronyms, forms_in
from lpsa_build.model.knowledge import Entry
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
    languages = content.settings.languages
    return tuple(clash for language in languages for clash in _in(content, language))


def _in(content: Content, language: str) -> Iterator[Clash]:
    own = content.settings.language
    told: set[tuple[str, str, str]] = set()
    for claims in _claims(content, language):
        for claim in claims:
            rival = _rival(claim, claims, translated=language != own)
            if rival is None or rival.form.rank > claim.form.rank:
                continue
            place = (claim.entry.id, claim.form.label, rival.entry.id)
            if place not in told:
                told.add(place)
                labels = labels_of(claim.entry, language, own)
                found = (label for label in labels if claim.form.label in label.text)
                yield Clash(next(found), claim.form.text, rival)


def _claims(content: Content, language: str) -> Iterator[list[Claim]]:
    """Yield the claims of several live terms to the same words: the best of each, in order."""
    terms = content.knowledge.terms
    index = content.links.indexes.get(language)
    alone: dict[Key, Form] = {}  # nearly all words are forms of one term
    found: dict[Key, dict[str, Form]] = {}
    for form in index.forms if index else forms_in(content.knowledge, language):
        key = _key(form)
        first = alone.setdefault(key, form)
        if first is not form and (key in found or first.term != form.term):
            forms = found.setdefault(key, {first.term: first})
            if form.rank < forms.setdefault(form.term, form).rank:
                forms[form.term] = form
    for forms in (found[key] for key in alone if key in found):
        claims = [
            Claim(terms[name], form)
            for name, form in forms.items()
            if terms[name].fields.status is not Status.DEPRECATED
        ]
        if len(claims) > 1:
            yield sorted(claims, key=lambda claim: (claim.form.rank, claim.entry.id))


def _key(form: Form) -> Key:
    symbols = form.text[len(form.text.rstrip(SYMBOLS)) :]
    return (*folded_words(form.text), symbols, " ".join(acronyms(form.text)) if form.exact else "")


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
