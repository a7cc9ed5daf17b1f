"""Titles of works and captions, told by how they are written."""

from __future__ import annotations

import re

ITALICS = frozenset({"*", "_", "***", "___"})
SMALL_WORDS = re.compile(
    "an?|and|as|at|between|by|for|from|in|into|its|of|on|or|over|the|their|to|under|with|"
    "à|aux?|avec|dans|de|des|du|en|et|la|les?|ou|par|pour|sous|sur|une?|"
    "al|con|del|el?|las|los|para|por|sin|sobre|una|y|"
    "aos?|às|com|das?|dos?|em|nas?|nos?|os?"
)
"""Words that keep their small letters in a title, in English, French, Spanish and Portuguese."""
CAPTION = re.compile(
    r"[*_]{0,3}(?:Box|Chart|Diagram|Figure|Map|Table|Carte|Encadré|Graphique|Tableau|Cuadro|Figura|"
    r"Gráfico|Mapa|Recuadro|Tabla|Caixa|Quadro|Tabela|(?:ال)?جدول|(?:ال)?شكل|(?:ال)?إطار)"
    r"[ \u00a0](?:[A-Z]?[.-]?\d+(?:[.-]\d+)*[a-z]?|[IVX]+)[*_]{0,3}[ \u00a0]?[.:–—]"
)
"""The beginning of a paragraph that is the caption of a table or figure: ``Table 1. …``."""
_TITLE = re.compile(r"(?:[^\W_]|[\s'’\-–—:,.;?!¿¡&()/])+")
_WORD = re.compile(r"[^\W_][^\s:,;?!()/–—]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…؟][\"”»)\]*_]*\s)[\s\"“«(*_–—-]*$")
_LOOK_BACK = 20


def is_title(text: str, start: int, end: int, block: int) -> bool:
    """Tell whether words in italics are the title of a work: two or more, with capitals.

    Inside a sentence one capital, at the beginning, is enough (``in *Les finances locales*``); the
    words of a block that begin with ``start`` have none there unless they are a title or a name.
    """
    if not _TITLE.fullmatch(text, start, end):
        return False
    words = [word for word in _WORD.findall(text, start, end) if not SMALL_WORDS.fullmatch(word)]
    if len(words) < 2:
        return False
    if all(word[0].isupper() or word[0].isdigit() for word in words):
        return True
    return text[start].isupper() and not text[start + 1].isupper() and _goes_on(text, start, block)


def _goes_on(text: str, start: int, block: int) -> bool:
    """Tell whether a sentence that began in the same block goes on at ``start``."""
    before = text[max(block, start - _LOOK_BACK) : start]
    return not _SENTENCE_START.search(before)
