"""The job that notifies officers of time limits: at half, on the last day, and once they are over.

Every worker runs it, as often as it likes. Only one worker at a time claims a clock, and nothing is
reported twice. Only the present moment is reported: after a night without workers nobody gets
yesterday's half.
"""

from collections import defaultdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.casework.clocks import service as case_clocks
from backend.casework.queries import clocks as clock_queries
from backend.core import change_feed, clock
from backend.core.database import transaction
from backend.force.notices import telling
from backend.force.queries import notices as queries
from backend.force.rules import notice_kinds
from backend.force.texts import notices as notice_texts
from schemas.core.ids import new_id

EVERY = timedelta(minutes=1)
"""How often each worker looks."""
_PORTION = 200
"""Clocks in one transaction: an act of one of their cases waits for no more than these."""


async def remind() -> int:
    """Write all notices that are due, and close settled ones; returns how many were written."""
    told = 0
    while True:
        async with transaction():
            seen, written = await _portion()
        told += written
        if seen < _PORTION:
            break
    await _settle()
    return told


async def _portion() -> tuple[int, int]:
    now = clock.now()
    seen, found = await case_clocks.claim_to_tell(now, _PORTION)
    rows: list[dict[str, Any]] = []
    by_case: dict[UUID, list[UUID]] = defaultdict(list)
    for row in (
        await clock_queries.responsible(list({one.case_id for one in found})) if found else []
    ):
        by_case[row.case_id].append(row.officer_id)
    for one in found:
        told = list(by_case[one.case_id])
        if one.moment in ("missed", "lapsed"):
            told += await queries.supervisors(one.path)
        rows += [
            {
                "id": new_id(),
                "officer_id": officer_id,
                "kind": "deadline",
                "record_id": one.case_id,
                "rule": one.clock.rule,
                "moment": one.moment,
                "due_at": one.clock.due_at,
                "text_key": f"deadline.{one.moment}",
                "numbers": {"rule_set": one.clock.rule_set},
                "at": now,
                "about": notice_texts.ABOUT[f"deadline.{one.moment}"],
                "urgent": notice_kinds.is_urgent(one.clock.due_at, now, one.clock.trigger_at),
            }
            for officer_id in dict.fromkeys(told)
        ]
    return seen, await telling.send(rows)


async def _settle() -> None:
    """Take settled notices off phones; the desk goes on showing them as done."""
    while True:
        async with transaction():
            settled = await queries.settle(await clock_queries.notices_over(_PORTION), clock.now())
            told = [(row.officer_id, str(row.id)) for row in settled]
            await change_feed.tell_each(told, "notice", "remove")
        if len(settled) < _PORTION:
            return
