"""French, Spanish and Portuguese: number of a noun with the adjectives that agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern, re.IGNORECASE), ending) for pattern, ending in pairs)


PLURALS: dict[str, Rules] = {
    "fr": _rules(
        (r"[sxz]$", r"\g<0>"),
        (r"a(?:i)?l$", "aux"),
        (r"(eau|eu|œu|ou)$", r"\1x"),
        (r"$", "s"),
    ),
    "es": _rules(
        (r"z$", "ces"),
        (r"ión$", "iones"),
        (r"([áéíóú])s$", r"\1ses"),
        (r"s$", "s"),
        (r"([aeiouáéó])$", r"\1s"),
        (r"$", "es"),
    ),
    "pt": _rules(
        (r"ão$", "ões"),
        (r"([aou])l$", r"\1is"),
        (r"[ei]l$", "eis"),
        (r"m$", "ns"),
        (r"[rz]$", r"\g<0>es"),
        (r"ês$", "eses"),
        (r"s$", "s"),
        (r"$", "s"),
    ),
}
SINGULARS: dict[str, Rules] = {
    "fr": _rules((r"aux$", "al"), (r"(eau|eu|œu|ou)x$", r"\1"), (r"(?<=[^s])s$", "")),
    "es": _rules(
        (r"ces$", "z"), (r"iones$", "ión"), (r"(?<=[dlnrj])es$", ""), (r"(?<=[aeioué])s$", "")
    ),
    "pt": _rules(
        (r"ões$", "ão"),
        (r"([aou])is$", r"\1l"),
        (r"eis$", "el"),
        (r"óis$", "ol"),
        (r"ns$", "m"),
        (r"(?<=[rz])es$", ""),
        (r"(?<=[aeiouãéá])s$", ""),
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
    ["non", "la", "le", "les", "l", "el", "los", "las", "o", "os", "infra", "supra", "sub", "auto"]
)
_TOKEN = re.compile(r"[^\W\d_]+|[^\w]+|\d+|_")


def number(label: str, language: str) -> Iterator[str]:
    """Yield the label in the other number: words up to the first preposition change together."""
    words = _TOKEN.findall(label)
    stop = next(
        (at for at, word in enumerate(words) if at and word.lower() in PREPOSITIONS[language]),
        len(words),
    )
    changing = [at for at in range(stop) if _changes(words[at])]
    for rules in (PLURALS[language], SINGULARS[language]):
        changed = [_apply(rules, word) if at in changing else word for at, word in enumerate(words)]
        if changed != words:
            yield "".join(changed)
    if len(words) == 1 and language in {"es", "pt"} and re.search(r"[bcdfgkmnpt]$", label):
        yield label + "s"  # a loan word: bits, webs


def _changes(word: str) -> bool:
    return len(word) > 2 and word[0].isalpha() and word.lower() not in UNCHANGING


def _apply(rules: Rules, word: str) -> str:
    for pattern, ending in rules:
        if pattern.search(word):
            return pattern.sub(ending, word, count=1)
    return word
