"""Copies for the party: given by its unit with a second code, opened by the holder of that code.

    page = await party_copies.page(code, actor, address)
    handed = await party_copies.give(code, actor, address, asked)   # the second code, shown once
    printed = await party_copies.handout(code, order, actor, address)  # the A4 print, or a narrow slip
    await party_copies.hand_over(code, said, actor, address)  # to whom it went, and how
    opened = await party_copies.open_full(code, second, address)    # the public page
    data, kind, name = await party_copies.fetch(ticket, at, address)

Handing over is no act of the record: it changes nothing in the case (docs/decisions/0025, 0031). Who
gave a code is in the access log; how it was used is in a table of its own, without who used it.
"""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag

from backend.casework.issued_documents import public, public_lookups
from backend.casework.party_copies import handing, papers, prints
from backend.casework.party_copies.handing import hand_over
from backend.casework.party_copies.papers import Held
from backend.casework.party_copies.prints import Printed
from backend.casework.queries import party_copies as queries
from backend.casework.rules import party_copies as rules
from backend.core import access_log, clock, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Conflict, NotAllowed, NotFound
from backend.documents.signing import service as signing
from backend.force.accounts import passwords
from schemas.casework import party_copies as shown
from schemas.core.ids import new_id
from schemas.documents.signatures import PublicDocument

__all__ = [
    "Held",
    "fetch",
    "give",
    "hand_over",
    "handout",
    "may_be_open",
    "open_full",
    "page",
    "page_and_paper",
    "shown_again",
]

_PRINTED_WITHIN = timedelta(minutes=30)
_FETCHED_WITHIN = timedelta(minutes=10)
_HANDED, _OPENED = b"party copy handed", b"party copy opened"


class SecondCodeWrong(NotAllowed):
    """No copy is opened. The answer is the same whatever the reason, also for an unknown paper."""

    code = "second_code_wrong"
    text_vi = (
        "Không mở được bản đầy đủ: mã không đúng, đã hết hạn, hoặc đã bị khóa sau 5 lần nhập sai. Hãy nhập lại từng ký "
        "tự; nếu vẫn không được, hãy đề nghị cơ quan ghi trên văn bản cấp mã mới."
    )
    text_en = (
        "The full copy was not opened: the code is wrong, has expired, or is locked after 5 wrong tries. Type it "
        "again, letter by letter; if that fails, ask the office named on the paper for a new code."
    )


class CopyTicketOver(NotFound):
    """The page was left open for too long, or a newer second code was given."""

    code = "copy_ticket_over"
    text_vi = "Trang này đã hết hạn. Hãy nhập lại mã xem bản đầy đủ."
    text_en = "This page has expired. Enter the code for the full copy again."


class PrintOver(NotFound):
    """The second code is shown once: later there is nothing to print it from."""

    code = "copy_print_over"
    text_vi = "Trang in này đã hết hạn. Hãy cấp mã mới rồi in; mã trước hết giá trị."
    text_en = "This print has expired. Give a new code and print that; the one before becomes void."


class CopyInUse(Conflict):
    """A new code would void one that the officer did not agree to void."""

    code = "copy_in_use"
    text_vi = (
        "Văn bản này đang có mã dùng được mà bạn chưa đồng ý thay. Chưa cấp mã nào: hãy xem lại các mã đã cấp, rồi xác "
        "nhận thay mã đó."
    )
    text_en = (
        "This paper has a code in use that you did not agree to replace. No code was given: look at the codes again, "
        "then confirm that a new one takes its place."
    )


class _Ticket(msgspec.Struct, frozen=True):
    copy_id: UUID
    until: datetime
    officer_id: UUID | None = None
    second_code: str = ""


async def page(code: str, actor: Actor, address: str | None) -> shown.CopiesPage:
    """Return a paper in sight with the codes that were given for it; logs the access. Raises NotFound."""
    return (await page_and_paper(code, actor, address))[0]


async def page_and_paper(
    code: str, actor: Actor, address: str | None
) -> tuple[shown.CopiesPage, Held]:
    """Return the page, and which paper it is about, for the way back to it. Raises NotFound."""
    held, document = await handing.in_sight(code, actor)
    async with transaction():
        await access_log.record(actor, "copy.page", held.record_id, address=address)
    found = shown.CopiesPage(
        document=document,
        copies=[await _given(one) for one in await queries.of_paper(held.code)],
        handovers=await handing.of_paper(held.code),
        may_give=rules.gives(actor) and rules.is_open(document.state, document.form),
    )
    return found, held


async def give(
    code: str, actor: Actor, address: str | None, asked: shown.AskCopy
) -> shown.CopyHanded:
    """Give a new second code; the one before is void at once. Not inside a transaction.

    A request voids only the code that it names, which its officer saw, or that it asked for itself:
    the answer to a request that a phone sends again was lost, so nobody saw that code.
    Raises NotFound, NotAllowed, CopyInUse.
    """
    held, document = await handing.in_sight(code, actor)
    if not rules.gives(actor) or not rules.is_open(document.state, document.form):
        raise NotAllowed
    second, copy_id, now = rules.new_secret(), new_id(), clock.now()
    hashed, expires = await passwords.make_hash(second), rules.expires(now)
    async with transaction():
        await queries.lock(held.code)
        there = await queries.in_use(held.code, rules.TRIES)
        if there is not None and there.id != asked.replaces and there.asked != asked.id:
            raise CopyInUse
        await queries.give(
            copy_id, held.code, held.record_id, hashed, actor.officer_id, expires, asked.id
        )
        await access_log.record(actor, "copy.given", held.record_id, address=address)
    ticket = _Ticket(copy_id, now + _PRINTED_WITHIN, actor.officer_id, second)
    return shown.CopyHanded(
        id=copy_id,
        document=document,
        second_code=second,
        expires_at=expires,
        ticket=_seal(ticket, _HANDED),
        qr=prints.qr_text(document),
    )


async def handout(code: str, order: shown.PrintCopy, actor: Actor, address: str | None) -> Printed:
    """Return a print for the party that bears the second code: A4 with all pages, or a narrow slip.

    Only to the officer who gave that code, within half an hour. Not inside a transaction.
    Raises NotFound, PrintOver, Unavailable, PaperTooLong.
    """
    held, document = await handing.in_sight(code, actor)
    ticket = await _handed(held, order.ticket, actor)
    async with transaction():
        await access_log.record(actor, "copy.printed", held.record_id, address=address)
    said = prints.Said(
        document=document,
        second_code=ticket.second_code,
        giver=actor.full_name,
        now=clock.now(),
        appointment=order.appointment,
    )
    if order.layout == "a4":
        return await prints.a4(said, held)
    return await prints.slip(said, order.layout)


async def shown_again(code: str, sealed: str, actor: Actor) -> shown.CopyHanded:
    """Return a code just given to the officer who gave it: a form of its page came back with a fault.

    Raises NotFound, PrintOver.
    """
    held, document = await handing.in_sight(code, actor)
    ticket = await _handed(held, sealed, actor)
    return shown.CopyHanded(
        id=ticket.copy_id,
        document=document,
        second_code=ticket.second_code,
        expires_at=rules.expires(ticket.until - _PRINTED_WITHIN),
        ticket=sealed,
        qr=prints.qr_text(document),
    )


async def open_full(typed: str, typed_second: str, address: str) -> shown.CopyOpened:
    """Return what belongs to the full copy, to the holder of both codes. Not inside a transaction.

    A try is counted before it is compared, and a right one is given back. Every failure takes the
    same work and gets the same answer. Raises SecondCodeWrong, TooManyLookups.
    """
    await public_lookups.admit(address)
    code = signing.read_code(typed) or "-"
    tried = await queries.take_try(code, rules.TRIES)
    stored = tried.secret_hash if tried else None
    right = await passwords.verify(stored, rules.read_secret(typed_second))
    if tried is None or not right:
        if tried is not None:
            await queries.used(tried.id, "wrong")
        raise SecondCodeWrong
    await queries.give_back(tried.id)
    held, document = await _shown_to_holder(code)
    await queries.used(tried.id, "opened")
    ticket = _Ticket(tried.id, clock.now() + _FETCHED_WITHIN)
    return shown.CopyOpened(
        document=document,
        files=[one.shown for one in await papers.files(held)],
        ticket=_seal(ticket, _OPENED),
    )


async def fetch(sealed: str, at: int, address: str) -> tuple[bytes, str, str]:
    """Return a file of a copy that was opened just before: bytes, media type, name.

    Not inside a transaction. Raises CopyTicketOver, NotFound, TooManyLookups, Unavailable.
    """
    await public_lookups.admit(address)
    ticket = _unseal(sealed, _OPENED)
    if ticket is None or not await queries.is_open(ticket.copy_id):
        raise CopyTicketOver
    code = await queries.code_of(ticket.copy_id)
    held, document = await _shown_to_holder(code or "-")
    files = await papers.files(held)
    if not 0 <= at < len(files):
        raise NotFound(what="file")
    data = await papers.read(held, files[at], document)
    await queries.used(ticket.copy_id, "file", files[at].shown.name)
    return data, files[at].media_type, files[at].shown.name


def may_be_open(document: PublicDocument) -> bool:
    """Tell whether a paper in this state has a full copy, whether or not anybody holds a code for it."""
    return rules.is_open(document.state, document.form)


async def _handed(held: Held, sealed: str, actor: Actor) -> _Ticket:
    """Return what was given with this ticket, to the officer who gave it, while it is in use. Raises PrintOver."""
    ticket = _unseal(sealed, _HANDED)
    if ticket is None or ticket.officer_id != actor.officer_id:
        raise PrintOver
    if await queries.code_of(ticket.copy_id) != held.code:
        raise PrintOver
    if not await queries.is_open(ticket.copy_id):
        raise PrintOver
    return ticket


async def _shown_to_holder(code: str) -> tuple[Held, PublicDocument]:
    held = await papers.find(code)
    if held is None:
        raise SecondCodeWrong
    document = await public.look(code)
    if not rules.is_open(document.state, document.form):
        raise SecondCodeWrong
    return held, document


async def _given(row: queries.CopyRow) -> shown.CopyGiven:
    state: shown.CopyState = "open"
    if row.ended_at is not None:
        state = "ended"
    elif row.expires_at <= clock.now():
        state = "expired"
    elif row.wrong_tries >= rules.TRIES:
        state = "locked"
    return shown.CopyGiven(
        id=row.id,
        given_by_name=row.given_by_name,
        given_at=row.given_at,
        expires_at=row.expires_at,
        state=state,
        wrong_tries=row.wrong_tries,
        uses=[
            msgspec.convert(
                {"what": one.what, "file_name": one.file_name, "at": one.at}, shown.CopyUse
            )
            for one in await queries.uses(row.id)
        ],
    )


def _seal(ticket: _Ticket, what: bytes) -> str:
    return keys.b64url(keys.current().seal(msgspec.json.encode(ticket), what))


def _unseal(sealed: str, what: bytes) -> _Ticket | None:
    try:
        plain = keys.current().unseal(keys.unb64url(sealed[:2000]), what)
        ticket = msgspec.json.decode(plain, type=_Ticket)
    except (InvalidTag, ValueError, msgspec.DecodeError):
        return None
    return ticket if clock.now() < ticket.until else None
