"""An inspection whose decision says `minutes_flow: 2`: the hashes of its draft and of its file. Pure.

Its minutes are final once the owner's submission names them: nothing rewrites them, and nothing voids what people
signed. A supervisor looks at a draft before the first signature; afterwards he rules on the file.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backend.core.canonical_json import sha256_hex
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import QuarantineCode

NEVER_ADMITTED = frozenset({QuarantineCode.MINUTES_FINAL, QuarantineCode.MINUTES_NOT_OWNED})
"""Minutes beside: nobody puts them in force. They are read, signed and set aside with a reason."""


def draft_hash(minutes: UUID, photos: list[str]) -> str:
    """What a proposal names: SHA-256 of the RFC 8785 form of minutes and photographs, in this order."""
    return sha256_hex({"minutes": str(minutes), "photos": photos})


def file_hash(revision: str, addenda: Sequence[UUID], supplements: Sequence[UUID]) -> str:
    """What a ruling on the file names: the revision, and by act what joined it since, in the order of the ledger.

    `addenda` are acts of evidence in effect that came after the submission, admissions included; `supplements` the
    team's answers. Anybody who has the ledger can reckon it.
    """
    return sha256_hex(
        {
            "revision": revision,
            "addenda": [str(one) for one in addenda],
            "supplements": [str(one) for one in supplements],
        }
    )


def of_decision(content: dict[str, Any]) -> int:
    """Which flow a decision began: 2, or 1 where it says nothing."""
    return FLOW if content.get("minutes_flow") == FLOW else 1
