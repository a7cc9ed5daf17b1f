"""Kinds of defects that a contributor can put into the content, one module per family of rules.

They were written from the list of checks (`lpsa_build/lint/coverage.py`) and from what people do
wrong, before anybody looked at how the rules find them.
"""

from benchmarks.defects import (
    circles,
    definitions,
    frameworks,
    labels,
    links,
    publishing,
    reading,
    relations,
    translations,
    usage,
)
from benchmarks.defects.site import Kind

KINDS: tuple[Kind, ...] = (
    *reading.KINDS,
    *labels.KINDS,
    *relations.KINDS,
    *circles.KINDS,
    *definitions.KINDS,
    *usage.KINDS,
    *links.KINDS,
    *translations.KINDS,
    *frameworks.KINDS,
    *publishing.KINDS,
)
"""Every kind, in the order of the families."""
