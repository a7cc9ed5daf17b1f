"""``lpsa check``: all findings about the content, and their fixes."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from lpsa_build.cli.group import lpsa
from lpsa_build.cli.output import exit_status, print_text, write_all
from lpsa_build.cli.paths import is_within, wanted_paths
from lpsa_build.config import Settings, read_settings
from lpsa_build.errors import MachineError, UsageError
from lpsa_build.lint.baseline import apply_baseline, baseline_line, render_baseline
from lpsa_build.lint.check import Review, review
from lpsa_build.lint.mend import mend
from lpsa_build.lint.report import FORMATS
from lpsa_build.lint.report.report import Report
from lpsa_build.lint.report.text import printable
from lpsa_build.lint.rules import KINDS
from lpsa_build.source.finding import Finding, Severity
from lpsa_build.source.revision import changed_paths, checked_out, merge_base


@lpsa.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
@click.option("--select", multiple=True, metavar="CODE", help="Only this code, or LPSA4….")
@click.option("--ignore", multiple=True, metavar="CODE", help="All but this code.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    help="Severity from which the command fails.  [default: fail_on in mkdocs.yml]",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of known findings, which are not shown; it may only shrink.",
)
@click.option("--accept", is_flag=True, help="Write the baseline with all findings of now.")
@click.option("--changed", metavar="BASE", help="Only what the branch adds since git's BASE.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely.")
@click.option("--unsafe", is_flag=True, help="With --fix: also where the meaning may change.")
@click.pass_obj
def check(
    config_file: Path,
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    baseline: Path | None,
    accept: bool,
    changed: str | None,
    fix: bool,
    unsafe: bool,
) -> None:
    """Say what is wrong with the content, or with the files and folders in PATHS."""
    if (unsafe and not fix) or (accept and not baseline):
        raise UsageError("--unsafe needs --fix, and --accept needs --baseline.")
    settings = read_settings(config_file)
    wanted = _chosen(wanted_paths(settings, paths), _codes(select), _codes(ignore))
    result = _mended(settings, wanted, unsafe=unsafe) if fix else review(settings)
    findings = result.findings
    base = merge_base(settings.root, changed) if changed else ""
    if base:
        findings = tuple(_added(settings, config_file, base, findings))
    if baseline and accept:
        _accept(baseline, findings)
    if baseline:
        findings = tuple(apply_baseline(findings, _shown(settings, baseline), _read(baseline)))
    findings = tuple(filter(wanted, findings))
    report = Report(
        findings,
        sum(is_within(path, wanted_paths(settings, paths)) for path in result.knowledge.files),
        settings.site_url,
        result.texts,
        changed_paths(settings.root, base) if base else frozenset(),
        color=form == "text" and _shows_color(),
        whole=bool(select),
    )
    print_text(FORMATS[form](report))
    sys.exit(exit_status(findings, Severity(fail_on) if fail_on else settings.fail_on))


def _chosen(
    paths: tuple[str, ...], only: tuple[str, ...], never: tuple[str, ...]
) -> Callable[[Finding], bool]:
    """Return what tells whether a finding lies within the paths and has one of the codes."""
    return lambda finding: (
        is_within(finding.path, paths)
        and (not only or finding.code.startswith(only))
        and not (never and finding.code.startswith(never))
    )


def _mended(settings: Settings, wanted: Callable[[Finding], bool], *, unsafe: bool) -> Review:
    """Apply the fixes of the wanted findings on disk and return what is left."""
    result, changed = mend(settings, wanted, unsafe=unsafe)
    for path, data in changed.items():
        try:
            (settings.root / path).write_bytes(data)
        except OSError as error:
            raise MachineError(f"{path} cannot be written: {error.strerror}.") from error
        click.echo(f"mended {printable(path)}", err=True)
    return result


def _added(
    settings: Settings, config_file: Path, base: str, findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings that were not there at the commit ``base``."""
    with checked_out(settings.root, base) as folder:
        before = review(read_settings(folder / config_file.name)).findings
    known = Counter(map(baseline_line, before))
    for finding in findings:
        if known[line := baseline_line(finding)]:
            known[line] -= 1
        else:
            yield finding


def _accept(baseline: Path, findings: Iterable[Finding]) -> None:
    """Write a baseline of all findings; one that is there already stays as it is."""
    if baseline.exists():
        raise UsageError(f"{baseline} is there already; a baseline may only shrink.")
    write_all(baseline.parent, {baseline.name: render_baseline(findings).encode()})


def _shown(settings: Settings, path: Path) -> str:
    full = path.resolve()
    inside = full.is_relative_to(settings.root)
    return full.relative_to(settings.root).as_posix() if inside else path.as_posix()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read. Make it with --accept.") from error


def _shows_color() -> bool:
    """Tell whether the output is a terminal that may show colors (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    """Return codes, or beginnings of codes, in capitals.

    Raises:
        UsageError: no code is or begins so.
    """
    codes = tuple(code.upper() for code in given)
    for code in codes:
        if not any(fault.code.startswith(code) for fault in KINDS):
            raise UsageError(f"There is no code {code}.")
    return codes
