"""The register of outgoing papers (sổ đăng ký văn bản đi): what was signed, and how it was dispatched.

It is read from the papers themselves and from `document.dispatched` and `paper.dispatched` (Decree
30/2020 Arts 17 to 19): papers of cases, and decisions about inspections.
"""

from collections.abc import AsyncIterator
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.casework.queries import dispatches as queries
from backend.casework.queries.dispatches import OutgoingRow
from backend.casework.queries.teams import CASE_TEAMS
from backend.core import access_log, clock, keyset, local_time, scope, spreadsheets
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.documents import service as documents
from backend.force.accounts import service as accounts
from backend.force.units import service as units
from backend.force.units.service import UnitView
from backend.law import form_facts
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

WHICH = ("all", "waiting", "sent")
_PAGE = 100
_READERS = (Role.CLERK, *scope.READS_UNIT)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the register, as Decree 30/2020 Appendix IV has its columns."""

    id: UUID
    case_id: UUID | None
    """None for a paper about an inspection decision."""
    inspection_id: UUID | None
    record_number: str
    """Of the case, or of the inspection decision that the paper is or changes."""
    number: str
    issued_on: date
    title: Text
    party_name: str | None
    signer: str
    state: str
    sent_on: date | None
    manner: str | None
    recipients: list[str]
    copies: int | None
    note: str | None
    times: int
    """How often it was dispatched; the last time is shown."""


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a unit's register, the latest first. `next` is the cursor of the next page."""

    unit: UnitView
    units: list[UnitView]
    year: int
    rows: list[Line]
    next: str | None


async def seen(
    actor: Actor,
    unit_id: UUID,
    year: int | None,
    which: str,
    words: str,
    cursor: str | None,
    address: str | None = None,
) -> Outgoing:
    """Return lines of a unit in sight; records what was searched for.

    Raises NotAllowed, NotFound, Invalid for a strange cursor.
    """
    unit, mine = await _unit(actor, unit_id)
    await access_log.record_search(actor, "outgoing.searched", {"words": words.strip()}, address)
    of = year or local_time.year_of(clock.now())
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    rows = await queries.outgoing(
        actor,
        unit_id,
        (date(of, 1, 1), date(of, 12, 31)),
        of_units=form_facts.numbered_by_units(),
        which=which if which in WHICH else "all",
        words=words.strip()[:100],
        after=after,
        limit=_PAGE + 1,
    )
    last = rows[_PAGE - 1] if len(rows) > _PAGE else None
    return Outgoing(
        unit=unit,
        units=mine,
        year=of,
        rows=[_line(row) for row in rows[:_PAGE]],
        next=keyset.write(last.issued_at, last.id) if last else None,
    )


async def _unit(actor: Actor, unit_id: UUID) -> tuple[UnitView, list[UnitView]]:
    """Return a unit in sight, and all of them. Raises NotAllowed, NotFound."""
    if not actor.has(*_READERS) or not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    mine = await units.covered(actor)
    unit = next((one for one in mine if one.id == unit_id), None)
    if unit is None:
        raise NotFound(what="unit")
    return unit, mine


HEADINGS = (
    *("Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản"),
    *("Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản"),
    *("Ngày gửi", "Cách gửi", "Tình trạng", "Ghi chú"),
)
"""As Decree 30/2020 Appendix IV has the register; day and manner of the dispatch and the state are ours."""
_MANNERS = {"direct": "trực tiếp", "post": "bưu chính", "electronic": "điện tử"}
_STATES = {"replaced": "đã thay thế", "cancelled": "đã hủy bỏ"}


async def exported(
    actor: Actor,
    unit_id: UUID,
    days: tuple[date, date],
    kind: spreadsheets.Kind,
    address: str | None,
    confirmed_until: datetime | None,
) -> tuple[AsyncIterator[bytes], str]:
    """Return the register of these days as a table, and a file name; logs the access.

    It is read page by page while it is sent, as far as the actor sees the cases. Raises NotAllowed,
    NotFound, TooManyRows, and ConfirmationNeeded for more than 100 rows.
    """
    unit, _ = await _unit(actor, unit_id)
    of_units, most = form_facts.numbered_by_units(), spreadsheets.MOST_ROWS + 1
    rows = await queries.count_outgoing(actor, unit_id, days, of_units=of_units, most=most)
    spreadsheets.require_room(rows)
    accounts.require_for_rows(actor, confirmed_until, rows)
    async with transaction():
        said = {"unit_id": str(unit_id), "since": str(days[0]), "until": str(days[1])}
        await access_log.record(actor, "register.outgoing", unit_id, address=address, detail=said)
    name = f"so-van-ban-di {unit.code} {days[0]:%Y%m%d}-{days[1]:%Y%m%d}.{kind}"
    return spreadsheets.written(kind, HEADINGS, _pages(actor, unit_id, days)), name


async def _pages(
    actor: Actor, unit_id: UUID, days: tuple[date, date]
) -> AsyncIterator[list[spreadsheets.Row]]:
    after: tuple[datetime, UUID] | None = None
    of_units = form_facts.numbered_by_units()
    while True:
        rows = await queries.outgoing(
            actor,
            unit_id,
            days,
            of_units=of_units,
            which="all",
            words="",
            after=after,
            limit=_PAGE,
            oldest_first=True,
        )
        yield [_cells(_line(row)) for row in rows]
        if len(rows) < _PAGE:
            return
        after = rows[-1].issued_at, rows[-1].id


def _cells(line: Line) -> spreadsheets.Row:
    abstract = ": ".join(one for one in (line.title.vi, line.party_name) if one)
    return (
        *(line.number, line.issued_on, abstract, line.signer, "; ".join(line.recipients)),
        *(_kept_in(line), line.copies, line.sent_on),
        *(_MANNERS.get(line.manner or "", ""), _STATES.get(line.state, "")),
        line.note,
    )


def _kept_in(line: Line) -> str:
    what = "Hồ sơ" if line.case_id else "Hồ sơ kiểm tra theo Quyết định số"
    return f"{what} {line.record_number}"


def _line(row: OutgoingRow) -> Line:
    title = documents.get_form(row.form, row.form_version)["x-title"]
    return Line(
        id=row.id,
        case_id=row.case_id,
        inspection_id=row.inspection_id,
        record_number=row.record_number,
        number=row.number,
        issued_on=row.issued_on,
        title=Text(vi=title["vi"], en=title["en"]),
        party_name=row.party_name,
        signer=" ".join(one for one in (row.issuer_title, row.issuer_name) if one),
        state=row.state,
        sent_on=row.sent_on,
        manner=row.manner,
        recipients=[one.strip() for one in (row.recipients or "").splitlines() if one.strip()],
        copies=row.copies,
        note=row.note,
        times=row.times,
    )
