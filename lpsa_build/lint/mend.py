"""Mends what can be mended without thinking, and makes sure that nothing gets worse by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from lpsa_build.config import Settings
from lpsa_build.lint.check import Review, review_files
from lpsa_build.lint.fixes import apply_fixes, choose_fixes
from lpsa_build.model.layout import content_folders
from lpsa_build.source.files import SourceFile, read_tree, take_file
from lpsa_build.source.finding import Finding

ROUNDS = 10
"""Fixes that meet are applied in turn; more than a few rounds mean that two undo each other."""


def mend(
    settings: Settings, wanted: Callable[[Finding], bool], *, unsafe: bool
) -> tuple[Review, dict[str, bytes]]:
    """Return the content with the fixes of all ``wanted`` findings applied, and the changed files.

    Nothing is written. A fix that would lead to a finding that was not there is left out.

    Raises:
        MachineError: a folder cannot be read.
    """
    files, intake = read_tree(settings.root, content_folders(settings))
    content = _Content(settings, files, intake)
    changed: dict[str, bytes] = {}
    for _ in range(ROUNDS):
        step = content.mended((f for f in content.review.findings if wanted(f)), unsafe=unsafe)
        if step is None:
            break
        content, more = step
        changed |= more
    return content.review, changed


class _Content:
    """Files and the review of them."""

    def __init__(self, settings: Settings, files: list[SourceFile], intake: list[Finding]) -> None:
        self.settings, self.files, self.intake = settings, files, intake
        self.review = review_files(settings, files, intake)

    def mended(
        self, findings: Iterable[Finding], *, unsafe: bool
    ) -> tuple[_Content, dict[str, bytes]] | None:
        """Return the content after one round of fixes and the files changed; None for no change.

        What keeps text from being read is mended first, and alone: other findings come to light
        by it that were there all along.
        """
        wanted = list(findings)
        hiding = [f for f in wanted if f.hides_text and f.fix]
        fixes = choose_fixes(hiding or wanted, unsafe=unsafe)
        while fixes:
            changed = apply_fixes(fixes, {file.path: file.data for file in self.files})
            after = self._with(changed)
            if not (worse := self._worse(after, hiding=bool(hiding))):
                return (after, changed) if changed else None
            blamed = [fix for fix in fixes if worse & {edit.path for edit in fix.edits}]
            fixes = [fix for fix in fixes if fix not in (blamed or fixes[-1:])]
        return None

    def _with(self, changed: dict[str, bytes]) -> _Content:
        intake = [f for f in self.intake if f.path not in changed]
        files = []
        for file in self.files:
            if file.path in changed:
                taken, findings = take_file(file.path, changed[file.path])
                files.append(taken)
                intake.extend(findings)
            else:
                files.append(file)
        return _Content(self.settings, files, intake)

    def _worse(self, after: _Content, *, hiding: bool) -> set[str]:
        """Return the files about which more is said than before (``hiding``: hides text)."""
        before, now = (
            Counter((f.path, f.code) for f in c.review.findings if f.hides_text or not hiding)
            for c in (self, after)
        )
        return {path for path, _ in now - before}
