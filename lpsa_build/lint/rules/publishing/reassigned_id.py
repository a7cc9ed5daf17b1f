"""The id of a term now stands for something else, or the old label is lost.

**What it finds**

A term at a published address (`content/permalinks.yml`) that has none of the labels under which it
was published: not as `term`, and not under `aliases`, `variants` or `avoid`.

**Why it matters**

An id is never used for another concept: whoever linked to “grant” would land on “loan”. And if the
concept is the same under a new name, texts that use the old one must still find it.

**Bad**

```content/permalinks.yml
permalinks:
  glossary/grant/: grant
```

```glossary/grant.md
---
term: loan
definition: Money that has to be paid back.
domain: fiscal
status: draft
---
```

**Good**

```content/permalinks.yml
permalinks:
  glossary/grant/: grant
```

```glossary/grant.md
---
term: unconditional transfer
avoid: [grant]
definition: Money that is given without a purpose.
domain: fiscal
status: draft
---
```

**Fix**

If it is the same concept, list the old label under `aliases` or `avoid`. If it is another concept,
give it a file of its own and bring the old entry back.
"""

# Over 80 lines: the example needs the list of addresses and a term.
from __future__ import annotations

from collections.abc import Iterable, Iterator

from lpsa_build.language.folding import folded_words
from lpsa_build.lint.addresses import pages
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.mentions.forms import Form, forms_of
from lpsa_build.model.addresses import Kind
from lpsa_build.source.finding import Fault, Finding, Severity

FAULT = Fault("LPSA704", "reassigned-id", Severity.ERROR, "A published label of a term is gone.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each term that has lost the label it was published with."""
    published, own = content.knowledge.published, content.settings.language
    for address, entry in content.once(pages).items() if published else ():
        title = published.titles.get(address) if published else None
        if title is None or entry.kind is not Kind.TERM:
            continue
        term = content.knowledge.terms[entry.id].fields
        if term.term != title and not _known(title, forms_of(entry.id, term, own)):
            yield FAULT.at(
                entry.path,
                entry.tree.span_of(("term",)),
                f"This page was published as “{title}”; the entry knows that label no more.",
                f"List “{title}” under `aliases` or `avoid`, or give this concept its own file.",
            )


def _known(title: str, forms: Iterable[Form]) -> bool:
    return folded_words(title) in {folded_words(form.text) for form in forms}


RULE = Rule(FAULT, __doc__, covers=("E06",), check_all=check_all)
