"""Auditors' samples: records drawn at random by a seed, looked at one by one, each look an act.

A sample is planned first: whose records, of which period, out of which list, told apart how, how many of each, and
by which seed. Then it is drawn, once: by SHA-256 of seed and record id (backend/insight/rules/drawing.py), so that
anybody who has the population can draw it again. An act never changes what was drawn.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.content_types import LongText

MOST_OF_A_STRATUM = 100
"""Records that are drawn of one stratum at most: an auditor looks at each."""
MOST_DRAWN = 300
"""Records of one sample at most."""
Seed = Annotated[str, Meta(min_length=1, max_length=100, pattern=r"\A[^\x00-\x1f\x7f]+\Z")]
"""One line of any text. No line break, which stands between seed and id where they are hashed."""
Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Words = Annotated[str, Meta(min_length=3, max_length=2000)]


class SampleAct(StrEnum):
    """What can happen to a sample."""

    PLANNED = "sample.planned"
    DRAWN = "sample.drawn"
    LOOKED = "sample.looked"
    EXPORTED = "sample.exported"
    CLOSED = "sample.closed"
    GIVEN_UP = "sample.given_up"


class SampleState(StrEnum):
    """Where a sample stands."""

    PLANNED = "planned"
    """Its seed is fixed; nothing is drawn."""
    DRAWN = "drawn"
    CLOSED = "closed"
    GIVEN_UP = "given_up"


class SampledKind(StrEnum):
    """What is sampled."""

    CASE = "case"
    INSPECTION = "inspection"


class SampleList(StrEnum):
    """Out of which records: all of them, or those in which something happened that auditors look for."""

    ALL = "all"
    LATE = "late"
    """A time limit of the case passed before its act, or is over without it."""
    CORRECTED = "corrected"
    """A paper of the case was amended, corrected or annulled by another one."""
    REOPENED = "reopened"
    """The archived file was opened again."""
    SELF_SIGNED = "self_signed"
    """Drafted and signed by one person."""
    QUARANTINED = "quarantined"
    """An act or a photograph was put into quarantine."""
    OUT_OF_HOURS = "out_of_hours"
    """An act was made, or a photograph taken, at night or on a day off."""


class SampleStrata(StrEnum):
    """Into which groups the population is told apart; of each as many are drawn."""

    NONE = "none"
    UNIT = "unit"
    """The units right below."""
    FIELD = "field"
    OUTCOME = "outcome"


class LookResult(StrEnum):
    """What a look at a record found."""

    IN_ORDER = "in_order"
    FINDING = "finding"
    NOT_JUDGED = "not_judged"
    """It could not be judged: papers are missing, or the record went out of sight."""


class Severity(StrEnum):
    """How heavy a finding is."""

    MINOR = "minor"
    """A fault of form that changes nothing for anybody."""
    SERIOUS = "serious"
    """A rule was broken; to be mended."""
    GRAVE = "grave"
    """Somebody's rights, money or evidence were touched."""


class SampledPopulation(Wire, kw_only=True):
    """Out of which records, and into which groups they are told apart."""

    unit_id: UUID
    """With all units below it, as records belong to them when it is drawn."""
    kind: SampledKind
    out_of: SampleList
    first: date
    last: date
    """In Vietnam, inclusive; of what, docs/insight/samples.md says for each list."""
    fields: Annotated[list[Annotated[str, Meta(max_length=40)]], Meta(max_length=20)] = field(
        default_factory=list
    )
    """Of cases, these fields alone; empty is all."""
    strata: SampleStrata


class SamplePlanned(Wire, kw_only=True):
    """What will be drawn from, how much, and by which seed, fixed before anything is drawn."""

    of: SampledPopulation
    size: Annotated[int, Meta(ge=1, le=MOST_OF_A_STRATUM)]
    """Of each stratum; one that has fewer is taken whole."""
    seed: Seed
    seed_given: bool
    """An auditor typed the beginning, e.g. the numbers of a lottery. The end is the server's, at random: 128 bits."""
    purpose: Words


class DrawnStratum(Wire, kw_only=True):
    """One stratum: how many records it has, and which were drawn, in the order of their hashes."""

    key: Annotated[str, Meta(min_length=1, max_length=60, pattern=r"\A[0-9a-z_-]+\Z")]
    population: Annotated[int, Meta(ge=1, le=10_000_000)]
    drawn: Annotated[list[UUID], Meta(max_length=MOST_OF_A_STRATUM)]


class SampleDrawn(Wire, kw_only=True):
    """What was drawn, out of what."""

    algorithm: Annotated[str, Meta(max_length=60)]
    log_size: Annotated[int, Meta(ge=0, le=10**12)]
    """Leaves of the log under the newest checkpoint when it was drawn."""
    population: Annotated[int, Meta(ge=1, le=10_000_000)]
    population_sha256: Hash
    """Of the population's file: a line of stratum and record id for each record, sorted."""
    strata: Annotated[list[DrawnStratum], Meta(min_length=1, max_length=MOST_DRAWN)]


class SampleLooked(Wire, kw_only=True):
    """An auditor looked at a drawn record. The last look counts, and none is lost."""

    record_id: UUID
    result: LookResult
    severity: Severity | None = None
    """Of a finding."""
    words: LongText = ""
    """Required unless all is in order."""


class SampleExported(Wire, kw_only=True):
    """The records were asked for as evidence packages."""

    bundle_id: UUID
    purpose: Words


class SampleClosed(Wire, kw_only=True):
    """No more looks. Heads of the unit see the summary and the findings from now on."""

    words: LongText = ""
    """The auditor's conclusion; required if records were not looked at."""


class SampleGivenUp(Wire, kw_only=True):
    """Given up. It stays listed, so that nobody draws until the draw suits."""

    reason: Words


SAMPLE_CONTENTS: dict[str, type[Wire]] = {
    SampleAct.PLANNED: SamplePlanned,
    SampleAct.DRAWN: SampleDrawn,
    SampleAct.LOOKED: SampleLooked,
    SampleAct.EXPORTED: SampleExported,
    SampleAct.CLOSED: SampleClosed,
    SampleAct.GIVEN_UP: SampleGivenUp,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
