"""Every act of a case by its name on the wire: from here all tables of acts are derived. Pure."""

from collections.abc import Iterable

from backend.casework.acts import (
    beside,
    changes,
    closing,
    decision,
    documents,
    execution,
    exhibits,
    fine,
    inspection,
    intake,
    seizure,
    signed_by_hand,
    violation,
)
from backend.casework.acts.declaring import Declared
from schemas.casework.words import CaseAct


def index(*families: Iterable[Declared]) -> dict[CaseAct, Declared]:
    """The acts of these families, in the order of the enumeration. Raises ValueError where one is declared twice."""
    found: dict[CaseAct, Declared] = {}
    for family in families:
        for one in family:
            if one.wire in found:
                raise ValueError(f"declared twice: {one.wire}")
            found[one.wire] = one
    return {kind: found[kind] for kind in CaseAct if kind in found}


ACTS = index(
    intake.ALL,
    inspection.ALL,
    violation.ALL,
    decision.ALL,
    execution.ALL,
    fine.ALL,
    closing.ALL,
    seizure.ALL,
    exhibits.ALL,
    documents.ALL,
    signed_by_hand.ALL,
    changes.ALL,
    beside.ALL,
)
