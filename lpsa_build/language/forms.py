"""A label → the forms in which it appears in running text of its language.

Case, accents, British spelling, hyphen against space, and Arabic prefixes are no forms of their
own: they are folded (:mod:`lpsa_build.language.folding`). Nor is the possessive: an apostrophe ends
a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language import arabic, english, romance
from lpsa_build.language.compounds import respellings


def surface_forms(
    label: str, language: str, *, plurale_tantum: bool = False, derived: bool = False
) -> tuple[str, ...]:
    """Return ``label`` and its generated forms in ``language``, the label itself first.

    ``plurale_tantum`` keeps its number as it is; ``derived`` adds the words derived from it
    (English only: decentralization → decentralized).
    """
    forms = [label]
    if not plurale_tantum:
        forms.extend(_number(label, language))
    if language == "en":
        forms.extend([other for form in forms for other in english.closed_up(form)])
    respell = arabic.set_apart if language == "ar" else respellings
    forms.extend([other for form in forms for other in respell(form)])
    if derived and language == "en":
        forms.extend(english.derivations(label))
    return tuple(dict.fromkeys(forms))


def _number(label: str, language: str) -> Iterator[str]:
    if language == "en":
        return english.number(label)
    if language in romance.PLURALS:
        return romance.number(label, language)
    if language == "ar":
        return arabic.number(label)
    return iter(())


def abbreviation_forms(abbreviation: str) -> tuple[str, ...]:
    """Return an abbreviation and its plural (SNG, SNGs)."""
    if abbreviation.endswith("s"):
        return (abbreviation,)
    return (abbreviation, abbreviation + "s")
