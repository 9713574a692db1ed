"""A record handler is what a group adds to the ledger for its kind of record: how to lock, judge and fold its acts.

The ledger knows nothing of inspections or officers; they register here (wiring: backend/registry.py), so that imports
run one way.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Protocol

import msgspec

from backend.core.actors import Actor
from backend.ledger.canonical import ParsedAct
from schemas.core.problems import Text
from schemas.ledger.acts import Act


class Accept(msgspec.Struct, frozen=True, kw_only=True):
    """The act takes effect. `next_state` is the record's state after it; `note` is for the handler's own apply()."""

    next_state: str | None = None
    note: Any = None


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """Evidence kept without effect: quarantined under a code."""

    code: str


class Refuse(msgspec.Struct, frozen=True, kw_only=True):
    """A step that may not happen now; the record does not change."""

    code: str
    text: Text
    detail: dict[str, Any] = {}


Judgement = Accept | Hold | Refuse


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger made of an act: its number in the record and both clocks."""

    number: int
    entry_hash: bytes
    received_at: datetime
    quarantine: str | None


class RecordHandler(Protocol):
    """The folding of one kind of record."""

    @property
    def act_types(self) -> frozenset[str]:
        """The act types that belong to this kind."""

    @property
    def evidence(self) -> frozenset[str]:
        """Those of them that are evidence: what stands against one holds it, and never refuses it."""

    @property
    def lock_tells_position(self) -> bool:
        """Whether lock() also returns what ledger_standing() says of the act, sparing the door a round trip."""

    async def lock(self, act: Act) -> Any:
        """Take the row lock of the act's record and return its present state, or None where there is no such record."""

    async def judge(
        self, state: Any, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Decide what becomes of the act. `doubt` is a quarantine code about the device or its signature."""

    async def apply(
        self, state: Any, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept | Hold
    ) -> None:
        """Write the read tables, in the same transaction."""


Follower = Callable[[ParsedAct, Actor, Entry], Awaitable[None]]
"""What another kind of record makes of an act that was just taken: in the same transaction, after its own handler."""

_HANDLERS: dict[str, RecordHandler] = {}
_FOLLOWERS: dict[str, list[Follower]] = {}


def register(kind: str, handler: RecordHandler) -> None:
    """Register a group's handler; done once, by backend/registry.py."""
    _HANDLERS[kind] = handler


def follow(kind: str, follower: Follower) -> None:
    """Tell `follower` of every act of a kind of record that took effect; done by backend/registry.py."""
    known = _FOLLOWERS.setdefault(kind, [])
    if follower not in known:
        known.append(follower)


def followers(kind: str) -> list[Follower]:
    """Who is told of acts of this kind."""
    return _FOLLOWERS.get(kind, [])


def find(kind: str) -> RecordHandler | None:
    """The handler of a kind of record."""
    return _HANDLERS.get(kind)
