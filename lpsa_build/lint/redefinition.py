"""Sentences of a text that say what a term of the glossary is, against what the glossary says.

English only. A sentence defines if it has one of these shapes, X being a term::

    X is a … that …    X means …    X refers to …    X is defined as …    By X we mean …
    We use X to mean …    **X**: a … of …    A … that … is called X

“Devolution is important” and “Devolution is the key to growth” say something about a term, and do
not define it; what somebody else says (“According to the OECD …”, a sentence with a citation) is
theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpsa_build.language.noun_phrase import noun_phrase
from lpsa_build.lint.agreement import Verdict, compare
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import REDIRECTION
from lpsa_build.lint.passages import sentence_at
from lpsa_build.lint.translated import indexes
from lpsa_build.mentions.index import Match
from lpsa_build.mentions.policy import Mention, domains_of
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, Status
from lpsa_build.source.pieces import BLANK

PLACE = (
    r"(?:article|chapter|glossary|guide|handbook|note|page|paper|primer|report|section|site|text)"
)
LEAD = re.compile(
    rf"\W*(?:(?:in this {PLACE}|on this {PLACE}|here|for us|for our purposes|in short|in brief|"
    r"simply put|in other words|broadly|generally)\b,?\s+)?"
    r"(?:the\s+(?:term|word|notion|concept|expression)\s+(?:of\s+)?)?(?P<article>an?\s+|the\s+|any\s+)?",
    re.IGNORECASE,
)
"""What may stand before the term."""
OURS = re.compile(
    r"\b(?:in|on) this\b|\bhere\b|\bfor (?:us|our)\b|\bthe (?:term|word|notion|expression)\b",
    re.IGNORECASE,
)
"""What says, before the term, that the sentence is about the word as it is used here."""
AUTHOR = re.compile(
    rf"\W*(?:(?:we|this {PLACE})\s+(?:here\s+)?(?:defines?|understands?|uses?|takes?)"
    r"(?:\s+the\s+(?:term|word))?|by)\s+(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
"""What may stand before the term where the author says “we”."""
AS = re.compile(
    r"\s*,?\s*(?:here\s+)?(?:as|to mean|to be|for|(?:we|this \w+) (?:means?|understands?))\s+",
    re.IGNORECASE,
)
APPOSITION = re.compile(
    r"\s*(?:\([^()]{1,60}\)\s*)?(?:,\s*(?:or|also (?:known as|called))\s[^,.]{1,60},)?\s*",
    re.IGNORECASE,
)
BINDS = re.compile(
    r"[*_\"”»\]]*\s*(?:\([^()\n]{1,60}\)\s*)?(?:,\s[^,.]{1,60},)?[*_\"”»\]]*\s*"
    r"(?:(?:is|are|means|refers?|denotes?|designates?|stands?|signif(?:y|ies)|can|may|as|to|for|we|"
    r"this)\b|[,:–—])"
)
QUOTED = re.compile(rf"[\"“«][^\"“”«»\n]{{2,60}}{BINDS.pattern}")
NAMED = re.compile(r"\b(?:called|known as|referred to as|termed)\s+(?:an?\s+|the\s+)?[*_\"“«\[]*$")
LONGEST_NAMING = 40
"""What stands beside a term that may be defined: a quick look before the sentence is read."""
MEANS = re.compile(
    r"(?:means(?!\s+(?:that|more|less|much|nothing|little|different|business)\b)"
    r"|refers? to|denotes?|designates?|stands? for|signif(?:y|ies)"
    r"|(?:is|are|can be|may be) (?:here )?(?:defined|described|understood|taken)(?: here)? "
    r"(?:as|to mean|to be|for)|(?:is|are) used (?:here (?:as|for|to mean)|to mean)"
    r"|(?:is|are) (?:the|an?) (?:\w+ )?(?:name|term|word) (?:for|given to|of))\s+",
    re.IGNORECASE,
)
IS = re.compile(r"(?:is|are)\s+", re.IGNORECASE)
COLON = re.compile(r"\s*[:–—]\s+")
CALLED = re.compile(
    r"(?:is|are) (?:also |often |usually )?(?:called|known as|referred to as|termed)\s+"
    r"(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
NO_GENUS = re.compile(
    r"(?:the\s+)?(?:an?\s+)?(?:(?:\w+ly|very|more|most|less|far|key|main|major|central|good|bad|"
    r"best|better|worst|common|crucial|critical|essential|first|good|great|growing|important|"
    r"integral|last|necessary|new|next|only|popular|powerful|recent|same|serious|single|strong|"
    r"useful|vital|well)\b|(?:\w+\s+)?(?:answer|basis|case|cause|challenge|chance|condition|"
    r"consequence|core|cornerstone|effect|evidence|example|exception|fact|failure|goal|heart|idea|"
    r"issue|key|lesson|lot|matter|mean|means|mix|mixture|mistake|name|need|number|obstacle|one|"
    r"opportunity|opposite|part|pillar|place|point|precondition|prerequisite|priority|problem|"
    r"promise|proof|question|reason|response|result|risk|source|start|step|story|success|"
    r"symptom|thing|topic|trend|way|work|half|third|quarter|fifth|tenth|majority|minority|fraction|"
    r"percentage|handful|bulk)s?\b)",
    re.IGNORECASE,
)
"""What follows “is” where a term is judged and not defined."""
MORE = re.compile(
    r"\s+(?:that|which|who|whose|where|of|to|in|by|for|from|on|over|at|with|without|between|"
    r"through|under|among|within|given|held|made|paid|raised|set|used|(?:\w+ed|\w+ing)\b)\b",
    re.IGNORECASE,
)
"""What sets a concept apart from its genus."""
NOUN = re.compile(
    r"\w*(?:tion|sion|ment|ity|ance|ence|ship|ism|cy|er|or|body|fund|money|power|revenue|income|"
    r"spending|tax|s)$"
)
LEANS = re.compile(
    r"\b(?:it|its|this|these|those|them|they|their|such|here)\b|\b\w+est\b", re.IGNORECASE
)
"""Words near the genus that lean on the text around, or rate."""
TOLD = re.compile(
    r"\b(?:best|most|least|worst)\b|\b(?:that|which|who)\s+(?:was|were|had|did|became|began|came|"
    r"gave|made|saw|took|went|\w+ed|many|some|few|several|we|you|people|critics|donors|voters)\b",
    re.IGNORECASE,
)
"""A story or an opinion about the term: “a process that took ten years”."""
PROPER = re.compile(r"\s[A-Z][a-z]")
"""A name among the defining words: “a principle of the European Union” is said of one place."""
KIND_OF = re.compile(r"\W*an?\s+(?:form|kind|sort|type)\s+of\s", re.IGNORECASE)
CITED = re.compile(r"\[@|\[\d+\]|\(\D*(?:19|20)\d\d[a-z]?\)|\[\^")
LOOK_AHEAD = 8
CUT = re.compile(
    r";|,\s+(?:but(?! (?:only|not)\b)|while|whereas|although|and (?:it|this|they)|so)\b|\s\("
)
MARKUP = re.compile(r"\[\[[^\[\]|!]*\\?\||\[\[!?|\]\]|\]\([^()]*\)|\[@[^\[\]]*\]|[*_\"“”«»„\[\]]")


@dataclass(frozen=True)
class Redefinition:
    """A sentence that defines a term: where, which, and in what words."""

    text: Writing
    start: int
    end: int
    term: Entry[Term]
    words: str
    verdict: Verdict


def all_redefinitions(content: Content) -> dict[str, list[Redefinition]]:
    """Return the sentences that define a term, by the key of the entry that they stand in."""
    return {entry.key: list(redefinitions(content, entry)) for entry in content.entries}


def redefinitions(content: Content, entry: Entry[Record]) -> Iterator[Redefinition]:
    """Yield the sentences in the body of an entry that define a term of the glossary."""
    own = entry.id if entry.kind is Kind.TERM else ""
    for text in content.writings(entry):
        if text.field != BODY or text.language != "en":
            continue
        for start, end in _promising(content, entry, text):
            sentence = text.text[start:end]
            if CITED.search(sentence) or CITED.match(text.text[end : end + 12].lstrip()):
                continue
            plain = MARKUP.sub(lambda match: " " * len(match.group()), sentence)
            for match, first, last, explicit in _defined(content, text, plain):
                quoted = text.prose.running[start + first] == BLANK
                credit = sentence.startswith("](http", match.end)
                if quoted or credit or PROPER.search(plain, first + 1, last):
                    continue  # the words of somebody else, or about one place
                terms = _meant(content, entry, match, everyday=explicit)
                if not terms or own in {term.id for term in terms}:
                    continue
                words = " ".join(plain[first:last].split())
                best = min(terms, key=lambda term: _rank(compare(content, term, words)))
                verdict = compare(content, best, words)
                yield Redefinition(text, start + match.start, start + last, best, words, verdict)
                break


def _promising(content: Content, entry: Entry[Record], text: Writing) -> list[tuple[int, int]]:
    """Return the sentences in which a term, or words in quotation marks, may be defined."""
    places = [match.start() for match in QUOTED.finditer(text.text)]
    bodies = (mention for mention in content.mentions(entry) if mention.field == BODY)
    places += [mention.start for mention in bodies if _may_be_defined(text.text, mention)]
    return sorted({found for place in places if (found := sentence_at(text, place))})


def _may_be_defined(text: str, mention: Mention) -> bool:
    if BINDS.match(text, mention.end):
        return True
    return bool(NAMED.search(text, max(0, mention.start - LONGEST_NAMING), mention.start))


def _rank(verdict: Verdict) -> int:
    return list(Verdict).index(verdict)


def _meant(
    content: Content, entry: Entry[Record], match: Match, *, everyday: bool
) -> list[Entry[Term]]:
    """Return the live terms, with definitions of their own, that a match may mean on a page.

    An everyday word is meant in its domain, and everywhere in a sentence that is about the word.
    """
    knowledge, domains = content.knowledge, domains_of(entry)
    found = [knowledge.terms[name] for name in sorted({form.term for form in match.forms})]
    return [
        term
        for term in found
        if term.fields.status is not Status.DEPRECATED
        and not REDIRECTION.match(term.fields.definition)
        and (everyday or term.id not in knowledge.common_words or term.fields.domain in domains)
    ]


def _defined(content: Content, text: Writing, plain: str) -> Iterator[tuple[Match, int, int, bool]]:
    """Yield the term that a sentence defines, and start and end of the defining words.

    The last value says whether the sentence is about a word: “X means …”, not “X is …”.
    """
    index = content.once(indexes).get(text.language)
    for match in index.find(plain, plain) if index else ():
        before = plain[: match.start]
        cut = CUT.search(plain, match.end)
        end = cut.start() if cut else len(plain.rstrip(" .\n"))
        if AUTHOR.fullmatch(before) and (found := AS.match(plain, match.end)):
            yield match, found.end(), end, True
        elif lead := LEAD.fullmatch(before):
            if (start := _definiens(plain, match, lead, end)) is not None:
                means = MEANS.search(plain, match.end, start) or OURS.search(before)
                yield match, start, end, means is not None
        elif (called := _called(plain, match)) and _sets_apart(before, 0, called.start()):
            yield match, 0, called.start(), True


def _called(plain: str, match: Match) -> re.Match[str] | None:
    """Return the “is called” before a term that ends its sentence."""
    return None if plain[match.end :].strip(" .\n") else CALLED.search(plain[: match.start])


def _definiens(plain: str, match: Match, lead: re.Match[str], end: int) -> int | None:
    """Return where the defining words begin; None if the sentence does not define."""
    apposition = APPOSITION.match(plain, match.end)
    at = apposition.end() if apposition else match.end
    if found := MEANS.match(plain, at):
        return found.end()
    specific = (lead["article"] or "").strip().lower() == "the"
    is_ = IS.match(plain, at) or (COLON.match(plain, match.end) if _is_item(plain, lead) else None)
    if is_ and not specific and not NO_GENUS.match(plain, is_.end()):
        return is_.end() if _sets_apart(plain, is_.end(), end) else None
    return None


def _is_item(plain: str, lead: re.Match[str]) -> bool:
    return not plain[: lead.end()].strip()


def _sets_apart(plain: str, start: int, end: int) -> bool:
    """Tell whether words are a noun with an article (or a plural, …) and what sets it apart."""
    if KIND_OF.match(plain, start, end):
        return True
    phrase = noun_phrase(plain, start, end)
    if phrase is None or not MORE.match(plain, phrase.end, end):
        return False
    if LEANS.search(plain, start, phrase.end + LOOK_AHEAD) or TOLD.search(plain, start, end):
        return False
    begins = re.match(r"\W*(?:an?|any|the)\s", plain[start:end], re.IGNORECASE)
    return bool(begins) or NOUN.fullmatch(phrase.head) is not None
