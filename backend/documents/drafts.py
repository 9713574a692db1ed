"""The drafts of a paper as the acts of its record tell them, to say what was rewritten since somebody looked.

drafts = drafts.of(await ledger_reading.of_types(record_id, ["paper.drafted"]), document_id)
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.ledger.rules.entries import ToldAct


class Drafted(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper said from a moment on (UTC)."""

    at: datetime
    form: str
    version: int
    fields: dict[str, Any]


def of(acts: Iterable[ToldAct], document_id: UUID) -> list[Drafted]:
    """Return the drafts of one paper, the oldest first."""
    return [
        Drafted(
            at=one.received_at,
            form=one.content["form"],
            version=one.content["form_version"],
            fields=one.content["fields"],
        )
        for one in acts
        if one.content["document_id"] == str(document_id)
    ]
