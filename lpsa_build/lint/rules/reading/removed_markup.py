"""HTML that may not be published is taken out.

**What it finds**

Elements and attributes outside the list that is allowed, such as scripts, frames, event handlers
and styles; and titles of links, which nobody sees on a phone.

**Why it matters**

A page of ours must not be able to run a program in the browser of a reader.

**Bad**

```content/about.md
---
title: About
---
<iframe src="https://example.org/"></iframe>
```

**Good**

```content/about.md
---
title: About
---
[The map](https://example.org/) is on another site.
```

**Fix**

Write it in Markdown, or put a backslash before `<` to show it as text.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.REMOVED_MARKUP, __doc__)
