"""Queries that write the register: a party's row with its numbers, licences and former names."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock, compiled, database, rows
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import written
from backend.force.tables.officers import Officer
from backend.parties.rules import details as rules
from backend.parties.rules.facts import Licence, LockedParty, Row
from backend.parties.tables.parties import PartyFormerName, PartyIdentifier, PartyLicence, Subject
from schemas.parties.acts import Identifier, LicenceEnded, LicenceRecorded, PartyDetails, Point
from schemas.parties.words import PartyState


class _Kept(Row, frozen=True, kw_only=True):
    id: UUID
    unit_id: UUID
    unit_1: UUID
    unit_2: UUID | None
    unit_3: UUID | None
    unit_4: UUID | None
    state: PartyState
    closed_on: date | None
    main_party_id: UUID | None
    merged_into: UUID | None
    details: PartyDetails | None


@compiled.one(_Kept, decode=("details",))
def _lock(party_id: UUID) -> Query:
    found = Subject.select(*rows.columns(_Kept, Subject)).where(Subject.id == party_id)
    return found.lock_rows("NO KEY UPDATE")


async def lock(party_id: UUID) -> LockedParty | None:
    """Lock a party until the transaction ends and return it; None if there is none.

    Papers and inspections that name the party are written meanwhile: its key never changes.
    """
    found = await _lock(party_id)
    return None if found is None else _standing(found)


def _standing(found: _Kept) -> LockedParty:
    return LockedParty(
        id=found.id,
        unit_id=found.unit_id,
        unit_1=found.unit_1,
        unit_2=found.unit_2,
        unit_3=found.unit_3,
        unit_4=found.unit_4,
        state=found.state,
        closed_on=found.closed_on,
        main_party_id=found.main_party_id,
        merged_into=found.merged_into,
        details=found.details or rules.of_row(found, clock.today()),
    )


@compiled.one(_Kept, decode=("details",))
def _find(party_id: UUID) -> Query:
    return Subject.select(*rows.columns(_Kept, Subject)).where(Subject.id == party_id)


async def find(party_id: UUID) -> LockedParty | None:
    """Return a party without a lock. The caller has checked scope."""
    found = await _find(party_id)
    return None if found is None else _standing(found)


async def insert(
    party_id: UUID,
    path: UnitPath,
    details: PartyDetails,
    point: Point | None,
    area_officer_id: UUID | None,
    at: datetime,
) -> None:
    """Write a party that was registered."""
    await Subject.insert(
        Subject(
            id=party_id,
            unit_id=path.unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            latitude_e7=point.latitude_e7 if point else None,
            longitude_e7=point.longitude_e7 if point else None,
            area_officer_id=area_officer_id,
            details=written(details),
            changed_at=at,
            **rules.columns(details),
        )
    )
    await _number(party_id, details.identifiers)


async def correct(party_id: UUID, details: PartyDetails, at: datetime) -> None:
    """Write what is known of a party anew. It waits to be compared with the others again."""
    known = {**rules.columns(details), "details": written(details), "compared_at": None}
    await _change(party_id, known, at)
    await PartyIdentifier.delete().where(PartyIdentifier.party_id == party_id)
    await _number(party_id, details.identifiers)


async def _change(party_id: UUID, columns: dict[str, Any], at: datetime) -> None:
    values: dict[Any, Any] = {
        Subject._meta.get_column_by_name(name): value for name, value in columns.items()
    }
    await Subject.update({**values, Subject.changed_at: at}).where(Subject.id == party_id)


async def _number(party_id: UUID, identifiers: Sequence[Identifier]) -> None:
    """Deferred, for a party that comes with many others."""
    await database.defer(
        "numbered",
        """numbered AS (INSERT INTO party_identifiers (party_id, kind, value)
        SELECT $1, t.kind, t.value FROM unnest($2::text[], $3::text[]) AS t (kind, value) ON CONFLICT DO NOTHING)""",
        party_id,
        [one.kind.value for one in identifiers],
        [one.value for one in identifiers],
    )


async def place(party_id: UUID, point: Point, at: datetime) -> None:
    """Write where the party is."""
    there = {"latitude_e7": point.latitude_e7, "longitude_e7": point.longitude_e7}
    await _change(party_id, there | {"compared_at": None}, at)


async def set_area_officer(party_id: UUID, officer_id: UUID | None, at: datetime) -> None:
    """Write who knows the place."""
    await _change(party_id, {"area_officer_id": officer_id}, at)


async def close(party_id: UUID, closed_on: date, why: str, at: datetime) -> None:
    """Write that the party trades no longer."""
    closed = {"state": PartyState.CLOSED.value, "closed_on": closed_on, "closed_why": why}
    await _change(party_id, closed, at)


async def reopen(party_id: UUID, at: datetime) -> None:
    """Write that the party trades again."""
    opened = {"state": PartyState.ACTIVE.value, "closed_on": None, "closed_why": None}
    await _change(party_id, opened, at)


async def keep_name(party_id: UUID, number: int, name: str, until: date) -> None:
    """Write a name that the party had."""
    await PartyFormerName.insert(
        PartyFormerName(party_id=party_id, number=number, name=name, until=until)
    )


async def set_licence(party_id: UUID, said: LicenceRecorded) -> None:
    """Write a licence, or write it anew as a whole."""
    row = PartyLicence(
        id=said.licence_id,
        party_id=party_id,
        kind=said.kind.value,
        title=said.title,
        number=said.number,
        issuer=said.issuer,
        issued_on=said.issued_on,
        valid_from=said.valid_from,
        valid_to=said.valid_to,
    )
    changed: list[Any] = [
        PartyLicence.kind,
        PartyLicence.title,
        PartyLicence.number,
        PartyLicence.issuer,
        PartyLicence.issued_on,
        PartyLicence.valid_from,
        PartyLicence.valid_to,
    ]
    await PartyLicence.insert(row).on_conflict(
        target=PartyLicence.id, action="DO UPDATE", values=changed
    )


async def end_licence(said: LicenceEnded) -> None:
    """Write that a licence is in force no longer."""
    ended: dict[Any, Any] = {
        PartyLicence.ended_on: said.void_from,
        PartyLicence.ended_why: said.why.value,
        PartyLicence.ended_reason: said.reason,
    }
    await PartyLicence.update(ended).where(PartyLicence.id == said.licence_id)


async def warn_from(party_id: UUID, until: date | None, at: datetime) -> None:
    """Write when the first of the party's licences ends."""
    await _change(party_id, {"licence_until": until}, at)


@compiled.many(Licence)
def licences(party_id: UUID) -> Query:
    """Return the licences of a party in the order in which they were entered. The caller has checked scope."""
    found = PartyLicence.select(*rows.columns(Licence, PartyLicence))
    return found.where(PartyLicence.party_id == party_id).order_by(PartyLicence.id)


@compiled.value(UUID)
def party_of_licence(licence_id: UUID) -> Query:
    """Return whose licence it is; None if there is none."""
    return PartyLicence.select(PartyLicence.party_id).where(PartyLicence.id == licence_id)


class OfficerAtWork(Owned, frozen=True, kw_only=True):
    """Where an officer works."""

    state: str


@compiled.one(OfficerAtWork)
def officer(officer_id: UUID) -> Query:
    """Return where an officer works; None if there is no such officer."""
    found = Officer.select(*rows.columns(OfficerAtWork, Officer))
    return found.where(Officer.id == officer_id)


class NameUntil(msgspec.Struct, frozen=True, kw_only=True):
    """A former name with the first day of the next one."""

    name: str
    until: date


@compiled.many(NameUntil)
def former_names(party_id: UUID) -> Query:
    """Return the names that a party had, the last first. The caller has checked scope."""
    found = PartyFormerName.select(*rows.columns(NameUntil, PartyFormerName))
    of_party = found.where(PartyFormerName.party_id == party_id)
    return of_party.order_by(PartyFormerName.until, ascending=False)
