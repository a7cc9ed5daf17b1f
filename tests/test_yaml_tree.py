"""YAML: what was typed is what is read, and every value is found at its place."""

from __future__ import annotations

from time import process_time
from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from lpsa_build.source.finding import Position, Span
from lpsa_build.source.text import HIDDEN
from lpsa_build.source.yaml_tree import Path, Tree, Value, parse_yaml

Data: TypeAlias = dict[str, Any]
characters = st.characters(exclude_categories=["C", "Zl", "Zp"], max_codepoint=0xFFFF)
plain_text = st.text(characters, max_size=40)
keys = st.text(st.sampled_from("abcxyzé_-:0 ن"), min_size=1, max_size=8)
values = st.recursive(
    plain_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
styles = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", "|", ">"]),
        "default_flow_style": st.sampled_from([True, False, None]),
        "width": st.sampled_from([10, 40, 1000]),
        "indent": st.sampled_from([2, 4]),
        "allow_unicode": st.just(True),
    }
)
double_quoted = st.just({"default_style": '"', "width": 1000, "allow_unicode": True})
yaml_like = st.text(st.sampled_from("ab :-[]{}\"'#&*!|>%@`,?~\\\n\t0é"), max_size=60)

HOSTILE = {
    "open brackets": "a: " + "[" * 60_000,
    "closed brackets": "a: " + "[" * 60_000 + "]" * 60_000,
    "braces": "a: " + "{a: " * 60_000,
    "hyphens": "a:\n  " + "- " * 60_000,
    "question marks": "? " * 60_000,
    "brackets without a key": "[" * 60_000,
    "stairs": "\n".join(f"{'  ' * row}a:" for row in range(1_000)),
    "references": "\n".join(f"k{row}: *a" for row in range(3_000)),
    "quotation marks": "a: " + "'" * 60_001,
    "escapes": 'a: "' + "\\x" * 30_000,
    "anchors": "a: &" * 60_000,
    "tabs": "\t" * 60_000,
    "colons": "a: b: " * 20_000,
}


class Dumper(yaml.SafeDumper):
    """Writes every value out."""

    def ignore_aliases(self, data: object) -> bool:
        """No value is written as a reference to an equal one."""
        return True


def dump(data: object, style: Data) -> str:
    """Return data as YAML in one of many styles."""
    return str(yaml.dump(data, Dumper=Dumper, **style))


def scalars(value: Value, path: Path = ()) -> list[tuple[Path, str]]:
    """Return every text in a tree with its path."""
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in scalars(part, (*path, key))]
    if isinstance(value, list):
        return [found for row, part in enumerate(value) for found in scalars(part, (*path, row))]
    return [(path, value)] if isinstance(value, str) else []


def squeezed(text: str) -> str:
    """Return a text without its spaces and line ends."""
    return text.replace(" ", "").replace("\n", "")


def cut(text: str, span: Span) -> str:
    """Return what stands in a text at a span."""
    lines = text.split("\n")[span.start.line - 1 : span.end.line]
    lines[-1] = lines[-1][: span.end.column - 1]
    lines[0] = lines[0][span.start.column - 1 :]
    return "\n".join(lines)


@given(st.dictionaries(keys, values, max_size=4), styles | double_quoted)
def test_what_is_written_is_what_is_read(data: Data, style: Data) -> None:
    """In whatever style, no text is taken for anything but a text."""
    text = dump(data, style)
    tree, findings = parse_yaml("a.yml", text)
    assert (data or {}, []) == (tree.value, findings), text


@given(st.dictionaries(keys, values, max_size=4), styles | double_quoted)
def test_at_each_span_stands_the_source_of_its_value(data: Data, style: Data) -> None:
    """Reading that source alone gives the value again."""
    text = dump(data, style)
    tree, _ = parse_yaml("a.yml", text)
    for path, value in scalars(tree.value):
        source = cut(text, tree.spans[path])
        if source.startswith(("|", ">")):  # its indent is counted from the key above it
            assert squeezed(value) == squeezed(source.partition("\n")[2])
            continue
        assert value == yaml.load(source, Loader=yaml.BaseLoader)


@given(st.dictionaries(keys, values, min_size=1, max_size=4), styles | double_quoted)
def test_at_each_key_span_stands_the_key(data: Data, style: Data) -> None:
    """Also where the key is quoted."""
    text = dump(data, style)
    tree, _ = parse_yaml("a.yml", text)
    for path, span in tree.keys.items():
        assert path[-1] == yaml.load(cut(text, span), Loader=yaml.BaseLoader)


@given(st.one_of(st.text(), yaml_like))
def test_no_text_raises_and_every_place_lies_in_the_file(text: str) -> None:
    """Whatever stands in the file, the answer is a tree and findings."""
    text = HIDDEN.sub("?", text)
    tree, findings = parse_yaml("a.yml", text, first_line=2)
    lines = text.split("\n")
    spans = [*tree.spans.values(), *tree.keys.values(), *(f.span for f in findings)]
    for place in (place for span in spans for place in (span.start, span.end)):
        assert 2 <= place.line < 2 + len(lines)
        assert 1 <= place.column <= len(lines[place.line - 2]) + 1
    assert all(span.start <= span.end for span in spans)


@given(st.one_of(yaml_like, st.lists(yaml_like).map("\nkey: ".join)))
def test_what_a_parser_refuses_is_never_passed_over(text: str) -> None:
    """A text that is no YAML has a finding, even when most of its keys could be read."""
    try:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
        assume(False)
    except yaml.YAMLError:
        assert parse_yaml("a.yml", text)[1]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_answered_at_once(text: str) -> None:
    """Neither depth nor repetition makes the reader slow."""
    start = process_time()
    assert parse_yaml("a.yml", text)[1]
    assert process_time() - start < 0.5


def test_a_missing_part_is_placed_at_the_nearest_part_around_it() -> None:
    """So that a finding about something that is not there has a place."""
    tree, _ = parse_yaml("a.yml", "a:\n  b: 1\n")
    span = Span(Position(2, 3), Position(2, 7))
    assert [span, span] == [tree.span_of(("a", "x", 3)), tree.key_span_of(("a", "x"))]
    assert Tree(spans={(): span}).span_of(("a",)) == span
