"""How findings are shown: one file per format, each a function from findings to text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lpsa_build.lint.report import github, json, text
from lpsa_build.source.finding import Finding

Reporter = Callable[[Sequence[Finding], int, str], str]

FORMATS: dict[str, Reporter] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
}
"""Format → function of findings, number of files read, and address of the site."""
