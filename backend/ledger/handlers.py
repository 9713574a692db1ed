"""Record handlers: what a group adds to the ledger for its kind of record.

A handler locks, judges and folds the acts of its kind. The ledger knows nothing of inspections or
officers. Their handlers register here (in backend/registry.py), so that imports run in one
direction.
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
    """The act takes effect.

    `next_state` is the record's state after it; `note` passes what judge() found on to apply().
    """

    next_state: str | None = None
    note: Any = None


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """The act is evidence and is kept without effect, quarantined under `code`."""

    code: str


class Refuse(msgspec.Struct, frozen=True, kw_only=True):
    """The act may not happen now. The record does not change."""

    code: str
    text: Text
    detail: dict[str, Any] = {}


Judgement = Accept | Hold | Refuse


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Where the ledger put an act: its number, hash, time of receipt and quarantine code."""

    number: int
    entry_hash: bytes
    received_at: datetime
    quarantine: str | None


class RecordHandler(Protocol):
    """Locks, judges and folds the acts of one kind of record."""

    @property
    def act_types(self) -> frozenset[str]:
        """The types of act that belong to this kind of record."""

    @property
    def evidence(self) -> frozenset[str]:
        """Those act types that are evidence.

        A doubt about evidence quarantines it; evidence is never refused.
        """

    @property
    def lock_tells_position(self) -> bool:
        """Whether what lock() returns also has a `position`, a CurrentPosition.

        That spares `ledger.record` a round trip.
        """

    async def lock(self, act: Act) -> Any:
        """Take the row lock of the act's record and return its present state.

        None if there is no such record.
        """

    async def judge(
        self, state: Any, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Decide whether the act takes effect, is quarantined or is refused.

        `doubt` is a quarantine code about the device or its signature.
        """

    async def apply(
        self, state: Any, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept | Hold
    ) -> None:
        """Write the read tables, in the transaction that appends the act."""


Follower = Callable[[ParsedAct, Actor, Entry], Awaitable[None]]
"""Called with an act that was just taken, after the record's own handler and in the same
transaction. Changes records of another kind."""

_HANDLERS: dict[str, RecordHandler] = {}
_FOLLOWERS: dict[str, list[Follower]] = {}
_OF_CITIZENS: dict[str, frozenset[str]] = {}


def register(kind: str, handler: RecordHandler) -> None:
    """Register a group's handler; done once, by backend/registry.py."""
    _HANDLERS[kind] = handler


def follow(kind: str, follower: Follower) -> None:
    """Call `follower` with every act of this kind of record that took effect.

    Done by backend/registry.py.
    """
    known = _FOLLOWERS.setdefault(kind, [])
    if follower not in known:
        known.append(follower)


def followers(kind: str) -> list[Follower]:
    """Return the followers of this kind of record."""
    return _FOLLOWERS.get(kind, [])


def open_to_citizens(kind: str, types: frozenset[str]) -> None:
    """Let the service officer (face "public") make these acts of a kind of record, and no others.

    Done by backend/registry.py. See docs/decisions/0056.
    """
    _OF_CITIZENS[kind] = types


def of_citizens(kind: str) -> frozenset[str]:
    """Return the types of act that the face "public" may make about this kind of record."""
    return _OF_CITIZENS.get(kind, frozenset())


def find(kind: str) -> RecordHandler | None:
    """Return the handler of a kind of record, or None."""
    return _HANDLERS.get(kind)
