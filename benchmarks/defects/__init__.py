"""Kinds of defects that a contributor can put into the content, one module per family of rules.

They were written from the list of checks (`lpsa_build/lint/coverage.py`), from the fields of the
content model and from what people do wrong; what the rules missed was mended in the rules.
"""

from benchmarks.defects import (
    addresses,
    circles,
    definitions,
    entries,
    frameworks,
    labels,
    links,
    markup,
    pages,
    publishing,
    reading,
    redefinitions,
    relations,
    scoring,
    translations,
    usage,
    wording,
)
from benchmarks.defects.site import Kind

KINDS: tuple[Kind, ...] = (
    *reading.KINDS,
    *labels.KINDS,
    *relations.KINDS,
    *circles.KINDS,
    *definitions.KINDS,
    *wording.KINDS,
    *usage.KINDS,
    *redefinitions.KINDS,
    *links.KINDS,
    *addresses.KINDS,
    *markup.KINDS,
    *translations.KINDS,
    *frameworks.KINDS,
    *scoring.KINDS,
    *publishing.KINDS,
    *entries.KINDS,
    *pages.KINDS,
)
"""Every kind, in the order of the families."""
