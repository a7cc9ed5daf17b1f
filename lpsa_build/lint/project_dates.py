"""When a project starts or ends: words, or a year, a month or a day."""

from __future__ import annotations

import re
from datetime import date

WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def first_day(words: str) -> date | None:
    """Return the first day of ``2024``, ``2024-05`` or ``2024-05-31``; None for other words.

    Raises:
        ValueError: there is no such month or day.
    """
    match = WRITTEN.fullmatch(words)
    return date(*(int(part or 1) for part in match.groups())) if match else None
