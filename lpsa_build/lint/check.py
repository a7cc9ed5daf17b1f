"""All findings about the content: of the reader, and about what the texts hold."""

from __future__ import annotations

from dataclasses import dataclass

from lpsa_build.config import Settings
from lpsa_build.mentions.links import Links, find_links
from lpsa_build.mentions.markup import find_markup_faults
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.load import load
from lpsa_build.model.targets import Targets
from lpsa_build.source.finding import Finding, Severity


@dataclass(frozen=True)
class Review:
    """The content as it was read, with its links and every finding, sorted by place."""

    knowledge: KnowledgeBase
    links: Links
    targets: Targets
    findings: tuple[Finding, ...]

    def failing(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings that weigh at least as much as ``severity``."""
        return tuple(f for f in self.findings if f.severity.rank <= severity.rank)


def review(settings: Settings) -> Review:
    """Read all content under the settings' root and say what is wrong with it."""
    knowledge, findings = load(settings)
    links = find_links(knowledge)
    targets = Targets.of(knowledge)
    everything = {*findings, *links.findings, *find_markup_faults(knowledge, targets)}
    return Review(knowledge, links, targets, tuple(sorted(everything, key=lambda f: f.sort_key)))
