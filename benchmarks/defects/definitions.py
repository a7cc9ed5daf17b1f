"""Definitions that say what a thing is not, or talk instead of defining."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.labels import countable
from benchmarks.defects.site import Mutant, Site, identifier, is_name, kind

OPENINGS = (
    *("Is a", "Refers to the", "Means the", "Describes a", "A term for a", "When a", "Where a"),
    *("This is a", "It is a", "Used to describe a", "Term that denotes a"),
)


def definition_of(site: Site, path: str) -> str:
    """Return a definition as one line, without its full stop."""
    text: str = site.terms[path]["definition"]
    return text.strip().removesuffix(".")


def lower(text: str) -> str:
    """Return a text that begins small, unless its first word is a name or an abbreviation."""
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def redefine(site: Site, path: str, definition: str, bad: str) -> Mutant:
    """Return the mutant with another definition; the fault is where the bad words begin."""
    sheet = site.sheet(path)
    return sheet.mutant(sheet.find(bad, sheet.define(definition)))


def negative_definition(site: Site, dice: Random) -> Mutant:
    # Where the label itself denies something, the definition may do so.
    path = site.any_term(
        dice, lambda term: not re.match(r"(un|non)|.*\b(asym|imbal|gap)", term["term"])
    )
    bad, text = dice.choice(
        [
            ("not", "Arrangement that is not laid down in any law."),
            ("Absence", "Absence of rules on the sharing of money."),
            ("Lack", "Lack of a rule on who pays."),
            ("No", "No direct link to a ministry."),
            ("not", "Anything that is not paid for by the center."),
            ("Not", "Not the same as a tax."),
            ("without", "State without any rule on money."),
            ("does not", "Arrangement that does not involve a ministry."),
            ("isn't", "Task that isn't given to a ministry."),
            ("neither", "Body that is neither elected nor appointed."),
        ]
    )
    return redefine(site, path, text, bad)


def article_at_start(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    text = lower(definition_of(site, path))
    article = dice.choice(["A", "An", "The"])
    return redefine(site, path, f"{article} {text}.", article)


def verb_at_start(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    text = lower(definition_of(site, path))
    opening = dice.choice(OPENINGS)
    return redefine(site, path, f"{opening} {text}.", opening)


def label_repeated_at_start(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    text = lower(definition_of(site, path))
    label = site.terms[path]["term"]
    opening = label[0].upper() + label[1:]
    verb = dice.choice(["is a", "means a", "refers to a"])
    return redefine(site, path, f"{opening} {verb} {text}.", opening)


def second_sentence(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    more = dice.choice(
        [
            "It is common in small countries.",
            "Many people praise it.",
            "This differs from place to place.",
            "Its origin is disputed.",
            "Reforms in Kenya show how it works.",
            "See also the note below.",
        ]
    )
    return redefine(site, path, f"{definition_of(site, path)}. {more}", more)


def example_in_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    bad, rest = dice.choice(
        [
            ("e.g.", " a road"),
            ("for example", " a road or a school"),
            ("such as", " roads, schools and clinics"),
            ("for instance", " a road"),
            ("eg", " a road"),
            ("e. g.", " a road"),
            ("like", " roads, schools etc."),
        ]
    )
    text = definition_of(site, path)
    words = f"{bad}{rest}"
    dressed = dice.choice([f"{text}, {words}", f"{text} ({words})"]).removesuffix(".")
    return redefine(site, path, dressed + ".", words.removesuffix("."))


def requirement_in_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    bad = dice.choice(["should", "must", "ought to", "shall", "needs to", "has to"])
    text = definition_of(site, path)
    # Not “that must be …”: what the law demands of a thing may be what sets it apart.
    dress = dice.choice([f"{text}; it {bad} be reviewed.", f"{text}, and {bad} last for years."])
    return redefine(site, path, dress, bad)


def purpose_in_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    bad = dice.choice(["in order to", "is used to", "is used for the purpose to"])
    text = f"Arrangement that {bad} share money among levels."
    if bad == "in order to":
        text = f"Set of rules made {bad} share money among levels."
    return redefine(site, path, text, bad)


def undefined_abbreviation(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    short = dice.choice(["FDRL", "NTGP", "CPWB", "GTZX", "RBMF"])
    text = dice.choice(
        [
            f"{definition_of(site, path)} under the {short} rules.",
            f"Arrangement that the {short} law provides for.",
        ]
    )
    return redefine(site, path, text, short)


def wrong_part_of_speech(site: Site, dice: Random) -> Mutant:
    path = countable(site, dice)
    start, rest = dice.choice(
        [
            ("To raise", "money from the people of a place."),
            ("Raises", "money from the people of a place."),
            ("Elected", "by the people of a place."),
            ("Independent", "of the center in all matters."),
            ("How", "a level of the state obtains its money."),
            ("Able", "to decide on money without asking."),
            ("By", "which money is shared among levels."),
        ]
    )
    return redefine(site, path, f"{start} {rest}", start)


def other_genus(site: Site, dice: Random) -> Mutant | None:
    """The definition begins with a term that does not stand above."""
    path = site.any_term(dice, lambda term: term.get("broader"))
    other = countable(site, dice)
    label = site.terms[other]["term"]
    name = identifier(other)
    upper = site.above(identifier(path))
    if name in upper or path == other or any(name in site.above(up) for up in upper):
        return None
    if site.terms[path]["term"] in label or any(up in site.above(name) for up in upper):
        return None
    opening = label[0].upper() + label[1:]
    return redefine(site, path, f"{opening} that is known in old Lumora only.", opening)


def genus_without_broader(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice, lambda term: not term.get("broader") and not term.get("part_of"))
    other = countable(site, dice)
    label = site.terms[other]["term"]
    if path == other or site.terms[path]["term"] in label:
        return None
    opening = label[0].upper() + label[1:]
    return redefine(site, path, f"{opening} that is known in old Lumora only.", opening)


def same_definition(site: Site, dice: Random) -> Mutant:
    path, other = dice.sample(sorted(site.terms), 2)
    sheet = site.sheet(path)
    mutant = sheet.mutant(*sheet.define(site.terms[other]["definition"].strip()))
    rows = site.sheet(other).rows("definition")
    return Mutant(mutant.files, mutant.places | {(other, row + 1) for row in rows})


def near_duplicate(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    other = site.any_term(dice, lambda term: len(term["definition"]) > 100)
    text = definition_of(site, other)
    sheet = site.sheet(path)
    mutant = sheet.mutant(*sheet.define(dice.choice([f"{text} today.", f"{text}, by law."])))
    rows = site.sheet(other).rows("definition")
    return Mutant(mutant.files, mutant.places | {(other, row + 1) for row in rows})


def unsourced(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term["status"] != "draft" and term.get("sources"))
    sheet = site.sheet(path)
    line = sheet.drop("sources")
    rows = [*sheet.rows("definition"), *sheet.rows("status")]
    return sheet.mutant(1, 2, line, *(row + 1 for row in rows))


def placeholder(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    text = dice.choice(["TODO", "To be written.", "TBD", "…", "???", "Coming soon.", "xxx", "N/A"])
    return sheet.mutant(sheet.set("definition", f'"{text}"'))


def hidden_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    text = definition_of(site, path)
    bad = dice.choice(["i.e.", "that is to say", "that is,", "in other words", "meaning", "viz."])
    aside = f"({bad} a power that nobody above can take away)"
    dress = dice.choice([f"{text}, {aside[1:-1]}.", f"{text} {aside}."])
    return redefine(site, path, dress, bad)


def long_parenthesis(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    aside = "(a power which rests on law and which nobody at a higher level can take away)"
    return redefine(site, path, f"{definition_of(site, path)} {aside}.", aside)


def long_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    text = definition_of(site, path)
    more = ", whether by law, by contract, by custom or by the decision of a court of the country"
    sheet = site.sheet(path)
    lines = sheet.define(text + more * 5 + ".")
    return sheet.mutant(*lines, lines.start - 1)


def field_at_start(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    text = definition_of(site, path)
    opening = dice.choice(
        [
            "<fiscal>",
            "(fiscal)",
            "[law]",
            "In law,",
            "In public finance,",
            "Fiscal:",
            "In statistics:",
        ]
    )
    return redefine(site, path, f"{opening} {lower(text)}.", opening)


def genus_alone(site: Site, dice: Random) -> Mutant:
    """Nothing sets the concept apart from the broader one."""
    path = site.any_term(dice, lambda term: term.get("broader") and not is_name(term["term"]))
    label = site.terms[site.path(site.terms[path]["broader"][0])]["term"]
    opening = label[0].upper() + label[1:]
    tail = dice.choice(["", " of any kind", " in general"])
    return redefine(site, path, f"{opening}{tail}.", opening)


def no_capital(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term["definition"][1].islower())
    text = definition_of(site, path)
    return redefine(site, path, lower(text) + ".", lower(text)[:5])


def no_full_stop(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    sheet = site.sheet(path)
    lines = sheet.define(definition_of(site, path))
    return sheet.mutant(lines[-1])


def talking_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    bad = dice.choice(["very important", "arguably", "we believe", "basically", "of course"])
    text = definition_of(site, path)
    return redefine(site, path, f"{text}, which is {bad} for a state.", bad)


KINDS = (
    kind(negative_definition, 305),
    kind(article_at_start, 304),
    kind(verb_at_start, 303, 304),
    kind(label_repeated_at_start, 301, 304),
    kind(second_sentence, 307),
    kind(example_in_definition, 310),
    kind(requirement_in_definition, 308),
    kind(purpose_in_definition, 308),
    kind(undefined_abbreviation, 309),
    kind(wrong_part_of_speech, 303, 304),
    kind(other_genus, 312),
    kind(genus_without_broader, 319),
    kind(same_definition, 324),
    kind(near_duplicate, 315),
    kind(unsourced, 13, 316),
    kind(placeholder, 323),
    kind(hidden_definition, 306),
    kind(long_parenthesis, 306),
    kind(long_definition, 317),
    kind(field_at_start, 318),
    kind(genus_alone, 314),
    kind(no_capital, 331),
    kind(no_full_stop, 331),
    kind(talking_definition, 332, 420),
)
