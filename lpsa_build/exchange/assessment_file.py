"""An assessment that was read from elsewhere → the YAML file of an assessment.

A file that is there already keeps its comments, its order and every line whose value is the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, ScalarString

from lpsa_build.exchange.filled import Filled
from lpsa_build.model.addresses import Kind
from lpsa_build.model.framework import Assessment
from lpsa_build.model.knowledge import Entry, KnowledgeBase
from lpsa_build.model.references import find_dangling
from lpsa_build.model.revisions import find_revision_faults
from lpsa_build.model.scores import find_score_faults
from lpsa_build.model.validate import validate
from lpsa_build.source import faults
from lpsa_build.source.finding import FILE_START, Finding

ORDER = ("place", "iso3166", "level", "period", "assessors", "status", "summary", "sources",
         "terms_revision", "scores", "updated", "redirect_from")  # fmt: skip
PLAIN = re.compile(r"[A-Za-z][\w-]*|[0-9]+(?:\.[0-9]+)?")


def check_filled(
    knowledge: KnowledgeBase, path: str, filled: Filled
) -> tuple[Entry[Assessment] | None, list[Finding]]:
    """Return the assessment that a workbook holds, and what of it does not fit.

    The checks are those of the files, each finding with the cell in question. None is returned
    where there is no assessment to speak of.
    """
    if filled.framework not in knowledge.frameworks:
        known = ", ".join(sorted(knowledge.frameworks))
        message = f"Assessment!B2: there is no framework “{filled.framework}”."
        cure = f"Write the id of one of these: {known}."
        return None, [faults.DANGLING_REFERENCE.at(path, FILE_START, message, cure)]
    fields, findings = validate(Assessment, path, filled.tree)
    findings = list(findings)
    if fields is None:
        return None, [_named(finding, filled) for finding in findings]
    name = filled.id or file_name(fields)
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        message = f"Assessment: “{name}” cannot be the name of a file."
        cure = "Write place and year as `id`: small letters, digits and single hyphens."
        return None, [faults.BAD_ID.at(path, FILE_START, message, cure)]
    entry = Entry(
        Kind.ASSESSMENT, f"{filled.framework}/{name}", path, fields, filled.tree, ""
    )  # fmt: skip
    with_it = replace(knowledge, assessments={entry.id: entry})
    for find in (find_dangling, find_score_faults, find_revision_faults):
        find(with_it, findings.append)
    return entry, [_named(finding, filled) for finding in findings if finding.path == path]


def _named(finding: Finding, filled: Filled) -> Finding:
    cell = filled.cells.get(finding.span)
    return replace(finding, message=f"{cell}: {finding.message}") if cell else finding


def file_name(fields: Assessment) -> str:
    """Return the name that an assessment gets if it has none: place and last year."""
    years = re.findall(r"[0-9]{4}", fields.period)
    words = unicodedata.normalize("NFKD", f"{fields.place} {years[-1] if years else ''}").lower()
    kept = "".join(char for char in words if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-")


def render_file(fields: Assessment, old: Entry[Assessment] | None) -> str:
    """Return the YAML file with ``fields``: a new one, or ``old`` with what is different."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    if old and old.fields == fields:
        return old.source
    document = yaml.load(old.source) if old else CommentedMap()
    _merge(document, _plain(old.fields) if old else {}, _plain(fields), ORDER, old is None)
    out = StringIO()
    yaml.dump(document, out)
    return out.getvalue()


def _plain(fields: Assessment) -> dict[str, Any]:
    data = fields.as_data()
    return {name: data[name] for name in ORDER if name in data}


def _merge(
    node: CommentedMap,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    order: tuple[str, ...],
    fresh: bool,
) -> None:
    """Make a mapping say what ``new`` says, touching only what ``old`` says otherwise."""
    for key in [key for key in node if key in old and key not in new]:
        del node[key]
    order = order or tuple(new)
    for key, value in new.items():
        if key in old and old[key] == value:
            continue
        if isinstance(value, dict) and isinstance(node.get(key), CommentedMap):
            _merge(node[key], old.get(key, {}), value, (), fresh)
        elif key in node:
            node[key] = _styled(value, node[key])
        else:
            node.insert(
                _position(node, key, order), key, _styled(value, None, deep=key == "scores")
            )


def _position(node: CommentedMap, key: str, order: tuple[str, ...]) -> int:
    """Return where a new key belongs: behind the nearest one that stands before it in order."""
    before = order[: order.index(key)]
    known = list(node)
    return max((known.index(name) + 1 for name in before if name in known), default=0)


def _styled(value: Any, former: Any, *, deep: bool = False) -> Any:
    """Return a value as ruamel writes it: short words plain, texts in quotation marks."""
    if isinstance(value, dict):
        made = CommentedMap({key: _styled(part, None) for key, part in value.items()})
        if not deep and set(value) <= {"score", "evidence", "sources", "ref", "at"}:
            made.fa.set_flow_style()
        return made
    if isinstance(value, list):
        return CommentedSeq([_styled(part, None) for part in value])
    if isinstance(value, str):
        if isinstance(former, DoubleQuotedScalarString) or not PLAIN.fullmatch(value):
            return DoubleQuotedScalarString(value)
        return type(former)(value) if isinstance(former, ScalarString) else _bare(value)
    return value


def _bare(value: str) -> Any:
    return value if value[:1].isalpha() else DoubleQuotedScalarString(value)
