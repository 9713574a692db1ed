"""Numbers reserved for a paper while it is signed outside of any transaction (docs/decisions/0014).

A reserved number is no act: nobody outside sees it. It becomes one when its paper is issued, or it
is voided by an act that says why (`document.number_voided`, `document.discarded`). Callers hold the
lock of the paper's case, so that no two of them reserve, use or void concurrently for one paper.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import clock, local_time
from backend.core.errors import Conflict
from backend.force.queries import numbers as queries
from backend.force.rules import numbers as rules
from backend.force.rules.numbers import Issuer, Number


class NumberNotHeld(Conflict):
    """The reserved number was voided meanwhile, or its year ended."""

    code = "number_not_held"
    text_vi = (
        "Số giữ cho văn bản không còn dùng được (đã hủy, hoặc đã sang năm mới). Hãy ký lại: hệ thống "
        "sẽ lấy số khác."
    )
    text_en = (
        "The number kept for this paper can no longer be used (voided, or a new year has begun). Sign "
        "again: it gets another."
    )


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is reserved for a paper. Times are UTC."""

    number: Number
    fields_hash: str
    reserved_by: UUID
    reserved_at: datetime
    tried_at: datetime
    """When somebody last began to sign the paper under this number."""


async def held(document_id: UUID) -> Held | None:
    """Return the number that is reserved for a paper, with its row locked; None if none is."""
    return _held(await queries.reserved_for(document_id))


async def seen(document_id: UUID) -> Held | None:
    """Return the number that is reserved for a paper at this moment, for a page; None if none is."""
    return _held(await queries.reserved_now(document_id))


def _held(row: queries.Reserved | None) -> Held | None:
    if row is None:
        return None
    return Held(
        number=Number(
            issuer=Issuer(kind=row.issuer_kind, id=row.issuer_id),
            form=row.form,
            year=row.year,
            number=row.number,
        ),
        fields_hash=row.fields_hash,
        reserved_by=row.reserved_by,
        reserved_at=row.reserved_at,
        tried_at=row.changed_at,
    )


async def reserve(
    issuer: Issuer, form: str, year: int, document_id: UUID, fields_hash: str, by: UUID
) -> Number:
    """Reserve the next number for a paper with this content, or return the one it has reserved.

    The sequence's row is locked until the caller's transaction ends; that transaction makes no
    calls outside. Raises Conflict if the paper has a number, NumberNotHeld if another one is
    reserved for it: void that first.
    """
    if await queries.of_document(document_id):
        why = rules.fault("document_numbered")
        raise Conflict(code=why.code, text=why.text)
    now = clock.now()
    if there := await held(document_id):
        if rules.unfit(there.number, there.fields_hash, issuer, form, year, fields_hash):
            raise NumberNotHeld
        await queries.touch(document_id, now)
        return there.number
    number = await queries.reserve(issuer, form, year, document_id, fields_hash, by, now)
    return Number(issuer=issuer, form=form, year=year, number=number)


async def use_held(number: Number, document_id: UUID, fields_hash: str) -> None:
    """Enter a reserved number as the paper's.

    Raises NumberNotHeld if the reserved number is another, or its year is over.
    """
    there = await held(document_id)
    year = local_time.year_of(clock.now())
    if there is None or (there.number, there.fields_hash) != (number, fields_hash):
        raise NumberNotHeld
    if number.year != year:
        raise NumberNotHeld
    await queries.set_used(
        number.issuer, number.form, number.year, number.number, document_id, None
    )


async def void_held(
    document_id: UUID, reason: str, act_id: UUID, sequence: str | None = None
) -> None:
    """Void what is reserved for a paper, if anything. Called by the fold of the act saying so.

    With a sequence, only a number of that register: a phone may have chosen another paper's id.
    """
    there = await held(document_id)
    if there is not None and sequence in (None, there.number.form):
        one = there.number
        await queries.set_void(one.issuer, one.form, one.year, one.number, reason, act_id)


async def void_used(
    document_id: UUID, reason: str, act_id: UUID, sequence: str | None = None
) -> None:
    """Void the number of a paper that was printed for signing by hand and then given up.

    Called by the fold. `sequence` as for void_held().
    """
    row = await queries.of_document(document_id)
    if row is not None and sequence in (None, row.form):
        one = Issuer(kind=row.issuer_kind, id=row.issuer_id)
        await queries.set_void(one, row.form, row.year, row.number, reason, act_id)


async def papers_of_past_years(now: datetime, limit: int = 100) -> list[UUID]:
    """List papers that still wait with a number of a year that is over in Vietnam."""
    return await queries.papers_of_past_years(local_time.year_of(now), limit)
