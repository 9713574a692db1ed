"""A refused submission that waits for something which is still on another phone of the team.

The phone keeps the submission and sends it again by itself; after a restore, for three days. The
desk shows that it waits, and for what.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.fieldwork.queries import minutes as minutes_queries
from backend.fieldwork.queries import review as review_queries
from backend.ledger.canonical import Malformed, parse_act
from schemas.fieldwork import acts as inspection_acts

_LACKING = (
    "minutes_not_in_force",
    "photos_not_in_force",
    "signatures_unknown",
    "places_unknown",
    "not_announced",
)
"""Refusal codes that no longer apply once a colleague's phone has sent what is missing. If nothing
is missing, the officer has to submit again."""


class Awaited(msgspec.Struct, frozen=True, kw_only=True):
    """Whose submission it is, and what it names that is not here yet."""

    officer_name: str
    made_at: datetime
    announcement: bool
    minutes: bool
    photos: int
    signatures: int
    places: int


async def awaited(inspection_id: UUID) -> Awaited | None:
    """Return the latest such submission of an inspection, or None if a later one was accepted.

    The caller has checked that the reader may see the inspection.
    """
    row = await review_queries.refused_submission(inspection_id, list(_LACKING))
    if row is None:
        return None
    parsed = parse_act(msgspec.json.decode(row.act))
    if isinstance(parsed, Malformed) or not isinstance(
        parsed.content, inspection_acts.InspectionSubmitted
    ):
        return None
    named = parsed.content
    photos, signatures, places = await review_queries.facts_for_submission(inspection_id)
    here = {photo.sha256 for photo in photos}
    signed = {signature.act_id for signature in signatures}
    told = Awaited(
        officer_name=row.officer_name,
        made_at=parsed.act.made_at,
        announcement=row.code == "not_announced" and row.announced_at is None,
        minutes=not await minutes_queries.minutes_exist(inspection_id, named.minutes),
        photos=len(set(named.photos) - here),
        signatures=len(set(named.signatures) - signed),
        places=len(set(named.places) - set(places)),
    )
    lacks = (told.announcement, told.minutes, told.photos, told.signatures, told.places)
    return told if any(lacks) else None
