"""Words of one family: decentralization, decentralized; décentralisation, décentralisé.

They do not always keep the meaning, so an entry, or the site, has to ask for them
(``derivations: true``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language import english, romance
from lpsa_build.language.verbs import conjugated, doubled

Families = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


def _families(*pairs: tuple[str, str]) -> Families:
    return tuple((re.compile(rf"{ending}$"), tuple(others.split())) for ending, others in pairs)


_SILENT_E = "(?<=[^aeiou][aeiou][bcdglmnprstvz])|(?<=[vc])"
"""What has lost an e before an ending: scal-ability is of scale, account-ability of account."""
ENGLISH = _families(
    ("[zs]ation", "ze zes zed zing zer zers"),
    ("[zs](?:e|er|ing)", "zation zations ze zes zed zing zer zers"),
    ("fication", "fy fies fied fying fier fiers"),
    ("fy", "fication fications fies fied fying fier fiers"),
    ("olution", "olve olves olved olving"),
    ("ation", "ate ates ated ating ator ators"),
    ("(?<=[cp])tion", "t ts ted ting tor tors"),
    ("tion", "te tes ted ting ter ters"),
    ("sion", "se ses sed sing ser sers"),
    ("(?<!e)ement", "e es ed ing er ers"),
    ("ment", "- s ed ing er ers"),
    ("ysis", "yze yzes yzed yzing yzer yzers"),
    (f"(?:{_SILENT_E})ability", "able ably e es ed ing"),
    ("bility", "ble bly"),
    ("ity", "- e"),
    ("(?<=rn|rm|pt|st|ow)ance", "ant - s ed ing"),
    ("(?<=[su]u|ur|id)ance", "e es ed ing er ers"),
    ("(?<=[ae])nc[ey]", "nt"),
    ("ing", "- s ed er ers e es"),
    ("able", "ability ably e"),
    ("ate", "ation ations ates ated ating ator ators ately"),
)
"""Ending of a word → the endings of the words of its family; the first that fits counts."""
ROMANCE = {
    "fr": _families(
        ("isation", "iser isé isée isés isées"),
        ("ification", "ifier ifié ifiée ifiés ifiées"),
        ("ation", "er é ée és ées"),
        ("bilité", "ble bles"),
    ),
    "es": _families(
        ("ización", "izar izado izada izados izadas"),
        ("ificación", "ificar ificado ificada ificados ificadas"),
        ("ación", "ar ado ada ados adas acionar acionado acionada acionados acionadas"),
        ("bilidad", "ble bles"),
    ),
    "pt": _families(
        ("ização", "izar izado izada izados izadas"),
        ("ificação", "ificar ificado ificada ificados ificadas"),
        ("ação", "ar ado ada ados adas acionar acionado acionada acionados acionadas"),
        ("bilidade", "vel veis"),
    ),
}
HEADS = {
    "en": "application|app|approach|architecture|method|model|process|system|technique|technology",
    "fr": "application|approche|architecture|méthode|modèle|processus|système|technologie",
    "es": "aplicación|arquitectura|enfoque|método|modelo|proceso|sistema|técnica|tecnología",
    "pt": "abordagem|aplicação|arquitetura|método|modelo|processo|sistema|técnica|tecnologia",
}
"""What a label may lack: microservices architecture, architecture de microservices."""
_OF = r"(?:d['’]|(?:d\w{1,2}|en) )?"
_GENERIC_HEAD = {
    language: re.compile(
        rf"^(?P<rest>.+?)[\s-](?:{heads})s?$"
        if language == "en"
        else rf"^(?:{heads}) {_OF}(?P<rest>.+)$",
        re.IGNORECASE,
    )
    for language, heads in HEADS.items()
}
_ADJECTIVE = re.compile(
    r"^[^\s-]+(?:[ai]l|ary|ory|ed|ic|ive|ous|[ae]nt|aire|elle?|if|ique|[ao]ri[oa]|ic[oa]|iv[oa])$",
    re.IGNORECASE,
)
"""A single word that says too little without its head: intergovernmental architecture."""
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
"""Letters that are doubled before -ing: programming is of program."""
SHORTEST = 3
"""Letters that a word must have before its ending."""


def derivations(label: str, language: str) -> Iterator[str]:
    """Yield words of the label's family, and the label without a head word that says little.

    decentralization → decentralized; microservices architecture → microservices.
    """
    if language not in HEADS:
        return
    for form in dict.fromkeys((label, _singular(label) if language == "en" else label)):
        if language == "en":
            yield from _family(form, ENGLISH) or _of_a_verb(form)
        else:
            yield from _family(form, ROMANCE[language])
        match = _GENERIC_HEAD[language].match(form)
        if match and not _ADJECTIVE.match(rest := match["rest"]):
            yield rest
            yield from english.number(rest) if language == "en" else romance.number(rest, language)


def _singular(label: str) -> str:
    return next((form for form in english.number(label) if english.singulars(label)), label)


def _family(label: str, families: Families) -> list[str]:
    last = re.split(r"[\s-]", label)[-1]
    for ending, others in families:
        match = ending.search(label.lower())
        if match and len(last) - len(match.group()) >= SHORTEST:
            stem = label[: match.start()]
            stems = (stem, stem[:-1]) if _DOUBLED.search(stem) else (stem,)
            return [f"{stem}{other.removeprefix('-')}" for stem in stems for other in others]
    return []


def _of_a_verb(label: str) -> Iterator[str]:
    """Yield the words of a family in which the label, one word, is the verb (debug, debugger)."""
    if " " not in label and len(label) > SHORTEST:
        stem = doubled(label).removesuffix("e")
        yield from conjugated(label)
        yield from (f"{stem}er", f"{stem}ers", f"{label}ly")
