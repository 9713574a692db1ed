"""Numbers of papers: taken in the paper's transaction, voided with a reason, lent in blocks.

All functions join the caller's transaction and are rolled back with it. A number is taken only if
its paper is stored. Numbers reserved for a paper that is being signed are in reserving.py. To take
several numbers in one transaction, take them in the order of their forms, so that two such
transactions never deadlock.
"""

from datetime import datetime
from uuid import UUID

from backend.core import change_feed, clock
from backend.core.actors import Actor
from backend.core.errors import Conflict, Invalid, NotAllowed, NotFound
from backend.force.numbers import skipping
from backend.force.numbers.reserving import Held as Held
from backend.force.numbers.reserving import NumberNotHeld as NumberNotHeld
from backend.force.numbers.reserving import held as held
from backend.force.numbers.reserving import papers_of_past_years as papers_of_past_years
from backend.force.numbers.reserving import reserve as reserve
from backend.force.numbers.reserving import seen as seen
from backend.force.numbers.reserving import use_held as use_held
from backend.force.numbers.reserving import void_held as void_held
from backend.force.numbers.reserving import void_used as void_used
from backend.force.numbers.skipping import MOST_SKIPPED as MOST_SKIPPED
from backend.force.numbers.skipping import Jump as Jump
from backend.force.numbers.skipping import again_fault as again_fault
from backend.force.numbers.skipping import enter_again as enter_again
from backend.force.numbers.skipping import jump_after as jump_after
from backend.force.numbers.skipping import skip as skip
from backend.force.queries import numbers as queries
from backend.force.queries import skipped_numbers as skip_queries
from backend.force.queries import unit_numbers as unit_queries
from backend.force.rules import numbers as rules
from backend.force.rules.numbers import Issuer as Issuer
from backend.force.rules.numbers import Number as Number
from backend.force.rules.numbers import NumberFault as NumberFault
from backend.force.rules.numbers import fault as fault
from backend.force.rules.numbers import in_officer_text as in_officer_text
from backend.force.rules.numbers import in_unit_text as in_unit_text
from backend.force.rules.numbers import officer_number_text as officer_number_text
from backend.force.rules.numbers import unfit as unfit
from backend.force.rules.numbers import unit_number_text as unit_number_text
from backend.law import form_facts
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force.numbers import NumberBlock


async def unit_of(document_id: UUID) -> UUID | None:
    """Return the unit from whose register a paper has its number; None if it is an officer's."""
    borne = await queries.of_document(document_id)
    return borne.issuer_id if borne and borne.issuer_kind == "unit" else None


class NumberFormUnknown(Invalid):
    """Numbers of this form are not lent to phones."""

    code = "number_form_unknown"
    text_vi = "Biểu mẫu này không cấp dải số cho điện thoại. Hãy lấy số tại bàn làm việc."
    text_en = "Numbers of this form are not lent to phones. Take one at the desk."


class NumberYearWrong(Invalid):
    """The year is neither the present one, nor the next one shortly before it begins."""

    code = "number_year_wrong"
    text_vi = "Chỉ cấp số của năm hiện tại; số của năm sau cấp từ ngày 17 tháng 12. Hãy bật giờ tự động rồi thử lại."
    text_en = "Numbers are lent for the present year; for the next from 17 December on. Set the clock to automatic."


class OfficerNumberMissing(Conflict):
    """The officer has no officer number, which their papers would have to bear."""

    code = "officer_number_missing"
    text_vi = "Bạn chưa có số hiệu công chức trong hệ thống. Hãy báo quản trị ghi số hiệu."
    text_en = "You have no officer number on record. Ask an administrator to enter it."


class NumberNotVoidable(Conflict):
    """The number is void for another reason already, or was never given."""

    code = "number_not_voidable"
    text_vi = "Không hủy được số này: chưa cấp, hoặc đã hủy với lý do khác. Hãy xem lại sổ số."
    text_en = "This number cannot be voided: never given, or void already for another reason. Look at the register."


async def take(issuer: Issuer, form: str, year: int, document_id: UUID) -> Number:
    """Give a paper the next number of its issuer, form and Vietnamese year, unless it has one.

    The row lock is held until the caller's transaction ends. The next paper waits, and gets this
    very number if the transaction is rolled back. Raises Conflict if the paper has a number of
    another issuer, form or year.
    """
    if row := await queries.of_document(document_id):
        return _same(row, issuer, form, year)
    number = await queries.take(issuer, form, year, document_id)
    return Number(issuer=issuer, form=form, year=year, number=number)


def _same(row: queries.Borne, issuer: Issuer, form: str, year: int) -> Number:
    bears = (row.issuer_kind, row.issuer_id, row.form, row.year)
    if bears != (issuer.kind, issuer.id, form, year):
        why = rules.fault("document_numbered")
        raise Conflict(code=why.code, text=why.text)
    return Number(issuer=issuer, form=form, year=year, number=row.number)


async def void(
    issuer: Issuer, form: str, year: int, number: int, reason: str, act_id: UUID | None = None
) -> None:
    """Void a number, used or lent, for good. A repeat with the same reason has no effect.

    Raises NumberNotVoidable.
    """
    row = await queries.lock_number(issuer, form, year, number)
    if row is None or (row.state == "void" and row.reason != reason):
        raise NumberNotVoidable(number=number)
    if row.state != "void":
        await queries.set_void(issuer, form, year, number, reason, act_id)
        if row.block_id is not None and row.officer_id is not None:
            await change_feed.tell([row.officer_id], "number_block", str(row.block_id))


async def reserve_block(
    officer_id: UUID, device_id: UUID, form: str, year: int, size: int = rules.BLOCK_SIZE
) -> NumberBlock:
    """Lend a phone the officer's next numbers.

    If an open block still has half of `size` unused, return that block again.
    """
    issuer = Issuer(kind="officer", id=officer_id)
    await queries.lock_sequence(issuer, form, year)
    for row in await queries.open_blocks(device_id, officer_id, form, year):
        unused = row.last - row.first + 1 - len(row.used)
        if 2 * unused >= size:
            return _block(row)
    block_id = new_id()
    await queries.insert_block(block_id, officer_id, device_id, form, year, size)
    await change_feed.tell([officer_id], "number_block", str(block_id))
    lent = await queries.find_block(block_id)
    if lent is None:
        raise LookupError(f"no block {block_id}")
    return _block(lent)


async def reserve_for_phone(
    actor: Actor, officer_number: str | None, form: str, year: int
) -> NumberBlock:
    """Answer a phone's request for numbers of a form that is signed on the spot.

    Raises NotAllowed, NumberFormUnknown, NumberYearWrong, OfficerNumberMissing.
    """
    if actor.device_id is None or not actor.has(Role.INSPECTOR, Role.TEAM_LEADER):
        raise NotAllowed
    if form not in form_facts.numbered_by_phone():
        raise NumberFormUnknown(form=form)
    if not rules.may_reserve(year, clock.now()):
        raise NumberYearWrong(year=year)
    if not officer_number:
        raise OfficerNumberMissing
    return await reserve_block(actor.officer_id, actor.device_id, form, year)


async def use_reserved(
    officer_id: UUID,
    device_id: UUID,
    form: str,
    year: int,
    number: int,
    document_id: UUID,
    *,
    given_at: datetime | None = None,
    signed_through: datetime | None = None,
    act_id: UUID | None = None,
) -> NumberFault | None:
    """Enter a number that a phone gave to a paper.

    Returns a fault, and enters nothing, if it cannot be.

    `given_at` is when the phone gave it and `signed_through` the last signature before, both by the
    phone's clock: a number comes after all signatures (Circular 22/2021 Art 6.4). Repeating it for
    the same paper has no effect.
    """
    issuer = Issuer(kind="officer", id=officer_id)
    await queries.lock_block_of(officer_id, form, year, number)
    row = await queries.lock_number(issuer, form, year, number)
    if row is None:
        return await skipping.enter(
            officer_id,
            form,
            year,
            number,
            document_id,
            given_at=given_at,
            signed_through=signed_through,
            act_id=act_id,
        )
    jumped_over = row.block_id is None and await skip_queries.is_skipped(issuer, form, year, number)
    if row.device_id != device_id and not jumped_over:
        return rules.fault("number_not_lent")
    # At the desk somebody began to enter this paper again and gave up: the phone's paper is the one
    # that people hold.
    once_more = jumped_over and skipping.given_up(row)
    if why := rules.holds(
        state="reserved" if once_more else row.state,
        by_closing=row.by_closing,
        document_id=row.document_id,
        wanted_by=document_id,
        given_at=given_at,
        signed_through=signed_through,
    ):
        return why
    if row.state == "used":
        return None
    if await queries.of_document(document_id):
        return rules.fault("document_numbered")
    await queries.set_used(issuer, form, year, number, document_id, act_id)
    if row.block_id is not None:
        await change_feed.tell([officer_id], "number_block", str(row.block_id))
    return None


async def close_block(block_id: UUID, reason: str, act_id: UUID, at: datetime) -> None:
    """Close a block and void its unused numbers for this reason. Closing it again has no effect.

    Raises NotFound. Only the fold of `numbers.voided` calls this, so that the ledger says which
    numbers were voided, and why.
    """
    row = await queries.find_block(block_id)
    if row is None:
        raise NotFound(what="number_block")
    if row.closed_at is None:
        await queries.close_block(block_id, reason, act_id, at)
        await change_feed.tell([row.officer_id], "number_block", str(block_id), "remove")


async def is_void(document_id: UUID) -> bool:
    """Tell whether the number of a paper is void.

    One that was reserved for it before and voided is not the number that it bears.
    """
    return await queries.is_void(document_id)


async def open_blocks(device_id: UUID, officer_id: UUID | None = None) -> list[NumberBlock]:
    """Return the open blocks of a phone, of one officer or of all who use it."""
    return [_block(row) for row in await queries.open_blocks(device_id, officer_id)]


async def blocks_of_device(device_id: UUID) -> list[tuple[UUID, NumberBlock]]:
    """Lock and return the open blocks of a phone with their officers, so that no number is used."""
    await queries.lock_open_blocks(device_id)
    return [(row.officer_id, _block(row)) for row in await queries.open_blocks(device_id)]


async def find_open_block(
    block_id: UUID, device_id: UUID, officer_id: UUID | None = None
) -> NumberBlock | None:
    """Return an open block of this phone and officer, or None."""
    found = await open_blocks(device_id, officer_id)
    return next((block for block in found if block.id == block_id), None)


async def devices_with_past_years(now: datetime, limit: int = 100) -> list[UUID]:
    """List phones with open blocks of years that are over."""
    return await queries.devices_with_blocks_before(rules.open_from(now), limit)


def is_over(block: NumberBlock, now: datetime) -> bool:
    """Tell whether a block's year is over, including the time for late papers."""
    return block.year < rules.open_from(now)


async def missing_numbers(issuer: Issuer, form: str, year: int) -> list[int]:
    """Return numbers that are neither used, void nor lent, though later ones are.

    Any such number is an error.
    """
    numbers = await queries.numbers_of(issuer, form, year)
    last = await queries.last_number(issuer, form, year)
    skipped = await skip_queries.skipped(issuer, form, year)
    of = unit_queries.opening if issuer.kind == "unit" else unit_queries.officer_opening
    before = await of(issuer.id, form, year)
    skipped += [(1, before)] if before else []  # given on paper before the issuer worked here
    return rules.gaps(numbers, last, skipped)


def _block(row: queries.BlockRow) -> NumberBlock:
    return NumberBlock(
        id=row.id,
        form=row.form,
        year=row.year,
        first=row.first,
        last=row.last,
        used=row.used,
    )
