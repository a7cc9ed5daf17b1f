"""Rules of family 2: how terms are related, and what nothing leads to."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.relations import (
    aimless_group,
    circular_hierarchy,
    dangling_reference,
    dead_replacement,
    deprecated_relation,
    disconnected_cluster,
    empty_domain,
    inward_mapping,
    isolated_term,
    live_replacement,
    lone_part,
    redundant_ancestor,
    related_ancestor,
    related_siblings,
    repeated_relation,
    self_relation,
    shared_mapping,
    shared_order,
    unplaced_term,
    unused_term,
)

RULES: tuple[Rule, ...] = (
    aimless_group.RULE,
    circular_hierarchy.RULE,
    dangling_reference.RULE,
    dead_replacement.RULE,
    deprecated_relation.RULE,
    disconnected_cluster.RULE,
    empty_domain.RULE,
    inward_mapping.RULE,
    isolated_term.RULE,
    live_replacement.RULE,
    lone_part.RULE,
    redundant_ancestor.RULE,
    related_ancestor.RULE,
    related_siblings.RULE,
    repeated_relation.RULE,
    self_relation.RULE,
    shared_mapping.RULE,
    shared_order.RULE,
    unplaced_term.RULE,
    unused_term.RULE,
)
