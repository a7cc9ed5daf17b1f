"""The list of published addresses: a promise to everybody who links to the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import Field

from lpsa_build.model.values import Record, Text
from lpsa_build.source.yaml_tree import Tree


class Permalinks(Record):
    """The content of ``content/permalinks.yml``."""

    permalinks: dict[Text, Text] = Field(
        description="Address of each published page (glossary/grant/), and what it was called."
    )


@dataclass(frozen=True)
class Published:
    """The list as it was read: its file, where everything in it stands, address → title."""

    path: str
    tree: Tree
    titles: Mapping[str, str]
