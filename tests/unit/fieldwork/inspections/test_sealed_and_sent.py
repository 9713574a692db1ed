"""Which papers about a decision get the agency's seal, and which go out (Decree 30/2020 Arts 17 to 19, 33). Pure."""

from types import SimpleNamespace
from typing import Any

import pytest

from backend.fieldwork.rules import desk_papers as rules
from schemas.fieldwork.decisions import DecisionChange
from schemas.fieldwork.words import InspectionState, PaperState

_WITHDRAWS = DecisionChange(reason="Cơ sở đã chấm dứt hoạt động", withdraws=True)
_OVER, _RUNS = InspectionState.DISCARDED, InspectionState.ANNOUNCED


def paper(state: PaperState, **more: Any) -> Any:
    given = {"signature_level": "B-T", "sealed_sha256": None, "change": None, "order": None}
    return SimpleNamespace(**(given | {"state": state} | more))


@pytest.mark.parametrize(
    ("one", "inspection", "why"),
    [
        (paper(PaperState.SIGNED), _RUNS, None),
        (paper(PaperState.SIGNED, sealed_sha256="a" * 64), _RUNS, "twice"),
        (paper(PaperState.SIGNED, signature_level=None), _RUNS, "ink"),
        (paper(PaperState.AWAITING, signature_level=None), _RUNS, "ink"),
        (paper(PaperState.DRAFT, signature_level=None), None, "unsigned"),
        (paper(PaperState.DISCARDED), None, "cancelled"),
        (paper(PaperState.SIGNED), _OVER, "cancelled"),
        (paper(PaperState.SIGNED, change=_WITHDRAWS), _OVER, None),
    ],
)
def test_only_what_an_officer_signed_digitally_and_is_not_over_is_sealed_once(
    one: Any, inspection: InspectionState | None, why: str | None
) -> None:
    assert rules.seal_fault(one, inspection) == why


@pytest.mark.parametrize(
    ("one", "inspection", "why"),
    [
        *((paper(state), _RUNS, None) for state in (PaperState.SIGNED, PaperState.AWAITING)),
        (paper(PaperState.SENT_BACK), _RUNS, None),  # in force from its signing (PRACTICE B3)
        *(
            (paper(state), None, "paper_not_signed")
            for state in (PaperState.DRAFT, PaperState.PRINTED)
        ),
        (paper(PaperState.DISCARDED), None, "paper_not_signed"),
        (paper(PaperState.SIGNED), _OVER, "paper_withdrawn"),
        (paper(PaperState.SIGNED, change=_WITHDRAWS), _OVER, None),
    ],
)
def test_only_what_is_in_force_goes_out(
    one: Any, inspection: InspectionState | None, why: str | None
) -> None:
    assert rules.dispatch_fault(one, inspection) == why
