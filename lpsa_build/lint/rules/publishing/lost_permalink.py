"""A page that was published has vanished.

**What it finds**

An address in `content/permalinks.yml` at which there is no page any more, and from which no entry's
`redirect_from` leads on.

**Why it matters**

Others link to the page: laws, articles, slides, other sites. A term that is withdrawn keeps its
page and says so; a file that is renamed answers under its old name, too.

**Bad**

```content/permalinks.yml
permalinks:
  glossary/grant/: grant
```

```glossary/transfer.md
---
term: transfer
aliases: [grant]
definition: Flow of money between governments.
domain: fiscal
status: draft
---
```

**Good**

```content/permalinks.yml
permalinks:
  glossary/grant/: grant
```

```glossary/transfer.md
---
term: transfer
aliases: [grant]
definition: Flow of money between governments.
domain: fiscal
status: draft
redirect_from: [grant]
---
```

**Fix**

If the file was renamed, add the old name to `redirect_from` of the new one (`--fix` does so where
the title is the same). If the entry is withdrawn, bring the file back with `status: deprecated` and
`replaced_by` or `reason`. Do not take the address out of the list.
"""

# Over 80 lines: it finds out where the entry has gone.
from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.addresses import kept, pages, title_of
from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.permalinks import Published
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity, Span

FAULT = Fault("LPSA702", "lost-permalink", Severity.ERROR, "A page that was published is gone.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding at each published address that answers no more."""
    published = content.knowledge.published
    if published is None:
        return
    answering = kept(content)
    for address, title in published.titles.items():
        if address in answering:
            continue
        cure = "Bring the file back, or add its name to `redirect_from` of the entry it is now."
        fix = None
        if successor := _successor(content, published, address):
            cure = f"Add `redirect_from: [{_parts(address)[1]}]` to {successor.path}."
            fix = _redirect(successor, _parts(address)[1])
        span = published.tree.key_span_of(("permalinks", address))
        words = f"The page {address} (“{title}”) was published and is gone."
        yield FAULT.at(published.path, span, words, cure, fix=fix)


def _parts(address: str) -> tuple[str, str]:
    """Return folder and id."""
    folder, _, identifier = address.rstrip("/").rpartition("/")
    return folder, identifier


def _successor(content: Content, published: Published, address: str) -> Entry[Record] | None:
    """Return the new page of the same folder that has the title of the old one."""
    for new, entry in content.once(pages).items():
        same = _parts(new)[0] == _parts(address)[0]
        if same and new not in published.titles and title_of(entry) == published.titles[address]:
            return entry
    return None


def _redirect(entry: Entry[Record], old: str) -> Fix | None:
    """Return the fix that adds a line for the old id, if the entry has no such line yet."""
    fields = type(entry.fields).model_fields
    if "redirect_from" not in fields or ("redirect_from",) in entry.tree.spans:
        return None
    end = entry.tree.span_of(()).end
    return Fix(True, (Edit(entry.path, Span(end, end), f"\nredirect_from: [{old}]"),))


RULE = Rule(FAULT, __doc__, covers=("E06",), check_all=check_all)
