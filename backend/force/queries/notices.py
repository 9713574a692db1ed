"""Queries of notices: to whom, each once, what was read, what is settled."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from piccolo.query import Update
from piccolo.querystring import QueryString

from backend.core import compiled, database, rows
from backend.core.actors import UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import written
from backend.core.scope import READS_UNIT
from backend.force.tables.notices import Notice
from backend.force.tables.officers import OfficerRole
from schemas.core.vocabulary import Role
from schemas.force.notices import NoticeKind

TO_SIGN = "decision.proposed"
"""The sentence of a decision that waits for its reader's signature: phones show it until it is answered."""


_PLAIN = """'ask', 'person', 'refusals', 'enrolled', 'device', 'device_waits', 'absence', 'route', 'export', 'message',
    'machine', 'restructuring', 'likeness'"""
"""Kinds of notices that say nothing of an inspection, a case, a party or information."""
_OF_PAPERS = ("case", "deadline", "document", "decision", "record_paper", "submission", "plan")
READERS: Final[Mapping[tuple[str, ...], tuple[Role, ...]]] = {
    _OF_PAPERS: (*READS_UNIT, Role.CLERK),
    ("inspection", "draft"): READS_UNIT,
    ("information",): (Role.SUPERVISOR, Role.AUDITOR, Role.TEAM_LEADER),
    ("exception",): (Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL),
    ("report",): (Role.INSPECTOR, *READS_UNIT, Role.CLERK),
    ("sample",): (Role.SUPERVISOR, Role.AUDITOR),
    ("party_merge",): (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR),
}
"""Who reads the records of a unit to which notices of these kinds lead, as backend/core/scope.py has it."""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{one}'" for one in names)


def readable(alias: str) -> str:
    """Return SQL that tells whether a notice says no more than its reader's office of today lets them know.

    Who administers alone reads no content but the law's, also not what came under another role. What came to an office
    left since is read if today's roles, in a unit that covers the former one, read such records, or if the reader
    works on the record. Nothing is deleted: with the office the notices are there again.

    The database keeps the answer in `hidden` (migration 0527), as a list would look at every notice that it does not
    show. This is the rule for `verify`, which compares.
    """
    reads = " OR ".join(
        f"({alias}.kind IN ({_listed(kinds)}) AND r.role IN ({_listed(roles)}))"
        for kinds, roles in READERS.items()
    )
    return f"""({alias}.kind IN ({_PLAIN}) OR (EXISTS (SELECT FROM officer_roles r
        WHERE r.officer_id = {alias}.officer_id AND r.role <> 'administrator') AND NOT EXISTS (
            SELECT FROM (SELECT f.unit_id FROM former_offices f WHERE f.officer_id = {alias}.officer_id
                AND f.until > {alias}.at ORDER BY f.until LIMIT 1) f
            JOIN units u ON u.id = f.unit_id JOIN officers o ON o.id = {alias}.officer_id
            WHERE NOT ((o.unit_id IN (u.unit_1, u.unit_2, u.unit_3, u.unit_4)) IS TRUE
                AND EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = {alias}.officer_id AND ({reads})))
            AND NOT works_on({alias}.officer_id, {alias}.record_id)))
        OR ({alias}.kind = 'submission' AND about_the_law({alias}.record_id)))"""


_IN_SIGHT = Notice.hidden.eq(False)
_WAITS = (Notice.kind == "draft") | (Notice.text_key == TO_SIGN)
"""What phones show until somebody answered, read or not."""


def unread(officer: str) -> str:
    """Return SQL that counts the unread notices in sight of an officer under this alias, as each page shows them."""
    return f"""(SELECT count(*) FROM notices n WHERE n.officer_id = {officer}.id AND NOT n.hidden AND n.desk
        AND n.read_at IS NULL AND n.settled_at IS NULL)"""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A notice and whose it is."""

    id: UUID
    officer_id: UUID


class Sent(Told, frozen=True, kw_only=True):
    """A notice that was sent or settled, and whether phones show it."""

    kind: str
    phone: bool


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A notice that was marked as read."""

    id: UUID
    kind: str
    phone: bool


class OnPhone(msgspec.Struct, frozen=True, kw_only=True):
    """A notice as phones show it."""

    id: UUID
    kind: str
    record_id: UUID
    text_key: str
    numbers: str
    """JSON text of what fills the sentence."""
    about: NoticeKind | None
    urgent: bool
    due_at: datetime | None
    at: datetime
    read_at: datetime | None


class ToSend(msgspec.Struct, frozen=True, kw_only=True):
    """What the outlets' job needs of a notice."""

    officer_id: UUID
    about: NoticeKind | None
    urgent: bool
    numbers: str
    """JSON text of what fills the sentence; only its number goes out."""


class Leads(msgspec.Struct, frozen=True, kw_only=True):
    """The record to which a notice leads, and by which sentence."""

    kind: str
    record_id: UUID
    text_key: str


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """How far a notice has come with one officer. Moments are null until then."""

    notice_id: UUID
    officer_id: UUID
    full_name: str
    about: NoticeKind | None
    made_at: datetime
    phone_at: datetime | None
    seen_at: datetime | None
    settled_at: datetime | None


class _Holder(msgspec.Struct, frozen=True, kw_only=True):
    officer_id: UUID
    unit_id: UUID


_SENT = rows.columns(Sent, Notice)
_WRITTEN = """id, officer_id, kind, record_id, rule, moment, due_at, text_key, numbers, at, once, about, urgent,
            desk, phone"""


async def supervisors(path: UnitPath, but: UUID | None = None) -> list[UUID]:
    """Return the supervisors of a unit except `but`; if none, of the nearest unit above."""
    return await nearest(path, Role.SUPERVISOR, [but] if but else [])


async def nearest(path: UnitPath, role: Role, but: Collection[UUID] = ()) -> list[UUID]:
    """Return the holders of a role on duty in the nearest of these units that has one, except `but`."""
    units = [part for part in path.as_tuple() if part is not None]
    found = [one for one in await _holders_in(units, role) if one.officer_id not in but]
    level = max((units.index(one.unit_id) for one in found), default=0)
    return [one.officer_id for one in found if one.unit_id == units[level]]


async def legal_officers(path: UnitPath) -> list[UUID]:
    """Return the legal officers of a unit and of those above it."""
    units = [part for part in path.as_tuple() if part is not None]
    return [one.officer_id for one in await _holders_in(units, Role.LEGAL)]


@compiled.many(_Holder)
def _holders_in(units: list[UUID], role: str) -> Query:
    officer = OfficerRole.officer_id
    found = OfficerRole.select(officer, officer.unit_id.as_alias("unit_id"))
    active = found.where(OfficerRole.role == role).where(officer.state == "active")
    return active.where(rows.any_of(officer.unit_id, units))


async def insert(notices: list[dict[str, Any]]) -> list[Sent]:
    """Insert the notices that were not sent before; returns these only.

    A notice of a time limit is unique by its clock and moment, any other by its `once`. They go in the order in which
    the table's triggers hold readers for a change of many (hold_notices), so that the two never wait for each other.
    """
    found = await database.fetch(
        f"""
        INSERT INTO notices ({_WRITTEN})
        SELECT {_WRITTEN} FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, officer_id uuid, kind text, record_id uuid,
            rule text, moment text, due_at timestamptz, text_key text, numbers jsonb, at timestamptz, once text,
            about text, urgent boolean, desk boolean, phone boolean)
        ORDER BY hashtext(officer_id::text) & 1023
        ON CONFLICT DO NOTHING
        RETURNING id, officer_id, kind, phone
        """,
        written(notices),
    )
    return rows.many(Sent, found)


@compiled.many(Told)
def settle(ids: list[UUID], now: datetime) -> Query:
    """Settle these notices; returns (id, officer_id)."""
    settled = Notice.update({Notice.settled_at: now}).where(rows.any_of(Notice.id, ids))
    return settled.returning(*rows.columns(Told, Notice))


@compiled.many(Sent)
def settle_for(officer_id: UUID, kind: str, now: datetime) -> Query:
    """Settle an officer's notices of this kind; returns rows as settle_of()."""
    theirs = Notice.update({Notice.settled_at: now}).where(Notice.officer_id == officer_id)
    return theirs.where((Notice.kind == kind) & Notice.settled_at.is_null()).returning(*_SENT)


async def settle_of(
    record_id: UUID,
    now: datetime,
    kind: str | None = None,
    about: Collection[NoticeKind] | None = None,
    officer_id: UUID | None = None,
    keys: Collection[str] | None = None,
    but: str = "",
) -> list[Sent]:
    """Settle a record's open notices that are of no time limit of a case; returns them.

    With `kind`, `about`, `officer_id` or `keys` (of sentences) only those; never those with the sentence `but`.
    """
    found = Notice.update({Notice.settled_at: now}).where(Notice.record_id == record_id)
    found = found.where(Notice.settled_at.is_null() & (Notice.kind != "deadline"))
    if kind is not None:
        found = found.where(Notice.kind == kind)
    if about is not None:
        found = found.where(rows.any_of(Notice.about, about))
    if officer_id is not None:
        found = found.where(Notice.officer_id == officer_id)
    if keys is not None:
        found = found.where(rows.any_of(Notice.text_key, keys))
    if but:
        found = found.where(Notice.text_key.is_null() | (Notice.text_key != but))
    return rows.many(Sent, await found.returning(*_SENT))


async def settle_begun(record_id: UUID, key: str, begins: str, now: datetime) -> list[Sent]:
    """Settle a record's open notices of this sentence whose `once` begins so; returns rows as settle_of()."""
    about = Notice.update({Notice.settled_at: now}).where(Notice.record_id == record_id)
    same = (Notice.text_key == key) & Notice.once.like(f"{begins}%")
    found = await about.where(same & Notice.settled_at.is_null()).returning(*_SENT)
    return rows.many(Sent, found)


@compiled.many(Sent)
def settle_sent(record_ids: list[UUID], begins: str, now: datetime) -> Query:
    """Settle the open notices about these records whose `once` is like this; rows as settle_of()."""
    about = Notice.update({Notice.settled_at: now}).where(rows.any_of(Notice.record_id, record_ids))
    open_ones = Notice.once.like(begins) & Notice.settled_at.is_null()
    return about.where(open_ones).returning(*_SENT)


async def told_of(officer_id: UUID, notice_id: UUID | None, limit: int) -> list[OnPhone]:
    """Return an officer's notices on phones that are not of time limits of cases, or one of them.

    Newest first. They are shown until they are read; those of a draft, and of a decision to be
    signed, until somebody answered, read or not.
    """
    query = (
        Notice.select(*rows.columns(OnPhone, Notice))
        .where(Notice.officer_id == officer_id)
        .where(Notice.phone.eq(True) & (Notice.kind != "deadline"))
        .where(Notice.read_at.is_null() | _WAITS)
        .where(Notice.settled_at.is_null())
        .where(_IN_SIGHT)
    )
    if notice_id is not None:
        query = query.where(Notice.id == notice_id)
    newest_first = query.order_by(Notice.at, Notice.id, ascending=False)
    return rows.many(OnPhone, await newest_first.limit(limit))


async def leave_office(officer_id: UUID, until: datetime) -> None:
    """Keep where an officer serves up to this moment: an act moves them, or takes a role.

    By hand: Piccolo inserts no row that it reads.
    """
    await database.execute(
        "INSERT INTO former_offices (officer_id, until, unit_id) SELECT id, $2, unit_id FROM officers WHERE id = $1"
        " ON CONFLICT DO NOTHING",
        officer_id,
        until,
    )


async def fetched(ids: list[UUID], at: datetime) -> None:
    """Note when a phone was first answered these notices."""
    first = Notice.update({Notice.phone_at: at}).where(rows.any_of(Notice.id, ids))
    await first.where(Notice.phone_at.is_null())


async def seen(officer_id: UUID, ids: list[UUID], at: datetime) -> None:
    """Note when an officer first saw these notices."""
    theirs = Notice.update({Notice.seen_at: at}).where(Notice.officer_id == officer_id)
    await theirs.where(rows.any_of(Notice.id, ids) & Notice.seen_at.is_null())


@compiled.one(ToSend)
def to_send(notice_id: UUID) -> Query:
    """Return a notice for the outlets, or None if it was read, settled, is for no phone or out of sight by now."""
    found = Notice.select(*rows.columns(ToSend, Notice)).where(Notice.id == notice_id)
    open_yet = found.where(Notice.read_at.is_null()).where(Notice.settled_at.is_null())
    return open_yet.where(Notice.phone.eq(True)).where(_IN_SIGHT)


@compiled.one(Leads)
def leads(officer_id: UUID, notice_id: UUID) -> Query:
    """Return where a notice of this officer's leads, or None."""
    found = Notice.select(*rows.columns(Leads, Notice)).where(Notice.id == notice_id)
    return found.where(Notice.officer_id == officer_id).where(_IN_SIGHT)


@compiled.many(Seen)
def seen_of(record_ids: list[UUID]) -> Query:
    """Return how far the notices of these records have come, oldest first; for time limits, case.record_id."""
    return (
        Notice.select(
            Notice.id.as_alias("notice_id"),
            Notice.officer_id,
            Notice.officer_id.full_name.as_alias("full_name"),
            Notice.about,
            Notice.at.as_alias("made_at"),
            Notice.phone_at,
            Notice.seen_at,
            Notice.settled_at,
        )
        .where(rows.any_of(Notice.record_id, record_ids))
        .order_by(Notice.at, Notice.id)
    )


@compiled.count
def count_open(officer_id: UUID) -> Query:
    """Count an officer's unread notices."""
    still_open = Notice.read_at.is_null() & Notice.settled_at.is_null() & Notice.desk.eq(True)
    return Notice.count().where((Notice.officer_id == officer_id) & still_open).where(_IN_SIGHT)


async def mark_read(officer_id: UUID, ids: list[UUID] | None, at: datetime) -> list[Read]:
    """Mark an officer's own notices as read, or all in sight; returns those that were unread."""
    if ids is None:
        return await _mark_all_read(officer_id, at)
    return await _mark_read(officer_id, ids, at)


_WHEN_IT_CAME = QueryString('"at"')


@compiled.write
def read_before(moment: datetime) -> Query:
    """Mark every unread notice from before a moment as seen and read when it came."""
    unread = Notice.update({Notice.seen_at: _WHEN_IT_CAME, Notice.read_at: _WHEN_IT_CAME})
    return unread.where(Notice.at < moment).where(Notice.read_at.is_null())


def _read(officer_id: UUID, at: datetime) -> Update[Notice]:
    unread = Notice.update({Notice.read_at: at}).where(Notice.officer_id == officer_id)
    return unread.where(Notice.read_at.is_null()).returning(*rows.columns(Read, Notice))


@compiled.many(Read)
def _mark_all_read(officer_id: UUID, at: datetime) -> Query:
    return _read(officer_id, at).where(_IN_SIGHT)


@compiled.many(Read)
def _mark_read(officer_id: UUID, ids: list[UUID], at: datetime) -> Query:
    return _read(officer_id, at).where(rows.any_of(Notice.id, ids))


@compiled.exists
def belongs(officer_id: UUID, notice_id: UUID) -> Query:
    """Tell whether a notice is this officer's."""
    return Notice.exists().where((Notice.id == notice_id) & (Notice.officer_id == officer_id))
