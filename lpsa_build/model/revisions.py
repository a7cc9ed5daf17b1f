"""An assessment holds under the meaning that its terms had when it was scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lpsa_build.model.framework import Assessment, Item
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.source import faults
from lpsa_build.source.finding import Finding

Report: TypeAlias = Callable[[Finding], None]


@dataclass(frozen=True, slots=True)
class Change:
    """A term whose definition has changed its meaning since an assessment was scored by it."""

    term: str
    scored_under: int
    now: int
    items: tuple[Item, ...]
    """The scored items that rely on the term."""


def find_changes(knowledge: KnowledgeBase, entry: Entry[Assessment]) -> tuple[Change, ...]:
    """Return the terms of an assessment that have changed since, in the order of its file."""
    relying = _relying(knowledge, entry)
    return tuple(
        Change(term, revision, now, relying.get(term, ()))
        for term, revision in entry.fields.terms_revision.items()
        if (now := _revision(knowledge, term)) is not None and revision < now
    )


def find_revision_faults(knowledge: KnowledgeBase, report: Report) -> None:
    """Report terms that changed since an assessment, and revisions that are wrong or missing."""
    for entry in knowledge.assessments.values():
        for change in find_changes(knowledge, entry):
            report(_changed(entry, change))
        for finding in (*_unknown(knowledge, entry), *_unrecorded(knowledge, entry)):
            report(finding)


def _revision(knowledge: KnowledgeBase, term: str) -> int | None:
    known = knowledge.terms.get(term)
    return known.fields.revision if known else None


def _relying(knowledge: KnowledgeBase, entry: Entry[Assessment]) -> dict[str, tuple[Item, ...]]:
    """Return term → the scored items that rely on it, by themselves or by a level above."""
    framework = knowledge.frameworks.get(entry.id.split("/")[0])
    found: dict[str, tuple[Item, ...]] = {}

    def visit(item: Item, terms: frozenset[str]) -> None:
        terms |= {*item.terms}
        if item.code in entry.fields.scores and item.is_scored:
            for term in sorted(terms):
                found[term] = (*found.get(term, ()), item)
        for part in item.items:
            visit(part, terms)

    for item in framework.fields.structure.items if framework else ():
        visit(item, frozenset())
    return found


def _changed(entry: Entry[Assessment], change: Change) -> Finding:
    codes = ", ".join(item.code for item in change.items) or "no scored item"
    return faults.CHANGED_DEFINITION.at(
        entry.path,
        entry.tree.span_of(("terms_revision", change.term)),
        f"“{change.term}” has changed its meaning: scored under revision "
        f"{change.scored_under}, now {change.now}. It bears on: {codes}.",
        f"Look at these scores again, then write {change.now} here.",
    )


def _unknown(knowledge: KnowledgeBase, entry: Entry[Assessment]) -> Iterator[Finding]:
    for term, revision in entry.fields.terms_revision.items():
        now = _revision(knowledge, term)
        if now is not None and not 1 <= revision <= now:
            yield faults.UNKNOWN_REVISION.at(
                entry.path,
                entry.tree.span_of(("terms_revision", term)),
                f"“{term}” has no revision {revision}; its last one is {now}.",
                "Write the revision that stood in the term's file at the time of scoring.",
            )


def _unrecorded(knowledge: KnowledgeBase, entry: Entry[Assessment]) -> Iterator[Finding]:
    recorded = entry.fields.terms_revision
    missing = {
        term: now
        for term in sorted(_relying(knowledge, entry))
        if term not in recorded and (now := _revision(knowledge, term)) is not None
    }
    if missing:
        lines = ", ".join(f"{term}: {now}" for term, now in missing.items())
        place = "terms_revision" if recorded else "scores"
        yield faults.UNRECORDED_REVISION.at(
            entry.path,
            entry.tree.key_span_of((place,)),
            "Items were scored by terms whose revisions are not recorded, so that a change of "
            "their meaning cannot be noticed.",
            f"Add under `terms_revision:` {lines}.",
        )
