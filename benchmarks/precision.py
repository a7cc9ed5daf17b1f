"""How many findings a careful editor would accept: a random sample to judge, and its tally.

    python -m benchmarks.precision sample FOLDER [--seed 1] [--number 100] [--ignore CODE…]
    python -m benchmarks.precision tally judged.md

FOLDER holds content in our format that was not written for these checks, with its `mkdocs.yml`.
`sample` checks it and prints findings, errors and warnings only, drawn by chance from all of them;
`--ignore` leaves out rules about what the conversion did not carry over, such as sources.
Whoever judges reads each, with its place and the whole text around it in FOLDER, and writes in its
box `x` if a careful editor would accept the finding, `-` if not. `tally` prints the shares by
severity and by rule; exit status 0 if at least 90 % of the errors and 75 % of the warnings are
accepted, 1 if not, 2 if a box is empty or an option is wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from lpsa_build.config import read_settings
from lpsa_build.lint.check import review
from lpsa_build.source.finding import Finding, Severity

WANTED = {Severity.ERROR: 0.90, Severity.WARNING: 0.75}
LINE = re.compile(r"- \[(?P<box>.)\] \d+ (?P<severity>error|warning) (?P<rule>LPSA\d+ \S+) ")
CONTEXT = 160
"""Characters of the line that are shown on each side of the words."""


def main() -> int:
    """Print a sample, or count a judged one."""
    options = _options()
    if options.act == "sample":
        reviewed = review(read_settings(options.folder / "mkdocs.yml"))
        findings = [
            finding
            for finding in reviewed.findings
            if finding.severity in WANTED and finding.code not in options.ignore
        ]
        print("\n".join(sample(findings, reviewed.texts, options.seed, options.number)))
        return 0
    judged = list(LINE.finditer(options.file.read_text("utf-8")))
    if not judged or any(match["box"] not in "x-" for match in judged):
        print("Each finding needs a box with x or -.", file=sys.stderr)
        return 2
    print("\n".join(tally(judged)))
    return 0 if all(share(judged, s) >= least for s, least in WANTED.items()) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    acts = parser.add_subparsers(dest="act", required=True)
    sampling = acts.add_parser("sample")
    sampling.add_argument("folder", type=Path)
    sampling.add_argument("--seed", type=int, default=1)
    sampling.add_argument("--number", type=int, default=100)
    sampling.add_argument("--ignore", nargs="+", default=[], metavar="CODE")
    acts.add_parser("tally").add_argument("file", type=Path)
    return parser.parse_args()


def sample(
    findings: Sequence[Finding], texts: Mapping[str, str], seed: int, number: int
) -> Iterator[str]:
    """Yield a list to judge, as Markdown: each finding has the same chance."""
    chosen = Random(seed).sample(findings, min(number, len(findings)))  # noqa: S311  # no secret
    yield f"{len(chosen)} of {len(findings)} findings, seed {seed}"
    for place, finding in enumerate(sorted(chosen, key=lambda f: (f.code, f.sort_key)), 1):
        yield ""
        yield (
            f"- [ ] {place} {finding.severity} {finding.code} {finding.rule} "
            f"{finding.path}:{finding.span.start.line}:{finding.span.start.column}"
        )
        yield f"  {finding.message}"
        yield f"  {finding.cure}"
        yield f"  > {_around(finding, texts.get(finding.path, ''))}"


def _around(finding: Finding, text: str) -> str:
    """Return the line of a finding, with its words between ⟦ and ⟧."""
    lines = text.split("\n")
    line = lines[finding.span.start.line - 1]
    start = finding.span.start.column - 1
    one_line = finding.span.end.line == finding.span.start.line
    end = finding.span.end.column - 1 if one_line else len(line)
    before, after = line[max(0, start - CONTEXT) : start], line[end : end + CONTEXT]
    return f"{before}⟦{line[start:end]}⟧{after}"


def share(judged: Iterable[re.Match[str]], severity: Severity) -> float:
    """Return the accepted share of the findings of a severity; 1 if there is none."""
    boxes = [match["box"] for match in judged if match["severity"] == severity]
    return boxes.count("x") / len(boxes) if boxes else 1.0


def tally(judged: Iterable[re.Match[str]]) -> Iterator[str]:
    """Yield the shares by severity, then by rule, the worst first."""
    judged = list(judged)
    for severity, least in WANTED.items():
        number = sum(match["severity"] == severity for match in judged)
        yield f"{severity}: {share(judged, severity):.0%} of {number} accepted, {least:.0%} wanted"
    made = Counter(match["rule"] for match in judged)
    refused = Counter(match["rule"] for match in judged if match["box"] == "-")
    for rule, number in sorted(made.items(), key=lambda item: (-refused[item[0]], item)):
        yield f"  {rule:42} {number - refused[rule]:3} of {number:3}"


if __name__ == "__main__":
    sys.exit(main())
