"""Terms that are words of every day: where they link everywhere, a reader is not helped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lpsa_build.mentions.policy import Mention
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.term import LinkPolicy
from lpsa_build.source import faults
from lpsa_build.source.finding import Finding

FEWEST_PAGES = 20
"""A share of fewer pages than this says nothing."""


def pages_naming(mentions: Mapping[str, tuple[Mention, ...]]) -> Counter[str]:
    """Return for each term the number of pages whose running text names it, linked or not."""
    return Counter(term for list_ in mentions.values() for term in {m.term for m in list_})


def find_everyday_words(
    knowledge: KnowledgeBase, mentions: Mapping[str, tuple[Mention, ...]]
) -> Iterator[Finding]:
    """Yield a proposal for each one-word term that is found on too large a share of the pages."""
    pages = len(mentions)
    if pages < FEWEST_PAGES:
        return
    found = pages_naming(mentions)
    for entry in knowledge.terms.values():
        term, number = entry.fields, found[entry.id]
        settled = term.common_word or term.link in {LinkPolicy.EXPLICIT, LinkPolicy.NEVER}
        if " " in term.term or settled or number <= knowledge.settings.everyday_share * pages:
            continue
        yield faults.EVERYDAY_WORD.at(
            entry.path,
            entry.tree.span_of(("term",)),
            f"“{term.term}” stands on {number} of {pages} pages ({number / pages:.0%}).",
            "If it is an everyday word, add `common_word: true`: it then links in its domain only.",
        )
