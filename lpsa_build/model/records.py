"""Every kind of content file with the record it holds; the schemas and the manual follow this."""

from __future__ import annotations

from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.pages import Page, Primer, PrimerTranslation, Project, WorkingGroup
from lpsa_build.model.permalinks import Permalinks
from lpsa_build.model.reference import References
from lpsa_build.model.term import Term, TermTranslation
from lpsa_build.model.values import Record

RECORDS: dict[str, type[Record]] = {
    "term": Term,
    "term-translation": TermTranslation,
    "primer": Primer,
    "primer-translation": PrimerTranslation,
    "page": Page,
    "project": Project,
    "working-group": WorkingGroup,
    "framework": Framework,
    "assessment": Assessment,
    "references": References,
    "permalinks": Permalinks,
}
