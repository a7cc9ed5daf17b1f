"""What replaces a withdrawn entry, however often it was replaced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.pages import Primer
from lpsa_build.model.term import Term
from lpsa_build.model.values import Status

Replaceable: TypeAlias = Mapping[str, Entry[Term]] | Mapping[str, Entry[Primer]]
"""Entries of one of the kinds that can be withdrawn."""


def replaceable(knowledge: KnowledgeBase, kind: Kind) -> Replaceable:
    """Return the entries among which a replacement is sought."""
    return knowledge.primers if kind is Kind.PRIMER else knowledge.terms


def replacements(entries: Replaceable, name: str) -> tuple[str, ...]:
    """Return what replaces an entry, what replaces that, and so on; a loop ends where it closes."""
    chain: list[str] = []
    while (entry := entries.get(name)) and (new := entry.fields.replaced_by):
        name = new
        if name in chain:
            break
        chain.append(name)
    return tuple(chain)


def final_replacement(entries: Replaceable, name: str) -> str:
    """Return the live entry that stands for a withdrawn one in the end; empty if there is none."""
    chain = replacements(entries, name)
    last = entries.get(chain[-1]) if chain else None
    return last.id if last and last.fields.status is not Status.DEPRECATED else ""
