"""Two concepts of one domain have the same word in a language.

**What it finds**

A preferred label in another language that two live terms share, if they are of one domain or set
against each other under `contrast`.

**Why it matters**

The original keeps the two concepts apart; readers of the translation cannot. The word links to
neither of them.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  fr: {term: transfert, revision: 1}
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money between governments.
domain: fiscal
status: draft
translations:
  fr: {term: transfert, revision: 1}
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
  fr: {term: subvention, revision: 1}
---
```

```glossary/transfer.md
---
term: transfer
definition: Flow of money between governments.
domain: fiscal
status: draft
translations:
  fr: {term: transfert, revision: 1}
---
```

**Fix**

Find the word that the language has for one of the two, or add what tells them apart (`transfert
conditionnel`).
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.term import Term
from lpsa_build.model.values import Status
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault(
    "LPSA507",
    "shared-translation",
    Severity.WARNING,
    "Two concepts of one domain have the same word in a language.",
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each translated label that a term of the same field has, too."""
    found: dict[tuple[str, tuple[str, ...]], list[Entry[Term]]] = {}
    for term in content.knowledge.terms.values():
        if term.fields.status is not Status.DEPRECATED:
            for language, translation in term.fields.translations.items():
                words = folded_words(translation.term)
                found.setdefault((language, words), []).append(term)
    for (language, _), terms in found.items():
        for term in terms if len(terms) > 1 else ():
            if others := [f"“{o.fields.term}”" for o in terms if _clash(content, term, o)]:
                yield FAULT.at(
                    term.path,
                    term.tree.span_of(("translations", language, "term")),
                    f"{', '.join(others)} has the same label in this language ({language}).",
                    "Give one of them the word that tells it apart.",
                )


def _clash(content: Content, term: Entry[Term], other: Entry[Term]) -> bool:
    """Tell whether two terms are of one domain, or set against each other."""
    one_domain = term.fields.domain == other.fields.domain
    contrast = content.knowledge.contrast.get(term.id, ())
    return term is not other and (one_domain or other.id in contrast)


RULE = Rule(FAULT, __doc__, covers=("W43", "E13"), check_all=check_all)
