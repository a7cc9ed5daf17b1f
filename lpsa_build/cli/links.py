"""``lpsa links``: where terms are linked, and where not."""

from __future__ import annotations

import json
from pathlib import Path

import click

from lpsa_build.cli.group import lpsa
from lpsa_build.cli.output import print_text
from lpsa_build.cli.paths import is_within, wanted_paths
from lpsa_build.config import read_settings
from lpsa_build.lint import link_figures
from lpsa_build.lint.check import review
from lpsa_build.mentions.policy import Mention
from lpsa_build.mentions.summary import Summary, summarize


@lpsa.command()
@click.argument("paths", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Also mentions that are not linked.")
@click.option(
    "--summary", "figures", is_flag=True, help="Figures instead: density, ambiguity, use."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def links(
    config_file: Path, paths: tuple[str, ...], everything: bool, figures: bool, form: str
) -> None:
    """List every link to a term that the build makes in prose."""
    settings = read_settings(config_file)
    result = review(settings)
    wanted = wanted_paths(settings, paths)
    if figures:
        _print_figures(
            summarize(result.knowledge, result.links, lambda p: is_within(p, wanted)), form
        )
        return
    mentions = sorted(
        (
            mention
            for found in result.links.mentions.values()
            for mention in found
            if (mention.linked or everything) and is_within(mention.path, wanted)
        ),
        key=lambda m: (m.path, m.span),
    )
    if form == "json":
        data = {"links": [_link(mention) for mention in mentions]}
        print_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        print_text("".join(f"{_link_line(mention)}\n" for mention in mentions))


def _print_figures(summary: Summary, form: str) -> None:
    if form == "json":
        print_text(json.dumps(link_figures.as_data(summary), ensure_ascii=False, indent=2) + "\n")
    else:
        print_text(link_figures.render(summary))


def _link(mention: Mention) -> dict[str, object]:
    start, end = mention.span.start, mention.span.end
    return {
        "path": mention.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": mention.text,
        "language": mention.language,
        "term": mention.term or None,
        "form": mention.form,
        "linked": mention.linked,
        "reason": mention.reason,
    }


def _link_line(mention: Mention) -> str:
    start = mention.span.start
    words = " ".join(mention.text.split())
    arrow = "->" if mention.linked else "--"
    target = mention.term or "?"
    return (
        f"{mention.path}:{start.line}:{start.column}: {words} {arrow} {target} ({mention.reason})"
    )
