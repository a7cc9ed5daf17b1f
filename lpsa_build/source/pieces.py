"""What a Markdown text is made of, besides code: values with offsets in the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Section(NamedTuple):
    """A heading with the text under it; the text before the first heading has an empty id."""

    id: str
    title: str
    level: int
    start: int = 0
    title_end: int = 0
    given: bool = False
    """True: the author gave the id (``{#id}``)."""


class Mark(NamedTuple):
    """``[[target]]``, ``[[target|text]]`` or ``[[!text]]`` (then ``target`` is empty)."""

    start: int
    end: int
    target: str
    text: str


class Citation(NamedTuple):
    """``[@ref]`` or ``[@ref, locator]``."""

    start: int
    end: int
    ref: str
    locator: str


class Destination(NamedTuple):
    """The address of a link or image; the offsets are those of the address alone."""

    start: int
    end: int
    address: str
    image: bool
    title: str
    """The words in quotation marks after the address, with their marks."""
    raw: bool = False
    """True: in raw HTML, which no builder rewrites."""


class Directive(NamedTuple):
    """``[[kind: words]]`` alone in a paragraph; the words stand at ``words_start``."""

    start: int
    end: int
    kind: str
    words: str
    words_start: int


class RawHtml(NamedTuple):
    """Raw HTML, or a list of attributes (``{: .class }``), as the author typed it."""

    start: int
    end: int
    text: str


BLANK = "\0"
"""Stands, in running text, for every character that is not part of it."""


@dataclass
class Prose:
    """All that a Markdown text holds besides code.

    ``running`` is as long as the text itself: what is not running text is blanked out, so that an
    offset means the same place in both. ``paragraphs`` are the starts of the blocks of running
    text.
    """

    running: str = ""
    sections: list[Section] = field(default_factory=lambda: [Section("", "", 0)])
    paragraphs: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    destinations: list[Destination] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    html: list[RawHtml] = field(default_factory=list)
    attributes: list[RawHtml] = field(default_factory=list)
    too_deep: list[tuple[int, int]] = field(default_factory=list)

    def section_at(self, offset: int) -> int:
        """Return the number of the section in which an offset lies."""
        return bisect_right(self._starts, offset) - 1

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the block in which an offset lies."""
        return bisect_right(self.paragraphs, offset)

    @cached_property
    def _starts(self) -> list[int]:
        return [section.start for section in self.sections]
