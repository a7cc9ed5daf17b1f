"""All findings about the content: of the reader, and of every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lpsa_build.config import Settings
from lpsa_build.lint.content import Content
from lpsa_build.lint.exemptions import apply_exemptions
from lpsa_build.lint.rules import KINDS, RULES
from lpsa_build.mentions.links import Links, find_links
from lpsa_build.mentions.markup import find_markup_faults
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.model.layout import content_folders
from lpsa_build.model.load import build
from lpsa_build.model.targets import Targets
from lpsa_build.source.files import SourceFile, read_tree
from lpsa_build.source.finding import Finding, Severity
from lpsa_build.source.memory import collector_paused


@dataclass(frozen=True)
class Review:
    """The content as it was read, with its links and every finding, sorted by place.

    ``texts`` holds the text of every file that has one, by path.
    """

    knowledge: KnowledgeBase
    links: Links
    targets: Targets
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]

    def failing(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings that weigh at least as much as ``severity``."""
        return tuple(f for f in self.findings if f.severity.rank <= severity.rank)


def review(settings: Settings) -> Review:
    """Read all content under the settings' root and say what is wrong with it.

    Raises:
        MachineError: a folder cannot be read.
    """
    return review_files(settings, *read_tree(settings.root, content_folders(settings)))


@collector_paused()
def review_files(
    settings: Settings, files: Sequence[SourceFile], intake: Iterable[Finding]
) -> Review:
    """Say what is wrong with files that are read; ``intake`` is what the reading itself found."""
    knowledge, findings = build(settings, files)
    links = find_links(knowledge)
    targets = Targets.of(knowledge)
    content = Content(knowledge, links, targets)
    texts = {file.path: file.text for file in files if file.text is not None}
    everything = {
        *intake,
        *findings,
        *links.findings,
        *find_markup_faults(knowledge, targets),
        *(finding for rule in RULES for finding in rule.findings(content)),
    }
    judged = weigh(
        apply_exemptions(everything, texts, KINDS, complete=not knowledge.unread), settings
    )
    return Review(knowledge, links, targets, tuple(sorted(judged, key=lambda f: f.sort_key)), texts)


def weigh(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Yield the findings with the severity that the site gives them; none that it turns off."""
    for finding in findings:
        severity = settings.severity_of(finding)
        if severity is finding.severity:
            yield finding
        elif severity is not None:
            yield replace(finding, severity=severity)
