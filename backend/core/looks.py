"""How often an officer may ask as one types: the search box, fields that search, the phone's search.

    looks.admit(actor.officer_id)

Scripts ask a moment after the last key, so that nobody who types reaches the limit. It stops a program that reads
the register name by name, and a key that is stuck. Each web process counts for itself: a count that all share would
write to the database with each key.
"""

from typing import Final
from uuid import UUID

from backend.core.buckets import Buckets
from backend.core.errors import TooMany

BURST: Final = 20
PER_SECOND: Final = 5
_AGAIN_SECONDS: Final = 1
"""By then there are as many turns again as somebody who types needs in that time."""


class TooManyLooks(TooMany):
    """One officer asks more often than people type."""

    code = "too_many_looks"
    text_vi = "Tìm quá nhanh, hệ thống chưa trả lời kịp. Hãy đợi vài giây rồi gõ tiếp."
    text_en = "This is faster than the system answers. Wait a few seconds, then go on typing."


_buckets = Buckets(BURST, 60 * PER_SECOND)


def admit(officer_id: UUID) -> None:
    """Take one of the officer's turns. Raises TooManyLooks."""
    if not _buckets.take(str(officer_id)):
        raise TooManyLooks(seconds=_AGAIN_SECONDS)
