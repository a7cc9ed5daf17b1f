"""What surrounds the rules: severities, exemptions, the baseline and fixes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpsa_build.config import read_settings
from lpsa_build.errors import UsageError
from lpsa_build.lint import check
from lpsa_build.lint.baseline import apply_baseline, render_baseline
from lpsa_build.lint.check import review
from lpsa_build.lint.content import Content
from lpsa_build.lint.fixes import apply_fixes, choose_fixes
from lpsa_build.lint.mend import mend
from lpsa_build.lint.rule import Rule
from lpsa_build.source import faults
from lpsa_build.source.finding import (
    Edit,
    Fault,
    Finding,
    Fix,
    Position,
    Severity,
    Span,
)
from tests.case_files import MKDOCS

LONG = "x" * 401
TERM = "---\nterm: {term}\ndefinition: {definition}\ndomain: fiscal\nstatus: draft\n---\n"
Site = Callable[..., Path]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A function that writes files of a site and returns its ``mkdocs.yml``."""

    def write(files: dict[str, str], options: str = "") -> Path:
        config = tmp_path / "mkdocs.yml"
        for path, text in {"mkdocs.yml": MKDOCS + options, **files}.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        return config

    return write


def grant(definition: str = LONG, before: str = "", after: str = "") -> dict[str, str]:
    """Return the file of a term whose definition is too long."""
    text = f"---\nterm: grant\n{before}definition: {definition}{after}\ndomain: fiscal\n"
    return {"glossary/grant.md": f"{text}status: draft\n---\n"}


def told(config: Path, *codes: str) -> list[tuple[str, int, str]]:
    """Return line, code and severity of the findings with these codes."""
    return [
        (finding.code, finding.span.start.line, str(finding.severity))
        for finding in review(read_settings(config)).findings
        if finding.code in codes
    ]


# Severities


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", [("LPSA317", 3, "warning")]),
        ("    severity: {LPSA317: error}\n", [("LPSA317", 3, "error")]),
        ("    severity: {long-definition: advice}\n", [("LPSA317", 3, "advice")]),
        ("    severity: {LPSA317: off}\n", []),
        ('    severity: {LPSA317: {"glossary/g*": error}}\n', [("LPSA317", 3, "error")]),
        ('    severity: {LPSA317: {"primers/*": error}}\n', [("LPSA317", 3, "warning")]),
        (
            '    severity: {LPSA317: {"*": "off", "glossary/*": advice}}\n',
            [("LPSA317", 3, "advice")],
        ),
    ],
)
def test_a_site_says_what_a_rule_weighs(
    site: Site, options: str, expected: list[tuple[str, int, str]]
) -> None:
    """By code or name, everywhere or for some paths, the last that fits."""
    assert expected == told(site(grant(), options), "LPSA317")


def test_what_cannot_be_read_is_never_turned_off(site: Site) -> None:
    broken = {"glossary/x.md": "---\nterm: [\n---\n"}
    config = site(grant() | broken, "    severity: {LPSA009: off}\n")
    assert [("LPSA009", 3, "error")] == told(config, "LPSA009")


@pytest.mark.parametrize("options", ["severity: {LPSA317: loud}", "severity: [LPSA317]"])
def test_a_severity_that_is_none_is_refused(site: Site, options: str) -> None:
    config = site({}, f"    {options}\n")
    with pytest.raises(UsageError):
        read_settings(config)


# Exemptions


@pytest.mark.parametrize(
    "files",
    [
        grant(after="  # lpsa-ignore LPSA317 because the law says it so"),
        grant(after="  # lpsa-ignore long-definition because the law says it so"),
        grant(after="  # lpsa-ignore: LPSA317 because of the law"),
        grant(before="# lpsa-ignore LPSA317 because the law says it so\n"),
        grant(f">-\n  {LONG}", before="# lpsa-ignore LPSA317 because the law says it so\n"),
    ],
)
def test_a_comment_turns_a_finding_off(site: Site, files: dict[str, str]) -> None:
    """On its line, or on the key below it."""
    assert [] == told(site(files), "LPSA317", "LPSA031", "LPSA032")


def test_a_comment_on_a_file_holds_for_all_of_it(site: Site) -> None:
    files = grant()
    text = files["glossary/grant.md"]
    comment = "<!-- lpsa-ignore-file LPSA317 because the law says it so -->\n"
    assert [] == told(site({"glossary/grant.md": text + comment}), "LPSA317", "LPSA032")


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# lpsa-ignore LPSA317", "LPSA031"),
        ("# lpsa-ignore because I like it", "LPSA031"),
        ("# lpsa-ignore LPSA317 because", "LPSA031"),
        ("# lpsa-ignore", "LPSA031"),
    ],
)
def test_an_exemption_needs_a_code_and_a_reason(site: Site, comment: str, code: str) -> None:
    """Without them the finding stays."""
    config = site(grant(after=f"  {comment}"))
    assert [("LPSA317", 3, "warning"), (code, 3, "error")] == sorted(
        told(config, "LPSA317", "LPSA031", "LPSA032"), reverse=True
    )


@pytest.mark.parametrize(
    "comment",
    [
        "# lpsa-ignore LPSA317, LPSA405 because of two things",
        "# lpsa-ignore LPSA317, lpsa999 because it never was",
        "# lpsa-ignore LPSA317, LPSA009 because it cannot be read",
    ],
)
def test_a_name_that_turns_nothing_off_is_a_finding(site: Site, comment: str) -> None:
    config = site(grant(after=f"  {comment}"))
    assert [("LPSA032", 3, "error")] == told(config, "LPSA317", "LPSA032")


def test_a_comment_holds_for_its_own_place_only(site: Site) -> None:
    page = "---\ntitle: A page\n---\n<!-- lpsa-ignore LPSA317 because it is elsewhere -->\n"
    config = site(grant() | {"content/a.md": page})
    assert [("LPSA032", 4, "error"), ("LPSA317", 3, "warning")] == sorted(
        told(config, "LPSA317", "LPSA032")
    )


def test_a_comment_in_text_holds_up_to_the_next_blank_line(site: Site) -> None:
    """And is not shown on the page, nor told to be removed markup."""
    comment = "<!-- lpsa-ignore LPSA401 because the entry comes next week -->"
    body = f"{comment}\nSee [[soon]]\nand [[later]].\n\nSee [[never]].\n"
    config = site({"glossary/grant.md": TERM.format(term="grant", definition="Money.") + body})
    assert [("LPSA401", 11, "error")] == told(config, "LPSA401", "LPSA021", "LPSA032")


def test_an_example_of_a_comment_is_none(site: Site) -> None:
    text = "```yaml\n# lpsa-ignore LPSA305 because\n```\n\n~~~\n<!-- lpsa-ignore -->\n~~~\n"
    config = site({"content/a.md": f"---\ntitle: A\n---\n{text}"})
    assert [] == told(config, "LPSA031", "LPSA032")


# The baseline


def finding(message: str, path: str = "a.md", line: int = 1, fix: Fix | None = None) -> Finding:
    """Return a finding of some kind."""
    span = Span(Position(line, 1), Position(line, 2))
    return faults.EVERYDAY_WORD.at(path, span, message, "Cure.", fix=fix)


def test_a_baseline_hides_what_it_lists_and_no_more() -> None:
    known = [finding("One."), finding("One.", line=5), finding("Two.")]
    text = render_baseline(known)
    assert [] == list(apply_baseline(known, "baseline.txt", text))
    more = [finding("One.", line=9), *known, finding("New.")]
    assert ["One.", "New."] == [f.message for f in apply_baseline(more, "baseline.txt", text)]


def test_a_baseline_may_only_shrink() -> None:
    """What it lists and is gone is an error at its line."""
    text = render_baseline([finding("One."), finding("One."), finding("Two.")])
    (stale,) = apply_baseline([finding("One."), finding("Two.")], "baseline.txt", text)
    assert ("LPSA033", "baseline.txt", 3, Severity.ERROR) == (
        stale.code,
        stale.path,
        stale.span.start.line,
        stale.severity,
    )


@given(st.lists(st.text(min_size=1).map(finding)), st.lists(st.text(min_size=1).map(finding)))
def test_any_baseline_hides_exactly_its_findings(known: list[Finding], new: list[Finding]) -> None:
    text = render_baseline(known)
    shown = [f for f in apply_baseline([*known, *new], "b.txt", text) if f.code != "LPSA033"]
    assert len(new) == len(shown)


# Fixes


def replaced(text: str, start: int, end: int, *, line: int = 1, safe: bool = True) -> Finding:
    """Return a finding whose fix writes ``text`` over some columns of ``a.md``."""
    span = Span(Position(line, start), Position(line, end))
    return finding(f"{line}:{start} {text}", fix=Fix(safe, (Edit("a.md", span, text),)))


def applied(data: bytes, *findings: Finding, unsafe: bool = False) -> bytes:
    """Return what one round of fixes makes of ``a.md``."""
    return apply_fixes(choose_fixes(findings, unsafe=unsafe), {"a.md": data}).get("a.md", data)


def test_edits_of_several_fixes_keep_their_places() -> None:
    fixes = [replaced("E!", 5, 6), replaced("A", 1, 2), replaced(" ", 3, 4)]
    assert b"Ab dE!" == applied(b"abcde", *fixes)


def test_marks_line_ends_and_wide_letters_stay() -> None:
    """A place counts code points of the file as it stands on disk."""
    data = "\ufeffא𝒳z\r\nnext\r\n".encode()
    fixes = [replaced("Y\nY", 3, 4), replaced("N", 1, 2, line=2)]
    assert "\ufeffא𝒳Y\r\nY\r\nNext\r\n".encode() == applied(data, *fixes)


def test_of_two_fixes_that_meet_the_first_is_applied() -> None:
    assert b"XYdef" == applied(b"abcdef", replaced("XY", 1, 4), replaced("Z", 3, 5))


def test_unsafe_fixes_are_applied_on_demand() -> None:
    fix = replaced("A", 1, 2, safe=False)
    assert (b"abc", b"Abc") == (applied(b"abc", fix), applied(b"abc", fix, unsafe=True))


TYPO = Fault("LPSA499", "typo", Severity.WARNING, "A word is misspelled.")
WORSE = Fault("LPSA498", "worse", Severity.WARNING, "A word is worse.")


def find_typos(content: Content) -> Iterator[Finding]:
    """Find “teh”; each fix mends one, but the fix of the second line makes it worse."""
    for entry in content.knowledge.pages.values():
        for number, line in enumerate(entry.source.split("\n"), 1):
            column = line.find("teh") + 1
            if column:
                better = "the" if "never" not in line else "bad"
                span = Span(Position(number, column), Position(number, column + 3))
                fix = Fix(safe=True, edits=(Edit(entry.path, span, better),))
                yield TYPO.at(entry.path, span, "“teh” is misspelled.", "the", fix=fix)
            if "bad" in line:
                whole = Span(Position(number, 1), Position(number, len(line) + 1))
                yield WORSE.at(entry.path, whole, "This is worse.", "Write something else.")


@pytest.fixture
def typo_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of this test alone."""
    rule = replace(Rule(TYPO, ""), check_all=find_typos)
    monkeypatch.setattr(check, "RULES", (rule,))


@pytest.mark.usefixtures("typo_rule")
def test_mending_ends_when_nothing_is_left_and_is_idempotent(site: Site) -> None:
    config = site({"content/a.md": "---\ntitle: A\n---\nteh teh teh\r\nx\n"})
    settings = read_settings(config)
    result, changed = mend(settings, lambda _: True, unsafe=False)
    assert b"---\ntitle: A\n---\nthe the the\r\nx\n" == changed["content/a.md"]
    assert [] == [f for f in result.findings if f.code == "LPSA499"]
    (config.parent / "content/a.md").write_bytes(changed["content/a.md"])
    assert {} == mend(settings, lambda _: True, unsafe=False)[1]


@pytest.mark.usefixtures("typo_rule")
def test_a_fix_that_makes_a_new_finding_is_left_out(site: Site) -> None:
    """Whatever a rule promises; the fixes of other files go on."""
    config = site(
        {
            "content/a.md": "---\ntitle: A\n---\nteh never\n",
            "content/b.md": "---\ntitle: B\n---\nteh\n",
        }
    )
    _, changed = mend(read_settings(config), lambda _: True, unsafe=False)
    assert {"content/b.md": b"---\ntitle: B\n---\nthe\n"} == changed


@pytest.mark.usefixtures("typo_rule")
def test_only_wanted_findings_are_mended(site: Site) -> None:
    config = site(dict.fromkeys(("content/a.md", "content/b.md"), "---\ntitle: A\n---\nteh\n"))
    _, changed = mend(read_settings(config), lambda f: f.path == "content/b.md", unsafe=False)
    assert ["content/b.md"] == list(changed)


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("definition: Money: what is given.", 'definition: "Money: what is given."'),
        ("definition: *Money* that is given.", 'definition: "*Money* that is given."'),
        ("definition: @Money is given.", 'definition: "@Money is given."'),
        ('definition: `Money`: "given".', "definition: '`Money`: \"given\".'"),
        ("definition: Money's worth: `it`.", 'definition: "Money\'s worth: `it`."'),
        ("aliases:\n\t- subsidy\ndefinition: Money.", "aliases:\n  - subsidy\ndefinition: Money."),
    ],
)
def test_yaml_is_mended_where_it_is_plain_what_was_meant(
    site: Site, line: str, mended: str
) -> None:
    """The value then is the text that was typed."""
    text = "---\nterm: grant\n{}\ndomain: fiscal\nstatus: draft\n---\n"
    settings = read_settings(site({"glossary/grant.md": text.format(line)}))
    _, changed = mend(settings, lambda _: True, unsafe=False)
    assert text.format(mended).encode() == changed["glossary/grant.md"]


@pytest.mark.parametrize("line", ["definition: Money: a # comment", "definition: Money: a\n  b"])
def test_yaml_is_left_alone_where_one_must_look(site: Site, line: str) -> None:
    text = f"---\nterm: grant\n{line}\ndomain: fiscal\nstatus: draft\n---\n"
    settings = read_settings(site({"glossary/grant.md": text}))
    assert {} == mend(settings, lambda _: True, unsafe=False)[1]
