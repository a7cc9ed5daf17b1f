"""The text of a term is translated, and its label is not.

**What it finds**

A file such as `glossary/grant.fr.md` whose term has no `fr` under `translations`. (A file whose
term does not exist at all is a `dangling-reference`.)

**Why it matters**

Without a label in that language the term has no title there, is not found by a search, and links
from no text.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
---
```

```glossary/grant.fr.md
Une subvention est versée chaque année.
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  fr: {term: subvention, revision: 1}
---
```

```glossary/grant.fr.md
Une subvention est versée chaque année.
```

**Fix**

Add the label under `translations` in the file of the term, or delete the translated text.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import FILE_START, Fault, Finding, Severity

FAULT = Fault(
    "LPSA504",
    "translation-without-label",
    Severity.WARNING,
    "A text is translated whose term has no label in that language.",
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each translated text of a term without a label in its language."""
    terms = content.knowledge.terms
    for (name, language), translation in content.knowledge.term_translations.items():
        if name in terms and language not in terms[name].fields.translations:
            yield FAULT.at(
                translation.path,
                FILE_START,
                f"{terms[name].path} has no label in this language ({language}).",
                f"Add `{language}: {{term: …, revision: …}}` under `translations` there.",
            )


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
