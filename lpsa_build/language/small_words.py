"""Words that carry the grammar of a language and little meaning, by language."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """Return the words of a list written with spaces between them."""
    return frozenset(text.split())


ARTICLES = {
    "en": re.compile(r"(?:an?|the)\s+", re.IGNORECASE),
    "fr": re.compile(r"(?:une?|des|les?|la)\s+|l['’]\s*", re.IGNORECASE),
    "es": re.compile(r"(?:un[oa]?s?|el|los|las?)\s+", re.IGNORECASE),
    "pt": re.compile(r"(?:um|uma|uns|umas|[oa]s?)\s+", re.IGNORECASE),
}
"""Language → an article at the place where one is sought. Arabic needs its article in many labels
(``الإيرادات الذاتية``), so it has none here."""
PREPOSITIONS = words(
    "about above across after against among around as at before behind below beneath between "
    "beyond by despite during except for from in inside into like near of off on onto out outside "
    "over per since through throughout to toward towards under until up upon via whereby with "
    "within without"
)
"""English words before which a noun phrase ends."""
RELATIVES = words("that which who whom whose where when why how what whereby because if unless so")
"""English words that begin a clause."""
DETERMINERS = words("a an the its their his her our your my this that these those each every")
MODALS = words("is are was were be been has have had does do did can could may might will would")
STOP_WORDS = {
    "en": PREPOSITIONS
    | RELATIVES
    | DETERMINERS
    | MODALS
    | words("and or not no nor but than then also both either all any some such other it they"),
    "fr": words(
        "à au aux avec ce ces cette d dans de des du elle en est et il ils l la le les leur leurs "
        "lui ne ou où par pas pour qu que qui s sa se ses son sont sur un une"
    ),
    "es": words(
        "a al con cual de del e el en entre es esta este la las lo los no o para pero por que se "
        "ser si sin sobre son su sus un una unas unos y"
    ),
    "pt": words(
        "a à ao aos as às com da das de do dos e em entre é mais mas na nas no nos não o os ou "
        "para pela pelas pelo pelos por que se sem ser seu seus sobre sua suas são um uma"
    ),
    "ar": words("في من إلى على عن مع أو و التي الذي الذين أن هو هي ما لا ب ل ك"),
}
"""Language → words that two texts may share without saying the same."""
