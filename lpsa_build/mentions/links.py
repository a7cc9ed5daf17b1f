"""Which mentions become links, computed from the sources before any page is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lpsa_build.mentions.everyday import find_everyday_words
from lpsa_build.mentions.index import FormIndex, build_index
from lpsa_build.mentions.policy import Mention, PagePolicy
from lpsa_build.mentions.usage import Usage, find_usages
from lpsa_build.mentions.writing import BODY, writings
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.source.finding import Finding
from lpsa_build.source.memory import collector_paused
from lpsa_build.source.yaml_tree import Path


@dataclass(frozen=True)
class Links:
    """Every mention by entry key, in reading order; and by term, where it is used.

    ``indexes`` are those of the languages that texts are written in.
    """

    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    used_in: Mapping[str, tuple[Usage, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    indexes: Mapping[str, FormIndex] = field(default_factory=dict, repr=False)

    def of(self, entry: str, at: Path = BODY) -> tuple[Mention, ...]:
        """Return the linked mentions in one text of an entry."""
        return tuple(m for m in self.mentions.get(entry, ()) if m.linked and m.field == at)


@collector_paused()
def find_links(knowledge: KnowledgeBase) -> Links:
    """Return every mention in the knowledge base with the decision taken on it."""
    indexes: dict[str, FormIndex] = {}
    mentions: dict[str, tuple[Mention, ...]] = {}
    used: dict[str, list[Usage]] = {}
    findings: list[Finding] = []
    entries = (*knowledge.entries(), *knowledge.primer_translations.values())
    texts = [list(writings(entry)) for entry in entries]  # one kind of work at a time is quicker
    for entry, own_texts in zip(entries, texts, strict=True):
        if (index := indexes.get(entry.language)) is None:
            index = indexes[entry.language] = build_index(knowledge, entry.language)
        page = PagePolicy(knowledge, entry, index)
        found = tuple(m for text in own_texts for m in page.mentions(text))
        mentions[entry.key] = found
        findings.extend(page.findings)
        for usage in find_usages(entry.key, found):
            used.setdefault(usage.mention.term, []).append(usage)
    findings.extend(find_everyday_words(knowledge, mentions))
    uses = {term: tuple(u) for term, u in used.items()}
    return Links(mentions, uses, tuple(findings), indexes)
