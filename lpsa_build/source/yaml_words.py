"""The YAML parser's complaints in plain words, each with a cure."""

from __future__ import annotations

import yaml

from lpsa_build.source import faults
from lpsa_build.source.finding import Fault

MAX_DEPTH = 20
IMPLICIT_TAGS = frozenset({None, "!"})

QUOTE = "Put the value in quotation marks."
_SYNTAX = (
    ("mapping values are not allowed", "There is a second `: ` in this line.", QUOTE),
    ("unexpected end of stream", "A quotation mark is opened here and never closed.", "Close it."),
    (
        "could not find expected ':'",
        "A line without `: ` stands among lines of `key: value`.",
        "Write `key: value`, or indent the line if it belongs to the value above.",
    ),
    (
        "did not find expected key",
        "The line does not fit the lines above it.",
        "Line it up with the key above, or indent it by two spaces if it belongs to that key.",
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
    (
        "found unknown escape character",
        "A backslash between double quotation marks begins an escape that YAML does not know.",
        "Use single quotation marks, or write the backslash twice.",
    ),
    (
        "expected alphabetic or numeric character",
        "A value may not begin with `*` or `&`.",
        QUOTE,
    ),
)
_GOES_ON = (
    "The value goes on after its closing quotation mark or bracket.",
    "Put the whole value in quotation marks, of the other kind if it holds some.",
)
_AT_CONTEXT = ("end of stream", "could not find expected ':'", "alphabetic or numeric")


def began_earlier(problem: str) -> bool:
    """Tell whether the fault is where the parser began to read, not where it gave up."""
    return any(words in problem for words in _AT_CONTEXT)


def explain_yaml(problem: str, before: str, character: str) -> tuple[str, str]:
    """Return message and cure, in plain words, for a problem as the YAML parser words it.

    ``before`` is what stands before it in its line, ``character`` what stands there.
    """
    if "did not find expected key" in problem and before.strip(" -"):
        return _GOES_ON
    for words, message, cure in _SYNTAX:
        if words in problem:
            return message, cure
    if "cannot start any token" in problem:
        return f"A value may not begin with the character “{character}”.", QUOTE
    return f"The YAML cannot be read here ({problem or 'no reason given'}).", QUOTE


def refusal(event: yaml.Event, depth: int) -> tuple[Fault, str, str] | None:
    """Return the fault, message and cure for what YAML allows and we do not, else None.

    Aliases can grow without bounds, tags can call code, and depth can exhaust the stack.
    """
    if depth > MAX_DEPTH:
        return (
            faults.TOO_DEEP,
            f"Lists and keys are nested more than {MAX_DEPTH} levels deep here.",
            "Look for a bracket that is not closed, or write it with fewer levels.",
        )
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return (
            faults.YAML_ALIAS,
            "In YAML, `&` and `*` at the beginning of a value name it for use elsewhere, "
            "which is not done here.",
            "Put quotation marks around the value, or write it out.",
        )
    tag = getattr(event, "tag", None)
    if tag in IMPLICIT_TAGS:
        return None
    shown = str(tag).replace("tag:yaml.org,2002:", "!!")
    return (
        faults.YAML_TAG,
        f"In YAML, `!` begins the name of a type ({shown}), which is not used here.",
        "Put quotation marks around the value.",
    )
