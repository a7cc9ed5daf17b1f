"""Edits that mend what YAML does not allow, where it is plain what was meant."""

from __future__ import annotations

import re

from lpsa_build.source.finding import Edit, Fix
from lpsa_build.source.text import LineIndex

PLAIN_VALUE = re.compile(
    r"^(?P<before>[ ]*(?:-[ ]+)*(?:[A-Za-z_][\w-]*:[ ]+)?)(?P<value>[^\s\[{\"'|>#-].*?)[ ]*$"
)
"""A line that holds a value which is not quoted, after its key or hyphen."""


def quote_value(path: str, text: str, index: LineIndex, offset: int) -> Fix | None:
    """Return the fix that puts the value in the line around ``offset`` in quotation marks.

    None where the value goes on in the next line or has a comment behind it: then one must look.
    """
    start = text.rfind("\n", 0, offset) + 1
    line, _, rest = text[start:].partition("\n")
    match = PLAIN_VALUE.match(line)
    if match is None or " #" in line or _goes_on(rest, len(line) - len(line.lstrip())):
        return None
    first, last = match.span("value")
    edit = Edit(path, index.span(start + first, start + last), quoted(match["value"]))
    return Fix(safe=True, edits=(edit,))


def quoted(value: str) -> str:
    """Return a text as a YAML scalar in quotation marks."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _goes_on(rest: str, indent: int) -> bool:
    """Tell whether the next line is indented more deeply, and so belongs to the value."""
    line = rest.partition("\n")[0]
    return bool(line.strip()) and len(line) - len(line.lstrip()) > indent
