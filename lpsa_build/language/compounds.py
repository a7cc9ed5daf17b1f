"""Compounds are written with a hyphen or closed up: sub-national, subnational.

Hyphen against space is no difference to the matcher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

APART = (
    "anti|auto|cross|extra|infra|inter|intra|macro|meta|micro|multi|non|post|semi|sub|super|supra|"
    "trans"
)
"""Prefixes that are often set apart by a hyphen: multi-level, sub-national."""
JOINED = f"{APART}|co|counter|de|hyper|mega|mini|over|pre|pré|pro|re|self|ultra|un|under"
"""Prefixes before which a hyphen may go away: co-financing, cofinancing."""
BEFORE = "co(?=dec|déc|exist|fin|gest|o|prod|resp)|re(?=e)|pr[eé](?=e)"
"""Prefixes that are set apart from some words only: co-operation, co-financing."""
_CLOSED = re.compile(rf"^(?P<prefix>{APART}|{BEFORE})(?=[^\W\d_]{{5,}})", re.IGNORECASE)
_HYPHENATED = re.compile(rf"^({JOINED})[-\u2010\u2011](?=[^\W\d_]{{3,}})", re.IGNORECASE)
SHORTEST = 7
"""Letters of a hyphenated word that may be closed up whatever its first part is."""


def respellings(label: str) -> Iterator[str]:
    """Yield the label with its compound words closed up or set apart, the nearest first.

    There are two to the power of the compound words, so the caller has to stop at some number.
    """
    words = label.split(" ")
    other = {at: both[1] for at, both in enumerate(map(_spellings, words)) if len(both) > 1}
    for number in range(1, len(other) + 1):
        for changed in combinations(other, number):
            yield " ".join(other[at] if at in changed else word for at, word in enumerate(words))


@lru_cache(maxsize=1 << 16)
def _spellings(word: str) -> tuple[str, ...]:
    """Return one word and, if it is a compound, its other spelling."""
    if (joined := _HYPHENATED.sub(r"\1", word)) != word:
        return word, joined
    if word.count("-") == 1 and len(word) >= SHORTEST:
        return word, word.replace("-", "")
    if match := _CLOSED.match(word):
        return word, f"{match['prefix']}-{word[match.end() :]}"
    return (word,)
