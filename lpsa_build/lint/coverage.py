"""Every check that the systems and standards of the field know, and which rule of ours answers it.

The list was gathered from qSKOS and the conditions of the SKOS Reference, ISO 704, ISO/IEC 11179-4,
ISO 10241-1, ISO 22745, ISO 25964-1, Glossarist, ROBOT, TEv2, Sphinx, Bikeshed, ReSpec, VocPub,
SkoHub, glosario, the CNCF glossary, Vale, textlint and IATE. E: faults that block a merge, W:
warnings, I: advice. Which rule answers an entry is said by the rule itself (``Rule.covers``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lpsa_build.lint.rule import Rule

ENTRIES: Mapping[str, str] = {
    "E01": "The fields parse, the required ones are there, none is unknown.",
    "E02": "Each value is of its kind.",
    "E03": "The id is there and is given once.",
    "E04": "The id is made of small letters, digits and hyphens.",
    "E05": "The file is named as the id.",
    "E06": "No id is used again for another concept, and none vanishes.",
    "E07": "Statuses, categories and relations are in their closed lists, capitals included.",
    "E08": "Language tags are valid and declared.",
    "E09": "There is one preferred label per language, and it is not empty.",
    "E10": "Labels have no stray spaces and no invisible characters.",
    "E11": "Preferred, admitted and avoided labels of a concept differ.",
    "E12": "No two live concepts share a preferred label.",
    "E13": "No form of a word belongs to two live concepts of one scope.",
    "E14": "Every reference leads to an entry.",
    "E15": "No entry relates to itself.",
    "E16": "The hierarchy has no circle.",
    "E17": "Related concepts are not also broader or narrower.",
    "E18": "An exact match is not also a broader or related one, and leads out of the vocabulary.",
    "E19": "Concepts are not collections or schemes.",
    "E20": "Links, anchors and images of the site resolve.",
    "E21": "Live text does not rest on a deprecated term.",
    "E22": "Deprecated entries name their successor or the reason; live ones do not.",
    "E23": "A live entry has a definition, and one only.",
    "E24": "No two live entries have the same definition.",
    "E25": "A synonym entry agrees with the entry that it points to.",
    "E26": "An abbreviation can come from its expansion, and belongs to one entry of a domain.",
    "E27": "Codes, scales, scores, weights and terms of frameworks fit together.",
    "E28": "Exemptions and baselines hold for something.",
    "W01": "The definition does not use the term itself.",
    "W02": "Definitions do not explain each other in a circle.",
    "W03": "The definition can take the place of the term: it is the same part of speech.",
    "W04": "The definition does not begin with an article, “is” or “a term for”.",
    "W05": "The definition says what the thing is, not only what it is not.",
    "W06": "No second definition hides in the definition.",
    "W07": "The definition is one sentence without examples.",
    "W08": "The definition holds no rationale and no requirement.",
    "W09": "Abbreviations in the definition are explained.",
    "W10": "Labels are in the singular.",
    "W11": "Labels have no article and no needless capital.",
    "W12": "The definition begins with the broader concept.",
    "W13": "Siblings are defined alike, by one criterion.",
    "W14": "The definition adds something to that of the broader concept.",
    "W15": "Definitions are not nearly the same.",
    "W16": "The definition has a source that can be looked up.",
    "W17": "The definition is short.",
    "W18": "A field is not announced at the start of the definition.",
    "W20": "Avoided and deprecated labels are not used in prose.",
    "W21": "A label is spelled in one way.",
    "W22": "Capitals of a label do not drift.",
    "W23": "An abbreviation is introduced where it is first used.",
    "W24": "A term that matters on a page is linked there.",
    "W25": "A page does not define a term otherwise than the glossary.",
    "W26": "Normative text does not rest on a draft.",
    "W27": "A marked term exists.",
    "W28": "Links do not stand in headings or quotations, nor crowd a paragraph.",
    "W30": "Relations have their inverse.",
    "W31": "No relation repeats one that follows from others.",
    "W32": "Siblings are not also related.",
    "W33": "A direct relation is stated, not only its transitive form.",
    "W34": "The scheme has top concepts, and they have no parent.",
    "W35": "Each entry has its place in the hierarchy.",
    "W36": "A related term that stands in the text is not listed again.",
    "W37": "A whole has more than one part.",
    "W38": "Codes are not ambiguous.",
    "W39": "Each entry belongs to a group, and no group is empty.",
    "W40": "Each entry is used somewhere.",
    "W41": "No entry stands alone, no cluster is cut off.",
    "W42": "Each entry says something about its concept.",
    "W43": "Translations are there, current, and of one concept each.",
    "W44": "Addresses of other sites use https and lead somewhere.",
    "W45": "Exports lose nothing and use known properties.",
    "W46": "Dates are valid and in order.",
    "W47": "The vocabulary has a title, description, license, publisher and address.",
    "W48": "A changed definition has a note on the change.",
    "W49": "Images, citations and translations are used; declared counts are right.",
    "I01": "Definitions begin and end in one way.",
    "I02": "Words are plain.",
    "I03": "Words leave nobody out.",
    "I04": "Everyday words are not linked everywhere.",
    "I05": "Words that are used like terms have an entry.",
    "I06": "Entries are in alphabetical order.",
    "I07": "Labels do not differ by hyphen, case or number alone.",
    "I08": "A term used on one page only is defined there.",
    "I09": "Entries are reviewed now and then.",
}
"""What each entry of the list asks for."""

REASONS: Mapping[str, str] = {
    "E05": "The name of the file is the id; there is no second place for it.",
    "E19": "Concepts, domains and the vocabulary are different kinds of files here.",
    "E25": "Synonyms are labels of one entry here, never entries of their own.",
    "W30": "Inverse relations are computed and never written.",
    "W33": "Only direct relations can be written; transitive ones are computed.",
    "W36": "The list of related terms is part of every term page, whatever its text mentions.",
    "W45": "Exports are made by the build and read back by its tests.",
}
"""Why no rule answers an entry of the list."""


def answers(rules: Iterable[Rule]) -> dict[str, tuple[str, ...]]:
    """Return the codes of the rules that answer each entry of the list, in order."""
    found: dict[str, list[str]] = {entry: [] for entry in ENTRIES}
    for rule in rules:
        for entry in rule.covers:
            found[entry].append(rule.fault.code)
    return {entry: tuple(sorted(codes)) for entry, codes in found.items()}
