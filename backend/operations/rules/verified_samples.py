"""What the tables say of a sample, from its acts alone: `verify` compares, and draws again. Pure."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from backend.insight.rules import drawing
from schemas.insight import samples as acts
from schemas.insight.samples import SampleState


class KeptSample(msgspec.Struct, frozen=True, kw_only=True):
    """A sample as its table has it; it may have been tampered with."""

    state: str
    planned: dict[str, Any]
    words: str


class KeptRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A drawn record as its table has it."""

    record_id: UUID
    stratum: str
    looks: int
    result: str | None
    severity: str | None
    words: str


@dataclass
class Folded:
    """A sample as its acts have it."""

    state: str = SampleState.PLANNED.value
    planned: acts.SamplePlanned | None = None
    drawn: acts.SampleDrawn | None = None
    words: str = ""
    looks: dict[UUID, list[acts.SampleLooked]] = field(default_factory=dict)


def take(sample: Folded, content: Any) -> None:
    """Fold one more accepted act."""
    match content:
        case acts.SamplePlanned():
            sample.planned = content
        case acts.SampleDrawn():
            sample.state, sample.drawn = SampleState.DRAWN.value, content
        case acts.SampleLooked():
            sample.looks.setdefault(content.record_id, []).append(content)
        case acts.SampleClosed():
            sample.state, sample.words = SampleState.CLOSED.value, content.words
        case acts.SampleGivenUp():
            sample.state, sample.words = SampleState.GIVEN_UP.value, content.reason


def faults(
    said: Folded, row: KeptSample | None, records: list[KeptRecord], population: str | None
) -> list[str]:
    """Return what differs between a sample's acts and its rows, and whether its draw comes out again."""
    if row is None or said.planned is None:
        return ["its row is missing, or the act that planned it"]
    found = []
    if (row.state, row.words) != (said.state, said.words):
        found.append("the table says another state or end than its acts")
    if row.planned != msgspec.to_builtins(said.planned):
        found.append("the table says another plan than its acts")
    if records != _records(said):
        found.append("the table says that other records were drawn or looked at than its acts")
    if said.drawn is not None:
        found += _draw_faults(said.planned, said.drawn, population)
    return found


def _records(said: Folded) -> list[KeptRecord]:
    strata = said.drawn.strata if said.drawn else []
    return [
        _record(one, stratum.key, said.looks.get(one, []))
        for stratum in sorted(strata, key=lambda each: each.key)
        for one in stratum.drawn
    ]


def _record(record_id: UUID, stratum: str, looks: list[acts.SampleLooked]) -> KeptRecord:
    last = looks[-1] if looks else None
    return KeptRecord(
        record_id=record_id,
        stratum=stratum,
        looks=len(looks),
        result=last.result.value if last else None,
        severity=last.severity.value if last and last.severity else None,
        words=last.words if last else "",
    )


def _draw_faults(
    planned: acts.SamplePlanned, drawn: acts.SampleDrawn, population: str | None
) -> list[str]:
    if population is None or drawing.sha256(population) != drawn.population_sha256:
        return ["what it was drawn from is not the file that its act names"]
    try:
        members = drawing.read(population)
    except ValueError:
        return ["what it was drawn from cannot be read"]
    again = drawing.draw(planned.seed, members, planned.size)
    told = [(one.key, one.population, tuple(one.drawn)) for one in drawn.strata]
    if told != [(one.key, one.population, one.records) for one in again]:
        return ["its seed draws other records than its act says"]
    return []
