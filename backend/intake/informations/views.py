"""Makes what pages show of informations. Nothing sealed is opened here."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.force.queries import officer_names
from backend.force.units import service as units
from backend.intake.informations import handler
from backend.intake.informations.events import Story
from backend.intake.informations.handler import Present
from backend.intake.queries import secrets as secret_queries
from backend.intake.queries.lists import Row
from backend.intake.rules import clocks as limits
from backend.intake.rules import guards, line, next_acts
from backend.intake.rules.clocks import Own
from backend.intake.rules.facts import Ask, Information
from backend.intake.rules.line import Reader
from backend.intake.texts import words
from backend.law.deadlines import service as deadlines
from backend.law.rules.clocks import state_at
from schemas.intake.views import (
    AskView,
    InformationRow,
    InformationView,
    LinkView,
    SecretView,
    StoryLine,
)
from schemas.intake.words import InformationAct, SecretKind
from schemas.law.deadlines import Clock, ClockState


async def rows(found: Sequence[Row]) -> list[InformationRow]:
    """Return rows of a list with the names of their units."""
    names = await units.names_of(one.path.unit_id for one in found)
    return [
        msgspec.convert(
            {
                **{
                    name: getattr(one, name)
                    for name in InformationRow.__struct_fields__
                    if name not in ("unit_id", "unit_name", "similar")
                },
                "unit_id": one.path.unit_id,
                "unit_name": names[one.path.unit_id],
            },
            InformationRow,
            from_attributes=True,
        )
        for one in found
    ]


async def whole(state: Present, story: Story, actor: Actor) -> InformationView:
    """Return an information as its page shows it to this reader."""
    facts, now = state.facts, clock.now()
    wanted = {one.officer_id for one in story.events} | set(facts.asks) | set(facts.named_officers)
    async with at_once() as ask:
        asking = ask(handler.context_of(state, actor))
        naming = ask(officer_names.of(sorted(wanted)))
        of_unit = ask(units.name_of(state.path.unit_id))
        sealed = ask(secret_queries.of(facts.id))
    context, names, unit = asking.result(), naming.result(), of_unit.result()
    reader = context.reader
    return InformationView(
        id=facts.id,
        number=facts.number,
        nature=facts.nature,
        source=facts.source,
        channel=facts.channel,
        state=facts.state,
        received_at=facts.received_at,
        registered_at=facts.registered_at,
        registered_by=names.get(facts.registered_by, "–"),
        unit_id=state.path.unit_id,
        unit_name=unit,
        matter=facts.matter,
        identity_known=facts.identity_known,
        informant_secret=facts.informant_secret,
        wants_answer=facts.wants_answer,
        collaborator=facts.collaborator,
        order=facts.order,
        origin=facts.origin,
        about=facts.about,
        about_officer=facts.about_officer,
        of_unnamed_officer=facts.of_unnamed_officer,
        named_officers=[names.get(one, "–") for one in facts.named_officers],
        verifiers=[one.full_name for one in facts.verifiers],
        result=facts.result,
        merged_into=facts.merged_into,
        parts=facts.parts,
        withdrawn=facts.withdrawn,
        suspended_on=one.since if (one := facts.proceeding.suspended) else None,
        several_places=facts.several_places,
        written_report_due=facts.written_report_due,
        informant_to_tell=facts.informant_to_tell,
        grounds_directly=facts.grounds_directly,
        clocks=clocks(facts, state.rule_set),
        links=[
            LinkView(
                kind=one.kind,
                record_id=one.record_id,
                number=one.number,
                state=one.state,
                since=one.since,
            )
            for one in facts.links.values()
        ],
        secrets=[
            SecretView(
                id=one.id,
                kind=SecretKind(one.kind),
                media_type=one.media_type,
                sealed_at=one.sealed_at,
                may_open=line.may_open(
                    facts, reader, line.opened_as(SecretKind(one.kind), one.media_type), now
                ),
            )
            for one in sealed.result()
        ],
        asks=_asks(facts, reader, names, context),
        story=[
            StoryLine(
                number=one.number,
                type=one.type,
                at=one.at,
                officer_id=one.officer_id,
                officer_name=names.get(one.officer_id, "–"),
                content=msgspec.to_builtins(one.content),
            )
            for one in story.events
        ],
        possible=next_acts.ordered(guards.possible(facts, context), facts),
    )


def _asks(
    facts: Information, reader: Reader, names: dict[UUID, str], context: guards.Context
) -> list[AskView]:
    """Return the requests to see who informed: all for the line and those who decide, else the reader's own."""
    in_line = line.in_line(facts, reader)

    def shown(one: Ask) -> bool:
        return in_line or context.decides or one.officer_id == reader.officer_id

    return [
        AskView(
            officer_id=one.officer_id,
            officer_name=names.get(one.officer_id, "–"),
            reason=one.reason,
            asked_at=one.at,
            granted_until=one.until,
            declined=one.declined,
            mine=one.officer_id == reader.officer_id,
            may_answer=in_line and one.waits and one.officer_id != reader.officer_id,
        )
        for one in facts.asks.values()
        if shown(one)
    ]


def clocks(facts: Information, rule_set: str) -> list[Clock]:
    """Return every limit of an information that runs or ran, the soonest end first."""
    now = clock.now()
    found = deadlines.clocks(limits.told(facts), rule_set, now)
    found += [_clock(one, rule_set) for one in limits.own(facts, deadlines.calendar())]
    placed = [msgspec.structs.replace(one, state=state_at(one, now)) for one in found]
    return sorted(placed, key=lambda one: (one.due_at, one.rule))


def _clock(one: Own, rule_set: str) -> Clock:
    label = words.LIMITS[one.rule]
    return Clock(
        rule=one.rule,
        rule_set=rule_set,
        label=label,
        citation=words.CITATIONS[one.rule],
        check=None,
        limit=None,
        trigger_act=InformationAct.REGISTERED,
        trigger_at=one.since,
        subject=None,
        half_at=one.since + (one.due_at - one.since) / 2,
        due_at=one.due_at,
        met_at=None,
        moot_at=None,
        state=ClockState.RUNNING,
        extended_by=None,
        calendar_undecided=False,
        lapses=not one.watched,
        watched=one.watched,
    )
