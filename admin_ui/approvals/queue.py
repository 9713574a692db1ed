"""The row of submissions that wait for a reader: where this one stands in it, and which comes next."""

from typing import NamedTuple
from uuid import UUID

from admin_ui.shell.addresses import query_of
from backend.core.actors import Actor
from backend.insight.my_work import service as my_work

ROW = "/desk/review"
FIRST, BACK = "first", "back"
"""In an address: the answer that the page opens at once, the one that binds or the one that sends it back."""


class Standing(NamedTuple):
    """Where one submission stands in the row. `number` is 0 if it does not wait for the reader."""

    number: int
    total: int
    previous: str
    """Addresses; empty at the ends."""
    following: str


async def waiting(actor: Actor, show: str) -> list[UUID]:
    """Return what waits for the reader, as the list does from which it was opened."""
    return await my_work.reviews(actor, my_work.shown(show))


def address(submission_id: UUID, show: str, **more: object) -> str:
    """Return where one of the row is reviewed."""
    asked = query_of({"show": kept(show), **more})
    return f"{ROW}/{submission_id}{f'?{asked}' if asked else ''}"


def kept(show: str) -> str:
    """Return a filter of the list as addresses carry it: nothing for all."""
    known = my_work.shown(show)
    return "" if known == "all" else str(known)


def standing(row: list[UUID], submission_id: UUID, show: str) -> Standing:
    """Return where a submission stands. One that waits no more is before the first."""
    at = row.index(submission_id) if submission_id in row else -1
    previous = address(row[at - 1], show) if at > 0 else ""
    following = address(row[at + 1], show) if at + 1 < len(row) else ""
    return Standing(at + 1, len(row), previous, following)


def next_of(before: list[UUID], now: list[UUID], submission_id: UUID) -> UUID | None:
    """Return what comes after a submission that was answered; None if nothing waits any more.

    Others may have ruled, and other things come, since `before` was read: it is the first behind it that still
    waits, else the first of all.
    """
    there = {*now} - {submission_id}
    behind = before[before.index(submission_id) + 1 :] if submission_id in before else []
    return next((one for one in [*behind, *now] if one in there), None)


async def onward(actor: Actor, before: list[UUID], submission_id: UUID, show: str) -> str:
    """Return the address to which an answer leads: the next that waits, which says what was recorded."""
    now = await waiting(actor, show)
    following = next_of(before, now, submission_id)
    if following is not None:
        return address(following, show, after=submission_id)
    return f"{ROW}?{query_of({'show': kept(show), 'after': submission_id})}"
