"""Queries of verification about the register of parties. For operators: no scope applies."""

from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.operations.rules.verified_merges import KeptMerge
from backend.operations.rules.verified_parties import KeptParty
from backend.parties.queries import merges, register
from backend.parties.tables.merging import PartyMerge, PartyRecordOfOther
from backend.parties.tables.parties import PartyIdentifier, Subject

_NOT_COLUMNS = ("details", "words")


async def party(party_id: UUID) -> KeptParty | None:
    """Return a party as its tables have it, or None."""
    found = await Subject.select().where(Subject.id == party_id).first()
    if not found:
        return None
    kept = PartyIdentifier.select(PartyIdentifier.kind, PartyIdentifier.value)
    numbers = await kept.where(PartyIdentifier.party_id == party_id)
    merged = [one for one in await merges.together(party_id) if one != party_id]
    columns: dict[str, Any] = {
        name: value for name, value in found.items() if name not in _NOT_COLUMNS
    }
    return KeptParty(
        columns=columns,
        details=msgspec.json.decode(found["details"]) if found["details"] else None,
        identifiers=[(one["kind"], one["value"]) for one in numbers],
        licences=await register.licences(party_id),
        of_merged=list(await register.licences_of(merged)) if merged else [],
        former_names=[(one.name, one.until) for one in await register.former_names([party_id])],
        merged=set(await _merged_into(party_id)),
        merges=list(await _merges_into(party_id)),
    )


@compiled.many(KeptMerge, decode=("party", "before"))
def _merges_into(party_id: UUID) -> Query:
    found = PartyMerge.select(*rows.columns(KeptMerge, PartyMerge))
    return found.where(PartyMerge.party_id == party_id)


@compiled.values(UUID)
def asked_of() -> Query:
    """Return the parties into which somebody asked to merge another."""
    return PartyMerge.select(PartyMerge.party_id)


async def given() -> dict[UUID, UUID]:
    """Return whose each record is that names one party and was given to another."""
    found = await PartyRecordOfOther.select(
        PartyRecordOfOther.record_id, PartyRecordOfOther.party_id
    )
    return {one["record_id"]: one["party_id"] for one in found}


@compiled.values(UUID)
def _merged_into(party_id: UUID) -> Query:
    return Subject.select(Subject.id).where(Subject.merged_into == party_id)


@compiled.values(UUID)
def merged_into() -> Query:
    """Return the parties into which others say that they were merged."""
    return Subject.select(Subject.merged_into).where(Subject.merged_into.is_not_null())


@compiled.values(UUID)
def acted_on() -> Query:
    """Return the parties of which the register says that they had an act. Those from before acts have none, and those
    that came with a file are compared with the file's acts."""
    acted = Subject.select(Subject.id).where(Subject.changed_at.is_not_null())
    return acted.where(Subject.import_id.is_null())
