"""How far an item is, from the inspection that carries it out. Pure."""

from datetime import date

from backend.planning.rules.facts import OPEN
from schemas.fieldwork.words import InspectionState
from schemas.planning.words import ItemState

_OF: dict[InspectionState, ItemState] = {
    InspectionState.DECIDED: ItemState.DECIDED,
    InspectionState.OPENED: ItemState.DECIDED,
    InspectionState.ANNOUNCED: ItemState.RUNNING,
    InspectionState.SUBMITTED: ItemState.DONE,
    InspectionState.RETURNED: ItemState.DONE,
    InspectionState.REVISING: ItemState.DONE,
    InspectionState.APPROVED: ItemState.DONE,
    InspectionState.REFUSED: ItemState.DONE,
    InspectionState.DISCARDED: ItemState.PLANNED,
}


def state_of(inspection: InspectionState, *, withdrawn: bool) -> ItemState:
    """Return how far an item is whose inspection is in this state.

    An inspection is done once its minutes and file are submitted, whatever is ruled on them later. If the decision
    was withdrawn or lapsed, or the visit was given up, the item is planned again: another decision may follow.
    """
    return ItemState.PLANNED if withdrawn else _OF[inspection]


def is_late(state: ItemState, last_day: date, today: date) -> bool:
    """Tell whether an item is late: not over, and its last day is past."""
    return state in OPEN and last_day < today
