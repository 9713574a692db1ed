"""The stages of a case: what is done and on which day, where it stands, what lies ahead by law. Pure.

Where a case stands follows from its state alone; only stages that this very case had or will have
are told. So there are no minutes in the line of a sanction on the spot (Law on Handling Administrative
Violations Art 56) or of a file from a prosecution body (Art 63), no explanation where no right to it
exists (Art 61), and no decision once a case was closed without one. Until minutes name a violation,
everything from the minutes on is told as what follows if there is one.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from backend.casework.derived import states
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.states import (
    AT_INSPECTION,
    CLOSED,
    CLOSED_BY_ACT,
    DECIDED_ON,
    DETECTING,
    EXECUTING,
    UNDECIDED,
)
from backend.core.local_time import day_of
from backend.law.rules.counting import start_of
from schemas.casework.acts.intake import InspectionEnd
from schemas.casework.stages import Stage, StageName
from schemas.casework.words import CaseAct, CaseState, CloseOutcome

_S, _N = CaseState, StageName
STANDS: dict[CaseState, StageName] = {
    **dict.fromkeys(DETECTING, _N.BEGINNING),
    **dict.fromkeys(
        (_S.PLANNED, _S.PROPOSED, _S.PLAN_READY, _S.DECIDED, _S.NOT_EXECUTED, _S.INSPECTING),
        _N.INSPECTION,
    ),
    **dict.fromkeys(AT_INSPECTION - {_S.INSPECTING}, _N.MINUTES),
    **dict.fromkeys(UNDECIDED - {_S.DECISION_DUE}, _N.EXPLANATION),
    **dict.fromkeys((_S.DECISION_DUE, _S.WITH_CHAIR), _N.DECISION),
    **dict.fromkeys(DECIDED_ON - EXECUTING, _N.DELIVERY),
    **dict.fromkeys(EXECUTING, _N.EXECUTION),
    **dict.fromkeys((*CLOSED, _S.ARCHIVED), _N.ARCHIVE),
    # Whether another decision follows, or the file comes back, is not known yet.
    **dict.fromkeys((_S.ANNULLED, _S.CRIMINAL_TRANSFER), _N.ENDING),
}
"""The stage in which a case of each state is; of an archived one, the last."""

_AHEAD = (_N.INSPECTION, _N.MINUTES, _N.DECISION, _N.DELIVERY, _N.EXECUTION, _N.ARCHIVE)
"""What still comes, in order. Whether there is a right to explain is known with the minutes."""
_DELIVERING = frozenset(state for state, name in STANDS.items() if name is _N.DELIVERY)
_ENDS = CLOSED_BY_ACT | {
    *(_S.FORWARDED, _S.REJECTED, _S.EXPIRED, _S.TRANSFERRED),
    *(_S.CRIMINAL_TRANSFER, _S.ANNULLED),
}
"""The states of a case that left the way."""


def _leading_to(*ends: CaseState, begins: Iterable[CaseState] = CaseState) -> frozenset[CaseAct]:
    """Return the acts that lead to one of these states, by the table."""
    cells = ((kind, cell) for begin in begins for kind, cell in states.TABLE[begin].items())
    return frozenset(kind for kind, cell in cells if cell.next in ends)


_LED = {end: _leading_to(end) for end in _ENDS - CLOSED_BY_ACT}
_INSPECTED = _leading_to(_S.INSPECTED, begins=(_S.INSPECTING,))
_DECLINING = _leading_to(_S.NO_SANCTION)
_LAPSING = _leading_to(_S.LAPSED)
_RETURNING = _leading_to(_S.DECISION_DUE, begins=(_S.CRIMINAL_TRANSFER,))


def of(facts: Facts) -> list[Stage]:
    """Return the stages of the case in their order."""
    archived = facts.state is _S.ARCHIVED
    stood = facts.before_archive if archived and facts.before_archive else facts.state
    now = STANDS[stood]
    if now is _N.EXPLANATION and not _may_explain(facts):
        now = _N.DECISION
    past = _past(facts, stood, now)
    if archived:
        return [*past, *_way_left(facts, stood), _done(_N.ARCHIVE, facts.archived_on)]
    if now is _N.ENDING:
        current = Stage(name=now, standing="now", on=_ended_on(facts, stood), state=stood)
        return [*past, current, Stage(name=_N.ARCHIVE, standing="ahead")]
    current = Stage(
        name=now,
        standing="now",
        begun=facts.events[0].type if now is _N.BEGINNING else None,
        if_violation=now is _N.MINUTES and not _violation_named(facts),
    )
    return [*past, current, *_ahead(facts, now)]


def _past(facts: Facts, stood: CaseState, now: StageName) -> list[Stage]:
    """Return what is done before `now`, in its order; the beginning by its own time."""
    order = list(StageName)
    before = set(order[: order.index(now)])
    found: list[Stage] = []
    if _N.INSPECTION in before and (ended := _inspected(facts)):
        found.append(_done(_N.INSPECTION, day_of(ended)))
    if _N.MINUTES in before and (minuted := _minuted(facts)):
        found.append(_done(_N.MINUTES, day_of(minuted)))
    if _N.BEGINNING in before:
        found.insert(_place_of_beginning(facts), _beginning(facts))
    if _N.EXPLANATION in before and _may_explain(facts) and facts.explaining:
        found.append(_done(_N.EXPLANATION, day_of(facts.explaining[-1].made_at)))
    found += _came_back(facts, stood)
    if _N.DECISION in before:
        found += _decided(facts, stood)
    if stood in (_S.EXECUTED, _S.LAPSED):
        found.append(_executed(facts, stood))
    elif now is not _N.ENDING:
        found += _way_left(facts, stood)
    return found


def _done(
    name: StageName,
    on: date | None,
    state: CaseState | None = None,
    begun: CaseAct | None = None,
) -> Stage:
    return Stage(name=name, standing="done", on=on, state=state, begun=begun)


def _way_left(facts: Facts, stood: CaseState) -> list[Stage]:
    """Return how the case left the way, if it did."""
    return [_done(_N.ENDING, _ended_on(facts, stood), stood)] if stood in _ENDS else []


def _beginning(facts: Facts) -> Stage:
    """Return how the case began. Another body's file came on the day of its handover, whenever it was entered."""
    first = facts.events[0]
    received = facts.received if first.content == facts.received else None
    on = received.received_on if received else day_of(facts.opened_at)
    return _done(_N.BEGINNING, on, begun=first.type)


def _place_of_beginning(facts: Facts) -> int:
    """Return its place among inspection and minutes: a case may be opened after both."""
    earlier = [one for one in (_inspected(facts), _minuted(facts)) if one is not None]
    return sum(one < facts.opened_at for one in earlier)


def _inspected(facts: Facts) -> datetime | None:
    """Return when the inspection of the case ended; None if it had none, or it goes on."""
    ended: datetime
    for event in reversed(facts.events):
        if event.type in _INSPECTED:
            ended = event.content.at
            return ended
        if told := _told_of_its_end(event):
            return told.at
    if getattr(facts.events[0].content, "inspection_id", None) is None:
        return None
    # An entry from before the end was told: the case was opened after it.
    return facts.opened_at - timedelta(microseconds=1)


def _told_of_its_end(event: Event) -> InspectionEnd | None:
    """Return what an act says of an inspection that had ended before the case had it."""
    told = getattr(event.content, "ended", None)
    return told if isinstance(told, InspectionEnd) else None


def _violation_named(facts: Facts) -> bool:
    """Tell whether the minutes of the inspection name a violation."""
    told = (_told_of_its_end(event) for event in reversed(facts.events))
    return next((one.violation for one in told if one is not None), False)


def _minuted(facts: Facts) -> datetime | None:
    """Return when the violation minutes were made; None where the law needs none (Arts 56, 63)."""
    if facts.on_spot or facts.recorded is None:
        return None
    if facts.received is not None:
        made = facts.received.minutes_on
        return start_of(made) if made else None
    return facts.recorded.recorded_at


def _may_explain(facts: Facts) -> bool:
    return facts.recorded is not None and facts.recorded.explanation_right


def _came_back(facts: Facts, stood: CaseState) -> list[Stage]:
    """Return what came between the minutes and the decision: an annulled decision, a file that came back."""
    found: list[tuple[int, Stage]] = []
    for state in (_S.ANNULLED, _S.CRIMINAL_TRANSFER):
        led = _last(facts, _LED[state])
        if led is not None and stood is not state and _decided_anew(facts, state, led):
            found.append((led.number, _done(_N.ENDING, day_of(led.made_at), state)))
    return [stage for _, stage in sorted(found, key=lambda one: one[0])]


def _decided_anew(facts: Facts, state: CaseState, led: Event) -> bool:
    """Tell whether the case goes on after it. What went in part never left the way."""
    if state is _S.ANNULLED:
        return True
    returned = _last(facts, _RETURNING)
    return not led.content.part and returned is not None and returned.number > led.number


def _decided(facts: Facts, stood: CaseState) -> list[Stage]:
    """Return the decision that stands and its delivery, or that nobody is sanctioned."""
    if facts.decided_on is not None:
        delivered = facts.delivered_on
        sent = [_done(_N.DELIVERY, delivered)] if delivered and stood not in _DELIVERING else []
        return [_done(_N.DECISION, facts.decided_on), *sent]
    declined = _last(facts, _DECLINING) if stood is _S.NO_SANCTION else None
    return [_done(_N.DECISION, day_of(declined.made_at), stood)] if declined else []


def _executed(facts: Facts, stood: CaseState) -> Stage:
    if stood is _S.EXECUTED:
        return _done(_N.EXECUTION, facts.executed_on)
    lapsed = _last(facts, _LAPSING)
    return _done(_N.EXECUTION, lapsed.content.lapsed_on if lapsed else None, stood)


def _last(facts: Facts, kinds: frozenset[CaseAct]) -> Event | None:
    return next((event for event in reversed(facts.events) if event.type in kinds), None)


def _closed(facts: Facts) -> Event | None:
    """Return the act that closed the case; which of the closed states it led to, its outcome says."""
    told = (one for one in reversed(facts.events) if hasattr(one.content, "outcome"))
    return next((one for one in told if isinstance(one.content.outcome, CloseOutcome)), None)


def _ended_on(facts: Facts, state: CaseState) -> date | None:
    led = _closed(facts) if state in CLOSED_BY_ACT else _last(facts, _LED[state])
    return day_of(led.made_at) if led else None


def _ahead(facts: Facts, now: StageName) -> list[Stage]:
    """Return what still comes by law after `now`."""
    order = list(StageName)
    after = set(order[order.index(now) + 1 :])
    unknown = now in (_N.BEGINNING, _N.INSPECTION, _N.MINUTES) and not _violation_named(facts)
    always = (_N.INSPECTION, _N.ARCHIVE)
    return [
        Stage(name=name, standing="ahead", if_violation=unknown and name not in always)
        for name in _AHEAD
        if name in after
    ]
