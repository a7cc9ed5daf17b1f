"""Two terms have the same definition.

**What it finds**

Two live terms whose definitions are made of the same words, whatever the capitals, articles,
punctuation and spelling (labor, labour), in any language.

**Why it matters**

Two entries for one concept drift apart. If they are two concepts, one of them is not defined: most
often it was copied and not changed.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives to another and does not ask back.
domain: fiscal
status: draft
---
```

```glossary/subsidy.md
---
term: subsidy
definition: Money that a public body gives to another, and does not ask back.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
aliases: [subsidy]
definition: Money that a public body gives to another and does not ask back.
domain: fiscal
status: draft
---
```

**Fix**

If they are one concept, keep one entry: the other label becomes an alias. If not, write down the
difference.
"""
# Over 80 lines: the fault lies between two files.

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA324", "same-definition", Severity.ERROR, "Two terms have the same definition.")
CODE = re.compile(r"`[^`]*`")
"""Blank in the plain text of a definition, but its words tell definitions apart."""


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each of the definitions that are the same."""
    alike: dict[tuple[str, ...], list[Definition]] = {}
    for definition in content.all_definitions():
        words = folded_words(definition.plain[definition.start :])
        if words[:1] in {("a",), ("an",), ("the",)}:
            words = words[1:]
        words += tuple(CODE.findall(definition.text))
        if words and not definition.points_elsewhere:
            alike.setdefault((definition.language, *words), []).append(definition)
    for same in alike.values():
        for definition in same if len(same) > 1 else ():
            other = next(other for other in same if other is not definition)
            yield FAULT.at(
                definition.entry.path,
                definition.span(0, len(definition.text)),
                f"“{other.labels[0]}” is defined in the same words ({other.entry.path}).",
                "Say what tells the two apart, or make one label an alias of the other.",
            )


RULE = Rule(FAULT, __doc__, covers=("E24",), check_all=check_all)
