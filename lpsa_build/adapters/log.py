"""Findings in the builder's log: errors as ERROR, warnings as INFO; advice is only counted."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from lpsa_build.lint.report.counts import abridge, counts
from lpsa_build.lint.report.text import line
from lpsa_build.source.finding import Finding, Severity

BUILDERS = ("mkdocs", "properdocs")


def log_findings(log: logging.Logger, findings: Sequence[Finding]) -> None:
    """Write the findings to the log; only errors count for ``--strict``."""
    shown, advice = abridge(findings, 0)
    for finding in shown:
        level = logging.ERROR if finding.severity is Severity.ERROR else logging.INFO
        log.log(level, "%s", line(finding))
    if findings:
        words = ", ".join(f"{number} {name}" for name, number in counts(findings).items())
        rules = ", ".join(f"{n} {code} {rule}" for (code, rule), n in advice.most_common())
        log.info("Findings: %s. `lpsa check` shows them.%s", words, rules and f" Advice: {rules}.")


class WarningCount(logging.Handler):
    """Counts what the builder's strict mode counts; its own count comes after the last event."""

    def __init__(self) -> None:
        """Begin at zero."""
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one record."""
        self.count += 1

    @classmethod
    def attach(cls) -> WarningCount:
        """Return a fresh counter on the builders' loggers, in the place of an earlier one."""
        counter = cls()
        for logger in map(logging.getLogger, BUILDERS):
            for handler in [h for h in logger.handlers if isinstance(h, cls)]:
                logger.removeHandler(handler)
            logger.addHandler(counter)
        return counter
