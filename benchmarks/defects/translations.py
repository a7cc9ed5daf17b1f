"""Translations that are stale, ahead, copied, in the wrong language, or of nothing."""

from __future__ import annotations

from random import Random
from typing import Any

from benchmarks.defects.site import Mutant, Sheet, Site, identifier, kind

WORDS = {"fr": "partage des ressources", "es": "reparto de recursos", "pt": "partilha de recursos"}
SENTENCES = {
    "fr": "Ensemble des règles qui déterminent comment les recettes sont partagées entre niveaux.",
    "es": "Conjunto de las reglas que determinan cómo se reparten los ingresos entre los niveles.",
    "pt": "Conjunto das regras que determinam como as receitas são divididas entre os níveis.",
    "en": "Set of the rules that say how the revenue of a state is shared among all of its levels.",
}


def translated(term: dict[str, Any]) -> bool:
    """Tell whether a term is translated into French and Arabic."""
    return {"fr", "ar"} <= set(term.get("translations") or ())


def put(sheet: Sheet, language: str, value: str) -> int:
    """Write the translation into one language, and return its line."""
    rows = sheet.rows("translations")
    for row in rows:
        if sheet.lines[row].startswith(f"  {language}:"):
            last = row + 1
            while last in rows and sheet.lines[last].startswith("    "):
                last += 1
            sheet.lines[row:last] = [f"  {language}: {{{value}}}"]
            return row + 1
    sheet.lines.insert(rows[-1] + 1, f"  {language}: {{{value}}}")
    return rows[-1] + 2


def stale_translation(site: Site, dice: Random) -> Mutant:
    """The revision is raised as it should be; the translations are left behind."""
    path = site.any_term(dice, translated)
    sheet = site.sheet(path)
    term = site.terms[path]
    revision = term.get("revision", 1)
    sheet.set("revision", str(revision + 1))
    wording = (
        f'revision: {revision}, date: 2026-11-20, note: "Reworded.", definition: "Older words."'
    )
    older = [sheet.lines[row] for row in sheet.rows("history")[1:]]
    sheet.put("history", "history:", f"  - {{{wording}}}", *older)
    lines = [row + 1 for row in sheet.rows("translations")]
    return sheet.mutant(*lines)


def translation_ahead(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, translated)
    sheet = site.sheet(path)
    row = dice.choice([r for r in sheet.rows("translations") if "revision: 1" in sheet.lines[r]])
    sheet.lines[row] = sheet.lines[row].replace("revision: 1", f"revision: {dice.randint(2, 9)}")
    return sheet.mutant(row + 1)


def orphan_translation(site: Site, dice: Random) -> Mutant:
    path = dice.choice(["glossary/gone.fr.md", "primers/gone.fr.md", "glossary/councils.ar.md"])
    front = "title: Une page\ntranslates: 1\n" if path.startswith("primers") else "revision: 1\n"
    text = f"---\n{front}---\nUn texte en français sur les collectivités.\n"
    return Mutant({path: text.encode()}, frozenset((path, line) for line in (1, 2)))


def stale_primer(site: Site, dice: Random) -> Mutant:
    path = dice.choice([path for path in site.pages if path.startswith("primers/")])
    sheet = site.sheet(path)
    sheet.set("revision", "2")
    other = path.replace(".md", ".fr.md")
    text = (
        "---\ntitle: Un titre\nsummary: Un texte sur les communes.\ntranslates: 1\n---\n"
        "Les communes ont des pouvoirs que la loi leur donne.\n"
    )
    files = {path: sheet.text.encode(), other: text.encode()}
    return Mutant(files, frozenset({(other, 4)}))


def definition_left_in_english(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, translated)
    sheet = site.sheet(path)
    text = site.terms[path]["definition"].strip().replace('"', "'")
    language = dice.choice(sorted(WORDS))
    return sheet.mutant(
        put(sheet, language, f'term: {WORDS[language]}, revision: 1, definition: "{text}"')
    )


def arabic_definition_left_in_english(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, translated)
    sheet = site.sheet(path)
    text = site.terms[path]["definition"].strip().replace('"', "'")
    return sheet.mutant(put(sheet, "ar", f'term: تقاسم الموارد, revision: 1, definition: "{text}"'))


def definition_in_another_language(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, translated)
    sheet = site.sheet(path)
    language, other = dice.choice([(a, b) for a in WORDS for b in SENTENCES if a != b])
    value = f'term: {WORDS[language]}, revision: 1, definition: "{SENTENCES[other]}"'
    return sheet.mutant(put(sheet, language, value))


def label_left_in_english(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda t: translated(t) and " " in t["term"])
    sheet = site.sheet(path)
    language = dice.choice(sorted(WORDS))
    label = site.terms[path]["term"]
    return sheet.mutant(put(sheet, language, f"term: {label}, revision: 1, status: unreviewed"))


def one_word_for_two_concepts(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, translated)
    domain = site.terms[path]["domain"]
    twins = [p for p, t in site.terms.items() if translated(t) and t["domain"] == domain]
    twin = dice.choice(twins)
    if twin == path:
        return None
    language = dice.choice(["ar", "fr"])
    label = site.terms[twin]["translations"][language]["term"]
    sheet = site.sheet(path)
    mutant = sheet.mutant(put(sheet, language, f'term: "{label}", revision: 1'))
    places = {(twin, row + 1) for row in site.sheet(twin).rows("translations")}
    return Mutant(mutant.files, mutant.places | places)


def wrong_script(site: Site, dice: Random) -> Mutant:
    # Not in capitals: it might be an abbreviation, which stays Latin in Arabic, too.
    sheet = site.sheet(site.any_term(dice, translated))
    language, label = dice.choice(
        [
            ("ar", "al-lamarkaziya"),
            ("fr", "اللامركزية"),
            ("es", "децентрализация"),
        ]
    )
    return sheet.mutant(put(sheet, language, f"term: {label}, revision: 1, status: unreviewed"))


def one_letter_of_another_script(site: Site, dice: Random) -> Mutant | None:
    """A Cyrillic letter looks like a Latin one."""
    path = site.any_term(dice, lambda term: "a" in term["term"] or "o" in term["term"])
    sheet = site.sheet(path)
    label = site.terms[path]["term"]
    wrong = label.replace("o", "\u043e", 1) if "o" in label else label.replace("a", "\u0430", 1)
    return sheet.mutant(sheet.set("term", wrong))


def translation_without_label(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice, translated))
    return sheet.mutant(put(sheet, "fr", "revision: 1, status: unreviewed"))


def text_without_label(site: Site, dice: Random) -> Mutant:
    """A body in a language in which the term has no label."""
    path = site.any_term(dice, lambda term: term.get("translations"))
    sheet = site.sheet(path)
    sheet.drop("translations")
    other = path.replace(".md", ".fr.md")
    text = "---\ntranslates: 1\n---\nLes communes ont des pouvoirs que la loi leur donne.\n"
    files = {path: sheet.text.encode(), other: text.encode()}
    return Mutant(files, frozenset((other, line) for line in (1, 2)))


def language_missing(site: Site, dice: Random) -> Mutant:
    path = site.any_term(
        dice, lambda t: {"fr", "es", "pt", "ar"} <= set(t.get("translations") or ())
    )
    sheet = site.sheet(path)
    row = dice.choice(sheet.rows("translations")[1:])
    del sheet.lines[row]
    rows = sheet.rows("translations")
    return sheet.mutant(rows[0] + 1, sheet.rows("term")[0] + 1)


def other_terms_named(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, translated)
    other = identifier(site.any_term(dice))
    text = "Ensemble des règles qui déterminent, avec l'aide de [[{}|ce pouvoir]], les recettes."
    sheet = site.sheet(path)
    value = f'term: {WORDS["fr"]}, revision: 1, definition: "{text.format(other)}"'
    if site.path(other) == path or other.replace("-", " ") in site.terms[path]["definition"]:
        return None
    return sheet.mutant(put(sheet, "fr", value))


def mark_in_a_translation(site: Site, dice: Random) -> Mutant | None:
    """A mark that names nothing, in a translated definition or text."""
    path = site.any_term(dice, translated)
    if dice.random() < 0.5:
        sheet = site.sheet(path)
        text = "Ensemble des règles de la [[{}|commune]]."
        value = f'term: {WORDS["fr"]}, revision: 1, definition: "{text.format("mot-perdu")}"'
        return sheet.mutant(put(sheet, "fr", value))
    beside = path.replace(".md", ".fr.md")
    if beside in site.texts:
        return None
    text = "Une note sur la [[mot-perdu|commune]].\n"
    return Mutant({beside: text.encode()}, frozenset({(beside, 1)}))


def translation_begins_with_a_pronoun(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, translated)
    sheet = site.sheet(path)
    opening = dice.choice(["هو", "هي", "يشير إلى", "تعني", "يقصد به"])
    row = next(r for r in sheet.rows("translations") if sheet.lines[r].startswith("  ar:"))
    label = site.terms[path]["translations"]["ar"]["term"]
    value = f'term: "{label}", revision: 1, definition: "{opening} توزيع السلطات بين المستويات."'
    return sheet.mutant(put(sheet, "ar", value), row + 1)


def translation_into_its_own_language(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice, translated))
    return sheet.mutant(put(sheet, "en", "term: sharing of resources, revision: 1"))


KINDS = (
    kind(stale_translation, 502),
    kind(translation_ahead, 503),
    kind(orphan_translation, 201),
    kind(stale_primer, 502),
    kind(definition_left_in_english, 511, 512),
    kind(arabic_definition_left_in_english, 510, 511),
    kind(definition_in_another_language, 512),
    kind(label_left_in_english, 508),
    kind(one_word_for_two_concepts, 507),
    kind(wrong_script, 510),
    kind(one_letter_of_another_script, 510, 105, 4),
    kind(translation_without_label, 13, 504),
    kind(text_without_label, 504),
    kind(language_missing, 501),
    kind(other_terms_named, 505),
    kind(mark_in_a_translation, 401),
    kind(translation_begins_with_a_pronoun, 304),
    kind(translation_into_its_own_language, 15),
)
