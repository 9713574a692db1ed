"""Queries of copies that were handed over."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from piccolo.query.methods import Select

from backend.casework.tables.party_copies import PartyCopyHandover
from backend.core import compiled
from backend.core.compiled import Query
from schemas.casework.party_copies import HandCopy


class HandoverRow(msgspec.Struct, frozen=True, kw_only=True):
    """That a copy was handed over."""

    id: UUID
    code: str
    copy_id: UUID | None
    way: str
    receiver: str
    appointment_at: datetime | None
    appointment_place: str | None
    handed_by: UUID
    handed_by_name: str
    handed_at: datetime
    received_at: datetime


async def insert(code: str, record_id: UUID, said: HandCopy, officer_id: UUID) -> None:
    """Enter a handing over, unless one with its id is there."""
    row = PartyCopyHandover(
        id=said.id,
        code=code,
        record_id=record_id,
        copy_id=said.copy_id,
        way=said.way,
        receiver=said.receiver,
        appointment_at=said.appointment.at if said.appointment else None,
        appointment_place=said.appointment.place if said.appointment else None,
        handed_by=officer_id,
        handed_at=said.handed_at,
    )
    await PartyCopyHandover.insert(row).on_conflict(action="DO NOTHING")


def _rows() -> Select[Any]:
    return PartyCopyHandover.select(
        PartyCopyHandover.id,
        PartyCopyHandover.code,
        PartyCopyHandover.copy_id,
        PartyCopyHandover.way,
        PartyCopyHandover.receiver,
        PartyCopyHandover.appointment_at,
        PartyCopyHandover.appointment_place,
        PartyCopyHandover.handed_by,
        PartyCopyHandover.handed_by.full_name.as_alias("handed_by_name"),
        PartyCopyHandover.handed_at,
        PartyCopyHandover.received_at,
    )


@compiled.one(HandoverRow)
def find(handover_id: UUID) -> Query:
    """Return a handing over by its id, or None."""
    return _rows().where(PartyCopyHandover.id == handover_id)


@compiled.many(HandoverRow)
def of_paper(code: str) -> Query:
    """Return what was handed over of a paper, the latest first. The caller has checked scope."""
    rows = _rows().where(PartyCopyHandover.code == code)
    return rows.order_by(PartyCopyHandover.handed_at, ascending=False).limit(20)
