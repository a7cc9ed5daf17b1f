"""The levels of headings do not follow each other.

**What it finds**

A heading two or more levels deeper than the one before it, a text whose first heading is not of
level 2, a heading of level 1 (the page has its title already), and a heading without words.

**Why it matters**

People who hear a page read out use its headings as a table of contents. A level that is missing
looks like a part that they have lost.

**Bad**

```content/index.md
---
title: Money
---
## Transfers

#### Formulas
```

**Good**

```content/index.md
---
title: Money
---
## Transfers

### Formulas
```

**Fix**

Take the level below that of the heading above. To make letters smaller, do not use headings.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY, Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity
from lpsa_build.source.pieces import Section

FAULT = Fault(
    "LPSA427",
    "skipped-heading-level",
    Severity.WARNING,
    "The levels of headings do not follow each other.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each heading whose level does not fit, or that is empty."""
    for text in content.writings(entry):
        level = 1
        for section in text.prose.sections[1:] if text.field == BODY else ():
            fitting = min(max(section.level, 2), level + 1)
            if fault := _fault(section, level):
                yield _finding(text, section, fitting, *fault)
            level = fitting


def _fault(section: Section, above: int) -> tuple[str, str] | None:
    if not section.title:
        return "The heading has no words.", "Write some, or delete the line."
    if section.level == 1:
        return (
            "A heading of level 1 is the title of the page, which it has already.",
            "Begin the headings of the text at level 2: `##`.",
        )
    if section.level > above + 1:
        return (
            f"The heading is of level {section.level}, and the one above it of level {above}.",
            f"Begin it with `{'#' * (above + 1)}`.",
        )
    return None


def _finding(text: Writing, section: Section, level: int, message: str, cure: str) -> Finding:
    signs = _signs(text.text, section.start)
    fix = None
    if signs and section.title and section.level != level:
        place = text.span(section.start - signs, section.start)
        fix = Fix(False, (Edit(text.path, place, "#" * level),))
    words = text.text[section.start : section.title_end]
    start = section.start + len(words) - len(words.lstrip())
    span = text.span(start if words.strip() else section.start - signs, section.title_end)
    return FAULT.at(text.path, span, message, cure, fix=fix)


def _signs(text: str, start: int) -> int:
    """Return the number of ``#`` that a heading begins with, if its line begins with them."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return len(line) if set(line) == {"#"} else 0


RULE = Rule(FAULT, __doc__, check_entry=check_entry)
