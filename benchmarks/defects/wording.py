"""Definitions that are faulty in other words, other grammatical forms, or another language."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.circles import sought_after, with_words
from benchmarks.defects.definitions import definition_of, lower, redefine
from benchmarks.defects.labels import countable, plural
from benchmarks.defects.site import Mutant, Site, both, identifier, is_name, kind
from benchmarks.defects.translations import put, translated


def denial_in_other_words(site: Site, dice: Random) -> Mutant:
    path = site.any_term(
        dice, lambda term: not re.match(r"(un|non|in)|.*\b(asym|imbal|gap)", term["term"])
    )
    bad, text = dice.choice(
        [
            ("cannot", "Power that cannot be taken away."),
            ("are not", "Offices which are not filled by election."),
            ("anything but", "State of being anything but central."),
            ("isn't", "Body that isn't elected."),
            ("never", "Decision that is never taken at the center."),
            ("No", "No form of tax."),
            ("Opposite", "Opposite of central rule."),
            ("Non-", "Non-central way to rule."),
            ("lacks", "Body that lacks a budget."),
            ("without", "Office without money of its own."),
            ("other than", "Body other than a ministry."),
            ("Everything", "Everything that is not central."),
        ]
    )
    return redefine(site, path, text, bad)


def own_label_inflected(site: Site, dice: Random) -> Mutant:
    """The label in the plural, the possessive or with capitals, in a sentence of its own."""
    path = countable(site, dice)
    label = site.terms[path]["term"]
    form = dice.choice([plural(label), f"{label}'s", f"{label}’s", label.title(), label.upper()])
    return with_words(site, dice, path, form)


def own_adjective(site: Site, dice: Random) -> Mutant | None:
    """The word family of a label of one word: autonomous for autonomy."""
    family = {
        "federation": "federated",
        "devolution": "devolved",
        "delegation": "delegated",
        "subsidiarity": "subsidiary",
        "accountability": "accountable",
        "decentralization": "decentralized",
        "deconcentration": "deconcentrated",
        "federalism": "federal",
        "recentralization": "recentralized",
        "privatization": "privatized",
        "localization": "localized",
    }
    labels = {term["term"]: path for path, term in site.terms.items()}
    label = dice.choice(sorted(family.keys() & labels.keys()))
    bad = family[label]
    return redefine(site, labels[label], f"Way to run a state in which tasks are {bad}.", bad)


def label_alone(site: Site, dice: Random) -> Mutant:
    path = countable(site, dice)
    label = site.terms[path]["term"]
    said = label[0].upper() + label[1:]
    text = dice.choice(["{}.", "{} in general.", "Any {}.", "Type of {}.", "Kind of {}."])
    words = text.format(said if text.startswith("{") else label)
    return redefine(site, path, words, words.rstrip("."))


def own_label_in_french(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, translated)
    sheet = site.sheet(path)
    language, text = dice.choice(
        [
            ("fr", "Ensemble des règles qui permettent {} dans un pays."),
            ("es", "Conjunto de reglas que hacen posible {} en un país."),
            ("pt", "Conjunto de regras que tornam possível {} num país."),
            ("ar", "مجموعة القواعد التي تجعل {} ممكنة في البلد."),
        ]
    )
    label = site.terms[path]["translations"][language]["term"]
    value = f'term: "{label}", revision: 1, definition: "{text.format(label)}"'
    return sheet.mutant(put(sheet, language, value))


def second_sentence_in_translation(site: Site, dice: Random) -> Mutant:
    texts = {
        "fr": "Ensemble des règles de la dépense publique. Il varie selon les pays.",
        "es": "Conjunto de reglas del gasto público. Varía según los países.",
        "pt": "Conjunto de regras da despesa pública. Varia de país para país.",
        "ar": "مجموعة قواعد الإنفاق العام. وهي تختلف من بلد إلى آخر.",
    }
    return in_translation(site, dice, texts)


def in_translation(site: Site, dice: Random, texts: dict[str, str]) -> Mutant:
    """Return the mutant in which a translation has one of these definitions."""
    language = dice.choice(sorted(texts))
    path = site.any_term(dice, lambda term: language in (term.get("translations") or ()))
    label = site.terms[path]["translations"][language]["term"]
    sheet = site.sheet(path)
    value = f'term: "{label}", revision: 1, definition: "{texts[language]}"'
    return sheet.mutant(put(sheet, language, value))


def article_in_translation(site: Site, dice: Random) -> Mutant:
    texts = {
        "fr": "Une part des recettes que l'État verse aux communes.",
        "es": "Una parte de los ingresos que el Estado paga a los municipios.",
        "pt": "Uma parte das receitas que o Estado paga aos municípios.",
    }
    return in_translation(site, dice, texts)


def hidden_in_translation(site: Site, dice: Random) -> Mutant:
    texts = {
        "fr": "Part des recettes, c'est-à-dire de l'argent public, que reçoit une commune.",
        "es": "Parte de los ingresos, es decir, del dinero público, que recibe un municipio.",
        "pt": "Parte das receitas, ou seja, do dinheiro público, que um município recebe.",
        "ar": "حصة من الإيرادات، أي المال العام، التي تحصل عليها البلدية.",
    }
    return in_translation(site, dice, texts)


def example_in_translation(site: Site, dice: Random) -> Mutant:
    texts = {
        "fr": "Ouvrage public, par exemple une route, que la commune entretient.",
        "es": "Obra pública, por ejemplo una carretera, que mantiene el municipio.",
        "pt": "Obra pública, por exemplo uma estrada, que o município mantém.",
        "ar": "منشأة عامة، على سبيل المثال طريق، تتولى البلدية صيانتها.",
    }
    return in_translation(site, dice, texts)


def negative_in_translation(site: Site, dice: Random) -> Mutant:
    texts = {
        "fr": "Absence de règles sur le partage de l'argent.",
        "es": "Ausencia de reglas sobre el reparto del dinero.",
        "pt": "Ausência de regras sobre a partilha do dinheiro.",
    }
    return in_translation(site, dice, texts)


def hidden_in_other_words(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    text = definition_of(site, path)
    bad, rest = dice.choice(
        [
            ("namely", "a power that rests on law"),
            ("also known as", "home power"),
            ("which means", "a power that rests on law"),
            ("that is to say", "a power that rests on law"),
            ("ie", "a power that rests on law"),
            ("defined as", "a power that rests on law"),
            ("otherwise known as", "home power"),
            ("also called", "home power"),
            ("put differently", "a power that rests on law"),
            ("or", "in other words a power that rests on law"),
        ]
    )
    opening = dice.choice([", ", " – ", " — "])
    return redefine(site, path, f"{text}{opening}{bad} {rest}.", f"{bad} {rest}")


def example_in_other_words(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    bad, rest = dice.choice(
        [
            ("E.g.", " a road"),
            ("including, for instance,", " a road"),
            ("as for example", " a road"),
            ("as an example", " a road"),
            ("such as", " a road"),
            ("etc.", ""),
            ("and so on", ""),
            ("and so forth", ""),
            ("and the like", ""),
        ]
    )
    text = definition_of(site, path)
    return redefine(site, path, f"{text}, {bad}{rest}".rstrip(".") + ".", bad)


def duty_in_other_words(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    bad, text = dice.choice(
        [
            ("is intended to", "Set of rules that is intended to share money."),
            ("aims to", "Set of rules that aims to share money."),
            ("for the purpose of", "Set of rules made for the purpose of sharing money."),
            ("with the aim of", "Set of rules made with the aim of sharing money."),
            ("is used in", "Set of rules that is used in the sharing of money."),
            ("helps to", "Set of rules that helps to share money."),
            ("is recommended", "Set of rules that is recommended for large states."),
            ("ideally", "Set of rules that ideally covers all money."),
        ]
    )
    return redefine(site, path, text, bad)


def opening_in_other_words(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice)
    text = lower(definition_of(site, path))
    opening = dice.choice(
        [
            *("This term describes a", "Denotes a", "It means a", "The term for a", "Word for a"),
            *("Name given to a", "What people call a", "These are a", "Can be defined as a"),
            *("The concept of a", "Generally refers to a", "Usually a", "Used for a"),
            *("The act of a", "An expression for a", "One of the", "In which a"),
        ]
    )
    return redefine(site, path, f"{opening} {text}.", opening)


def same_definition_but_for_marks(site: Site, dice: Random) -> Mutant:
    """A definition is copied; capitals, spaces, hyphens or stops differ."""
    path, other = dice.sample(sorted(site.terms), 2)
    text = definition_of(site, other)
    words = dice.choice([text, text + " .", lower(text) + ".", text.replace(",", ""), text + ";"])
    sheet = site.sheet(path)
    mutant = sheet.mutant(*sheet.define(words))
    rows = site.sheet(other).rows("definition")
    return Mutant(mutant.files, mutant.places | {(other, row + 1) for row in rows})


def copied_with_one_word_less(site: Site, dice: Random) -> Mutant | None:
    path = site.any_term(dice)
    other = site.any_term(dice, lambda term: len(term["definition"].split()) > 16)
    # What differs by an opposite, or stands above the other, is meant to be alike.
    upper = {*site.above(identifier(path)), *site.above(identifier(other))}
    if path == other or {identifier(path), identifier(other)} & upper:
        return None
    words = definition_of(site, other).split()
    at = dice.randrange(3, len(words) - 3)
    changed = dice.choice([words[:at] + words[at + 1 :], [*words[:at], "often", *words[at:]]])
    sheet = site.sheet(path)
    mutant = sheet.mutant(*sheet.define(" ".join(changed) + "."))
    rows = site.sheet(other).rows("definition")
    return Mutant(mutant.files, mutant.places | {(other, row + 1) for row in rows})


def used(site: Site, dice: Random, path: str) -> str:
    """Return words for a term as another definition may use them: a label in some form."""
    term = site.terms[path]
    label = term["term"]
    forms = [label, *term.get("aliases", ()), label.upper()]
    if re.search(r"(agency|authority|council|county|grant|government|tax|transfer|state)$", label):
        forms += [plural(label), f"{plural(label)}"]
    if "ization" in label:
        forms.append(label.replace("ization", "isation"))
    return str(dice.choice(forms))


def circle(site: Site, dice: Random, length: int) -> Mutant | None:
    """Return the mutant in which definitions lead to each other, in varied forms of the words."""
    ring = dice.sample(sought_after(site), length)
    labels = [site.terms[path]["term"] for path in ring]
    if any(a in b for a in labels for b in labels if a != b):
        return None
    frames = (
        "Arrangement that leads to {} in the long run.",
        "Effect that is brought about by {}.",
        "Condition that is owed to {} of some years.",
        "Result of [[{}]] in a large state.",
    )
    parts = []
    for path, after in zip(ring, [*ring[1:], ring[0]], strict=True):
        words = used(site, dice, after)
        frame = dice.choice(frames)
        said = identifier(after) + "|" + words if "[[" in frame else words
        sheet = site.sheet(path)
        parts.append(sheet.mutant(*sheet.define(frame.format(said))))
    return both(*parts)


def circle_of_two_in_varied_forms(site: Site, dice: Random) -> Mutant | None:
    return circle(site, dice, 2)


def circle_of_three_in_varied_forms(site: Site, dice: Random) -> Mutant | None:
    return circle(site, dice, 3)


def circle_of_four(site: Site, dice: Random) -> Mutant | None:
    return circle(site, dice, 4)


def genus_of_another_branch(site: Site, dice: Random) -> Mutant | None:
    """The definition begins with everyday words that no broader term has."""
    path = site.any_term(dice, lambda term: term.get("broader") and not is_name(term["term"]))
    bad = dice.choice(["Song", "Wooden bridge", "Contract of sale", "Weather report", "Vessel"])
    return redefine(site, path, f"{bad} that is known in large states only.", bad)


def avoided_label_in_its_own_definition(site: Site, dice: Random) -> Mutant:
    path = site.any_term(dice, lambda term: term.get("avoid"))
    label = dice.choice(site.terms[path]["avoid"])
    sheet = site.sheet(path)
    return sheet.mutant(*sheet.define(f"Arrangement that some know under {label} in a state."))


KINDS = (
    kind(denial_in_other_words, 305),
    kind(own_label_inflected, 301),
    kind(own_adjective, 301),
    kind(label_alone, 301, 304, 323),
    kind(own_label_in_french, 301),
    kind(second_sentence_in_translation, 307),
    kind(article_in_translation, 304),
    kind(hidden_in_translation, 306),
    kind(example_in_translation, 310),
    kind(negative_in_translation, 305),
    kind(hidden_in_other_words, 306),
    kind(example_in_other_words, 310),
    kind(duty_in_other_words, 308),
    kind(opening_in_other_words, 304, 303),
    kind(same_definition_but_for_marks, 324),
    kind(copied_with_one_word_less, 315),
    kind(circle_of_two_in_varied_forms, 302),
    kind(circle_of_three_in_varied_forms, 302, 311),
    kind(circle_of_four, 302, 311),
    kind(genus_of_another_branch, 312),
    kind(avoided_label_in_its_own_definition, 406, 301),
)
