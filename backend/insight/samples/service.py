"""Auditors' samples at the desk: populations and their sizes, planning, the draw, looks, the end.

    sample_id, outcome = await samples.plan(planned, actor)
    outcome = await samples.draw(sample_id, actor)

All in the caller's transaction.
"""

import asyncio
import secrets
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock, keyset, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed, NotFound, RefusedAct
from backend.insight.queries import behind as naming
from backend.insight.queries import samples as queries
from backend.insight.queries.behind import Named as Named
from backend.insight.queries.samples import PastLook
from backend.insight.queries.samples import RecordRow as RecordRow
from backend.insight.queries.samples import SampleRow as SampleRow
from backend.insight.rules import drawing, sampling
from backend.insight.rules.sampling import Looked, Tally
from backend.insight.samples.populations import Preview as Preview
from backend.insight.samples.populations import listed as listed
from backend.insight.samples.populations import members
from backend.insight.samples.populations import preview as preview
from backend.insight.texts import samples as texts
from backend.ledger import service as ledger
from backend.ledger.service import Opened, Outcome, mark_of
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.insight.samples import (
    MOST_DRAWN,
    SAMPLE_CONTENTS,
    DrawnStratum,
    LookResult,
    SampleAct,
    SampleDrawn,
    SampleLooked,
    SamplePlanned,
    SampleState,
)

PAGE = 50
_SEED_BYTES = 16
MOST_TYPED = 60
"""Letters of the typed part of a seed."""
_TYPES = {kind: SampleAct(name) for name, kind in SAMPLE_CONTENTS.items()}


class TooManyDrawn(Invalid):
    """So many strata, and so many of each, that nobody could look at all."""

    code = "sample_too_large"
    text_vi = "Sẽ rút {drawn} hồ sơ; một mẫu có tối đa 300. Hãy giảm số hồ sơ mỗi nhóm."
    text_en = "{drawn} records would be drawn; a sample has 300 at most. Draw fewer of each group."


class NothingToDraw(Invalid):
    """Nobody can draw from nothing."""

    code = "sample_empty"
    text_vi = "Không có hồ sơ nào trong kỳ và danh sách này. Hãy chọn lại."
    text_en = "No record is in this list and period. Choose others."


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page of samples, and the cursor of the next one."""

    rows: list[SampleRow]
    next: str | None


class View(msgspec.Struct, frozen=True, kw_only=True):
    """One sample as its reader may see it: all of it for auditors, of a closed one what was found for heads."""

    row: SampleRow
    records: list[RecordRow]
    named: dict[UUID, Named]
    """Those of the records that are in the reader's sight now."""
    tallies: list[Tally]
    past: dict[UUID, list[PastLook]]
    """Looks that a later one took the place of, by record; for auditors."""
    may_act: bool


def make_seed(typed: str = "") -> str:
    """Return a seed: 128 bits at random, behind what an auditor typed, which has `MOST_TYPED` letters at most.

    The auditor has seen the ids by then. A seed that is typed alone can be tried out on them until it draws none but
    friends.
    """
    made = secrets.token_hex(_SEED_BYTES)
    return f"{typed} {made}" if typed else made


def check_reader(actor: Actor) -> None:
    """Raise NotAllowed for everybody but auditors, and heads, who see what was found once a sample is closed."""
    if scope.samples(actor).empty:
        raise NotAllowed


def may_audit(actor: Actor) -> bool:
    """Tell whether an officer plans and draws samples."""
    return sampling.may_audit(actor)


async def page(actor: Actor, cursor: str | None, limit: int = PAGE) -> Page:
    """Return a page of the samples in sight, the latest first. Raises NotAllowed, Invalid for a foreign cursor."""
    check_reader(actor)
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    found = await queries.page(scope.samples(actor), after, limit + 1)
    shown, more = found[:limit], len(found) > limit
    return Page(rows=shown, next=keyset.write(shown[-1].planned_at, shown[-1].id) if more else None)


async def read(sample_id: UUID, actor: Actor) -> View:
    """Return one sample in sight. Raises NotAllowed, NotFound."""
    check_reader(actor)
    row = await queries.in_sight(scope.samples(actor), sample_id)
    if row is None:
        raise NotFound(what="sample")
    all_of_it = await queries.records(sample_id)
    looked = [
        Looked(record_id=one.record_id, stratum=one.stratum, result=one.result) for one in all_of_it
    ]
    tallies = sampling.tallies(row.drawn.strata if row.drawn else {}, looked)
    audits = sampling.may_audit_unit(actor, row.path)
    shown = all_of_it if audits else [_nameless(one) for one in all_of_it if _found(one)]
    named = await naming.named([one.record_id for one in shown], actor)
    past: dict[UUID, list[PastLook]] = {}
    if audits and any(one.looks > 1 for one in shown):
        for look in await queries.looks(sample_id):
            past.setdefault(look.look.record_id, []).append(look)
    return View(
        row=row,
        records=shown,
        named=named,
        tallies=tallies,
        past={key: looks[:-1] for key, looks in past.items() if len(looks) > 1},
        may_act=audits,
    )


def _found(one: RecordRow) -> bool:
    return one.result is LookResult.FINDING


def _nameless(one: RecordRow) -> RecordRow:
    """Take away who looked: heads see what was found, never who audits them."""
    return msgspec.structs.replace(one, looked_by_name=None, looked_at=None)


async def plan(planned: SamplePlanned, actor: Actor) -> tuple[UUID, Outcome]:
    """Fix what will be drawn, and the seed. Nothing is drawn yet. Raises as preview(), TooManyDrawn, NothingToDraw."""
    _check_drawable(await preview(planned.of, actor), planned.size)
    sample_id = new_id()
    return sample_id, await _record(sample_id, planned, actor)


def _check_drawable(found: Preview, size: int) -> None:
    if not found.total:
        raise NothingToDraw
    if found.drawn(size) > MOST_DRAWN:
        raise TooManyDrawn(drawn=found.drawn(size))


async def draw(sample_id: UUID, actor: Actor) -> Outcome:
    """Draw, once. Raises NotAllowed, NotFound, TooManyRecords, TooManyDrawn, NothingToDraw."""
    await _seen(sample_id, actor)
    # Of two officers who draw at once the second waits here, and is refused.
    await queries.lock(sample_id)
    row = await queries.in_sight(scope.samples(actor), sample_id)
    if row is None:
        raise NotFound(what="sample")
    if row.state is not SampleState.PLANNED:
        raise RefusedAct(code="sample_drawn", text=texts.said("sample_drawn"))
    size = await queries.log_size() or 0
    out_of = await members(row.planned.of, actor)
    listed_text = await asyncio.to_thread(drawing.listed, out_of)
    found = await asyncio.to_thread(drawing.draw, row.planned.seed, out_of, row.planned.size)
    _check_drawable(Preview(strata={one.key: one.population for one in found}), row.planned.size)
    content = SampleDrawn(
        algorithm=drawing.ALGORITHM,
        log_size=size,
        population=len(out_of),
        population_sha256=drawing.sha256(listed_text),
        strata=[
            DrawnStratum(key=one.key, population=one.population, drawn=list(one.records))
            for one in found
        ],
    )
    outcome = await _record(sample_id, content, actor)
    if isinstance(outcome, ledger.Accepted) and not outcome.repeated:
        await queries.keep_population(sample_id, listed_text)
    return outcome


async def look(sample_id: UUID, content: SampleLooked, actor: Actor, mark: str) -> Outcome:
    """Record a look. `mark` is of the look that stood when the form was opened: two who look at once are told.

    Raises NotAllowed, NotFound.
    """
    await _seen(sample_id, actor)

    async def now() -> str:
        found = [
            one for one in await queries.records(sample_id) if one.record_id == content.record_id
        ]
        return mark_of_look(found[0]) if found else ""

    opened = Opened(mark=mark, made=mark_of(content), now=now)
    return await _record(sample_id, content, actor, opened)


def mark_of_look(one: RecordRow) -> str:
    """Return the mark of the last look at a record."""
    if one.result is None:
        return ""
    return mark_of(
        SampleLooked(
            record_id=one.record_id, result=one.result, severity=one.severity, words=one.words
        )
    )


async def act(sample_id: UUID, content: Wire, actor: Actor) -> Outcome:
    """Close a sample, give it up, or note that its records were asked for. Raises NotAllowed, NotFound."""
    await _seen(sample_id, actor)
    return await _record(sample_id, content, actor)


async def population(sample_id: UUID, actor: Actor) -> str:
    """Return what a sample was drawn from, as the file whose hash is in its act. Raises NotAllowed, NotFound."""
    await _seen(sample_id, actor)
    kept = await queries.population(sample_id)
    if kept is None:
        raise NotFound(what="population")
    return kept


def manifest(view: View) -> dict[str, Any]:
    """Return what anybody needs to draw a sample again, as JSON takes it; its draw must be there."""
    drawn, planned = view.row.drawn, view.row.planned
    if drawn is None:
        raise TypeError("a sample that is not drawn")
    ids: dict[str, list[str]] = {}
    for one in view.records:
        ids.setdefault(one.stratum, []).append(str(one.record_id))
    said = msgspec.to_builtins(planned.of)
    return {
        "sample_id": str(view.row.id),
        "algorithm": drawn.algorithm,
        "population": said | {"records": drawn.population},
        "population_sha256": drawn.population_sha256,
        "seed": planned.seed,
        "seed_given": planned.seed_given,
        "size": planned.size,
        "planned_at": clock.rfc3339(view.row.planned_at),
        "drawn_at": clock.rfc3339(view.row.drawn_at) if view.row.drawn_at else None,
        "log_size": drawn.log_size,
        "looks": [
            {
                "record_id": str(one.record_id),
                "result": one.result,
                "severity": one.severity,
                "words": one.words,
                "at": clock.rfc3339(one.looked_at) if one.looked_at else None,
                "earlier": [
                    {
                        "result": past.look.result,
                        "severity": past.look.severity,
                        "words": past.look.words,
                        "at": clock.rfc3339(past.at),
                    }
                    for past in view.past.get(one.record_id, ())
                ],
            }
            for one in view.records
            if one.result is not None
        ],
        "strata": [
            {"key": key, "population": population, "drawn": ids.get(key, [])}
            for key, population in drawn.strata.items()
        ],
    }


def redrawing_program() -> str:
    """Return the program that draws again from a manifest and a population's file."""
    return Path(__file__).with_name("redraw.py").read_text(encoding="utf-8")


async def _seen(sample_id: UUID, actor: Actor) -> None:
    """Raise NotAllowed for who samples nothing, NotFound for a sample out of sight."""
    if not sampling.may_audit(actor):
        raise NotAllowed
    if await queries.in_sight(scope.samples(actor), sample_id) is None:
        raise NotFound(what="sample")


async def _record(
    sample_id: UUID, content: Wire, actor: Actor, opened: Opened | None = None
) -> Outcome:
    act = ledger.desk_act(RecordKind.SAMPLE, sample_id, _TYPES[type(content)], content, actor)
    return await ledger.record(act, actor, opened)


LISTS, MEANINGS, STRATA = texts.LISTS, texts.MEANINGS, texts.STRATA
OUTCOMES, STATES = texts.OUTCOMES, texts.STATES
RESULTS, SEVERITIES = texts.RESULTS, texts.SEVERITIES
"""What lists, groups, states and results are called, for pages."""
LISTS_OF, STRATA_OF = sampling.LISTS, sampling.STRATA
"""Which there are of each kind of record."""
