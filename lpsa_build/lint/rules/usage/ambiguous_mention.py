"""The words may mean more than one entry.

**What it finds**

Words of the text that are a label of several entries, where neither the page nor its domain says
which is meant.

**Why it matters**

A wrong link is worse than none, so the words are not linked at all.

**Bad**

```glossary/localization.md
---
term: localization
definition: Bringing decisions closer to people.
domain: fiscal
status: draft
---
```

```glossary/humanitarian-localization.md
---
term: localization
definition: Giving aid through local organizations.
domain: governance
status: draft
qualifier: aid
---
```

```content/about.md
---
title: About
---
All agree on localization.
```

**Good**

```glossary/localization.md
---
term: localization
definition: Bringing decisions closer to people.
domain: fiscal
status: draft
---
```

```glossary/humanitarian-localization.md
---
term: localization
definition: Giving aid through local organizations.
domain: governance
status: draft
qualifier: aid
---
```

```content/about.md
---
title: About
senses: {localization: humanitarian-localization}
---
All agree on localization.
```

**Fix**

Say in the fields of the page which entry the word means: `senses: {localization:
humanitarian-localization}`; or mark the one place: `[[humanitarian-localization|localization]]`.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.AMBIGUOUS_MENTION, __doc__, covers=("E13",))
