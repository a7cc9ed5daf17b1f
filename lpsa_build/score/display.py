"""How a framework prints the values it computes. Nothing is rounded before it is printed."""

from __future__ import annotations

from fractions import Fraction

from lpsa_build.model.framework import Display, Framework, OrderedScale

USUAL_DECIMALS = 2


def printed(framework: Framework, display: Display | None, value: Fraction) -> str:
    """Return ``value`` as a grade or rounded, as the framework declares.

    Where it declares nothing: with at most two decimals, without zeros at their end.
    """
    scale = framework.scales.get(display.scale or "") if display else None
    if isinstance(scale, OrderedScale):
        return _grade(scale, value)
    if display and display.decimals is not None:
        return rounded(value, display.decimals)
    text = rounded(value, USUAL_DECIMALS)
    return text.rstrip("0").rstrip(".")


def rounded(value: Fraction, decimals: int) -> str:
    """Return ``value`` with so many decimals; a half goes away from zero, as in spreadsheets."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if value < 0 and whole else ""
    cut = len(digits) - decimals
    return f"{sign}{digits[:cut]}.{digits[cut:]}" if decimals else f"{sign}{digits}"


def _grade(scale: OrderedScale, value: Fraction) -> str:
    """Return the code of the highest grade whose points are reached, else of the lowest grade."""
    grades = sorted(scale.values, key=lambda grade: grade.points)
    reached = [grade for grade in grades if grade.points <= value]
    return (reached[-1] if reached else grades[0]).code
