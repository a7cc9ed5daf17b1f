"""The real content: without a fault, and as large as it is said to be."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from lpsa_build.lint.check import Review
from lpsa_build.model.framework import Framework, Item, OrderedScale
from lpsa_build.source.finding import Severity


def levels(framework: Framework) -> dict[str, int]:
    """Return how many items a framework has on each of its levels."""
    depths = Counter(depth for depth, _ in framework.walk())
    return {name: depths[depth] for depth, name in enumerate(framework.structure.levels)}


def most(framework: Framework, item: Item) -> Fraction:
    """Return the highest score that an item can have, if scores are added up."""
    if item.items:
        return sum((most(framework, part) for part in item.items), Fraction(0))
    scale = framework.scales[item.scale or ""]
    if isinstance(scale, OrderedScale):
        return max(grade.points for grade in scale.values)
    return scale.max


def test_nothing_is_wrong_with_it(content: Review) -> None:
    """No error and no warning."""
    assert () == content.failing(Severity.WARNING)


def test_the_glossary_has_at_least_ninety_terms(content: Review) -> None:
    """In every domain at least one."""
    knowledge = content.knowledge
    assert len(knowledge.terms) >= 90
    used = {term.fields.domain for term in knowledge.terms.values()}
    assert set(knowledge.settings.domains) == used


def test_every_term_is_named_in_five_languages(content: Review) -> None:
    """What a native reader has not confirmed says so."""
    knowledge = content.knowledge
    others = set(knowledge.settings.languages) - {knowledge.settings.language}
    assert {"ar", "es", "fr", "pt"} == others
    for term in knowledge.terms.values():
        assert others >= set(term.fields.translations), term.id


def test_pefa_has_its_pillars_indicators_and_dimensions(content: Review) -> None:
    """As the framework of 2016 counts them."""
    pefa = content.knowledge.frameworks["pefa-2016"].fields
    assert {"pillar": 7, "indicator": 31, "dimension": 94} == levels(pefa)


def test_the_regional_authority_index_adds_up_to_thirty(content: Review) -> None:
    """Eighteen points of self-rule and twelve of shared rule, in ten dimensions."""
    rai = content.knowledge.frameworks["rai"].fields
    assert {"domain": 2, "dimension": 10} == levels(rai)
    assert [18, 12] == [most(rai, part) for part in rai.structure.items]


def test_the_weights_of_the_local_autonomy_index_add_up_to_thirteen(content: Review) -> None:
    """Those of its seven dimensions."""
    lai = content.knowledge.frameworks["lai"].fields
    assert {"dimension": 7, "variable": 11} == levels(lai)
    assert 13 == sum(item.weight or 0 for item in lai.structure.items)


def test_there_are_five_projects_and_seven_working_groups(content: Review) -> None:
    """Each on a page of its own."""
    assert (5, 7) == (len(content.knowledge.projects), len(content.knowledge.working_groups))
