"""What samples are drawn from: the records of a population, told apart, with their number."""

from datetime import date, timedelta
from uuid import UUID

import msgspec

from backend.core import clock, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed, NotFound
from backend.force.units import service as units
from backend.insight.figures.counting import field_of
from backend.insight.queries import behind as naming
from backend.insight.queries import populations as queries
from backend.insight.queries.behind import Named
from backend.insight.queries.populations import Asked, Found
from backend.insight.rules import sampling
from backend.insight.rules.drawing import Member
from backend.insight.texts import samples as texts
from backend.law.deadlines import service as deadlines
from backend.law.rules.counting import end_of, start_of
from schemas.insight.samples import SampledKind, SampledPopulation, SampleList, SampleStrata

MOST = 100_000
"""Records of a population at most. All their ids are read, hashed and kept: five megabytes."""
MOST_LOOKED_INTO = 20_000
"""Records whose acts are read one by one, for what happened out of hours: half a million rows."""
_WHOLE = "all"
"""The key of the one stratum of a sample that is not told apart."""
_NO_FIELD = "none"


class TooManyRecords(Invalid):
    """More records than one sample is drawn from."""

    code = "sample_too_many"
    text_vi = (
        "Có hơn {most} hồ sơ, quá nhiều cho một mẫu. Hãy chọn kỳ ngắn hơn hoặc đơn vị nhỏ hơn."
    )
    text_en = (
        "There are more than {most} records, too many for one sample. Choose a shorter period or a smaller "
        "unit."
    )


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """How many records there are to draw from, by stratum, as things stand."""

    strata: dict[str, int]

    @property
    def total(self) -> int:
        """Records of all strata."""
        return sum(self.strata.values())

    def drawn(self, size: int) -> int:
        """Return how many would be drawn, so many of each stratum."""
        return sum(min(size, one) for one in self.strata.values())


async def preview(of: SampledPopulation, actor: Actor) -> Preview:
    """Count what a sample would be drawn from. Raises NotAllowed, NotFound, TooManyRecords, Invalid."""
    strata: dict[str, int] = {}
    for one in await members(of, actor):
        strata[one.stratum] = strata.get(one.stratum, 0) + 1
    return Preview(strata=dict(sorted(strata.items())))


async def listed(
    of: SampledPopulation, actor: Actor, after: UUID | None, limit: int
) -> list[Named]:
    """Return the next records of a population by their ids: at most `limit`.

    All are in sight: they are records of the reader's unit. Raises as preview().
    """
    asked = await _asked(of, actor)
    await _check_bounds(asked)
    ids = await queries.page(asked, limit, after)
    named = await naming.named(ids, actor)
    return [named[one] for one in ids if one in named]


async def members(of: SampledPopulation, actor: Actor) -> list[Member]:
    """Return the records of a population with their strata. Raises as preview()."""
    asked = await _asked(of, actor)
    await _check_bounds(asked)
    found = await queries.records(asked, MOST + 1)
    if len(found) > MOST:
        raise TooManyRecords(most=MOST)
    fields = {one: field_of(one) for one in {row.behaviour for row in found} if one}
    wanted = set(of.fields)
    kept = (one for one in found if not wanted or fields.get(one.behaviour or "", "") in wanted)
    return [Member(_stratum(of, one, fields), one.id) for one in kept]


def _stratum(of: SampledPopulation, one: Found, fields: dict[str, str]) -> str:
    match of.strata:
        case SampleStrata.NONE:
            return _WHOLE
        case SampleStrata.UNIT:
            return str(one.below or of.unit_id)
        case SampleStrata.FIELD:
            return fields.get(one.behaviour or "", "") or _NO_FIELD
        case SampleStrata.OUTCOME:
            if of.kind is SampledKind.CASE:
                return sampling.outcome_of_case(one.state, sanctioned=one.sanctioned)
            return sampling.outcome_of_inspection(one.state)


async def _asked(of: SampledPopulation, actor: Actor) -> Asked:
    """Return the question for the database. Raises NotAllowed, NotFound for a unit out of sight, Invalid."""
    if not sampling.may_audit(actor):
        raise NotAllowed
    if code := sampling.fault(of, clock.today()):
        raise Invalid(code=code, text=texts.said(code))
    path = await units.path_of(of.unit_id)
    if not scope.covers(actor, path):
        raise NotFound(what="unit")
    return Asked(
        seen=scope.lent(actor, path),
        level=path.level,
        kind=of.kind,
        out_of=of.out_of,
        first=of.first,
        last=of.last,
        since=start_of(of.first),
        until=end_of(of.last),
        now=clock.now(),
        days_off=_days_off(of) if of.out_of is SampleList.OUT_OF_HOURS else (),
    )


async def _check_bounds(asked: Asked) -> None:
    if asked.out_of is not SampleList.OUT_OF_HOURS:
        return
    if await queries.begun(asked, MOST_LOOKED_INTO + 1) > MOST_LOOKED_INTO:
        raise TooManyRecords(most=MOST_LOOKED_INTO)


def _days_off(of: SampledPopulation) -> list[date]:
    """Return the days from the period on that are not worked: acts of what began then may be made until today."""
    calendar, day, off = deadlines.calendar(), of.first - timedelta(days=1), []
    while day <= clock.today():
        if not calendar.works(day):
            off.append(day)
        day += timedelta(days=1)
    return off
