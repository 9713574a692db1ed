"""Papers made on site as the inspection's page shows them: text, signatures, number.

The paper is in Vietnamese, as all legal papers are; the text around it follows the reader's
language.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from admin_ui.fieldwork.minutes.paper import strokes
from admin_ui.shell.field_values import ON_SITE, worded
from admin_ui.shell.words import Language
from backend.documents import service as documents
from schemas.fieldwork.acts import Drawing, Refusal
from schemas.fieldwork.paper_views import FieldDocumentView


class PaperLine(msgspec.Struct, frozen=True, kw_only=True):
    """A field with its value in words, or with its parts: the lines of a group, or the rows of a list."""

    label: str
    text: str = ""
    group: list["PaperLine"] = []
    rows: list[list["PaperLine"]] = []


class PaperSection(msgspec.Struct, frozen=True, kw_only=True):
    """A group of the form in which something is filled in."""

    label: str
    lines: list[PaperLine]


class PaperHand(msgspec.Struct, frozen=True, kw_only=True):
    """A signature or refusal, with the form's name for the role."""

    role: str
    name: str
    drawing: Drawing | None
    paths: list[str]
    refusal: Refusal | None
    id: UUID
    made_at: datetime
    officer_name: str


class SitePaper(msgspec.Struct, frozen=True, kw_only=True):
    """One paper as the page lists it."""

    id: UUID
    written: UUID
    name: str
    form: str
    number: str | None
    numbered_at: datetime | None
    written_at: datetime
    writings: int
    officer_name: str
    missing: list[str]
    """The form's names for those who still have to sign."""
    hands: list[PaperHand]
    sections: list[PaperSection]
    mark: str
    code: str | None


def site_papers(views: list[FieldDocumentView], language: Language) -> list[SitePaper]:
    """Return all papers of an inspection, in the order in which they were made."""
    return [_paper(view, language) for view in views]


def _paper(view: FieldDocumentView, language: Language) -> SitePaper:
    schema = documents.get_form(view.form, view.form_version)
    roles = {signer["role"]: signer["label"][language] for signer in schema["x-signers"]}
    return SitePaper(
        id=view.id,
        written=view.written,
        name=schema["x-title"][language],
        form=view.form,
        number=view.number,
        numbered_at=view.numbered_at,
        written_at=view.written_at,
        writings=view.writings,
        officer_name=view.officer_name,
        missing=[roles.get(role, role) for role in view.missing],
        hands=[
            PaperHand(
                role=roles.get(item.role, item.role),
                name=item.name,
                drawing=item.drawing,
                paths=strokes(item.drawing) if item.drawing else [],
                refusal=item.refusal,
                id=item.id,
                made_at=item.made_at,
                officer_name=item.officer_name,
            )
            for item in view.signatures
        ],
        sections=sections(schema, view.fields),
        mark=view.content_mark,
        code=view.code,
    )


def sections(schema: dict[str, Any], fields: dict[str, Any]) -> list[PaperSection]:
    """Return the fields by group of the form, empty ones left out."""
    found = []
    for group in schema["x-groups"]:
        names = [name for name, part in _ordered(schema) if part.get("x-group") == group["key"]]
        lines = _lines(schema, {name: fields[name] for name in names if name in fields})
        if lines:
            found.append(PaperSection(label=group["label"]["vi"], lines=lines))
    return found


def _ordered(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    parts: dict[str, dict[str, Any]] = schema["properties"]
    return sorted(parts.items(), key=lambda item: item[1].get("x-order", 10_000))


def _lines(schema: dict[str, Any], values: dict[str, Any]) -> list[PaperLine]:
    lines = []
    for name, part in _ordered(schema):
        value = values.get(name)
        if value is None or value in ("", [], {}):
            continue
        label = part["x-label"]["vi"]
        if part["type"] == "object":
            lines.append(PaperLine(label=label, group=_lines(part, value)))
        elif part["type"] == "array":
            lines.append(PaperLine(label=label, rows=[_row(part["items"], item) for item in value]))
        else:
            lines.append(PaperLine(label=label, text=worded(part, value, "vi", ON_SITE)))
    return lines


def _row(schema: dict[str, Any], item: Any) -> list[PaperLine]:
    if schema["type"] == "object":
        return _lines(schema, item)
    return [PaperLine(label="", text=worded(schema, item, "vi", ON_SITE))]
