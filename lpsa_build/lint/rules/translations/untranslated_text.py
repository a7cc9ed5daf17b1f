"""A translation is a copy of the original.

**What it finds**

A translated definition, scope note, title, summary or paragraph that says, word for word, what the
original says. Short titles and paragraphs of less than five words are let pass.

**Why it matters**

The page promises the reader another language, and shows the old one.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  fr:
    term: subvention
    definition: Money that a public body gives without asking for it back.
    revision: 1
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  fr:
    term: subvention
    definition: Somme qu'un organisme public verse sans en demander le remboursement.
    revision: 1
---
```

**Fix**

Translate it, or delete it: without a translation the site shows the original and says so.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.lint.content import Content
from lpsa_build.lint.passages import running_blocks
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.translated import Pair, pairs
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA511", "untranslated-text", Severity.WARNING, "A translation is a copy of the original."
)
FEWEST_WORDS = 5


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each paragraph of a translation that is one of the original."""
    for pair in pairs(content):
        for start, end in _copies(pair):
            yield FAULT.at(
                pair.translation.path,
                pair.translation.span(start, end),
                f"This is the original, word for word, in a text in {pair.language}.",
                "Translate it, or delete it.",
            )


def _copies(pair: Pair) -> Iterator[tuple[int, int]]:
    originals = {folded_words(pair.original.text[a:b]) for a, b in running_blocks(pair.original)}
    for start, end in running_blocks(pair.translation):
        words = folded_words(pair.translation.text[start:end])
        if len(words) >= FEWEST_WORDS and words in originals:
            yield start, end


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
