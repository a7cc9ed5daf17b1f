"""The label begins with an article.

**What it finds**

“The”, “a” or “an” at the start of a label or alias, and the articles of French, Spanish and
Portuguese in translations. Names (“The Hague”) and sayings with a second article (“les ressources
suivent les compétences”) keep theirs. Arabic is not looked at: there the article is often part of
the term.

**Why it matters**

The entry is sorted under the article, and “local council” without it does not link.

**Bad**

```glossary/local-council.md
---
term: the local council
definition: Deliberative body of a local government.
domain: governance
status: draft
---
```

**Good**

```glossary/local-council.md
---
term: local council
definition: Deliberative body of a local government.
domain: governance
status: draft
---
```

**Fix**

Take the article away.
"""

# Over 80 lines: an article within a label, in four languages, is let pass.
from __future__ import annotations

import re
from collections.abc import Iterator

from lpsa_build.language.small_words import ARTICLES
from lpsa_build.lint.content import Content
from lpsa_build.lint.labels import preferred_and_aliases
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding, Severity

PREPOSITION = re.compile(
    r"\b(?:à|avec|com|con|dans|de|em|en|for|from|in|of|on|para|par|por|pour|sur|to|with)\s+$",
    re.IGNORECASE,
)
FAULT = Fault("LPSA131", "article-in-label", Severity.WARNING, "A label begins with an article.")


def check_entry(_: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each label that begins with an article."""
    for label in preferred_and_aliases(entry):
        language = label.language
        article = ARTICLES[language].match(label.text) if language in ARTICLES else None
        rest = label.text[article.end() :] if article else ""
        if article and not rest[:1].isupper() and not _has_article(language, rest):
            yield FAULT.at(
                entry.path,
                label.span,
                f"The label “{label.text}” begins with an article.",
                f"Write “{rest}”.",
            )


def _has_article(language: str, words: str) -> bool:
    """Tell whether an article follows a verb; after a preposition it says nothing."""
    found = re.finditer(rf"(?<![\w’'])(?:{ARTICLES[language].pattern})", words, re.IGNORECASE)
    before = (words[: match.start()] for match in found)
    return any(text.count(" ") >= 2 and not PREPOSITION.search(text) for text in before)


RULE = Rule(FAULT, __doc__, covers=("W11",), check_entry=check_entry)
