"""No two pages may have one address, and no old id may cover a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from lpsa_build.model.addresses import address_of, comparison_path, domain_path, score_card_path
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.targets import LISTINGS
from lpsa_build.model.values import Record
from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Finding, Span

Report: TypeAlias = Callable[[Finding], None]


def find_collisions(knowledge: KnowledgeBase, report: Report) -> None:
    """Report every page and every old id whose address belongs to another page."""
    frameworks = knowledge.frameworks
    of_frameworks = (*map(comparison_path, frameworks), *map(score_card_path, frameworks))
    made = (*LISTINGS, *map(domain_path, knowledge.settings.domains), *of_frameworks)
    pages = {address_of(path): "a page that the build makes" for path in made}
    for entry in knowledge.entries():
        owner = pages.setdefault(address := address_of(entry.page), entry.path)
        if owner != entry.path:
            message = f"The address {address} is taken by {owner}."
            report(_taken(entry, FILE_START, message, "Rename one of the two."))
    former: dict[str, str] = {}
    for entry in knowledge.entries():
        for number, old in enumerate(getattr(entry.fields, "redirect_from", ())):
            address = entry.old_address(old)
            owner = pages.get(address) or former.setdefault(address, entry.path)
            if address in pages or owner != entry.path:
                span = entry.tree.span_of(("redirect_from", number))
                message = f"The old id “{old}” is already the id, or an old id, of {owner}."
                cure = "Take it out of redirect_from; ids are never used again."
                report(_taken(entry, span, message, cure))


def _taken(entry: Entry[Record], span: Span, message: str, cure: str) -> Finding:
    return faults.ADDRESS_TAKEN.at(entry.path, span, message, cure)
