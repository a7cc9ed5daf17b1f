"""Where the sentences of a text begin and end, in the site's five languages.

A full stop ends a sentence when a space follows it, unless it is that of an abbreviation or an
initial (``Art. 4``, ``p. ex.``, ``J. Smith``). Before a small letter it does so after a long word
only.
"""

from __future__ import annotations

import re

from lpsa_build.language.small_words import words

ABBREVIATIONS = words(
    "al approx apr art arts aug bros ca cap cf ch chap co corp dec dept dr ed eds eg esp est etc "
    "ex feb fig figs gen gov hon ie inc incl inst jan jr jul jun lit ltd max messrs min misc mr "
    "mrs ms mt mts no nos nov oct op para paras pp prof pt pub ref rev sec sect sep sept ser sr "
    "st ste tab univ viz vol vols vs p s "
    "c.-à-d cad éd env n° par réf av bd mme mm "  # French
    "aprox art arts cap ej núm pág págs ss sr sra ud uds vid "  # Spanish
    "aprox cap cf dra ex fl num pag sra seg segs"  # Portuguese
)
"""Without their last full stop, in small letters."""
_END = re.compile(r"[.!?؟…](?:[\"”»’)\]*_]*)(?=\s)")
_BEFORE = re.compile(r"[^\s(\[\"“«]+$")
_FOLLOWER = re.compile(r"[^\s\"“«(\[*_]")
_WORD = re.compile(r"[^\W\d_]{5,}[\"”»)*_]*$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end offsets of each sentence of one paragraph, spaces left out."""
    found, start = [], len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        after = _FOLLOWER.search(text, match.end())
        if after is None or _is_abbreviation(text, match):
            continue
        if after.group().islower() and (
            text[match.start()] != "." or not _WORD.search(text, 0, match.start())
        ):
            continue
        found.append((start, match.end()))
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    end = len(text.rstrip())
    return (*found, (start, end)) if start < end else tuple(found)


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    if text[stop.start()] != ".":
        return False
    before = _BEFORE.search(text, max(0, stop.start() - 20), stop.start())
    word = before.group().lower() if before else ""
    return word in ABBREVIATIONS or bool(_DOTTED.fullmatch(word))
