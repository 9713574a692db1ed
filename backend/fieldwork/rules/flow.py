"""The newer flow (`minutes_flow: 2`): the hashes of an inspection's draft and of its file. Pure.

In this flow minutes are final once the owner's submission names them: nothing rewrites them, and
nothing voids what people signed. A supervisor looks at a draft before the first signature, and
rules on the file after the submission.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backend.core.canonical_json import sha256_hex
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import QuarantineCode

NEVER_ADMITTED = frozenset({QuarantineCode.MINUTES_FINAL, QuarantineCode.MINUTES_NOT_OWNED})
"""Codes of minutes beside, which nobody can put in force. They can be read, signed, and set aside
with a reason."""


def draft_hash(minutes: UUID, photos: list[str]) -> str:
    """Return the hash that a proposal names.

    It is the SHA-256 of the RFC 8785 form of minutes and photographs, in the given order.
    """
    return sha256_hex({"minutes": str(minutes), "photos": photos})


def file_hash(revision: str, addenda: Sequence[UUID], supplements: Sequence[UUID]) -> str:
    """Return the hash that a ruling on the file names: the revision, and what joined it since.

    `addenda` are the acts of evidence in effect that came after the submission, admissions
    included. `supplements` are the team's answers. Both are in ledger order, so anybody who has the
    ledger can compute the hash.
    """
    return sha256_hex(
        {
            "revision": revision,
            "addenda": [str(one) for one in addenda],
            "supplements": [str(one) for one in supplements],
        }
    )


def of_decision(content: dict[str, Any]) -> int:
    """Return the flow that a decision's content names: 2, or 1 if it names none."""
    return FLOW if content.get("minutes_flow") == FLOW else 1
