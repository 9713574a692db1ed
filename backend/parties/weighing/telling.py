"""Tells administrators of the nation that other sums wait for a second one of them, and what became of them."""

from collections.abc import Collection
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.force import colleagues
from backend.force.notices import telling
from backend.parties.queries import likeness as queries
from backend.parties.queries.likeness import Change
from backend.parties.rules import weighing as rules
from schemas.parties.likeness import LikenessAsked, LikenessState

_WAITS = "likeness.asked"
_TOLD_AFTER = 4 * rules.LIFE
"""Of what lapsed longer ago nobody is told: everybody was."""


async def asked(change_id: UUID, said: LikenessAsked, actor: Actor) -> None:
    """Tell all others who may confirm it that a change waits."""
    words = {
        "by": actor.full_name,
        "propose": str(said.propose),
        "strong": str(said.strong),
        "reason": said.reason,
    }
    others = await _deciders({actor.officer_id})
    await telling.tell(others, "likeness", change_id, _WAITS, words)


async def decided(change: Change, state: LikenessState, reason: str, actor: Actor) -> None:
    """Tell the asker what became of it, and nobody any more that it waits."""
    await telling.settle(change.id, keys=(_WAITS,))
    if actor.officer_id == change.asked_by:
        return
    words = {"by": actor.full_name, **_sums(change)}
    if state is LikenessState.DECLINED:
        words["reason"] = reason
    await telling.tell([change.asked_by], "likeness", change.id, f"likeness.{state}", words)


async def tell_lapsed() -> int:
    """Tell who asked, and all who may decide, of changes that nobody answered; once each, for a job."""
    now, sent = clock.now(), 0
    for change in await queries.unanswered(now - rules.LIFE, now - _TOLD_AFTER):
        await telling.settle(change.id, keys=(_WAITS,))
        readers = [change.asked_by, *await _deciders({change.asked_by})]
        sent += await telling.tell(
            readers,
            "likeness",
            change.id,
            "likeness.lapsed",
            _sums(change),
            once=f"{change.id}/lapsed",
        )
    return sent


def _sums(change: Change) -> dict[str, str]:
    return {"propose": str(change.propose), "strong": str(change.strong)}


async def _deciders(but: Collection[UUID]) -> list[UUID]:
    found = await colleagues.administrators_of_the_force()
    return [one.id for one in found if one.id not in but]
