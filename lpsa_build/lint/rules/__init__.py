"""Every rule there is, written out: one module a rule, one folder a family of codes.

The families: 0 reading, 1 identity and labels, 2 relations, 3 definitions, 4 usage in prose,
5 translations, 6 frameworks and assessments, 7 publishing and permanence.
"""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules import (
    definitions,
    frameworks,
    identity,
    publishing,
    reading,
    relations,
    translations,
    usage,
)
from lpsa_build.source.faults import FAULTS
from lpsa_build.source.finding import Fault

RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *identity.RULES,
    *relations.RULES,
    *definitions.RULES,
    *usage.RULES,
    *translations.RULES,
    *frameworks.RULES,
    *publishing.RULES,
)

KINDS: tuple[Fault, ...] = tuple(
    sorted({*FAULTS, *(rule.fault for rule in RULES)}, key=lambda fault: fault.code)
)
"""Every kind of finding, by code: those of the reader and those of the rules."""
