"""Our options, read from ``mkdocs.yml`` into one frozen value, without importing a builder."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, TypeVar

import yaml

from lpsa_build.errors import UsageError
from lpsa_build.source.finding import Finding, Severity

N = TypeVar("N", int, float)
ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
ABOUT = ("site_name", "site_description", "site_url", "site_author", "copyright")
"""What a published vocabulary says of itself: title, description, address, publisher, license."""
SCOPES = ("section", "page", "all")
Weights = Mapping[str, tuple[tuple[str, Severity | None], ...]]
"""Code or name of a rule → pairs of a path pattern and the severity there; None turns it off."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One value of a closed list: a domain or a region."""

    id: str
    title: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the knowledge base and the site are built with.

    ``scope`` says how often a term is linked: once in a ``section``, on a ``page``, or ``all``.
    ``links_per_paragraph`` is the most automatic links in one paragraph (0: any number).
    ``derivations`` is whether words derived from a label link (an entry's own choice goes first).
    ``pdf`` is whether the build makes a PDF of primers and glossary, which needs the extra ``pdf``.
    A one-word term found on more than ``everyday_share`` of all pages is proposed as a common word.

    ``root`` is the folder of ``mkdocs.yml``; all paths of findings and pages are relative to it.
    """

    root: Path
    site_name: str = "Knowledge base"
    site_url: str = ""
    site_author: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    docs_dir: str = "content"
    domains: Mapping[str, Topic] = field(default_factory=dict)
    regions: Mapping[str, Topic] = field(default_factory=dict)
    scope: str = "section"
    links_per_paragraph: int = 0
    everyday_share: float = 0.3
    derivations: bool = False
    pdf: bool = False
    fail_on: Severity = Severity.ERROR
    severity: Weights = field(default_factory=dict)
    unsaid: tuple[str, ...] = ABOUT
    """What the site does not say of itself, of ``ABOUT``."""

    def severity_of(self, finding: Finding) -> Severity | None:
        """Return how much a finding weighs on this site; None if the site turns it off.

        What keeps text from being read weighs what it weighs: else text were lost unseen.
        """
        weight: Severity | None = finding.severity
        if finding.hides_text:
            return weight
        for name in (finding.code, finding.rule):
            for pattern, severity in self.severity.get(name, ()):
                if fnmatchcase(finding.path, pattern):
                    weight = severity
        return weight

    @property
    def publisher(self) -> str:
        """Who publishes the site, as citations name them; the site's name stands in."""
        return self.site_author or self.site_name

    @property
    def edit_base(self) -> str:
        """Address to which a path from the root is added to edit that file, or an empty text."""
        if not self.repo_url or not self.edit_uri:
            return ""
        return f"{self.repo_url.rstrip('/')}/{self.edit_uri.strip('/')}/"


def read_settings(config_file: Path) -> Settings:
    """Read the settings from a MkDocs configuration file.

    Raises:
        UsageError: the file is missing, is no YAML mapping, or an option has a wrong shape.
    """
    data = _read_config(config_file)
    return make_settings(config_file.resolve().parent, data, _options(data.get("plugins")))


def _read_config(config_file: Path, heirs: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Return a configuration with what it inherits (``INHERIT``, relative to its own folder).

    As in MkDocs, mappings are merged and everything else is replaced.
    """
    try:
        text = config_file.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_ConfigLoader)  # noqa: S506  # a SafeLoader with !ENV
    except OSError as error:
        raise UsageError(f"{config_file} cannot be read: {error.strerror}.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UsageError(f"{config_file} is not valid YAML: {error}") from error
    if not isinstance(data, dict):
        raise UsageError(f"{config_file} holds no settings.")
    if not (parent := data.pop("INHERIT", None)):
        return data
    parent_file = (config_file.parent / str(parent)).resolve()
    if parent_file in (known := (*heirs, config_file.resolve())):
        raise UsageError(f"{config_file} inherits from itself.")
    return _merge(_read_config(parent_file, known), data)


def _merge(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for key, value in child.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            value = _merge(old, value)
        merged[key] = value
    return merged


def _options(plugins: object) -> Any:
    """Return our options; the builder takes plugins as a mapping or as a list of mappings."""
    listed = plugins if isinstance(plugins, list) else [plugins]
    ours = [entry["lpsa"] for entry in listed if isinstance(entry, Mapping) and "lpsa" in entry]
    return next(iter(ours), None) or {}


OPTIONS = frozenset(
    {"domains", "regions", "languages", "scope", "links_per_paragraph", "everyday_share",
     "derivations", "pdf", "fail_on", "severity"}
)  # fmt: skip
"""What may stand under ``plugins: lpsa``."""


def make_settings(root: Path, site: Mapping[str, Any], options: Mapping[str, Any]) -> Settings:
    """Return the settings made of the builder's own (``site``) and of ours (``options``).

    Raises:
        UsageError: an option is unknown or has a wrong shape.
    """
    if not isinstance(options, Mapping):
        raise UsageError("plugins: lpsa: options are written as `name: value`.")
    if unknown := set(options) - OPTIONS:
        raise UsageError(f"plugins: lpsa: unknown option {', '.join(sorted(map(str, unknown)))}.")
    theme = site.get("theme")
    language = str((theme.get("language") if isinstance(theme, Mapping) else "") or "en")
    scope = str(options.get("scope", "section"))
    if scope not in SCOPES:
        raise UsageError(f"plugins: lpsa: scope must be one of {', '.join(SCOPES)}.")
    try:
        fail_on = Severity(str(options.get("fail_on", "error")))
    except ValueError as error:
        raise UsageError("plugins: lpsa: fail_on must be error, warning or advice.") from error
    return Settings(
        root=root,
        site_name=str(site.get("site_name") or "Knowledge base"),
        site_url=str(site.get("site_url") or ""),
        site_author=str(site.get("site_author") or ""),
        repo_url=str(site.get("repo_url") or ""),
        edit_uri=str(site.get("edit_uri") or ""),
        language=language,
        languages=_languages(options.get("languages"), language),
        docs_dir=str(site.get("docs_dir") or "docs"),
        domains=_topics("domains", options.get("domains")),
        regions=_topics("regions", options.get("regions")),
        scope=scope,
        links_per_paragraph=_number(options, "links_per_paragraph", 0, int),
        everyday_share=_number(options, "everyday_share", 0.3, float),
        derivations=_flag(options, "derivations"),
        pdf=_flag(options, "pdf"),
        fail_on=fail_on,
        severity=_weights(options.get("severity")),
        unsaid=tuple(name for name in ABOUT if not site.get(name)),
    )


def _weights(value: object) -> Weights:
    """Read ``severity: {LPSA405: off, mixed-spelling: {"content/projects/*": advice}}``."""
    if not isinstance(value, Mapping | None):
        raise UsageError("plugins: lpsa: severity must be a mapping of rules to severities.")
    weights = {}
    for rule, given in (value or {}).items():
        places = given if isinstance(given, Mapping) else {"*": given}
        weights[str(rule)] = tuple(
            (str(pattern), _weight(str(rule), name)) for pattern, name in places.items()
        )
    return weights


def _weight(rule: str, name: object) -> Severity | None:
    if name is False or name == "off":  # YAML reads a bare `off` as false
        return None
    try:
        return Severity(str(name))
    except ValueError as error:
        raise UsageError(
            f"plugins: lpsa: severity: {rule} must be error, warning, advice or off, not {name}."
        ) from error


def _number(options: Mapping[str, Any], name: str, default: N, kind: Callable[[Any], N]) -> N:
    try:
        return kind(options.get(name, default))
    except (TypeError, ValueError) as error:
        raise UsageError(f"plugins: lpsa: {name} must be a number.") from error


def _flag(options: Mapping[str, Any], name: str) -> bool:
    value = options.get(name, False)
    if not isinstance(value, bool):
        raise UsageError(f"plugins: lpsa: {name} must be true or false.")
    return value


def _languages(value: object, own: str) -> tuple[str, ...]:
    if not isinstance(value, Sequence | None) or isinstance(value, str):
        raise UsageError("plugins: lpsa: languages must be a list of codes: [en, fr].")
    languages = tuple(map(str, value or (own,)))
    for code in (*languages, own):
        if not LANGUAGE_TAG.fullmatch(code):
            raise UsageError(f"“{code}” is no code of a language, as en or pt-BR are (BCP 47).")
    return languages


def _topics(name: str, value: object) -> dict[str, Topic]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise UsageError(f"plugins: lpsa: {name} must be a mapping of ids to titles.")
    topics = {}
    for key, entry in value.items():
        if not ID_PATTERN.fullmatch(str(key)):
            raise UsageError(f"plugins: lpsa: {name}: “{key}” is no id (small letters, hyphens).")
        fields = entry if isinstance(entry, Mapping) else {"title": entry}
        if not fields.get("title"):
            raise UsageError(f"plugins: lpsa: {name}: {key} has no title.")
        topics[str(key)] = Topic(str(key), str(fields["title"]), str(fields.get("summary") or ""))
    return topics


class _ConfigLoader(yaml.SafeLoader):
    """A safe loader that knows ``!ENV`` and lets the tags of other options pass as text."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Return the first variable that is set, read as YAML; else what a list gives last."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    default = loader.construct_object(items[-1]) if len(items) > 1 else None
    for name in items[:-1] or items:
        found = os.environ.get(str(name.value))
        if found is not None:
            tag = loader.resolve(yaml.ScalarNode, found, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, found))
    return default


def _as_text(_: yaml.SafeLoader, __: str, node: yaml.Node) -> str:
    return str(node.value)


_ConfigLoader.add_multi_constructor("!", _as_text)
_ConfigLoader.add_constructor("!ENV", _environment)
_ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", _as_text)
