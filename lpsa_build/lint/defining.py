"""A definition taken apart: its sentences, where it begins to define, and its genus.

The *definiens* is the first sentence without what names the term: “A grant (or transfer), also
known as subvention, is a” gives way to what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from lpsa_build.language.noun_phrase import NounPhrase, noun_phrase
from lpsa_build.language.sentences import split_sentences
from lpsa_build.language.small_words import ARTICLES
from lpsa_build.lint.own_words import OwnForms, OwnWords, find_own_words, own_forms
from lpsa_build.mentions.writing import Writing, field_writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term, Translation
from lpsa_build.source.finding import Span

ENGLISH = "en"
REDIRECTION = re.compile(
    r"(?:see|cf\.?|same as|synonym (?:of|for)|(?:an?other|an? alternative|a short) "
    r"(?:name|word|term|label) (?:for|of)|"
    r"(?:an? )?abbreviation (?:of|for)|short (?:form )?(?:for|of)|"
    r"(?:an? )?alias (?:of|for)|voir|véase|ver|vide|انظر)\b",
    re.IGNORECASE,
)
"""How an entry begins that only points to another."""
APPOSITION = re.compile(
    r"\s*(?:\([^()]*\))?,?\s*(?:(?:or|(?:also |sometimes |often |commonly )*"
    r"(?:known as|called|referred to as|abbreviated(?: as| to)?|termed|written))"
    r"\s[^,;:.]{1,60},)?\s*",
    re.IGNORECASE,
)
COPULA = re.compile(
    r"(?:is|are|was|means|refers? to|describes?|denotes?|designates?|consists? of|"
    r"(?:can|may) be (?:defined|described|understood) as|"
    r"est|sont|désigne|signifie|fait référence à|correspond à|es|son|se refiere a|significa|"
    r"é|são|refere-se a|designa|(?:هو |هي )?عبارة عن|هو|هي|يعني|تعني|يشير إلى|تشير إلى)\b\s*|"
    r"[:–—=]\s*|-\s+",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"(?!(?:in|en|em) g[ée]n?[ée]ral,)"
    r"(?:in|within|for|among|at|on|under|en|dans|em|n[oa]|pour|para|dentro de|desde|"
    r"d[uo] ponto? de vista|du point de vue|from(?=[^,]*(?:perspective|view)))"
    r"\s[^,;:.]{1,80},\s*|"
    r"في\s[^،؛:.]{1,80}،\s*",
    re.IGNORECASE,
)
"""Words at the start that say where the definition holds (“In public finance, …”)."""
VERB = re.compile(
    r"\s*,|"
    r"\)?\s+(?!(?:across|towards|whose|versus|its|as|this)\b)[a-z]+s\b|"
    r"(?:(?!\b(?:that|which|who|whose|where|by|for)\b)[^.;])*?\s"
    r"(?:is|are|refers? to|means|describes?|acts?|est|sont|es|son|é|são)\b"
)
"""After the term: a verb in the third person, or one that introduces a definition further on."""
ROMANCE_VERB = re.compile(
    r"\s*,|\)?\s+(?:o|ou|se|s['’]|ne|no|não|"
    r"(?!(?:avec|contre|de|dentro|en|entre|que|sobre|sous|sur|\w+(?:ad[ao]|id[ao]|ée?)s?)\b)"
    r"\w+(?:[aeêémn]|nt|it|[^e]t))(?![\w'’])"
)
"""After the term in French, Spanish or Portuguese: what may be a verb in the third person."""
PRONOUN = re.compile(r"(?:it|this|these|they)\s+(?=(?:is|are|means?|refers?)\b)", re.IGNORECASE)
DEMONSTRATIVE = re.compile(
    r"(?:this|these|ce|cet|cette|ces|est[aeo]s?|ess[ae]s?)\s+", re.IGNORECASE
)
MARKUP = re.compile(r"`[^`]*`|\[\[[^\[\]|]*\\?\||\]\(|[*`\[\]]|(?<![^\W_])_+|_+(?![^\W_])")


@dataclass(frozen=True)
class Definition:
    """A definition in one language; ``labels`` are the preferred label and its equals there."""

    entry: Entry[Term]
    writing: Writing
    labels: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language that the definition is written in."""
        return self.writing.language

    @property
    def text(self) -> str:
        """The definition as it was typed, in Markdown."""
        return self.writing.text

    @property
    def english(self) -> bool:
        """True: rules that know English words may look at it."""
        return self.language == ENGLISH

    @cached_property
    def plain(self) -> str:
        """The text with its markup blanked out, so that offsets stay what they are."""
        prose = self.writing.prose
        text = self.text
        places = [(piece.start, piece.end + 1) for piece in prose.destinations]
        for start, end in [*places, *((cite.start, cite.end) for cite in prose.citations)]:
            text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
        return MARKUP.sub(lambda match: " " * len(match.group()), text)

    @cached_property
    def own_forms(self) -> OwnForms:
        """What the term is called in this language, in every form."""
        fields = self.entry.fields
        return own_forms(self.labels, self.language, plurale_tantum=fields.plurale_tantum)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The offsets of the sentences."""
        return split_sentences(self.plain)

    @cached_property
    def end(self) -> int:
        """Where the first sentence ends."""
        return self.sentences[0][1] if self.sentences else 0

    @cached_property
    def start(self) -> int:
        """Where the definiens begins: after the term itself, if the sentence begins with it."""
        field = FIELD.match(self.plain, self._first, self.end)
        for first in (self._first, field.end() if field else self._first):
            at = self._after_article(first)
            named = find_own_words(self.plain, self.own_forms, at, self.end, first=True)
            subject = named[0].end if named else self._pronoun(first)
            apposition = APPOSITION.match(self.plain, subject, self.end)
            copula = COPULA.match(self.plain, apposition.end() if apposition else 0, self.end)
            if subject > first and copula:
                return copula.end()
        return self._first

    @property
    def names_itself(self) -> bool:
        """True: the sentence begins with the term and a verb (“A grant is …”)."""
        return self.start != self._first

    @cached_property
    def own_words(self) -> tuple[OwnWords, ...]:
        """Where the definiens names the term again, in any form of its labels."""
        fields = self.entry.fields
        forms = own_forms(
            self.labels, self.language, plurale_tantum=fields.plurale_tantum, derived=True
        )
        return tuple(find_own_words(self.plain, forms, self.start, self.end))

    @cached_property
    def subject(self) -> OwnWords | None:
        """The term itself, where the sentence is about it (“A grant pays …”)."""
        field = FIELD.match(self.plain, self._first, self.end)
        for first in (self._first, field.end() if field else self._first):
            at = self._after_article(first)
            for own in find_own_words(self.plain, self.own_forms, at, self.end, first=True):
                apposition = APPOSITION.match(self.plain, own.end, self.end)
                for after in (own.end, apposition.end() - 1 if apposition else own.end):
                    if self._verb.match(self.plain, after, self.end):
                        return own
        return None

    @property
    def points_elsewhere(self) -> bool:
        """True: the entry only points to another one (“See grant.”)."""
        return bool(REDIRECTION.match(self.plain, self.start))

    @cached_property
    def genus(self) -> NounPhrase | None:
        """The noun phrase that the definiens begins with; English only."""
        if not self.english:
            return None
        return noun_phrase(self.plain, self._after_article(self.start), self.end)

    def span(self, start: int, end: int) -> Span:
        """Return the place in the file of the characters from ``start`` to ``end``."""
        return self.writing.span(start, end)

    @property
    def _verb(self) -> re.Pattern[str]:
        return ROMANCE_VERB if self.language in {"fr", "es", "pt"} else VERB

    def _pronoun(self, at: int) -> int:
        pronoun = PRONOUN.match(self.plain, at, self.end)
        return pronoun.end() if pronoun else at

    @cached_property
    def _first(self) -> int:
        return len(self.plain) - len(self.plain.lstrip())

    def _after_article(self, at: int) -> int:
        articles = ARTICLES.get(self.language)
        article = DEMONSTRATIVE.match(self.plain, at) or (
            articles.match(self.plain, at) if articles else None
        )
        return article.end() if article else at


def definitions(entry: Entry[Term]) -> Iterator[Definition]:
    """Yield the definition of a term, then those of its translations."""
    fields = entry.fields
    writing = field_writing(entry, ("definition",), fields.definition)
    yield Definition(entry, writing, _labels(fields))
    for language, translation in fields.translations.items():
        if translation.definition:
            path = ("translations", language, "definition")
            writing = field_writing(entry, path, translation.definition)
            yield Definition(entry, replace(writing, language=language), _labels(translation))


def _labels(fields: Term | Translation) -> tuple[str, ...]:
    short = (fields.abbreviation,) if fields.abbreviation else ()
    return (fields.term, *fields.aliases, *short)


def all_labels(fields: Term) -> Iterator[str]:
    """Yield every label of a term in all its languages, the misleading ones too."""
    named: tuple[Term | Translation, ...] = (fields, *fields.translations.values())
    for names in named:
        yield from (*_labels(names), *names.avoid, *names.variants)
