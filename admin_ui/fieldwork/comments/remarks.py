"""The rows in which a supervisor says what is to be corrected: a field or a photograph, and a text."""

from typing import NamedTuple
from uuid import UUID

import msgspec

from admin_ui.approvals.records import Place
from admin_ui.fieldwork.comments.comments import anchor_of, field_label
from admin_ui.shell.field_values import DRAFTED, worded
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.documents import service as documents
from schemas.fieldwork.inspections import InspectionView, PhotoView
from schemas.fieldwork.remarks import Comment, CommentTarget

FIRST_ROWS = 3
MORE_ROWS = 3
MAX_ROWS = 200
"""As many remarks as the act may carry."""
MAX_TEXT = 2000
MAX_AT = 320
"""A pointer of 300 characters with its kind."""


class Row(msgspec.Struct, frozen=True):
    """One row as it was typed."""

    at: str = ""
    text: str = ""


class Remarks(msgspec.Struct, frozen=True, kw_only=True):
    """All rows, the remarks that they mean, and their errors by the name of the input."""

    rows: list[Row]
    comments: list[Comment]
    errors: dict[str, str]
    turned_to: int = 0
    """The row, from 1, that was just given its target; 0 for none."""

    @classmethod
    def empty(cls) -> "Remarks":
        """Return the rows of a page that nobody has typed into yet."""
        return cls(rows=[Row()] * FIRST_ROWS, comments=[], errors={})

    def with_more_rows(self) -> "Remarks":
        """Return the same with further empty rows and without errors."""
        rows = [*self.rows, *[Row()] * MORE_ROWS][:MAX_ROWS]
        return Remarks(rows=rows, comments=self.comments, errors={})

    def with_pick(self, value: str) -> "Remarks":
        """Return the same with a row for a target that was picked on the page; the first empty one is taken."""
        free = next((at for at, row in enumerate(self.rows) if row == Row()), len(self.rows))
        rows = [*self.rows, Row()] if free == len(self.rows) else list(self.rows)
        rows[free] = Row(at=value[:MAX_AT])
        return Remarks(rows=rows[:MAX_ROWS], comments=self.comments, errors={}, turned_to=free + 1)


class Target(NamedTuple):
    """Something that a remark can be about: its value in the form, its place on the record's page."""

    value: str
    place: Place

    @property
    def label(self) -> str:
        """Return its name in a list to choose from."""
        return self.place.option


def picks(targets: dict[str, list[Target]]) -> list[Place]:
    """Return what can be picked from the page, each named by its value in the form: photographs first."""
    groups = reversed(list(targets.values()))
    return [one.place._replace(at=one.value) for group in groups for one in group]


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
            fields.append(Target(f"field:{at}", Place(at, label, text, anchor=anchor_of(at))))
    photos = [Target(f"photo:{one.photo_id}", _of_photo(one, language)) for one in view.photos]
    return {"inspection.fields_group": fields, "inspection.photos_group": photos}


def _of_photo(photo: PhotoView, language: Language) -> Place:
    name = f"photo:{photo.photo_id}"
    return Place(
        name,
        say(language, "photo.number", number=photo.number),
        photo.caption or "",
        picture=picture_of(photo),
        anchor=f"photo-{photo.photo_id}",
    )


def picture_of(photo: PhotoView) -> str:
    """Return the address of a small picture of a photograph; empty while there is none."""
    if photo.stored and photo.preview == "ready":
        return f"/desk/photos/{photo.photo_id}/thumb"
    return f"/desk/photos/{photo.photo_id}/phone" if photo.phone_thumbnail else ""


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
