"""Settings: what mkdocs.yml says is what the command and the build work with."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from lpsa_build.adapters.mkdocs_plugin import LpsaConfig
from lpsa_build.config import OPTIONS, Settings, Topic, read_settings
from lpsa_build.errors import UsageError
from lpsa_build.source.finding import Severity


def settings_of(folder: Path, text: str) -> Settings:
    """Return the settings that a mkdocs.yml with this text gives."""
    config = folder / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    return read_settings(config)


def test_everything_has_a_default(tmp_path: Path) -> None:
    """As the builder's own: pages lie in `docs`, the language is English."""
    assert Settings(root=tmp_path.resolve(), docs_dir="docs") == settings_of(tmp_path, "a: b")


def test_every_option_is_read(tmp_path: Path) -> None:
    """Those of the site and ours."""
    text = """\
site_name: Norway
site_url: https://example.org/a/
copyright: Free
repo_url: https://example.org/code/
edit_uri: edit/main/
docs_dir: content
theme: {name: material, language: "no"}
plugins:
  search: {}
  lpsa:
    languages: [en, fr]
    domains: {fiscal: {title: Fiscal, summary: Money}, law: Law}
    regions: {africa: Africa}
    scope: page
    links_per_paragraph: 3
    everyday_share: 0.5
    derivations: true
    pdf: true
    fail_on: warning
"""
    expected = Settings(
        tmp_path.resolve(),
        site_name="Norway",
        site_url="https://example.org/a/",
        repo_url="https://example.org/code/",
        edit_uri="edit/main/",
        language="no",
        languages=("en", "fr"),
        docs_dir="content",
        domains={"fiscal": Topic("fiscal", "Fiscal", "Money"), "law": Topic("law", "Law")},
        regions={"africa": Topic("africa", "Africa")},
        scope="page",
        derivations=True,
        pdf=True,
        links_per_paragraph=3,
        everyday_share=0.5,
        fail_on=Severity.WARNING,
        unsaid=("site_description", "site_author"),
    )
    assert expected == settings_of(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "plugins: {lpsa: {scope: all}}",
        "plugins: [search, {lpsa: {scope: all}}]",
        "theme: material\nplugins: [{lpsa: {scope: all}}]",
        "hooks: !relative $config_dir/x\nplugins: {lpsa: {scope: all}}",
        "emoji: !!python/name:material.extensions.emoji.twemoji\nplugins: {lpsa: {scope: all}}",
        "\ufeffplugins: {lpsa: {scope: all}}",
    ],
)
def test_whatever_the_builder_takes_is_taken(tmp_path: Path, text: str) -> None:
    """Plugins as a mapping or a list, a theme as a name, tags of other extensions."""
    assert "all" == settings_of(tmp_path, text).scope


@pytest.mark.parametrize("text", ["plugins: [search]", "plugins: {lpsa: }", "plugins: [lpsa]"])
def test_without_options_of_ours_the_defaults_hold(tmp_path: Path, text: str) -> None:
    """The plugin may stand without any."""
    assert "section" == settings_of(tmp_path, text).scope


def test_values_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the builder's own tag, with or without a default."""
    monkeypatch.setenv("LPSA_TEST_ADDRESS", "https://example.org/")
    text = (
        "site_url: !ENV LPSA_TEST_ADDRESS\n"
        "repo_url: !ENV [LPSA_TEST_NONE, LPSA_TEST_ADDRESS, nothing]\n"
        "edit_uri: !ENV [LPSA_TEST_NONE, edit/main]\n"
        "site_name: !ENV LPSA_TEST_NONE\n"
    )
    found = settings_of(tmp_path, text)
    assert ("https://example.org/", "https://example.org/", "edit/main", "Knowledge base") == (
        found.site_url,
        found.repo_url,
        found.edit_uri,
        found.site_name,
    )


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("false", False), (None, False)])
def test_a_switch_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None, expected: bool
) -> None:
    """It is read as YAML, as the builder does."""
    if value:
        monkeypatch.setenv("LPSA_TEST_PDF", value)
    text = "plugins: {lpsa: {pdf: !ENV [LPSA_TEST_PDF, false]}}"
    assert expected is settings_of(tmp_path, text).pdf


@pytest.mark.parametrize(
    ("repo", "edit", "base"),
    [
        ("https://example.org/code/", "/edit/main/", "https://example.org/code/edit/main/"),
        ("https://example.org/code", "edit/main", "https://example.org/code/edit/main/"),
        ("", "edit/main", ""),
        ("https://example.org/code", "", ""),
    ],
)
def test_pages_can_be_edited_where_the_code_host_is_known(
    tmp_path: Path, repo: str, edit: str, base: str
) -> None:
    """However the slashes are written."""
    assert base == Settings(tmp_path, repo_url=repo, edit_uri=edit).edit_base


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "holds no settings"),
        ("- a", "holds no settings"),
        ("a: [", "is not valid YAML"),
        ("a: 2026-02-30", "is not valid YAML"),
        ("a: " + "[" * 2000, "is not valid YAML"),
        ("plugins: {lpsa: [a]}", "options are written as `name: value`"),
        ("plugins: {lpsa: {colour: blue, 1: 2}}", "unknown option 1, colour"),
        ("plugins: {lpsa: {scope: chapter}}", "scope must be one of section, page, all"),
        ("plugins: {lpsa: {fail_on: never}}", "fail_on must be error, warning or advice"),
        ("plugins: {lpsa: {languages: en}}", "languages must be a list of codes"),
        ("plugins: {lpsa: {domains: [fiscal]}}", "domains must be a mapping of ids to titles"),
        ("plugins: {lpsa: {domains: {fiscal: }}}", "domains: fiscal has no title"),
        ("plugins: {lpsa: {regions: {The World: World}}}", "regions: “The World” is no id"),
        ("plugins: {lpsa: {links_per_paragraph: few}}", "links_per_paragraph must be a number"),
        ("plugins: {lpsa: {derivations: some}}", "derivations must be true or false"),
        ("plugins: {lpsa: {everyday_share: [1]}}", "everyday_share must be a number"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, words: str) -> None:
    """In a sentence for the person who keeps the site."""
    with pytest.raises(UsageError) as error:
        settings_of(tmp_path, text)
    assert words in str(error.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A missing one, a folder, and one that is no text."""
    (tmp_path / "binary.yml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder.yml").mkdir()
    for name, words in (
        ("missing.yml", "missing.yml cannot be read"),
        ("folder.yml", "folder.yml cannot be read"),
        ("binary.yml", "binary.yml is not valid YAML"),
    ):
        with pytest.raises(UsageError) as error:
            read_settings(tmp_path / name)
        assert words in str(error.value)


def test_a_configuration_inherits_as_in_the_builder(tmp_path: Path) -> None:
    """Mappings are merged, lists and values replaced; the way is relative to each file."""
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "far.yml").write_text(
        "site_name: Far\nsite_url: https://far.example/\nplugins: {lpsa: {languages: [fr, es]}}\n"
    )
    (tmp_path / "base" / "near.yml").write_text(
        "INHERIT: far.yml\nsite_name: Near\nplugins: {lpsa: {scope: page, domains: {a: A}}}\n"
    )
    text = "INHERIT: base/near.yml\nplugins: {lpsa: {languages: [en], domains: {b: B}}}\n"
    settings = settings_of(tmp_path, text)

    assert ("Near", "https://far.example/") == (settings.site_name, settings.site_url)
    assert (("en",), "page", ["a", "b"]) == (
        settings.languages,
        settings.scope,
        list(settings.domains),
    )
    builder = load_config(str(tmp_path / "mkdocs.yml"), docs_dir=str(tmp_path / "base"))
    assert builder.site_name == settings.site_name
    assert settings.root == tmp_path.resolve()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("INHERIT: nothing.yml", "nothing.yml cannot be read"),
        ("INHERIT: mkdocs.yml", "mkdocs.yml inherits from itself."),
    ],
)
def test_a_configuration_that_cannot_inherit_says_so(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        settings_of(tmp_path, text)


def test_the_builder_knows_every_option() -> None:
    """One that it does not know is a warning of MkDocs, which stops a strict build."""
    assert {name for name, _ in LpsaConfig._schema} == OPTIONS
