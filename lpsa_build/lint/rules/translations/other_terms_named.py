"""A translation names other terms than its original.

**What it finds**

A translated definition, scope note or text that lacks a term that the original names (and that has
a label in that language), or names one that the original does not.

**Why it matters**

A translation that leaves out a term, or puts in another one, often says something else. It also
links to other entries than the original.

**Bad**

```glossary/tax.md
---
term: tax
definition: Payment that the law demands.
domain: fiscal
status: draft
translations:
  fr: {term: impôt, revision: 1}
---
```

```glossary/grant.md
---
term: grant
definition: Money that is no tax.
domain: fiscal
status: draft
translations:
  fr: {term: subvention, definition: Somme versée par un autre niveau., revision: 1}
---
```

**Good**

```glossary/tax.md
---
term: tax
definition: Payment that the law demands.
domain: fiscal
status: draft
translations:
  fr: {term: impôt, revision: 1}
---
```

```glossary/grant.md
---
term: grant
definition: Money that is no tax.
domain: fiscal
status: draft
translations:
  fr: {term: subvention, definition: Somme qui n'est pas un impôt., revision: 1}
---
```

**Fix**

Use the label that the glossary has for the term in that language. If the language has another word
for it in this place, list the word under `aliases` or `variants` of the translation.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.translated import Pair, pairs, terms_in
from lpsa_build.source.finding import Fault, Finding, Severity

# Advice: two languages rarely name the same terms word for word.
FAULT = Fault(
    "LPSA505",
    "other-terms-named",
    Severity.ADVICE,
    "A translation names other terms than its original.",
)


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each translated text that names other terms than the original."""
    for pair in pairs(content):
        original = terms_in(content, pair.original)
        translation = terms_in(content, pair.translation)
        missing = _labels(content, pair, original - translation)
        extra = _labels(content, pair, translation - original)
        told = [f"does not name {', '.join(missing)}"] if missing else []
        told += [f"names {', '.join(extra)}, which the original does not"] if extra else []
        if told:
            text = pair.translation
            yield FAULT.at(
                text.path,
                text.span(0, len(text.text)),
                f"The translation {' and '.join(told)}.",
                "Use the label that the glossary has for the term in this language.",
            )


def _labels(content: Content, pair: Pair, terms: frozenset[str]) -> list[str]:
    """Return the labels of those terms that are marked, or have one in the language.

    The term itself is left out.
    """
    known = content.knowledge.terms
    marked = {
        mark.target for text in (pair.original, pair.translation) for mark in text.prose.marks
    }
    named = []
    for term in sorted(terms & known.keys() - {pair.id}):
        translation = known[term].fields.translations.get(pair.language)
        if translation or term in marked:
            named.append(f"“{(translation or known[term].fields).term}”")
    return named


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
