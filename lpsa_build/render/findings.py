"""The pages on the checker: a list of all kinds of findings, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpsa_build.render.make_page import make_page
from lpsa_build.render.page import Page
from lpsa_build.render.renderer import Renderer
from lpsa_build.source.finding import Fault

LIST = "contribute/findings.md"


@dataclass(frozen=True)
class Explained:
    """A kind of finding with its manual: one sentence, and the rest as Markdown."""

    fault: Fault
    sentence: str
    manual: str

    @property
    def page(self) -> str:
        """The path of its page."""
        return f"contribute/findings/{self.fault.code.lower()}.md"


def render_findings(renderer: Renderer, kinds: Sequence[Explained]) -> Iterator[Page]:
    """Yield the list of the kinds of findings, and the page of each."""
    _ = renderer.words.gettext
    yield make_page(
        renderer,
        "findings.md",
        LIST,
        title=_("Findings of the checker"),
        description=_("What each message of the checker means."),
        kinds=kinds,
    )
    for kind in kinds:
        yield make_page(
            renderer,
            "finding.md",
            kind.page,
            title=f"{kind.fault.code} {kind.fault.name}",
            description=kind.sentence,
            kind=kind,
            list_page=LIST,
        )
