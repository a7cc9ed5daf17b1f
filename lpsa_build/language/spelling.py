"""British and American spelling of one English word, folded into one.

The endings are those of the Oxford and Merriam-Webster dictionaries' common pairs. A rule may fold
a word that has no twin (``otherwise``): it then folds alike in label and text, and nothing is lost.
"""

from __future__ import annotations

import re

_RULES = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[drs]?|ers|ing|able|ations?|ational)$)"), "iz"),
    (re.compile(r"(?<=[a-z])ys(?=(?:e[drs]?|ers|ing)$)"), "yz"),
    (re.compile(r"^((?:un|dis)?(?:lab|fav|col|hon|hum|vig)o)ur"), r"\1r"),
    (re.compile(r"^((?:neighb|behavi|endeav|harb|rum)o)ur"), r"\1r"),
    (re.compile(r"^(cent|theat|fib|calib|meag)re(?=s?$)"), r"\1er"),
    (re.compile(r"(?<=met)re(?=s?$)"), "er"),  # kilometre, but not parameter
    (re.compile(r"^(counci|counse)ll(ors?)$"), r"\1l\2"),
    (re.compile(r"^(cance|labe|mode|trave|channe|leve|fue|tota|signa)ll(ed|ing|ers?)$"), r"\1l\2"),
    (re.compile(r"^(defen|offen|preten|licen)c(?=es?$)"), r"\1s"),
    (re.compile(r"^(catal|dial|anal|monol)ogue(?=s?$)"), r"\1og"),
    (re.compile(r"^programme(?=s?$)"), "program"),
    (re.compile(r"^enrol(?=ments?$|s?$)"), "enroll"),
    (re.compile(r"^(fulfil|instal)(?=ments?$|s?$)"), r"\1l"),
    (re.compile(r"^(judg|acknowledg)e(?=ments?$)"), r"\1"),
    (re.compile(r"^age(?=ing$)"), "ag"),
    (re.compile(r"^gr[ae]y"), "gray"),
    (re.compile(r"^paed"), "ped"),
)  # fmt: skip


_MAY_DIFFER = re.compile(
    r"is[eai]|ys[ei]|our|res?$|oll|ell|ill|all|ces?$|ogue|mme|enrol|fulfil|instal|ement|ageing|^gr[ae]y|^paed"
)
"""What every rule needs, so that most words are done with one search."""


def american(word: str) -> str:
    """Return a lower-case English word in its American spelling."""
    if not _MAY_DIFFER.search(word):
        return word
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
