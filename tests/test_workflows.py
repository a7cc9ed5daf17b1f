"""What runs for everyone: the workflows, the lock files, and nothing of one machine alone."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*")
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb.debian" + ".org")
ABSOLUTE = re.compile(rb"(?<![\w.~-])/(?:home|root|Users)/\w|[A-Z]:\\Users\\")
MAY_WRITE = {("publish.yml", "deploy"): {"pages": "write", "id-token": "write"}}

by_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    """Return a workflow; YAML takes its key ``on`` for true."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(workflow, dict)
    return workflow


@by_workflow
def test_every_action_is_pinned_by_its_full_commit(path: Path) -> None:
    """And says in a comment which version that is."""
    uses = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines()]
    actions = [line for line in uses if line.startswith("uses:")]
    assert actions
    assert [] == [line for line in actions if not PINNED.fullmatch(line)]


@by_workflow
def test_nothing_is_permitted_but_what_a_job_asks_for(path: Path) -> None:
    """Only the job that publishes may write."""
    workflow = read(path)
    assert {} == workflow["permissions"]
    for name, job in workflow["jobs"].items():
        writes = {k: v for k, v in job["permissions"].items() if v == "write"}
        assert MAY_WRITE.get((path.name, name), {}) == writes


@by_workflow
def test_no_value_of_a_stranger_stands_in_a_script(path: Path) -> None:
    """What a pull request can choose comes through the environment only."""
    scripts = [
        step.get("run", "") for job in read(path)["jobs"].values() for step in job.get("steps", ())
    ]
    assert [] == [script for script in scripts if "${{" in script]


def test_a_change_by_a_stranger_meets_no_secret() -> None:
    """Pull requests run without the rights of the repository."""
    triggers = [read(path)[True] for path in WORKFLOWS]  # type: ignore[index]  # YAML 1.1's "on"
    assert [] == [trigger for trigger in triggers if "pull_request_target" in trigger]
    assert [] == [path for path in WORKFLOWS if "secrets." in path.read_text("utf-8")]


@by_workflow
def test_no_job_runs_for_ever_or_beside_itself(path: Path) -> None:
    """Each has a limit, and a newer run of the same thing stops or waits for the older one."""
    workflow = read(path)
    assert {"group", "cancel-in-progress"} == workflow["concurrency"].keys()
    assert [] == [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job]


@by_workflow
def test_no_token_stays_on_disk(path: Path) -> None:
    steps = [step for job in read(path)["jobs"].values() for step in job.get("steps", ())]
    checkouts = [step for step in steps if "actions/checkout@" in step.get("uses", "")]
    assert [False] * len(checkouts) == [step["with"]["persist-credentials"] for step in checkouts]


def test_two_publications_never_overlap() -> None:
    """A later one waits for the earlier one."""
    concurrency = read(ROOT / ".github" / "workflows" / "publish.yml")["concurrency"]
    assert {"group": "pages", "cancel-in-progress": False} == concurrency


@pytest.mark.parametrize("name", ["build", "pdf", "test"])
def test_a_lock_file_holds_hashes_and_no_addresses(name: str) -> None:
    """Every package is pinned to a version and at least one hash."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.partition("\n\n")[2] or text)
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert len(packages) > 20
    assert [] == [entry for entry in packages if "==" not in entry or "--hash=sha256:" not in entry]
    assert "://" not in text


def test_each_set_holds_the_smaller_ones() -> None:
    """And none but the test set holds test tools, none but those for paper WeasyPrint."""
    build, pdf, test = (
        set(
            re.findall(
                r"^([\w.-]+==\S+)", (ROOT / "requirements" / f).read_text("utf-8"), re.MULTILINE
            )
        )
        for f in ("build.txt", "pdf.txt", "test.txt")
    )
    assert build < pdf < test
    assert not [name for name in pdf if name.startswith(("pytest", "playwright", "mypy"))]
    assert [] == [name for name in build if name.startswith("weasyprint")]


def tracked() -> dict[str, bytes]:
    """Return every file of the repository."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = [name for name in listed.stdout.decode().split("\0") if name]
    return {name: (ROOT / name).read_bytes() for name in names if (ROOT / name).is_file()}


def test_no_tracked_file_names_a_registry() -> None:
    """The project speaks of no host from which packages come."""
    found = [n for n, data in tracked().items() if any(r.encode() in data for r in REGISTRIES)]
    assert [] == found


def test_no_tracked_file_names_a_place_on_one_machine() -> None:
    """Paths are relative to the repository."""
    assert [] == [name for name, data in tracked().items() if ABSOLUTE.search(data)]
