"""Bytes of a file → text, and offsets in a text → line and column."""

from __future__ import annotations

import re
from bisect import bisect_right

from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Edit, Finding, Fix, Position, Span

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\r\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff"  # zero width, breaks, overrides
    "\ue000-\uf8ff\ufff9-\ufffb\U000e0000-\U000e007f"  # private use, annotation, tags
    "\ufdd0-\ufdef\ufffe\uffff]"  # no characters at all
)
ZERO_WIDTH = frozenset("\u200b\u2060\ufeff")
"""What has neither shape nor meaning between two letters, so that it can be deleted unseen."""
RUN = re.compile(f"{HIDDEN.pattern}+")
SAVE_AS_UTF8 = "Open it in your editor and save it again with the encoding UTF-8."
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class LineIndex:
    """Where the lines of a text begin, so that an offset can be told as line and column."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Index ``text``, whose first line is line ``first_line`` of its file."""
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._first = first_line

    def position(self, offset: int) -> Position:
        """Return the place of the character at ``offset`` (0-based)."""
        row = bisect_right(self._starts, offset) - 1
        return Position(row + self._first, offset - self._starts[row] + 1)

    def span(self, start: int, end: int) -> Span:
        """Return the span from offset ``start`` up to but without ``end``."""
        return Span(self.position(start), self.position(end))


def decode(path: str, data: bytes) -> tuple[str | None, list[Finding]]:
    r"""Return the text of a file with ``\n`` line ends, and what is wrong with its bytes.

    The text is ``None`` when the bytes are not UTF-8. Line and column of every character are
    those of the file on disk: only the byte order mark and the ``\r`` of line ends are dropped,
    hidden characters become U+FFFD.
    """
    if looks_like_utf16(data):
        return None, [_utf16(path)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error)]
    findings: list[Finding] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        findings.append(
            faults.BYTE_ORDER_MARK.at(
                path,
                FILE_START,
                "The file begins with an invisible byte order mark.",
                "Save it as UTF-8 without BOM.",
            )
        )
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
        findings.append(
            faults.CARRIAGE_RETURN.at(
                path,
                FILE_START,
                "The lines end in CR LF; the project uses LF. Nothing is lost by it.",
                "Set the line ends of your editor to LF (Unix).",
            )
        )
    findings.extend(_hidden(path, text))
    return HIDDEN.sub(REPLACEMENT, text), findings


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Finding:
    place = LineIndex(good := data[: error.start].decode("utf-8")).position(len(good))
    return faults.NOT_UTF8.at(
        path,
        Span(place, Position(place.line, place.column + 1)),
        f"This letter (byte 0x{data[error.start]:02X}) is not saved as UTF-8; the file is in an "
        "older encoding.",
        SAVE_AS_UTF8,
    )


def looks_like_utf16(data: bytes) -> bool:
    """Tell UTF-16 by its mark, or by zeros in a quarter of the bytes."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) * 4 > len(data)


def _utf16(path: str) -> Finding:
    return faults.NOT_UTF8.at(path, FILE_START, "The file is saved as UTF-16.", SAVE_AS_UTF8)


def _hidden(path: str, text: str) -> list[Finding]:
    if not (matches := list(RUN.finditer(text))):
        return []
    index = LineIndex(text)
    return [
        faults.HIDDEN_CHARACTER.at(
            path,
            span := index.span(*match.span()),
            _count_hidden(match.group()),
            "Delete it: retype the words around it instead of pasting them.",
            fix=Fix(True, (Edit(path, span, ""),)) if ZERO_WIDTH.issuperset(match[0]) else None,
        )
        for match in matches
    ]


def _count_hidden(run: str) -> str:
    code = f"U+{ord(run[0]):04X}"
    if len(run) == 1:
        return f"There is an invisible character {code} here."
    return f"There are {len(run)} invisible characters here, {code} first."
