"""Whatever the framework and the scores: what holds of every result."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lpsa_build.model.framework import Aggregation, Framework, Item
from lpsa_build.score.assess import assess
from lpsa_build.score.result import Result
from tests.score_samples import random_framework, random_score, random_scores, samples

SEEDS = st.integers(0, 2**32)
BETWEEN = frozenset(Aggregation) - {Aggregation.SUM, Aggregation.WEIGHTED_SUM, Aggregation.NONE}
"""Ways whose value lies between the lowest and the highest part."""


def by_code(result: Result) -> dict[str, Result]:
    """Return each result by the code of its item; the whole has an empty one."""
    return {part.item.code if part.item else "": part for part in result.walk()}


def shuffled(random: Random, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items in another order, at every level."""
    mixed = [item.model_copy(update={"items": shuffled(random, item.items)}) for item in items]
    random.shuffle(mixed)
    return tuple(mixed)


@given(SEEDS)
def test_the_order_of_the_items_does_not_matter(seed: int) -> None:
    random = Random(seed)
    framework = random_framework(random, sound=random.random() < 0.5)
    scores = random_scores(random, framework)
    items = shuffled(random, framework.structure.items)
    structure = framework.structure.model_copy(update={"items": items})
    other = framework.model_copy(update={"structure": structure})
    pairs = list(scores.items())
    random.shuffle(pairs)
    one, two = by_code(assess(framework, scores)), by_code(assess(other, dict(pairs)))
    figures = ("value", "shown", "rated", "of", "excluded", "low", "high")
    assert {code: [getattr(r, f) for f in figures] for code, r in one.items()} == {
        code: [getattr(two[code], f) for f in figures] for code in one
    }


@given(SEEDS)
def test_no_result_falls_when_a_score_rises(seed: int) -> None:
    random = Random(seed)
    framework = random_framework(random)
    scores = random_scores(random, framework)
    before = by_code(assess(framework, scores))
    rated = [c for c, r in before.items() if r.item and r.item.is_scored and r.rated]
    if not rated:
        return
    code = random.choice(rated)
    item = before[code].item
    assert item
    assert item.scale
    risen = {**scores, code: random_score(random, framework, item.scale)}
    after = by_code(assess(framework, risen))
    higher, lower = after, before
    if (after[code].value or 0) < (before[code].value or 0):
        higher, lower = before, after
    for each, result in lower.items():
        other = higher[each].value
        assert (result.value is None) == (other is None)
        assert result.value is None or other is None or result.value <= other


@given(SEEDS)
def test_every_result_lies_between_its_bounds(seed: int) -> None:
    """Those it names, and for all but sums those of its parts (before it is rescaled)."""
    random = Random(seed)
    framework = random_framework(random)
    for result in assess(framework, random_scores(random, framework)).walk():
        if result.value is None:
            assert result.position is None
            continue
        assert result.low is not None
        assert result.high is not None
        assert result.low <= result.value <= result.high
        assert 0 <= (result.position or Fraction(0)) <= 1
        level = result.item or framework
        if result.parts and result.aggregation in BETWEEN and level.rescale is None:
            values = [part.value for part in result.parts if part.value is not None]
            assert min(values) <= result.value <= max(values)


@given(SEEDS)
def test_nothing_partial_is_complete_and_the_counts_add_up(seed: int) -> None:
    random = Random(seed)
    framework = random_framework(random, sound=False)
    scores = random_scores(random, framework)
    whole = assess(framework, scores)
    scored = [item for _, item in framework.walk() if framework.scale_of(item)]
    assert len(scored) == whole.of
    assert [*_items(framework)] == [part.item for part in whole.walk() if part.item]
    for result in whole.walk():
        assert result.missing >= 0
        assert result.complete == (not result.missing and not result.excluded)
        if result.parts:
            for count in ("rated", "of", "excluded", "missing"):
                assert getattr(result, count) == sum(getattr(p, count) for p in result.parts)
        if result.value is not None and result.parts and result.missing:
            assert result.aggregation in {Aggregation.MEAN, Aggregation.WEIGHTED_MEAN}


@given(SEEDS)
def test_a_sum_has_no_value_while_one_of_its_items_has_none(seed: int) -> None:
    random = Random(seed)
    framework = random_framework(random)
    for result in assess(framework, random_scores(random, framework)).walk():
        if result.aggregation in {Aggregation.SUM, Aggregation.WEIGHTED_SUM} and result.parts:
            parts = [part for part in result.parts if part.of]
            assert result.value is None or all(part.value is not None for part in parts)


def test_samples_are_the_same_from_the_same_seed_and_of_every_kind() -> None:
    """With every way of aggregation, and results that are complete, partial and none."""
    made = samples(300, 1)
    assert made == samples(300, 1)
    assert made["vectors"] != samples(300, 2)["vectors"]
    ways, kinds = set(), set()
    for vector in made["vectors"]:
        for item in vector["expected"]["items"].values():
            ways.add(item["aggregation"])
            kinds.add((item["points"] is None, item["rated"] < item["of"], item["excluded"] > 0))
    assert {*map(str, Aggregation), None} == ways
    assert 5 <= len(kinds)


def _items(framework: Framework) -> Iterator[Item]:
    for _, item in framework.walk():
        yield item
