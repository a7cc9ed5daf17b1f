"""An assessment framework as data, and the assessments made under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from lpsa_build.model.values import (
    Address,
    Confidence,
    Country,
    Day,
    Flag,
    Identifier,
    Number,
    Record,
    Source,
    Text,
    Whole,
    parse_number,
    show_number,
)


class Aggregation(StrEnum):
    """How the scores below an item make up its own."""

    MEAN = "mean"
    WEIGHTED_MEAN = "weighted_mean"
    SUM = "sum"
    WEIGHTED_SUM = "weighted_sum"
    MIN = "min"
    MAX = "max"
    PEFA_M1 = "pefa_m1"
    PEFA_M2 = "pefa_m2"
    NONE = "none"


class Grade(Record):
    """One value of an ordered scale."""

    code: Text
    label: Text | None = None
    points: Number
    description: Text | None = None


class OrderedScale(Record):
    """A scale of named grades, from which one is chosen."""

    kind: Literal["ordered"]
    values: Annotated[tuple[Grade, ...], Field(min_length=1)]

    @property
    def low(self) -> Fraction:
        """The points of the lowest grade."""
        return min(grade.points for grade in self.values)

    @property
    def high(self) -> Fraction:
        """The points of the highest grade."""
        return max(grade.points for grade in self.values)

    def grade(self, score: str) -> Grade | None:
        """Return the grade with the code ``score``."""
        return next((grade for grade in self.values if grade.code == score), None)

    def points(self, score: str) -> Fraction | None:
        """Return what the score counts, or None if it is not on the scale."""
        grade = self.grade(score)
        return grade.points if grade else None

    @property
    def words(self) -> str:
        """The codes, as a person would list them."""
        return ", ".join(grade.code for grade in self.values)


class NumberScale(Record):
    """A scale of numbers from ``min`` to ``max``."""

    kind: Literal["number"]
    min: Number
    max: Number
    unit: Text | None = None

    @property
    def low(self) -> Fraction:
        """The lowest number."""
        return self.min

    @property
    def high(self) -> Fraction:
        """The highest number."""
        return self.max

    def points(self, score: str) -> Fraction | None:
        """Return the number that is written, or None if it is none or out of bounds."""
        number = parse_number(score)
        return number if number is not None and self.min <= number <= self.max else None

    @property
    def words(self) -> str:
        """The bounds, as a person would say them."""
        gap = " " if self.unit and self.unit[0].isalnum() else ""
        return f"{show_number(self.min)} to {show_number(self.max)}{gap}{self.unit or ''}"


Scale = Annotated[OrderedScale | NumberScale, Field(discriminator="kind")]


class NotRated(Record):
    """A code that stands where there is no score, and what it does to an aggregate."""

    code: Text
    label: Text
    effect: Literal["exclude", "lowest"]


class Rescale(Record):
    """Maps an aggregate from one range linearly onto another."""

    from_: Annotated[tuple[Number, Number], Field(alias="from")]
    to: tuple[Number, Number]


class Display(Record):
    """How the framework prints what is computed: rounded to decimals, or as a grade of a scale."""

    decimals: Annotated[Whole, Field(le=9)] | None = None
    scale: Text | None = Field(None, description="Prints the highest grade that is reached.")


class Aggregated(Record):
    """How a level is computed and printed; settable for the whole and for each item.

    An item without an ``aggregation`` or a ``display`` of its own has that of the level above.
    """

    aggregation: Aggregation | None = None
    rescale: Rescale | None = None
    weights_sum: Number | None = None
    display: Display | None = None


class Item(Aggregated):
    """One node of a framework's structure: for example a pillar or an indicator."""

    code: Text
    title: Text
    question: Text | None = None
    guidance: Text | None = None
    scale: Text | None = None
    weight: Number | None = None
    criteria: dict[Text, Text] = Field(default_factory=dict)
    terms: tuple[Identifier, ...] = Field((), description="Glossary terms this item relies on.")
    confidence: Confidence | None = None
    sources: tuple[Source, ...] = ()
    note: Text | None = None
    items: tuple[Item, ...] = ()

    @property
    def is_scored(self) -> bool:
        """Whether a score is given for it: it has a scale, and no parts to compute it from."""
        return self.scale is not None and not self.items

    @property
    def anchor(self) -> str:
        """The id of the item's place on a page: stable, and safe in an address."""
        return "item-" + re.sub(r"[^\w.-]+", "-", self.code)

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Item]]:
        """Yield this item and all below it, each with its depth."""
        yield depth, self
        for item in self.items:
            yield from item.walk(depth + 1)


class Structure(Record):
    """The levels, in the framework's own words, and the items."""

    levels: Annotated[tuple[Text, ...], Field(min_length=1)]
    items: tuple[Item, ...]


class Framework(Aggregated):
    """The content of ``frameworks/<id>/framework.yml``."""

    title: Text
    abbreviation: Text | None = None
    version: Text
    publisher: Text
    url: Address | None = None
    licence: Text = Field(description="What lets us list the structure.")
    summary: Text
    scales: dict[Text, Scale] = Field(default_factory=dict)
    not_rated: tuple[NotRated, ...] = ()
    comparable: Flag = Field(True, description="False: no ranking, no average across places.")
    comparable_reason: Text | None = None
    confidence: Confidence
    sources: tuple[Source, ...] = ()
    no_link: tuple[Identifier, ...] = ()
    senses: dict[Text, Identifier] = Field(default_factory=dict)
    updated: Day | None = None
    redirect_from: tuple[Identifier, ...] = ()
    structure: Structure

    def scale_of(self, item: Item) -> OrderedScale | NumberScale | None:
        """Return the scale on which ``item`` is scored; None if it is not."""
        return self.scales.get(item.scale or "") if item.is_scored else None

    def special(self, score: str) -> NotRated | None:
        """Return what ``score`` means if it stands for "not rated"."""
        return next((code for code in self.not_rated if code.code == score), None)

    def walk(self) -> Iterator[tuple[int, Item]]:
        """Yield every item in order, each with its depth (0 for the highest level)."""
        for item in self.structure.items:
            yield from item.walk()

    @property
    def heading(self) -> str:
        """The title with its abbreviation, unless that stands in it."""
        if not self.abbreviation or self.abbreviation in self.title:
            return self.title
        return f"{self.title} ({self.abbreviation})"


class AssessmentStatus(StrEnum):
    """Whether scores may be relied on; an illustrative assessment is made up."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ILLUSTRATIVE = "illustrative"


class Score(Record):
    """The score of one item."""

    score: Text
    evidence: Text | None = None
    sources: tuple[Source, ...] = ()


class Assessment(Record):
    """The content of ``frameworks/<id>/assessments/<place>-<year>.yml``."""

    place: Text
    iso3166: Country | None = None
    level: Text
    period: Text
    assessors: Text
    status: AssessmentStatus
    summary: Text | None = None
    sources: tuple[Source, ...] = ()
    terms_revision: dict[Identifier, Whole] = Field(default_factory=dict)
    scores: dict[Text, Score]
    updated: Day | None = None
    redirect_from: tuple[Identifier, ...] = ()

    @property
    def given(self) -> dict[str, str]:
        """Code of an item → the score as it is written."""
        return {code: score.score for code, score in self.scores.items()}
