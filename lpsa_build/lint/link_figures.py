"""The figures of linking as text for a person and as data for a program."""

from __future__ import annotations

from collections.abc import Iterator

from lpsa_build.mentions.summary import AmbiguousForm, PageFigures, Summary

SHOWN_PLACES = 3
"""How many places of an ambiguous form the text shows; the data has all."""


def as_data(summary: Summary) -> dict[str, object]:
    """Return the figures as they go into JSON."""
    fewest, middle, most = summary.per_page
    return {
        "pages": len(summary.pages),
        "links": summary.links,
        "words": summary.words,
        "links_per_page": {"min": fewest, "median": middle, "max": most},
        "links_per_1000_words": _density(summary.links, summary.words),
        "per_page": [_page(page) for page in summary.pages],
        "ambiguous": [_form(form) for form in summary.ambiguous],
        "unused_terms": list(summary.unused),
        "one_word_terms": [
            {"term": named.term, "pages": named.pages, "common_word": named.common_word}
            for named in summary.one_word_terms
        ],
    }


def render(summary: Summary) -> str:
    """Return the figures as text: totals, pages from the densest on, then the lists."""
    return "".join(f"{line}\n" for line in _lines(summary))


def _lines(summary: Summary) -> Iterator[str]:
    fewest, middle, most = summary.per_page
    density = _density(summary.links, summary.words)
    yield f"{summary.links} links, {len(summary.pages)} pages, {density} links per 1,000 words"
    yield f"links per page: {fewest} to {most}, median {middle:g}"
    yield "\nLinks, words, and links per 1,000 words of each page:"
    for page in sorted(summary.pages, key=lambda page: (-page.links, page.path)):
        yield f"  {page.links:4} {page.words:6} {_density(page.links, page.words):6} {page.path}"
    yield f"\nAmbiguous forms: {len(summary.ambiguous)}"
    for form in summary.ambiguous:
        yield _ambiguous_line(form)
    yield f"\nTerms that no other page links: {len(summary.unused)}"
    yield from (f"  {term}" for term in summary.unused)
    yield "\nOne-word terms that most pages name:"
    for named in summary.one_word_terms:
        yield f"  {named.pages:4} {named.term}{' (common word)' * named.common_word}"


def _ambiguous_line(form: AmbiguousForm) -> str:
    others = len(form.places) - SHOWN_PLACES
    places = ", ".join(form.places[:SHOWN_PLACES]) + (f" and {others} more" if others > 0 else "")
    decision = f"means {form.term}" if form.term else "is not linked"
    return f"  “{form.form}” ({', '.join(form.candidates)}) {decision}: {form.rule}; {places}"


def _page(page: PageFigures) -> dict[str, object]:
    density = _density(page.links, page.words)
    return {
        "path": page.path,
        "links": page.links,
        "words": page.words,
        "links_per_1000_words": density,
    }


def _form(form: AmbiguousForm) -> dict[str, object]:
    return {
        "form": form.form,
        "candidates": list(form.candidates),
        "term": form.term or None,
        "rule": form.rule,
        "places": list(form.places),
    }


def _density(links: int, words: int) -> float:
    return round(1000 * links / words, 1) if words else 0.0
