"""Queries of portions of imports: kept with their lines, and written into the register."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from backend.core import compiled, database, rows
from backend.core.actors import UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import written
from backend.parties.rules import details as rules
from backend.parties.tables.imports import PartyImportPortion
from schemas.parties.acts import PartyDetails
from schemas.parties.imports import PortionBrought, ShownPortion

_COLUMNS = (
    "kind", "name", "trade_name", "sign", "tax_code", "registration_number", "address", "province_code", "commune_code",
    "representative", "representative_title", "phone", "business_lines", "name_key", "address_key", "phone_key",
)  # fmt: skip
"""Of a party's row, as backend/parties/rules/details.py makes them; all are text."""
_ARRAYS = ", ".join(f"${place}::text[]" for place in range(10, 10 + len(_COLUMNS)))


async def insert(import_id: UUID, said: PortionBrought, lines: bytes, at: datetime) -> None:
    """Keep a portion's lines, in the transaction of the act that names their hash."""
    await database.execute(
        """
        INSERT INTO party_import_portions
            (import_id, number, first_row, last_row, registered, corrected, skipped, sha256, lines, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        import_id,
        said.number,
        said.first_row,
        said.last_row,
        said.registered,
        said.corrected,
        said.skipped,
        said.sha256,
        lines,
        at,
    )


@compiled.value(bytes)
def lines_of(import_id: UUID, number: int) -> Query:
    """Return the compressed lines of a portion; None if it is not kept."""
    kept = PartyImportPortion
    found = kept.select(kept.lines).where(kept.import_id == import_id)
    return found.where(kept.number == number)


async def page(import_id: UUID, before: int, limit: int) -> list[ShownPortion]:
    """Return portions of an import with a number below `before`, the last first."""
    kept = PartyImportPortion
    found = (
        await kept.select(*rows.columns(ShownPortion, kept))
        .where(kept.import_id == import_id)
        .where(kept.number < before)
        .order_by(kept.number, ascending=False)
        .limit(limit)
    )
    return rows.many(ShownPortion, found)


# By hand: a thousand parties in one statement, which Piccolo would write as a thousand tuples of parameters.
async def register(
    import_id: UUID, path: UnitPath, parties: Sequence[tuple[UUID, PartyDetails]], at: datetime
) -> None:
    """Write parties that came with a portion, as backend/parties/queries/register.py writes one."""
    made = [rules.columns(party) for _, party in parties]
    await database.execute(
        f"""INSERT INTO subjects
            (import_id, unit_id, unit_1, unit_2, unit_3, unit_4, changed_at, id, details, {", ".join(_COLUMNS)})
        SELECT $1, $2, $3, $4, $5, $6, $7, t.* FROM unnest($8::uuid[], $9::jsonb[], {_ARRAYS}) t""",
        import_id,
        path.unit_id,
        *path.as_tuple(),
        at,
        [party_id for party_id, _ in parties],
        [written(party) for _, party in parties],
        *([one[name] for one in made] for name in _COLUMNS),
    )
    numbers = [(party_id, one) for party_id, party in parties for one in party.identifiers]
    await database.execute(
        """INSERT INTO party_identifiers (party_id, kind, value)
        SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING""",
        [party_id for party_id, _ in numbers],
        [one.kind.value for _, one in numbers],
        [one.value for _, one in numbers],
    )


async def keep_out_others(path: UnitPath) -> None:
    """Make other imports of this department wait until the end of the transaction, so that none enters whom this one
    enters."""
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('party import ' || $1::uuid::text, 0))",
        path.unit_2 or path.unit_1,
    )
