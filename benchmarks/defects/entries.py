"""Every other field of a term, of a translation and of the bibliography, broken once."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.labels import plural
from benchmarks.defects.publishing import PERMALINKS, REFERENCES, listed, reference_rows, wording
from benchmarks.defects.reading import typo
from benchmarks.defects.relations import RELATIONS, retire
from benchmarks.defects.site import Mutant, Site, both, identifier, is_name, kind
from benchmarks.defects.translations import put, translated


def wrong_value_of_a_term(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    key, value = dice.choice(
        [
            ("link", "always"),
            ("link", "Auto"),
            ("confidence", "certain"),
            ("common_word", "True"),
            ("plurale_tantum", "1"),
            ("exact_match", "[fao.org/c_28753]"),
            ("exact_match", "[agrovoc]"),
            ("domain", "Fiscal"),
            ("revision", "0.5"),
            ("broader", "{is: devolution}"),
            ("updated", "2026-11-24T10:00"),
            ("updated", "yesterday"),
            ("replaced_by", "[devolution]"),
            ("history", "[older wording]"),
            ("other_meanings", "[{ref: lpsa-infer}]"),
            ("other_meanings", "[{gist: Something else.}]"),
            ("sources", "[lpsa-infer]"),
            ("sources", "[{at: p. 4}]"),
            ("translations", "{fr: décentralisation}"),
            ("translations", "{fr: {term: décentralisation}}"),
            ("translations", "{fr: {term: décentralisation, revision: 1, status: draft}}"),
            ("translations", "{fr: {term: décentralisation, revision: one}}"),
            ("aliases", "{fr: décentralisation}"),
            ("redirect_from", "[Old Name]"),
        ]
    )
    return sheet.mutant(sheet.set(key, value))


def id_with_an_invisible_character(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    name = identifier(site.any_term(dice))
    bad = name[:2] + dice.choice("\u200b\u00ad\u200d\u2060\u00a0") + name[2:]
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set(dice.choice(RELATIONS), f"[{bad}]"))


def invisible_in_an_alias(site: Site, dice: Random) -> Mutant:
    bad = "home" + dice.choice("\u200b\u200c\u00ad\u2060\ufeff\u00a0\u200e") + " power"
    sheet = site.sheet(site.any_term(dice))
    return sheet.mutant(sheet.set(dice.choice(["aliases", "avoid", "variants"]), f"[{bad}]"))


def invisible_in_a_translation(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice, translated))
    bad = dice.choice("\u200b\u2060\u00ad\ufeff")
    return sheet.mutant(put(sheet, "fr", f"term: pou{bad}voir local, revision: 1"))


def invisible_in_prose(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    sheet.lines += ["", f"Some say po{dice.choice(chr(0x200B) + chr(0x2060) + chr(0xFEFF))}wer."]
    return sheet.mutant(len(sheet.lines))


def label_with_marks(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    label = site.terms[path]["term"]
    form = dice.choice(
        ['"{}."', '"{};"', "'“{}”'", "'\"{}\"'", '"{},"', '"{}:"', '"- {}"', '"*{}*"']
    )
    sheet = site.sheet(path)
    return sheet.mutant(sheet.set("term", form.format(label)))


def translated_alias_is_the_label(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, translated)
    language = dice.choice(["fr", "ar"])
    label = site.terms[path]["translations"][language]["term"]
    key = dice.choice(["aliases", "avoid"])
    sheet = site.sheet(path)
    return sheet.mutant(put(sheet, language, f'term: "{label}", revision: 1, {key}: ["{label}"]'))


def abbreviation_in_wrong_order(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda term: len(str(term.get("abbreviation", ""))) > 2)
    short = site.terms[path]["abbreviation"]
    sheet = site.sheet(path)
    return None if short == short[::-1] else sheet.mutant(sheet.set("abbreviation", short[::-1]))


def alias_claimed_by_two(site: Site, dice: Random) -> Mutant:
    parts = []
    for path in dice.sample(sorted(site.terms), 2):
        sheet = site.sheet(path)
        own = site.terms[path].get("aliases", [])
        parts.append(sheet.mutant(sheet.set("aliases", f"[{', '.join([*own, 'home power'])}]")))
    return both(*parts)


def alias_of_another_inflected(site: Site, dice: Random) -> Mutant | None:
    """An alias is the plural, or the spelling with other hyphens, of an alias elsewhere."""
    suits = "government|transfer|tax|grant|council|authority|revenue"
    other = site.any_term(dice, lambda term: term.get("aliases"))
    labels = [label for label in site.terms[other]["aliases"] if re.search(f"({suits})$", label)]
    path = site.any_term(dice)
    if not labels or path == other:
        return None
    label = dice.choice([plural(labels[0]), labels[0].replace(" ", "-"), labels[0].title()])
    sheet = site.sheet(path)
    own = site.terms[path].get("aliases", [])
    mutant = sheet.mutant(sheet.set("aliases", f"[{', '.join([*own, label])}]"))
    rows = {(other, row + 1) for row in site.sheet(other).rows("aliases")}
    return Mutant(mutant.files, mutant.places | rows)


def article_in_a_translated_label(site: Site, dice: Random) -> Mutant:
    language, label = dice.choice(
        [
            ("fr", "le partage des recettes"),
            ("fr", "une autonomie locale"),
            ("es", "el reparto de ingresos"),
            ("pt", "a partilha de receitas"),
        ]
    )
    sheet = site.sheet(site.any_term(dice, lambda t: language in (t.get("translations") or ())))
    return sheet.mutant(put(sheet, language, f"term: {label}, revision: 1"))


def capital_in_a_translated_label(site: Site, dice: Random) -> Mutant:
    language, label = dice.choice(
        [
            ("fr", "Partage des recettes"),
            ("es", "Reparto de ingresos"),
            ("pt", "Partilha de receitas"),
        ]
    )
    suits = site.any_term(
        dice, lambda t: language in (t.get("translations") or ()) and not is_name(t["term"])
    )
    sheet = site.sheet(suits)
    return sheet.mutant(put(sheet, language, f"term: {label}, revision: 1"))


def related_and_broader(site: Site, dice: Random) -> Mutant:
    """One relation says another thing than the next: broader and part of, or related."""
    path = site.any_term(dice, lambda term: term.get("broader"))
    upper = site.terms[path]["broader"][0]
    key = dice.choice(["related", "part_of"])
    sheet = site.sheet(path)
    line = sheet.set(key, f"[{upper}]")
    return sheet.mutant(line, *(row + 1 for row in sheet.rows("broader")))


def related_and_contrast(site: Site, dice: Random) -> Mutant:
    path, other = dice.sample(sorted(site.terms), 2)
    sheet = site.sheet(path)
    line = sheet.set("related", f"[{identifier(other)}]")
    return sheet.mutant(line, sheet.set("contrast", f"[{identifier(other)}]"))


def circle_of_two_relations(site: Site, dice: Random) -> Mutant:
    """One is a kind of the other, which is a part of the first."""
    one, two = dice.sample(sorted(site.terms), 2)
    first, second = site.sheet(one), site.sheet(two)
    return both(
        first.mutant(first.set("broader", f"[{identifier(two)}]")),
        second.mutant(second.set("part_of", f"[{identifier(one)}]")),
    )


def circle_of_four_terms(site: Site, dice: Random) -> Mutant:
    ring = dice.sample(sorted(site.terms), 4)
    parts = []
    for path, upper in zip(ring, [*ring[1:], ring[0]], strict=True):
        sheet = site.sheet(path)
        parts.append(sheet.mutant(sheet.set("broader", f"[{identifier(upper)}]")))
    return both(*parts)


def replaced_in_a_circle(site: Site, dice: Random) -> Mutant:
    one, two = dice.sample(sorted(site.terms), 2)
    return both(
        retire(site, one, f"replaced_by: {identifier(two)}"),
        retire(site, two, f"replaced_by: {identifier(one)}"),
    )


def replaced_by_the_unknown(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice)
    wrong = typo(identifier(site.any_term(dice)), dice)
    return None if site.path(wrong) in site.terms else retire(site, path, f"replaced_by: {wrong}")


def live_with_a_reason(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    line = sheet.set("reason", "nobody uses it")
    return sheet.mutant(line, sheet.rows("status")[0] + 1)


def relation_to_a_primer(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    other = dice.choice(["what-is-decentralization", "pefa-2016", "subnational-finance", "fiscal"])
    if site.path(other) in site.terms:
        other = "pefa-2016"
    return sheet.mutant(sheet.set(dice.choice(RELATIONS), f"[{other}]"))


def history_of_the_same_words(site: Site, dice: Random) -> Mutant:
    """A raised revision whose earlier wording is the wording of now."""
    path = site.any_term(dice)
    sheet = site.sheet(path)
    sheet.drop("translations")
    text = site.terms[path]["definition"].strip().replace('"', "'")
    line = sheet.set("revision", "2")
    row = f'  - {{revision: 1, date: 2026-11-20, note: "Reworded.", definition: "{text}"}}'
    first = sheet.put("history", "history:", row)
    return sheet.mutant(line, first, first + 1)


def history_after_the_update(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    sheet.drop("translations")
    sheet.set("updated", "2026-05-01")
    line = sheet.set("revision", "2")
    first = sheet.put("history", "history:", f"  - {{{wording(1, '2026-09-01')}}}")
    return sheet.mutant(line, first, first + 1, sheet.rows("updated")[0] + 1)


def history_in_the_future(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    sheet.drop("translations")
    line = sheet.set("revision", "2")
    first = sheet.put("history", "history:", f"  - {{{wording(1, '2126-09-01')}}}")
    return sheet.mutant(line, first, first + 1)


def history_without_a_note(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice))
    sheet.drop("translations")
    sheet.set("revision", "2")
    row = '  - {revision: 1, date: 2026-11-20, definition: "Older words."}'
    first = sheet.put("history", "history:", row)
    return sheet.mutant(first, first + 1)


def wrong_value_of_a_reference(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(REFERENCES)
    row = dice.choice(reference_rows(site))
    new = dice.choice(
        [
            "    URL: www.oecd.org",
            "    URL: htps://www.oecd.org",
            "    issued: 2012",
            "    issued: {date-parts: [2012]}",
            "    issued: {date-parts: [[MMXII]]}",
            "    author: A. Writer",
            "    author: [A. Writer]",
            "    pubisher: A House",
            "    url: https://www.oecd.org",
            "    type: webpge",
            "    issued: {date-parts: [[2012, 13]]}",
            "    DOI: https://doi.org/10.1787/abc",
        ]
    )
    key = new.split(":")[0].strip()
    end = next((r for r in reference_rows(site) if r > row), len(sheet.lines))
    for at in range(row + 1, end):
        if sheet.lines[at].startswith(f"    {key}:"):
            last = at + 1
            while last < end and sheet.lines[last].startswith("      "):
                last += 1
            sheet.lines[at:last] = [new]
            return sheet.mutant(at + 1)
    sheet.lines.insert(row + 1, new)
    return sheet.mutant(row + 2)


def reference_id_in_wrong_case(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("sources"))
    sheet = site.sheet(path)
    rows = [row for row in sheet.rows("sources") if "ref: " in sheet.lines[row]]
    row = dice.choice(rows)
    ref = re.search(r"ref: ([\w-]+)", sheet.lines[row])[1]  # type: ignore[index]  # it has one
    wrong = dice.choice([ref.upper(), ref.title(), ref.replace("-", "_") + "_"])
    sheet.lines[row] = sheet.lines[row].replace(ref, wrong, 1)
    return sheet.mutant(row + 1)


def source_given_twice(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("sources"))
    sheet = site.sheet(path)
    row = sheet.rows("sources")[1]
    sheet.lines.insert(row + 1, sheet.lines[row])
    return sheet.mutant(row + 1, row + 2)


def address_taken_off_the_list(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(PERMALINKS)
    rows = [r for r, line in enumerate(sheet.lines) if line.startswith("  glossary/")]
    row = dice.choice(rows)
    name = sheet.lines[row].strip().split("/")[1]
    del sheet.lines[row]
    return Mutant(
        {PERMALINKS: sheet.text.encode()},
        frozenset(
            {
                (site.path(name), 1),
                (PERMALINKS, row),
                (PERMALINKS, row + 1),
                *listed(site, "permalinks"),
            }
        ),
    )


def address_with_a_slip(site: Site, dice: Random) -> Mutant | None:
    sheet = site.sheet(PERMALINKS)
    rows = [r for r, line in enumerate(sheet.lines) if line.startswith("  glossary/")]
    row = dice.choice(rows)
    name = sheet.lines[row].strip().split("/")[1]
    wrong = typo(name, dice)
    if site.path(wrong) in site.terms:
        return None
    sheet.lines[row] = sheet.lines[row].replace(f"/{name}/", f"/{wrong}/")
    return sheet.mutant(row + 1)


def nested_key_twice(site: Site, dice: Random) -> Mutant:
    sheet = site.sheet(site.any_term(dice, translated))
    row = put(sheet, "fr", "term: pouvoir, revision: 1, revision: 1") - 1
    if dice.random() < 0.5:
        sheet.lines[row : row + 1] = ["  fr: {term: pouvoir, revision: 1}"] * 2
        return sheet.mutant(row + 1, row + 2)
    return sheet.mutant(row + 1)


def quotes_from_a_word_processor(site: Site, dice: Random) -> Mutant:
    """Curly quotation marks do not quote: they are part of the value."""
    path = site.any_term(dice)
    sheet = site.sheet(path)
    key = dice.choice(["term", "domain", "status", "updated"])
    value = site.terms[path].get(key) or "2026-11-24"
    return sheet.mutant(sheet.set(key, f"“{value}”"))


def space_that_does_not_break(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: " " in term["term"])
    sheet = site.sheet(path)
    label = site.terms[path]["term"].replace(" ", dice.choice("\u00a0\u202f\u2009\u3000"), 1)
    return sheet.mutant(sheet.set("term", label))


KINDS = (
    kind(wrong_value_of_a_term, 13, 14, 15, 101),
    kind(id_with_an_invisible_character, 4, 15, 105),
    kind(invisible_in_an_alias, 4, 105),
    kind(invisible_in_a_translation, 4, 105),
    kind(invisible_in_prose, 4, 105),
    kind(label_with_marks, 105),
    kind(translated_alias_is_the_label, 106),
    kind(abbreviation_in_wrong_order, 109),
    kind(alias_claimed_by_two, 103, 104),
    kind(alias_of_another_inflected, 103, 104, 107),
    kind(article_in_a_translated_label, 131),
    kind(capital_in_a_translated_label, 132),
    kind(related_and_broader, 204, 205, 206),
    kind(related_and_contrast, 206),
    kind(circle_of_two_relations, 203),
    kind(circle_of_four_terms, 203),
    kind(replaced_in_a_circle, 215),
    kind(replaced_by_the_unknown, 201),
    kind(live_with_a_reason, 214),
    kind(relation_to_a_primer, 201),
    kind(history_of_the_same_words, 706),
    kind(history_after_the_update, 706),
    kind(history_in_the_future, 705, 706),
    kind(history_without_a_note, 716),
    kind(wrong_value_of_a_reference, 12, 14, 15, 712),
    kind(reference_id_in_wrong_case, 15, 201),
    kind(source_given_twice, 206),
    kind(address_taken_off_the_list, 703),
    kind(address_with_a_slip, 702),
    kind(nested_key_twice, 11),
    kind(quotes_from_a_word_processor, 15, 105, 132),
    kind(space_that_does_not_break, 4, 105),
)
