"""Rules of family 7: publishing and permanence."""

from __future__ import annotations

from lpsa_build.lint.rule import Rule
from lpsa_build.lint.rules.publishing import (
    address_taken,
    bare_reference,
    bare_site,
    disordered_history,
    end_before_start,
    future_date,
    lost_permalink,
    missing_change_note,
    missing_history,
    reassigned_id,
    twin_references,
    uncited_reference,
    unclear_date,
    unlisted_permalink,
    unreviewed_entry,
    unsorted_references,
    unused_image,
)

RULES: tuple[Rule, ...] = (
    address_taken.RULE,
    bare_reference.RULE,
    bare_site.RULE,
    disordered_history.RULE,
    end_before_start.RULE,
    future_date.RULE,
    lost_permalink.RULE,
    missing_change_note.RULE,
    missing_history.RULE,
    reassigned_id.RULE,
    twin_references.RULE,
    uncited_reference.RULE,
    unclear_date.RULE,
    unlisted_permalink.RULE,
    unreviewed_entry.RULE,
    unsorted_references.RULE,
    unused_image.RULE,
)
