"""English verbs: the forms of a label that is a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

IRREGULAR = {
    "bear": ("bore", "borne"),
    "become": ("became",),
    "begin": ("began", "begun"),
    "bind": ("bound",),
    "break": ("broke", "broken"),
    "bring": ("brought",),
    "build": ("built",),
    "buy": ("bought",),
    "catch": ("caught",),
    "choose": ("chose", "chosen"),
    "cut": (),
    "draw": ("drew", "drawn"),
    "find": ("found",),
    "freeze": ("froze", "frozen"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "hold": ("held",),
    "keep": ("kept",),
    "know": ("knew", "known"),
    "lead": ("led",),
    "leave": ("left",),
    "lend": ("lent",),
    "let": (),
    "lose": ("lost",),
    "make": ("made",),
    "mean": ("meant",),
    "meet": ("met",),
    "pay": ("paid",),
    "put": (),
    "read": (),
    "run": ("ran",),
    "seek": ("sought",),
    "sell": ("sold",),
    "send": ("sent",),
    "set": (),
    "shut": (),
    "spend": ("spent",),
    "split": (),
    "take": ("took", "taken"),
    "teach": ("taught",),
    "tell": ("told",),
    "think": ("thought",),
    "throw": ("threw", "thrown"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
"""Verb → its past and its participle, where they do not end in -ed."""
STRESSED_LAST = (
    "abet|acquit|admit|allot|commit|compel|concur|confer|control|defer|deter|emit|equip|excel|"
    "forget|format|incur|infer|occur|omit|patrol|permit|prefer|program|propel|rebel|recur|refer|regret|"
    "remit|submit|transfer|transmit|unzip"
)
"""Verbs of two syllables that double their last letter."""
_SHORT = re.compile(r"^[^aeiou]*(?:qu)?[aeiouy][bcdfgklmnprtvz]$")
_BEFORE_ING = re.compile(r"ie$|(?<![eoy])e$")
_SHORTENED = {"ie": "y", "e": ""}
REPEATING = ("", "re", "over", "under", "out", "un")
"""What an irregular verb may begin with: rewrite, overspend."""
_WORD = re.compile(r"\w+")
_DOUBLING = re.compile(rf"^(?:(?:de|re|un|over)?-?{_SHORT.pattern[1:-1]}|{STRESSED_LAST})$")


def is_verb(label: str, definition: str) -> bool:
    """Tell whether a definition explains its label as a verb.

    It then begins with “To”, as it can stand for the term (ISO 704:2022, principle of
    substitution), or it speaks of the label in its -ing form (parse: “Parsing means …”).
    """
    words = definition.lower()
    gerund = _gerund(label.partition(" ")[0].lower())
    return words.startswith("to ") or (gerund in words and gerund in _WORD.findall(words))


def conjugated(label: str) -> Iterator[str]:
    """Yield the forms of a label whose first word is a verb (parse: parses, parsed, parsing)."""
    verb, space, rest = label.partition(" ")
    for form in _forms(verb):
        yield f"{form}{space}{rest}"


def _forms(verb: str) -> Iterator[str]:
    stem = doubled(verb)
    yield _third_person(verb)
    yield _gerund(verb)
    prefix = next((p for p in REPEATING if verb.removeprefix(p).lower() in IRREGULAR), None)
    if prefix is None:
        yield _past(verb, stem)
    else:
        yield from (prefix + past for past in IRREGULAR[verb.removeprefix(prefix).lower()])


def doubled(verb: str) -> str:
    """Return what a verb is before an ending that begins with a vowel: ``debug``, ``debugg``."""
    return verb + verb[-1] if _DOUBLING.match(verb.lower()) else verb


def _gerund(verb: str) -> str:
    return f"{_BEFORE_ING.sub(lambda ending: _SHORTENED[ending[0]], doubled(verb))}ing"


def _third_person(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")


def _past(verb: str, stem: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return f"{stem.removesuffix('e')}ed"
