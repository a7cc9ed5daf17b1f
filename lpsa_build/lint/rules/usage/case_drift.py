"""A term has other capitals than its label in the middle of a sentence.

**What it finds**

Inside a sentence, a term with capitals that its label does not have (`the Fiscal Decentralization
of …`), and a proper noun without them (`the grand bargain`). A label with capitals counts as a
proper noun. At the beginning of a sentence, in names (`Municipality of Maputo`) and in titles
capitals are let pass; so is a single word that may stand for one certain body (`the Council`).

**Why it matters**

A capital says that a name is meant. A term that wears it on some pages only looks like another
thing there.

**Bad**

```glossary/fiscal-decentralization.md
---
term: fiscal decentralization
definition: Transfer of powers over money to lower levels.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
The reform was about Fiscal Decentralization and little else.
```

**Good**

```glossary/fiscal-decentralization.md
---
term: fiscal decentralization
definition: Transfer of powers over money to lower levels.
domain: fiscal
status: draft
---
```

```content/index.md
---
title: Money
---
The reform was about fiscal decentralization and little else.
The Fiscal Decentralization Act came later.
```

**Fix**

Write the term as the label has it; `lpsa check --fix` does so. If the term is a name everywhere,
give its label capitals.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.lint.avoided import avoided_label
from lpsa_build.lint.content import Content
from lpsa_build.lint.names import opens_sentence, part_of_name
from lpsa_build.lint.replacing import replace_words
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.small_names import small_names
from lpsa_build.lint.summaries import mentions_with_summary
from lpsa_build.mentions.forms import acronyms
from lpsa_build.mentions.policy import Mention
from lpsa_build.mentions.writing import Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA408", "case-drift", Severity.WARNING, "A term has other capitals than its label."
)
WORD = re.compile(r"[^\W\d_]+")
SMALL = re.compile(r"(?:and|de|del|des|do|du|et|for|in|of|on|or|the|to|y)$", re.IGNORECASE)
ABSTRACT = re.compile(r"(?:tion|sion|ism|ance|ence|acy|ness|ship|(?<!municipal)ity)$")
"""Endings of words that name no body: a capital on one of them alone is no name."""


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each mention whose capitals are not those of its label."""
    for mention in mentions_with_summary(content, entry):
        if mention.marked or not mention.term or acronyms(mention.form):
            continue
        if avoided_label(content, mention):
            continue  # the label itself has to go
        right, words = _right(mention), " ".join(mention.text.split())
        if not right or right == words or not _drifts(mention, content.once(_as_headings)):
            continue
        yield _finding(mention.writing, mention.start, mention.end, right)
    for text in content.writings(entry):
        for start, end, label in small_names(content, text):
            yield _finding(text, start, end, label)


def _finding(text: Writing, start: int, end: int, right: str) -> Finding:
    return FAULT.at(
        text.path,
        text.span(start, end),
        f"“{' '.join(text.text[start:end].split())}” is written “{right}” in the glossary.",
        f"Write “{right}”, or give the label capitals if it is a name.",
        fix=replace_words(text, start, end, right),
    )


def _as_headings(content: Content) -> bool:
    """Tell whether the glossary writes most labels with a capital, names or not."""
    labels = [entry.fields.term for entry in content.knowledge.terms.values()]
    return sum(label[:1].isupper() for label in labels) > len(labels) / 2 > 1


def _drifts(mention: Mention, as_headings: bool) -> bool:
    """Tell whether the capitals are neither those of a sentence nor those of a larger name.

    Where labels are written as headings are, a small letter in the text says nothing: it is then
    the label that has the fault (LPSA132). Nor is a single word in small letters a name (make).
    """
    text, start, end = mention.writing.text, mention.start, mention.end
    words = WORD.findall(text[start:end])
    capitals = [w[0].isupper() for n, w in enumerate(words) if n == 0 or not SMALL.match(w)]
    if mention.form.islower():
        one_word = len(capitals) == 1
        if one_word and not ABSTRACT.search(text[start:end].lower()):
            return False
        begins = opens_sentence(text, start) and (one_word or not all(capitals))
        return any(capitals) and not begins and not part_of_name(text, start, end)
    common_word = len(capitals) == 1 and text[start:end].islower()
    return not as_headings and not common_word and not all(capitals)


def _right(mention: Mention) -> str:
    """Return the words of a mention with the capitals of its form; empty if they cannot be set."""
    words, form = WORD.findall(mention.text), WORD.findall(mention.form)
    if len(words) != len(form):
        return ""
    cased = iter(map(_cased, words, form))
    return WORD.sub(lambda _: next(cased), " ".join(mention.text.split()))


def _cased(word: str, form: str) -> str:
    first = word[0].upper() if form[0].isupper() else word[0].lower()
    return first + (word[1:].lower() if form[1:].islower() else word[1:])


RULE = Rule(FAULT, __doc__, covers=("W22",), check_entry=check_entry)
