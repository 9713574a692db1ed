"""What is counted of information. Pure.

Of who told, and in which words, nothing is here: the acts do not have it. What is about an officer of the force is
counted for the
whole force alone (`_nation_only`), so that no small number tells a unit that one of its people was reported.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from backend.core.local_time import day_of
from backend.insight.rules.counting.counted import Cell, Counted, numbered
from backend.intake.rules.facts import Event
from schemas.insight.figures import CountedEvent
from schemas.intake.words import InformationAct, Nature

_ENDS = {
    InformationAct.FORWARDED: "forwarded",
    InformationAct.REDIRECTED: "redirected",
    InformationAct.CLOSED: "closed",
    InformationAct.NOT_ACCEPTED: "not_accepted",
    InformationAct.RESOLVED: "resolved",
    InformationAct.PROPOSED: "proposed",
}


def _nation_only(events: Iterable[Event]) -> bool:
    """Tell whether it is about an officer of the force, named or not."""
    for act in events:
        content = act.content
        if getattr(content, "named_officers", None) or getattr(
            content, "of_unnamed_officer", False
        ):
            return True
    return False


def count(events: Iterable[Event]) -> list[Counted]:
    """Return what is counted of an information's acts: received once, verified, ended each time."""
    acts = list(events)
    alone = _nation_only(acts)
    return numbered(replace(one, whole_force=alone) for one in _each(acts))


def _nature(events: list[Event]) -> Nature | None:
    """Return as what it stands in a register: as registered, or as it was classified last."""
    kinds = (InformationAct.REGISTERED, InformationAct.CLASSIFIED)
    said: list[Nature] = [act.content.nature for act in events if act.type in kinds]
    return said[-1] if said else None


def _each(events: list[Event]) -> Iterator[Counted]:
    field, nature = "", _nature(events)
    for act in events:
        entered = day_of(act.received_at)
        if act.type is InformationAct.REGISTERED:
            content = act.content
            field = str(content.matter.fields[0]) if content.matter.fields else ""
            cell = Cell(
                CountedEvent.INFORMATIONS_RECEIVED,
                str(content.source if nature is Nature.TIP else nature),
                field,
            )
            yield Counted(
                entry=act.number,
                cell=cell,
                happened_on=day_of(content.received_at),
                entered_on=entered,
            )
        elif act.type is InformationAct.VERIFIED:
            cell = Cell(CountedEvent.INFORMATIONS_VERIFIED, str(act.content.result), field)
            yield Counted(entry=act.number, cell=cell, happened_on=entered, entered_on=entered)
        elif act.type in _ENDS:
            cell = Cell(CountedEvent.INFORMATIONS_ENDED, _ENDS[act.type], field)
            yield Counted(entry=act.number, cell=cell, happened_on=entered, entered_on=entered)
