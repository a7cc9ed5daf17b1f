"""French, Spanish and Portuguese: number of a noun with the adjectives that agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern, re.IGNORECASE), ending) for pattern, ending in pairs)


_LOAN = "bcdfgkmnpt"
"""Last letters of words of other languages, whose plural takes an s alone: links, plugins."""
_ES_PLURALS = (
    (r"z$", "ces"),
    (r"ión$", "iones"),
    (r"([áéíóú])s$", r"\1ses"),
    (r"s$", "s"),
    (r"([aeiouáéó])$", r"\1s"),
    (r"$", "es"),
)
_PT_PLURALS = (
    (r"([aou])l$", r"\1is"),
    (r"([áéíóúâêô][^\W\d_]*)il$", r"\1eis"),  # difícil, difíceis; but perfil, perfis
    (r"il$", "is"),
    (r"el$", "eis"),
    (r"m$", "ns"),
    (r"[rz]$", r"\g<0>es"),
    (r"([áéíóúê])s$", r"\1ses"),
    (r"s$", "s"),
    (r"$", "s"),
)
_PT_SINGULARS = (
    (r"([aou])is$", r"\1l"),
    (r"eis$", "el"),
    (r"óis$", "ol"),
    (r"ns$", "m"),
    (r"(?<=[rz])es$", ""),
    (r"(?<=[aeiouãéá])s$", ""),
)
PLURALS: dict[str, tuple[Rules, ...]] = {
    "fr": (
        _rules(
            (r"[sxz]$", r"\g<0>"),
            (r"(\bb|trav|vitr)ail$", r"\1aux"),
            (r"al$", "aux"),
            (r"(eau|eu|œu)$", r"\1x"),
            (r"$", "s"),
        ),
    ),
    "es": (_rules(*_ES_PLURALS), _rules((r"[bcfgkmpt]$", r"\g<0>s"), *_ES_PLURALS)),
    "pt": tuple(_rules((r"ão$", plural), *_PT_PLURALS) for plural in ("ões", "ãos", "ães")),
}
"""Language → rules for the plural; where a word may go by several, each is tried on all words."""
SINGULARS: dict[str, tuple[Rules, ...]] = {
    "fr": (
        _rules(
            (r"(eau|eu|œu|ou)x$", r"\1"),
            (r"(trav|vitr)aux$", r"\1ail"),
            (r"aux$", "al"),
            (r"(?<=[^s])s$", ""),
        ),
    ),
    "es": (
        _rules(
            (r"ces$", "z"),
            (r"iones$", "ión"),
            (r"(?<=[dlnrj])es$", ""),
            (rf"(?<=[aeioué{_LOAN}])s$", ""),
        ),
        _rules((r"(?<=[aeioué])s$", "")),
    ),
    "pt": (
        *(_rules((plural, "ão"), *_PT_SINGULARS) for plural in ("ões$", "ãos$", "ães$")),
        _rules((rf"(?<=[{_LOAN}])s$", ""), *_PT_SINGULARS),
    ),
}
PREPOSITIONS = {
    "fr": frozenset(
        [
            "de",
            "du",
            "des",
            "d",
            "à",
            "au",
            "aux",
            "en",
            "par",
            "pour",
            "sur",
            "avec",
            "entre",
            "dans",
            "sans",
            "sous",
            "et",
        ]
    ),
    "es": frozenset(
        ["de", "del", "a", "al", "en", "por", "para", "con", "entre", "sobre", "sin", "y", "e"]
    ),
    "pt": frozenset(
        [
            "de",
            "do",
            "da",
            "dos",
            "das",
            "a",
            "ao",
            "à",
            "aos",
            "às",
            "em",
            "no",
            "na",
            "nos",
            "nas",
            "por",
            "pelo",
            "pela",
            "para",
            "com",
            "e",
        ]
    ),
}
UNCHANGING = frozenset(
    [
        "non",
        "não",
        "la",
        "le",
        "les",
        "l",
        "el",
        "los",
        "las",
        "o",
        "os",
        "infra",
        "supra",
        "sub",
        "auto",
    ]
)
_COMPLEMENT = re.compile(
    r"(?P<of>de\s+|d['’])(?P<noun>(?!(?:la|les?|l['’]|los?|el|las)\b).+)", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W\d_]+|[^\w]+|\d+|_")


def number(label: str, language: str) -> Iterator[str]:
    """Yield the label in the other number: words up to the first preposition change together.

    What stands after a mere *de* has a number of its own: transfert de compétence(s).
    """
    words = _TOKEN.findall(label)
    prepositions = PREPOSITIONS[language]
    stop = next((at for at, word in enumerate(words) if at and word.lower() in prepositions), None)
    head, rest = words[:stop], "".join(words[stop:]) if stop else ""
    heads = [*_in_other_number(head, language)]
    yield from (other + rest for other in heads)
    if len(words) == 1 and language in {"es", "pt"} and re.search(rf"[{_LOAN}]$", label):
        yield label + "s"
    if match := _COMPLEMENT.match(rest):
        for other in number(match["noun"], language):
            yield from (f"{one}{match['of']}{other}" for one in ("".join(head), *heads))


def _in_other_number(words: list[str], language: str) -> Iterator[str]:
    for rules in (*PLURALS[language], *SINGULARS[language]):
        changed = [_apply(rules, word) if _changes(word) else word for word in words]
        if changed != words:
            yield "".join(changed)


def _changes(word: str) -> bool:
    return len(word) > 2 and word[0].isalpha() and word.lower() not in UNCHANGING


def _apply(rules: Rules, word: str) -> str:
    for pattern, ending in rules:
        if pattern.search(word):
            return pattern.sub(ending, word, count=1)
    return word
