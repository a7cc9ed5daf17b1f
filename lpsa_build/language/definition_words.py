"""Words that give a faulty definition away, by language where more than one is known."""

from __future__ import annotations

import re


def _by_language(**patterns: str) -> dict[str, re.Pattern[str]]:
    return {language: re.compile(pattern, re.IGNORECASE) for language, pattern in patterns.items()}


OPENING = _by_language(
    en=r"(?:(?:it|this|they|these|there)?\s*(?:\w+ly\s+)?(?:is|are|means?|refers? to|denotes?|"
    r"describes?|"
    r"designates?)|it['’]s|(?:can|may) be (?:defined|described|understood) as|one of|"
    r"(?:any|some|every|each)|"
    r"(?:an?|the|any)?\s*(?:\w+\s+)?(?:(?:term|word)\s+(?:used|for|of|that|to|which|describing|"
    r"meaning|referring)|(?:name|expression|phrase|label|concept)\s+(?:used|for|describing))|"
    r"(?:often|mostly|(?:common|general|main|normal|primari|typical|usual)ly)(?= an?\b| the\b)|"
    r"when|where|how|why|whether|if|because|what|something|the (?:fact|idea) that)(?!\w)",
    fr=r"(?:c['’]est|il s['’]agit|est|sont|désigne|signifie|se dit|terme|mot|lorsque|quand)(?!\w)",
    es=r"(?:es|son|significa|se refiere|se trata|término|palabra|cuando)(?!\w)",
    pt=r"(?:é|são|significa|refere-se|trata-se|termo|palavra|quando)(?!\w)",
    ar=r"(?:هو|هي|هم|[يت]شير|[يت]عني|[يت]دل|[يت]ُ?قصد|[يت]ُ?عرف|[يت]صف|عبارة عن|مصطلح|كلمة|"
    r"عندما)(?!\w)",
)
"""What a definition does not begin with: a verb, a pronoun, or a word about the word."""
NEEDS_ARTICLE = re.compile(
    r"(?:few|number|lot|set of|couple|variety|majority|rest|same|most|more|term|word|name)\b"
)
"""Words that need the article before them."""
NAMING = re.compile(
    r"(?:\b(?:called|considered|said to be(?: in)?|known as|abbreviated (?:as|to)|termed|"
    r"named|name|term|hence|other|another|"
    r"dite?s?|appelée?s?|llamad[oa]s?|denominad[oa]s?|chamad[oa]s?|otr[oa]s?|autres?|outr[oa]s?|terme|mots?|término|termo|palabra|"
    r"palavra)|يسمى|تسمى|مصطلح|كلمة|اسم)"
    r"\s+(?:an?\s+|the\s+)?[\"“'‘]?$",
    re.IGNORECASE,
)
"""Words before a term that name it, or speak of other things of its kind."""
BRACKETS = (
    r"\((?!\s*(?:e\.\s?g|for (?:example|instance)|such as|p(?:ar|or)?\.? ?e[jx]))"
    r"(?:[^()\s]+\s+){3,}[^()]*\)"
)
"""More than three words in brackets that are no example."""
SECOND_DEFINITION = _by_language(
    en=r"i\.\s?e\.|\bie\b|\bthat is to say\b|\bthat is(?=,)|(?<=[–—-] )that is\b|"
    r"\bin other words\b|\bput differently\b|\bnamely\b|\bdefined as\b|(?<=, )meaning\b|\bviz\.|"
    r"\bwhich (?:means|is defined as)\b|"
    rf"\b(?:also|sometimes|often|otherwise) (?:known as|called|referred to as)\b|{BRACKETS}",
    fr=r"\bc['’]est-à-dire\b|\bc\.-à-d\.|\bà savoir\b|\bautrement dit\b|\bdéfinie?s? comme\b|"
    rf"\baussi (?:appelée?|dite?)\b|\bi\.e\.|{BRACKETS}",
    es=r"\bes decir\b|\bo sea\b|\besto es\b|\ba saber\b|\bdefinid[oa]s? como\b|"
    rf"\btambién (?:llamad[oa]|conocid[oa])\b|\bi\.e\.|{BRACKETS}",
    pt=r"\bou seja\b|\bisto é\b|\bquer dizer\b|\ba saber\b|\bdefinid[oa]s? como\b|"
    rf"\btambém (?:chamad[oa]|conhecid[oa])\b|\bi\.e\.|{BRACKETS}",
    ar=rf"بمعنى|،\s?أي\s|يعرف بأنه|تعرف بأنها|وبعبارة أخرى|{BRACKETS}",
)
"""What brings in a second name or definition."""
EXAMPLE = _by_language(
    en=r"\be\.\s?g\.?(?!\w)|\beg\b|\bfor (?:example|instance)\b|\bsuch as\b|\betc\b\.?|"
    r"\bas an example\b|(?<=,\s)and (?:so (?:on|forth)|the like)\b",
    fr=r"\bp(?:ar)?\.? ?ex(?:emple|\.)|\btel(?:le)?s? que?\b|\bnotamment\b|\betc\b\.?",
    es=r"\bp(?:or)?\.? ?ej(?:emplo|\.)|\btal(?:es)? como\b|\betc(?:étera)?\b\.?",
    pt=r"\bp(?:or)?\.? ?ex(?:emplo|\.)|\btais como\b|\betc\b\.?",
    ar=r"على سبيل المثال|\bمثل\b|مثلا|إلخ",
)
OUGHT = re.compile(
    r"\b(?:should|shall|must|ought to|ha(?:s|ve) to|needs? to|ideally|in order to|so as to|"
    r"(?:is|are) (?:supposed|expected|required|recommended|best|important) to|"
    r"(?:is|are) (?:recommended|advisable|desirable)|"
    r"(?:is|are|be) (?:often |commonly |typically |mainly |usually )?used (?:to|for|in)|"
    r"(?:is|are) (?:intended|meant) to|(?:for|with) the (?:purpose|aim|goal) of|"
    r"aim(?:s|ed|ing)? (?:to|at)|helps? (?:to|us|you|people|users))\b",
    re.IGNORECASE,
)
"""English words of duty, use or aim."""
_LEGAL = re.compile(
    r"must|ha(?:s|ve) to|needs? to|(?:is|are) (?:supposed|expected|required) to", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:how|where|when|what|which \w+|whether|than)\b[^,;]*$", re.IGNORECASE)
_CONTACT = re.compile(
    r"\b(?!(?:and|or|but)\b)\w+\s+(?:(?:the|an?|its|their)\s+\w+|it|they|we|you)\s+$", re.IGNORECASE
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom)\b(?:(?! and )[^,;])*$", re.IGNORECASE)


def tells_a_duty(before: str, word: str) -> bool:
    """Tell whether a word of duty says what ought to be, and not what the thing is.

    A question does not (“rule on how money should be shared”); nor does what somebody must do by
    law, or is expected to do, which may set a thing apart (“task that a local government must
    carry out”, “data the program needs to store”).
    """
    legal = _LEGAL.fullmatch(word)
    if not legal and word.lower() != "should":
        return True
    return not (
        (legal and (_RELATIVE.search(before) or _CONTACT.search(before))) or _ASKED.search(before)
    )


LOOSE = re.compile(
    r"\b(?:\w+n['’]t|(?:it|that|there|what|who|let|here)['’]s|(?:we|you|they|i)['’](?:re|ve|ll|d|m))\b|"
    r"\b(?:we|you|your|yours|our|ours|us)\b|"
    r"\b(?:very|really|extremely|incredibly|obviously|simply|basically|essentially|actually|just|"
    r"of course|clearly|arguably|hopefully|unfortunately|huge|massive|"
    r"amazing|great|awesome|revolutionary|cutting-edge|world-class|"
    r"state-of-the-art|best-in-class|seamless(?:ly)?|game-chang\w+|powerful|"
    r"a lot of|lots of|sort of|stuff)\b|!",
    re.IGNORECASE,
)
"""English words of talk: contractions, we and you, and what exaggerates or says little."""
PLACEHOLDER = re.compile(r"\b(?:TO[- ]?DO|TBD|TBA|TBC|FIX-?ME|X{3,})\b|\b[Ll]orem ipsum\b|\?\?\?")
ONLY_PLACEHOLDER = re.compile(
    r"\W*(?:(?:(?:still|yet)\s+)?to be (?:defined|added|written|done|completed|determined|"
    r"confirmed|decided|agreed|drafted|translated)(?: later)?|"
    r"(?:(?:a |the |no )?definition|text|description)"
    r"(?: (?:here|to follow|to come|missing|pending|goes here|needed|yet|comes later))?|"
    r"not (?:yet )?defined(?: yet)?|undefined|pending|placeholder|coming soon|x{3,9}|n/?a|none|nil|"
    r"unknown|test|draft|à (?:définir|compléter|traduire)|por (?:definir|completar|traducir)|"
    r"pendiente|a (?:definir|completar|traduzir)|pendente)\W*",
    re.IGNORECASE,
)
"""What stands for a definition that is not written; it is all that there is."""
