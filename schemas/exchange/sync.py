"""What a phone must have, and the answers to the acts that it sends."""

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
        "file_receipt",
        "number_block",
        "notice",
        "told",
        "proposal",
        "information",
    ]
    id: str
    op: Literal["put", "remove"]
    value: dict[str, Any] | None


class SyncPage(Wire):
    """The answer of GET /sync.

    `epoch` changes when the database is restored; phones then send everything again.
    """

    cursor: str
    more: bool
    changes: list[Change]
    anchor: str
    epoch: UUID
    server_keys: list[ServerKey]
    last_seq: int
    last_hash: str | None
    backed_up_through: str | None
    public_url: str | None = None
    """The address that QR codes of papers lead to, without a slash at the end."""
    app_minimum: str | None = None
    """The version below which a phone's app counts as too old; null if there is none. Nothing is refused for it."""


class Handshake(Wire):
    """What a phone gets at every contact: signed time, epoch, keys, and how far the server has its log."""

    anchor: str
    epoch: UUID
    server_keys: list[ServerKey]
    last_seq: int
    last_hash: str | None
    backed_up_through: str | None
    public_url: str


class Quarantine(Wire):
    """Accepted, kept and visible, but without effect until a supervisor admits it."""

    code: str
    text: Text


class ActResult(Wire):
    """The result of one act of a batch."""

    id: str | None
    status: Literal["accepted", "repeated", "refused"]
    receipt: Receipt | None
    quarantine: Quarantine | None
    problem: Problem | None


class ActResults(Wire):
    """One result for each act, in the order in which they were sent."""

    results: list[ActResult]
