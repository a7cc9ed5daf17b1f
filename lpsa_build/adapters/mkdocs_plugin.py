"""The plugin for MkDocs and ProperDocs: hands the pages of ``render`` to the builder."""

from __future__ import annotations

import html
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from lpsa_build.adapters.assets import slim
from lpsa_build.adapters.exchange_folder import BuildFolder
from lpsa_build.adapters.full_text import index_pages
from lpsa_build.adapters.log import WarningCount, log_findings
from lpsa_build.adapters.publication import (
    image_sizes,
    render,
    static_files,
    write_offline_copy,
)
from lpsa_build.adapters.python_markdown import LpsaExtension, Site, page_converter
from lpsa_build.config import make_settings
from lpsa_build.errors import LpsaError
from lpsa_build.lint.check import review
from lpsa_build.model.addresses import address_of
from lpsa_build.model.layout import content_folders
from lpsa_build.render.cards import files_for
from lpsa_build.render.facets import kind_names
from lpsa_build.render.page import Page
from lpsa_build.render.words import words_of, words_table
from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START

log = logging.getLogger("mkdocs.plugins.lpsa")


UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon")
"""Files of Material for MkDocs that no page of ours loads."""

MOST_NAMED = 20
"""Faults that the last line of a failed build names; the lines above it have them all."""


class LpsaConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves a hook untyped
    """The options under ``plugins: lpsa``; :mod:`lpsa_build.config` says what they mean."""

    domains = options.Type(dict, default={})
    regions = options.Type(dict, default={})
    languages = options.Type(list, default=[])
    scope = options.Type(str, default="section")
    links_per_paragraph = options.Type(int, default=0)
    everyday_share = options.Type((int, float), default=0.3)
    derivations = options.Type(bool, default=False)
    pdf = options.Type(bool, default=False)
    fail_on = options.Type(str, default="error")
    severity = options.Type(dict, default={})


class LpsaPlugin(BasePlugin[LpsaConfig]):  # type: ignore[no-untyped-call]
    """Publishes the knowledge base; all its knowledge is elsewhere."""

    command = "build"
    folder: BuildFolder | None = None
    warnings: WarningCount | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command and begin to count warnings."""
        self.command = command
        self.folder = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and review all content, and set the Markdown extension up."""
        self.warnings = WarningCount.attach()
        root = Path(config.config_file_path).resolve().parent
        try:
            settings = make_settings(
                root, {**config, "docs_dir": Path(config.docs_dir).name}, self.config
            )
            self.review = review(settings)
        except LpsaError as error:
            raise PluginError(str(error)) from error
        log_findings(log, self.review.findings)
        failing = self.review.failing(settings.fail_on)
        if failing and self.command != "serve":
            named = sorted({f"{f.path} ({f.code})" for f in failing})
            if len(named) > MOST_NAMED:
                named[MOST_NAMED:] = [f"and {len(named) - MOST_NAMED} more"]
            raise Abort(f"The content has faults that must be mended first: {', '.join(named)}")
        if self.command != "serve":
            self.folder = BuildFolder.beside(Path(config.site_dir))
            config.site_dir = str(self.folder.work)
        self.site = Site(
            titles={key: term.fields.term for key, term in self.review.knowledge.terms.items()},
            paths={key: term.page for key, term in self.review.knowledge.terms.items()},
            images=image_sizes(self.review.knowledge),
        )
        config.extra["lpsa_words"] = words_table(settings.language)
        config.extra["lpsa_card_files"] = files_for(len(self.review.knowledge.terms))
        config.extra["lpsa_contribute"] = "contribute/index" in self.review.knowledge.pages
        self.kinds = kind_names(words_of(settings.language))
        config.extra["lpsa_full_text"] = self.folder is not None
        config.markdown_extensions.append(LpsaExtension(site=self.site))  # type: ignore[arg-type]
        return config

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:
        """Let an edit anywhere in the content show in the browser."""
        for folder in content_folders(self.review.knowledge.settings):
            if (path := self.review.knowledge.settings.root / folder).is_dir():
                server.watch(str(path))
        return server

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Replace the files of the content folder by the pages and files of the site."""
        for file in list(files):
            of_content = Path(config.docs_dir) in Path(file.abs_src_path or "").parents
            if file.src_uri.startswith(UNUSED) or (file.generated_by is None and of_content):
                files.remove(file)
        to_page = None
        if self.review.knowledge.settings.pdf:
            to_page = page_converter(config.markdown_extensions, config.mdx_configs, self.site)
        try:
            self.rendered = render(self.review, to_page)
        except LpsaError as error:
            raise PluginError(str(error)) from error
        self.pages = {page.path: page for page in self.rendered.pages}
        self.newest = max((p.updated for p in self.rendered.pages if p.updated), default=None)
        self.site.parts = {k: v for page in self.rendered.pages for k, v in page.parts.items()}
        in_nav = set(_nav_paths(config.nav))
        for page in self.rendered.pages:
            level = InclusionLevel.INCLUDED if page.path in in_nav else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.path, content=page.markdown, inclusion=level)
            file.edit_uri = page.source or None
            files.append(file)
        for path, content in static_files(self.review, self.rendered):
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_markdown(
        self, markdown: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the theme what it prints about a page, escaped: its templates do not escape."""
        if made := self.pages.get(page.file.src_uri):
            page.meta.update(_meta(made, self.kinds))
            if day := made.updated or self.newest:
                page.update_date = day.isoformat()
        return markdown

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish the finished build, unless something was amiss."""
        assert self.warnings is not None
        self._report_removals()
        if config.strict and self.warnings.count:
            self._discard()
            raise Abort(f"{self.warnings.count} warnings in strict mode; the site is unchanged.")
        if self.folder:
            try:
                slim(self.folder.work)
                index_pages(self.folder.work)
                write_offline_copy(self.folder.work, self.review.knowledge.settings.site_url)
                self.folder.publish()
            except LpsaError as error:
                raise PluginError(str(error)) from error
            config.site_dir = str(self.folder.site)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no half-made build behind."""
        self._discard()

    def _discard(self) -> None:
        if self.folder:
            self.folder.discard()

    def _report_removals(self) -> None:
        """Name what the sanitiser took out and no finding has named before."""
        told = {f.path for f in self.review.findings if f.code == faults.REMOVED_MARKUP.code}
        findings = [
            faults.REMOVED_MARKUP.at(
                self.pages[path].source or path,
                FILE_START,
                f"The page cannot be published: it holds {', '.join(dict.fromkeys(names))}.",
                "Write it in Markdown.",
            )
            for path, names in sorted(self.site.removed.items())
            if path in self.pages and self.pages[path].source not in told
        ]
        if findings:
            log_findings(log, findings)
            if self.command != "serve":
                self._discard()
                raise Abort("Markup cannot be published; the site is unchanged.")


def _meta(page: Page, kinds: Mapping[str, str]) -> dict[str, Any]:
    meta: dict[str, Any] = {
        "title": html.escape(page.title),
        "description": html.escape(page.description),
        "lpsa_kind": page.kind,
        "lpsa_address": address_of(page.path),
        "lpsa_kind_name": kinds[dict(page.facets)["kind"]],
        "lpsa_facets": [":".join(pair) for pair in page.facets],
    }
    if page.noindex:
        meta["robots"] = "noindex"
    return meta


def _nav_paths(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    if isinstance(nav, dict):
        return [path for value in nav.values() for path in _nav_paths(value)]
    return [path for item in nav or () for path in _nav_paths(item)]
