"""How many defects the checker finds: the real content, damaged in one place at a time.

    python -m benchmarks.checks [--mutants 600] [--seed 1] [--kinds NAME…] [--show] [--list]

Each mutant is the content of this repository with one defect at a random place, in memory. It
counts as found if the checker has a finding there that the content without the defect has not:
of a right rule (a stated set of codes), and at the line of the defect. The kinds of defects
(`benchmarks/defects/`) take turns, so that each has nearly the same number of mutants.

It prints the seed, the shares by kind, and all misses with `--show`. Exit status: 0 if 98 % are
found, 1 if less, 2 if an option is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.defects import KINDS
from benchmarks.defects.site import Kind, Mutant, Site
from lpsa_build.config import Settings, read_settings
from lpsa_build.lint.check import review_files
from lpsa_build.model.layout import content_folders
from lpsa_build.source.files import SourceFile, read_tree, take_file
from lpsa_build.source.finding import Finding

ENOUGH = 0.98
TRIES = 200


@dataclass(frozen=True)
class Result:
    """What became of one mutant; ``seen`` are new findings, if none of them is the right one."""

    kind: str
    seed: str
    found: bool
    places: tuple[str, ...]
    seen: tuple[str, ...]


@dataclass(frozen=True)
class Original:
    """The content as it is, and what is found in it: signs that leave out the line."""

    settings: Settings
    files: dict[str, SourceFile]
    site: Site
    signs: Counter[tuple[str, str, str]]


def main() -> int:
    """Make the mutants, check each, print the shares."""
    options = _options()
    kinds = [kind for kind in KINDS if not options.kinds or kind.name in options.kinds]
    if options.list or not kinds:
        print("\n".join(kind.name for kind in KINDS))
        return 0 if options.list else 2
    seeds = [f"{options.seed}/{number}" for number in range(options.mutants)]
    jobs = [(kinds[n % len(kinds)].name, seed) for n, seed in enumerate(seeds)]
    started = time.perf_counter()
    results = []
    with ProcessPoolExecutor(options.processes) as pool:
        for result in pool.map(examine, jobs):
            results.append(result)
            if options.show and not result.found:
                print("\n".join(missed(result)), flush=True)
    print(f"seed {options.seed}, {len(results)} mutants of {len(kinds)} kinds", end="")
    print(f", {time.perf_counter() - started:.0f} seconds")
    print("\n".join(table(kinds, results)))
    share = sum(result.found for result in results) / len(results)
    print(f"found {share:.2%} of {len(results)}; {ENOUGH:.0%} are wanted")
    return 0 if share >= ENOUGH else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--mutants", type=int, default=600, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--kinds", nargs="+", metavar="NAME")
    parser.add_argument("--show", action="store_true", help="print what was missed, and where")
    parser.add_argument("--list", action="store_true", help="print the names of all kinds")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), metavar="N")
    return parser.parse_args()


@cache
def original() -> Original:
    """Read and check the content of this repository, once per process."""
    settings = read_settings(Path(__file__).parents[1] / "mkdocs.yml")
    files, intake = read_tree(settings.root, content_folders(settings))
    findings = review_files(settings, files, intake).findings
    site = Site({file.path: file.text for file in files if file.text is not None})
    signs = Counter(map(_sign, findings))
    return Original(settings, {file.path: file for file in files}, site, signs)


def _sign(finding: Finding) -> tuple[str, str, str]:
    return finding.path, finding.code, finding.message


def examine(job: tuple[str, str]) -> Result:
    """Make the mutant of a kind from its seed, and look for its defect."""
    name, seed = job
    made = next(kind for kind in KINDS if kind.name == name)
    dice = Random(f"{seed}/{name}")  # noqa: S311  # not for secrets
    mutant = make(made, dice)
    new = sorted(find_new(mutant), key=lambda finding: finding.sort_key)
    found = any(f.code in made.codes and (f.path, f.span.start.line) in mutant.places for f in new)
    places = tuple(sorted(f"{path}:{line}" for path, line in mutant.places))
    seen = tuple(f"{f.path}:{f.span.start.line} {f.code} {f.message}" for f in new)
    return Result(name, seed, found, places, () if found else seen)


def make(kind: Kind, dice: Random) -> Mutant:
    """Return a mutant of a kind; places that do not allow the defect are passed over."""
    for _ in range(TRIES):
        if mutant := kind.make(original().site, dice):
            return mutant
    raise ValueError(f"The content has no place for {kind.name}.")


def find_new(mutant: Mutant) -> Iterator[Finding]:
    """Yield what is found in the mutant and not in the content as it is."""
    before = original()
    files, intake = dict(before.files), []
    for path, data in mutant.files.items():
        files.pop(path, None)
        if data is not None:
            files[path], findings = take_file(path, data)
            intake += findings
    left = Counter(before.signs)
    ordered = [files[path] for path in sorted(files)]
    for finding in review_files(before.settings, ordered, intake).findings:
        if left[_sign(finding)] > 0:
            left[_sign(finding)] -= 1
        else:
            yield finding


def table(kinds: Sequence[Kind], results: Iterable[Result]) -> Iterator[str]:
    """Yield one line per kind: found, of how many, and the codes that count."""
    found: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for result in results:
        made[result.kind] += 1
        found[result.kind] += result.found
    for kind in kinds:
        mark = " " if found[kind.name] == made[kind.name] else "!"
        share = f"{found[kind.name]:3} of {made[kind.name]:3}"
        yield f"{mark} {kind.name:40} {share}  {', '.join(sorted(kind.codes))}"


def missed(result: Result) -> Iterator[str]:
    """Yield what was missed: the places of the defect, and what was found instead."""
    yield f"missed {result.kind} ({result.seed}) at {', '.join(result.places[:4])}"
    yield from (f"    {line}" for line in result.seen[:6])


if __name__ == "__main__":
    sys.exit(main())
