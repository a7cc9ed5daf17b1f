"""A rule: one kind of inconsistency, how it is found, and the manual that explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lpsa_build.lint.content import Content
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record
from lpsa_build.source.finding import Fault, Finding

CheckEntry = Callable[[Content, Entry[Record]], Iterator[Finding]]
CheckAll = Callable[[Content], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """One permanent code, with its manual and the function that finds its faults.

    ``manual`` is the docstring of the rule's module: a sentence, then **What it finds**, **Why it
    matters**, **Bad**, **Good** and **Fix** (see :mod:`lpsa_build.lint.manual`). ``covers`` names
    the entries of our list of checks (``W01``) that the rule answers.

    ``check_entry`` is called for each entry and looks at that entry alone, and at the labels,
    statuses and relations of terms; ``check_all`` is called once. A rule without either is found
    earlier: while files are read, or while mentions are sought.

    ``of_absence`` marks a rule that says what nothing in the whole content does: it is silent as
    long as an entry cannot be read, for that one may do it.
    """

    fault: Fault
    manual: str
    covers: tuple[str, ...] = ()
    check_entry: CheckEntry | None = None
    check_all: CheckAll | None = None
    of_absence: bool = False

    def findings(self, content: Content) -> Iterator[Finding]:
        """Yield everything that the rule finds."""
        if self.of_absence and content.knowledge.unread:
            return
        if self.check_entry:
            for entry in content.entries:
                yield from self.check_entry(content, entry)
        if self.check_all:
            yield from self.check_all(content)
