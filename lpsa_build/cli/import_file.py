"""``lpsa import``: files of other programs → minimal edits to the sources."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lpsa_build.cli.group import lpsa
from lpsa_build.cli.output import exit_status, print_text, write_all
from lpsa_build.config import Settings, read_settings
from lpsa_build.errors import UsageError
from lpsa_build.lint.check import review, weigh
from lpsa_build.lint.report.text import line as finding_line
from lpsa_build.model.knowledge import KnowledgeBase
from lpsa_build.source.finding import Finding


@lpsa.group(name="import")
def import_file() -> None:
    """Take over what was written in other programs."""


@import_file.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.pass_obj
def xlsx(config_file: Path, file: Path, dry_run: bool) -> None:
    """Write the assessment in a filled-in workbook to its YAML file.

    A file that is there already keeps its comments and its order; only what is different is
    edited. If anything in the workbook does not fit, each cell is named and nothing is written.
    """
    settings = read_settings(config_file)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.") from error
    knowledge = review(settings).knowledge
    findings, path, text = _taken_over(knowledge, settings, file.name, data)
    for finding in findings:
        click.echo(finding_line(finding), err=True)
    if status := exit_status(findings, settings.fail_on):
        click.echo("Nothing was written.", err=True)
        sys.exit(status)
    full = settings.root / path
    same = full.is_file() and full.read_bytes() == text.encode()
    if dry_run:
        print_text(text)
    elif not same:
        write_all(full.parent, {full.name: text.encode()})
    click.echo(f"{path} {'is' if same else 'would be' if dry_run else 'was'} "
               f"{'the same already' if same else 'written'}.", err=True)  # fmt: skip


def _taken_over(
    knowledge: KnowledgeBase, settings: Settings, name: str, data: bytes
) -> tuple[list[Finding], str, str]:
    """Return the findings and, if nothing fails, the path and the text of the YAML file."""
    from lpsa_build.exchange.assessment_file import check_filled, render_file
    from lpsa_build.exchange.workbook_reading import read_workbook

    filled, findings = read_workbook(name, data)
    entry = None
    if filled:
        entry, more = check_filled(knowledge, name, filled)
        findings += more
    findings = sorted(weigh(findings, settings), key=lambda finding: finding.sort_key)
    failing = any(finding.severity.rank <= settings.fail_on.rank for finding in findings)
    if entry is None or failing:
        return findings, "", ""
    framework, _, stem = entry.id.partition("/")
    path = f"frameworks/{framework}/assessments/{stem}.yml"
    old = knowledge.assessments.get(entry.id)
    if old is None and f"assessment:{entry.id}" in knowledge.unread:
        raise UsageError(f"{path} has faults of its own; mend it first.")
    return findings, path, render_file(entry.fields, old)
