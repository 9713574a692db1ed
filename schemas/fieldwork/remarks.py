"""Remarks at a field or a photograph, and the text bounds that acts share."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Reason = Annotated[str, Meta(min_length=3, max_length=2000)]


class CommentTarget(Wire, omit_defaults=True):
    """What a comment is about: a field by JSON Pointer (RFC 6901), or a photograph. Exactly one."""

    field: Annotated[str, Meta(max_length=300)] | None = None
    photo_id: UUID | None = None


class Comment(Wire):
    """One remark of the supervisor at the very field or photograph."""

    at: CommentTarget
    text: Annotated[str, Meta(min_length=1, max_length=2000)]


class RemarkAnswer(Wire):
    """What the team says to one remark of a return: `text`, or that it is mended where that is null."""

    returned: UUID
    """The act that returned it."""
    comment: Annotated[int, Meta(ge=0, le=199)]
    """The remark's place in it, from 0."""
    text: Annotated[str, Meta(min_length=1, max_length=2000)] | None
