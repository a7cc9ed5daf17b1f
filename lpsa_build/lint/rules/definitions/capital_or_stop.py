"""The definition does not begin with a capital or does not end with a full stop.

**What it finds**

A definition, in any language, whose first letter is a small one (where the script has two kinds),
or that does not end with a full stop.

**Why it matters**

Definitions stand side by side in lists and on cards. One that is written otherwise looks broken.

**Bad**

```glossary/grant.md
---
term: grant
definition: money that a public body gives to another without asking it back
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to another without asking it back.
domain: fiscal
status: draft
---
```

**Fix**

`lpsa check --fix` writes the capital and the full stop.
"""
# Over 80 lines: two faults of one kind, each with its fix.

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity

FAULT = Fault(
    "LPSA331",
    "capital-or-stop",
    Severity.ADVICE,
    "A definition begins with a capital and ends with a full stop.",
)
SMALL = re.compile(r"[\"“«(*_]*(?P<letter>[^\W\d_])(?P<rest>[^\W\d_]*)")
STOP = re.compile(r"\.[\"”»)*_]*$|[^\W_]\.\]\)?$")
WRONG_END = re.compile(r"\s*(?:[,;:،؛]|\.\.\.|…|[!?؟])?$")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at a small first letter, and at an end without a full stop."""
    for definition in content.definitions(entry):
        yield from _capital(definition)
        if not STOP.search(definition.text) or definition.text.endswith("..."):
            yield _stop(definition)


def _capital(definition: Definition) -> Iterator[Finding]:
    first = SMALL.match(definition.text)
    if first and first["letter"].islower() and first["rest"] == first["rest"].lower():
        yield _finding(
            definition,
            first.span("letter"),
            first["letter"].upper(),
            "The definition begins with a small letter.",
        )


def _stop(definition: Definition) -> Finding:
    text = definition.text
    end = WRONG_END.search(text)
    if end and end.group():
        return _finding(definition, end.span(), ".", "The definition ends without a full stop.")
    last = (len(text) - 1, len(text))
    return _finding(definition, last, f"{text[-1]}.", "The definition ends without a full stop.")


def _finding(definition: Definition, place: tuple[int, int], text: str, message: str) -> Finding:
    span = definition.span(*place)
    fix = Fix(True, (Edit(definition.entry.path, span, text),))
    safe = definition.text[slice(*place)][:1] not in "\"'\\"
    cure = f"Write “{text}” instead of “{definition.text[slice(*place)]}”."
    return FAULT.at(definition.entry.path, span, message, cure, fix=fix if safe else None)


RULE = Rule(FAULT, __doc__, covers=("I01",), check_entry=check_entry)
