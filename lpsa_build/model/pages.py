"""Primers, pages, projects and working groups: entries whose body is an article."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from lpsa_build.model.values import (
    Address,
    Country,
    Day,
    Identifier,
    Record,
    Revision,
    Source,
    Status,
    Text,
    Whole,
)


class Level(StrEnum):
    """For whom a primer is written."""

    INTRODUCTORY = "introductory"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class ProjectStatus(StrEnum):
    """Where a project stands."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    COMPLETED = "completed"


class GroupKind(StrEnum):
    """Whether a working group is about a region or about a theme."""

    REGIONAL = "regional"
    THEMATIC = "thematic"


class Article(Record):
    """What the front matter of every article may say."""

    title: Text
    no_link: tuple[Identifier, ...] = Field((), description="Terms not linked on this page.")
    senses: dict[Text, Identifier] = Field(
        default_factory=dict, description="Which entry a word means on this page."
    )
    sources: tuple[Source, ...] = ()
    redirect_from: tuple[Identifier, ...] = ()
    updated: Day | None = None


class Page(Article):
    """The front matter of a page in ``content/``."""

    summary: Text | None = None
    countries: tuple[Country, ...] = ()


class Primer(Article):
    """The front matter of ``primers/<id>.md``."""

    summary: Text
    order: Whole = Field(description="Place in the reading order.")
    level: Level
    domains: tuple[Identifier, ...]
    authors: tuple[Text, ...]
    status: Status
    revision: Revision = 1
    prerequisites: tuple[Identifier, ...] = Field((), description="Primers to read before.")
    replaced_by: Identifier | None = None
    reason: Text | None = None


class PrimerTranslation(Article):
    """The front matter of ``primers/<id>.<language>.md``."""

    summary: Text
    translates: Revision = Field(description="The revision of the primer that this translates.")


class Output(Record):
    """Something a project has brought out."""

    title: Text
    url: Address | None = None


class Project(Article):
    """The front matter of ``content/projects/<id>.md``."""

    summary: Text
    status: ProjectStatus
    partners: tuple[Text, ...] = ()
    funders: tuple[Text, ...] = ()
    regions: tuple[Identifier, ...] = ()
    themes: tuple[Identifier, ...] = Field((), description="Domains of the glossary.")
    countries: tuple[Country, ...] = ()
    start: Text | None = None
    end: Text | None = None
    url: Address | None = None
    outputs: tuple[Output | Text, ...] = ()
    working_groups: tuple[Identifier, ...] = ()
    frameworks: tuple[Identifier, ...] = ()


class WorkingGroup(Article):
    """The front matter of ``content/working-groups/<id>.md``."""

    summary: Text
    kind: GroupKind
    region: Identifier | None = None
    theme: Identifier | None = None
    countries: tuple[Country, ...] = ()
