"""Restructurings at the desk: one administrator asks, a second one of the level above confirms or declines.

    await ask(my, unit_id, UnitMerged(…))            # what it touches is kept with the ask
    it = await get(lan, ask_id)                       # counted again; `it.seen` names what lan has before them
    await confirm(lan, ask_id, it.seen, "đã đối chiếu quyết định")   # None if it is not so any more

All functions run inside the caller's transaction.
"""

import hashlib
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.core import clock, keyset, scope
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotFound, RefusedAct
from backend.force.notices import service as notices
from backend.force.queries import asks as people_asks
from backend.force.queries import restructuring as restructuring_queries
from backend.force.queries import unit_asks as queries
from backend.force.queries import units as unit_queries
from backend.force.queries.unit_asks import NamedAsk as NamedAsk
from backend.force.rules import unit_asks as rules
from backend.force.rules.accounts import require_administrator
from backend.force.rules.actors import actor_of
from backend.force.rules.unit_asks import Change
from backend.force.texts import restructuring_notices as words_of
from backend.force.units import judging_asks, restructuring, restructurings
from backend.force.units.restructurings import Preview
from backend.ledger import reading
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force import restructuring_acts as acts
from schemas.force.acts import PeopleAct

_FIELD = {"merge": "merged", "move": "moved", "split": "split", "close": "closed"}
_TOLD_AFTER = 4 * rules.LIFE
"""Asks that lapsed longer ago are not told of: everybody was, or nobody waits for it."""
State = Literal["waiting", "over", "confirmed", "declined"]


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """An ask as a reader sees it."""

    row: NamedAsk
    change: Change
    state: State
    """`over`: nobody answered within a week."""
    then: dict[str, int]
    """What it touched when it was asked for."""
    done: dict[str, int] | None
    """What it touched when it was confirmed; None unless it was."""
    now: Preview | None
    """What it touches now; None unless it waits."""
    seen: str
    """Names what `now` says, for the confirmation."""
    why_not: Text | None
    """Why this reader may not confirm it; None if they may, or it does not wait."""
    may_confirm: bool
    may_decline: bool
    mine: bool
    who_else: list[str]
    """Names of those who may confirm it."""


def state_of(row: NamedAsk, now: datetime) -> State:
    """Return the state of an ask: one that nobody answered within a week is over."""
    over = row.state == "waiting" and row.asked_at + rules.LIFE < now
    return "over" if over else row.state


def until(row: NamedAsk) -> datetime:
    """Return when an ask lapses."""
    return row.asked_at + rules.LIFE


async def _seen(unit_id: UUID, change: Change, preview: Preview) -> str:
    """Return what names a preview: it changes with each count, officer, place of a case, and unit that receives."""
    async with at_once() as begin:
        finding = [begin(unit_queries.find(one)) for one in (unit_id, *rules.targets(change))]
        living = begin(restructuring_queries.officers_of(unit_id))
    named = [one.result() for one in finding]
    said = (
        sorted(preview.counts.items()),
        sorted((str(one.id), one) for one in preview.cases),
        living.result(),
        [(one.code, one.name_vi, one.path.as_tuple()) for one in named if one],
    )
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()


async def ask(actor: Actor, unit_id: UUID, change: Change) -> tuple[Outcome, UUID]:
    """Ask for a change and tell those who may confirm it; return the ask's id. Raises NotAllowed, NotFound."""
    await restructuring.lock(unit_id, change)
    preview = await restructurings.preview(actor, unit_id, change)
    await restructurings.require_little(unit_id)
    ask_id = new_id()
    of: dict[str, Any] = {_FIELD[rules.kind_of(change)]: change}
    content = acts.RestructuringAsked(ask_id=ask_id, preview=preview.counts, **of)
    outcome = await _record(actor, unit_id, PeopleAct.RESTRUCTURING_ASKED, content)
    if isinstance(outcome, Accepted):
        row = await _found(actor, ask_id)
        await _tell(await _confirmers(row), row, "restructuring.asked", actor.full_name)
    return outcome, ask_id


async def listing(actor: Actor, after: str | None, limit: int) -> tuple[list[NamedAsk], str | None]:
    """Return a page of the asks of the scope, the newest first, and the cursor of the next. Raises NotAllowed."""
    require_administrator(actor)
    position = keyset.read(after, datetime, UUID) if after else None
    found = await queries.page(scope.administered(actor), position, limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return found[:limit], keyset.write(last.asked_at, last.id) if last else None


async def get(actor: Actor, ask_id: UUID) -> Ask:
    """Return an ask of the scope, with what it touches now. Locks its units. Raises NotAllowed, NotFound."""
    row = await _found(actor, ask_id)
    change = _change(row)
    state, mine = state_of(row, clock.now()), row.asked_by == actor.officer_id
    waits, now, why, others, declines, seen = state == "waiting", None, None, [], False, ""
    if waits:
        await restructuring.lock(row.unit_id, change)
        unit = await unit_queries.lock(row.unit_id)
        why = await judging_asks.objection(unit, row, actor) if unit else None
        declines = unit is not None and await judging_asks.declining(unit, row, actor) is None
        why = why or await restructurings.too_much(row.unit_id)
        now = await restructurings.preview(actor, row.unit_id, change)
        async with at_once() as begin:
            naming, confirming = begin(_seen(row.unit_id, change, now)), begin(_confirmers(row))
        seen, others = naming.result(), confirming.result()
    return Ask(
        row=row,
        change=change,
        state=state,
        then=row.asked().preview,
        done=await _confirmed_for(row) if state == "confirmed" else None,
        now=now,
        seen=seen,
        why_not=why.text if why and not mine else None,
        may_confirm=waits and why is None,
        may_decline=declines,
        mine=mine,
        who_else=[one.full_name for one in others if one.officer_id != actor.officer_id],
    )


async def _confirmed_for(row: NamedAsk) -> dict[str, int] | None:
    """Return what was counted when an ask was confirmed, as the act says it."""
    confirmed = await reading.of_types(row.unit_id, [PeopleAct.RESTRUCTURING_CONFIRMED])
    said = [msgspec.convert(one.content, acts.RestructuringConfirmed) for one in confirmed]
    return next((one.preview for one in said if one.ask_id == row.id), None)


async def confirm(actor: Actor, ask_id: UUID, seen: str, note: str) -> Outcome | None:
    """Confirm an ask and carry it out; None if what it touches is not what was seen any more.

    Raises NotAllowed, NotFound, and RefusedAct if it cannot be carried out: then the ask waits on.
    """
    row = await _found(actor, ask_id)
    change = _change(row)
    await restructuring.lock(row.unit_id, change)
    preview = await restructurings.preview(actor, row.unit_id, change)
    if state_of(row, clock.now()) == "waiting":  # else the one door says why not
        if await _seen(row.unit_id, change, preview) != seen:
            return None
        await restructurings.require_little(row.unit_id)
    content = acts.RestructuringConfirmed(ask_id=ask_id, preview=preview.counts, note=note)
    outcome = await _record(actor, row.unit_id, PeopleAct.RESTRUCTURING_CONFIRMED, content)
    if isinstance(outcome, Refused):
        return outcome
    told = await _confirmers(row)  # before those who cover it are others
    done = await _record(
        actor, row.unit_id, rules.act_of(change), msgspec.structs.replace(change, ask_id=ask_id)
    )
    if isinstance(done, Refused):
        raise RefusedAct(code=done.code, text=done.text)
    await notices.settle(ask_id)
    readers = {row.asked_by, *(one.officer_id for one in told)} - {actor.officer_id}
    await _tell_ids(readers, row, "restructuring.confirmed", actor.full_name)
    return done


async def decline(actor: Actor, ask_id: UUID, reason: str) -> Outcome:
    """Decline an ask, or take back one's own. Raises NotAllowed, NotFound."""
    row = await _found(actor, ask_id)
    content = acts.RestructuringDeclined(ask_id=ask_id, reason=reason)
    outcome = await _record(actor, row.unit_id, PeopleAct.RESTRUCTURING_DECLINED, content)
    if isinstance(outcome, Accepted):
        await notices.settle(ask_id)
        others = {one.officer_id for one in await _confirmers(row)}
        readers = {row.asked_by, *others} - {actor.officer_id}
        await _tell_ids(readers, row, "restructuring.declined", actor.full_name, reason)
    return outcome


async def waiting_of(unit_id: UUID) -> UUID | None:
    """Return the ask about a unit that waits, or None. The caller has checked scope."""
    return await queries.of_unit(unit_id, clock.now() - rules.LIFE)


async def tell_lapsed() -> int:
    """Tell who asked, and who could have confirmed it, of asks that lapsed; once each, for a job."""
    now, sent = clock.now(), 0
    for row in await queries.lapsed(now - rules.LIFE, now - _TOLD_AFTER):
        await notices.settle(row.id, keys=["restructuring.asked"])
        readers = {row.asked_by, *(one.officer_id for one in await _confirmers(row))}
        sent += await _tell_ids(
            readers, row, "restructuring.lapsed", row.asker, once=f"{row.id}/lapsed"
        )
    return sent


async def _confirmers(row: NamedAsk) -> list[Actor]:
    """Return who may confirm an ask, by the rule that the one door applies."""
    change, found = _change(row), []
    for one in await people_asks.candidates(row.path):
        who = actor_of(one, "desk")
        if (
            Role.ADMINISTRATOR in who.roles
            and who.unit.level <= row.above
            and who.officer_id != row.asked_by
            and not await judging_asks.gains(who.officer_id, row.path, change)
        ):
            found.append(who)
    return found


async def _tell(readers: list[Actor], row: NamedAsk, key: str, by: str) -> None:
    await _tell_ids({one.officer_id for one in readers}, row, key, by)


async def _tell_ids(
    readers: set[UUID], row: NamedAsk, key: str, by: str, reason: str = "", once: str | None = None
) -> int:
    words: dict[str, str | Text] = {
        "by": by,
        "what": words_of.KINDS[row.kind],
        "unit": Text(vi=row.unit_vi, en=row.unit_en),
    }
    if key == "restructuring.declined":
        words["reason"] = reason
    return await notices.tell(sorted(readers), "restructuring", row.id, key, words, once=once)


def _change(row: NamedAsk) -> Change:
    found = rules.change_of(row.asked())
    if found is None:
        raise LookupError(f"ask {row.id} says nothing")
    return found


async def _found(actor: Actor, ask_id: UUID) -> NamedAsk:
    require_administrator(actor)
    row = await queries.find(scope.administered(actor), ask_id)
    if row is None:
        raise NotFound(what="ask")
    return row


async def _record(actor: Actor, unit_id: UUID, kind: PeopleAct, content: Wire) -> Outcome:
    act = ledger.desk_act(RecordKind.UNIT, unit_id, kind, content, actor)
    return await ledger.record(act, actor)
