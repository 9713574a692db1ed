"""Queries of one information: locked, folded, written, found."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, remembering, rows, scope, scoped
from backend.core.actors import Actor, Owned, UnitPath
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.officers import Officer, OfficerRole
from backend.force.tables.units import Unit
from backend.intake.rules.facts import Information
from backend.intake.tables.informations import (
    InformationLink,
    InformationRecord,
    InformationSuspect,
)
from backend.ledger.queries import since
from backend.ledger.queries.since import Since
from schemas.core.vocabulary import Role


class Locked(Owned, frozen=True, kw_only=True):
    """An information's row as `ledger.record` locks it."""

    id: UUID
    number: str
    auditors_only: bool
    readers: list[UUID]
    rule_set: str


class Found(Owned, frozen=True, kw_only=True):
    """An information in somebody's sight."""

    id: UUID
    number: str
    state: str
    received_at: datetime
    auditors_only: bool
    rule_set: str


class InService(Owned, frozen=True, kw_only=True):
    """An active officer with the unit."""

    id: UUID
    full_name: str


class LinkedRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An information that is linked to a record."""

    information_id: UUID
    kind: str


_COLUMNS = tuple(column._meta.name for column in InformationRecord._meta.columns)
_FIXED = frozenset({"id", "received_at", "registered_at", "registered_by", "rule_set", "public_id"})
_CHANGING = tuple(one for one in _COLUMNS if one not in _FIXED)


@compiled.one(Locked)
def lock(information_id: UUID) -> Query:
    """Lock an information's row and return it; None if there is none."""
    query = InformationRecord.select(*rows.columns(Locked, InformationRecord))
    return query.where(InformationRecord.id == information_id).lock_rows("UPDATE")


async def lock_in_order(information_ids: Sequence[UUID]) -> None:
    """Lock informations in the order of their ids, so that merges that cross wait for each other and never block.

    By hand: Piccolo locks rows in the order in which it finds them.
    """
    await database.fetch(
        "SELECT id FROM informations WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE",
        list(information_ids),
    )


@compiled.values(UUID)
def merged_into(information_id: UUID) -> Query:
    """Return the informations that went up in this one. The caller has checked scope."""
    found = InformationRecord.select(InformationRecord.id)
    return found.where(InformationRecord.merged_into == information_id)


@compiled.one(Locked)
def row(information_id: UUID) -> Query:
    """Return an information's row as lock() does, to be read alone."""
    query = InformationRecord.select(*rows.columns(Locked, InformationRecord))
    return query.where(InformationRecord.id == information_id)


@compiled.one(Found)
def _seen(information_id: UUID, seen: Reach) -> Query:
    query = InformationRecord.select(*rows.columns(Found, InformationRecord))
    found = query.where(InformationRecord.id == information_id)
    return found.where(scoped.where(seen, InformationRecord))


@remembering.once
async def in_sight(information_id: UUID, actor: Actor) -> Found | None:
    """Return an information if the actor may see it, or None."""
    return await _seen(information_id, scope.informations(actor))


@compiled.many(Found)
def _all_seen(ids: list[UUID], seen: Reach) -> Query:
    query = InformationRecord.select(*rows.columns(Found, InformationRecord))
    found = query.where(rows.any_of(InformationRecord.id, ids))
    return found.where(scoped.where(seen, InformationRecord))


async def all_in_sight(ids: list[UUID], actor: Actor) -> list[Found]:
    """Return those of these informations that the actor may see, in no order."""
    return await _all_seen(ids, scope.informations(actor))


@compiled.one(Found)
def _numbered(number: str, seen: Reach) -> Query:
    query = InformationRecord.select(*rows.columns(Found, InformationRecord))
    found = query.where(InformationRecord.number == number)
    return found.where(scoped.where(seen, InformationRecord))


async def numbered(number: str, actor: Actor) -> Found | None:
    """Return the information in sight with this number, or None."""
    return await _numbered(number, scope.informations(actor))


_ACTS = (
    f"""SELECT {since.COLUMNS} FROM informations r {since.acts("AND e.act_type LIKE 'intake.%'")}"""
)


async def acts_since(information_id: UUID, known: bytes | None) -> Since | None:
    """Return the unit that handles an information, and its acts in order; no acts if `known` is its last entry's hash.

    None if there is no such information. The caller checks scope.
    """
    return since.read(await database.fetch(_ACTS, information_id, known))


async def write(
    facts: Information,
    path: UnitPath,
    *,
    auditors_only: bool,
    readers: list[UUID],
    due: tuple[datetime, str] | None,
    near_at: datetime | None,
    rule_set: str,
    address_fold: str | None,
) -> None:
    """Write what the tables say of an information and its links, in the caller's transaction and one statement.

    `address_fold` is its address as addresses are compared.
    """
    place = facts.matter.place
    unit_1, unit_2, unit_3, unit_4 = path.as_tuple()
    values: dict[str, Any] = {
        "id": facts.id,
        "number": facts.number,
        "nature": facts.nature,
        "source": facts.source,
        "channel": facts.channel,
        "state": facts.state,
        "received_at": facts.received_at,
        "registered_at": facts.registered_at,
        "registered_by": facts.registered_by,
        "summary": facts.matter.summary,
        "goods": facts.matter.goods,
        "urgent": facts.matter.urgent or "",
        "fields": list(facts.matter.fields),
        "address": place.address,
        "address_fold": address_fold,
        "area_code": place.area_code,
        "latitude_e7": place.latitude_e7,
        "longitude_e7": place.longitude_e7,
        "informant_secret": facts.informant_secret,
        "wants_answer": facts.wants_answer,
        "named_officers": facts.named_officers,
        "auditors_only": auditors_only,
        "verifiers": [one.officer_id for one in facts.verifiers],
        "readers": readers,
        "result": facts.result,
        "due_at": due[0] if due else None,
        "due_rule": due[1] if due else None,
        "near_at": near_at,
        "suspended_on": one.since if (one := facts.proceeding.suspended) else None,
        "written_report_due": facts.written_report_due,
        "informant_to_tell": facts.informant_to_tell,
        "first_action_at": facts.first_action_at,
        "concluded_at": facts.concluded_at,
        "merged_into": facts.merged_into,
        "links": len(facts.links),
        "rule_set": rule_set,
        "public_id": facts.public_id,
        "unit_1": unit_1,
        "unit_2": unit_2,
        "unit_3": unit_3,
        "unit_4": unit_4,
    }
    links = [
        {
            "kind": one.kind,
            "record_id": one.record_id,
            "number": one.number,
            "state": one.state,
            "since": one.since,
        }
        for one in facts.links.values()
    ]
    await database.execute(
        _WRITE,
        *(values[name] for name in _COLUMNS),
        msgspec.json.encode(links).decode(),
    )


_L = len(_COLUMNS) + 1
_WRITE = f"""
    WITH row AS (
        INSERT INTO informations ({", ".join(_COLUMNS)})
        VALUES ({", ".join(f"${number}" for number in range(1, len(_COLUMNS) + 1))})
        ON CONFLICT (id) DO UPDATE SET {", ".join(f"{one} = excluded.{one}" for one in _CHANGING)}
        RETURNING id
    ), linked AS (
        SELECT l.* FROM jsonb_to_recordset(${_L}::jsonb) AS l (kind text, record_id uuid, number text, state text,
            since timestamptz)
    ), unlinked AS (
        DELETE FROM information_links t USING row WHERE t.information_id = row.id
            AND NOT EXISTS (SELECT FROM linked n WHERE n.kind = t.kind AND n.record_id = t.record_id)
    )
    INSERT INTO information_links (information_id, kind, record_id, number, state, since)
    SELECT row.id, n.kind, n.record_id, n.number, n.state, n.since FROM linked n, row
    ON CONFLICT (information_id, kind, record_id) DO UPDATE SET number = excluded.number, state = excluded.state
"""


async def write_suspects(information_id: UUID, suspects: list[dict[str, Any]]) -> None:
    """Write the parties of whom an information tells, instead of those from before.

    Each has place, subject_id, name, name_fold, tax_code and address_fold.
    """
    await _forget_suspects(information_id)
    await database.execute(
        """
        INSERT INTO information_suspects (information_id, place, subject_id, name, name_fold, tax_code, address_fold)
        SELECT $1, s.place, s.subject_id, s.name, s.name_fold, s.tax_code, s.address_fold
        FROM jsonb_to_recordset($2::jsonb) AS s (place integer, subject_id uuid, name text, name_fold text,
            tax_code text, address_fold text)
        """,
        information_id,
        msgspec.json.encode(suspects).decode(),
    )


@compiled.write
def _forget_suspects(information_id: UUID) -> Query:
    return InformationSuspect.delete().where(InformationSuspect.information_id == information_id)


@compiled.many(LinkedRecord)
def linked_to(record_id: UUID) -> Query:
    """List the informations that are linked to a record."""
    links = InformationLink.select(*rows.columns(LinkedRecord, InformationLink))
    return links.where(InformationLink.record_id == record_id).order_by(
        InformationLink.information_id
    )


async def said_of(record_ids: Sequence[UUID], actor: Actor) -> dict[UUID, str]:
    """Return, by record, the summary of the first information in sight that is linked to it."""
    seen, args = scope.sql(scope.informations(actor), "r", 2)
    found = await database.fetch(
        f"""
        SELECT DISTINCT ON (l.record_id) l.record_id, r.summary
        FROM information_links l JOIN informations r ON r.id = l.information_id
        WHERE l.record_id = ANY ($1::uuid[]) AND {seen} ORDER BY l.record_id, r.received_at, r.id
        """,
        list(record_ids),
        *args,
    )
    return {row["record_id"]: row["summary"] for row in found}


@compiled.value(UUID)
def of_public(public_id: UUID) -> Query:
    """Return the information that was taken from this row of the public inbox, or None."""
    query = InformationRecord.select(InformationRecord.id)
    return query.where(InformationRecord.public_id == public_id)


@compiled.value(UUID)
def inspection_numbered(number: str) -> Query:
    """Return the inspection with this decision number, or None. The caller checks scope."""
    return Inspection.select(Inspection.id).where(Inspection.decision_number == number)


@compiled.many(InService)
def in_service(officers: list[UUID]) -> Query:
    """List those of these officers who are active, with their units."""
    query = Officer.select(*rows.columns(InService, Officer)).where(Officer.state == "active")
    return query.where(rows.any_of(Officer.id, officers)).order_by(Officer.id)


@compiled.many(InService)
def named(officers: list[UUID]) -> Query:
    """List these officers with their units, also those who left."""
    query = Officer.select(*rows.columns(InService, Officer))
    return query.where(rows.any_of(Officer.id, officers)).order_by(Officer.id)


@compiled.values(UUID)
def auditors_of(unit_id: UUID) -> Query:
    """List the active auditors of this very unit."""
    officer = OfficerRole.officer_id
    found = OfficerRole.select(officer).where(OfficerRole.role == Role.AUDITOR.value)
    return found.where(officer.state == "active").where(officer.unit_id == unit_id)


@compiled.value(str)
def unit_code(unit_id: UUID) -> Query:
    """Return the code that the unit's numbers begin with, or None for a unit that was closed or never existed."""
    return Unit.select(Unit.code).where(Unit.id == unit_id).where(Unit.valid_to.is_null())
