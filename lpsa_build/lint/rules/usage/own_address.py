"""A page of this site is linked by its address on the web.

**What it finds**

A link to an address below `site_url` of `mkdocs.yml` that is that of a page, or would be.

**Why it matters**

It leads out of previews and of the copy that people read offline, and may break unnoticed.

**Bad**

```content/index.md
---
title: Money
---
See [the list of terms](https://example.org/glossary/).
```

**Good**

```content/index.md
---
title: Money
---
See [the list of terms](../glossary/index.md).
```

**Fix**

Write the way from this file to the file of the page; `lpsa check --fix` does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from os.path import relpath
from posixpath import dirname

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.model.addresses import FOLDERS, address_of
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Edit, Fault, Finding, Fix, Severity

FAULT = Fault("LPSA434", "own-address", Severity.WARNING, "A link names a page by its web address.")


def check_entry(content: Content, entry: Entry[Record]) -> Iterator[Finding]:
    """Yield a finding at each address that is that of a page of the site."""
    site = content.knowledge.settings.site_url.rstrip("/") + "/"
    for text in content.writings(entry) if site != "/" else ():
        for link in text.prose.destinations:
            page, sign, anchor = link.address.removeprefix(site).partition("#")
            file = content.once(_files).get(f"{page.rstrip('/')}/".lstrip("/"))
            if not link.address.startswith(site) or (not file and not _is_ours(page)):
                continue
            way = relpath(file, dirname(text.path) or ".") + sign + anchor if file else ""
            span = text.span(link.start, link.end)
            yield FAULT.at(
                text.path,
                span,
                "This is a page of this site." if way else f"This site has no page “{page}”.",
                f"Write {way or 'the way to the file of the page'}.",
                fix=Fix(True, (Edit(text.path, span, way),)) if way else None,
            )


def _files(content: Content) -> dict[str, str]:
    """Return the file of each page, rather than a folder that means it, by the page's address."""
    pages = sorted(content.targets.pages.items(), key=lambda named: "." in named[0])
    return {address_of(page): file for file, page in pages}


def _is_ours(address: str) -> bool:
    return address.partition("/")[0] in FOLDERS.values() and "." not in address


RULE = Rule(FAULT, __doc__, covers=("E20",), check_entry=check_entry)
