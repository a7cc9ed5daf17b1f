"""The YAML parser's complaints in plain words, each with a cure."""

from __future__ import annotations

_QUOTE = "Put the value in quotation marks."
_SYNTAX = (
    ("mapping values are not allowed", "There is a second `: ` in this line.", _QUOTE),
    ("unexpected end of stream", "A quotation mark is opened and never closed.", "Close it."),
    (
        "could not find expected ':'",
        "A line without `: ` stands among lines of `key: value`.",
        "Write `key: value`, or indent the line if it belongs to the value above.",
    ),
    (
        "did not find expected key",
        "The line does not fit the lines above it.",
        "Line it up with the key above; put values that begin with a quotation mark, bracket or "
        "hyphen wholly in quotation marks.",
    ),
    (
        "did not find expected '-' indicator",
        "The line does not fit the list above it.",
        "Begin it with `- ` at the same indent, or indent it as the other keys are.",
    ),
    (
        "did not find expected ',' or",
        "A `[` or `{` is opened and not closed.",
        "Close the bracket, and put commas between the values.",
    ),
)


def explain_yaml(problem: str, character: str) -> tuple[str, str]:
    """Return message and cure, in plain words, for a problem as the YAML parser words it."""
    for words, message, cure in _SYNTAX:
        if words in problem:
            return message, cure
    if "cannot start any token" in problem:
        return f"A value may not begin with `{character}`.", _QUOTE
    return f"The YAML cannot be read here ({problem or 'no reason given'}).", _QUOTE
