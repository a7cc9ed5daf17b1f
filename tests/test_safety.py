"""What contributors write cannot attack readers, even where no check stops it before.

The hostile site is built as ``serve`` builds: findings are told and stop nothing. So what is tested
here is the second line of defence, and that the first has seen every attack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpsa_build.adapters.sanitizer import clean
from lpsa_build.source.markup import ATTRIBUTES
from tests import hostile_site
from tests.site_reading import BuiltSite, Page

Pair = tuple[str, str]
ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster", "ping", "cite"})
ALLOWED = frozenset({"", "http", "https", "mailto"})
LINES = frozenset({"text", "tspan"})
"""Lines of text in a picture: a long label takes several."""
DRAWN = {("tspan", "x"), ("tspan", "y"), ("tspan", "class"), ("a", "aria-label")}
"""What a picture has only where there is something to draw."""
LISTED = {(tag, name) for tag, names in ATTRIBUTES.items() for name in names}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The same pages with nothing in them: all that is there is our own."""
    return hostile_site.build(tmp_path_factory.mktemp("harmless"), hostile_site.calm())[0]


@pytest.fixture(scope="module")
def hostile(attacked: tuple[BuiltSite, str]) -> BuiltSite:
    return attacked[0]


@pytest.fixture(scope="module")
def what_is_said(attacked: tuple[BuiltSite, str]) -> str:
    return attacked[1]


@pytest.fixture(scope="module")
def own_pairs(harmless: BuiltSite) -> set[Pair]:
    """The elements with their attributes that templates and theme write."""
    return DRAWN | {pair for page in harmless.pages.values() for pair in pairs(page)}


def test_no_attack_keeps_a_page_from_being_built(hostile: BuiltSite, harmless: BuiltSite) -> None:
    assert harmless.pages.keys() == hostile.pages.keys()
    assert len(hostile.pages) > 200


def test_nothing_outside_the_list_gets_into_a_page(
    hostile: BuiltSite, own_pairs: set[Pair]
) -> None:
    """Neither an element nor an attribute that is not ours or on the list, anywhere on the page."""
    strange = {
        address: found
        for address, page in hostile.pages.items()
        if (found := set(pairs(page)) - own_pairs - LISTED)
    }
    assert {} == strange


def test_nothing_of_ours_is_doubled(hostile: BuiltSite, harmless: BuiltSite) -> None:
    """No further script, style, form, frame, base or refresh among those that a page has."""
    for address, page in hostile.pages.items():
        assert Counter() == ours(page) - ours(harmless.pages[address]), address


def test_scripts_say_what_they_always_say(hostile: BuiltSite, harmless: BuiltSite) -> None:
    for address, page in hostile.pages.items():
        assert scripts(harmless.pages[address]) == scripts(page), address
        for data in page.json_ld():
            assert "DefinedTerm" == data["@type"]


def test_no_address_runs_or_loads_anything(hostile: BuiltSite) -> None:
    """Links lead to web pages and mail addresses; what is loaded lies in the site itself."""
    for address, page in hostile.pages.items():
        for element in page.root.walk():
            for name in ADDRESSES & element.attributes.keys():
                value = element[name]
                assert scheme(value) in ALLOWED, (address, value)
                if element.tag not in {"a", "link"}:
                    assert site_address(value), (address, value)


def test_no_id_is_one_that_the_theme_looks_for(hostile: BuiltSite, harmless: BuiltSite) -> None:
    for address, page in hostile.pages.items():
        theirs = {name for name in page.ids if name.startswith("__")}
        assert theirs <= set(harmless.pages[address].ids), address


def test_what_was_typed_is_shown_as_it_was_typed(hostile: BuiltSite) -> None:
    """In the heading, in the title, in the list of terms; invisible characters are replaced."""
    for number, value in enumerate(hostile_site.VALUES):
        shown = " ".join(replaced(value).split())
        page = hostile.pages[f"value-{number}/"]
        assert shown == page.root.one("h1").text
        assert f"{shown} · A small site" == page.root.one("title").text
        link = hostile.pages["glossary/"].root.one("a", data_term=f"value-{number}")
        assert f"{shown} ({shown})" == link.text


def test_no_part_of_one_page_gets_into_another(hostile: BuiltSite) -> None:
    """A token of a trusted part cannot be forged; none is left over."""
    for address, page in hostile.pages.items():
        assert not re.search("[\ue000-\uf8ff\x02\x03]", page.root.text), address


def test_every_attack_in_a_text_is_told_with_its_place(
    what_is_said: str,
) -> None:
    """By the checker at its line, or by the build if only the finished page shows it."""
    told = set(re.findall(r"^content/body-(\d+)\.md:\d+:\d+: error", what_is_said, re.MULTILINE))
    bodies = {str(number) for number in range(len(hostile_site.BODIES))}
    assert hostile_site.INERT == {int(number) for number in bodies - told}


TAGS = st.sampled_from(
    [
        *sorted(ATTRIBUTES),
        "script",
        "style",
        "svg",
        "math",
        "iframe",
        "form",
        "template",
        "noscript",
    ]
)
NAMES = st.sampled_from(
    ["href", "src", "onclick", "style", "id", "class", "title", "xlink:href", "name"]
)
VALUES = st.sampled_from(
    [
        "x",
        "__md_scope",
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "//evil.example/x",
        "https://example.com/?a=1&b",
        "x' onclick='alert(1)",
        'x" onclick="alert(1)',
        "--><script>alert(1)</script>",
    ]
)
OPENING = st.builds(lambda tag, name, value: f"<{tag} {name}='{value}'>", TAGS, NAMES, VALUES)
CLOSING = TAGS.map(lambda tag: f"</{tag}>")
PIECES = (
    OPENING | CLOSING | VALUES | st.sampled_from(["<", ">", "<!--", "-->", "<![", "]]>", "&lt;"])
)
MARKUP = st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join)


@given(MARKUP)
def test_cleaning_leaves_the_list_and_nothing_else(html: str) -> None:
    once = clean(html)
    assert once == clean(once)
    page = Page(once)
    assert set() == set(pairs(page)) - LISTED
    for element in page.root.walk():
        for name in ADDRESSES & element.attributes.keys():
            assert scheme(element[name]) in ALLOWED
        assert not element["id"].startswith("__")
        assert element.tag != "img" or site_address(element["src"])


def pairs(page: Page) -> Iterator[Pair]:
    """Yield every pair of element and attribute on a page."""
    for element in page.root.walk():
        yield element.tag, "class"
        for name in element.attributes:
            yield element.tag, name


def ours(page: Page) -> Counter[str]:
    """Count the elements that content may not have."""
    tags = (element.tag for element in page.root.walk())
    return Counter(tag for tag in tags if tag not in ATTRIBUTES and tag not in LINES)


def scripts(page: Page) -> list[str]:
    """Return what the scripts of a page say; structured data are none."""
    found = [s for s in page.root.all("script") if s["type"] != "application/ld+json"]
    return [script["src"] + "".join(map(str, script.content)) for script in found]


def scheme(address: str) -> str:
    """Return the scheme of an address as browsers read it, an empty text for a relative one."""
    seen = re.sub("[\t\n\r]", "", address.strip("".join(map(chr, range(33)))))
    match = re.match(r"([a-z][a-z0-9+.-]*):", seen, re.IGNORECASE)
    return match[1].lower() if match else ""


def site_address(address: str) -> bool:
    """Tell whether an address is in the site itself."""
    return not scheme(address) and not re.match(r"\s*[/\\]\s*[/\\]", address)


def replaced(value: str) -> str:
    """Return a value with a sign in the place of each character that may not be in it."""
    return re.sub("[\x00-\x08\u2028\u2029\u202e\ue000-\uf8ff]", "�", value)
