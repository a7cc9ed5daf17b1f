"""The codes, scales, weights and levels of a framework must fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

from lpsa_build.language.likeness import nearest
from lpsa_build.model.framework import Display, Framework, Item, OrderedScale
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.references import items_with_paths
from lpsa_build.model.values import show_number
from lpsa_build.source import faults
from lpsa_build.source.finding import Finding
from lpsa_build.source.yaml_tree import Path

Report: TypeAlias = Callable[[Finding], None]


def find_structure_faults(knowledge: KnowledgeBase, report: Report) -> None:
    """Report codes given twice, unknown or senseless scales, and levels that do not fit."""
    for entry in knowledge.frameworks.values():
        _check_comparable(entry, report)
        _check_idle_reason(entry, report)
        _check_items(entry, report)
        _check_scales(entry, report)
        _check_levels(entry, report)


def _check_comparable(entry: Entry[Framework], report: Report) -> None:
    if not entry.fields.comparable and not entry.fields.comparable_reason:
        report(
            faults.MISSING_KEY.at(
                entry.path,
                entry.tree.span_of(("comparable",)),
                "A framework whose results are not compared must say why.",
                "Add `comparable_reason: …`.",
            )
        )


def _check_idle_reason(entry: Entry[Framework], report: Report) -> None:
    if entry.fields.comparable and entry.fields.comparable_reason:
        report(
            faults.IDLE_SETTING.at(
                entry.path,
                entry.tree.key_span_of(("comparable_reason",)),
                "This says why results are not compared, beside `comparable: true`.",
                "Delete it, or write `comparable: false`.",
            )
        )


def _check_items(entry: Entry[Framework], report: Report) -> None:
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
        _check_scale_of(entry, path, item, report)
    _check_display(entry, (), entry.fields.display, report)


def _check_scale_of(entry: Entry[Framework], path: Path, item: Item, report: Report) -> None:
    if item.scale and item.scale not in entry.fields.scales:
        report(_unknown_scale(entry, (*path, "scale"), item.scale))
    if item.scale and item.items:
        report(
            faults.SCALE_ON_GROUP.at(
                entry.path,
                entry.tree.key_span_of((*path, "scale")),
                f"“{item.code}” has parts and is computed from them; it has no scale of its own.",
                "Take the scale out, or give it to the parts. `display: {scale: …}` prints the "
                "result as a grade.",
            )
        )
    _check_display(entry, path, item.display, report)
    _check_criteria(entry, path, item, report)


def _check_display(
    entry: Entry[Framework], path: Path, display: Display | None, report: Report
) -> None:
    if display is None or display.scale is None:
        return
    place = (*path, "display", "scale")
    scale = entry.fields.scales.get(display.scale)
    if scale is None:
        report(_unknown_scale(entry, place, display.scale))
    elif not isinstance(scale, OrderedScale) or display.decimals is not None:
        report(
            faults.IDLE_SETTING.at(
                entry.path,
                entry.tree.span_of(place),
                "A result is printed either as a grade of an ordered scale, or with `decimals`.",
                "Name an ordered scale alone, or `decimals` alone.",
            )
        )


def _check_criteria(entry: Entry[Framework], path: Path, item: Item, report: Report) -> None:
    scale = entry.fields.scales.get(item.scale or "")
    if not isinstance(scale, OrderedScale):
        return
    for code in item.criteria:
        if not scale.grade(code):
            report(
                faults.UNKNOWN_CRITERION.at(
                    entry.path,
                    entry.tree.key_span_of((*path, "criteria", code)),
                    f"“{code}” is no grade of the scale “{item.scale}”.",
                    f"Use one of: {scale.words}.",
                )
            )


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
    """Report a code given twice in one list, and one that is a grade and means "not rated", too."""
    special = {s.code for s in entry.fields.not_rated}
    if place == ("not_rated",):
        scales = entry.fields.scales.values()
        special = {g.code for s in scales if isinstance(s, OrderedScale) for g in s.values}
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


def _check_levels(entry: Entry[Framework], report: Report) -> None:
    """Report a level named twice, one without items, and items below the last level."""
    levels = entry.fields.structure.levels
    depths = Counter(depth for depth, _ in entry.fields.walk())

    def tell(path: Path, message: str, cure: str) -> None:
        span = entry.tree.span_of(("structure", *path))
        report(faults.LEVELS_DISAGREE.at(entry.path, span, message, cure))

    for number, name in enumerate(levels):
        if name in levels[:number]:
            tell(
                ("levels", number),
                f"The level “{name}” is named twice.",
                "Each level has a name of its own; an item cannot lie within its own level.",
            )
        elif depths and not depths[number]:
            tell(
                ("levels", number),
                f"No item lies on the level “{name}”.",
                "Take the name out, or add the items.",
            )
    deep = next((p for p, _ in items_with_paths(entry.fields) if len(p) // 2 > len(levels)), None)
    if deep:
        tell(
            (*deep[1:], "code"),
            f"This item lies on level {len(deep) // 2}, but only {len(levels)} have a name.",
            "Name its level under `levels:`, or move it up.",
        )
