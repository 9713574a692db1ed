"""Remarks at a field or a photograph, and text types that several acts share."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Reason = Annotated[str, Meta(min_length=3, max_length=2000)]


class CommentTarget(Wire, omit_defaults=True):
    """What a comment is about: a field by JSON Pointer (RFC 6901), or a photograph.

    Exactly one of them.
    """

    field: Annotated[str, Meta(max_length=300)] | None = None
    photo_id: UUID | None = None


class Comment(Wire):
    """One remark of the supervisor at a field or a photograph."""

    at: CommentTarget
    text: Annotated[str, Meta(min_length=1, max_length=2000)]


class RemarkAnswer(Wire):
    """The team's answer to one remark of a return: `text`, or null if the team mended the matter."""

    returned: UUID
    """The act that returned it."""
    comment: Annotated[int, Meta(ge=0, le=199)]
    """The remark's place in the return, from 0."""
    text: Annotated[str, Meta(min_length=1, max_length=2000)] | None
