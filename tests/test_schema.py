"""Schemas: those that editors read are those of the models, and the real content fits them."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from lpsa_build.exchange.schema import schemas
from lpsa_build.lint.check import Review
from lpsa_build.model.addresses import Kind
from lpsa_build.model.layout import Place, Role, place_of
from tests.site_building import ROOT

NAMES = {
    (Role.ENTRY, Kind.TERM): "term",
    (Role.ENTRY, Kind.PRIMER): "primer",
    (Role.ENTRY, Kind.PAGE): "page",
    (Role.ENTRY, Kind.PROJECT): "project",
    (Role.ENTRY, Kind.WORKING_GROUP): "working-group",
    (Role.ENTRY, Kind.FRAMEWORK): "framework",
    (Role.ENTRY, Kind.ASSESSMENT): "assessment",
    (Role.TRANSLATION, Kind.TERM): "term-translation",
    (Role.TRANSLATION, Kind.PRIMER): "primer-translation",
    (Role.REFERENCES, Kind.REFERENCE): "references",
    (Role.PERMALINKS, Kind.PAGE): "permalinks",
}


class EditorsLoader(yaml.SafeLoader):
    """Reads YAML as editors do: a day is a text."""


EditorsLoader.yaml_implicit_resolvers = {
    letter: [(tag, words) for tag, words in known if not tag.endswith(":timestamp")]
    for letter, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(name: str) -> Any:
    """Return one committed schema."""
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))


def data_of(path: str) -> Any:
    """Return the fields of a content file as an editor reads them; None if it has none."""
    text = (ROOT / path).read_text(encoding="utf-8")
    if path.endswith(".md"):
        if not text.startswith("---\n"):
            return None
        text = text.split("\n---", 1)[0]
    return yaml.load(text, Loader=EditorsLoader)


def test_the_committed_schemas_are_those_of_the_models() -> None:
    """`lpsa export schema` writes them anew."""
    files = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").iterdir()}
    assert schemas() == files


@pytest.mark.parametrize("name", NAMES.values())
def test_each_schema_is_one(name: str) -> None:
    """By the rules of JSON Schema."""
    Draft202012Validator.check_schema(schema(name))


def test_the_real_content_fits_its_schemas(content: Review) -> None:
    """So that no editor marks what the checker accepts."""
    validators = {name: Draft202012Validator(schema(name)) for name in NAMES.values()}
    seen = set()
    for path in content.knowledge.files:
        place = place_of(path, content.knowledge.settings)
        assert isinstance(place, Place)
        if place.role in {Role.IMAGE, Role.BODY} or (data := data_of(path)) is None:
            continue
        name = NAMES[place.role, place.kind]
        seen.add(name)
        faults = [
            f"{path}: {error.json_path}: {error.message}"
            for error in validators[name].iter_errors(data)
        ]
        assert [] == faults
    assert seen >= {"term", "primer", "page", "project", "working-group", "framework"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("term", "term: a\ndefinition: b\ndomain: fiscal\nstatus: draft\ncolour: blue"),
        ("term", "term: a\ndefinition: b\ndomain: Fiscal policy\nstatus: draft"),
        ("term", "term: a\ndefinition: b\ndomain: fiscal\nstatus: done"),
        ("term", "term: a\ndefinition: b\ndomain: fiscal\nstatus: draft\nsources: [{at: p. 1}]"),
        ("term", "term: a"),
        ("page", "title: a\ncountries: [Kenya]"),
        ("project", "title: a\nsummary: b\nstatus: ongoing\nurl: example.org"),
        ("references", "references: [{id: a, type: book, titel: b}]"),
    ],
)
def test_a_schema_refuses_what_the_checker_refuses(name: str, text: str) -> None:
    """An editor marks it while it is typed."""
    assert not Draft202012Validator(schema(name)).is_valid(yaml.load(text, Loader=EditorsLoader))
