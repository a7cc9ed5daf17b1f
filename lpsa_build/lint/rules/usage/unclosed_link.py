"""A link or mark is begun and not closed.

**What it finds**

`[[devolution` without `]]`, `[@oecd-2019` without `]`, `[the report](https://…` without a closing
bracket right after the address, and `[the report(https://…)` without one after the words.

**Why it matters**

There is no link then: readers see brackets and an address in the middle of a sentence.

**Bad**

```content/index.md
---
title: Money
---
Much depends on [the council](https://example.org/council and on its mayor.
```

**Good**

```content/index.md
---
title: Money
---
Much depends on [the council](https://example.org/council) and on its mayor.
```

**Fix**

Close it where the words or the address end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.writing import BODY
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity
from lpsa_build.source.pieces import BLANK

FAULT = Fault("LPSA429", "unclosed-link", Severity.WARNING, "A link is begun and not closed.")
OPEN = re.compile(
    r"(?<![\\\[])\[\[(?P<mark>[^\W_][\w-]*)(?![^\[\]]*\][\]\[(])|"
    r"(?<![\\\[])\[@(?P<cited>[^\W_][\w.:-]*)(?![^\[\]]*\])|"
    r"(?<![\\\[\]])\[(?P<said>[^\W_][^\[\]()\n]*)\(https?://[^\s()]+\)"
    r"(?![^\[\]\n]*\])|"
    r"\[(?P<words>[^\[\]\n]*[^\W_][^\[\]\n]*)\]\((?:https?://|\.\.?/|#|[\w-]+\.md)(?!\S*\)|\S*\s+[\"'])"
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each link or mark in running text that is not closed."""
    for text in content.writings(entry):
        for match in OPEN.finditer(text.text) if text.field == BODY else ():
            said = match.lastgroup or ""
            if text.prose.running[match.start(said)] != BLANK:  # not in code
                yield FAULT.at(
                    text.path,
                    text.span(match.start(), match.end(said)),
                    f"What begins with “{match.group()[:30]}” is not closed.",
                    "Write ]] after a name, ] after words or a source, ) after an address.",
                )


RULE = Rule(FAULT, __doc__, covers=("E20", "W27"), check_entry=check_entry)
