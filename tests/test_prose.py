"""Running text: what is read as text in the source is what Python-Markdown shows as text."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from time import process_time

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpsa_build.source.headings import slug
from lpsa_build.source.pieces import BLANK
from lpsa_build.source.plain_text import plain_text
from lpsa_build.source.prose import scan_prose

EXTENSIONS = (
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
)
NOT_RUNNING = frozenset(
    [
        "a",
        "blockquote",
        "cite",
        "code",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "kbd",
        "pre",
        "q",
        "samp",
        "script",
        "style",
        "summary",
        "th",
        "var",
    ]
)
VOID = frozenset({"br", "hr", "img", "input"})

SNIPPETS = {
    "paragraph": "one two\nthree",
    "two paragraphs": "one\n\ntwo",
    "lines of spaces": "one\n   \ntwo",
    "hard break": "one  \ntwo\\\nthree",
    "atx headings": "# one\n\ntwo\n\n## three ##\n\nfour\n\n###### five",
    "heading without a space": "#one\n\ntwo",
    "heading right after text": "one\n# two\nthree",
    "seven signs": "####### one",
    "setext headings": "one\n===\n\ntwo\n---\n\nthree",
    "setext heading of two lines": "one\ntwo\n===\n\nthree",
    "headings with attributes": "## one {#two}\n\n## three { .four #five }\n\n# six {: .seven }",
    "Arabic headings": "## الحوكمة المحلية\n\nنص\n\nعنوان\n----\n\nآخر",
    "escaped heading": "\\# one",
    "list": "- one\n- two\n- three",
    "list of each kind": "* one\n\n+ two\n\n1. three\n2. four",
    "loose list": "- one\n\n- two\n\nthree",
    "list right after text": "one\n- two\n- three",
    "lazy list": "- one\ntwo\n- three",
    "nested lists": "- one\n    - two\n        - three\n- four",
    "numbers in bullets": "- one\n    1. two\n    2. three",
    "paragraph in an item": "- one\n\n    two\n\n- three\n\nfour",
    "code in an item": "- one\n\n        two\n\n    three",
    "quotation in an item": "- one\n\n    > two\n\n    three",
    "heading in an item": "- one\n\n    ## two\n\n    three",
    "item that begins with a heading": "- # one\n- two",
    "fence in an item": "- one\n\n    ```\n    two\n    ```\n\n    three",
    "fence in a numbered item": "1. one\n\n    ``` python\n    two\n    ```\n2. three",
    "tab in a list": "-\tone\n\n\ttwo",
    "number that is no list": "1986 one\n\n1) two",
    "hyphen that is no list": "-one\n\n- two",
    "rule": "one\n\n---\n\ntwo\n\n* * *\n\nthree\n\n___\n\nfour",
    "indented code": "one\n\n    two\n\nthree",
    "indented code of two parts": "    one\n\n    two\n\nthree",
    "indent after text": "one\n    two",
    "code by a tab": "one\n\n\ttwo",
    "fence": "one\n\n```\ntwo\n```\n\nthree",
    "fence with a language": "```python\none\n```\n\ntwo",
    "fence of tildes": "~~~\none\n```\ntwo\n~~~\n\nthree",
    "longer fence": "````\n```\none\n```\ntwo\n````\n\nthree",
    "fence right after text": "one\n```\ntwo\n```\nthree",
    "fence with an empty line": "```\none\n\ntwo\n```\n\nthree",
    "fence that is not closed": "```\none\n\ntwo",
    "block quotation": "> one\n> two\n\nthree",
    "lazy quotation": "> one\ntwo\n\nthree",
    "quotation of two paragraphs": "> one\n>\n> two\n\nthree",
    "list in a quotation": "> - one\n> - two\n\nthree",
    "nested quotation": "> one\n>\n> > two\n\nthree",
    "quotation right after text": "one\n> two\n\nthree",
    "table": "| one | two |\n|---|---|\n| three | four |\n\nfive",
    "table without outer bars": "one | two\n--- | ---\nthree | four",
    "table with alignment": "| one | two |\n|:--|--:|\n| three |  |",
    "bar in a cell": "| one | two |\n|---|---|\n| three \\| four | `five \\| six` |",
    "markup in a cell": "| one | two |\n|---|---|\n| **three** | [four](x.md) five |",
    "line of bars that is no table": "| one | two |\n\nthree",
    "table after text": "one\n\ntwo | three\n---|---\nfour | five\n\nsix",
    "admonition": "!!! note\n    one\n\n    two\n\nthree",
    "admonition with a title": '!!! note "one two"\n    three\n\nfour',
    "admonition with a list": "!!! note\n    - one\n    - two\n\nthree",
    "admonition with code": "!!! note\n    one\n\n        two\n\nthree",
    "folded block": '??? note "one"\n    two\n\nthree',
    "opened block": '???+ note "one"\n    two\n\nthree',
    "footnote": "one[^1] two\n\n[^1]: three four\n\nfive",
    "footnote of two paragraphs": "one[^a]\n\n[^a]: two\n\n    three\n\nfour",
    "definition list": "one\n:   two\n\nthree\n:   four\n\n    five\n\nsix",
    "inline link": "one [two](x.md) three [four](<y z.md> 'five') six",
    "link over a line end": "one [two\nthree](x.md) four",
    "link with brackets": "one [two [three] four](x.md) five",
    "link with code": "one [`two]`](x.md) three",
    "link with parentheses": "one [two](x_(y).md) three",
    "reference link": "one [two][ref] three [four][] [ref] five\n\n[ref]: x.md\n[four]: y.md",
    "reference with a title": 'one [two][ref]\n\n[ref]: <x.md> "three four"\n\nfive',
    "reference to nothing": "one [two][three] four [five] six",
    "image": "one ![two](x.png) three ![four][ref]\n\n[ref]: y.png",
    "image in a link": "one [![two](x.png)](y.md) three",
    "autolink": "one <https://example.org/two> three <four@example.org> five",
    "code span": "one `two` three ``four ` five`` six",
    "code span over a line end": "one `two\nthree` four",
    "backtick alone": "one ` two",
    "escaped backticks": "one \\`two\\` three",
    "escapes": "\\*one\\* \\[two](three) \\_four\\_ five\\|six",
    "emphasis": "*one* **two** ***three*** _four_ __five__ six",
    "emphasis inside a word": "de**central**ized un*frigging*believable snake_case_word",
    "signs that are no emphasis": "one * two ** three _ four",
    "inline HTML": "one <span>two</span> <b>three</b> four<br>five",
    "hidden inline HTML": "one <kbd>two</kbd> <cite>three</cite> <q>four</q> five",
    "HTML link": 'one <a href="x.md">two</a> three',
    "comment": "one <!-- two --> three",
    "comment block": "<!-- one\n\ntwo -->\n\nthree",
    "less than": "one < two and three > four",
    "attributes": "*one*{.two} three\n{: #four }\n\nfive",
    "entities": "one &amp; two &nbsp; three",
    "letters of many scripts": "Überfüllung naïveté العربية 中文 кириллица",
}

PARTS = (
    *("# ", "- ", "> ", "1. ", "    ", "\t", "|", "---", "```", "~~~", "[[", "]]", "[", "](", ")"),
    *("[^1]:", "[@a]", "![", "<b>", "</b>", "<div>", "<!--", "-->", "`", "``", "*", "_", '"', "“"),
    *("”", "\\", "&amp;", "{: #a }", "!!! note", ": ", "\n", "\n\n", "one", "two", " ", "é", "$"),
)
HOSTILE = {
    part: (part * (60_000 // len(part)))
    for part in (
        *(
            "[",
            "[[",
            "![",
            "[a](",
            "[^a]: ",
            "[a]: b\n",
            "(",
            "<",
            "<a>",
            "<a '",
            "‘a ",
            "*{a=",
            "<a ",
            "<div>",
            "<div>\n",
        ),
        *(
            "x <!-- ",
            "<!--",
            "<q>",
            "&#x41;",
            "` ",
            "``` ",
            "```a\n",
            "~~~\n```\n",
            "*",
            "*a ",
            "_a",
        ),
        *(
            '" ',
            "“",
            "«a ",
            "$a ",
            "{: .a",
            "\\",
            "> ",
            ">",
            "- ",
            "1. ",
            ": a\n",
            "|",
            "|a\n",
            "# a\n",
        ),
        *(
            "a\n===\n",
            "|a|b\n|-|-\n",
            "!!! a\n",
            "a@",
            "https://",
            "http://x ",
            "[a](https://x ",
            "**a ",
            "a",
            " ",
            "\n",
            "\t",
            "[[a: b]]\n\n",
        ),
    )
} | {
    "runs of backticks": " ".join("`" * length for length in range(1, 340)),
    "stairs of a list": "\n".join("    " * depth + "- a" for depth in range(170)),
    "stairs of quotations": "\n".join(">" * depth + " a" for depth in range(340)),
}


class RunningWords(HTMLParser):
    """Collects the words of a page that are running text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element; the title of an admonition counts as a heading."""
        kind = dict(attrs).get("class") or ""
        if tag not in VOID:
            self.open.append("h6" if "admonition-title" in kind else tag)
        elif tag == "br":
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Keep the words, unless an element around them is not running text."""
        self.words.append("\n" if NOT_RUNNING.intersection(self.open) else data)


def shown_words(text: str) -> Counter[str]:
    """Return the words that Python-Markdown shows as running text."""
    parser = RunningWords()
    parser.feed(markdown.markdown(text, extensions=EXTENSIONS))
    return words("".join(parser.words))


def read_words(text: str) -> Counter[str]:
    """Return the words that the scanner takes for running text, whole where emphasis cuts them."""
    read = scan_prose(text).running
    return words(
        "".join(c for c, typed in zip(read, text, strict=True) if c != BLANK or typed != "*")
    )


def words(text: str) -> Counter[str]:
    """Count the words of a text; numbers may come from a list."""
    return Counter("".join(letter if letter.isalpha() else " " for letter in text).split())


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS.keys())
def test_running_text_is_what_is_shown_as_text(text: str) -> None:
    """The scanner and Python-Markdown agree on every word."""
    assert shown_words(text) == read_words(text)


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ('one "two three" four', "one four"),
        ("one “two” three «quatre» five", "one three five"),
        ('five 5" six', "five six"),
        ('one "two', "one two"),
        ("one [[two]] [[three|four]] [[!five]] six", "one six"),
        ("one [[two]](three.md) four", "one four"),
        ("one [@two, three] four", "one four"),
        ("[[chart: one]]\n\ntwo", "two"),
        ("one https://two.example/three four", "one four"),
        ("one two@three.example four", "one four"),
        ("<div>\none\n\ntwo\n</div>\n\nthree", "three"),
        ("<p>one</p>\n\ntwo", "two"),
        ("<style>\none\n</style>\n\ntwo", "two"),
        ("| one |\n|---|\n| two |", "two"),
        ("one $x + two$ three $$ four $$ five", "one three five"),
        ("from $5 to $6", "from to"),
    ],
)
def test_what_else_is_not_running_text(text: str, running: str) -> None:
    """Quotations, marks, citations, addresses, raw HTML, heads of tables, formulas."""
    assert words(running) == read_words(text)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PARTS)).map("".join)))
def test_an_offset_means_the_same_place_in_running_text_and_source(text: str) -> None:
    """Whatever is written: nothing is moved, changed or added, and nothing raises."""
    prose = scan_prose(text)
    both = zip(prose.running, text, strict=True)
    assert all(read in {BLANK, typed} for read, typed in both)
    spans = [
        *((mark.start, mark.end) for mark in prose.marks),
        *((citation.start, citation.end) for citation in prose.citations),
        *((link.start, link.end) for link in prose.destinations),
        *((raw.start, raw.end) for raw in prose.html),
    ]
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_read_at_once(text: str) -> None:
    """Neither repetition nor depth makes the scanner slow, and none stops it."""
    start = process_time()
    assert len(text) == len(scan_prose(text).running)
    assert process_time() - start < 1


def test_what_is_nested_too_deep_is_told() -> None:
    """A converter of Markdown calls itself for each level, and would stop the build."""
    assert ([], 1) == (scan_prose("> " * 19 + "one").too_deep, len(scan_prose("> " * 99).too_deep))


@pytest.mark.parametrize(
    ("titles", "ids"),
    [
        (["Our aim", "Our aim", "Our aim"], ["our-aim", "our-aim-2", "our-aim-3"]),
        (["Aim", "Aim-2", "Aim"], ["aim", "aim-2", "aim-3"]),
        (["Aim 2", "Aim", "Aim"], ["aim-2", "aim", "aim-3"]),
        (["الحوكمة المحلية", "Été & hiver", "1. One", "!?", "…"],
         ["الحوكمة-المحلية", "été-hiver", "1-one", "section", "section-2"]),
    ],
)  # fmt: skip
def test_headings_get_ids_of_their_own(titles: list[str], ids: list[str]) -> None:
    """In every script, and numbered where two are alike."""
    taken: dict[str, int] = {}
    assert ids == [slug(title, taken) for title in titles]


def test_the_sections_of_a_text_have_the_ids_that_links_use() -> None:
    """Given ids are kept, and no made one takes their place."""
    text = "one\n\n# *Aims* and `code`\n\n## Aims {#x}\n\nX\n=\n\n## [Aims](x.md) and code\n"
    assert ["", "aims-and-code", "x", "x-2", "aims-and-code-2"] == [
        section.id for section in scan_prose(text).sections
    ]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("*one* **two** `three`", "one two three"),
        ("[one](x.md) ![two](y.png) [three][x]", "one two three"),
        ("[[one]] [[one|two]] [[!three]]", "one two three"),
        ("\\*one\\* 1 < 2 &amp; 3", "*one* 1 < 2 &amp; 3"),
        ("one [two] three [@four]", "one [two] three "),
        ("one <b>two</b><br> <a href='x'>three</a>", "one two three"),
        ("snake_case and de**central**ized", "snake_case and decentralized"),
    ],
)
def test_plain_text_is_a_line_without_its_markup(source: str, plain: str) -> None:
    """As it stands in lists and in a reader's browser tab."""
    assert plain == plain_text(source)
