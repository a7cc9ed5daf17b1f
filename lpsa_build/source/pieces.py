"""What a Markdown text is made of, besides code: values with offsets in the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text under it; the text before the first heading has an empty id."""

    id: str
    title: str
    level: int
    title_end: int = 0
    given: bool = False
    """True: the author gave the id (``{#id}``)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text. ``anchors`` pairs each line's offset in ``text`` with that in the source.

    ``glued`` tells for its two ends whether a word goes on beyond markup (``de**central**ized``).
    """

    text: str
    anchors: tuple[tuple[int, int], ...]
    section: int
    table: bool
    glued: tuple[bool, bool]

    def source(self, offset: int) -> int:
        """Return the offset in the source of the character at ``offset`` of the passage."""
        row = bisect_right(self.anchors, (offset, 1 << 60)) - 1
        at, source = self.anchors[row]
        return source + offset - at


@dataclass(frozen=True, slots=True)
class Mark:
    """``[[target]]``, ``[[target|text]]`` or ``[[!text]]`` (then ``target`` is empty)."""

    start: int
    end: int
    target: str
    text: str
    section: int
    table: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """``[@ref]`` or ``[@ref, locator]``."""

    start: int
    end: int
    ref: str
    locator: str


@dataclass(frozen=True, slots=True)
class Destination:
    """The address of a link or image; the offsets are those of the address alone."""

    start: int
    end: int
    address: str
    image: bool


@dataclass(frozen=True, slots=True)
class Directive:
    """``[[kind: words]]`` alone in a paragraph."""

    start: int
    end: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class RawHtml:
    """Raw HTML as the author typed it."""

    start: int
    end: int
    text: str


@dataclass
class Prose:
    """All that a Markdown text holds besides code."""

    sections: list[Section] = field(default_factory=lambda: [Section("", "", 0)])
    passages: list[Passage] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    destinations: list[Destination] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    html: list[RawHtml] = field(default_factory=list)
