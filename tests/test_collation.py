"""Alphabetical order: hard cases, and the order that a browser's own CLDR data gives."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import sync_playwright

from lpsa_build.language.collation import heading, sort_key
from lpsa_build.lint.check import Review
from tests.browsing import start_browser

ORDERS = {
    "en": ["a b", "a, b", "a-b", "a.b", "a(b)", "a&b", "a/b", "2 a", "10", "a1", "ab", "AB", "b"],
    "fr": ["cote", "Cote", "coté", "côte", "côté", "coter", "état", "Etat", "œuf", "oeuf", "ofre"],
    "es": ["nunca", "nz", "ñandú", "Ñu", "ñu", "niño", "nino", "llave", "luz", "chico", "cz"],
    "pt": ["ação", "acao", "açúcar", "à", "á", "â", "ã", "a", "órgão", "orgao", "avô", "avó"],
    "ar": [
        *("أمن", "اسم", "آلية", "إدارة", "ابن", "ء", "بلدية", "تمويل", "ثقة", "جهة", "حكم"),
        *("لامركزية", "مدينة", "مدينت", "مدى", "مدي", "مسؤول", "مسئول", "وزارة", "يد", "هيئة"),
        *("حُكم", "حكم محلي", "حكمة", "council", "2", "ٱسم", "رئيس"),
    ],
}
SORTED = """async ([language, labels]) =>
    labels.sort(new Intl.Collator(language, { caseFirst: "false" }).compare)"""


def by_us(labels: list[str], language: str) -> list[str]:
    return sorted(labels, key=lambda label: sort_key(label, language))


def test_the_order_is_that_of_cldr(content: Review) -> None:
    """The browser holds CLDR's own tables; the labels are ours in five languages, and hard ones."""
    terms = [term.fields for term in content.knowledge.terms.values()]
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        page = browser.new_page()
        for language, hard in ORDERS.items():
            labels = [
                *hard,
                *(t.translations[language].term for t in terms if language in t.translations),
            ]
            if language == "en":
                labels += [label for t in terms for label in (t.term, *t.aliases)]
            labels = list(dict.fromkeys(labels))
            if language == "ar":
                labels = [label for label in labels if not label.startswith("ال")]  # our own rule
            random.Random(6).shuffle(labels)
            assert page.evaluate(SORTED, [language, labels]) == by_us(labels, language)
        browser.close()


@pytest.mark.parametrize(
    ("language", "label", "expected"),
    [
        ("en", "état", "E"),
        ("en", "own revenue", "O"),
        ("en", "“quoted”", "Q"),
        ("en", "2030 Agenda", "#"),
        ("fr", "œuvre", "O"),
        ("es", "ñandú", "Ñ"),
        ("pt", "ñandú", "N"),
        ("ar", "أمن", "ا"),
        ("ar", "إدارة", "ا"),
        ("ar", "آلية", "ا"),
        ("ar", "البلدية", "ب"),
        ("ar", "الْبَلَديّة", "ب"),
        ("ar", "التزام محتمل", "ا"),
        ("ar", "مسؤولية", "م"),
        ("ar", "PEFA", "P"),
        ("ar", "", "#"),
    ],
)
def test_a_label_stands_under_its_letter(language: str, label: str, expected: str) -> None:
    assert expected == heading(label, language)


def test_the_arabic_article_and_vowel_signs_do_not_count() -> None:
    labels = ["تمويل", "البَلدية", "ابن", "الإدارة", "بلد"]
    assert ["ابن", "الإدارة", "بلد", "البَلدية", "تمويل"] == by_us(labels, "ar")


def test_no_two_labels_tie() -> None:
    """The order never depends on the one in which labels come."""
    labels = ["a b", "a\u00a0b", "é", "e\u0301"]
    assert by_us(labels, "en") == by_us(labels[::-1], "en")
