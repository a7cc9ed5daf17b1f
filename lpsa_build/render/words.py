"""Interface words: gettext catalogues in ``lpsa_build/locale``, one file per language."""

from __future__ import annotations

import gettext
from datetime import date
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.units import format_unit

Words = gettext.NullTranslations


@lru_cache
def words_of(language: str) -> Words:
    """Return the interface words of ``language``; English words stand in for missing ones."""
    catalogue = files("lpsa_build") / "locale" / f"{language}.po"
    if not catalogue.is_file():
        return Words()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(catalogue.read_bytes()), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def words_table(language: str) -> dict[str, str]:
    """Return English word → word of ``language``, for templates that call no function."""
    catalogue = files("lpsa_build") / "locale" / f"{language}.po"
    if not catalogue.is_file():
        return {}
    messages = read_po(BytesIO(catalogue.read_bytes()), locale=language)
    return {
        message.id: message.string
        for message in messages
        if isinstance(message.id, str) and isinstance(message.string, str) and message.string
    }


def language_name(code: str, shown_in: str) -> str:
    """Return the name of the language ``code`` in the language ``shown_in``."""
    try:
        return str(Locale.parse(code).get_language_name(shown_in) or code)
    except (UnknownLocaleError, ValueError):
        return code


def own_name(code: str) -> str:
    """Return the name of a language in that language: français, العربية."""
    return language_name(code, code)


def direction(code: str) -> str:
    """Return ``rtl`` or ``ltr``."""
    try:
        return str(Locale.parse(code).text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def country_name(code: str, shown_in: str) -> str:
    """Return the name of an ISO 3166-1 country, or its code if it has none."""
    return str(Locale.parse(shown_in).territories.get(code, code))


def show_size(size: int, language: str) -> str:
    """Return a number of bytes as people write it in ``language``: 80 kB, 80 ko."""
    kilobytes = max(1, round(size / 1000))
    return str(format_unit(kilobytes, "digital-kilobyte", "short", locale=language))


def show_date(day: date | None, language: str) -> str:
    """Return a date as people write it in ``language``."""
    return str(format_date(day, "long", locale=language)) if day else ""
