"""Exemptions that an author makes in a file: a comment that turns a finding off, with the reason.

    # lpsa-ignore LPSA305 because the concept is defined by what it lacks
    <!-- lpsa-ignore avoided-label because this section is about the old name -->

A comment after a value holds for its own line. A comment alone on its line holds for what follows:
in front matter and YAML the next key with everything under it, in text the next paragraph, list or
table (up to a blank line). ``lpsa-ignore-file`` holds for the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lpsa_build.source import faults
from lpsa_build.source.finding import Fault, Finding, Position, Span

WORD = "lpsa-ignore"
COMMENT = re.compile(
    r"(?:<!--|(?<!\S)\#)[ \t]*lpsa-ignore(?P<whole>-file)?\b:?[ \t]*"
    r"(?P<names>[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?"
    r"(?P<reason>[ \t]+because[ \t]+\S(?:(?!-->).)*)?"
)
FENCE = re.compile(r"[ ]*(?:`{3,}|~{3,})")
EXAMPLE = "Write `lpsa-ignore LPSA305 because …` with the code and your reason."


@dataclass(frozen=True)
class Exemption:
    """One comment: the codes or names it turns off, where it stands, and the lines it holds for."""

    path: str
    names: frozenset[str]
    span: Span
    lines: range
    explained: bool

    def covers(self, finding: Finding) -> bool:
        """Tell whether the comment turns a finding off."""
        return (
            finding.path == self.path
            and finding.span.start.line in self.lines
            and not finding.hides_text
            and not self.names.isdisjoint((finding.code.lower(), finding.rule))
        )


def read_exemptions(path: str, text: str) -> Iterator[Exemption]:
    """Yield the exemptions that the comments of a file make."""
    if WORD not in text:
        return
    lines = text.split("\n")
    for number, line in _outside_code(lines):
        for match in COMMENT.finditer(line):
            names = re.findall(r"[\w-]+", (match["names"] or "").lower())
            span = Span(Position(number, match.start() + 1), Position(number, match.end() + 1))
            held = _held(lines, number, match)
            yield Exemption(path, frozenset(names), span, held, bool(names and match["reason"]))


def _outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines, with their numbers, that are not in a fenced block of Markdown."""
    fence = ""
    for number, line in enumerate(lines, 1):
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif match := FENCE.match(line):
            fence = match.group().strip()
        else:
            yield number, line


def _held(lines: list[str], number: int, match: re.Match[str]) -> range:
    """Return the numbers of the lines that a comment in line ``number`` holds for."""
    if match["whole"]:
        return range(1, len(lines) + 1)
    line = lines[number - 1]
    before = line[: match.start()]
    if before.strip():
        return range(number, number + 1)
    last = number + 1
    if match.group().startswith("<!--"):
        while last < len(lines) and lines[last].strip():
            last += 1
        return range(number, last + 1)
    indent = len(before)
    while last < len(lines) and (
        not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip()) > indent
    ):
        last += 1
    return range(number, last + 1)


def apply_exemptions(
    findings: Iterable[Finding],
    texts: Mapping[str, str],
    kinds: Iterable[Fault],
    *,
    complete: bool = True,
) -> Iterator[Finding]:
    """Yield the findings that no comment turns off, and those about the comments themselves.

    Unless the reading is ``complete``, no comment is called needless: what it turns off may be
    hidden by what cannot be read.
    """
    left = list(findings)
    known = {name for kind in kinds for name in (kind.code.lower(), kind.name)}
    for path in sorted(texts):
        for exemption in read_exemptions(path, texts[path]):
            covered = [finding for finding in left if exemption.covers(finding)]
            if not exemption.explained:
                yield faults.UNEXPLAINED_EXEMPTION.at(
                    path,
                    exemption.span,
                    "The comment does not say which finding it turns off, and why.",
                    EXAMPLE,
                )
                continue
            left = [finding for finding in left if finding not in covered]
            used = {name for f in covered for name in (f.code.lower(), f.rule)}
            for name in sorted(exemption.names - used):
                if complete or name not in known:
                    yield _needless(exemption, name, known=name in known)
    yield from left


def _needless(exemption: Exemption, name: str, *, known: bool) -> Finding:
    shown = name.upper() if name.startswith("lpsa") else name
    message = f"There is nothing of “{shown}” here to turn off."
    if not known:
        message = f"There is no finding with the code or name “{shown}”."
    return faults.NEEDLESS_EXEMPTION.at(
        exemption.path, exemption.span, message, "Delete the comment, or the name in it."
    )
