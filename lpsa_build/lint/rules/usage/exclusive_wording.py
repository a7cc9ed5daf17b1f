"""A word leaves people out, or reduces them to one trait.

**What it finds**

Words from a short list (`chairman`, `manpower`, `the disabled`, `the elderly`, `illegal
immigrants`), and "he" for anybody who holds an office ("a mayor … he"). Quotations, titles and
names are let pass. English texts only. The list follows the guidelines of the United Nations on
gender-inclusive language and on disability.

**Why it matters**

The site is about government for everybody. Words that speak of men only, or of people as a problem,
say otherwise.

**Bad**

```content/index.md
---
title: Money
---
A chairman needs manpower to reach the disabled.
```

**Good**

```content/index.md
---
title: Money
---
A chair needs staff to reach people with disabilities.
```

**Fix**

Write what the finding proposes, or turn the sentence round. What is the name of an office in a law
stays; quote it.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lpsa_build.language.inflection import with_capital_of
from lpsa_build.language.wording import ANYBODY, EXCLUSIVE, GENERIC_HE
from lpsa_build.lint.content import Content
from lpsa_build.lint.names import part_of_name
from lpsa_build.lint.replacing import replace_words
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.summaries import texts_with_summary
from lpsa_build.lint.talk import is_talk
from lpsa_build.mentions.writing import Writing
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA421",
    "exclusive-wording",
    Severity.ADVICE,
    "A word leaves people out, or reduces them to one trait.",
)
LONGEST_FIRST = tuple(sorted(EXCLUSIVE, key=len, reverse=True))
HE = frozenset({"he", "his", "him", "himself"})
LAST = {words: words.split()[-1] for words in LONGEST_FIRST}
TELLING = {*LAST.values(), *HE}
"""Words without which none of the others can stand in a text."""
BEFORE_NOUN = re.compile(
    r"\s+(?:child|children|men|people|person|persons|poor|women|workers|youth)\b"
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each word that leaves people out."""
    for text in texts_with_summary(content, entry):
        if text.language != "en" or text.words.isdisjoint(TELLING):
            continue
        for match in _exclusive(text):
            start, end = match.span()
            skip = part_of_name(text.text, start, end) or is_talk(text, start)
            if not skip and not _before_noun(text, start, end):
                yield _finding(text, start, end)
        if text.words.isdisjoint(HE) or text.words.isdisjoint(ANYBODY):
            continue
        for match in GENERIC_HE.finditer(text.prose.running):
            yield FAULT.at(
                text.path,
                text.span(*match.span("he")),
                f"“{match['he']}” stands for anybody who holds the office.",
                "Write “they”, or put the sentence into the plural.",
            )


def _exclusive(text: Writing) -> Iterator[re.Match[str]]:
    """Yield the places of the words, sought by a pattern of those alone that the text may hold."""
    if there := tuple(words for words, last in LAST.items() if last in text.words):
        yield from _pattern(there).finditer(text.prose.running)


@lru_cache(maxsize=1 << 8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b(?!-)", re.IGNORECASE)


def _before_noun(text: Writing, start: int, end: int) -> bool:
    """Tell “the disabled people”, where the words are no name for a group."""
    article = text.text[start:end].lower().startswith("the ")
    return article and BEFORE_NOUN.match(text.text, end) is not None


def _finding(text: Writing, start: int, end: int) -> Finding:
    words = " ".join(text.text[start:end].split())
    right = with_capital_of(words, EXCLUSIVE[words.lower()])
    return FAULT.at(
        text.path,
        text.span(start, end),
        f"“{words}” leaves people out, or names them by one trait.",
        f"Write “{right}”.",
        fix=replace_words(text, start, end, right, safe=False),
    )


RULE = Rule(FAULT, __doc__, covers=("I03",), check_entry=check_entry)
