"""Queries of what was read of files of parties, row by row, and of whom the register knows."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written
from backend.core.scope import Reach
from backend.parties.tables.imports import PartyImportRow
from schemas.core.imports import BadRow
from schemas.core.sheets import CellFault
from schemas.parties.acts import PartyDetails
from schemas.parties.imports import ImportedParty, RowOutcome


class StagedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row as it waits. `cells` are texts as they stand, of one that cannot come."""

    number: int
    outcome: RowOutcome
    party_id: UUID | None = None
    details: PartyDetails | None = None
    cells: list[str] | None = None
    faults: list[CellFault] | None = None


class KeyOf(msgspec.Struct, frozen=True, kw_only=True):
    """A party of the register that has a key."""

    key: str
    party_id: UUID


# By hand: Piccolo has no INSERT of arrays, and a row at a time takes ten times as long.
async def insert(import_id: UUID, staged: Sequence[StagedRow]) -> None:
    """Write rows that were read."""
    await database.execute(
        """INSERT INTO party_import_rows (import_id, number, outcome, party_id, details, cells, faults)
        SELECT $1, t.* FROM unnest($2::integer[], $3::text[], $4::uuid[], $5::jsonb[], $6::jsonb[], $7::jsonb[]) t""",
        import_id,
        [one.number for one in staged],
        [one.outcome.value for one in staged],
        [one.party_id for one in staged],
        [written(one.details) if one.details else None for one in staged],
        [written(one.cells) if one.cells is not None else None for one in staged],
        [written(one.faults) if one.faults is not None else None for one in staged],
    )


@compiled.write
def forget(import_id: UUID) -> Query:
    """Delete the rows of an import."""
    return PartyImportRow.delete().where(PartyImportRow.import_id == import_id)


async def next_rows(import_id: UUID, after: int, limit: int) -> list[StagedRow]:
    """Return the next rows that can come, in the order of the sheet."""
    these = PartyImportRow.select(*rows.columns(StagedRow, PartyImportRow))
    found = (
        await these.where(PartyImportRow.import_id == import_id)
        .where(PartyImportRow.number > after)
        .where(PartyImportRow.outcome.is_in([RowOutcome.GOOD.value, RowOutcome.KNOWN.value]))
        .order_by(PartyImportRow.number)
        .limit(limit)
    )
    return rows.many(StagedRow, decoded(found, "details", "cells", "faults"))


async def first_good(import_id: UUID, outcome: RowOutcome, limit: int) -> list[ImportedParty]:
    """Return the first rows of this outcome with what they say."""
    found = (
        await PartyImportRow.select(PartyImportRow.number.as_alias("row"), PartyImportRow.details)
        .where(PartyImportRow.import_id == import_id)
        .where(PartyImportRow.outcome == outcome.value)
        .order_by(PartyImportRow.number)
        .limit(limit)
    )
    return [
        ImportedParty(row=one["row"], party=msgspec.json.decode(one["details"], type=PartyDetails))
        for one in found
    ]


_WRONG = [RowOutcome.BAD.value, RowOutcome.LATE.value]


async def wrong(import_id: UUID, after: int, limit: int) -> list[BadRow]:
    """Return the first rows after this one that cannot come, with why."""
    found = (
        await PartyImportRow.select(PartyImportRow.number.as_alias("row"), PartyImportRow.faults)
        .where(PartyImportRow.import_id == import_id)
        .where(PartyImportRow.outcome.is_in(_WRONG))
        .where(PartyImportRow.number > after)
        .order_by(PartyImportRow.number)
        .limit(limit)
    )
    return rows.many(BadRow, decoded(found, "faults"))


async def wrong_cells(import_id: UUID, after: int, limit: int) -> list[StagedRow]:
    """Return rows that cannot come, with what stands in their cells."""
    these = PartyImportRow.select(*rows.columns(StagedRow, PartyImportRow))
    found = (
        await these.where(PartyImportRow.import_id == import_id)
        .where(PartyImportRow.outcome.is_in(_WRONG))
        .where(PartyImportRow.number > after)
        .order_by(PartyImportRow.number)
        .limit(limit)
    )
    return rows.many(StagedRow, decoded(found, "details", "cells", "faults"))


# By hand: several columns from arrays.
async def set_late(import_id: UUID, late: Sequence[StagedRow]) -> None:
    """Write that rows cannot come any more, why, and what they said."""
    await database.execute(
        """UPDATE party_import_rows r SET outcome = 'late', details = NULL, cells = t.cells, faults = t.faults
        FROM unnest($2::integer[], $3::jsonb[], $4::jsonb[]) AS t (number, cells, faults)
        WHERE r.import_id = $1 AND r.number = t.number""",
        import_id,
        [one.number for one in late],
        [written(one.cells) for one in late],
        [written(one.faults) for one in late],
    )


# By hand: both ways of knowing a party in one answer, and the register's own folding of names.
async def known(reach: Reach, numbers: Sequence[str], names: Sequence[str]) -> list[KeyOf]:
    """Return parties in reach that have one of these numbers, or one of these names, with what was asked as `key`.

    A name is `name key, line feed, address key` or, with a registration number, `name key, line feed, number`.
    """
    condition, args = scope.sql(reach, "s", 3)
    found = await database.fetch(
        f"""SELECT t.key, coalesce(s.merged_into, s.id) AS party_id FROM unnest($1::text[]) AS t (key)
        JOIN party_identifiers n ON n.value = t.key AND n.kind <> 'registration_number'
        JOIN subjects s ON s.id = n.party_id WHERE {condition}
        UNION SELECT t.key, coalesce(s.merged_into, s.id) FROM unnest($2::text[]) AS t (key)
        JOIN subjects s ON s.name_key = split_part(t.key, E'\\n', 1) WHERE {condition}
        AND (s.address_key = split_part(t.key, E'\\n', 2) OR EXISTS (SELECT FROM party_identifiers n
            WHERE n.party_id = s.id AND n.value = split_part(t.key, E'\\n', 2)))""",
        list(numbers),
        list(names),
        *args,
    )
    return rows.many(KeyOf, found)
