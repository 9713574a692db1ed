"""Judges and folds acts about the ranks of an officer."""

from datetime import datetime
from uuid import UUID

from backend.core.actors import Actor
from backend.force.queries import ranks as queries
from backend.force.queries.people import Account
from backend.force.queries.ranks import Rank
from backend.force.rules import ranks as rules
from backend.force.texts.accounts import refusal
from backend.ledger.handlers import Accept, Judgement
from schemas.force.rank_acts import RankGiven, RankWithdrawn


async def given(state: Account, content: RankGiven, actor: Actor) -> Judgement:
    """Accept a rank that begins where no other does and says something new."""
    del actor
    known = [(one.valid_from, one.code) for one in await queries.list_of(state.id)]
    why = rules.fault(known, content.valid_from, content.code)
    return refusal(why) if why else Accept()


async def withdrawn(state: Account, content: RankWithdrawn, actor: Actor) -> Judgement:
    """Accept that one of the officer's ranks was entered by mistake."""
    del actor
    theirs = {one.id for one in await queries.list_of(state.id)}
    return Accept() if content.rank_id in theirs else refusal("rank_unknown")


async def fold(officer_id: UUID, content: RankGiven | RankWithdrawn, now: datetime) -> None:
    """Write the row of a rank."""
    if isinstance(content, RankWithdrawn):
        await queries.withdraw(content.rank_id, now)
        return
    await queries.insert(
        Rank(
            id=content.rank_id,
            officer_id=officer_id,
            code=content.code,
            valid_from=content.valid_from,
            number=content.number,
            decided_on=content.decided_on,
        )
    )
