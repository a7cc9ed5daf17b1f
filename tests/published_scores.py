"""Assessments under PEFA 2016 as its publisher prints them: scores of dimensions and indicators.

``tests/vectors/pefa-2016.csv`` holds ten rows of the file that the PEFA Secretariat offers at
https://www.pefa.org/assessments/batch-downloads (assessments_1730149268.csv, of October 2024),
without its columns on other frameworks. They were chosen so that together they hold all but one
of the combinations of two to four letters that the conversion table of method M2 lists.
"""

from __future__ import annotations

import csv
import re
from typing import Any

from tests.site_building import ROOT

FILE = ROOT / "tests" / "vectors" / "pefa-2016.csv"


def published_vectors() -> list[dict[str, Any]]:
    """Return the rows in the form of the vectors of ``scoring.json``."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [_vector(row) for row in csv.DictReader(file)]


def _vector(row: dict[str, str]) -> dict[str, Any]:
    name = f"PEFA {row.pop('Country')} {row.pop('Year')}"
    given = {re.sub(r"^PI-0", "PI-", code): score for code, score in row.items()}
    return {
        "name": name,
        "framework": "pefa-2016",
        "scores": {code: score for code, score in given.items() if "." in code},
        "expected": {
            "items": {code: {"score": score} for code, score in given.items() if "." not in code},
            "overall": None,
        },
    }
