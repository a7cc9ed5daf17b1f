"""English: number, compounds, and the words derived from a noun in -ization, -ment and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

IRREGULAR = {
    "bureau": ("bureaus", "bureaux"),
    "child": ("children",),
    "consortium": ("consortia", "consortiums"),
    "criterion": ("criteria",),
    "datum": ("data",),
    "foot": ("feet",),
    "forum": ("forums", "fora"),
    "half": ("halves",),
    "index": ("indexes", "indices"),
    "matrix": ("matrices", "matrixes"),
    "medium": ("media", "mediums"),
    "memorandum": ("memoranda", "memorandums"),
    "person": ("persons", "people"),
    "phenomenon": ("phenomena",),
    "referendum": ("referendums", "referenda"),
    "vertex": ("vertices", "vertexes"),
}
SINGULARS = {plural: noun for noun, forms in IRREGULAR.items() for plural in forms}
PREPOSITIONS = (
    "of|in|for|to|by|with|from|at|on|per|as|and|between|under|over|without"  # where a head ends
)
_HEAD = re.compile(rf"^(?P<head>.+?)(?P<rest>[\s-](?:{PREPOSITIONS})\b.*)?$", re.DOTALL)
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def plurals(noun: str) -> tuple[str, ...]:
    """Return the plurals of one singular noun."""
    lower = noun.lower()
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower.endswith("sis"):
        return (noun[:-2] + "es",)
    if lower.endswith("man"):
        return (noun[:-2] + "en", noun + "s")
    if re.search(r"[^aeiou]y$", lower):
        return (noun[:-1] + "ies",)
    if re.search(r"(?:s|x|z|ch|sh)$", lower):
        return (noun + "es",)
    if re.search(r"[^aeiou]o$", lower):
        return (noun + "s", noun + "es")
    return (noun + "s",)


def singulars(noun: str) -> tuple[str, ...]:
    """Return what ``noun`` may be the plural of; empty if it does not look like a plural."""
    lower = noun.lower()
    if lower in SINGULARS:
        return (SINGULARS[lower],)
    if lower.endswith("men") and not lower.endswith(("amen", "imen", "cumen")):
        return (noun[:-2] + "an",)
    if len(lower) < 4 or not lower.endswith("s") or re.search(r"(?:ss|us|is)$", lower):
        return ()
    if lower.endswith("ies"):
        return (noun[:-3] + "y", noun[:-1])
    if re.search(r"[^s]ses$", lower):
        return (noun[:-1], noun[:-2], noun[:-2] + "is")  # licenses, censuses, analyses
    if re.search(r"(?:ss|x|z|ch|sh)es$", lower):
        return (noun[:-2],)
    return (noun[:-1],)


def number(label: str) -> Iterator[str]:
    """Yield the label with its head word, and with its last word, in the other number."""
    match = _HEAD.match(label)
    whole = [(match["head"], match["rest"])] if match and match["rest"] else []
    for head, rest in [*whole, (label, "")]:
        if last := _LAST_WORD.search(head):
            noun = last.group()
            for other in singulars(noun) or plurals(noun):
                yield f"{head[: last.start()]}{other}{rest}"


def closed_up(label: str) -> Iterator[str]:
    """Yield a label of two words as one word (policymaking, webpage)."""
    words = label.split(" ")
    if len(words) == 2 and min(map(len, words)) > 2 and label.replace(" ", "").isalpha():
        yield label.replace(" ", "")


_VERB = ("", "s", "ed", "ing", "er", "ers")
_VERB_E = ("e", "es", "ed", "ing", "er", "ers")
_FAMILIES = (
    ("ization", tuple(f"iz{ending}" for ending in _VERB_E)),
    ("isation", tuple(f"is{ending}" for ending in _VERB_E)),
    ("ification", ("ify", "ifies", "ified", "ifying", "ifier", "ifiers")),
    ("olution", ("olve", "olves", "olved", "olving")),
    ("ation", tuple(f"at{ending}" for ending in _VERB_E)),
    ("ction", tuple(f"ct{ending}" for ending in _VERB)),
    ("tion", tuple(f"t{ending}" for ending in _VERB_E)),
    ("sion", tuple(f"s{ending}" for ending in _VERB_E)),
    ("ment", _VERB),
    ("ability", ("able", "ably", *_VERB_E)),
    ("ibility", ("ible", "ibly")),
    ("ity", ("", "e")),
    ("ence", ("ent",)),
    ("ance", ("ant",)),
    ("ing", ("", "s", "ed", "er", "ers", "e", "es")),
    ("able", ("ability", "ably", "e")),
)
"""Ending of a noun → the endings of the words of its family; the first that fits counts."""
CLIPPED = {"app": "application", "tech": "technology", "repo": "repository", "info": "information"}
HEADS = "application|app|approach|architecture|method|model|process|system|technique|technology"
_GENERIC_HEAD = re.compile(rf"^(?P<rest>.+?)[\s-](?:{HEADS})$", re.IGNORECASE)


def derivations(label: str) -> Iterator[str]:
    """Yield words of the label's family, and the label without a head word that says little.

    decentralization → decentralized; microservices architecture → microservices; cloud native
    app → cloud native application. They do not always keep the meaning, so an entry has to ask
    for them (``derivations: true``).
    """
    singular = next((form for form in number(label) if singulars(label)), label)
    for form in dict.fromkeys((label, singular)):
        yield from _family(form)
        yield from _clipped(form)
        if match := _GENERIC_HEAD.match(form):
            yield match["rest"]
            yield from number(match["rest"])


def _family(label: str) -> Iterator[str]:
    for ending, others in _FAMILIES:
        last = re.split(r"[\s-]", label)[-1]
        if last.lower().endswith(ending) and len(last) > len(ending) + 2:
            yield from (label[: -len(ending)] + other for other in others)
            return
    if " " not in label and len(label) > 3:
        stem = label.removesuffix("e")
        if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", label):
            stem += label[-1]  # debug, debugging
        yield from (stem + ending for ending in ("ed", "ing", "er", "ers"))
        yield label + "ly"


def _clipped(label: str) -> Iterator[str]:
    for short, long in CLIPPED.items():
        for found, other in ((short, long), (long, short)):
            pattern = re.compile(rf"\b{found}\b", re.IGNORECASE)
            if pattern.search(label):
                whole = pattern.sub(other, label)
                yield whole
                yield from number(whole)
