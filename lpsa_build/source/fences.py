"""Fenced blocks of code: where they begin, and where they end or do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lpsa_build.source.lines import FENCE, Line, lines_of


def after_fence(lines: Sequence[Line], at: int, fence: str) -> int | None:
    """Return the line after the block of code that ``fence`` begins at a line; None if open."""
    closing = re.compile(rf"[ ]*{re.escape(fence[0])}{{{len(fence)},}}[ ]*$")
    for row in range(at + 1, len(lines)):
        if closing.match(lines[row].text):
            return row + 1
    return None


def code_lines(text: str) -> frozenset[int]:
    """Return the numbers, from 0, of the lines in fenced blocks of code, fences included."""
    return frozenset(number for first, last in _fenced(text)[0] for number in range(first, last))


def open_fences(text: str) -> list[tuple[int, int]]:
    """Return where fences stand, from offset to offset, that are never closed."""
    return [(line.start, line.start + len(line.text)) for line in _fenced(text)[1]]


def _fenced(text: str) -> tuple[list[tuple[int, int]], list[Line]]:
    """Return the blocks of code (first line, line after the last), and the fences left open."""
    closed: list[tuple[int, int]] = []
    left: list[Line] = []
    if "```" not in text and "~~~" not in text:
        return closed, left
    lines, at = list(lines_of(text, 0)), 0
    unclosed: set[str] = set()  # so that none is sought twice
    while at < len(lines):
        fence = FENCE.match(lines[at].text)
        if fence is None or fence["fence"][0] in lines[at].text[fence.end() :]:
            at += 1  # no fence, or code in the line of a text
            continue
        sign = fence["fence"]
        end = None if sign in unclosed else after_fence(lines, at, sign)
        if end is None:
            unclosed.add(sign)
            left.append(lines[at])
        else:
            closed.append((at, end))
        at = end or at + 1
    return closed, left
