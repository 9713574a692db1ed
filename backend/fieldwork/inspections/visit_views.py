"""The visit as its acts show it: positions, the phone's and the server's times, and their proof."""

from uuid import UUID

import msgspec

from backend.core import access_log, anchors
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.inspections import clocks
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries import visits as visit_queries
from backend.fieldwork.queries.visits import PhoneAct, VisitPhoto
from schemas.fieldwork import visits as shown
from schemas.fieldwork.acts import Place
from schemas.fieldwork.words import ActType


class _Carried(msgspec.Struct):
    """The keys of an act that a visit needs, read from the ledger's text; others are ignored."""

    anchor: str | None
    content: msgspec.Raw
    clock_off_s: int | msgspec.UnsetType | None = msgspec.UNSET


class _WithPlace(msgspec.Struct):
    place: Place | None = None


async def visit(inspection_id: UUID, actor: Actor, address: str | None) -> shown.VisitView:
    """Return the phones' acts of an inspection with their positions, and log that they were read.

    `address` is the network address of the reader. Held acts are included and marked as such.
    Raises NotFound.
    """
    record = await read_queries.find(actor, inspection_id)
    if record is None:
        raise NotFound(what="inspection")
    decision = record.decision
    photos = {item.act_id: item for item in await visit_queries.photos(inspection_id)}
    acts = [
        _act(item, photos.get(item.act_id))
        for item in await visit_queries.phone_acts(inspection_id)
    ]
    await access_log.record(actor, "inspection.map", inspection_id, address=address)
    return shown.VisitView(
        id=inspection_id,
        state=record.state,
        file_status=record.file_status,
        minutes_flow=record.minutes_flow,
        unit_name_vi=record.unit_name_vi,
        unit_name_en=record.unit_name_en,
        decision_number=decision.number,
        subject_name=decision.subject.name,
        place=decision.place,
        latitude_e7=decision.latitude_e7,
        longitude_e7=decision.longitude_e7,
        acts=acts,
    )


def _act(record: PhoneAct, photo: VisitPhoto | None) -> shown.VisitAct:
    carried = msgspec.json.decode(record.act, type=_Carried)
    return shown.VisitAct(
        number=record.number,
        id=record.act_id,
        type=record.act_type,
        officer_id=record.officer_id,
        officer_name=record.officer_name or "",
        made_at=record.made_at,
        anchored_at=anchors.read(carried.anchor) if carried.anchor else None,
        received_at=record.received_at,
        place=_place(record.act_type, carried.content),
        photo=_photo(photo) if photo else None,
        held=record.held,
        verdicts=record.verdicts,
        clock=clocks.of_reading(
            record.made_at, record.received_at, carried.anchor, carried.clock_off_s
        ),
    )


def _place(act_type: str, content: msgspec.Raw) -> Place | None:
    if act_type == ActType.PLACE_FIXED:
        return msgspec.json.decode(content, type=Place)
    if act_type in (ActType.INSPECTION_ANNOUNCED, ActType.PHOTO_TAKEN):
        return msgspec.json.decode(content, type=_WithPlace).place
    return None


def _photo(record: VisitPhoto) -> shown.VisitPhoto:
    return shown.VisitPhoto(
        photo_id=record.id,
        number=record.number,
        caption=record.caption,
        shown=record.shown,
        withdrawn=record.withdrawn,
    )
