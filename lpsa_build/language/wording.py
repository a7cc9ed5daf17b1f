"""Words that a careful editor would change; for most of them, what to write instead."""

from __future__ import annotations

import re

CONTRACTIONS = {
    "aren't": "are not",
    "can't": "cannot",
    "couldn't": "could not",
    "didn't": "did not",
    "doesn't": "does not",
    "don't": "do not",
    "hadn't": "had not",
    "hasn't": "has not",
    "haven't": "have not",
    "isn't": "is not",
    "mustn't": "must not",
    "needn't": "need not",
    "shouldn't": "should not",
    "wasn't": "was not",
    "weren't": "were not",
    "won't": "will not",
    "wouldn't": "would not",
    "i'm": "I am",
    "they'll": "they will",
    "they're": "they are",
    "they've": "they have",
    "we'll": "we will",
    "we're": "we are",
    "we've": "we have",
    "you'll": "you will",
    "you're": "you are",
    "you've": "you have",
}
"""Those that stand for one thing only; “it's” may be “it is” or “it has”."""
OPEN_CONTRACTIONS = {"he's", "here's", "it's", "let's", "she's", "that's", "there's", "what's"}
EXAGGERATIONS = frozenset(
    [
        "amazing",
        "amazingly",
        "astonishing",
        "awesome",
        "best-in-class",
        "breathtaking",
        "brilliant",
        "cutting-edge",
        "dramatic",
        "enormously",
        "exciting",
        "extraordinary",
        "fantastic",
        "game-changer",
        "game-changing",
        "gigantic",
        "groundbreaking",
        "hugely",
        "incredible",
        "incredibly",
        "magnificent",
        "massively",
        "mind-blowing",
        "next-generation",
        "revolutionary",
        "seamless",
        "seamlessly",
        "spectacular",
        "stunning",
        "tremendous",
        "tremendously",
        "unbelievable",
        "unparalleled",
        "unrivaled",
        "unrivalled",
        "world-class",
    ]
)
"""Words that praise where a fact would persuade."""
BELITTLING = frozenset(["obviously", "undoubtedly", "unquestionably", "basically", "literally"])
"""Words that tell a reader who does not follow that the fault is theirs, or that say nothing."""
EXCLUSIVE = {
    "chairman": "chair",
    "chairmen": "chairs",
    "congressman": "member of Congress",
    "councilman": "council member",
    "councilmen": "council members",
    "councilwoman": "council member",
    "craftsmen": "artisans",
    "fireman": "firefighter",
    "firemen": "firefighters",
    "forefathers": "ancestors",
    "housewife": "homemaker",
    "housewives": "homemakers",
    "layman": "layperson",
    "laymen": "laypeople",
    "man-hours": "person-hours",
    "man-made": "human-made",
    "mankind": "humankind",
    "manmade": "human-made",
    "manpower": "staff",
    "middleman": "intermediary",
    "middlemen": "intermediaries",
    "policeman": "police officer",
    "policemen": "police officers",
    "salesman": "salesperson",
    "salesmen": "salespeople",
    "spokesman": "spokesperson",
    "spokesmen": "spokespeople",
    "statesmen": "political leaders",
    "workman": "worker",
    "workmen": "workers",
    "handicapped people": "people with disabilities",
    "handicapped persons": "persons with disabilities",
    "the disabled": "people with disabilities",
    "the handicapped": "people with disabilities",
    "the mentally ill": "people with mental health conditions",
    "wheelchair-bound": "who uses a wheelchair",
    "confined to a wheelchair": "using a wheelchair",
    "suffers from a disability": "has a disability",
    "the elderly": "older people",
    "the homeless": "people experiencing homelessness",
    "illegal alien": "undocumented migrant",
    "illegal aliens": "undocumented migrants",
    "illegal immigrant": "undocumented migrant",
    "illegal immigrants": "undocumented migrants",
    "illegal migrants": "undocumented migrants",
    "third world": "low-income countries",
    "third-world countries": "low-income countries",
    "third world countries": "low-income countries",
    "underdeveloped countries": "low-income countries",
    "backward areas": "disadvantaged areas",
    "backward regions": "disadvantaged regions",
    "drug addicts": "people who use drugs",
    "aids victims": "people living with HIV",
    "fishermen": "fishers",
    "businessmen": "businesspeople",
    "businessman": "businessperson",
}
"""Words that leave people out or reduce them to one trait, with what the guidelines of the United
Nations (gender-inclusive language, disability inclusion) and UNAIDS write instead."""
ANYBODY = frozenset(
    {"citizen", "councillor", "councilor", "governor", "mayor", "minister", "official", "person",
     "resident", "taxpayer", "teacher", "user", "voter", "worker"}
)  # fmt: skip
"""Words for somebody of either sex."""
GENERIC_HE = re.compile(
    rf"\b(?:an?|any|each|every|no)\s+(?:{'|'.join(sorted(ANYBODY))})\b"
    r"[^.;!?]{0,60}?\b(?P<he>he|his|him|himself)\b",
    re.IGNORECASE,
)
"""“A mayor … he”: one sex for all who hold the office."""
VAGUE_LINK = re.compile(
    r"(?:(?:click|see|press|tap|go|look|read|find out|download)(?: it)? )?(?:here|this|more)"
    r"|(?:this|the|see|a|visit)(?: the)? (?:article|document|file|link|page|pdf|report|site|source"
    r"|text|url|website)"
    r"|article|continue|details|document|download|external link|go|info|learn more|link|more info"
    r"(?:rmation)?|page|pdf|read|source|url|website|web ?site|more details|see more"
    r"|(?:cliquez )?ici|(?:lire la |en savoir )(?:suite|plus)|lien|ce lien|voir"
    r"|(?:(?:haga |haz )?clic )?aquí|(?:leer|ver|saber) más|enlace|este enlace|ver"
    r"|(?:clique )?aqui|(?:leia|ler|saiba|ver) mais|este link"
    r"|(?:اضغط |انقر )?هنا|(?:اقرأ )?المزيد|رابط|الرابط|هذا الرابط",
    re.IGNORECASE,
)
"""Words of a link that do not say where it leads, in five languages."""
