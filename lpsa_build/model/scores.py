"""The scores of an assessment must fit the items of its framework."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TypeAlias

from lpsa_build.language.likeness import nearest
from lpsa_build.model.framework import Assessment, Framework, Item
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.source import faults
from lpsa_build.source.finding import Finding
from lpsa_build.source.yaml_tree import Path

Report: TypeAlias = Callable[[Finding], None]
NAMED = 10
"""How many codes a finding lists before it says how many more there are."""

GUESSED = 50
"""How many unknown codes get a "did you mean"; a file with more names another framework's codes."""


def find_score_faults(knowledge: KnowledgeBase, report: Report) -> None:
    """Report scores that are off their scale, for nothing that is scored, or missing."""
    for assessment in knowledge.assessments.values():
        framework_id = assessment.id.split("/")[0]
        if framework_entry := knowledge.frameworks.get(framework_id):
            _check_scores(assessment, framework_entry.fields, report)
            _check_missing(assessment, framework_entry.fields, report)


def _check_scores(entry: Entry[Assessment], framework: Framework, report: Report) -> None:
    items = {item.code: item for _, item in framework.walk()}
    scored = {code for code, item in items.items() if item.is_scored}
    unknown = [code for code in entry.fields.scores if code not in scored]
    known = scored if len(unknown) <= GUESSED else set()
    for code, score in entry.fields.scores.items():
        place = ("scores", code)
        item = items.get(code)
        if item is None or not item.is_scored:
            report(_unknown_code(entry, place, item, known))
            continue
        scale = framework.scale_of(item)
        codes = [special.code for special in framework.not_rated]
        if scale and score.score not in codes and scale.points(score.score) is None:
            allowed = ", ".join(chain([scale.words], codes))
            report(
                faults.SCORE_OFF_SCALE.at(
                    entry.path,
                    entry.tree.span_of((*place, "score")),
                    f"The score “{score.score}” of {code} is not on its scale.",
                    f"Use one of: {allowed}.",
                )
            )


def _unknown_code(
    entry: Entry[Assessment], place: Path, item: Item | None, known: set[str]
) -> Finding:
    code = str(place[-1])
    guess = nearest(code, known)
    if item is None:
        why = "is not a code of the framework"
    elif item.scale:
        why = "is computed from its parts and is not scored itself"
    else:
        why = "has no scale and cannot be scored"
    return faults.UNKNOWN_CODE.at(
        entry.path,
        entry.tree.key_span_of(place),
        f"“{code}” {why}.",
        f"Did you mean “{guess}”?" if guess else "Use a code of an item that has a scale.",
    )


def _check_missing(entry: Entry[Assessment], framework: Framework, report: Report) -> None:
    """Tell once how many items have no score: each aggregate says so as well."""
    scored = [item.code for _, item in framework.walk() if framework.scale_of(item)]
    missing = [code for code in scored if code not in entry.fields.scores]
    if not missing:
        return
    rest = len(missing) - NAMED
    more = f" and {rest} more" if rest > 0 else ""
    report(
        faults.MISSING_SCORE.at(
            entry.path,
            entry.tree.key_span_of(("scores",)),
            f"{len(missing)} of {len(scored)} items have no score: "
            f"{', '.join(missing[:NAMED])}{more}.",
            _cure_for_missing(framework),
        )
    )


def _cure_for_missing(framework: Framework) -> str:
    if not framework.not_rated:
        return "Score them; until then every result says how much of it is rated."
    codes = ", ".join(f"{special.code} ({special.label})" for special in framework.not_rated)
    return f"Score them, or write why there is no score: {codes}."
