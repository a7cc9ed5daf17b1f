"""What a content file is, told by its path."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lpsa_build.config import Settings
from lpsa_build.model.addresses import Kind

REFERENCES = "references.yml"
PERMALINKS = "permalinks.yml"


class Role(Enum):
    """What a file holds."""

    ENTRY = "an entry: its fields, and its body if it is Markdown"
    TRANSLATION = "an entry's text in another language"
    BODY = "the text of a framework's page"
    REFERENCES = "the bibliography"
    PERMALINKS = "the published addresses"
    IMAGE = "an image"


@dataclass(frozen=True, slots=True)
class Place:
    """The role of a file, and which entry it belongs to."""

    role: Role
    kind: Kind = Kind.PAGE
    id: str = ""
    language: str = ""

    @property
    def key(self) -> str:
        """The key of the entry, as other entries name it."""
        return f"{self.kind}:{self.id}"


def content_folders(settings: Settings) -> tuple[str, ...]:
    """Return the folders that hold content, relative to the root."""
    return ("glossary", "primers", "frameworks", settings.docs_dir)


def place_of(path: str, settings: Settings) -> Place | None:
    """Return what the file at ``path`` is; None when the build knows no such file."""
    folder, _, rest = path.partition("/")
    stem, _, ending = rest.rpartition(".")
    if ending.lower() not in {"md", "yml"}:
        return Place(Role.IMAGE)
    if folder in {"glossary", "primers"} and ending == "md" and "/" not in rest:
        kind = Kind.TERM if folder == "glossary" else Kind.PRIMER
        return _translatable(kind, stem, settings.languages)
    if folder == "frameworks":
        return _framework(rest.split("/"))
    if folder == settings.docs_dir:
        return _content(rest, stem, ending)
    return None


def _translatable(kind: Kind, stem: str, languages: tuple[str, ...]) -> Place:
    head, dot, suffix = stem.rpartition(".")
    if dot and suffix in languages:
        return Place(Role.TRANSLATION, kind, head, suffix)
    return Place(Role.ENTRY, kind, stem)


def _framework(parts: list[str]) -> Place | None:
    if parts[1:] == ["framework.yml"]:
        return Place(Role.ENTRY, Kind.FRAMEWORK, parts[0])
    if parts[1:] == ["index.md"]:
        return Place(Role.BODY, Kind.FRAMEWORK, parts[0])
    if len(parts) == 3 and parts[1] == "assessments" and parts[2].endswith(".yml"):
        return Place(Role.ENTRY, Kind.ASSESSMENT, f"{parts[0]}/{parts[2].removesuffix('.yml')}")
    return None


def _content(rest: str, stem: str, ending: str) -> Place | None:
    if rest == REFERENCES:
        return Place(Role.REFERENCES, Kind.REFERENCE, "*")
    if rest == PERMALINKS:
        return Place(Role.PERMALINKS)
    if ending != "md":
        return None
    folder, _, name = stem.rpartition("/")
    kinds = {"projects": Kind.PROJECT, "working-groups": Kind.WORKING_GROUP}
    if folder in kinds:
        return Place(Role.ENTRY, kinds[folder], name)
    return Place(Role.ENTRY, Kind.PAGE, stem)
