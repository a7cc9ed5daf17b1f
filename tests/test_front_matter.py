"""A Markdown file: its bytes, its two parts, and the place of each character of a value."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from lpsa_build.source.document import locate_scalar, parse_document
from lpsa_build.source.text import HIDDEN, LineIndex, decode
from lpsa_build.source.yaml_tree import parse_yaml

words = st.lists(
    st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=6),
    min_size=1,
    max_size=12,
).map(" ".join)
pieces = st.sampled_from(
    [
        "---",
        "---\n",
        "\n",
        "----",
        " ",
        "term: x",
        "a: [",
        "\r\n",
        "\ufeff",
        "# T",
        "é",
        "\t",
        "...",
    ]
)


@given(
    st.one_of(st.binary(), st.lists(pieces).map("".join).map(str.encode), st.text().map(str.encode))
)
def test_no_bytes_raise(data: bytes) -> None:
    """Every file is either read or named by a finding."""
    text, findings = decode("a.md", data)
    if text is None:
        assert findings
    else:
        document, more = parse_document("a.md", text)
        assert document.front is not None or more


@given(st.binary())
def test_a_decoded_text_holds_no_hidden_character(data: bytes) -> None:
    """What nobody can see is reported, and reaches no page."""
    text, findings = decode("a.md", data)
    assert text is None or not HIDDEN.search(text)
    if text is not None and HIDDEN.search(
        data.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    ):
        assert "LPSA004" in {finding.code for finding in findings}


@given(st.lists(pieces).map("".join))
def test_the_body_stands_where_it_is_said_to_stand(text: str) -> None:
    """Its first line is counted in the file."""
    text = text.replace("\r", "").replace("\ufeff", "")
    body = parse_document("a.md", text)[0].body
    if body.text:
        assert body.text == "\n".join(text.split("\n")[body.first_line - 1 :])


@given(words, st.sampled_from([None, "'", "|", ">"]), st.sampled_from([12, 30, 1000]))
def test_each_letter_of_a_value_is_found_at_its_place(
    text: str, style: str | None, width: int
) -> None:
    """In a plain, a quoted, a literal and a folded value, over all line ends."""
    source = "first: x\n" + str(
        yaml.safe_dump({"key": text}, default_style=style, width=width, allow_unicode=True)
    )
    raw = parse_yaml("a.yml", source)[0].raw["key",]
    assume(source[raw[0]] != '"')  # the writer's choice where a text needs escapes
    assert letters(text) == placed(source, raw, text)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("key: plain words\n  on two lines\n", "plain words on two lines"),
        ("key: 'it''s one ''word'' here'\n", "it's one 'word' here"),
        ('key: "a \\"word\\" and a \\\\ stroke"\n', 'a "word" and a \\ stroke'),
        ('key: "two\n\n  paragraphs"\n', "two\nparagraphs"),
        ("key: >-\n  folded\n  lines\n\n  and more\n", "folded lines\nand more"),
        ("key: |2-\n    indented\n  lines\n", "  indented\nlines"),
        ("key: | # note\n  one\n\n    two\n", "one\n\n  two\n"),
        ("key: >+\n  الإيرادات\n  الذاتية\n\n", "الإيرادات الذاتية\n\n"),
        ("key: 😀 after a wide letter\n", "😀 after a wide letter"),
    ],
)
def test_each_letter_is_found_in_values_that_people_write(source: str, value: str) -> None:
    """By example: doubled quotation marks, escapes, empty lines, comments, wide letters."""
    tree, findings = parse_yaml("a.yml", source)
    assert ({"key": value}, []) == (tree.value, findings)
    assert letters(value) == placed(source, tree.raw["key",], value)


def test_letters_after_an_escape_that_is_not_understood_have_no_place() -> None:
    """A wrong place would be worse than none."""
    source = 'key: "ab \\x41 cd"\n'
    tree, _ = parse_yaml("a.yml", source)
    assert {0: "a", 1: "b"} == placed(source, tree.raw["key",], "ab A cd")


def letters(value: str) -> dict[int, str]:
    """Return the characters of a value that are no white space, by offset."""
    return {offset: letter for offset, letter in enumerate(value) if not letter.isspace()}


def placed(source: str, raw: tuple[int, int], value: str) -> dict[int, str]:
    """Return what stands at the place of each character of a value that is no white space."""
    places = locate_scalar(source, LineIndex(source), raw, value)
    lines = source.split("\n")
    found = {offset: lines[at.line - 1][at.column - 1 :][:1] for offset, at in places.items()}
    return {offset: found[offset] for offset in letters(value) if offset in found}
