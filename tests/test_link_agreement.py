"""Whatever is written: the links of the page are the mentions that were found in the source.

Texts are made up together with the links that a reader would expect of them, so three things are
compared: what was meant, what `lpsa links` lists, and what the page has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from textwrap import indent

import markdown
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config

from lpsa_build.adapters.python_markdown import LpsaExtension, Site
from lpsa_build.config import read_settings
from lpsa_build.mentions.links import find_links
from lpsa_build.mentions.writing import BODY, writings
from lpsa_build.model.load import build
from lpsa_build.model.targets import Targets
from lpsa_build.render.text import PageText
from lpsa_build.source.files import SourceFile
from tests.site_building import ROOT, term
from tests.site_reading import Page
from tests.term_links import Link, links_in, listed

SETTINGS = replace(read_settings(ROOT / "mkdocs.yml"), scope="all")
TERMS = {"grant": "grant", "tax": "tax", "local-government": "local government"}
WORDS = {
    "grant": "grant",
    "Grants": "grant",
    "tax": "tax",
    "taxes": "tax",
    "local government": "local-government",
    "local governments": "local-government",
}


@dataclass(frozen=True)
class Text:
    """Markdown, and the links that it should have; ``marks`` are those that the author marks."""

    markdown: str
    links: tuple[Link, ...] = ()
    marks: tuple[Link, ...] = ()


def joined(glue: str, texts: list[Text]) -> Text:
    """Return texts as one."""
    return Text(
        glue.join(text.markdown for text in texts),
        tuple(link for text in texts for link in text.links),
        tuple(link for text in texts for link in text.marks),
    )


def shaped(text: Text, shape: Callable[[str], str], *, running: bool = True) -> Text:
    """Return a text in another shape; where it is not running text, only marks are links."""
    return Text(shape(text.markdown), text.links if running else text.marks, text.marks)


def words_in(shape: str, *, linked: bool) -> st.SearchStrategy[Text]:
    """Return terms in a piece of markup, in which ``…`` stands for the words."""

    def text(words: str) -> Text:
        address = words.replace(" ", "-")
        markup = shape.replace("…", words).replace("@@", address)
        return Text(markup, ((WORDS[words], words),) if linked else ())

    return st.sampled_from(sorted(WORDS)).map(text)


def marks(bar: str) -> st.SearchStrategy[Text]:
    """Return words that the author has marked."""

    def bare(identifier: str) -> Text:
        link = (identifier, TERMS[identifier])
        return Text(f"[[{identifier}]]", (link,), (link,))

    def worded(identifier: str) -> Text:
        link = (identifier, "a grant of mine")
        return Text(f"[[{identifier}{bar}a grant of mine]]", (link,), (link,))

    identifiers = st.sampled_from(sorted(TERMS))
    return identifiers.map(bare) | identifiers.map(worded) | words_in("[[!…]]", linked=False)


LINKED = ["…", "*…*", "**…**", "_…_", "***…***", "(…)", "[…]", "…,", "…: yes", "\\*…\\*"]
LINKED += ["\\[…\\]", "<em>…</em>", '<span class="x">…</span>', "&amp; …", "AT&T …", "“quoted” …"]
LINKED += [
    "`code` …",
    "… `code`",
    "*of* …",
    "…!",
    "3 < 4 …",
    "$5 for …",
    "…(s)",
    "…[^1]",
    "… [law]",
    "…[@book]",
    "…[law]",
    "2 * 3 * …",
    "a_b …",
    "C:\\…",
]
UNLINKED = ["`…`", "`` … ` ``", "[…](https://example.com/@@)", '[of](https://example.com "…")']
UNLINKED += [
    "[…][law]",
    "see [law]",
    "<https://example.com/@@>",
    "https://example.com/@@/",
    "![…](a.png)",
]
UNLINKED += ['"…"', "“…”", "«…»", "…-holder", "non-…", "<kbd>…</kbd>", "of <!-- … -->", "$x = …$"]
UNLINKED += ['<a href="https://example.com">…</a>', "[@book]", "x_…_y", "[*of* the …](#grant)"]
FILLER = st.sampled_from(["of", "and", "money", "the", "12", "*of*", "it's", "so –", "[^1]"]).map(
    Text
)


def inline(bar: str = "|", glue: tuple[str, ...] = (" ",)) -> st.SearchStrategy[Text]:
    """Return a run of words and inline markup."""
    pieces = st.one_of(
        FILLER,
        *(words_in(shape, linked=True) for shape in LINKED),
        *(words_in(shape, linked=False) for shape in UNLINKED),
        marks(bar),
    )
    texts = st.lists(pieces, min_size=1, max_size=5)
    return st.builds(
        lambda between, texts: joined(between, [Text("So"), *texts]), st.sampled_from(glue), texts
    )


LINE = inline()
LINES = inline(glue=(" ", "\n"))


def code(fence: str) -> st.SearchStrategy[Text]:
    return LINES.map(
        lambda t: Text(f"{fence}\n{t.markdown.replace('[[', '').replace('`', '')}\n{fence}")
    )


def items(marker: str, inside: st.SearchStrategy[Text]) -> st.SearchStrategy[Text]:
    """Return a list; an item may hold blocks."""
    item = LINES.map(lambda text: shaped(text, lambda s: marker + s))
    more = inside.map(lambda text: shaped(text, lambda s: "\n" + indent(s, "    ")))
    whole = st.builds(lambda one, two: joined("\n", [one, two]), item, more)
    tight = st.lists(item, min_size=1, max_size=3).map(lambda texts: joined("\n", texts))
    return tight | st.lists(whole, min_size=1, max_size=3).map(lambda texts: joined("\n\n", texts))


def table() -> st.SearchStrategy[Text]:
    cell = inline(bar="\\|")
    head = st.tuples(cell, cell).map(lambda cells: joined(" | ", list(cells)))
    row = head.map(lambda text: shaped(text, lambda s: f"| {s} |"))
    top = head.map(lambda t: shaped(t, lambda s: f"| {s} |\n| --- | ---: |", running=False))
    return st.builds(
        lambda first, rows: joined("\n", [first, *rows]), top, st.lists(row, min_size=1, max_size=2)
    )


def within(head: str, inside: st.SearchStrategy[Text]) -> st.SearchStrategy[Text]:
    """Return blocks under the head of an admonition."""
    return inside.map(lambda text: shaped(text, lambda s: f"{head}\n\n" + indent(s, "    ")))


def two_lines(one: Text, another: Text) -> Text:
    return joined("\n", [one, another])


def html(shape: str) -> st.SearchStrategy[Text]:
    """Return raw HTML with words in it, none of which is running text."""

    def text(line: Text) -> Text:
        words = re.sub(r"\[\[|<!--|-->", "", line.markdown)
        return Text(shape.replace("…", words))

    return LINES.map(text)


HTML = html("<div>\n<div>…</div>\n\nA grant</div>")
COMMENT = html("<!--\nA grant\n\n… -->")
LEAVES = st.one_of(
    LINES,
    LINE.map(lambda text: shaped(text, lambda s: f"## {s}", running=False)),
    LINE.map(lambda text: shaped(text, lambda s: f"{s}\n---", running=False)),
    LINE.map(lambda text: shaped(text, lambda s: f"> {s}", running=False)),
    st.just(Text("---")),
    st.builds(two_lines, LINE.map(lambda t: shaped(t, lambda s: f"## {s}", running=False)), LINES),
    st.builds(two_lines, LINES, LINE.map(lambda t: shaped(t, lambda s: f"## {s}", running=False))),
    st.builds(two_lines, LINES, LINE.map(lambda t: shaped(t, lambda s: f"> {s}", running=False))),
    st.builds(two_lines, LINES, code("```")),
    st.builds(two_lines, LINES, HTML),
    st.builds(two_lines, HTML, LINES),
    HTML,
    COMMENT,
    code("```"),
    code("~~~"),
    table(),
)


def nested(inside: st.SearchStrategy[Text]) -> st.SearchStrategy[Text]:
    """Return blocks that hold blocks."""
    return st.one_of(
        items("- ", inside),
        items("1. ", inside),
        within('!!! note "grant"', inside),
        within("??? note", inside),
        st.builds(
            lambda one, two: joined("\n", [one, two]),
            LINE,
            LINES.map(lambda text: shaped(text, lambda s: f":   {s}")),
        ),
    )


BLOCKS = st.recursive(LEAVES, nested, max_leaves=3)
END = "[law]: https://example.com/tax"
NOTE = LINES.map(lambda text: shaped(text, lambda s: f"[^1]: {s}"))
DOCUMENTS = st.builds(
    lambda blocks, note: joined("\n\n", [*blocks, Text(END), note]),
    st.lists(BLOCKS, min_size=1, max_size=4),
    NOTE,
)


def source(path: str, text: str) -> SourceFile:
    return SourceFile(path, text, text.encode())


FILES = [source(f"glossary/{key}.md", term(label)) for key, label in TERMS.items()]
CONFIG = load_config(str(ROOT / "mkdocs.yml"))
SITE = Site(titles=TERMS, paths={key: f"glossary/{key}.md" for key in TERMS})
MARKDOWN = markdown.Markdown(
    extensions=[*CONFIG.markdown_extensions, LpsaExtension(site=SITE)],
    extension_configs=CONFIG.mdx_configs,
)


@given(DOCUMENTS)
def test_what_is_meant_is_found_and_what_is_found_is_linked(document: Text) -> None:
    page = source("content/page.md", f"---\ntitle: A page\n---\n{document.markdown}\n")
    knowledge, _ = build(SETTINGS, [*FILES, page])
    links = find_links(knowledge)
    found = listed(knowledge, links, "page:page", BODY)
    (writing,) = writings(knowledge.pages["page"])
    text = PageText(links, Targets.of(knowledge), "page:page", "page.md", {}).markdown(writing)
    html = MARKDOWN.reset().convert(text)
    assert list(document.links) == found
    assert found == links_in(Page(html).root)
    assert "[[" not in html
