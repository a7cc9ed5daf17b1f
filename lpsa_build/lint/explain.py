"""Why each term of one line is linked or not."""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.lint.check import Review
from lpsa_build.mentions.index import Match, build_index
from lpsa_build.mentions.policy import Mention
from lpsa_build.model.knowledge import Entry
from lpsa_build.model.values import Record


def explain_line(review: Review, path: str, line: int) -> Iterator[str]:
    """Yield a sentence for every form of a term in line ``line`` of a content file."""
    entry = _entry_of(review, path)
    if entry is None:
        return
    found = [
        mention
        for mention in review.links.mentions.get(entry.key, ())
        if mention.path == path and mention.span.start.line <= line <= mention.span.end.line
    ]
    for mention in found:
        yield _sentence(mention)
    told = {(mention.span.start.line, mention.span.start.column) for mention in found}
    for column, match in _matches(review, entry, path, line):
        if (line, column) not in told and not _inside(found, line, column):
            terms = ", ".join(sorted({form.term for form in match.forms}))
            words = match.forms[0].text
            yield (
                f"{line}:{column} “{words}” ({terms}): not linked, since it is not running text "
                "here (a heading, code, a link, a quotation, a title, or a value that is not prose)"
            )


def _entry_of(review: Review, path: str) -> Entry[Record] | None:
    knowledge = review.knowledge
    for entry in (*knowledge.entries(), *knowledge.primer_translations.values()):
        if path in {entry.path, entry.body_path}:
            return entry
    return None


def _matches(
    review: Review, entry: Entry[Record], path: str, line: int
) -> Iterator[tuple[int, Match]]:
    if path == entry.path:
        lines = entry.source.split("\n")
        first = 1
    else:
        lines = entry.body.text.split("\n")
        first = entry.body.first_line
    if not 0 <= line - first < len(lines):
        return
    index = build_index(review.knowledge, entry.language)
    for match in index.find(lines[line - first]):
        yield match.start + 1, match


def _inside(mentions: list[Mention], line: int, column: int) -> bool:
    """Tell whether a place lies inside one of the mentions."""
    return any(
        (m.span.start.line, m.span.start.column) <= (line, column)
        and (line, column) < (m.span.end.line, m.span.end.column)
        for m in mentions
    )


def _sentence(mention: Mention) -> str:
    start = mention.span.start
    words = " ".join(mention.text.split())
    term = mention.term or " or ".join(mention.candidates) or "no term"
    outcome = "linked" if mention.linked else "not linked"
    choice = f"; of {', '.join(mention.candidates)} by: {mention.rule}" if mention.rule else ""
    return (
        f"{start.line}:{start.column} “{words}” ({term}, form “{mention.form}”): "
        f"{outcome}, {mention.reason}{choice}"
    )
