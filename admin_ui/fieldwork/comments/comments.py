"""A remark as pages show it: with the name of its field or photograph, and a link to it."""

import msgspec

from admin_ui.shell.words import Language, say
from backend.documents import service as documents
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import InspectionView, MinutesView
from schemas.fieldwork.remarks import Comment


class CommentLine(msgspec.Struct, frozen=True, kw_only=True):
    """A remark with the name of its field or photograph, and a link to it."""

    label: str
    href: str
    text: str
    answer: str | None = None
    """What the team answered with a later submission."""


def answered(answer: inspections.remarks.Answer, language: Language) -> str:
    """Return the team's answer to a remark, in words."""
    if answer.kind == "said":
        return answer.text
    return say(language, f"inspection.remark_{answer.kind}")


def field_label(minutes: MinutesView | None, pointer: str, language: Language) -> str:
    """Return the name of a field on the minutes' form; the pointer itself if the form does not know it."""
    if not pointer:
        return say(language, "inspection.whole_minutes")
    if minutes is None:
        return pointer
    return documents.label(minutes.form, minutes.form_version, pointer, language) or pointer


def anchor_of(pointer: str) -> str:
    """Return where remarks on a field are on an inspection's page; the minutes for the whole of them."""
    return f"remark-{pointer}" if pointer else "minutes"


def comment_line(
    view: InspectionView,
    comment: Comment,
    language: Language,
    about: MinutesView | None = None,
) -> CommentLine:
    """Return a remark with the name of what it is about. `about` are its minutes, by default those in force."""
    if comment.at.photo_id is not None:
        found = (p.number for p in view.photos if p.photo_id == comment.at.photo_id)
        label = say(language, "photo.number", number=next(found, "?"))
        return CommentLine(label=label, href=f"#photo-{comment.at.photo_id}", text=comment.text)
    label = field_label(about or view.minutes, comment.at.field or "", language)
    return CommentLine(label=label, href="#minutes", text=comment.text)
