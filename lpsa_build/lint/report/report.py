"""What a report is made from, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lpsa_build.source.finding import Finding


@dataclass(frozen=True)
class Report:
    """The findings to show, with what a format may want to know about them.

    ``files`` is the number of files read, ``texts`` holds their texts by path, ``changed`` are the
    paths that the branch changes, ``color`` says whether a terminal shows colors, and ``whole``
    whether a person wants to read all advice, however much there is.
    """

    findings: tuple[Finding, ...]
    files: int
    site_url: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    color: bool = False
    whole: bool = False

    def address(self, code: str) -> str:
        """Return where the site explains a kind of finding."""
        return f"{self.site_url.rstrip('/')}/contribute/findings/{code.lower()}/"

    def line(self, finding: Finding) -> str:
        """Return the line of the file in which a finding begins; empty if it is not known."""
        lines = self._lines.get(finding.path) or self._split(finding.path)
        number = finding.span.start.line
        return lines[number - 1] if number <= len(lines) else ""

    def _split(self, path: str) -> list[str]:
        return self._lines.setdefault(path, self.texts.get(path, "").split("\n"))

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {}
