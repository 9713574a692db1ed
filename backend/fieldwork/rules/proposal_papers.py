"""Fills the paper of a proposal of an inspection (ĐX) from what its officer proposed. Pure.

Circular 27/2020/TT-BCT Art 11 says what a proposal states.
"""

from typing import Any

from backend.documents.rules.filling import without_nothing
from backend.fieldwork.rules.decision_fields import subject_fields
from schemas.fieldwork.proposals import DecisionProposed

Fields = dict[str, Any]
_UNSAID = "Không nêu trong đề xuất"
"""Of proposals from before phones asked for the legal text."""


def fields(schema: Fields, proposed: DecisionProposed, proposer: Fields, to: str) -> Fields:
    """Return the fields of the paper. `proposer` is the officer as papers name one, `to` who decides on it."""
    grounds = [*([proposed.basis] if proposed.basis else []), proposed.reason]
    if proposed.emergency is not None:
        grounds.append(f"Trường hợp khẩn cấp, chưa có phương án: {proposed.emergency.reason}")
    filled: Fields = {
        "agency": proposer["agency"],
        "to": to,
        "proposer": proposer,
        "grounds": grounds,
        "subject": subject_fields(proposed.subject),
        "place": proposed.place,
        "contents": proposed.contents,
        "duration_days": proposed.duration_days,
        "start_on": proposed.start_on.isoformat(),
        "expected_violation": proposed.expected_violation or proposed.reason,
        "provision": proposed.provision or _UNSAID,
        "recipients": ["Như trên", "Lưu: Hồ sơ"],
    }
    kept: Fields = without_nothing(filled, schema)
    return kept
