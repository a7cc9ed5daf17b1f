"""The definition is not written yet.

**What it finds**

“TO DO”, “to be defined”, “TBD”, “…”, “lorem ipsum”, “n/a” and the like instead of a definition,
or the label again and nothing more.

**Why it matters**

The entry is published, its card opens, and there is nothing on it.

**Bad**

```glossary/grant.md
---
term: grant
definition: To be defined.
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

Write one sentence, however rough, or keep the entry out of the glossary until there is one.
"""
# Over 80 lines: a label said again is found beside the words.

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.definition_words import ONLY_PLACEHOLDER, PLACEHOLDER
from lpsa_build.language.folding import WORD
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import Definition
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA323", "placeholder-definition", Severity.ERROR, "The definition is not written yet."
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each definition that holds the place of one."""
    for definition in content.definitions(entry):
        if bad := _placeholder(definition):
            yield FAULT.at(
                entry.path,
                definition.span(*bad),
                f"“{definition.text[slice(*bad)].strip()}” stands where a definition should be.",
                "Write what kind of thing it is, and what sets it apart.",
            )


def _placeholder(definition: Definition) -> tuple[int, int] | None:
    """Return the offsets of what is no definition, or None."""
    text = definition.text
    if mark := PLACEHOLDER.search(text):
        return mark.span()
    own = definition.own_words
    if not WORD.search(text) or ONLY_PLACEHOLDER.fullmatch(text):
        return 0, len(text)
    rest = text[: own[0].start] + text[own[0].end :] if len(own) == 1 else text
    only_label = not WORD.search(re.sub(r"\b(?:an?|the)\b", "", rest, flags=re.IGNORECASE))
    return (own[0].start, own[0].end) if only_label else None


RULE = Rule(FAULT, __doc__, covers=("E23", "W42"), check_entry=check_entry)
