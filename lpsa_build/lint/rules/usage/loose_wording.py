"""A text shouts, contracts or exaggerates.

**What it finds**

- An exclamation mark at the end of a sentence.
- A contraction (`don't`, `it's`).
- A word that praises where a fact would persuade (`cutting-edge`, `game-changing`), or that tells
  the reader what to find plain (`obviously`).

Quotations are let pass, and definitions have a rule of their own (LPSA332). English texts only.

**Why it matters**

The site is read by people of many languages, often through a machine translation, and cited in
reports. Plain words survive both. Praise makes readers doubt the facts beside it.

**Bad**

```content/index.md
---
title: Money
---
Transfers don't reach the villages, a game-changing reform!
```

**Good**

```content/index.md
---
title: Money
---
Transfers do not reach the villages.
One mayor said: "It's a game-changing reform!"
```

**Fix**

Write the words out, end the sentence with a full stop, and say what has changed instead of praising
it. `lpsa check --fix` writes out contractions and takes exclamation marks away.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.wording import BELITTLING, CONTRACTIONS, EXAGGERATIONS, OPEN_CONTRACTIONS
from lpsa_build.lint.content import Content
from lpsa_build.lint.names import part_of_name
from lpsa_build.lint.replacing import replace_words
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.summaries import texts_with_summary
from lpsa_build.lint.talk import TALK
from lpsa_build.mentions.writing import Writing
from lpsa_build.model.addresses import Kind
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Fix, Severity

FAULT = Fault(
    "LPSA420", "loose-wording", Severity.ADVICE, "A text shouts, contracts or exaggerates."
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|(?<=\w)!(?=[\s\0]|$)")
MARKS = re.compile(r"[!'’]")
EMPTY = EXAGGERATIONS | BELITTLING


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each word that a careful editor would change."""
    for text in texts_with_summary(content, entry) if entry.kind is not Kind.ASSESSMENT else ():
        if text.language != "en" or text.field[-1] in TALK or text.field == ("definition",):
            continue
        if MARKS.search(text.prose.running) is None and text.words.isdisjoint(EMPTY):
            continue
        for match in WORD.finditer(text.prose.running):
            judged = _judge(text, *match.span())
            if judged and not part_of_name(text.text, *match.span()):
                message, cure, fix = judged
                yield FAULT.at(text.path, text.span(*match.span()), message, cure, fix=fix)


def _judge(text: Writing, start: int, end: int) -> tuple[str, str, Fix | None] | None:
    """Return message, cure and fix for one word; None if it is a good one."""
    words = text.text[start:end]
    word = words.lower().replace("’", "'")
    if word == "!":
        return (
            "The sentence shouts.",
            "End it with a full stop.",
            replace_words(text, start, end, "."),
        )
    if right := CONTRACTIONS.get(word):
        right = right[:1].upper() + right[1:] if words[0].isupper() else right
        return (
            f"“{words}” is a contraction.",
            f"Write “{right}”.",
            replace_words(text, start, end, right),
        )
    if word in OPEN_CONTRACTIONS:
        return f"“{words}” is a contraction.", "Write the words out.", None
    if word in EXAGGERATIONS:
        return f"“{words}” praises.", "Say what has changed, and by how much.", None
    if word in BELITTLING:
        return f"“{words}” says nothing.", "Leave it out.", None
    return None


RULE = Rule(FAULT, __doc__, covers=("I02",), check_entry=check_entry)
