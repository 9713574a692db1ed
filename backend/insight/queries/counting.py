"""Queries of the counting job: what was sealed since, the acts of records, counted events and their sums.

Rows go in and out in bulk, by arrays: a day of 20,000 acts changes some hundred thousand sums.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, remembering, rows
from backend.core.actors import Owned, UnitPath
from backend.insight.rules.counting.counted import Cell, Counted
from backend.insight.rules.rolling import Key, Sums
from backend.insight.tables.figures import CountedRow, FigurePlace, FigureProgress
from backend.ledger.rules.entries import RecordedAct


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far everything is counted."""

    through: int
    counted_at: datetime
    set_aside: int = 0
    """Records that could not be counted: what they counted before stands."""


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A record with acts that were sealed since it was counted last."""

    record_id: UUID
    record_kind: str
    last: int
    """Number of its last act that is to be counted."""
    position: int
    """Of that act's leaf."""


async def lock_progress() -> Progress | None:
    """Lock the one row of the progress and return it; None if another worker counts just now."""
    found = await database.fetchrow(
        "SELECT through, counted_at FROM figure_progress FOR UPDATE SKIP LOCKED"
    )
    return rows.one(Progress, found)


async def wait_for_progress() -> int:
    """Keep others from counting until the transaction ends; return how far everything is counted."""
    found = await FigureProgress.select(FigureProgress.through).lock_rows("UPDATE").first()
    return int(found["through"]) if found else 0


async def progress() -> Progress:
    """Return how far everything is counted."""
    found = await database.fetchrow(
        "SELECT through, counted_at, (SELECT count(*) FROM figure_faults) AS set_aside FROM figure_progress"
    )
    return msgspec.convert(dict(found), Progress)


async def advance(through: int, at: datetime) -> None:
    """Say that all leaves before a position are counted."""
    moved_on: dict[Any, Any] = {FigureProgress.through: through, FigureProgress.counted_at: at}
    await FigureProgress.update(moved_on).where(FigureProgress.one.eq(True))


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What is sealed and not counted."""

    acts: int
    seconds: float
    """Since the oldest of them was recorded."""


async def waiting() -> Waiting:
    """Return what is sealed and not counted. Two places of the log are looked at, however much waits."""
    found = await database.fetchrow(
        """
        SELECT coalesce(last.position + 1, 0) - p.through AS acts,
            coalesce(extract(epoch FROM now() - e.received_at), 0)::float8 AS seconds
        FROM figure_progress p
        LEFT JOIN LATERAL (SELECT position FROM ledger_leaves ORDER BY position DESC LIMIT 1) last ON true
        LEFT JOIN ledger_leaves l ON l.position = p.through
        LEFT JOIN ledger_entries e ON e.record_id = l.record_id AND e.number = l.number
        """
    )
    return msgspec.convert(dict(found), Waiting)


async def moved(since: int, limit: int) -> list[Moved]:
    """Return the records of the next sealed acts, each with its last one among them."""
    found = await database.fetch(
        """
        SELECT l.record_id, e.record_kind, max(l.number) AS last, max(l.position) AS position
        FROM (SELECT record_id, number, position FROM ledger_leaves WHERE position >= $1
              ORDER BY position LIMIT $2) l
        JOIN ledger_entries e ON e.record_id = l.record_id AND e.number = l.number
        GROUP BY l.record_id, e.record_kind ORDER BY l.record_id
        """,
        since,
        limit,
    )
    return rows.many(Moved, found)


async def sealed_of(record_ids: Sequence[UUID], before: int) -> dict[UUID, list[RecordedAct]]:
    """Return the acts of records that took effect, and whose leaves lie before a position, in their order.

    What was held (quarantined) took effect when it was admitted, by an act before that position.
    """
    found = await database.fetch(
        f"""
        SELECT e.record_id, {rows.named(RecordedAct, "e")}
        FROM ledger_entries e JOIN ledger_leaves l ON l.record_id = e.record_id AND l.number = e.number
        WHERE e.record_id = ANY($1) AND l.position < $2 AND (e.quarantine IS NULL OR EXISTS (
            SELECT FROM ledger_entries a JOIN ledger_leaves al ON al.record_id = a.record_id AND al.number = a.number
            WHERE a.record_id = e.record_id AND a.act_type = 'evidence.admitted' AND al.position < $2
                AND a.act::json #>> '{{content,act}}' = e.act_id::text))
        ORDER BY e.record_id, e.number
        """,
        list(record_ids),
        before,
    )
    told: dict[UUID, list[RecordedAct]] = {one: [] for one in record_ids}
    for row in found:
        told[row["record_id"]].append(msgspec.convert(dict(row), RecordedAct))
    return told


async def owners(kind: str, record_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Return the unit in which each record began; of an information that stands in no register, where it lies."""
    table, unit = {
        "case": ("cases", "unit_id"),
        "inspection": ("inspections", "unit_id"),
        "information": ("informations", "coalesce(unit_4, unit_3, unit_2, unit_1)"),
    }[kind]
    found = await database.fetch(
        f"SELECT id, {unit} AS unit_id FROM {table} WHERE id = ANY($1)", list(record_ids)
    )
    return {row["id"]: row["unit_id"] for row in found}


async def counted(record_ids: Sequence[UUID]) -> dict[UUID, set[tuple[int, Counted]]]:
    """Return what is stored of records: (place id, event) each."""
    table, cell = CountedRow, CountedRow.cell_id
    found = await table.select(
        *(
            table.record_id,
            table.place_id,
            table.entry,
            table.ordinal,
            table.happened_on,
            table.entered_on,
        ),
        *(table.annulled_on, table.counted, table.amount, table.party),
        cell.event.as_alias("event"),
        cell.detail.as_alias("detail"),
        cell.field.as_alias("field"),
        cell.behaviour.as_alias("behaviour"),
        cell.party.as_alias("kind"),
    ).where(rows.any_of(table.record_id, record_ids))
    told: dict[UUID, set[tuple[int, Counted]]] = {one: set() for one in record_ids}
    for row in found:
        told[row["record_id"]].add((row["place_id"], _counted(row)))
    return told


def _counted(row: Mapping[str, Any]) -> Counted:
    cell = Cell(row["event"], row["detail"], row["field"], row["behaviour"], row["kind"])
    return Counted(
        entry=row["entry"],
        cell=cell,
        happened_on=row["happened_on"],
        entered_on=row["entered_on"],
        count=row["counted"],
        amount=row["amount"],
        annulled_on=row["annulled_on"],
        party_key=str(row["party"]) if row["party"] else None,
        ordinal=row["ordinal"],
    )


async def places(paths: Iterable[UnitPath]) -> dict[UnitPath, int]:
    """Return the ids of paths, entering those that are new."""
    wanted = list(dict.fromkeys(paths))
    columns = [[one.as_tuple()[level] for one in wanted] for level in range(4)]
    await database.execute(
        """
        INSERT INTO figure_places (unit_id, unit_1, unit_2, unit_3, unit_4)
        SELECT coalesce(u4, u3, u2, u1), u1, u2, u3, u4
        FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) AS t (u1, u2, u3, u4)
        WHERE NOT EXISTS (SELECT FROM figure_places p WHERE p.unit_1 = u1 AND p.unit_2 IS NOT DISTINCT FROM u2
            AND p.unit_3 IS NOT DISTINCT FROM u3 AND p.unit_4 IS NOT DISTINCT FROM u4)
        """,
        *columns,
    )
    return await known_places()


@remembering.once
async def known_places() -> dict[UnitPath, int]:
    """Return the ids of all paths in which anything was ever counted."""
    return {one.path: one.id for one in await _places()}


class _Place(Owned, frozen=True, kw_only=True):
    id: int


@compiled.many(_Place)
def _places() -> compiled.Query:
    return FigurePlace.select(*rows.columns(_Place, FigurePlace))


async def cells(wanted: Iterable[tuple[int, Cell]]) -> dict[tuple[int, Cell], int]:
    """Return the ids of cells by grain, entering those that are new."""
    asked = list(dict.fromkeys(wanted))
    arrays = [
        [grain for grain, _ in asked],
        [str(cell.event) for _, cell in asked],
        [cell.detail for _, cell in asked],
        [cell.field for _, cell in asked],
        [cell.behaviour for _, cell in asked],
        [str(cell.party) for _, cell in asked],
    ]
    types = "$1::smallint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]"
    same = """f.grain = t.grain AND f.event = t.event AND f.detail = t.detail AND f.field = t.field
        AND f.behaviour = t.behaviour AND f.party = t.party"""
    named = "AS t (grain, event, detail, field, behaviour, party)"
    await database.execute(
        f"""
        INSERT INTO figure_cells (grain, event, detail, field, behaviour, party)
        SELECT t.* FROM unnest({types}) {named}
        WHERE NOT EXISTS (SELECT FROM figure_cells f WHERE {same})
        """,
        *arrays,
    )
    found = await database.fetch(
        f"""
        SELECT f.id, t.place FROM unnest({types}, $7::integer[]) AS t (grain, event, detail, field, behaviour, party,
        place)
        JOIN figure_cells f ON {same}
        """,
        *arrays,
        list(range(len(asked))),
    )
    return {asked[row["place"]]: row["id"] for row in found}


async def take_out(gone: Sequence[tuple[UUID, Counted]]) -> None:
    """Remove events that acts no longer give."""
    await database.execute(
        """
        DELETE FROM counted_events c USING unnest($1::uuid[], $2::integer[], $3::smallint[]) AS t (record_id, entry,
        ordinal)
        WHERE c.record_id = t.record_id AND c.entry = t.entry AND c.ordinal = t.ordinal
        """,
        [record for record, _ in gone],
        [one.entry for _, one in gone],
        [one.ordinal for _, one in gone],
    )


async def put(new: Sequence[tuple[UUID, int, int, Counted]]) -> None:
    """Enter events: (record, cell id, place id, event) each."""
    await database.execute(
        """
        INSERT INTO counted_events (record_id, cell_id, place_id, entry, ordinal, happened_on, entered_on, annulled_on,
            counted, amount, party)
        SELECT * FROM unnest($1::uuid[], $2::integer[], $3::integer[], $4::integer[], $5::smallint[], $6::date[],
        $7::date[],
            $8::date[], $9::integer[], $10::bigint[], $11::uuid[])
        """,
        [one[0] for one in new],
        [one[1] for one in new],
        [one[2] for one in new],
        [one[3].entry for one in new],
        [one[3].ordinal for one in new],
        [one[3].happened_on for one in new],
        [one[3].entered_on for one in new],
        [one[3].annulled_on for one in new],
        [one[3].count for one in new],
        [one[3].amount for one in new],
        [UUID(one[3].party_key) if one[3].party_key else None for one in new],
    )


async def add(sums: Mapping[Key, Sums], ids: Mapping[tuple[int, Cell], int]) -> None:
    """Change sums by these amounts; one that comes to nothing stays as a line of zeros."""
    changed = [(key, one) for key, one in sums.items() if one]
    await database.execute(
        """
        INSERT INTO figure_rollups AS r (unit_id, span, grain, starts_on, cell_id, counted, amount, annulled,
        annulled_amount)
        SELECT * FROM unnest($1::uuid[], $2::text[], $9::smallint[], $3::date[], $4::integer[], $5::bigint[],
        $6::bigint[],
            $7::bigint[], $8::bigint[]) AS t (unit_id, span, grain, starts_on, cell_id, counted, amount, annulled,
            annulled_amount)
        ORDER BY 1, 2, 3, 4, 5
        ON CONFLICT (unit_id, span, grain, cell_id, starts_on) DO UPDATE SET counted = r.counted + excluded.counted,
            amount = r.amount + excluded.amount, annulled = r.annulled + excluded.annulled,
            annulled_amount = r.annulled_amount + excluded.annulled_amount
        """,
        [key.unit_id for key, _ in changed],
        [key.span for key, _ in changed],
        [key.starts_on for key, _ in changed],
        [ids[key.grain, key.cell] for key, _ in changed],
        [one.count for _, one in changed],
        [one.amount for _, one in changed],
        [one.annulled for _, one in changed],
        [one.annulled_amount for _, one in changed],
        [key.grain for key, _ in changed],
    )
