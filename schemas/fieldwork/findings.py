"""Findings: reasons for doubt about evidence, as sentences with their numbers, for a person to weigh. Never scores.

A finding accuses nobody and stops nothing. It says what was compared, what came out, and how to see it for oneself.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text


class FindingKind(StrEnum):
    """What was compared, and differed."""

    SAME_BYTES = "same_bytes"
    """The very file stands in another inspection, or twice in this one."""
    SIMILAR_PICTURE = "similar_picture"
    """By perceptual hash the same picture as another: resized, recompressed, slightly changed."""
    EXIF_PLACE_FAR = "exif_place_far"
    EXIF_TIME_FAR = "exif_time_far"
    TOO_FAST = "too_fast"
    """Two positions of one officer, further apart than the time between them allows."""
    FAR_FROM_ADDRESS = "far_from_address"
    CLOCK_OFFSET = "clock_offset"
    FIX_OLD = "fix_old"
    FIX_COARSE = "fix_coarse"
    PLACE_MOCKED = "place_mocked"
    ACCURACY_CONSTANT = "accuracy_constant"
    FROM_GALLERY = "from_gallery"
    SEQUENCE_GAP = "sequence_gap"


class FindingWeight(StrEnum):
    """What a supervisor made of a finding."""

    ACCEPTED = "accepted"
    """The doubt is right: it stands against the evidence."""
    NEEDS_ANSWER = "needs_answer"
    """The officer is to explain."""
    DISMISSED = "dismissed"
    """No doubt remains; with the reason."""


class FindingOther(Wire):
    """The other photograph of a repeated picture, as far as this reader may see it.

    Where it is out of the reader's scope, `visible` is false and everything else is null: that there is one is told,
    not whose it is.
    """

    visible: bool
    photo_id: UUID | None
    inspection_id: UUID | None
    decision_number: str | None
    subject_name: str | None
    made_at: datetime | None


class FindingView(Wire):
    """One finding as its reader may see it. `photo_id` or `act_id` is what it is about; both null: the inspection."""

    id: UUID
    kind: FindingKind
    photo_id: UUID | None
    act_id: UUID | None
    text: Text
    """One sentence, with its numbers."""
    see: Text
    """How to see it for oneself."""
    numbers: dict[str, int]
    """What the sentence was made from: metres, seconds, bits, …; the names tell the unit (distance_m, offset_s)."""
    other: FindingOther | None
    found_at: datetime
    weight: FindingWeight | None
    """Null until a supervisor weighed it; the latest of his acts counts."""
    weighed_by_name: str | None
    weighed_at: datetime | None
    reason: str | None


class FindingWeighed(Wire):
    """Content of the act `finding.weighed`: what was said of which finding, with its numbers as they were seen."""

    finding_id: UUID
    kind: FindingKind
    photo_id: UUID | None
    about_act: UUID | None
    numbers: dict[str, int]
    weight: FindingWeight
    reason: Annotated[str, Meta(min_length=3, max_length=2000)] | None
    """Needed to dismiss, and to ask for an answer."""
