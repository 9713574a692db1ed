"""The sums from which on two parties are proposed as one, and likely are: read, proposed, confirmed, declined.

    sums = await weighing.sums()
    change_id, outcome = await weighing.ask(LikenessAsked(...), actor)
    outcome = await weighing.confirm(change_id, actor)

Commands run in the caller's transaction and return the outcome: a refusal is kept with its reason.
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import clock, keyset
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force import colleagues
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from backend.parties.queries import likeness as queries
from backend.parties.queries.likeness import Change as Change
from backend.parties.rules import weighing as rules
from backend.parties.rules.likeness import AGAINST as AGAINST
from backend.parties.rules.likeness import WEIGHTS as WEIGHTS
from backend.parties.rules.likeness import Thresholds
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.parties.likeness import (
    LIKENESS_CONTENTS,
    LikenessAct,
    LikenessAsked,
    LikenessConfirmed,
    LikenessDeclined,
    LikenessState,
)

State = Literal["asked", "lapsed", "confirmed", "declined"]
_PAGE = 20
USUAL = Thresholds()
"""Until somebody decides otherwise."""
MOST_LEFT = queries.LEFT
"""So many that wait are counted."""
_TYPES = {kind: LikenessAct(name) for name, kind in LIKENESS_CONTENTS.items()}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How the sums stand, for those who decide them."""

    sums: Thresholds
    since: datetime | None
    """When they were confirmed; None of the usual ones."""
    left: int
    """Parties that were not compared by them yet, up to MOST_LEFT."""
    waiting: Change | None
    """One at most."""
    before: list[Change]
    """What no longer waits, the newest first."""
    further: str | None
    """The cursor of what was before that."""


async def sums() -> Thresholds:
    """Return the sums that are in force. They name nobody: every reader of the register may know them."""
    return (await sums_since())[0]


async def sums_since() -> tuple[Thresholds, datetime | None]:
    """Return the sums in force, and since when; what was compared before is compared again."""
    found = await queries.in_force()
    if found is None:
        return USUAL, None
    return Thresholds(propose=found.propose, strong=found.strong), found.decided_at


def decides(actor: Actor) -> bool:
    """Tell whether an officer may propose and confirm sums."""
    return rules.may_decide(actor)


def require(actor: Actor) -> None:
    """Raise NotAllowed for everybody but administrators of the nation."""
    if not decides(actor):
        raise NotAllowed


def require_reader(actor: Actor) -> None:
    """Raise NotAllowed for everybody but administrators."""
    if not actor.has(Role.ADMINISTRATOR):
        raise NotAllowed


def state_of(change: Change) -> State:
    """Return where a change stands now: one that nobody answered within a week lapsed."""
    over = change.state is LikenessState.ASKED and rules.lapsed(change.asked_at, clock.now())
    return "lapsed" if over else change.state.value


def until(change: Change) -> datetime:
    """Return when a change lapses that nobody answers."""
    return change.asked_at + rules.LIFE


async def standing(actor: Actor, after: str | None = None) -> Standing:
    """Return how the sums stand, for any administrator. Raises NotAllowed, Invalid for a cursor of another list."""
    require_reader(actor)
    found, since = await sums_since()
    waiting = await queries.waiting(clock.now() - rules.LIFE)
    position = keyset.read(after, datetime, UUID) if after else None
    changes = await queries.page(position, _PAGE + 1)
    left = len(await queries.compared_before(since)) if since else 0
    last = changes[_PAGE - 1] if len(changes) > _PAGE else None
    return Standing(
        sums=found,
        since=since,
        left=left,
        waiting=waiting,
        before=[one for one in changes[:_PAGE] if state_of(one) != "asked"],
        further=keyset.write(last.asked_at, last.id) if last else None,
    )


async def get(change_id: UUID, actor: Actor) -> Change:
    """Return one change, for any administrator, however old. Raises NotAllowed, NotFound."""
    require_reader(actor)
    found = await queries.find(change_id)
    if found is None:
        raise NotFound(what="likeness")
    return found


async def deciders(change: Change) -> list[str]:
    """Return the names of those who may confirm a change."""
    found = await colleagues.administrators_of_the_force()
    return [one.full_name for one in found if one.id != change.asked_by]


async def ask(said: LikenessAsked, actor: Actor) -> tuple[UUID, Outcome]:
    """Propose other sums. Raises NotAllowed."""
    require(actor)
    change_id = new_id()
    return change_id, await _record(change_id, said, actor)


async def confirm(change_id: UUID, actor: Actor) -> Outcome:
    """Confirm proposed sums, as a second person. Raises NotAllowed, NotFound."""
    await _find(change_id, actor)
    return await _record(change_id, LikenessConfirmed(), actor)


async def decline(change_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Decline proposed sums, or take back what one proposed. Raises NotAllowed, NotFound."""
    await _find(change_id, actor)
    return await _record(change_id, LikenessDeclined(reason=reason), actor)


async def _find(change_id: UUID, actor: Actor) -> None:
    require(actor)
    if await queries.find(change_id) is None:
        raise NotFound(what="likeness")


async def _record(change_id: UUID, content: Wire, actor: Actor) -> Outcome:
    kind = _TYPES[type(content)]
    return await ledger.record(
        ledger.desk_act(RecordKind.PARTY_LIKENESS, change_id, kind, content, actor), actor
    )
