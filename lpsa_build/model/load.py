"""Files → the knowledge base, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

from lpsa_build.config import ID_PATTERN, Settings
from lpsa_build.model.addresses import Kind
from lpsa_build.model.collisions import find_collisions
from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.knowledge import NO_BODY, Entry, KnowledgeBase
from lpsa_build.model.layout import Place, Role, place_of
from lpsa_build.model.pages import Page, Primer, PrimerTranslation, Project, WorkingGroup
from lpsa_build.model.permalinks import Permalinks, Published
from lpsa_build.model.reference import References
from lpsa_build.model.references import find_dangling
from lpsa_build.model.revisions import find_revision_faults
from lpsa_build.model.scores import find_score_faults
from lpsa_build.model.structure import find_structure_faults
from lpsa_build.model.term import Term, TermTranslation
from lpsa_build.model.validate import validate
from lpsa_build.model.values import Record
from lpsa_build.model.weights import find_weight_faults
from lpsa_build.source import faults
from lpsa_build.source.document import Body, parse_document
from lpsa_build.source.files import SourceFile
from lpsa_build.source.finding import FILE_START, Finding
from lpsa_build.source.yaml_tree import Tree, parse_yaml

MODELS: dict[Kind, type[Record]] = {
    Kind.TERM: Term,
    Kind.PRIMER: Primer,
    Kind.PAGE: Page,
    Kind.PROJECT: Project,
    Kind.WORKING_GROUP: WorkingGroup,
    Kind.FRAMEWORK: Framework,
    Kind.ASSESSMENT: Assessment,
}
DATA_KINDS = frozenset({Kind.FRAMEWORK, Kind.ASSESSMENT})
"""Kinds whose files are YAML alone."""


def build(settings: Settings, files: Iterable[SourceFile]) -> tuple[KnowledgeBase, list[Finding]]:
    """Return the knowledge base of files that are read, and everything that is wrong with them.

    Faults never stop the reading: an entry that cannot be read is left out and named by a
    finding.
    """
    reader = _Reader(settings)
    for file in files:
        reader.take(file)
    knowledge = reader.finish()
    for find in (
        find_dangling,
        find_structure_faults,
        find_weight_faults,
        find_score_faults,
        find_revision_faults,
        find_collisions,
    ):
        find(knowledge, reader.findings.append)
    return knowledge, reader.findings


@dataclass
class _Reader:
    """Collects entries file by file. ``unread`` are keys of entries whose file has faults."""

    settings: Settings
    findings: list[Finding] = field(default_factory=list)
    entries: dict[Kind, dict[str, Entry[Any]]] = field(
        default_factory=lambda: {kind: {} for kind in Kind}
    )
    term_translations: dict[tuple[str, str], Entry[TermTranslation]] = field(default_factory=dict)
    primer_translations: dict[tuple[str, str], Entry[PrimerTranslation]] = field(
        default_factory=dict
    )
    framework_bodies: dict[str, tuple[str, Body]] = field(default_factory=dict)
    images: list[SourceFile] = field(default_factory=list)
    unread: dict[str, tuple[str, Body]] = field(default_factory=dict)
    dependents: list[tuple[str, Kind, str]] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    published: Published | None = None

    def take(self, file: SourceFile) -> None:
        """Read one file into its place."""
        self.contents[file.path] = file.data
        place = place_of(file.path, self.settings)
        if place is None:
            self.findings.append(_misplaced(file.path))
        elif place.role is Role.IMAGE:
            self.images.append(file)
        elif file.text is None:
            self.unread[place.key] = (file.path, NO_BODY)
        elif place.role is Role.ENTRY:
            if place.kind is Kind.ASSESSMENT:
                self.dependents.append((file.path, Kind.FRAMEWORK, place.id.split("/")[0]))
            self._entry(file.path, file.text, place)
        elif place.role is Role.TRANSLATION:
            self.dependents.append((file.path, place.kind, place.id))
            self._translation(file.path, file.text, place)
        elif place.role is Role.BODY:
            self.dependents.append((file.path, place.kind, place.id))
            _, body = self._document(file.path, file.text, front_matter=False)
            self.framework_bodies[place.id] = (file.path, body)
        elif place.role is Role.PERMALINKS:
            self._permalinks(file.path, file.text)
        else:
            self._references(file.path, file.text)

    def _entry(self, path: str, text: str, place: Place) -> None:
        self._check_id(path, place.id)
        if place.kind in DATA_KINDS:
            tree, body = self._yaml(path, text), NO_BODY
        else:
            tree, body = self._document(path, text)
        fields = self._validate(MODELS[place.kind], path, tree)
        if tree is None or fields is None:
            self.unread[place.key] = (path, body)
            return
        body_path = "" if place.kind in DATA_KINDS else path
        self.entries[place.kind][place.id] = Entry(
            place.kind, place.id, path, fields, tree, text, body, body_path, self.settings.language
        )

    def _translation(self, path: str, text: str, place: Place) -> None:
        primer = place.kind is Kind.PRIMER
        tree, body = self._document(path, text, front_matter=primer)
        if not primer:
            tree = tree or Tree({}, {(): FILE_START})  # the text of a term may do without fields
        fields = self._validate(PrimerTranslation if primer else TermTranslation, path, tree)
        if tree and fields:
            found: dict[tuple[str, str], Any] = (
                self.primer_translations if primer else self.term_translations
            )
            found[place.id, place.language] = Entry(
                place.kind,
                place.id,
                path,
                fields,
                tree,
                text,
                body,
                path,
                place.language,
                suffix=f".{place.language}",
            )

    def _references(self, path: str, text: str) -> None:
        tree = self._yaml(path, text)
        fields = self._validate(References, path, tree)
        if tree is None or fields is None:
            self.unread["reference:*"] = (path, NO_BODY)
            return
        known = self.entries[Kind.REFERENCE]
        for number, reference in enumerate(fields.references):
            if reference.id in known:
                self.findings.append(_reused(path, tree, number, reference.id))
            else:
                known[reference.id] = Entry(
                    Kind.REFERENCE, reference.id, path, reference, tree, text
                )

    def _permalinks(self, path: str, text: str) -> None:
        tree = self._yaml(path, text)
        fields = self._validate(Permalinks, path, tree)
        if tree and fields:
            self.published = Published(path, tree, fields.permalinks)

    def _document(
        self, path: str, text: str, *, front_matter: bool = True
    ) -> tuple[Tree | None, Body]:
        document, findings = parse_document(path, text, front_matter=front_matter)
        self.findings.extend(findings)
        return document.front, document.body

    def _yaml(self, path: str, text: str) -> Tree | None:
        if not text.strip():
            self.findings.append(
                faults.EMPTY_FILE.at(
                    path, FILE_START, "The file is empty.", "Write it, or delete the file."
                )
            )
            return None
        tree, findings = parse_yaml(path, text)
        self.findings.extend(findings)
        if isinstance(tree.value, dict):
            return tree
        if not findings:
            self.findings.append(
                faults.NOT_A_MAPPING.at(
                    path,
                    tree.span_of(()),
                    "The file does not hold lines of `key: value`.",
                    "Begin with a key: `title: …`.",
                )
            )
        return None

    def _validate(self, model: type[Any], path: str, tree: Tree | None) -> Any:
        if tree is None:
            return None
        record, findings = validate(model, path, tree)
        self.findings.extend(findings)
        return None if tree.unread else record

    def _check_id(self, path: str, identifier: str) -> None:
        for part in identifier.split("/"):
            if not ID_PATTERN.fullmatch(part):
                self.findings.append(
                    faults.BAD_ID.at(
                        path,
                        FILE_START,
                        f"The name “{part}” cannot serve as an id: an id has small letters a-z, "
                        "digits and single hyphens.",
                        "Rename the file; its name becomes the address of the page.",
                    )
                )

    def finish(self) -> KnowledgeBase:
        """Return the knowledge base of everything taken."""
        self.findings.extend(
            _orphan(path, kind, identifier)
            for path, kind, identifier in self.dependents
            if identifier not in self.entries[kind] and f"{kind}:{identifier}" not in self.unread
        )
        frameworks = self.entries[Kind.FRAMEWORK]
        for identifier, (path, body) in self.framework_bodies.items():
            if entry := frameworks.get(identifier):
                frameworks[identifier] = replace(entry, body=body, body_path=path)
        return KnowledgeBase(
            self.settings,
            terms=self.entries[Kind.TERM],
            primers=self.entries[Kind.PRIMER],
            pages=self.entries[Kind.PAGE],
            projects=self.entries[Kind.PROJECT],
            working_groups=self.entries[Kind.WORKING_GROUP],
            frameworks=frameworks,
            assessments=self.entries[Kind.ASSESSMENT],
            references=self.entries[Kind.REFERENCE],
            term_translations=self.term_translations,
            primer_translations=self.primer_translations,
            images=tuple(self.images),
            files=tuple(self.contents),
            unread=self.unread,
            revision=_digest(self.contents),
            published=self.published,
        )


def _digest(files: dict[str, bytes]) -> str:
    """Return a digest of all content, the same on every machine."""
    total = blake2b(digest_size=16)
    for path in sorted(files):
        data = files[path]
        if path.endswith((".md", ".yml")):
            data = data.replace(b"\r\n", b"\n")
        total.update(f"{path}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


def _misplaced(path: str) -> Finding:
    return faults.UNEXPECTED_FILE.at(
        path,
        FILE_START,
        "The build does not know what a file at this place is.",
        "Terms are glossary/<id>.md, primers primers/<id>.md, frameworks "
        "frameworks/<id>/framework.yml with index.md and assessments/<place>-<year>.yml beside it.",
    )


def _orphan(path: str, kind: Kind, identifier: str) -> Finding:
    home = f"frameworks/{identifier}/framework.yml"
    if kind is not Kind.FRAMEWORK:
        home = f"{'glossary' if kind is Kind.TERM else 'primers'}/{identifier}.md"
    return faults.DANGLING_REFERENCE.at(
        path,
        FILE_START,
        f"This file belongs to the {kind} “{identifier}”, but there is no {home}.",
        f"Add {home}, or rename this file so that it belongs to an existing {kind}.",
    )


def _reused(path: str, tree: Tree, number: int, identifier: str) -> Finding:
    return faults.REUSED_ID.at(
        path,
        tree.span_of(("references", number, "id")),
        f"The reference “{identifier}” is given twice; only the first one is read.",
        "Give the second one another id, or delete it.",
    )
