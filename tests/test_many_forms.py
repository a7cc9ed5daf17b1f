"""A label of many compound words has a bounded number of forms, the nearest of them."""

from __future__ import annotations

import pytest

from lpsa_build.language.forms import MOST_FORMS, derived_forms, surface_forms

COMPOUNDS = "sub-national multilevel co-financing intergovernmental policy-making "


@pytest.mark.parametrize("words", [12, 20, 400])
def test_compound_words_do_not_multiply_forms_without_end(words: int) -> None:
    label = " ".join((COMPOUNDS * 80).split()[:words])
    assert len(surface_forms(label, "en")) <= MOST_FORMS
    assert len(derived_forms(f"{label} decentralization", "en")) <= MOST_FORMS


def test_the_nearest_forms_are_kept() -> None:
    label = (COMPOUNDS * 2).strip()
    forms = surface_forms(label, "en")
    assert forms[0] == label
    for word, other in (("sub-national", "subnational"), ("multilevel", "multi-level")):
        assert label.replace(word, other, 1) in forms
