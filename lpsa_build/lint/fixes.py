"""Edits that mend findings, applied to the bytes of files."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from lpsa_build.source.finding import Edit, Finding, Fix, Position

BOM = "\ufeff"


def choose_fixes(findings: Iterable[Finding], *, unsafe: bool) -> list[Fix]:
    """Return the fixes to apply in one round: those allowed, in order of place, none overlapping.

    A fix is applied as a whole or not at all; one that meets an earlier one waits for the next
    round.
    """
    chosen: list[Fix] = []
    taken: list[Edit] = []
    for finding in sorted(findings, key=lambda finding: finding.sort_key):
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe) or fix in chosen:
            continue
        if not any(_meet(edit, other) for edit in fix.edits for other in taken):
            chosen.append(fix)
            taken.extend(fix.edits)
    return chosen


def _meet(one: Edit, other: Edit) -> bool:
    if one.path != other.path:
        return False
    return one.span.start <= other.span.end and other.span.start <= one.span.end


def apply_fixes(fixes: Iterable[Fix], files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files that the fixes change, as they are afterwards: path → bytes.

    Places count code points of the file on disk; a byte order mark and the kind of line ends stay.
    """
    edits = sorted(
        (edit for fix in fixes for edit in fix.edits if edit.path in files),
        key=lambda edit: (edit.path, edit.span),
    )
    return {
        path: _edited(files[path], list(group))
        for path, group in groupby(edits, key=attrgetter("path"))
    }


def _edited(data: bytes, edits: list[Edit]) -> bytes:
    text = data.decode("utf-8")
    mark = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM)
    line_end = "\r\n" if "\r\n" in text else "\n"
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    pieces, at = [], 0
    for edit in edits:
        start, end = (_offset(starts, place) for place in (edit.span.start, edit.span.end))
        pieces += [text[at:start], edit.text.replace("\n", line_end)]
        at = end
    return (mark + "".join([*pieces, text[at:]])).encode("utf-8")


def _offset(starts: list[int], place: Position) -> int:
    return starts[place.line - 1] + place.column - 1
