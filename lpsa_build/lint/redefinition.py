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
from enum import Enum

from lpsa_build.language.noun_phrase import noun_phrase
from lpsa_build.language.stems import content_stems, stem
from lpsa_build.lint.content import Content
from lpsa_build.lint.passages import sentences
from lpsa_build.lint.translated import indexes
from lpsa_build.mentions.index import Match
from lpsa_build.mentions.policy import domains_of
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, Status

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
MEANS = re.compile(
    r"(?:means(?!\s+(?:that|more|less|much|nothing|little|different|business)\b)"
    r"|refers? to|denotes?|designates?|stands? for|signif(?:y|ies)"
    r"|(?:is|are|can be|may be) (?:here )?(?:defined|described|understood|used|taken)(?: here)? "
    r"(?:as|to mean|to be|for)"
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
    r"promise|proof|question|reason|response|result|risk|rule|source|start|step|story|success|"
    r"symptom|thing|topic|trend|way|work|half|third|quarter|fifth|tenth|majority|minority|fraction|"
    r"percentage|handful|bulk|sum|total)s?\b)",
    re.IGNORECASE,
)
"""What follows “is” where a term is judged and not defined."""
MORE = re.compile(
    r"\s+(?:that|which|who|whose|where|of|to|in|by|for|from|on|over|at|with|without|between|through|under|"
    r"among|within|given|held|made|paid|raised|set|used|(?:\w+ed|\w+ing)\b)\b",
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
NAMED = re.compile(r"\s+\w+\s+(?:the\s+)?[A-Z]")
"""A name after the genus: “a principle of the European Union” is said of one place."""
KIND_OF = re.compile(r"\W*an?\s+(?:form|kind|sort|type)\s+of\s", re.IGNORECASE)
DENIED = re.compile(r"\b(?:rather than|but not|other than|instead of|without|not)\b(.*)", re.DOTALL)
"""What a definition says that its term is not."""
CITED = re.compile(r"\[@|\[\d+\]|\(\D*(?:19|20)\d\d[a-z]?\)|\[\^")
LOOK_AHEAD = 8
LIKE = 0.5
"""Share of words from which two definitions say the same."""
CLEARLY = 0.2
ENOUGH_WORDS = 5
"""Words by which a definition can be told to be that of another term."""
FEWEST_WORDS = 2
"""Words of its own that a definition must have to be compared."""
CUT = re.compile(r";|,\s+(?:but|while|whereas|although|and (?:it|this|they)|so)\b|\s\(")
MARKUP = re.compile(r"\[\[[^\[\]|!]*\\?\||\[\[!?|\]\]|\]\([^()]*\)|\[@[^\[\]]*\]|[*_\"“”«»„\[\]]")
ONLY = frozenset({"only", "solely", "exclusively", "merely", "just", "sole"})
SYNONYMS = {
    stem(word, "en"): group.split()[0]
    for group in (
        "authority power competence mandate right",
        "transfer move shift handing devolve pass assign delegate give shifting transferring moving",
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


@dataclass(frozen=True)
class Redefinition:
    """A sentence that defines a term: where, which, and in what words."""

    text: Writing
    start: int
    end: int
    term: Entry[Term]
    words: str
    verdict: Verdict


def redefinitions(content: Content, entry: Entry[Record]) -> Iterator[Redefinition]:
    """Yield the sentences in the body of an entry that define a term of the glossary."""
    own = entry.id if entry.kind is Kind.TERM else ""
    for text in content.writings(entry):
        if text.field != BODY or text.language != "en":
            continue
        for start, end in sentences(text):
            sentence = text.text[start:end]
            if CITED.search(sentence) or CITED.match(text.text[end : end + 12].lstrip()):
                continue
            plain = MARKUP.sub(lambda match: " " * len(match.group()), sentence)
            for match, first, last in _defined(content, text, plain):
                terms = _meant(content, entry, match)
                if not terms or own in {term.id for term in terms}:
                    continue
                words = " ".join(plain[first:last].split())
                best = min(terms, key=lambda term: _rank(compare(content, term, words)))
                verdict = compare(content, best, words)
                yield Redefinition(text, start + match.start, start + last, best, words, verdict)
                break


def _rank(verdict: Verdict) -> int:
    return list(Verdict).index(verdict)


def _meant(content: Content, entry: Entry[Record], match: Match) -> list[Entry[Term]]:
    """Return the live terms that a match may mean on the page of ``entry``."""
    knowledge, domains = content.knowledge, domains_of(entry)
    found = [knowledge.terms[name] for name in sorted({form.term for form in match.forms})]
    return [
        term
        for term in found
        if term.fields.status is not Status.DEPRECATED
        and (term.id not in knowledge.common_words or term.fields.domain in domains)
    ]


def _defined(content: Content, text: Writing, plain: str) -> Iterator[tuple[Match, int, int]]:
    """Yield the term that a sentence defines, with start and end of the defining words."""
    index = content.once(indexes).get(text.language)
    for match in index.find(plain, plain) if index else ():
        before = plain[: match.start]
        cut = CUT.search(plain, match.end)
        end = cut.start() if cut else len(plain.rstrip(" .\n"))
        if AUTHOR.fullmatch(before) and (found := AS.match(plain, match.end)):
            yield match, found.end(), end
        elif lead := LEAD.fullmatch(before):
            if (start := _definiens(plain, match, lead, end)) is not None:
                yield match, start, end
        elif (called := _called(plain, match)) and _sets_apart(before, 0, called.start()):
            yield match, 0, called.start()


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
    if NAMED.match(plain, phrase.end, end):
        return False
    begins = re.match(r"\W*(?:an?|any|the)\s", plain[start:end], re.IGNORECASE)
    return bool(begins) or NOUN.fullmatch(phrase.head) is not None


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


def _share(content: Content, term: Entry[Term], theirs: set[str]) -> float:
    """Return the share of words that a definition has in common with that of a term."""
    ours = _ours(content, term)
    return len(theirs & ours) / min(len(theirs), len(ours)) if ours else 0.0


def _ours(content: Content, term: Entry[Term]) -> set[str]:
    """Return what a definition of a term may say: the glossary's words, and its wider terms."""
    said = DENIED.sub("", term.fields.definition)
    wider = [_labels(content, other) for other in term.fields.broader]
    return _stems(said).union(*wider) - _names(term)


def _rivals(content: Content, term: Entry[Term]) -> list[Entry[Term]]:
    """Return the terms that one is mixed up with: those that an entry sets against it."""
    knowledge = content.knowledge
    return [knowledge.terms[other] for other in knowledge.contrast.get(term.id, ())]


def _names(term: Entry[Term]) -> set[str]:
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


def _labels(content: Content, name: str) -> set[str]:
    other = content.knowledge.terms.get(name)
    return _stems(other.fields.term) if other else set()


def _genus(words: str) -> str:
    phrase = noun_phrase(words)
    return _canonical(stem(phrase.head, "en")) if phrase else ""


def _stems(words: str) -> set[str]:
    return set(map(_canonical, content_stems(words, "en")))


def _canonical(stemmed: str) -> str:
    return SYNONYMS.get(stemmed, stemmed)
