"""The record handler of informations: judges by the record's state, by who heads its unit, and by what it names."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.casework.cases import in_sight as cases
from backend.core import change_feed, clock, remembering, scope
from backend.core.actors import Actor, UnitPath
from backend.core.database import at_once
from backend.core.local_time import day_of
from backend.documents.record_papers import adapter
from backend.documents.record_papers.owners import Owned
from backend.fieldwork.inspections import service as inspections
from backend.force.units import service as units
from backend.intake.informations import events, heading, notifying, routing, verifying
from backend.intake.queries import arrivals
from backend.intake.queries import informations as queries
from backend.intake.rules import clocks, comparing, folding, guards, reminders
from backend.intake.rules.facts import Event, Information
from backend.intake.rules.line import Reader
from backend.intake.rules.routing import Handled
from backend.intake.texts.refusals import refusal
from backend.law.deadlines import service as deadlines
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.casework.words import InformationSource
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.intake import acts, proceedings
from schemas.intake.words import Channel, InformationAct, Linked, Nature
from schemas.ledger.acts import Act

RECEIVERS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK)
"""Who takes information in; auditors only what is about officers."""
_SOURCES_WITH_PAPER = (InformationSource.ORDER,)


@dataclass
class Present:
    """An information as `ledger.record` finds it; its row is locked."""

    facts: Information
    path: UnitPath
    auditors_only: bool
    readers: list[UUID]
    rule_set: str

    @property
    def handled(self) -> Handled:
        """Who handles it."""
        return Handled(self.path, self.auditors_only)

    @property
    def team(self) -> tuple[UUID, ...]:
        """Who is shown at once that something happened, beside those of the unit."""
        return tuple(self.readers)


@dataclass(frozen=True)
class Judged:
    """What an act was judged by: the unit that handles the record after it."""

    handled: Handled


@remembering.once
async def hold(information_id: UUID) -> Present | None:
    """Lock the row and fold the acts, once until something is written; None if there is no such record."""
    row = await queries.lock(information_id)
    if row is None:
        return None
    facts = await events.facts_to_fold_on(information_id)
    if facts is None:
        raise RuntimeError("an information's row without acts")
    return Present(facts, row.path, row.auditors_only, row.readers, row.rule_set)


async def present(information_id: UUID) -> Present | None:
    """Return what hold() does without a lock: for a page, which nothing is judged by."""
    async with at_once() as ask:
        found, told = ask(queries.row(information_id)), ask(events.story_of(information_id))
    row, story = found.result(), told.result()
    if row is None or story is None:
        return None
    return Present(story.facts, row.path, row.auditors_only, row.readers, row.rule_set)


def owned(state: Present | events.Story | None) -> Owned | None:
    """Return an information as its papers see it; None if there is none."""
    if state is None:
        return None
    number = state.facts.number
    return Owned(
        kind=RecordKind.INFORMATION,
        id=state.facts.id,
        unit_id=state.path.unit_id,
        path=state.path,
        title=Text(vi=f"Thông tin số {number}", en=f"Information {number}"),
        state=state.facts.state,
    )


class InformationRecordHandler:
    """How informations are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(InformationAct) | adapter.ACT_TYPES
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> Present | None:
        """Lock the row and fold the acts; None if there is no such information."""
        return await hold(act.record.id)

    async def judge(
        self, state: Present | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act: whose it is, whether the state allows it, whether what it names is there."""
        del doubt
        if actor.face == "phone":
            return refusal("not_from_phone")
        content: Any = parsed.content
        if parsed.act.type in adapter.ACT_TYPES:
            return await adapter.judge(owned(state), parsed, actor)
        if isinstance(content, acts.Registered):
            return refusal("known") if state else await _judge_new(content, actor)
        if state is None:
            return refusal("unknown")
        kind = InformationAct(parsed.act.type)
        context = await context_of(state, actor, content)
        if why := guards.fault(kind, content, state.facts, context):
            return refusal(why)
        handled = await _handled_after(state, content)
        if handled is None:
            return refusal("about_officer_unit")
        return Accept(note=Judged(handled))

    async def apply(
        self,
        state: Present | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Fold the act, write what the tables say, tell whom it concerns."""
        if isinstance(judgement, Hold):
            raise TypeError("nothing of an information is held")
        if (paper_of := owned(state)) is not None and parsed.act.type in adapter.ACT_TYPES:
            await adapter.apply(paper_of, parsed, entry)
            return
        event = events.of_act(parsed, entry)
        was_urgent = state is not None and bool(state.facts.matter.urgent)
        facts = folding.take(parsed.act.record.id, state.facts if state else None, event)
        judged: Judged = judgement.note
        await _write(facts, state, judged.handled, event)
        await notifying.tell(facts, event, judged.handled, actor, was_urgent=was_urgent)
        if facts.channel is Channel.APP:
            await change_feed.tell([facts.registered_by], "information", str(facts.id))


async def _write(facts: Information, state: Present | None, handled: Handled, event: Event) -> None:
    rule_set = state.rule_set if state else deadlines.rule_set_at(day_of(event.at))
    now = clock.now()
    running = deadlines.clocks(clocks.told(facts), rule_set, now)
    own = clocks.own(facts, deadlines.calendar())
    await queries.write(
        facts,
        handled.path,
        auditors_only=handled.auditors_only,
        readers=await _readers(facts, state),
        due=clocks.soonest(own, running),
        near_at=reminders.from_act(reminders.endings(own, running), now),
        rule_set=rule_set,
        address_fold=comparing.address(facts.matter.place.address),
    )
    if isinstance(event.content, acts.Registered | acts.Amended):
        await queries.write_suspects(facts.id, comparing.suspects(facts.matter))


async def _readers(facts: Information, state: Present | None) -> list[UUID]:
    """Return who sees it beside those of the unit: who took it in, who verifies or verified it, never who is named.

    Who took information about an officer in sees it no more, unless they are of the unit that handles it: colleagues of
    the officer would. Who is named is not a reader even before.
    """
    known = {*(state.readers if state else ()), *(one.officer_id for one in facts.verifiers)}
    if facts.receiver is not None:
        known.add(facts.receiver)
    elif known and facts.about_officer:
        serving = await queries.in_service(sorted(known))
        barred = await routing.barred_units(facts.named_officers)
        known = {one.id for one in serving if barred.isdisjoint(one.path.as_tuple())}
    return sorted(known - set(facts.named_officers))


async def _judge_new(content: acts.Registered, actor: Actor) -> Judgement:
    about = bool(content.named_officers)
    if about and content.of_unnamed_officer:
        return refusal("named_or_unnamed")
    receives = actor.has(*RECEIVERS) or (about and actor.has(Role.AUDITOR))
    if not receives and actor.face not in ("public", "job"):
        return refusal("not_receiver")
    if content.source in _SOURCES_WITH_PAPER and content.order is None:
        return refusal("order_needed")
    if content.nature is Nature.COMPLAINT and content.about is None:
        return refusal("about_needed")
    standing = await units.standing(content.unit_id)
    if standing is None or not standing[1]:
        return refusal("unit_unknown")
    path = standing[0]
    handled = Handled(path, False)
    if about:
        handled = await routing.handled(content.named_officers) or handled
        if handled.path != path:
            return refusal("about_officer_unit")
    elif content.of_unnamed_officer:
        if path.unit_2 is not None:
            return refusal("about_officer_unit")
        handled = Handled(path, True)
    elif actor.face == "desk" and not _same_branch(actor.unit, path):
        return refusal("unit_elsewhere")
    if content.by_head and not await heading.is_head(handled, content.named_officers, actor):
        return refusal("not_head")
    return Accept(note=Judged(handled))


def _same_branch(one: UnitPath, other: UnitPath) -> bool:
    pairs = zip(one.as_tuple(), other.as_tuple(), strict=True)
    return all(left == right for left, right in pairs if left is not None and right is not None)


async def _handled_after(state: Present, content: Any) -> Handled | None:
    """Return which unit handles it after this act; None if the act says another one than the law of the house."""
    if isinstance(content, acts.Classified):
        if content.named_officers:
            found = await routing.handled(content.named_officers)
            return found if found and found.path.unit_id == content.unit_id else None
        unnamed = content.of_unnamed_officer
        stays = content.unit_id == state.path.unit_id and state.auditors_only >= unnamed
        return Handled(state.path, unnamed) if stays else None
    if isinstance(content, proceedings.Appealed) and content.to_unit_id is not None:
        standing = await units.standing(content.to_unit_id)
        return Handled(standing[0], state.auditors_only) if standing else None
    return Handled(state.path, state.auditors_only)


async def reader_of(state: Present, actor: Actor) -> Reader:
    """Return an officer as the line of those who may open sees them."""
    heads = await heading.is_head(state.handled, state.facts.named_officers, actor)
    return Reader(actor.officer_id, heads)


async def context_of(state: Present, actor: Actor, content: Any = None) -> guards.Context:
    """Return what the guards ask besides the information's own acts."""
    covers = scope.covers(actor, state.path)
    async with at_once() as ask:
        reader, decides = ask(reader_of(state, actor)), ask(heading.decides(state.handled, actor))
        looked_up = ask(_looked_up(content, state, actor))
    return guards.Context(
        officer_id=actor.officer_id,
        now=clock.now(),
        reader=reader.result(),
        decides=decides.result(),
        clerk=actor.has(Role.CLERK) and covers,
        by_the_system=actor.face == "job",
        **looked_up.result(),
    )


async def _looked_up(content: Any, state: Present, actor: Actor) -> dict[str, Any]:
    """Return what the guards ask about what an act names, by their fields."""
    if isinstance(content, acts.Assigned):
        wanted = {one.officer_id for one in content.officers}
        able = await verifying.able(wanted, state.handled, state.facts.named_officers)
        return {"officers_known": able}
    if isinstance(content, acts.HandedOver):
        wanted = {content.to.officer_id}
        able = await verifying.able(wanted, state.handled, state.facts.named_officers)
        return {"officers_known": able}
    if isinstance(content, acts.Supplemented):
        ids = [one.id for one in content.sealed]
        return {"came_with": await arrivals.coming(ids, state.facts.id, actor.officer_id)}
    if isinstance(content, acts.Forwarded):
        standing = await units.standing(content.to_unit_id)
        known = standing and standing[1] and content.to_unit_id != state.path.unit_id
        return {"unit_known": bool(known)}
    if isinstance(content, proceedings.Appealed) and content.to_unit_id is not None:
        above = state.path.as_tuple()[: state.path.level - 1]
        return {"unit_known": content.to_unit_id in above}
    if isinstance(content, acts.Merged):
        return {"other": await _into(content, actor)}
    if isinstance(content, acts.LinkMade):
        return {"record_known": await _sees(content.kind, content.record_id, actor)}
    if isinstance(content, acts.Proposed) and content.kind and content.record_id:
        return {"record_known": await _sees(content.kind, content.record_id, actor)}
    return {}


async def _sees(kind: Linked, record_id: UUID, actor: Actor) -> bool:
    match kind:
        case Linked.CASE:
            return await cases.sees(record_id, actor)
        case Linked.INSPECTION:
            return await inspections.sees(record_id, actor)
        case Linked.INFORMATION:
            return await queries.in_sight(record_id, actor) is not None


async def _into(content: acts.Merged, actor: Actor) -> Information | None:
    """Return the information into which it is to be merged, if it is in sight."""
    if await queries.in_sight(content.into, actor) is None:
        return None
    return await events.facts_of(content.into)
