"""Codes and scores of frameworks and assessments must fit together."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TypeAlias

from lpsa_build.language.likeness import nearest
from lpsa_build.model.framework import Assessment, Framework, Item, OrderedScale
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.values import show_number
from lpsa_build.source import faults
from lpsa_build.source.finding import Finding
from lpsa_build.source.yaml_tree import Path

Report: TypeAlias = Callable[[Finding], None]


def find_framework_faults(knowledge: KnowledgeBase, report: Report) -> None:
    """Report codes given twice, unknown or senseless scales, and scores that do not fit."""
    for framework in knowledge.frameworks.values():
        _check_codes(framework, report)
        _check_scales(framework, report)
    for assessment in knowledge.assessments.values():
        framework_id = assessment.id.split("/")[0]
        if framework_entry := knowledge.frameworks.get(framework_id):
            _check_scores(assessment, framework_entry.fields, report)


def _check_codes(entry: Entry[Framework], report: Report) -> None:
    seen: set[str] = set()
    for path, item in items_with_paths(entry.fields):
        if item.code in seen:
            report(
                faults.DUPLICATE_CODE.at(
                    entry.path,
                    entry.tree.span_of((*path, "code")),
                    f"The code “{item.code}” is already taken by an item above.",
                    "Give each item a code of its own.",
                )
            )
        seen.add(item.code)
        if item.scale and item.scale not in entry.fields.scales:
            report(_unknown_scale(entry, (*path, "scale"), item.scale))


def _check_scales(entry: Entry[Framework], report: Report) -> None:
    for name, scale in entry.fields.scales.items():
        place = ("scales", name)
        if isinstance(scale, OrderedScale):
            _check_grades(entry, (*place, "values"), [g.code for g in scale.values], report)
        elif scale.min > scale.max:
            report(
                faults.INVALID_VALUE.at(
                    entry.path,
                    entry.tree.span_of((*place, "max")),
                    f"The scale “{name}” ends at {show_number(scale.max)}, before it begins "
                    f"({show_number(scale.min)}).",
                    "Exchange min and max.",
                )
            )
    _check_grades(entry, ("not_rated",), [s.code for s in entry.fields.not_rated], report)


def _check_grades(entry: Entry[Framework], place: Path, codes: list[str], report: Report) -> None:
    """Report a code given twice in one list, and one that also means "not rated"."""
    special = () if place == ("not_rated",) else {s.code for s in entry.fields.not_rated}
    for number, code in enumerate(codes):
        if code in codes[:number] or code in special:
            report(
                faults.DUPLICATE_CODE.at(
                    entry.path,
                    entry.tree.span_of((*place, number, "code")),
                    f"The code “{code}” is already taken by another grade, or stands under "
                    "`not_rated:`.",
                    "Give each one a code of its own.",
                )
            )


def _unknown_scale(entry: Entry[Framework], path: Path, scale: str) -> Finding:
    guess = nearest(scale, entry.fields.scales)
    return faults.DANGLING_REFERENCE.at(
        entry.path,
        entry.tree.span_of(path),
        f"There is no scale “{scale}” under `scales:`.",
        f"Did you mean “{guess}”?" if guess else "Define it there, or name another one.",
    )


def _check_scores(entry: Entry[Assessment], framework: Framework, report: Report) -> None:
    items = {item.code: item for _, item in framework.walk()}
    for code, score in entry.fields.scores.items():
        place = ("scores", code)
        item = items.get(code)
        if item is None or item.scale is None:
            report(_unknown_code(entry, place, code, item, items))
            continue
        scale = framework.scales.get(item.scale)
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
    entry: Entry[Assessment], place: Path, code: str, item: Item | None, items: dict[str, Item]
) -> Finding:
    scored = {key for key, value in items.items() if value.scale}
    guess = nearest(code, scored)
    why = "has no scale and cannot be scored" if item else "is not a code of the framework"
    return faults.UNKNOWN_CODE.at(
        entry.path,
        entry.tree.key_span_of(place),
        f"“{code}” {why}.",
        f"Did you mean “{guess}”?" if guess else "Use a code of an item that has a scale.",
    )
