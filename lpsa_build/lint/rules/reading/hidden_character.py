r"""The text holds a character that nobody can see.

**What it finds**

Control and private-use characters, zero-width spaces, and characters that turn the direction of the
text around.

**Why it matters**

Two labels that look the same would be different, a search would not find the word, and the text
could be shown in another order than it was reviewed in.

**Bad**

```glossary/grant.md bytes
---
term: grant\u200B
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Good**

```glossary/grant.md
---
term: grant
definition: Money that one government gives to another.
domain: fiscal
status: draft
---
```

**Fix**

Delete it. It often comes with text pasted from a web page or a PDF: type the words around it again.
`--fix` deletes zero-width spaces.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.HIDDEN_CHARACTER, __doc__, covers=("E10",))
