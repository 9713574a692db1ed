"""From acts to facts: what each accepted act of a case changes. Pure.

What an act changes is declared with it.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from backend.casework.acts.index import ACTS
from backend.casework.derived import states as rules
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.states import Effect
from backend.ledger.rules.events import SharedFacts
from schemas.casework.words import CaseAct, CaseState

_STOPPED = frozenset({CaseState.SUSPENDED, CaseState.CRIMINAL_TRANSFER})
"""States from which a case comes to be suspended without a new place to go back to."""


def fold(events: Iterable[Event]) -> Facts | None:
    """Return the facts after these accepted acts, in order; None if there are none."""
    facts: Facts | None = None
    for event in events:
        facts = take(facts, event)
    return facts


def take(facts: Facts | None, event: Event) -> Facts:
    """Return the facts after one more accepted act. `facts` itself is changed. Raises SharedFacts."""
    if facts is not None and facts.shared:
        raise SharedFacts(f"{event.type} was to be folded into the facts of all readers")
    if facts is None:
        opening = event.content.opening
        first = rules.step(None, event.type).next
        if first is None:
            raise ValueError(f"no case begins with {event.type}")
        facts = Facts(first, opening, event.received_at, officers=list(opening.officers))
        leads_to = ACTS[event.type].leads_to
        facts.state = (leads_to(facts, event.content) if leads_to else None) or first
    else:
        after = state_after(facts, event.type, event.content)
        if after == CaseState.ARCHIVED != facts.state:
            facts.before_archive = facts.state
        if after == CaseState.SUSPENDED and facts.state not in _STOPPED:
            facts.before_suspension = facts.state
        facts.state = after
    facts.events.append(event)
    facts.reckoned.clear()
    act = ACTS[event.type]
    if act.grants is not None:
        facts.granted.append(act.grants(event.content))
    if act.fold is not None:
        act.fold(event.content, facts, event)
    if act.relies_on_papers:
        facts.relied_on |= named_in(event.content)
    for kind, content in act.means(event.content, facts) if act.means else ():
        facts = take(facts, replace(event, type=kind, content=content, meant=True))
    return facts


def named_in(content: Any) -> set[UUID]:
    """Return everything that an act names by an id."""
    named = (getattr(content, key) for key in content.__struct_fields__)
    return {one for one in named if isinstance(one, UUID)}


def state_after(facts: Facts, kind: CaseAct, content: Any) -> CaseState:
    """Return the state after an accepted act."""
    cell = rules.step(facts.state, kind)
    if cell.effect is not Effect.TAKES:
        return facts.state
    leads_to = ACTS[kind].leads_to
    chosen = leads_to(facts, content) if leads_to else None
    return chosen or cell.next or facts.state
