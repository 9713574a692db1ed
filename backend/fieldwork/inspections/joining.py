"""Whom to tell that a file began, and that something joined it afterwards.

Evidence comes in by hundreds of acts, and only the fold knows, without asking, that one of them came
after the submission. Who wants to know registers here (backend/registry.py).
"""

from collections.abc import Awaitable, Callable
from uuid import UUID

from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Written
from backend.fieldwork.inspections.taken import Taken

Heard = Callable[[UUID, Actor], Awaitable[None]]
"""Called with the inspection and whose act it was, in the act's transaction, after it was written."""

_BEGAN: list[Heard] = []
_JOINED: list[Heard] = []


def tell(began: Heard, joined: Heard) -> None:
    """Call `began` when a file begins, and `joined` whenever something joined one.

    Calling it again changes nothing.
    """
    if joined not in _JOINED:
        _BEGAN.append(began)
        _JOINED.append(joined)


async def told(taken: Taken) -> None:
    """Tell of an act by which a file began, or which joined it."""
    state = taken.state
    if state is None:
        return
    if taken.declared.writes is Written.SUBMISSION:
        for one in _BEGAN:
            await one(taken.act.record.id, taken.actor)
    elif state.file_status is not None and taken.declared.joins_the_file:
        for one in _JOINED:
            await one(taken.act.record.id, taken.actor)
