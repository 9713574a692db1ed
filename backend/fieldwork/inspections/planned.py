"""What inspection plans say against a decision that rests on one.

Plans tell it (`know`, called by backend/registry.py): inspections know nothing of them.
"""

from collections.abc import Awaitable, Callable

from schemas.fieldwork.decisions import DecisionFault, IssueDecision

Against = Callable[[IssueDecision], Awaitable[list[DecisionFault]]]
"""Called with a planned decision; returns why it is not issued as it is drafted."""
_KNOWN: list[Against] = []


def know(against: Against) -> None:
    """Ask `against` about each planned decision. Calling it again changes nothing."""
    if against not in _KNOWN:
        _KNOWN.append(against)


async def faults(order: IssueDecision) -> list[DecisionFault]:
    """Return what plans say against this decision; nothing about an ad-hoc one."""
    if order.ground != "planned":
        return []
    return [fault for ask in _KNOWN for fault in await ask(order)]
