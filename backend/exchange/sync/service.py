"""Sync: everything that an officer needs on the phone, first completely, then what changed.

The cursor is opaque to the phone. It holds the epoch, and the era, transaction and id of the last
change before which no further change can appear (`backend/core/places.py`). If the epoch differs
(the database was restored) or the cursor is older than the changes that are kept, the answer is 410
`cursor_expired`, and the phone starts again without a cursor.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.notices import service as case_notices
from backend.core import clock, keyset, places
from backend.core.actors import Actor
from backend.core.errors import CursorExpired, NotFound
from backend.core.keys import b64url
from backend.documents import forms
from backend.exchange.queries import sync as queries
from backend.exchange.queries.sync import StoredBytes
from backend.exchange.sync.handshake import handshake as handshake
from backend.fieldwork.decision_papers import on_phone as decisions
from backend.fieldwork.filing import service as filing
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.queries import reading as inspection_reads
from backend.force.accounts import phone_facts
from backend.force.notices import service as notices
from backend.force.numbers import service as numbering
from backend.intake.from_phones import service as from_phones
from backend.parties import service as parties
from schemas.core.receipts import FileReceipt
from schemas.exchange.sync import Change, SyncPage
from schemas.fieldwork.proposals import ProposalView
from schemas.intake.from_phones import OwnInformation

PAGE = 200
KEPT = timedelta(days=90)
"""How long changes are kept. A phone that was away longer starts over."""
_MARGIN = timedelta(days=1)
"""Changes are kept longer by this, because a change has the time at which its transaction began,
and a cursor the time at which it was written."""
_RUN = timedelta(minutes=1)
"""A phone requests the next page immediately.

If it was interrupted for longer, it starts from its place.
"""

_Went = places.Went[tuple[int, int, int]]


async def sync(actor: Actor, device_id: UUID, cursor: str | None) -> SyncPage:
    """Return one page. Raises CursorExpired."""
    standing = await queries.current_position(actor.officer_id, device_id)
    contact = await handshake(actor.officer_id, device_id)
    horizon: tuple[int, int] = (standing.era, standing.horizon)
    if cursor is None:
        found = await _everything(actor, device_id)
        went, more = _Went((standing.era, standing.horizon - 1, 2**62), None), False
    else:
        began = _read(cursor, str(standing.epoch))
        rows = await queries.changes(actor.officer_id, began.ahead or began.place, PAGE + 1)
        more = len(rows) > PAGE
        rows = rows[:PAGE]
        told = [(row.era, row.xid, row.id) for row in rows]
        went = places.after_page(began, told, horizon, more=more)
        latest = {(row.kind, row.ref): row.op for row in rows}
        found = []
        for (kind, ref), op in latest.items():
            found.extend(await _change(actor, device_id, kind, ref, op))
    shown = [one for one in found if one.op == "put" and one.kind in ("notice", "told")]
    await notices.fetched([UUID(one.id) for one in shown])
    return SyncPage(
        cursor=_write(str(standing.epoch), went),
        more=more,
        changes=found,
        anchor=contact.anchor,
        epoch=contact.epoch,
        server_keys=contact.server_keys,
        last_seq=contact.last_seq,
        last_hash=contact.last_hash,
        backed_up_through=contact.backed_up_through,
        public_url=contact.public_url,
        app_minimum=phone_facts.least(),
    )


async def forget_old(now: datetime) -> int:
    """Delete changes that no accepted cursor can request any more; return how many."""
    return await queries.forget_changes(now - KEPT - _MARGIN)


def _write(epoch: str, went: _Went) -> str:
    numbers = [*went.place, *(went.ahead or ()), int(clock.now().timestamp())]
    return keyset.pack(epoch, *map(str, numbers))


def _read(cursor: str, epoch: str) -> _Went:
    try:
        of_epoch, *numbers = keyset.unpack(cursor)
        *place, written = (int(number) for number in numbers)
        if len(place) == 2:
            place.insert(0, 1)  # written before there were eras: it belongs to the first
        if len(place) not in (3, 6):
            raise ValueError("not so many numbers")
    except ValueError as error:
        raise CursorExpired from error
    age = clock.now().timestamp() - written
    in_range = all(
        0 <= number < (2**63 if where % 3 else 2**31) for where, number in enumerate(place)
    )
    if of_epoch != epoch or age > KEPT.total_seconds() or not in_range:
        raise CursorExpired
    era, xid, ident, *ahead = place
    if age > _RUN.total_seconds():
        ahead = []
    return _Went((era, xid, ident), (ahead[0], ahead[1], ahead[2]) if ahead else None)


def _put(kind: Any, ref: str, value: dict[str, Any]) -> Change:
    return Change(kind=kind, id=ref, op="put", value=value)


async def _everything(actor: Actor, device_id: UUID) -> list[Change]:
    found: list[Change] = []
    for name, version in forms.on_phones():
        found.extend(await _change(actor, device_id, "form", f"{name}/{version}", "put"))
    officers = await queries.officers_of(actor.officer_id)
    found.extend(
        _put("officer", str(officer.id), msgspec.to_builtins(officer)) for officer in officers
    )
    subjects: dict[UUID, None] = {}
    for inspection_id in await inspection_reads.ids_of_officer(actor.officer_id):
        for change in await _inspection(actor, inspection_id):
            found.append(change)
            subject = (change.value or {}).get("subject", {})
            if change.kind == "decision" and subject.get("subject_id"):
                subjects[UUID(subject["subject_id"])] = None
    for subject_id in subjects:
        found.extend(await _change(actor, device_id, "subject", str(subject_id), "put"))
    receipts = await queries.byte_receipts_of(actor.officer_id)
    found.extend(_byte_receipt(receipt) for receipt in receipts)
    files = await filing.receipts_of(actor.officer_id)
    found.extend(_file_receipt(receipt) for receipt in files)
    blocks = await numbering.open_blocks(device_id, actor.officer_id)
    found.extend(
        _put("number_block", str(block.id), msgspec.to_builtins(block)) for block in blocks
    )
    told = await case_notices.on_phone(actor.officer_id)
    found.extend(_put("notice", value["id"], value) for value in told)
    proposals = await decisions.of_officer(actor.officer_id)
    found.extend(_proposal(one) for one in proposals)
    informations = await from_phones.own(actor)
    found.extend(_information(one) for one in informations)
    others = await notices.told_on_phone(actor.officer_id)
    found.extend(_put("told", value["id"], value) for value in others)
    return found


async def _inspection(actor: Actor, inspection_id: UUID) -> list[Change]:
    try:
        view = await inspections.inspection_view(inspection_id, actor)
    except NotFound:
        return [Change(kind="inspection", id=str(inspection_id), op="remove", value=None)]
    value = msgspec.to_builtins(view)
    decision = value["decision"]
    return [
        _put("decision", decision["decision_id"], decision | {"inspection_id": str(inspection_id)}),
        _put("inspection", str(inspection_id), value),
    ]


async def _change(actor: Actor, device_id: UUID, kind: str, ref: str, op: str) -> list[Change]:
    if op == "remove":
        return [Change(kind=kind, id=ref, op="remove", value=None)]  # type: ignore[arg-type]  # the column's check
    match kind:
        case "inspection" | "decision":
            changes = await _inspection(actor, UUID(ref))
            return [change for change in changes if change.kind == kind or change.op == "remove"]
        case "form":
            name, _, version = ref.partition("/")
            schema = forms.sent(name, int(version))
            value = {"form": name, "version": int(version), "schema": schema}
            return [_put("form", ref, value)]
        case "subject":
            try:
                subject = await parties.get(actor, UUID(ref))
            except NotFound:
                return []
            return [_put("subject", ref, msgspec.to_builtins(subject))]
        case "officer":
            colleagues = await queries.officers_of(actor.officer_id)
            return [
                _put("officer", ref, msgspec.to_builtins(one))
                for one in colleagues
                if str(one.id) == ref
            ]
        case "byte_receipt":
            receipts = await queries.byte_receipts_of(actor.officer_id, UUID(ref))
            return [_byte_receipt(receipt) for receipt in receipts]
        case "file_receipt":
            files = await filing.receipts_of(actor.officer_id, UUID(ref))
            return [_file_receipt(receipt) for receipt in files]
        case "number_block":
            block = await numbering.find_open_block(UUID(ref), device_id, actor.officer_id)
            return [_put("number_block", ref, msgspec.to_builtins(block))] if block else []
        case "proposal" | "information":
            return await _own(actor, kind, ref)
        case "notice" | "told":
            read = case_notices.on_phone if kind == "notice" else notices.told_on_phone
            told = await read(actor.officer_id, UUID(ref))
            gone = Change(kind=kind, id=ref, op="remove", value=None)
            return [_put(kind, ref, value) for value in told] or [gone]
        case _:
            return []


async def _own(actor: Actor, kind: str, ref: str) -> list[Change]:
    """Return what became of something that the officer began; an information out of sight is removed."""
    if kind == "proposal":
        return [_proposal(one) for one in await decisions.of_officer(actor.officer_id, UUID(ref))]
    mine = [one for one in await from_phones.own(actor) if str(one.id) == ref]
    unseen = Change(kind="information", id=ref, op="remove", value=None)
    return [_information(one) for one in mine] or [unseen]


def _proposal(view: ProposalView) -> Change:
    return _put("proposal", str(view.document_id), msgspec.to_builtins(view))


def _information(view: OwnInformation) -> Change:
    return _put("information", str(view.id), msgspec.to_builtins(view))


def _byte_receipt(row: StoredBytes) -> Change:
    value = {
        "photo_id": str(row.photo_id),
        "sha256": row.sha256,
        "size": row.size,
        "stored_at": clock.rfc3339(row.stored_at),
        "key_id": row.receipt_key_id,
        "signature": b64url(row.receipt_signature),
    }
    return _put("byte_receipt", str(row.photo_id), value)


def _file_receipt(receipt: FileReceipt) -> Change:
    return _put("file_receipt", str(receipt.file_id), msgspec.to_builtins(receipt))
