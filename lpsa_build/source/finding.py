"""One stream of findings: what the reader and the checks have to say about a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; errors stop a merge, advice never does."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for advice."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A place in a file; line and column count from 1, in Unicode code points."""

    line: int
    column: int


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of a file; ``end`` is the first place after it."""

    start: Position
    end: Position


FILE_START = Span(Position(1, 1), Position(1, 1))


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of one span of one file."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; ``safe`` ones never change the meaning."""

    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, in words for the person who wrote the file.

    ``message`` says what is there and what was expected, ``cure`` how to mend it.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    cure: str
    path: str
    span: Span
    fix: Fix | None = None

    @property
    def hides_text(self) -> bool:
        """Whether something of the file is not read because of it; then it is never turned off."""
        return self.code.startswith("LPSA0") and self.severity is Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """Order by file, place, code, words."""
        return (self.path, self.span, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of finding: a permanent code, a name that describes the fault, a severity."""

    code: str
    name: str
    severity: Severity
    summary: str

    def at(
        self, path: str, span: Span, message: str, cure: str, *, fix: Fix | None = None
    ) -> Finding:
        """Return the finding of this kind at ``span`` of ``path``."""
        return Finding(self.code, self.name, self.severity, message, cure, path, span, fix)
