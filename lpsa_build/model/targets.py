"""Links in content are paths in the repository; this tells which page each one means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lpsa_build.model.addresses import FOLDERS, Kind, revision_anchor
from lpsa_build.model.framework import Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.layout import place_of
from lpsa_build.model.term import Term
from lpsa_build.model.values import Record
from lpsa_build.source.markup import scheme_of

LISTINGS = (
    "glossary/index.md",
    "domains/index.md",
    "primers/index.md",
    "frameworks/index.md",
    "projects/index.md",
    "working-groups/index.md",
    "countries/index.md",
    "contribute/findings.md",
)
"""Pages that have no source file of their own."""

FRAMEWORK_FILE = "framework.yml"
MOST_SHOWN = 20
"""How many headings of a page are shown when a link names none of them."""

ANCHORS: Mapping[Kind, Mapping[str, tuple[str, ...]]] = {
    Kind.TERM: {
        "definition": (),
        "other-meanings": ("other_meanings", "house_rule"),
        "translations": (),
        "where-used": (),
        "history": ("history",),
        "cite": (),
    },
    Kind.FRAMEWORK: {"structure": (), "scales": ("scales",), "assessments": ()},
    Kind.ASSESSMENT: {"results": ()},
    Kind.PROJECT: {"outputs": ("outputs",)},
}
"""Headings that a page has whatever its body says; some only if one of the fields is given."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a link means: a page path and an anchor, or a file; ``fault`` says why it is none."""

    path: str = ""
    anchor: str = ""
    fault: str = ""


@dataclass(frozen=True)
class Targets:
    """All that can be linked to."""

    knowledge: KnowledgeBase
    pages: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> Targets:
        """Return the targets of a knowledge base."""
        docs = knowledge.settings.docs_dir
        pages = {f"{docs}/{page}": page for page in LISTINGS}
        for entry in knowledge.entries():
            pages[entry.path] = entry.page
            pages[entry.body_path or entry.path] = entry.page
        for kind, folder in FOLDERS.items():
            if kind is not Kind.ASSESSMENT:
                home = f"{docs}/{folder}" if kind in {Kind.PROJECT, Kind.WORKING_GROUP} else folder
                pages[home] = f"{folder}/index.md"
                pages[f"{home}/index.md"] = f"{folder}/index.md"
        for entry in knowledge.frameworks.values():
            pages[dirname(entry.path)] = entry.page
        for image in knowledge.images:
            pages[image.path] = image.path.removeprefix(f"{docs}/")
        return cls(knowledge, pages)

    def resolve(self, source: str, address: str) -> Target | None:
        """Return what ``address`` in the file ``source`` means; None for other sites."""
        if scheme_of(address) is not None or address.startswith("//"):
            return None
        path, _, anchor = address.partition("#")
        anchor = unquote(anchor)
        if not path:
            page = self.pages.get(source, "")
            return self._anchored(page, anchor)
        if path.startswith("/"):
            return Target(fault="Links inside the site are written relative to the file.")
        where = normpath(join(dirname(source), unquote(path)))
        if where in self.pages:
            return self._anchored(self.pages[where], anchor)
        if self._names_unread(where):
            return Target()
        return Target(fault=f"There is no “{where}”.")

    def _names_unread(self, where: str) -> bool:
        """Tell whether a path names an entry, or the folder of one, that could not be read."""
        files = (where, f"{where}/{FRAMEWORK_FILE}")
        places = (place_of(file, self.knowledge.settings) for file in files)
        return any(place and place.key in self.knowledge.unread for place in places)

    def _anchored(self, page: str, anchor: str) -> Target:
        if anchor and page in self.anchors and anchor not in self.anchors[page]:
            ids = sorted(self.anchors[page])
            known = ", ".join([*ids[:MOST_SHOWN], "…"] if len(ids) > MOST_SHOWN else ids) or "none"
            return Target(page, anchor, f"That page has no heading “{anchor}” (it has: {known}).")
        return Target(page, anchor)

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """Page path → the ids that a link may end in."""
        found = {}
        for entry in self.knowledge.entries():
            own = {section.id for section in entry.prose.sections if section.id}
            found[entry.page] = frozenset(own | set(_made_anchors(entry)))
        return found


def _made_anchors(entry: Entry[Record]) -> Iterator[str]:
    """Yield the ids on an entry's page that come from its fields."""
    for anchor, fields in ANCHORS.get(entry.kind, {}).items():
        if not fields or any(getattr(entry.fields, name) for name in fields):
            yield anchor
    if refs := [source.ref for source in getattr(entry.fields, "sources", ())]:
        yield from ("sources", *(f"source-{ref}" for ref in refs))
    if isinstance(entry.fields, Term):
        revisions = (wording.revision for wording in entry.fields.history)
        yield from map(revision_anchor, (entry.fields.revision, *revisions))
    if isinstance(entry.fields, Framework):
        yield from (item.anchor for _, item in entry.fields.walk())
