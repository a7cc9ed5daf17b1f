"""Guesses at the part of speech of English labels, and of the first words of a definition."""

from __future__ import annotations

import re

from lpsa_build.language.small_words import STOP_WORDS, words

_INFINITIVE = re.compile(r"to\s+[a-z]+\b", re.IGNORECASE)
_WITH_OBJECT = re.compile(
    r"(?P<word>[a-z]+(?<!ing))\s+(?:an?|the|its|their|his|her)\s+(?=\w)", re.IGNORECASE
)
"""A word with an article straight after it: most often a verb with its object."""
_NOT_VERBS = STOP_WORDS["en"] | words(
    "half quite such many once twice except whatever commonly generally mainly mostly normally "
    "often primarily typically usually"
)
_NOUN = re.compile(
    r".*\s.*|.*(?:tion|sion|ment|ity|ness|ance|ence|ancy|ency|ship|ism|ure|ing|er|or|ist|sis|age|"
    r"acy|logy|dom|hood|ee)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\S+(?:al|ive|ous|ary|ful|less|able|ible|ic|ed|ate|ant|ent|ean)", re.IGNORECASE
)
_ADJECTIVAL = re.compile(
    r"(?:relating|related|pertaining|belonging|able|capable|unable|likely|being|"
    r"having|of or|concerning|characterized|independent (?:of|from)|dependent on|free (?:of|from)|"
    r"responsible (?:for|to)|subject to|based on|due to|suitable for|accountable to|similar to|"
    r"(?!(?:bed|breed|creed|deed|embed|feed|greed|need|newlywed|seed|shed|speed|weed)\b)[a-z]+ed "
    r"(?:by|from|to|in|with|on|for|at|through|under)|"
    r"(?:by|through|with|in|on|for|to) (?:which|whom))\b",
    re.IGNORECASE,
)
_THIRD_PERSON = re.compile(
    r"(?:adds|allows|applies|becomes|belongs|brings|collects|concerns|consists|contains|covers|"
    r"creates|decides|defines|delivers|describes|determines|divides|enables|ensures|exists|explains|"
    r"expresses|gives|governs|happens|helps|includes|involves|keeps|lets|makes|manages|means|occurs|"
    r"oversees|pays|provides|raises|receives|regulates|represents|requires|says|sets out|spends|"
    r"takes|tells|uses)\b(?! (?:that|which|of|for|by|to|in|from)\b)",
    re.IGNORECASE,
)
"""Verbs in the third person; few are plurals of nouns as well, and those have a noun's tail."""


def infinitive(text: str, start: int, end: int) -> str:
    """Return the infinitive that a stretch of text begins with, or an empty text."""
    match = _INFINITIVE.match(text, start, end)
    return match.group() if match else ""


def verb_with_object(text: str, start: int, end: int) -> str:
    """Return the verb that a text begins with, with the article of its object, if any."""
    match = _WITH_OBJECT.match(text, start, end)
    if match and match["word"].lower() not in _NOT_VERBS:
        return match.group().rstrip()
    verb = _THIRD_PERSON.match(text, start, end)
    return verb.group() if verb else ""


def adjectival(text: str, start: int, end: int) -> str:
    """Return the words that explain an adjective (“Relating to …”) at the start of a stretch."""
    match = _ADJECTIVAL.match(text, start, end)
    return match.group() if match else ""


def may_be_adjective(label: str) -> bool:
    """Tell whether a label of one word has the ending of an adjective."""
    return bool(_ADJECTIVE.fullmatch(label))


def is_noun(label: str, text: str) -> bool:
    """Tell whether a label is no verb: by its form, or by how a text uses it (“each commune”).

    What stands in brackets after it may be the object of a verb (“raise (an exception)”).
    """
    label = re.sub(r"\s*\([^()]*\)$", "", label)
    used = rf"\b(?:an?|the|each|every|this|of)\s+{re.escape(label)}\b"
    return bool(_NOUN.fullmatch(label) or re.search(used, text, re.IGNORECASE))
