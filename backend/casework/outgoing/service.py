"""The register of outgoing papers (sổ đăng ký văn bản đi): what was signed, and how it was dispatched.

It is read from the papers themselves and from `document.dispatched` (Decree 30/2020 Arts 17 to 19).
"""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.casework.queries import dispatches as queries
from backend.casework.queries.dispatches import OutgoingRow
from backend.casework.queries.teams import CASE_TEAMS
from backend.core import clock, keyset, local_time, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.documents import service as documents
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
    case_id: UUID
    case_number: str
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
    actor: Actor, unit_id: UUID, year: int | None, which: str, words: str, cursor: str | None
) -> Outgoing:
    """Return lines of a unit in sight. Raises NotAllowed, NotFound, Invalid for a strange cursor."""
    if not actor.has(*_READERS) or not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    mine = await units.covered(actor)
    unit = next((one for one in mine if one.id == unit_id), None)
    if unit is None:
        raise NotFound(what="unit")
    of = year or local_time.year_of(clock.now())
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    rows = await queries.outgoing(
        actor,
        unit_id,
        of,
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


def _line(row: OutgoingRow) -> Line:
    title = documents.get_form(row.form, row.form_version)["x-title"]
    return Line(
        id=row.id,
        case_id=row.case_id,
        case_number=row.case_number,
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
