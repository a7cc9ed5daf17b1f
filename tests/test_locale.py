"""The interface words: all are found, the catalogues agree with them, every language renders.

Started as a program, this file writes ``messages.pot`` and brings the catalogues up to date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from gettext import c2py
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from lpsa_build.adapters.publication import explained
from lpsa_build.lint.check import Review
from lpsa_build.render.everything import RenderedSite, render_everything
from lpsa_build.render.page import escape_markdown, make_environment
from lpsa_build.render.words import words_of

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "lpsa_build" / "locale"
TEMPLATES = sorted((ROOT / "lpsa_build" / "render" / "templates").iterdir())
CATALOGUES = sorted(LOCALE.glob("*.po"))
LANGUAGES = ["en", *(path.stem for path in CATALOGUES)]

POT_HEADER = r"""# Every interface word of the site, in English.
# Made by `python tests/test_locale.py`; a translation goes into <language>.po beside this file.
msgid ""
msgstr ""
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""
KEYWORDS = {**DEFAULT_KEYWORDS, "say": None}  # the macro of the theme's templates
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{:.*?\}", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SHOWN_ATTRIBUTE = re.compile(r'(?:alt|aria-label|placeholder|title)="([^"]*)"')
SAME_EVERYWHERE = {"CSV", "DOI", "JSON"}

by_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
by_language = pytest.mark.parametrize("language", LANGUAGES)


def extracted() -> Catalog:
    """Return every interface word in the package, as ``babel.cfg`` says where to find them."""
    with (LOCALE / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = Catalog()
    for _, _, words, comments, context in extract_from_dir(
        LOCALE.parent,
        methods,
        options,
        KEYWORDS,
        comment_tags=["Translators:"],
        strip_comment_tags=True,
    ):
        found.add(words, auto_comments=comments, context=context)
    return found


def read_catalogue(path: Path) -> Catalog:
    """Return a catalogue of this repository."""
    return read_po(BytesIO(path.read_bytes()), locale=path.stem if path.suffix == ".po" else None)


def written(header: str, catalogue: Catalog) -> str:
    """Return a catalogue as a file that tells nothing of the day and the computer."""
    body = BytesIO()
    write_po(body, catalogue, no_location=True, omit_header=True, ignore_obsolete=True)
    return f"{header.strip()}\n\n{body.getvalue().decode().strip()}\n"


def brought_up_to_date(path: Path) -> str:
    """Return a catalogue with today's words in it; new ones have no translation yet."""
    header, _, _ = path.read_text(encoding="utf-8").partition("\n\n")
    catalogue = read_catalogue(path)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    return written(header, catalogue)


def entries(catalogue: Catalog) -> list[Message]:
    """Return all entries of a catalogue but its header."""
    return [message for message in catalogue if message.id]


def texts(value: str | list[str] | tuple[str, ...] | None) -> list[str]:
    """Return the one text or the plural forms of a msgid or msgstr."""
    return list(value) if isinstance(value, list | tuple) else [value or ""]


def translated(catalogue: Catalog) -> list[Message]:
    """Return the entries that have any translation; for the others, English is shown."""
    return [message for message in entries(catalogue) if any(texts(message.string))]


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def may_omit_number(catalogue: Catalog) -> set[int]:
    """Return the plural forms that stand for one number only: “one page” needs no digit."""
    form_of = c2py(catalogue.plural_expr)
    forms = [form_of(number) for number in range(1000)]
    return {form for form in forms if forms.count(form) == 1}


def test_messages_pot_is_a_fresh_extraction() -> None:
    committed = (LOCALE / "messages.pot").read_text(encoding="utf-8")
    assert written(POT_HEADER, extracted()) == committed, "Start this file as a program."


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_words_of_their_own(path: Path) -> None:
    """What is outside Jinja and tags cannot be translated."""
    source = JINJA.sub(" ", path.read_text(encoding="utf-8"))
    shown = [TAG.sub(" ", source), *SHOWN_ATTRIBUTE.findall(source)]
    words = {word for text in shown for word in re.findall(r"[^\W\d_]{2,}", text)}
    assert set() == words - SAME_EVERYWHERE


def test_calls_take_literal_words_only() -> None:
    """Words that are put together while the site is built are in no catalogue."""
    call = re.compile(r"\b_\((?!\s*[\"'])|\bngettext\((?!\s*[\"'])")
    sources = [*TEMPLATES, *(LOCALE.parent / "render").glob("*.py")]
    found = [path.name for path in sources if call.search(path.read_text(encoding="utf-8"))]
    assert [] == found


@by_catalogue
def test_catalogue_has_the_same_words(path: Path) -> None:
    ours = {str(message.id) for message in entries(read_catalogue(path))}
    assert {str(message.id) for message in entries(extracted())} == ours


@by_catalogue
def test_catalogue_is_sound(path: Path) -> None:
    """No entry is fuzzy or obsolete, and Babel's own checks have nothing to say."""
    catalogue = read_catalogue(path)
    assert [] == [message.id for message in catalogue if message.fuzzy]
    assert {} == catalogue.obsolete
    assert [] == [(message.id, faults) for message, faults in catalogue.check()]
    assert path.stem == str(catalogue.locale)


@by_catalogue
def test_plural_forms_are_complete(path: Path) -> None:
    catalogue = read_catalogue(path)
    assert get_plural(path.stem).num_plurals == catalogue.num_plurals
    for message in translated(catalogue):
        forms = texts(message.string)
        assert (catalogue.num_plurals if message.pluralizable else 1) == len(forms), message.id
        assert all(forms), message.id


@by_catalogue
def test_placeholders_are_the_same(path: Path) -> None:
    catalogue = read_catalogue(path)
    one_number = may_omit_number(catalogue)
    for message in translated(catalogue):
        wanted = placeholders(texts(message.id)[-1])
        for form, text in enumerate(texts(message.string)):
            found = placeholders(text)
            if message.pluralizable and form in one_number:
                found |= {"%(num)s"}
            assert wanted == found, message.id
            assert text % {name[2:-2]: "" for name in wanted} is not None


def test_french_has_no_break_spaces_at_its_punctuation() -> None:
    strings = [text for m in entries(read_catalogue(LOCALE / "fr.po")) for text in texts(m.string)]
    assert [] == [text for text in strings if re.search(r"(?<!\u00a0)[;:?!»]|«(?!\u00a0)", text)]


def test_no_break_spaces_survive_in_headings() -> None:
    assert "Cadre\u00a0: Valoria" == escape_markdown(" Cadre\u00a0:\n Valoria ")


def test_catalogue_can_be_brought_up_to_date(tmp_path: Path) -> None:
    """A word that is gone leaves, a new one comes without translation, the header stays."""
    header = '# Ours.\nmsgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"'
    path = tmp_path / "fr.po"
    path.write_text(
        f'{header}\n\nmsgid "Themes"\nmsgstr "Thèmes"\n\nmsgid "Gone"\nmsgstr "Parti"\n', "utf-8"
    )
    text = brought_up_to_date(path)
    assert text.startswith(f"{header}\n\n")
    assert 'msgid "Themes"\nmsgstr "Thèmes"\n' in text
    assert 'msgid "Primers"\nmsgstr ""\n' in text
    assert "Parti" not in text


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "لا مصطلحات"),
        (1, "مصطلح واحد"),
        (2, "مصطلحان"),
        (3, "%(num)s مصطلحات"),
        (10, "%(num)s مصطلحات"),
        (11, "%(num)s مصطلحًا"),
        (99, "%(num)s مصطلحًا"),
        (100, "%(num)s مصطلح"),
        (102, "%(num)s مصطلح"),
        (103, "%(num)s مصطلحات"),
    ],
)
def test_arabic_has_six_plural_forms(number: int, shown: str) -> None:
    assert shown == words_of("ar").ngettext("%(num)s term", "%(num)s terms", number)


@pytest.mark.parametrize(
    ("language", "shown"),
    [("fr", "0 terme"), ("es", "0 términos"), ("pt", "0 termos"), ("ar", "لا مصطلحات")],
)
def test_templates_count_in_the_plural_forms_of_the_language(language: str, shown: str) -> None:
    environment = make_environment(words_of(language))
    template = environment.from_string('{{ ngettext("%(num)s term", "%(num)s terms", 0) }}')
    assert shown == template.render()


def test_english_stands_in_for_a_missing_catalogue() -> None:
    words = words_of("tlh")
    assert "Themes" == words.gettext("Themes")
    assert "%(num)s terms" == words.ngettext("%(num)s term", "%(num)s terms", 2)


def test_english_stands_in_for_a_missing_word() -> None:
    words = words_of("ar")
    assert "No such word" == words.gettext("No such word")
    assert "%(num)s geese" == words.ngettext("%(num)s goose", "%(num)s geese", 11)


def site_in(language: str, content: Review) -> RenderedSite:
    """Return the site of this repository with the interface in ``language``."""
    settings = replace(content.knowledge.settings, language=language)
    knowledge = replace(content.knowledge, settings=settings)
    kinds = explained()
    return render_everything(knowledge, content.links, content.targets, lambda text, _: text, kinds)


@by_language
def test_templates_render_in_every_language(content: Review, language: str) -> None:
    words = words_of(language)
    pages = {page.path: page for page in site_in(language, content).pages}
    assert words.gettext("Themes") == pages["domains/index.md"].title
    terms = [page for page in pages.values() if page.kind == "term"]
    assert terms
    for page in terms:
        assert f"## {words.gettext('Where it is used')} {{: #where-used }}" in page.markdown
        assert f">{words.gettext('Permalink')}</dt>" in "".join(page.parts.values())


def main() -> None:
    """Write ``messages.pot`` and every catalogue anew."""
    pot = written(POT_HEADER, extracted())
    (LOCALE / "messages.pot").write_text(pot, encoding="utf-8", newline="\n")
    for path in CATALOGUES:
        path.write_text(brought_up_to_date(path), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
