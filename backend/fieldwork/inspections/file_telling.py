"""Notices about an inspection: to those who rule on it, and to the team of what they ruled.

Sent in the transaction of the act. A notice that asks for something is settled by the act that
answers it; one that only informs stays until it is read. The heads who rule on a file of the newer
flow get theirs where it is submitted (backend/fieldwork/approving). Drafts in draft_telling.py, decisions and their
papers in backend/fieldwork/decision_papers/telling.py.
"""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from uuid import UUID

from backend.fieldwork.acts.declaring import Written
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import drafts as draft_queries
from backend.fieldwork.rules.locked import LockedInspection
from backend.force.notices import service as notices
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.relations import RelationDeclared
from schemas.fieldwork.words import InspectionState
from schemas.force.notices import NoticeKind

_RULED = "inspection.ruled_{}"
"""The sentence for the team, by the kind of ruling as it is stored."""

_ASKS_THE_TEAM = (NoticeKind.RETURNED, NoticeKind.SUPPLEMENT)
_ASKS_A_HEAD = ("inspection.file_waits", "inspection.answered", "inspection.not_to_inspect")


async def tell(taken: Taken) -> None:
    """Settle what this act answers, and tell those whom it concerns, but never its maker."""
    told = _TELLS.get(taken.declared.writes)
    if told is not None and taken.state is not None and not taken.noted:
        await told(taken, taken.state)


async def _opened(taken: Taken, _state: LockedInspection) -> None:
    """An officer of the team begins; that also takes back a request not to inspect."""
    await _settle(taken, NoticeKind.ASSIGNED, by=taken.act.officer_id)
    await _no_head_asked(taken)


async def _submitted(taken: Taken, state: LockedInspection) -> None:
    await _settle(taken, *_ASKS_THE_TEAM)
    await _no_head_asked(taken)
    if taken.next_state != InspectionState.APPROVED and state.minutes_flow != FLOW:
        await _heads(taken, state, "inspection.file_waits")


async def _supplemented(taken: Taken, _state: LockedInspection) -> None:
    await _settle(taken, NoticeKind.SUPPLEMENT)


async def _proposed(taken: Taken, _state: LockedInspection) -> None:
    await _settle(taken, *_ASKS_THE_TEAM)


async def _ruled(taken: Taken, state: LockedInspection) -> None:
    await _no_head_asked(taken)
    await _team(taken, state, _RULED.format(taken.declared.ruling))


async def _draft_answered(taken: Taken, state: LockedInspection) -> None:
    await _team(taken, state, _RULED.format(taken.declared.ruling))


async def _given_up(taken: Taken, state: LockedInspection) -> None:
    await _settle(taken, *_ASKS_THE_TEAM)
    if state.minutes_flow == FLOW:
        await _heads(taken, state, "inspection.not_to_inspect")


async def _withdrawn(taken: Taken, _state: LockedInspection) -> None:
    await _settle(taken, *_ASKS_THE_TEAM, NoticeKind.ASSIGNED)
    await _no_head_asked(taken)


async def _related(taken: Taken, state: LockedInspection) -> None:
    if isinstance(taken.parsed.content, RelationDeclared):
        await _heads(taken, state, "inspection.related")


async def _entrusted(taken: Taken, _state: LockedInspection) -> None:
    content: Any = taken.parsed.content
    await _send(taken, [content.officer_id], "inspection.minutes_yours")


_TELLS: dict[Written, Callable[[Taken, LockedInspection], Awaitable[None]]] = {
    Written.OPENED: _opened,
    Written.SUBMISSION: _submitted,
    Written.SUPPLEMENT: _supplemented,
    Written.DRAFT: _proposed,
    Written.RULING: _ruled,
    Written.FILE_RULING: _ruled,
    Written.DRAFT_RULING: _draft_answered,
    Written.DISCARDED: _given_up,
    Written.WITHDRAWN: _withdrawn,
    Written.OWNER: _entrusted,
    Written.RELATION: _related,
}


async def _heads(taken: Taken, state: LockedInspection, key: str) -> None:
    """Tell the nearest heads outside the team, and the issuer of the decision."""
    path = [part for part in state.path.as_tuple() if part is not None]
    await _send(taken, await draft_queries.heads_to_ask(path, state.team, state.issued_by), key)


async def _team(taken: Taken, state: LockedInspection, key: str) -> None:
    """Tell those of the team who answer for the minutes: the leader, their owner, who submitted."""
    answer = [
        state.leader_id,
        state.owner_id,
        *([state.submitted_by] if state.submitted_by else []),
    ]
    await _send(taken, answer, key)


async def _send(taken: Taken, officers: Iterable[UUID], key: str) -> None:
    act = taken.act
    told = [one for one in dict.fromkeys(officers) if one != act.officer_id]
    if told:
        words = await draft_queries.words_of_draft(act.record.id, act.officer_id)
        await notices.tell(told, "inspection", act.record.id, key, words, once=str(act.id))


async def _no_head_asked(taken: Taken) -> None:
    await notices.settle(taken.act.record.id, keys=_ASKS_A_HEAD)


async def _settle(taken: Taken, *about: NoticeKind, by: UUID | None = None) -> None:
    await notices.settle(taken.act.record.id, kind="inspection", about=about, officer_id=by)
