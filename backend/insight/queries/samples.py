"""Queries of auditors' samples: planned, drawn, looked at, listed."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from piccolo.columns.combination import WhereRaw

from backend.core import compiled, database, rows, scoped
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written
from backend.core.scope import Reach
from backend.insight.tables.samples import Sample, SamplePopulation, SampleRecord
from backend.ledger.tables.ledger import LedgerCheckpoint
from schemas.insight.samples import (
    LookResult,
    SampleDrawn,
    SampleLooked,
    SamplePlanned,
    SampleState,
    Severity,
)


class LockedSample(Owned, frozen=True, kw_only=True):
    """A sample as acts on it are judged."""

    id: UUID
    state: SampleState
    records: int
    looked: int
    found: int


class KeptDraw(msgspec.Struct, frozen=True, kw_only=True):
    """What was drawn, as the row keeps it: the records themselves are rows."""

    algorithm: str
    log_size: int
    population: int
    population_sha256: str
    strata: dict[str, int]
    """How many records each stratum has."""


class SampleRow(LockedSample, frozen=True, kw_only=True):
    """A sample with the names that pages show. Times are UTC."""

    planned: SamplePlanned
    planned_at: datetime
    planned_by_name: str
    drawn: KeptDraw | None
    drawn_at: datetime | None
    ended_at: datetime | None
    ended_by_name: str | None
    words: str
    unit_vi: str
    unit_en: str


class RecordRow(msgspec.Struct, frozen=True, kw_only=True):
    """A drawn record with its last look."""

    record_id: UUID
    stratum: str
    place: int
    looks: int
    result: LookResult | None
    severity: Severity | None
    words: str
    looked_at: datetime | None
    looked_by_name: str | None


@compiled.one(LockedSample)
def lock(sample_id: UUID) -> Query:
    """Lock a sample until the transaction ends; None if there is none."""
    found = Sample.select(*rows.columns(LockedSample, Sample)).where(Sample.id == sample_id)
    return found.lock_rows("UPDATE")


async def insert(
    sample_id: UUID, planned: SamplePlanned, path: UnitPath, officer_id: UUID, at: datetime
) -> None:
    """Write a sample that was planned."""
    await Sample.insert(
        Sample(
            id=sample_id,
            unit_id=path.unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            state=SampleState.PLANNED,
            planned=written(planned),
            planned_by=officer_id,
            planned_at=at,
        )
    )


async def draw(sample_id: UUID, drawn: SampleDrawn, at: datetime) -> None:
    """Write what was drawn."""
    kept = KeptDraw(
        algorithm=drawn.algorithm,
        log_size=drawn.log_size,
        population=drawn.population,
        population_sha256=drawn.population_sha256,
        strata={one.key: one.population for one in drawn.strata},
    )
    records = [
        (record_id, one.key, place)
        for one in drawn.strata
        for place, record_id in enumerate(one.drawn, 1)
    ]
    await database.execute(
        """INSERT INTO sample_records (sample_id, record_id, stratum, place)
        SELECT $1, t.* FROM unnest($2::uuid[], $3::text[], $4::integer[]) t""",
        sample_id,
        [record_id for record_id, _, _ in records],
        [stratum for _, stratum, _ in records],
        [place for _, _, place in records],
    )
    await _drawn(sample_id, written(kept), len(records), at)


@compiled.write
def _drawn(sample_id: UUID, drawn: str, records: int, at: datetime) -> Query:
    return Sample.update(
        {
            Sample.state: SampleState.DRAWN.value,
            Sample.drawn: drawn,
            Sample.records: records,
            Sample.drawn_at: at,
        }
    ).where(Sample.id == sample_id)


async def keep_population(sample_id: UUID, listed: str) -> None:
    """Keep what was drawn from, in the transaction of the act that names its hash."""
    await SamplePopulation.insert(SamplePopulation(sample_id=sample_id, listed=listed))


@compiled.value(str)
def population(sample_id: UUID) -> Query:
    """Return what was drawn from; None before the draw. The caller has checked scope on the sample."""
    kept = SamplePopulation
    return kept.select(kept.listed).where(kept.sample_id == sample_id)


async def look(sample_id: UUID, look: SampleLooked, officer_id: UUID, at: datetime) -> None:
    """Write the last look at a record, and count the looks anew, under the sample's lock."""
    await database.execute(
        """
        UPDATE sample_records SET looks = looks + 1, result = $3, severity = $4, words = $5, looked_by = $6,
            looked_at = $7
        WHERE sample_id = $1 AND record_id = $2
        """,
        sample_id,
        look.record_id,
        look.result,
        look.severity,
        look.words,
        officer_id,
        at,
    )
    await database.execute(
        """
        UPDATE samples s SET looked = c.looked, found = c.found FROM (
            SELECT count(result) AS looked, count(*) FILTER (WHERE result = 'finding') AS found
            FROM sample_records WHERE sample_id = $1) c
        WHERE s.id = $1
        """,
        sample_id,
    )


@compiled.write
def end(sample_id: UUID, state: str, words: str, officer_id: UUID, at: datetime) -> Query:
    """Write that a sample was closed or given up."""
    return Sample.update(
        {
            Sample.state: state,
            Sample.words: words,
            Sample.ended_by: officer_id,
            Sample.ended_at: at,
        }
    ).where(Sample.id == sample_id)


_SHOWN = (
    *rows.columns(LockedSample, Sample),
    Sample.planned,
    Sample.planned_at,
    Sample.planned_by.full_name.as_alias("planned_by_name"),
    Sample.drawn,
    Sample.drawn_at,
    Sample.ended_at,
    Sample.ended_by.full_name.as_alias("ended_by_name"),
    Sample.words,
    Sample.unit_id.name_vi.as_alias("unit_vi"),
    Sample.unit_id.name_en.as_alias("unit_en"),
)


async def in_sight(seen: Reach, sample_id: UUID) -> SampleRow | None:
    """Return a sample in reach, or None."""
    found = Sample.select(*_SHOWN).where(scoped.where(seen, Sample)).where(Sample.id == sample_id)
    made = _read(await found)
    return made[0] if made else None


async def page(seen: Reach, after: tuple[datetime, UUID] | None, limit: int) -> list[SampleRow]:
    """Return samples in reach, the latest first."""
    found = Sample.select(*_SHOWN).where(scoped.where(seen, Sample))
    if after is not None:
        found = found.where(WhereRaw("(samples.planned_at, samples.id) < ({}, {})", *after))
    found = found.order_by(Sample.planned_at, Sample.id, ascending=False).limit(limit)
    return _read(await found)


def _read(found: list[dict[str, Any]]) -> list[SampleRow]:
    return rows.many(SampleRow, decoded(found, "planned", "drawn"))


@compiled.many(RecordRow)
def records(sample_id: UUID) -> Query:
    """Return what was drawn, in the order of the draw. The caller has checked scope on the sample."""
    one = SampleRecord
    shown = one.select(
        one.record_id,
        one.stratum,
        one.place,
        one.looks,
        one.result,
        one.severity,
        one.words,
        one.looked_at,
        one.looked_by.full_name.as_alias("looked_by_name"),
    )
    return shown.where(one.sample_id == sample_id).order_by(one.stratum, one.place)


class PastLook(msgspec.Struct, frozen=True, kw_only=True):
    """One look at a record, as its act says it."""

    look: SampleLooked
    at: datetime
    by_name: str


async def looks(sample_id: UUID) -> list[PastLook]:
    """Return all looks of a sample, the first one first. The caller has checked scope on the sample."""
    found = await database.fetch(
        """
        SELECT e.act::jsonb -> 'content' AS look, e.received_at AS at, o.full_name AS by_name
        FROM ledger_entries e JOIN officers o ON o.id = e.officer_id
        WHERE e.record_id = $1 AND e.act_type = 'sample.looked' ORDER BY e.number
        """,
        sample_id,
    )
    return rows.many(PastLook, decoded(found, "look"))


@compiled.exists
def holds(sample_id: UUID, record_id: UUID) -> Query:
    """Tell whether a record was drawn into a sample."""
    one = SampleRecord
    return one.exists().where(one.sample_id == sample_id).where(one.record_id == record_id)


async def took_part(record_id: UUID, officer_id: UUID) -> bool:
    """Tell whether an officer had a part in a record: an act, a place on its team, an act of a submission of it.

    A case and the inspection from which it came are one work. Nobody audits their own.
    """
    found: bool = await database.fetchval(
        """
        WITH work AS (
            SELECT $1::uuid AS id
            UNION SELECT c.inspection_id FROM cases c WHERE c.id = $1 AND c.inspection_id IS NOT NULL
            UNION SELECT c.id FROM cases c WHERE c.inspection_id = $1)
        SELECT EXISTS (SELECT FROM work w JOIN ledger_entries e ON e.record_id = w.id WHERE e.officer_id = $2)
            OR EXISTS (SELECT FROM work w JOIN case_officers o ON o.case_id = w.id WHERE o.officer_id = $2)
            OR EXISTS (SELECT FROM work w JOIN inspection_team t ON t.inspection_id = w.id WHERE t.officer_id = $2)
            OR EXISTS (SELECT FROM work w JOIN approval_submissions s ON s.record_id = w.id
                JOIN ledger_entries e ON e.record_id = s.id WHERE e.officer_id = $2)
        """,
        record_id,
        officer_id,
    )
    return found


@compiled.value(int)
def log_size() -> Query:
    """Return how many leaves of the log are under the newest checkpoint; None if there is none."""
    newest = LedgerCheckpoint.select(LedgerCheckpoint.size)
    return newest.order_by(LedgerCheckpoint.size, ascending=False)
