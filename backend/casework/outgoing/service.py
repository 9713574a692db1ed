"""The register of outgoing papers (sổ đăng ký văn bản đi): what was signed, and how it was dispatched.

It is read from the papers themselves and from `document.dispatched` and `paper.dispatched` (Decree
30/2020 Arts 17 to 19): papers of cases, and decisions about inspections.
"""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.casework.queries import dispatches as queries
from backend.casework.queries.dispatches import OutgoingRow
from backend.casework.queries.teams import CASE_TEAMS
from backend.core import access_log, clock, keyset, local_time, scope
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


def sends(actor: Actor) -> bool:
    """Tell whether this reader may dispatch papers: clerks and heads. Legal officers and auditors read the register."""
    return actor.has(Role.CLERK, Role.SUPERVISOR, Role.TEAM_LEADER)


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
    unit, mine = await in_sight(actor, unit_id)
    await access_log.record_search(actor, "outgoing.searched", {"words": words.strip()}, address)
    of = year or local_time.year_of(clock.now())
    days = date(of, 1, 1), date(of, 12, 31)
    rows, following = await listing(actor, unit_id, days, which, words, cursor)
    return Outgoing(unit=unit, units=mine, year=of, rows=rows, next=following)


async def listing(
    actor: Actor,
    unit_id: UUID,
    days: tuple[date, date],
    which: str,
    words: str,
    cursor: str | None,
    limit: int = _PAGE,
    *,
    oldest_first: bool = False,
) -> tuple[list[Line], str | None]:
    """Return lines of a unit's register, signed on these days, and the next page's cursor. Nothing is recorded.

    The caller has asked in_sight(). Raises Invalid for a strange cursor.
    """
    rows = await queries.outgoing(
        actor,
        unit_id,
        days,
        of_units=form_facts.numbered_by_units(),
        which=which if which in WHICH else "all",
        words=words.strip()[:100],
        after=keyset.read(cursor, datetime, UUID) if cursor else None,
        limit=limit + 1,
        oldest_first=oldest_first,
    )
    last = rows[limit - 1] if len(rows) > limit else None
    following = keyset.write(last.issued_at, last.id) if last else None
    return [_line(row) for row in rows[:limit]], following


async def in_sight(actor: Actor, unit_id: UUID) -> tuple[UnitView, list[UnitView]]:
    """Return a unit in sight, and all of them. Raises NotAllowed, NotFound."""
    if not actor.has(*_READERS) or not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    mine = await units.covered_or_ended(actor)
    unit = next((one for one in mine if one.id == unit_id), None)
    if unit is None:
        raise NotFound(what="unit")
    return unit, mine


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
