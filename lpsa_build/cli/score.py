"""``lpsa score``: what an assessment comes to."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lpsa_build.cli.group import lpsa
from lpsa_build.cli.output import exit_status, print_text
from lpsa_build.cli.paths import wanted_paths
from lpsa_build.config import read_settings
from lpsa_build.errors import UsageError
from lpsa_build.exchange import json as json_format
from lpsa_build.exchange import text as text_format
from lpsa_build.lint.check import review
from lpsa_build.lint.report.text import line as finding_line
from lpsa_build.model.addresses import Kind
from lpsa_build.model.layout import place_of
from lpsa_build.source.finding import Severity


@lpsa.command()
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def score(config_file: Path, file: str, form: str) -> None:
    """Say what the assessment in FILE comes to, at every level of its framework.

    Errors and warnings about it, or about its framework, are said beside the result.
    """
    settings = read_settings(config_file)
    (path,) = wanted_paths(settings, [file])
    place = place_of(path, settings)
    if place is None or place.kind is not Kind.ASSESSMENT:
        raise UsageError(
            f"{file} is no assessment: frameworks/<id>/assessments/<place>-<year>.yml."
        )
    result = review(settings)
    home = f"{path.rpartition('/assessments/')[0]}/framework.yml"
    findings = [f for f in result.failing(Severity.WARNING) if f.path in {path, home}]
    for finding in findings:
        click.echo(finding_line(finding), err=True)
    framework = result.knowledge.frameworks.get(place.id.split("/")[0])
    assessment = result.knowledge.assessments.get(place.id)
    if framework and assessment:
        render = {"json": json_format.score, "text": text_format.score}[form]
        print_text(render(framework, assessment))
    sys.exit(exit_status(findings, settings.fail_on))
