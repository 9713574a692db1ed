"""Queries of verification about auditors' samples. For operators: no scope applies."""

from uuid import UUID

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.insight.tables.samples import Sample, SamplePopulation, SampleRecord
from backend.operations.rules.verified_samples import KeptRecord, KeptSample


async def sample(sample_id: UUID) -> KeptSample | None:
    """Return a sample as its table has it, or None."""
    found = await Sample.select(*rows.columns(KeptSample, Sample)).where(Sample.id == sample_id)
    made = rows.many(KeptSample, decoded(found, "planned"))
    return made[0] if made else None


@compiled.many(KeptRecord)
def records(sample_id: UUID) -> Query:
    """Return what the table says was drawn, in the order of the draw."""
    one = SampleRecord
    kept = one.select(*rows.columns(KeptRecord, one)).where(one.sample_id == sample_id)
    return kept.order_by(one.stratum, one.place)


@compiled.value(str)
def population(sample_id: UUID) -> Query:
    """Return what a sample was drawn from; None if nothing is kept."""
    kept = SamplePopulation
    return kept.select(kept.listed).where(kept.sample_id == sample_id)


@compiled.values(UUID)
def every() -> Query:
    """Return the ids of all samples in the table."""
    return Sample.select(Sample.id)
