"""A label → the forms in which it appears in running text.

Spelling (-ise/-ize), accents, case, and hyphen against space are no forms of their own: they are
folded (:mod:`lpsa_build.language.folding`). The possessive needs no form either, since an
apostrophe ends a word. What remains for English is the plural of the head word.
"""

from __future__ import annotations

import re

IRREGULAR = {
    "analysis": ("analyses",),
    "basis": ("bases",),
    "child": ("children",),
    "criterion": ("criteria",),
    "foot": ("feet",),
    "index": ("indexes", "indices"),
    "man": ("men",),
    "matrix": ("matrices", "matrixes"),
    "person": ("persons", "people"),
    "woman": ("women",),
}
PREPOSITIONS = ("of", "in", "for", "to", "by", "with", "from", "at", "on", "per")
_HEAD = re.compile(rf"^(?P<head>.+?)(?P<rest>[\s-](?:{'|'.join(PREPOSITIONS)})\b.*)?$", re.DOTALL)
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def plurals(word: str) -> tuple[str, ...]:
    """Return the English plurals of one singular noun."""
    lower = word.lower()
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if re.search(r"[^aeiou]y$", lower):
        return (word[:-1] + "ies",)
    if re.search(r"(?:s|x|z|ch|sh)$", lower):
        return (word + "es",)
    return (word + "s",)


def surface_forms(label: str, language: str, *, plurale_tantum: bool = False) -> tuple[str, ...]:
    """Return ``label`` and its generated forms in ``language``, the label itself first."""
    if language != "en" or plurale_tantum:
        return (label,)
    match = _HEAD.match(label)
    if not match or not (last := _LAST_WORD.search(match["head"])):
        return (label,)
    rest = match["rest"] or ""
    stem = match["head"][: last.start()]
    return (label, *(f"{stem}{plural}{rest}" for plural in plurals(last.group())))


def abbreviation_forms(abbreviation: str) -> tuple[str, ...]:
    """Return an abbreviation and its plural (SNG, SNGs)."""
    if abbreviation.endswith("s"):
        return (abbreviation,)
    return (abbreviation, abbreviation + "s")
