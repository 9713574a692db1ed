"""What a phone must have, and the answers to the acts it sends."""

from typing import Any, Literal
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Problem, Text
from schemas.core.receipts import Receipt, ServerKey


class Change(Wire):
    """One thing that this officer's phone must have (put) or forget (remove)."""

    kind: Literal[
        "inspection",
        "decision",
        "subject",
        "officer",
        "form",
        "byte_receipt",
        "number_block",
        "notice",
        "told",
    ]
    id: str
    op: Literal["put", "remove"]
    value: dict[str, Any] | None


class SyncPage(Wire):
    """The answer of GET /sync. `epoch` changes when the database is restored: then the phone sends again."""

    cursor: str
    more: bool
    changes: list[Change]
    anchor: str
    epoch: UUID
    server_keys: list[ServerKey]
    last_seq: int
    last_hash: str | None
    backed_up_through: str | None


class Handshake(Wire):
    """What every contact tells a phone: signed time, epoch, keys, and where its log stands here."""

    anchor: str
    epoch: UUID
    server_keys: list[ServerKey]
    last_seq: int
    last_hash: str | None
    backed_up_through: str | None


class Quarantine(Wire):
    """Accepted, kept, visible - and without effect until a supervisor admits it."""

    code: str
    text: Text


class ActResult(Wire):
    """What became of one act of a batch, in order."""

    id: str | None
    status: Literal["accepted", "repeated", "refused"]
    receipt: Receipt | None
    quarantine: Quarantine | None
    problem: Problem | None


class ActResults(Wire):
    """One result an act, in the order they were sent."""

    results: list[ActResult]
