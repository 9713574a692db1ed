"""What is counted of an inspection. Pure: only steps that happen once are counted, so the acts are not folded."""

from collections.abc import Iterable, Iterator
from datetime import date

from backend.core.local_time import day_of
from backend.insight.rules.counting.counted import Cell, Counted, numbered
from backend.ledger.rules.events import Event
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.words import ActType
from schemas.insight.figures import CountedEvent, CountedParty

_NOT_CARRIED_OUT = {
    ActType.INSPECTION_DISCARDED: "discarded",
    ActType.DECISION_WITHDRAWN: "withdrawn",
    ActType.DECISION_LAPSED: "lapsed",
}
_KINDS = {
    SubjectKind.INDIVIDUAL: CountedParty.INDIVIDUAL,
    SubjectKind.HOUSEHOLD: CountedParty.HOUSEHOLD,
    SubjectKind.ORGANISATION: CountedParty.ORGANISATION,
}
AT_ITS_MOMENT = frozenset({ActType.INSPECTION_ANNOUNCED, ActType.INSPECTION_SUBMITTED})
"""Acts of a phone that are counted on the day on which they were made."""


def count(events: Iterable[Event[ActType]]) -> list[Counted]:
    """Return what is counted of an inspection's acts: decided, carried out, ended, not carried out; each once."""
    return numbered(_each(list(events)))


def _each(events: list[Event[ActType]]) -> Iterator[Counted]:
    party, detail = CountedParty.NOBODY, "ad_hoc"
    found_some = _violation(events)
    done: set[CountedEvent] = set()
    for act in events:
        if act.type is ActType.DECISION_ISSUED:
            party = _KINDS[act.content.subject.kind]
            detail = "planned" if act.content.plan_item_id else "ad_hoc"
        found = _of(act, detail)
        if found is None or found[0] in done:
            continue
        event, kind, on = found
        if event is CountedEvent.INSPECTIONS_ENDED:
            kind = "violation" if found_some else "none"
        done.add(event)
        yield Counted(
            entry=act.number,
            cell=Cell(event, kind, party=party),
            happened_on=on,
            entered_on=day_of(act.received_at),
        )


def _violation(events: list[Event[ActType]]) -> bool:
    """Tell whether the minutes that were submitted last name a violation."""
    submitted = [one.content.minutes for one in events if one.type is ActType.INSPECTION_SUBMITTED]
    written = {one.act_id: one for one in events if one.type is ActType.MINUTES_WRITTEN}
    last = written.get(submitted[-1]) if submitted else None
    return last is not None and bool(last.content.fields.get("violations"))


def _of(act: Event[ActType], planned: str) -> tuple[CountedEvent, str, date] | None:
    if act.type is ActType.DECISION_ISSUED:
        return CountedEvent.INSPECTIONS_DECIDED, planned, act.content.issued_on
    if act.type is ActType.INSPECTION_ANNOUNCED:
        return CountedEvent.INSPECTIONS_CARRIED_OUT, planned, day_of(act.made_at)
    if act.type is ActType.INSPECTION_SUBMITTED:
        return CountedEvent.INSPECTIONS_ENDED, planned, day_of(act.made_at)
    if act.type in _NOT_CARRIED_OUT:
        kind = _NOT_CARRIED_OUT[act.type]
        return CountedEvent.INSPECTIONS_NOT_CARRIED_OUT, kind, day_of(act.received_at)
    return None
