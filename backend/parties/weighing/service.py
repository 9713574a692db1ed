"""The sums from which on two parties are proposed as one, and likely are: read, proposed, confirmed, declined.

    sums = await weighing.sums()
    change_id, outcome = await weighing.ask(LikenessAsked(...), actor)
    outcome = await weighing.confirm(change_id, actor)

Commands run in the caller's transaction and return the outcome: a refusal is kept with its reason.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
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
    waiting: list[Change]
    """The oldest first."""
    before: list[Change]
    """What was confirmed or declined, the newest first."""


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


async def standing(actor: Actor) -> Standing:
    """Return how the sums stand, for any administrator. Raises NotAllowed."""
    require_reader(actor)
    found, since = await sums_since()
    changes = await queries.newest()
    left = len(await queries.compared_before(since)) if since else 0
    return Standing(
        sums=found,
        since=since,
        left=left,
        waiting=[one for one in reversed(changes) if one.state is LikenessState.ASKED],
        before=[one for one in changes if one.state is not LikenessState.ASKED],
    )


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
