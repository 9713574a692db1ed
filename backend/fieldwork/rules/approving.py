"""What is submitted of an inspection: what its hashes hold, and remarks in both records' words. Pure."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from backend.core.canonical_json import sha256_hex
from schemas.approvals.submissions import Comment as Remark
from schemas.fieldwork.remarks import Comment, CommentTarget

_DAY = "effective_on"
"""The day of a decision, which comes with its number and belongs to no hash."""
_NEITHER = frozenset({_DAY, "agency", "executor", "recipients", "legal_bases", "proposal"})
"""Fields of a decision that name nothing of its own: letterhead, who carries it out, who gets it, and
the bases, which cite the proposal's day. The decision that it changes has fields of its own."""
_PHOTO = "photo:"
WHOLE = ""
"""A remark on the whole, in a submission's words and as a JSON Pointer."""


def decision_shown(form: str, form_version: int, fields: dict[str, Any]) -> str:
    """Return the hash of a decision's content, without its day."""
    said = {name: value for name, value in fields.items() if name != _DAY}
    return sha256_hex({"form": form, "form_version": form_version, "fields": said})


def decision_material(form: str, fields: dict[str, Any]) -> str:
    """Return the hash of what voids an opinion on a decision if another than its signer changes it.

    Party, contents, place, term, team and leader, the decision that it changes, its signer (practice B7).
    """
    said = {name: value for name, value in fields.items() if name not in _NEITHER}
    return sha256_hex({"form": form, "fields": said})


def draft_material(minutes: UUID) -> str:
    """Return the same of draft minutes. Each draft is a submission of its own, so it never changes."""
    return sha256_hex({"minutes": str(minutes)})


def file_material(
    minutes: dict[str, Any] | None, papers: Iterable[tuple[UUID, str, dict[str, Any]]]
) -> str:
    """Return the same of a file: what its minutes and its papers say, and nothing of photographs.

    `papers` are id, form and fields of those made on site, as they are in force: they name the acts,
    the goods and the measures. Late photographs, places, notes and signatures are not in it.
    """
    told = sorted(
        ({"id": str(one), "form": form, "fields": fields} for one, form, fields in papers),
        key=lambda paper: str(paper["id"]),
    )
    return sha256_hex({"minutes": minutes, "papers": told})


def as_remarks(comments: Sequence[Comment]) -> list[Remark]:
    """Return an inspection's remarks as a submission keeps them."""
    return [Remark(at=_place(one.at), text=one.text) for one in comments]


def _place(at: CommentTarget) -> str:
    return f"{_PHOTO}{at.photo_id}" if at.photo_id is not None else at.field or WHOLE


def as_comments(remarks: Sequence[Remark]) -> list[Comment]:
    """Return a submission's remarks as an inspection's acts keep them.

    A place that the inspection does not know, e.g. a paragraph, becomes the whole, and its name is
    kept in the text.
    """
    return [_comment(one) for one in remarks]


def _comment(remark: Remark) -> Comment:
    at = remark.at
    if at.startswith(_PHOTO) and (photo_id := _uuid(at.removeprefix(_PHOTO))):
        return Comment(at=CommentTarget(photo_id=photo_id), text=remark.text)
    if at == WHOLE or at.startswith("/"):
        return Comment(at=CommentTarget(field=at), text=remark.text)
    return Comment(at=CommentTarget(field=WHOLE), text=f"{at}: {remark.text}"[:2000])


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def in_one(remarks: Sequence[Remark]) -> str:
    """Return remarks as one text, as a proposal that is sent back has it."""
    return "\n".join(one.text for one in remarks)[:2000]
