"""Pairs of English words that are opposites, so that what they name is defined in mirror images."""

from __future__ import annotations

from lpsa_build.language.small_words import words

_PAIRS = frozenset(
    frozenset(pair.split("/"))
    for pair in words(
        "upward/downward up/down upper/lower high/low higher/lower horizontal/vertical "
        "internal/external inner/outer direct/indirect local/national local/central public/private "
        "hard/soft loose/tight loosely/tightly left/right formal/informal minimum/maximum "
        "first/last before/after input/output input/outcome income/expenditure "
        "revenue/expenditure revenue/cost supply/demand urban/rural men/women male/female "
        "short/long open/closed static/dynamic prior/posterior parent/child true/false pass/fail "
        "buyer/seller sender/receiver import/export ascending/descending primary/secondary "
        "capital/recurrent capital/current administrative/political fiscal/administrative "
        "fiscal/political positive/negative major/minor single/multiple pull/push absolute/relative"
    )
)
PREFIXES = ("un", "non", "in", "im", "ir", "il", "dis", "de", "re", "anti", "sub", "super", "a")


def differ_by_opposite(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two labels, as folded words, are the same but for one opposite."""
    left = [word for word in one if word not in other]
    right = [word for word in other if word not in one]
    if not left or not right:
        return "".join(left + right) in PREFIXES
    if len(left) > 1 or len(right) > 1:
        return False
    short, long = sorted((left[0], right[0]), key=len)
    if long.endswith(short) and long.removesuffix(short) in PREFIXES:
        return True
    return frozenset((short, long)) in _PAIRS or _swaps_prefix(short, long)


def _swaps_prefix(one: str, other: str) -> bool:
    """Tell centralization from decentralization, and encode from decode."""
    tails = {word.removeprefix(prefix) for prefix in PREFIXES for word in (one,)}
    return any(other.removeprefix(prefix) in tails for prefix in PREFIXES if len(other) > 6)
