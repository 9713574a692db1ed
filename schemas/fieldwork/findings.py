"""Findings: reasons to doubt evidence, as sentences with their numbers, for a person to weigh.

Never scores. A finding accuses nobody and stops nothing. It says what was compared, what the result
was, and how readers can check it themselves.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text


class FindingKind(StrEnum):
    """The kind of comparison that gave rise to the doubt."""

    SAME_BYTES = "same_bytes"
    """The same file is in another inspection, or twice in this one."""
    SIMILAR_PICTURE = "similar_picture"
    """By perceptual hash the same picture as another one: resized, recompressed, slightly changed."""
    EXIF_PLACE_FAR = "exif_place_far"
    EXIF_TIME_FAR = "exif_time_far"
    TOO_FAST = "too_fast"
    """Two positions of one officer are further apart than the time between them allows."""
    FAR_FROM_ADDRESS = "far_from_address"
    CLOCK_OFFSET = "clock_offset"
    FIX_OLD = "fix_old"
    FIX_COARSE = "fix_coarse"
    PLACE_MOCKED = "place_mocked"
    ACCURACY_CONSTANT = "accuracy_constant"
    FROM_GALLERY = "from_gallery"
    SEQUENCE_GAP = "sequence_gap"


class FindingWeight(StrEnum):
    """A supervisor's judgement on a finding."""

    ACCEPTED = "accepted"
    """The doubt is justified and counts against the evidence."""
    NEEDS_ANSWER = "needs_answer"
    """The officer must explain."""
    DISMISSED = "dismissed"
    """No doubt remains. With the reason."""


class FindingOther(Wire):
    """The other photograph of a repeated picture, as far as this reader may see it.

    If it is out of the reader's scope, `visible` is false and everything else is null. The reader
    learns that there is one, but not whose it is.
    """

    visible: bool
    photo_id: UUID | None
    inspection_id: UUID | None
    decision_number: str | None
    subject_name: str | None
    made_at: datetime | None


class FindingView(Wire):
    """One finding as its reader may see it.

    It is about `photo_id` or `act_id`; if both are null, about the inspection.
    """

    id: UUID
    kind: FindingKind
    photo_id: UUID | None
    act_id: UUID | None
    text: Text
    """One sentence, with its numbers."""
    see: Text
    """How readers can check it themselves."""
    numbers: dict[str, int]
    """The numbers in the sentence: metres, seconds, bits, …; their names end in the unit
    (distance_m, offset_s)."""
    other: FindingOther | None
    found_at: datetime
    weight: FindingWeight | None
    """Null until a supervisor has weighed it. The latest judgement counts."""
    weighed_by_name: str | None
    weighed_at: datetime | None
    reason: str | None


class FindingWeighed(Wire):
    """Content of the act `finding.weighed`: the judgement on a finding.

    It repeats the finding's numbers as the supervisor saw them.
    """

    finding_id: UUID
    kind: FindingKind
    photo_id: UUID | None
    about_act: UUID | None
    numbers: dict[str, int]
    weight: FindingWeight
    reason: Annotated[str, Meta(min_length=3, max_length=2000)] | None
    """Required to dismiss a finding, and to ask for an answer."""
