"""Words that deny, most of them English."""

from __future__ import annotations

import re

NEGATIVE = re.compile(
    r"(?<![\"“'‘])\b(?:not|no|nothing|neither|never|none|non-(?!profit|governmental|state\b|binding)\w+|absence|lack|without|opposite|contrary|"
    r"anything (?:but|other than))\b(?! only\b)",
    re.IGNORECASE,
)
"""A word that denies what follows, and does not begin a quotation."""
DENYING_START = {
    "fr": re.compile(
        r"(?:absence|manque|défaut|inexistence|aucune?|pas|non|sans|contraire)(?!\w)", re.IGNORECASE
    ),
    "es": re.compile(
        r"(?:ausencia|falta|carencia|inexistencia|ningun[oa]?|no|sin|contrario)(?!\w)",
        re.IGNORECASE,
    ),
    "pt": re.compile(
        r"(?:ausência|falta|carência|inexistência|nenhuma?|não|sem|contrário)(?!\w)", re.IGNORECASE
    ),
    "ar": re.compile(r"(?:عدم|غياب|انعدام|نقص|لا|ليس|ليست|بدون)(?!\w)"),
}
"""Words that deny at the start of a definition in other languages."""
BARE_DENIAL = re.compile(
    r"\s+(?:(?:that|which|who)\s+(?:(?:is|are|was|has|have|had|does|do|did|can|may|will)\s*"
    r"(?:not|no|n['’]t|never|neither)|cannot|lacks?)|"
    r"without(?!\s+\w+ing\b)|not|other than|of being (?:not|anything (?:but|other than)))\b"
    r"(?! (?:only|longer|(?:have|need) to)\b)"
    r"(?!.*(?:[,;]|\b(?:but|and|that|which|while|although|though|whose|except|instead|until|unless)\b))",
    re.IGNORECASE | re.DOTALL,
)
"""A denial after the genus, with nothing after it that says more."""
_NEGATIVE_LABEL = re.compile(
    r"\b(?:no|not|non\w*|(?-i:No(?=[A-Z]))\w+|without|zero|anti\w*|lack\w*|absence|gap|deficit|shortfall|vacuum|void|"
    r"ban|exclusion|exemption|immunity|anonym\w*|asymmetr\w*|asynchron\w*|"
    r"un(?!der|i(?:on|t|v|f|l|q|s|c|d))\w+|"
    r"in(?:activ|capab|capac|coher|compat|complet|consist|depend|direct|effect|effici|elast|eligib|equ"
    r"|formal|just|secur|stab|suffic|toler|valid|visib|variab)\w*|"
    r"im(?:balanc|mun|mutab|parti|perf|possib|prop)\w*|ir(?:reg|resp|rev|rel)\w*|"
    r"il(?:lega|legit|liter)\w*|"
    r"dis(?:ab|adv|agg|con|connect|continu|en|incent|integr|inform|trust)\w*|"
    r"غير|عدم|لا|انعدام|بدون|\w+less(?:ness)?|\w+-free|open|free\w*|empty|null)\b",
    re.IGNORECASE,
)


def is_negative(label: str) -> bool:
    """Tell whether a label itself says that something is absent: unfunded mandate, stateless."""
    return bool(_NEGATIVE_LABEL.search(label))
