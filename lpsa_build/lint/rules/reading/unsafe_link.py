"""The link uses an address that may not be.

**What it finds**

Links whose address begins with anything but `https:`, `http:` or `mailto:`, and images from other
sites.

**Why it matters**

Such an address can run a program, or tell another site who reads ours.

**Bad**

```content/about.md
---
title: About
---
See [here](javascript:alert).
```

**Good**

```content/about.md
---
title: About
---
See the [law](https://example.org/law).
```

**Fix**

Link to the page itself; copy an image into the content folder if its licence allows that.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults

RULE = Rule(faults.UNSAFE_LINK, __doc__)
