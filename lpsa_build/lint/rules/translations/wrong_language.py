"""A text is written in another language than its field or file says.

**What it finds**

A definition, scope note, summary or paragraph in Latin letters whose small words (the, des, los,
uma) are those of another of the site's languages. It takes several of them, and hardly one of the
right language.

**Why it matters**

Readers see a language that they did not ask for, and screen readers pronounce it wrongly. Often two
translations were exchanged.

**Bad**

```glossary/grant.md
---
term: grant
definition: Money that a public body gives without asking for it back.
domain: fiscal
status: draft
translations:
  pt:
    term: subvenção
    definition: Suma que una entidad pública entrega sin pedir la devolución, sin una condición.
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
  pt:
    term: subvenção
    definition: Soma que uma entidade pública entrega sem pedir a devolução, sem uma condição.
    revision: 1
---
```

**Fix**

Put the text into the field or file of its language. Quote what is meant to stay in another
language.
"""

# Over 80 lines: the manual shows whole files, before and after.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.guess import SPOKEN, foreign_word, guess_language
from lpsa_build.lint.content import Content
from lpsa_build.lint.passages import running_blocks
from lpsa_build.lint.rule import Rule
from lpsa_build.lint.translated import translated_texts
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA512", "wrong-language", Severity.WARNING, "A text is in another language.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each paragraph that is written in another language than it should be."""
    for text in translated_texts(content):
        if text.language not in SPOKEN:
            continue
        for start, end in running_blocks(text):
            guess = guess_language(text.prose.running[start:end])
            if guess and guess != text.language:
                yield FAULT.at(
                    text.path,
                    text.span(start, end),
                    f"This looks like {guess}, and should be {text.language}.",
                    "Put it where its language belongs, or translate it.",
                )
    yield from _labels(content)


def _labels(content: Content) -> Iterator[Finding]:
    """Yield a finding at each label with a letter that its language does not have."""
    for term in content.knowledge.terms.values():
        for language, translation in term.fields.translations.items():
            if word := foreign_word(translation.term, language):
                yield FAULT.at(
                    term.path,
                    term.tree.span_of(("translations", language, "term")),
                    f"“{word}” has a letter that {language} does not have.",
                    "Put the label where its language belongs, or correct the word.",
                )


RULE = Rule(FAULT, __doc__, covers=("W43",), check_all=check_all)
