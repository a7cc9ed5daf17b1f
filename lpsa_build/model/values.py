"""Kinds of values that fields hold.

The reader hands over every scalar as the text that was typed; the types here say what a field
takes. They raise :class:`PydanticCustomError` with type ``value`` (right kind, not allowed) or
``kind`` (another kind); the context's ``cure`` says how to mend it.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from lpsa_build.config import ID_PATTERN
from lpsa_build.model.countries import COUNTRIES

_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30}|/0*[1-9][0-9]{0,29})?")


def _fault(kind: str, message: str, cure: str) -> PydanticCustomError:
    return PydanticCustomError(kind, message, {"cure": cure})


def _identifier(value: object) -> object:
    if isinstance(value, str) and not ID_PATTERN.fullmatch(value):
        raise _fault(
            "value",
            f"“{value}” is not an id: small letters a-z, digits and single hyphens.",
            "An id looks like own-source-revenue: the name of the entry's file without its ending.",
        )
    return value


def _flag(value: object) -> object:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise _fault("kind", f"“{value}” is neither true nor false.", "Write true or false.")
        return value == "true"
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{1,9}", value):
            raise _fault("kind", f"“{value}” is not a whole number.", "Write digits only.")
        return int(value)
    return value


def _revision(value: object) -> object:
    if _whole(value) == 0:
        raise _fault("value", "There is no revision 0.", "The first revision is 1.")
    return _whole(value)


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                raise ValueError
            return date.fromisoformat(value)
        except ValueError:
            raise _fault(
                "value",
                f"“{value}” is not a day of the calendar.",
                "Write it as year-month-day: 2026-11-20.",
            ) from None
    return value


def _number(value: object) -> object:
    if isinstance(value, str):
        number = parse_number(value)
        if number is None:
            raise _fault("kind", f"“{value}” is not a number.", "Write it as 2, 0.5 or 1/3.")
        return number
    return value


def _country(value: object) -> object:
    if isinstance(value, str) and value not in COUNTRIES:
        raise _fault(
            "value",
            f"“{value}” is not a country code.",
            "Write the two capital letters of ISO 3166-1: KE for Kenya, NO for Norway.",
        )
    return value


def _address(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s<>\"]+", value):
        raise _fault(
            "value",
            f"“{value}” is not a web address.",
            "Write the whole address, beginning with https://.",
        )
    return value


def parse_number(text: str) -> Fraction | None:
    """Return the number that is written as 2, -0.5 or 1/3; None if it is none.

    Only the digits 0-9 count, at most thirty on either side, so that every program that reads
    the data reads the same number.
    """
    return Fraction(text) if _NUMBER.fullmatch(text) else None


def show_number(value: Fraction) -> str:
    """Return a number as people write it: whole, decimal where exact, else as a fraction."""
    if value.denominator == 1:
        return str(value.numerator)
    decimal = f"{float(value):.6f}".rstrip("0").rstrip(".")
    return decimal if Fraction(decimal) == value else str(value)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[
    str,
    BeforeValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{ID_PATTERN.pattern}$"}),
]
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
Revision = Annotated[
    int, BeforeValidator(_revision), WithJsonSchema({"type": "integer", "minimum": 1})
]
Day = Annotated[date, BeforeValidator(_day)]
Number = Annotated[
    Fraction,
    BeforeValidator(_number),
    PlainSerializer(show_number, when_used="json"),
    WithJsonSchema({"type": ["number", "string"]}),
]
Country = Annotated[
    str,
    BeforeValidator(_country),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"}),
]
Address = Annotated[
    str,
    BeforeValidator(_address),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]


class Status(StrEnum):
    """How far an entry has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    APPROVED = "approved"
    DEPRECATED = "deprecated"


class Confidence(StrEnum):
    """How sure we are of the facts behind an entry; see the site's page on it."""

    VERIFIED = "verified"
    INDIRECT = "indirect"
    KNOWLEDGE = "knowledge"
    UNKNOWN = "unknown"


class Record(BaseModel):
    """What every record shares: it is frozen, and unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    def as_data(self) -> dict[str, Any]:
        """Return the record as plain JSON values, without the fields that carry nothing."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)


class Source(Record):
    """Where something is taken from: an id of ``content/references.yml``, and the place in it."""

    ref: Identifier
    at: Text | None = None
