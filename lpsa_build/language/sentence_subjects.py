"""Where an English sentence that explains a term names it: as its subject, not in what it says.

Whole sentences come in many shapes: “Used within a template, a function takes …”, “To chain (verb)
is to …”, “The phrase bag-of-words refers to …”, “Secure multi-party computation is …”, “Experts
define it as …”, “A system is transparent if …”.
"""

from __future__ import annotations

import re

_ARTICLE = r"(?:an?|each|every|the)\s"
_MARK = r"[\"“'‘(]?"
_NO_NOUN = r"(?!(?:as|at|by|for|from|in|of|on|that|to|which|who|whose|with)\b)"
_WORD = rf"\(?{_NO_NOUN}[\w’'-]+\)?\s"
_OPENING = (
    r"(?:\w+ed|an?|as|created|given|if|like|typically|unlike|when|while|with|without)\s[^;]*,"
)
_STATES = r"(?:is|are|was|were|means?|refers? to|denotes?|describes?|comes? from|has|have)"
_BEFORE_A_COPULA = re.compile(
    rf"(?:{_ARTICLE})?(?:(?:word|term|phrase|expression|concept|name|idea)\s|(?:{_WORD}){{1,2}}|"
    rf"(?:{_WORD}){{1,4}}or\s(?:{_WORD})?)?{_MARK}|{_OPENING}\s(?:{_ARTICLE})?{_MARK}",
    re.IGNORECASE,
)
_BEFORE_A_VERB = re.compile(
    rf"(?:{_ARTICLE})?{_MARK}|{_OPENING}\s{_ARTICLE}{_MARK}|.*;\s{_ARTICLE}", re.IGNORECASE
)
_AFTER = r"[\"”’')]*(?:\s\((?:[^()]|\([^()]*\))*\)|\s?(?:--|—).*(?:--|—))?\s?(?:\w+ly\s)?(?<=\W)"
_COPULA = re.compile(rf"{_AFTER}{_STATES}\b")
_VERB = re.compile(
    rf"{_AFTER}(?!(?:across|towards|whose|versus|its|as|this)\b)(?:[a-z]+s|can|may)\b"
)
_PLURAL_VERB = re.compile(
    rf"{_AFTER}(?:allow|arise|come|consist|contain|define|enable|exist|form|give|have|help|include|"
    r"make|occur|pay|provide|represent|serve|take|use|work)\b"
)
_INFINITIVE = re.compile(r"[^.;,]*?\sis\s(?:to|the)\b")
_SAID_BY = re.compile(
    rf"(?:{_NO_NOUN}[\w’'-]+\s|in an?\s){{1,6}}(?:defines?|describes?|explains?)\s"
)
_CONDITION = re.compile(r"(?:when|if|with|where)\s[^,;]*", re.IGNORECASE)


def is_subject(before: str, words: str, after: str) -> bool:
    """Tell whether a sentence is about ``words``, and does not explain anything by them.

    ``before`` is the sentence up to them, ``after`` what follows, both without markup.
    """
    before = re.sub(r"^\s*\([ivx\d]+\)", "", before)
    before = " ".join(before.split()) + (" " if before.strip() else "")
    after = " " * after[:1].isspace() + " ".join(after.split())
    states = _SAID_BY.fullmatch(before) and after.startswith(" as")
    condition = _CONDITION.fullmatch(before) and "," in after
    conditioned = after.startswith(" if ") and re.search(r"\b(?:is|are|has|satisfies)\b", before)
    if states or condition or conditioned:
        return True
    if before == "To ":
        return _INFINITIVE.match(after) is not None
    if _BEFORE_A_COPULA.fullmatch(before) and _COPULA.match(after):
        return True
    if not before and words.endswith("s") and _PLURAL_VERB.match(after):
        return True
    return bool(_BEFORE_A_VERB.fullmatch(before) and _VERB.match(after))
