"""The rows in which a supervisor says what is to be corrected: a field or a photograph, and a text."""

from uuid import UUID

import msgspec

from admin_ui.fieldwork.comments.comments import field_label
from admin_ui.shell.field_values import DRAFTED, worded
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.documents import service as documents
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.remarks import Comment, CommentTarget

FIRST_ROWS = 3
MORE_ROWS = 3
MAX_ROWS = 200
"""As many remarks as the act may carry."""
MAX_TEXT = 2000
EXCERPT = 60


class Row(msgspec.Struct, frozen=True):
    """One row as it was typed."""

    at: str = ""
    text: str = ""


class Remarks(msgspec.Struct, frozen=True, kw_only=True):
    """All rows, the remarks that they mean, and their errors by the name of the input."""

    rows: list[Row]
    comments: list[Comment]
    errors: dict[str, str]

    @classmethod
    def empty(cls) -> "Remarks":
        """Return the rows of a page that nobody has typed into yet."""
        return cls(rows=[Row()] * FIRST_ROWS, comments=[], errors={})

    def with_more_rows(self) -> "Remarks":
        """Return the same with further empty rows and without errors."""
        rows = [*self.rows, *[Row()] * MORE_ROWS][:MAX_ROWS]
        return Remarks(rows=rows, comments=self.comments, errors={})


class Target(msgspec.Struct, frozen=True):
    """Something that a remark can be about: its value in the form, and its name."""

    value: str
    label: str


def targets(view: InspectionView, language: Language) -> dict[str, list[Target]]:
    """Return what a remark can be about: form fields, filled-in parts of them, and photographs."""
    fields: list[Target] = []
    if view.minutes:
        schema = documents.get_form(view.minutes.form, view.minutes.form_version)
        filled = documents.fields_of(view.minutes.fields)
        order = {name: place for place, name in enumerate(schema["properties"])}
        whole = [documents.pointer(name) for name in order]
        pointers = sorted(
            {*whole, *filled}, key=lambda at: (order.get(at.split("/")[1], len(order)), at)
        )
        for at in pointers:
            value = documents.value_at(view.minutes.fields, at)
            label = field_label(view.minutes, at, language)
            ruled = documents.schema_at(view.minutes.form, view.minutes.form_version, at)
            text = worded(ruled, value, language, DRAFTED) if isinstance(value, str) else ""
            if text:
                label = f"{label}: {text if len(text) <= EXCERPT else text[:EXCERPT] + '…'}"
            fields.append(Target(f"field:{at}", label))
    photos = [
        Target(
            f"photo:{photo.photo_id}",
            say(language, "photo.number", number=photo.number)
            + (f": {photo.caption[:EXCERPT]}" if photo.caption else ""),
        )
        for photo in view.photos
    ]
    return {"inspection.fields_group": fields, "inspection.photos_group": photos}


def read_remarks(form: Form, view: InspectionView, language: Language) -> Remarks:
    """Read the rows. Empty ones are skipped; half-filled ones are errors."""
    rows = [Row(at, text) for at, text in zip(form.all("at"), form.all("text"), strict=False)][
        :MAX_ROWS
    ]
    known = {target.value for group in targets(view, language).values() for target in group}
    comments: list[Comment] = []
    errors: dict[str, str] = {}
    for place, row in enumerate(rows, start=1):
        if not row.at and not row.text:
            continue
        if row.at not in known or not row.text:
            errors[f"at-{place}"] = say(language, "inspection.comment_half", number=place)
        elif len(row.text) > MAX_TEXT:
            errors[f"text-{place}"] = say(language, "inspection.comment_long", number=place)
        else:
            comments.append(Comment(at=_target(row.at), text=row.text))
    if not comments and not errors:
        errors["at-1"] = say(language, "inspection.comment_needed")
    return Remarks(rows=rows or [Row()] * FIRST_ROWS, comments=comments, errors=errors)


def _target(value: str) -> CommentTarget:
    kind, _, at = value.partition(":")
    return CommentTarget(field=at) if kind == "field" else CommentTarget(photo_id=UUID(at))
