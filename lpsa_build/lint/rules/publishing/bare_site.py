"""The vocabulary does not say what it is, or whose.

**What it finds**

A missing `site_name`, `site_description`, `site_url`, `site_author` or `copyright` in `mkdocs.yml`.

**Why it matters**

These are the title, description, address, publisher and license of the whole vocabulary in every
export. Nobody may reuse what has no license, and nobody can cite what has no address.

**Bad**

```content/index.md
---
title: Home
---
Welcome.
```

**Good**

```mkdocs.yml
site_name: A vocabulary
site_description: Words of local government.
site_url: https://example.org/
site_author: Somebody
copyright: © Somebody. CC BY 4.0.
docs_dir: content
```

```content/index.md
---
title: Home
---
Welcome.
```

**Fix**

Add the line to `mkdocs.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.content import Content
from lpsa_build.lint.rule import Rule
from lpsa_build.source.finding import FILE_START, Fault, Finding, Severity

FAULT = Fault("LPSA709", "bare-site", Severity.WARNING, "The site does not say what it is.")


def check_all(content: Content) -> Iterator[Finding]:
    """Yield a finding for each thing that the site does not say of itself."""
    for name in content.settings.unsaid:
        yield FAULT.at(
            "mkdocs.yml",
            FILE_START,
            f"`{name}` is missing.",
            f"Add a line `{name}: …`; exports pass it on.",
        )


RULE = Rule(FAULT, __doc__, covers=("W47",), check_all=check_all)
