"""The definition begins with the field that it holds in.

**What it finds**

“In public finance, …”, `<fiscal>`, “(law)” and the like at the start of a definition, in any of the
five languages.

**Why it matters**

A definition begins with the wider concept. That a word means something else in another field is
told by `domain` and `qualifier`, where programs see it, too.

**Bad**

```glossary/localization.md
---
term: localization
definition: In humanitarian aid, shift of money and decisions to responders of the country.
domain: governance
status: draft
---
```

**Good**

```glossary/localization.md
---
term: localization
qualifier: aid
definition: Shift of aid money and decisions to responders of the country.
domain: governance
status: draft
---
```

**Fix**

Take the words away. If the label has another sense, add `qualifier`; say when the term applies in
`scope_note`.
"""

# Over 80 lines: a field may be marked in three ways, and what only looks like one is let pass.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.definition_words import PLACEHOLDER
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import FIELD, Definition
from lpsa_build.lint.own_words import find_own_words
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA318", "field-at-start", Severity.WARNING, "The definition begins with its field."
)
LABEL = re.compile(r"\s*(?:<[^<>]{2,30}>|\([^()]{2,30}\)|\[(?!\[)[^\[\]]{2,30}\](?!\())\s*")
SPLIT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?:\s+(?=\S)")
"""A word or two and a colon: “Finance: …”."""


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at a field named at the start of a definition."""
    for definition in content.definitions(entry):
        text = definition.text
        match = LABEL.match(text) or FIELD.match(text) or SPLIT.match(text)
        if match and not definition.points_elsewhere and not _is_no_field(definition, match):
            words = match.group().strip(" ,:،")
            yield FAULT.at(
                entry.path,
                definition.span(match.start(), match.start() + len(match.group().rstrip())),
                f"“{words}” says in which field the definition holds, before it says anything.",
                "Take it away; add `qualifier` if the label has another sense, or a `scope_note`.",
            )


def _is_no_field(definition: Definition, match: re.Match[str]) -> bool:
    """Tell whether they hold the term itself (“In a board, …”, “Board: …”), or are for later."""
    own = find_own_words(definition.plain, definition.own_forms, match.start(), match.end())
    return bool((own and match.re is not LABEL) or PLACEHOLDER.search(match.group()))


RULE = Rule(FAULT, __doc__, covers=("W18",), check_entry=check_entry)
