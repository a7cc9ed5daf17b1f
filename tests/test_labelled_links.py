"""A labelled set of mentions in five languages: every one must come out as labelled.

A file of ``tests/cases/links/labelled/`` holds a language, the terms of a small glossary in it, and
a text in which each mention is labelled: ``⟦words⟧(id)`` must link to the term, ``⟦words⟧()`` must
not link. What is not labelled must not link either. Every mention counts, not only the first in a
section. ``page`` is the front matter of the text, ``path`` its file: a primer has domains, a term's
own page does not link to itself.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from lpsa_build.config import Settings, Topic
from lpsa_build.mentions.links import find_links
from lpsa_build.mentions.writing import BODY
from lpsa_build.model.load import build
from lpsa_build.source.files import SourceFile

FOLDER = Path(__file__).parent / "cases" / "links" / "labelled"
LABEL = re.compile(r"⟦(?P<words>[^⟧]+)⟧\((?P<term>[a-z0-9-]*)\)")
DOMAINS = ("fiscal", "governance", "legal", "data", "aid")
Labelled = tuple[int, int, str]


def read_case(path: Path) -> tuple[dict[str, Any], str, list[Labelled]]:
    """Return the head of a labelled file, its text without labels, and the labels."""
    _, head, text = path.read_text("utf-8").split("---\n", 2)
    pieces, labels, at, length = [], [], 0, 0
    for match in LABEL.finditer(text):
        before = text[at : match.start()]
        start = length + len(before)
        length = start + len(match["words"])
        pieces += [before, match["words"]]
        labels.append((start, length, match["term"]))
        at = match.end()
    return yaml.safe_load(head), "".join([*pieces, text[at:]]), labels


def linked(head: dict[str, Any], text: str) -> dict[tuple[int, int], str]:
    """Return the span of each link that the linker makes in ``text``, with its term."""
    files = [
        _file(f"glossary/{key}.md", {"definition": "X.", "status": "draft", **fields}, "")
        for key, fields in head["terms"].items()
    ]
    path = head.get("path", "content/page.md")
    files.append(_file(path, head.get("page", {"title": "Page"}), text))
    settings = Settings(
        Path(),
        language=head["language"],
        domains={name: Topic(name, name) for name in DOMAINS},
        scope="all",
    )
    knowledge, findings = build(settings, files)
    assert not findings, findings
    mentions = find_links(knowledge).mentions
    (key,) = (entry.key for entry in knowledge.entries() if entry.path == path)
    return {(m.start, m.end): m.term for m in mentions[key] if m.linked and m.field == BODY}


def _file(path: str, fields: dict[str, Any], body: str) -> SourceFile:
    front = yaml.safe_dump({"domain": "fiscal", **fields} if "term" in fields else fields)
    text = f"---\n{front}---\n{body}"
    return SourceFile(path, text, text.encode())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_every_mention_comes_out_as_labelled(path: Path) -> None:
    """Exactly the words labelled with a term link, each to that term."""
    head, text, labels = read_case(path)

    found = linked(head, text)
    expected = {(start, end): term for start, end, term in labels if term}
    surplus = {text[a:b] + f"@{a}": t for (a, b), t in found.items() if expected.get((a, b)) != t}
    missing = {text[a:b] + f"@{a}": t for (a, b), t in expected.items() if found.get((a, b)) != t}

    assert ({}, {}) == (surplus, missing)


def test_the_set_is_large_and_hard_enough() -> None:
    """At least 500 mentions in five languages, 200 of which must not link."""
    cases = [read_case(path) for path in FOLDER.glob("*.md")]
    by_language = Counter(head["language"] for head, _, labels in cases for _ in labels)
    apart = sum(not term for _, _, labels in cases for _, _, term in labels)

    assert {"en", "fr", "es", "pt", "ar"} == set(by_language)
    assert by_language.total() >= 500
    assert apart >= 200
    assert min(by_language.values()) >= 40
