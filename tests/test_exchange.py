"""Exports: other programs read back what the sources say, and nothing harms them."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from openpyxl import load_workbook
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, OWL, RDF, SKOS

from lpsa_build.config import read_settings
from lpsa_build.exchange.csv import FORMULA_STARTS, safe_cell
from lpsa_build.exchange.files import ADDRESSES, FORMATS, LINKED
from lpsa_build.exchange.sections import plain
from lpsa_build.exchange.xlsx import CUT, LONGEST_CELL
from lpsa_build.lint.check import Review, review
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.term import Term, Translation
from lpsa_build.model.values import Status
from tests.site_building import ROOT, SITE_URL, term, write_site
from tests.site_reading import BuiltSite

REFERENCES = """\
references:
  - {id: a-book, type: book, title: "Books & <papers>", author: [{family: O'Brien, given: Ann}],
     issued: {date-parts: [[2019]]}}
  - {id: a-page, type: webpage, title: A page, URL: "https://example.com/a|b"}
  - {id: a-paper, type: article, title: A paper, DOI: 10.1000/1}
"""
FILES = {
    "content/references.yml": REFERENCES,
    "glossary/grant.md": term(
        "grant",
        "Money, as in [[tax|a tax]], that is **given** for 1 < 2 reasons & more.",
        qualifier="money",
        abbreviation="G&T",
        aliases='["=cmd()", subsidy]',
        avoid="[gift, gifts]",
        variants="[graunt, gift]",
        status="reviewed",
        revision="2",
        confidence="indirect",
        broader="[levy]",
        part_of="[toll]",
        contrast="[tax]",
        scope_note="Not <b>here</b>.",
        house_rule="Say grant.",
        sources='[{ref: a-book, at: p. 3}, {ref: a-page}, {ref: a-paper, at: "{7} % $ _"}]',
        other_meanings="[{ref: a-book, gist: Any *gift*.}]",
        exact_match='["https://example.com/{grant}", "https://example.com/منحة"]',
        history="[{revision: 1, definition: Money., date: 2025-03-04, note: Too short.}]",
        translations="{ar: {term: منحة, aliases: [هبة], revision: 1, definition: مال يُعطى},"
        " fr: {term: subvention, abbreviation: SUB, revision: 2, status: reviewed}}",
        updated="2026-05-06",
    ),
    "glossary/grant-of-land.md": term("grant", qualifier="land", related="[tax]"),
    "glossary/tax.md": term("tax", status="deprecated", replaced_by="levy", updated="2026-01-02"),
    "glossary/levy.md": term("levy", '"@Money \\\\ {that} is ~ taken_ 100% ^ # $."'),
    "glossary/toll.md": term("toll", status="deprecated", reason="Nobody says so."),
    "glossary/1-percent-rule.md": term("1 percent rule", aliases="[+1, -1, ＝1]"),
}
"""Every field of a term, and texts that mean something to other programs."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """A small glossary with all that a term can have."""
    result = review(read_settings(write_site(tmp_path_factory.mktemp("small"), FILES)))
    assert len(FILES) - 1 == len(result.knowledge.terms), result.findings
    return result.knowledge


@pytest.fixture(scope="module", params=["small", "real"])
def knowledge(request: pytest.FixtureRequest) -> KnowledgeBase:
    """The small glossary, then the real one."""
    if request.param == "small":
        return request.getfixturevalue("small")  # type: ignore[no-any-return]
    return request.getfixturevalue("content").knowledge  # type: ignore[no-any-return]


# SKOS


def graph(knowledge: KnowledgeBase) -> Graph:
    return Graph().parse(data=FORMATS["skos"](knowledge).decode(), format="turtle")


def tag_of(node: object) -> str | None:
    """Return the language of a text."""
    return node.language if isinstance(node, Literal) else None


def concept(knowledge: KnowledgeBase, term: str) -> URIRef:
    return URIRef(f"{knowledge.settings.site_url.rstrip('/')}/glossary/{term}/")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib, of itself
def test_the_json_ld_states_what_the_turtle_states(knowledge: KnowledgeBase) -> None:
    """The context stands in the file: nobody has to fetch it."""
    text = FORMATS["jsonld"](knowledge).decode()
    assert isinstance(json.loads(text)["@context"], dict)
    assert isomorphic(graph(knowledge), Graph().parse(data=text, format="json-ld"))


def test_skos_has_the_labels_of_the_sources(knowledge: KnowledgeBase) -> None:
    found = graph(knowledge)
    for entry in knowledge.terms.values():
        subject = concept(knowledge, entry.id)
        for language, fields, preferred in languages(knowledge, entry):
            labels: dict[URIRef, set[str | None]] = {
                SKOS.prefLabel: {preferred},
                SKOS.altLabel: {fields.term, *fields.aliases, fields.abbreviation},
                SKOS.hiddenLabel: {*fields.avoid, *fields.variants},
            }
            assert {label for group in labels.values() for label in group} - {None} == {
                str(label)
                for predicate in labels
                for label in found.objects(subject, predicate)
                if tag_of(label) == language
            }
            assert Literal(preferred, lang=language) in set(found.objects(subject, SKOS.prefLabel))
            for text, predicate in (
                (fields.definition, SKOS.definition),
                (fields.scope_note, SKOS.scopeNote),
            ):
                said = [o for o in found.objects(subject, predicate) if tag_of(o) == language]
                assert ([Literal(plain(text), lang=language)] if text else []) == said


def test_skos_has_the_relations_of_the_sources_from_both_sides(knowledge: KnowledgeBase) -> None:
    found = graph(knowledge)
    expected = set()
    both = {SKOS.broader: SKOS.narrower, DCTERMS.isPartOf: DCTERMS.hasPart}
    both |= {SKOS.related: SKOS.related, OWL.differentFrom: OWL.differentFrom}
    for entry in knowledge.terms.values():
        fields = entry.fields
        lists = (fields.broader, fields.part_of, fields.related, fields.contrast)
        for (there, back), others in zip(both.items(), lists, strict=True):
            for other in others:
                one, another = concept(knowledge, entry.id), concept(knowledge, other)
                expected |= {(one, there, another), (another, back, one)}
    predicates = {*both, *both.values()}
    assert expected == {triple for triple in found if triple[1] in predicates}


def test_skos_tells_sources_states_and_history(small: KnowledgeBase) -> None:
    found = graph(small)
    grant = concept(small, "grant")
    assert {
        Literal("O'Brien, Ann (2019). Books & <papers>"),
        URIRef("https://example.com/a%7Cb"),
        URIRef("https://doi.org/10.1000/1"),
    } == set(found.objects(grant, DCTERMS.source))
    assert {
        URIRef("https://example.com/%7Bgrant%7D"),
        URIRef("https://example.com/منحة"),
    } == set(found.objects(grant, SKOS.exactMatch))
    assert Literal("Revision 1, 2025-03-04: Money. (Too short.)", lang="en") == found.value(
        grant, SKOS.historyNote
    )
    assert Literal("grant") == found.value(grant, SKOS.notation)
    assert Literal("2") == found.value(grant, OWL.versionInfo)
    notes = {str(note) for note in found.objects(grant, SKOS.editorialNote)}
    assert "ar: Translation of revision 1: not yet confirmed by a native reader." in notes
    assert {"Say grant.", "Confidence in the facts: indirect."} <= notes
    tax = concept(small, "tax")
    assert [Literal(True)] == list(found.objects(tax, OWL.deprecated))
    assert [concept(small, "levy")] == list(found.objects(tax, DCTERMS.isReplacedBy))
    assert {tax, concept(small, "toll")} == set(found.subjects(OWL.deprecated))


def test_skos_groups_the_concepts_by_theme_and_in_one_scheme(knowledge: KnowledgeBase) -> None:
    found = graph(knowledge)
    (scheme,) = found.subjects(RDF.type, SKOS.ConceptScheme)
    concepts = {concept(knowledge, term) for term in knowledge.terms}
    assert concepts == set(found.subjects(SKOS.inScheme, scheme))
    assert concepts == set(found.objects(None, SKOS.member))
    for domain in knowledge.settings.domains:
        collection = URIRef(f"{knowledge.settings.site_url.rstrip('/')}/domains/{domain}/")
        members = {concept(knowledge, entry.id) for entry in knowledge.terms_in(domain)}
        assert members == set(found.objects(collection, SKOS.member))
    assert {str(found.value(scheme, DCTERMS.publisher))} == {knowledge.settings.publisher}


def test_skos_keeps_the_integrity_conditions(knowledge: KnowledgeBase) -> None:
    """S9 and S37, S13, S14, S27 and S46 of the SKOS Reference; no blank nodes."""
    found = graph(knowledge)
    kinds = [set(found.subjects(RDF.type, kind)) for kind in CLASSES]
    assert sum(map(len, kinds)) == len(set().union(*kinds))
    for one in found.subjects(RDF.type, SKOS.Concept):
        labels = Counter(
            label
            for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
            for label in found.objects(one, predicate)
        )
        assert not [label for label, number in labels.items() if number > 1]
        languages = Counter(tag_of(label) for label in found.objects(one, SKOS.prefLabel))
        assert {1} == set(languages.values())
        above = set(found.transitive_objects(one, SKOS.broader)) - {one}
        below = set(found.transitive_subjects(SKOS.broader, one)) - {one}
        assert set() == (above | below) & set(found.objects(one, SKOS.related))
        exact = set(found.objects(one, SKOS.exactMatch))
        others = [SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch]
        assert set() == exact & {o for match in others for o in found.objects(one, match)}
    assert {URIRef, Literal} == {type(node) for triple in found for node in triple}


CLASSES = (SKOS.Concept, SKOS.ConceptScheme, SKOS.Collection)


# TBX

CORE, MIN, BASIC = (
    "{urn:iso:std:iso:30042:ed-2}",
    "{http://www.tbxinfo.net/ns/min}",
    "{http://www.tbxinfo.net/ns/basic}",
)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CHILDREN = {
    "tbx": "tbxHeader text",
    "tbxHeader": "fileDesc",
    "fileDesc": "publicationStmt? titleStmt? sourceDesc",
    "publicationStmt": "p+",
    "titleStmt": "title",
    "sourceDesc": "p+",
    "text": "body?",
    "body": "conceptEntry+",
    "conceptEntry": "(min:subjectField|min:externalCrossReference|basic:crossReference|note"
    "|transacGrp)* langSec+",
    "langSec": "(descripGrp|note)* termSec+",
    "termSec": "term (min:administrativeStatus|basic:termType)*",
    "descripGrp": "basic:definition (basic:source)*",
    "transacGrp": "basic:transactionType date",
}
"""Of the public schemas (TBXcoreStructV03.rng, Min.rng, Basic.rng, Schematron) what we use."""
VALUES = {
    "min:administrativeStatus": r"(preferred|admitted|deprecated|superseded)Term-admn-sts",
    "basic:termType": "fullForm|acronym|abbreviation|shortForm|variant|phrase",
    "basic:transactionType": "origination|modification",
    "date": r"\d{4}-\d\d-\d\d",
}


def tbx(knowledge: KnowledgeBase) -> Xml.Element:
    return Xml.fromstring(FORMATS["tbx"](knowledge))


def name_of(element: Xml.Element) -> str:
    return element.tag.replace(CORE, "").replace(MIN, "min:").replace(BASIC, "basic:")


def test_tbx_follows_the_schemas_of_its_dialect(knowledge: KnowledgeBase) -> None:
    root = tbx(knowledge)
    assert ("TBX-Basic", "dct") == (root.get("type"), root.get("style"))
    for element in root.iter():
        name = name_of(element)
        children = "".join(f"{name_of(child)} " for child in element)
        model = re.sub(r"[\w:]+", lambda found: f"(?:{found[0]} )", CHILDREN.get(name, ""))
        assert re.fullmatch(model.replace(" (", "(").replace(") ", ")"), children), (name, children)
        assert re.fullmatch(VALUES.get(name, r"(?s).*"), element.text or ""), name
        assert name not in CHILDREN or not (element.text or "").strip()


def test_every_reference_within_tbx_leads_to_a_concept(knowledge: KnowledgeBase) -> None:
    root = tbx(knowledge)
    ids = [entry.get("id") or "" for entry in root.iter(f"{CORE}conceptEntry")]
    assert len(knowledge.terms) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in ids)  # an XML id
    assert {e.get("target") for e in root.iter(f"{BASIC}crossReference")} <= set(ids)


def test_tbx_has_every_label_in_every_language(knowledge: KnowledgeBase) -> None:
    root = tbx(knowledge)
    for entry in knowledge.terms.values():
        (found,) = [e for e in root.iter() if e.get("id") == f"term-{entry.id}"]
        shown = {
            (part.get(LANG), label.findtext(f"{CORE}term"), status_of(label))
            for part in found.findall(f"{CORE}langSec")
            for label in part.findall(f"{CORE}termSec")
        }
        live = entry.fields.status is not Status.DEPRECATED
        for language, fields, preferred in languages(knowledge, entry):
            wanted = {(language, preferred, "preferred" if live else "deprecated")}
            labels = {*fields.aliases, *filter(None, [fields.abbreviation])}
            wanted |= {(language, text, "admitted" if live else "deprecated") for text in labels}
            wanted |= {(language, text, "deprecated") for text in fields.avoid}
            assert wanted <= shown, entry.id


def test_tbx_says_definitions_and_sources(small: KnowledgeBase) -> None:
    root = tbx(small)
    (grant,) = [e for e in root.iter() if e.get("id") == "term-grant"]
    texts = [text for text in (e.text for e in grant.iter()) if text]
    for expected in (
        "Money, as in a tax, that is given for 1 < 2 reasons & more.",
        "مال يُعطى",
        "Not here.",
        "O'Brien, Ann (2019). Books & <papers>, p. 3",
        "Translation of revision 1: not yet confirmed by a native reader.",
        "G&T",
    ):
        assert expected in texts


def status_of(label: Xml.Element) -> str:
    return (label.findtext(f"{MIN}administrativeStatus") or "").removesuffix("Term-admn-sts")


# Tables


def workbook(knowledge: KnowledgeBase) -> list[list[str]]:
    sheet = load_workbook(BytesIO(FORMATS["xlsx"](knowledge)))["Glossary"]
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_the_workbook_says_what_the_csv_file_says(knowledge: KnowledgeBase) -> None:
    text = FORMATS["csv"](knowledge).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert rows == [[safe_cell(cell) for cell in row] for row in workbook(knowledge)]
    assert len(knowledge.terms) == len(rows) - 1


def test_every_cell_of_the_workbook_is_text(small: KnowledgeBase) -> None:
    """Also what begins as a formula does; and it is there as it was written."""
    book = load_workbook(BytesIO(FORMATS["xlsx"](small)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {"s"} == {cell.data_type for cell in cells}
    values = {cell.value for cell in cells}
    assert {"=cmd(); subsidy", "+1; -1; ＝1", r"@Money \ {that} is ~ taken_ 100% ^ # $."} <= values
    assert "C2" == book["Glossary"].freeze_panes


def test_no_cell_of_the_csv_file_begins_as_a_formula(small: KnowledgeBase) -> None:
    text = FORMATS["csv"](small).decode("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
    assert [] == [cell for cell in cells if cell.startswith(FORMULA_STARTS)]
    assert {"'=cmd(); subsidy", "'+1; -1; ＝1"} <= set(cells)


def test_a_text_that_no_cell_can_hold_says_that_it_was_cut(tmp_path: Path) -> None:
    long = "word " * LONGEST_CELL
    files = {"glossary/grant.md": term("grant", "Money.", body=""), "glossary/long.md": ""}
    files["glossary/long.md"] = term("long", f'"{long[:50000]}"')
    knowledge = review(read_settings(write_site(tmp_path, files))).knowledge
    cells = [cell for row in workbook(knowledge) for cell in row if cell.startswith("word word")]
    assert [LONGEST_CELL] == [len(cell) for cell in cells]
    assert cells[0].endswith(CUT)


# The inventory


def objects(knowledge: KnowledgeBase) -> dict[tuple[str, str], tuple[int, str, str]]:
    """Read an inventory as Sphinx does (``InventoryFile.load_v2``)."""
    head, _, rest = FORMATS["inventory"](knowledge).partition(b"using zlib.\n")
    lines = head.decode().splitlines()
    assert ["# Sphinx inventory version 2", f"# Project: {knowledge.settings.site_name}"] == (
        lines[:2]
    )
    found = {}
    for line in zlib.decompress(rest).decode().splitlines():
        match = re.match(r"(.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)", line)
        assert match, line
        name, kind, priority, place, shown = match.groups()
        found[name, kind] = (int(priority), place, name if shown == "-" else shown)
    return found


def test_the_inventory_names_every_label_and_every_page(knowledge: KnowledgeBase) -> None:
    found = objects(knowledge)
    for entry in knowledge.terms.values():
        title, place = entry.fields.title, f"glossary/{entry.id}/"
        assert (1, place, title) == found[title, "std:term"]
        assert (-1, place, title) == found[entry.id, "std:label"]
        for label in entry.fields.aliases:
            assert (label, "std:term") in found
    pages = {place for (_, kind), (_, place, _) in found.items() if kind == "std:doc"}
    assert {knowledge.url_of(entry.page) for entry in knowledge.entries()} == {
        knowledge.file_url(place) for place in pages
    }


# All


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_the_same_bytes_in_every_run(
    name: str, content: object, tmp_path: Path
) -> None:
    """Whatever the time zone and the order in which Python keeps sets."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", "from lpsa_build.cli import main; main()", "export", name],
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone},
            stdout=subprocess.PIPE,
        )
        for seed, zone in (("1", "UTC"), ("7", "Pacific/Kiritimati"))
    ]
    one, another = (process.communicate(timeout=60)[0] for process in processes)
    assert one
    assert one == another


def test_what_is_published_is_what_the_command_writes(site: BuiltSite, content: Review) -> None:
    addresses = {**ADDRESSES, **dict(zip(LINKED, ("skos", "jsonld"), strict=True))}
    assert set(FORMATS) == set(addresses.values())
    for address, name in addresses.items():
        assert FORMATS[name](content.knowledge) == (site.folder / address).read_bytes()


def test_no_terms_are_no_fault(tmp_path: Path) -> None:
    knowledge = review(read_settings(write_site(tmp_path, {}))).knowledge
    for render in FORMATS.values():
        assert render(knowledge)
    assert [] == list(tbx(knowledge).iter(f"{CORE}conceptEntry"))
    assert SITE_URL == knowledge.settings.site_url


def languages(
    knowledge: KnowledgeBase, entry: Entry[Term]
) -> Iterator[tuple[str, Term | Translation, str]]:
    """Yield each language of a term with the fields in it and the preferred label."""
    yield knowledge.settings.language, entry.fields, entry.fields.title
    for language, translation in entry.fields.translations.items():
        yield language, translation, translation.term
