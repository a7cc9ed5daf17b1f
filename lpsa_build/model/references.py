"""Every id that an entry names must exist: relations, sources, items, marks of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from lpsa_build.language.likeness import nearest
from lpsa_build.model.addresses import Kind
from lpsa_build.model.framework import Framework, Item
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.pages import Primer
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record, Status
from lpsa_build.source import faults
from lpsa_build.source.finding import Finding
from lpsa_build.source.yaml_tree import Path

Report: TypeAlias = Callable[[Finding], None]

TERM_FIELDS = ("broader", "part_of", "related", "contrast", "replaced_by")
NAMED: dict[Kind, dict[str, Kind | str]] = {
    Kind.TERM: dict.fromkeys(TERM_FIELDS, Kind.TERM) | {"domain": "domains"},
    Kind.PRIMER: {
        "prerequisites": Kind.PRIMER,
        "replaced_by": Kind.PRIMER,
        "no_link": Kind.TERM,
        "senses": Kind.TERM,
        "domains": "domains",
    },
    Kind.PAGE: {"no_link": Kind.TERM, "senses": Kind.TERM},
    Kind.PROJECT: {
        "no_link": Kind.TERM,
        "senses": Kind.TERM,
        "regions": "regions",
        "themes": "domains",
        "working_groups": Kind.WORKING_GROUP,
        "frameworks": Kind.FRAMEWORK,
    },
    Kind.WORKING_GROUP: {
        "no_link": Kind.TERM,
        "senses": Kind.TERM,
        "region": "regions",
        "theme": "domains",
    },
    Kind.FRAMEWORK: {"no_link": Kind.TERM, "senses": Kind.TERM},
    Kind.ASSESSMENT: {"terms_revision": Kind.TERM},
}
"""Field → the kind of entry, or the closed list in mkdocs.yml, that it names."""

SOURCED = (("sources",), ("other_meanings",))
"""Lists whose values name a reference."""
HOMES = {
    Kind.TERM: "glossary/",
    Kind.PRIMER: "primers/",
    Kind.FRAMEWORK: "frameworks/",
    Kind.WORKING_GROUP: "content/working-groups/",
    Kind.REFERENCE: "content/references.yml",
}
"""Where to look for what may be named."""


def find_dangling(knowledge: KnowledgeBase, report: Report) -> None:
    """Report every name of something that does not exist."""
    known = _known(knowledge)
    for entry in (*knowledge.entries(), *knowledge.primer_translations.values()):
        for path, name, kind in _names(entry):
            if name not in known[kind]:
                report(_dangling(entry, path, name, kind, known[kind]))
        for path, ref in _source_refs(entry):
            if "reference:*" not in knowledge.unread and ref not in knowledge.references:
                report(_dangling(entry, path, ref, Kind.REFERENCE, set(knowledge.references)))
    for term in knowledge.terms.values():
        _check_term(term, knowledge, report)
        _check_withdrawal(term, report)
    for primer in knowledge.primers.values():
        _check_withdrawal(primer, report)


def _known(knowledge: KnowledgeBase) -> dict[Kind | str, set[str]]:
    known: dict[Kind | str, set[str]] = {
        Kind.TERM: set(knowledge.terms),
        Kind.PRIMER: set(knowledge.primers),
        Kind.PROJECT: set(knowledge.projects),
        Kind.WORKING_GROUP: set(knowledge.working_groups),
        Kind.FRAMEWORK: set(knowledge.frameworks),
        "domains": set(knowledge.settings.domains),
        "regions": set(knowledge.settings.regions),
    }
    for key in knowledge.unread:
        kind, _, identifier = key.partition(":")
        known.get(kind, set()).add(identifier)
    return known


def _names(entry: Entry[Record]) -> Iterator[tuple[Path, str, Kind | str]]:
    for field, kind in NAMED.get(entry.kind, {}).items():
        for path, name in _named(field, getattr(entry.fields, field, ())):
            yield path, name, kind
    if isinstance(entry.fields, Framework):
        for path, item in items_with_paths(entry.fields):
            for number, term in enumerate(item.terms):
                yield (*path, "terms", number), term, Kind.TERM


def _named(field: str, value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield (field,), value
    elif isinstance(value, dict):
        for key, name in value.items():
            yield (field, key), key if field == "terms_revision" else name
    elif isinstance(value, tuple):
        for number, name in enumerate(value):
            yield (field, number), name


def items_with_paths(framework: Framework) -> Iterator[tuple[Path, Item]]:
    """Yield every item of a framework with its path in the file."""

    def walk(items: Iterable[Item], path: Path) -> Iterator[tuple[Path, Item]]:
        for number, item in enumerate(items):
            yield (*path, number), item
            yield from walk(item.items, (*path, number, "items"))

    return walk(framework.structure.items, ("structure", "items"))


def _source_refs(entry: Entry[Record]) -> Iterator[tuple[Path, str]]:
    for path in entry.tree.spans:
        if (
            path[-3:-2] in SOURCED
            and path[-1] == "ref"
            and isinstance(ref := _value(entry, path), str)
        ):
            yield path, ref


def _value(entry: Entry[Record], path: Path) -> object:
    value: object = entry.tree.value
    for step in path:
        value = value[step]  # type: ignore[index]
    return value


def _dangling(
    entry: Entry[Record], path: Path, name: str, kind: Kind | str, known: set[str]
) -> Finding:
    by_key = path[0] == "terms_revision"
    span = entry.tree.key_span_of(path) if by_key else entry.tree.span_of(path)
    field = path[0] if isinstance(path[-1], str) and path[-1] != "ref" else _last_key(path)
    if kind in {"domains", "regions"}:
        return faults.INVALID_VALUE.at(
            entry.path,
            span,
            f"“{field}”: “{name}” is not in the list of {kind} in mkdocs.yml.",
            f"{_guess(name, known)}Write one of: {', '.join(sorted(known))}.",
        )
    return faults.DANGLING_REFERENCE.at(
        entry.path,
        span,
        f"“{field}” names the {Kind(kind).replace('-', ' ')} “{name}”, which does not exist.",
        f"{_guess(name, known)}Add it to {HOMES[Kind(kind)]}, or take the name out.",
    )


def _last_key(path: Path) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))


def _guess(name: str, known: set[str]) -> str:
    guess = nearest(name, known)
    return f"Did you mean “{guess}”? " if guess else ""


def _check_withdrawal(entry: Entry[Term] | Entry[Primer], report: Report) -> None:
    fields = entry.fields
    if fields.status is Status.DEPRECATED and not (fields.replaced_by or fields.reason):
        report(
            faults.MISSING_KEY.at(
                entry.path,
                entry.tree.span_of(("status",)),
                f"A deprecated {entry.kind} must say what replaces it, or why it was withdrawn.",
                "Add `replaced_by: …` or `reason: …`.",
            )
        )


def _check_term(entry: Entry[Record], knowledge: KnowledgeBase, report: Report) -> None:
    term = knowledge.terms[entry.id].fields
    if term.status in {Status.REVIEWED, Status.APPROVED} and not term.sources:
        report(
            faults.MISSING_KEY.at(
                entry.path,
                entry.tree.span_of(("status",)),
                f"A term that is {term.status} must name its sources.",
                "Add `sources: [{ref: …}]`, or set the status to draft.",
            )
        )
    own = entry.language
    others = [language for language in knowledge.settings.languages if language != own]
    for language in term.translations:
        if language not in others:
            report(
                faults.INVALID_VALUE.at(
                    entry.path,
                    entry.tree.key_span_of(("translations", language)),
                    f"“{language}” is the language of the entry itself."
                    if language == own
                    else f"“{language}” is not a language of this site.",
                    f"Use one of: {', '.join(others)}.",
                )
            )
