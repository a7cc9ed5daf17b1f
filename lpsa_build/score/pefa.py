"""The two methods by which PEFA makes one score of an indicator out of those of its dimensions.

Source: PEFA Secretariat, "Framework for assessing public financial management", February 2016,
part 2, section 2.2: method M1 (weakest link) and method M2 (averaging, by a conversion table).
In points A is 4, B 3, C 2 and D 1; a plus is half a point. D* counts as D
(https://www.pefa.org/node/4754).

How sure we are: that the methods exist, and that the table is for single indicators only, was read
(https://www.pefa.org/node/4756, https://www.pefa.org/node/4758); the printed table was not. The
plus of M1 and every entry of the table agree with the scores that the Secretariat publishes of 102
assessments (https://www.pefa.org/assessments/batch-downloads): of 1,679 indicators under M2 1,653
do, of 865 under M1 844, and for no entry is another score more frequent.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

POINTS = {"D": 1, "C": 2, "B": 3, "A": 4}

_LETTERS = """
DD:D   DC:D+  DB:C   DA:C+  CC:C   CB:C+  CA:B   BB:B   BA:B+  AA:A

DDD:D  DDC:D+ DDB:D+ DDA:C  DCC:D+ DCB:C  DCA:C+ DBB:C+ DBA:B  DAA:B
CCC:C  CCB:C+ CCA:B  CBB:B  CBA:B  CAA:B+ BBB:B  BBA:B+ BAA:A  AAA:A

DDDD:D  DDDC:D  DDDB:D+ DDDA:D+ DDCC:D+ DDCB:D+ DDCA:C  DDBB:C  DDBA:C+ DDAA:C+
DCCC:D+ DCCB:C  DCCA:C+ DCBB:C+ DCBA:C+ DCAA:B  DBBB:C+ DBBA:B  DBAA:B  DAAA:B+
CCCC:C  CCCB:C+ CCCA:C+ CCBB:C+ CCBA:B  CCAA:B  CBBB:B  CBBA:B  CBAA:B+ CAAA:B+
BBBB:B  BBBA:B+ BBAA:B+ BAAA:A  AAAA:A
"""
"""Scores of the dimensions, whatever their order → the score of the indicator."""


def _points(letter: str) -> Fraction:
    return POINTS[letter[0]] + (Fraction(1, 2) if letter.endswith("+") else Fraction(0))


CONVERSION: dict[str, Fraction] = {
    "".join(str(POINTS[letter]) for letter in scores): _points(result)
    for scores, _, result in (entry.partition(":") for entry in _LETTERS.split())
}
"""Points of the dimensions from the lowest up, written together → points of the indicator."""


def weakest_link(values: Sequence[Fraction]) -> Fraction:
    """Return the lowest of ``values``, half a point up where any other is higher (M1)."""
    lowest = min(values)
    return lowest + Fraction(1, 2) if max(values) > lowest else lowest


def averaging_table(values: Sequence[Fraction]) -> Fraction | None:
    """Return what the conversion table says for two to four ``values`` (M2).

    One value stays as it is. None if a value is not one of the four letters, or for more than
    four values: the table is not for adding up indicators.
    """
    if len(values) == 1:
        return values[0]
    return CONVERSION.get("".join(str(value) for value in sorted(values)))
