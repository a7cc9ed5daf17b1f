"""A text of an entry → standard Markdown for the page that shows it.

Mentions become explicit marks, links in the repository become links between pages, citations
become numbered links, and headings get the ids that the source has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import dirname, relpath

from lpsa_build.mentions.links import Links
from lpsa_build.mentions.policy import Mention, explicit_mark
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.addresses import relative, relative_address
from lpsa_build.model.targets import Target, Targets

Edit = tuple[int, int, str]
LINK_LIKE = re.compile(r"[(\[]|\s+\[(?![@^])")
GUARD = "<!---->"
"""Stands between a mark and what Markdown would take for the address of a link: ``grant(s)``."""


@dataclass(frozen=True)
class PageText:
    """How the texts of one entry are shown on one page.

    With ``final`` the links are addresses for the browser; without, paths that a builder checks
    and rewrites. ``numbers`` are those of the sources listed on the page; None leaves
    citations out.
    """

    links: Links
    targets: Targets
    entry: str
    page: str
    numbers: dict[str, int] | None

    def markdown(
        self, writing: Writing, insertions: Sequence[Edit] = (), *, final: bool = False
    ) -> str:
        """Return one text as Markdown, with what directives put into it."""
        mentions = self.links.of(self.entry, writing.field)
        edits: list[Edit] = [
            (m.start, m.end, _mark(m, writing.text)) for m in mentions if not m.marked
        ]
        ends = {m.end for m in mentions} | {mark.end for mark in writing.prose.marks}
        edits.extend((end, end, GUARD) for end in ends if LINK_LIKE.match(writing.text, end))
        edits.extend(self._destinations(writing, final=final))
        edits.extend(self._citations(writing))
        edits.extend(insertions)
        if writing.field == BODY:
            edits.extend(_heading_ids(writing))
        return apply_edits(writing.text, edits)

    def _destinations(self, writing: Writing, *, final: bool) -> Iterator[Edit]:
        for link in writing.prose.destinations:
            target = self.targets.resolve(writing.path, link.address)
            if target and target.path and not link.address.startswith("#"):
                yield link.start, link.end, self._address(target, final=final or link.raw)

    def _address(self, target: Target, *, final: bool) -> str:
        anchor = f"#{target.anchor}" if target.anchor else ""
        if not final:
            return relpath(target.path, dirname(self.page) or ".") + anchor
        if target.path.endswith(".md"):
            return relative(target.path, self.page) + anchor
        return relative_address(target.path, self.page)

    def _citations(self, writing: Writing) -> Iterator[Edit]:
        if self.numbers is None:
            yield from citations_left_out(writing)
            return
        for citation in writing.prose.citations:
            if number := self.numbers.get(citation.ref):
                locator = f", {citation.locator}" if citation.locator else ""
                text = f"[\\[{number}{locator}\\]](#source-{citation.ref}){{: .lpsa-cite }}"
                yield citation.start, citation.end, text


def citations_left_out(writing: Writing) -> Iterator[Edit]:
    """Yield the edits that take the citations out of a text, with the spaces before them."""
    for citation in writing.prose.citations:
        yield len(writing.text[: citation.start].rstrip()), citation.end, ""


def _mark(mention: Mention, text: str) -> str:
    """Return the mark for a mention; a backslash before it stays a backslash."""
    guard = GUARD if text[: mention.start].endswith("\\") else ""
    return guard + explicit_mark(mention, text)


def _heading_ids(writing: Writing) -> Iterator[Edit]:
    for section in writing.prose.sections:
        if section.id and not section.given:
            yield section.title_end, section.title_end, f" {{: #{section.id} }}"


def apply_edits(text: str, edits: list[Edit]) -> str:
    """Return ``text`` with all edits made; where two overlap, the earlier one counts."""
    pieces, at = [], 0
    for start, end, new in sorted(edits):
        if start >= at:
            pieces += [text[at:start], new]
            at = end
    return "".join([*pieces, text[at:]])
