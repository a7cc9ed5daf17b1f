"""Files → the knowledge base, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import TypeVar

from lpsa_build.config import Settings
from lpsa_build.model.addresses import Kind
from lpsa_build.model.framework import Assessment, Framework
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.pages import Page, Primer, PrimerTranslation, Project, WorkingGroup
from lpsa_build.model.reference import Reference, References
from lpsa_build.model.references import find_dangling
from lpsa_build.model.scores import find_framework_faults
from lpsa_build.model.term import Term, TermTranslation
from lpsa_build.model.validate import validate
from lpsa_build.model.values import ID_PATTERN, Record
from lpsa_build.source import faults
from lpsa_build.source.document import Body, parse_document
from lpsa_build.source.files import SourceFile, read_tree
from lpsa_build.source.finding import FILE_START, Finding, Position, Span
from lpsa_build.source.yaml_tree import Tree, parse_yaml

REFERENCES = "references.yml"
F = TypeVar("F", bound=Record)


def content_folders(settings: Settings) -> tuple[str, ...]:
    """Return the folders that hold content, relative to the root."""
    return ("glossary", "primers", "frameworks", settings.docs_dir)


def load(settings: Settings) -> tuple[KnowledgeBase, list[Finding]]:
    """Read all content under ``settings.root``.

    Faults never stop the reading: an entry that cannot be read is left out and named by a
    finding. The findings are sorted by file and place.
    """
    files, findings = read_tree(settings.root, content_folders(settings))
    knowledge, more = build(settings, files)
    return knowledge, sorted([*findings, *more], key=lambda finding: finding.sort_key)


def build(settings: Settings, files: Iterable[SourceFile]) -> tuple[KnowledgeBase, list[Finding]]:
    """Return the knowledge base of files that are already read, and its findings."""
    reader = _Reader(settings)
    for file in files:
        reader.take(file)
    knowledge = reader.finish()
    find_dangling(knowledge, reader.findings.append, unread=frozenset(reader.unread))
    find_framework_faults(knowledge, reader.findings.append)
    return knowledge, reader.findings


@dataclass
class _Reader:
    """Collects entries file by file."""

    settings: Settings
    findings: list[Finding] = field(default_factory=list)
    terms: dict[str, Entry[Term]] = field(default_factory=dict)
    primers: dict[str, Entry[Primer]] = field(default_factory=dict)
    pages: dict[str, Entry[Page]] = field(default_factory=dict)
    projects: dict[str, Entry[Project]] = field(default_factory=dict)
    working_groups: dict[str, Entry[WorkingGroup]] = field(default_factory=dict)
    frameworks: dict[str, Entry[Framework]] = field(default_factory=dict)
    assessments: dict[str, Entry[Assessment]] = field(default_factory=dict)
    references: dict[str, Entry[Reference]] = field(default_factory=dict)
    term_bodies: dict[tuple[str, str], Body] = field(default_factory=dict)
    primer_translations: dict[tuple[str, str], Entry[PrimerTranslation]] = field(
        default_factory=dict
    )
    framework_bodies: dict[str, tuple[str, Body]] = field(default_factory=dict)
    images: list[SourceFile] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    digest: dict[str, bytes] = field(default_factory=dict)

    def take(self, file: SourceFile) -> None:
        """Read one file into its place."""
        self.digest[file.path] = file.data
        if file.text is None:
            if PurePosixPath(file.path).suffix in {".md", ".yml"}:
                self.unread.add(_entry_key(self.settings, file.path))
            else:
                self.images.append(file)
            return
        folder, _, rest = file.path.partition("/")
        if handler := self._handler(file, folder, rest):
            handler(file, rest)
        else:
            self.findings.append(_misplaced(file.path))

    def _handler(
        self, file: SourceFile, folder: str, rest: str
    ) -> Callable[[SourceFile, str], None] | None:
        markdown = file.path.endswith(".md")
        if folder == "glossary" and markdown and "/" not in rest:
            return self._term
        if folder == "primers" and markdown and "/" not in rest:
            return self._primer
        if folder == "frameworks":
            return self._framework_handler(rest)
        if folder == self.settings.docs_dir:
            if rest == REFERENCES:
                return self._references
            return self._page if markdown else None
        return None

    def _framework_handler(self, rest: str) -> Callable[[SourceFile, str], None] | None:
        parts = rest.split("/")
        if parts[1:] == ["framework.yml"]:
            return self._framework
        if parts[1:] == ["index.md"]:
            return self._framework_body
        if len(parts) == 3 and parts[1] == "assessments" and parts[2].endswith(".yml"):
            return self._assessment
        return None

    def _term(self, file: SourceFile, rest: str) -> None:
        identifier, language = self._name(rest)
        if language:
            tree, body = self._document(file, front_matter=False)
            if tree:
                self._validate(TermTranslation, file.path, tree)
            self.term_bodies[identifier, language] = body
        else:
            self._markdown(Kind.TERM, Term, self.terms, file, identifier)

    def _primer(self, file: SourceFile, rest: str) -> None:
        identifier, language = self._name(rest)
        if not language:
            self._markdown(Kind.PRIMER, Primer, self.primers, file, identifier)
            return
        tree, body = self._document(file)
        if tree and (fields := self._validate(PrimerTranslation, file.path, tree)):
            self.primer_translations[identifier, language] = Entry(
                Kind.PRIMER, identifier, file.path, fields, tree, file.text or "", body, file.path
            )

    def _page(self, file: SourceFile, rest: str) -> None:
        folder, _, name = rest.rpartition("/")
        identifier = rest.removesuffix(".md")
        if folder == "projects":
            self._markdown(Kind.PROJECT, Project, self.projects, file, name.removesuffix(".md"))
        elif folder == "working-groups":
            self._markdown(
                Kind.WORKING_GROUP,
                WorkingGroup,
                self.working_groups,
                file,
                name.removesuffix(".md"),
            )
        else:
            self._markdown(Kind.PAGE, Page, self.pages, file, identifier)

    def _markdown(
        self,
        kind: Kind,
        model: type[F],
        into: dict[str, Entry[F]],
        file: SourceFile,
        identifier: str,
    ) -> None:
        self._check_id(file.path, identifier)
        tree, body = self._document(file)
        fields = self._validate(model, file.path, tree) if tree else None
        if tree is None or fields is None:
            self.unread.add(f"{kind}:{identifier}")
            return
        into[identifier] = Entry(
            kind, identifier, file.path, fields, tree, file.text or "", body, file.path
        )

    def _framework(self, file: SourceFile, rest: str) -> None:
        identifier = rest.split("/")[0]
        self._check_id(file.path, identifier)
        self._data(Kind.FRAMEWORK, Framework, self.frameworks, file, identifier)

    def _framework_body(self, file: SourceFile, rest: str) -> None:
        _, body = self._document(file, front_matter=False)
        self.framework_bodies[rest.split("/")[0]] = (file.path, body)

    def _assessment(self, file: SourceFile, rest: str) -> None:
        framework, _, name = rest.split("/")
        stem = name.removesuffix(".yml")
        self._check_id(file.path, stem)
        self._data(Kind.ASSESSMENT, Assessment, self.assessments, file, f"{framework}/{stem}")

    def _references(self, file: SourceFile, _: str) -> None:
        tree = self._yaml(file)
        fields = self._validate(References, file.path, tree) if tree else None
        for number, reference in enumerate(fields.references if fields and tree else ()):
            if reference.id in self.references:
                self.findings.append(_reused(file.path, tree, number, reference.id))
                continue
            assert tree is not None
            self.references[reference.id] = Entry(
                Kind.REFERENCE, reference.id, file.path, reference, tree, file.text or ""
            )
        if fields is None:
            self.unread.add("reference:*")

    def _data(
        self,
        kind: Kind,
        model: type[F],
        into: dict[str, Entry[F]],
        file: SourceFile,
        identifier: str,
    ) -> None:
        tree = self._yaml(file)
        fields = self._validate(model, file.path, tree) if tree else None
        if tree is None or fields is None:
            self.unread.add(f"{kind}:{identifier}")
            return
        into[identifier] = Entry(kind, identifier, file.path, fields, tree, file.text or "")

    def _document(self, file: SourceFile, *, front_matter: bool = True) -> tuple[Tree | None, Body]:
        document, findings = parse_document(file.path, file.text or "", front_matter=front_matter)
        self.findings.extend(findings)
        return document.front, document.body

    def _yaml(self, file: SourceFile) -> Tree | None:
        text = file.text or ""
        if not text.strip():
            self.findings.append(
                faults.EMPTY_FILE.at(
                    file.path, FILE_START, "The file is empty.", "Write it, or delete the file."
                )
            )
            return None
        tree, findings = parse_yaml(file.path, text)
        self.findings.extend(findings)
        if isinstance(tree.value, dict):
            return tree
        if not findings:
            self.findings.append(
                faults.NOT_A_MAPPING.at(
                    file.path,
                    tree.span_of(()),
                    "The file does not hold lines of `key: value`.",
                    "Begin with a key: `title: …`.",
                )
            )
        return None

    def _validate(self, model: type[F], path: str, tree: Tree) -> F | None:
        record, findings = validate(model, path, tree)
        self.findings.extend(findings)
        return None if tree.unread else record

    def _name(self, rest: str) -> tuple[str, str]:
        """Split a file name into id and language suffix (empty for the site's own language)."""
        stem = rest.removesuffix(".md")
        head, dot, suffix = stem.rpartition(".")
        if dot and suffix in self.settings.languages:
            return head, suffix
        return stem, ""

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
        for identifier, (path, body) in self.framework_bodies.items():
            if entry := self.frameworks.get(identifier):
                self.frameworks[identifier] = Entry(
                    entry.kind, identifier, entry.path, entry.fields, entry.tree, entry.source,
                    body, path,
                )  # fmt: skip
        return KnowledgeBase(
            self.settings,
            terms=self.terms,
            primers=self.primers,
            pages=self.pages,
            projects=self.projects,
            working_groups=self.working_groups,
            frameworks=self.frameworks,
            assessments=self.assessments,
            references=self.references,
            term_bodies=self.term_bodies,
            primer_translations=self.primer_translations,
            images=tuple(self.images),
            files=tuple(self.digest),
            revision=_digest(self.digest),
        )


def _entry_key(settings: Settings, path: str) -> str:
    """Name the entry that a file would have held, so that references to it are not dangling."""
    folder, _, rest = path.partition("/")
    stem = rest.rsplit(".", 1)[0]
    if folder == settings.docs_dir:
        if rest == REFERENCES:
            return "reference:*"
        for kind in (Kind.PROJECT, Kind.WORKING_GROUP):
            if rest.startswith(f"{kind}s/"):
                return f"{kind}:{stem.split('/')[-1]}"
        return f"{Kind.PAGE}:{stem}"
    if folder == "frameworks":
        return f"{Kind.FRAMEWORK}:{stem.split('/')[0]}"
    return f"{Kind.TERM if folder == 'glossary' else Kind.PRIMER}:{stem}"


def _digest(files: dict[str, bytes]) -> str:
    """Return a digest of all content, the same on every machine."""
    total = blake2b(digest_size=16)
    for path in sorted(files):
        data = (
            files[path].replace(b"\r\n", b"\n") if path.endswith((".md", ".yml")) else files[path]
        )
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


def _reused(path: str, tree: Tree | None, number: int, identifier: str) -> Finding:
    span = (
        tree.span_of(("references", number, "id")) if tree else Span(Position(1, 1), Position(1, 1))
    )
    return faults.REUSED_ID.at(
        path,
        span,
        f"The reference “{identifier}” is given twice; only the first one is read.",
        "Give the second one another id, or delete it.",
    )
