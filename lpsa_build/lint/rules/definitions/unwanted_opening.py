"""The definition does not begin with the kind of thing that the term is.

**What it finds**

A definition that begins with an article (“A grant …”), with the term itself (“Devolution is …”),
with a verb that introduces it (“Is …”, “Refers to …”, “Describes …”), with a word about the word
(“A term for …”), with “see …” or with “when”, “where” or “how”. In French, Spanish and Portuguese,
articles and “est”, “es”, “é” are found, too; in Arabic “هو”, “يشير إلى” and the like.

**Why it matters**

All definitions of the glossary follow one pattern, so that readers compare them at a glance and a
machine can put each in place of its term.

**Bad**

```glossary/mayor.md
---
term: mayor
definition: The political head of a local government.
domain: governance
status: draft
---
```

**Good**

```glossary/mayor.md
---
term: mayor
definition: Political head of a local government.
domain: governance
status: draft
---
```

**Fix**

Take the words away and begin with the next word, with a capital. `lpsa check --fix` does so for
articles.
"""
# Over 80 lines: it knows four languages, and has a fix.

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.language.definition_words import NEEDS_ARTICLE, OPENING
from lpsa_build.language.small_words import ARTICLES
from lpsa_build.lint.content import Content
from lpsa_build.lint.defining import FIELD, REDIRECTION, Definition
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity

FAULT = Fault(
    "LPSA304",
    "unwanted-opening",
    Severity.WARNING,
    "The definition does not begin with the wider concept.",
)


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at the first words of a definition that breaks the pattern."""
    for definition in content.definitions(entry):
        if definition.language not in OPENING:
            continue
        if words := _opening(definition):
            begin = len(definition.plain) - len(definition.plain.lstrip())
            yield FAULT.at(
                entry.path,
                definition.span(begin, begin + len(words)),
                f"The definition begins with “{words}”.",
                "Make the label an alias of the other entry."
                if definition.points_elsewhere
                else "Begin with the wider concept itself, without an article: “Transfer that …”.",
                fix=_without_article(definition, begin, words),
            )


def _opening(definition: Definition) -> str:
    """Return the unwanted words at the start, the longest that are."""
    text = definition.plain
    begin = len(text) - len(text.lstrip())
    if definition.names_itself and not FIELD.match(text, begin):
        return text[begin : definition.start].strip()
    if definition.subject and not FIELD.match(text, begin):
        return text[begin : definition.subject.end].strip()
    for pattern in (REDIRECTION, OPENING[definition.language], ARTICLES.get(definition.language)):
        if pattern and (match := pattern.match(text, begin, definition.end)):
            return match.group().strip()
    return ""


def _without_article(definition: Definition, begin: int, words: str) -> Fix | None:
    """Return the fix for an article; None where the next word cannot simply follow."""
    articles = ARTICLES.get(definition.language)
    article = articles and articles.match(definition.text, begin)
    if not article or article.group().strip() != words:
        return None
    at = article.end()
    after = definition.text[at : at + 1]
    if (
        not after.isalpha()
        or NEEDS_ARTICLE.match(definition.text, at)
        or not definition.text[at:][1:2].isalpha()
    ):
        return None
    span = definition.span(begin, at + 1)
    if span.start.line != span.end.line:
        return None
    return Fix(True, (Edit(definition.entry.path, span, after.upper()),))


RULE = Rule(FAULT, __doc__, covers=("W04",), check_entry=check_entry)
