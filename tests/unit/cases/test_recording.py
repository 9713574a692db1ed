"""Violation minutes are recorded with the right to explain as the decree gives it, and it is waived with proof."""

import msgspec
import pytest

from schemas import case_acts as a
from schemas.sanctions import ExplanationRight
from tests.unit.cases import made
from tests.unit.cases.made import NOW, ident
from tests.unit.cases.test_guards import RIGHT, code

NO_RIGHT = ExplanationRight(exists=False, doubtful=False, reasons=[])


def test_a_waiver_that_the_minutes_do_not_state_names_the_paper_that_does() -> None:
    facts = made.recorded(right=True).facts
    bare = a.ExplanationWaived(how="declared", at=NOW, reason="")
    named = a.ExplanationWaived(how="declared", at=NOW, reason="Đơn ngày 24/11/2026")
    assert code(bare, facts) == "case_waiver_unproved"
    assert code(named, facts) is None
    facts.papers[ident("MBB01")].fields["explanation_waived"] = True
    assert code(bare, facts) is None


@pytest.mark.parametrize(
    ("said", "provided", "recorded", "outcome"),
    [
        ("none", True, False, "case_hearing_due"),
        ("none", True, True, None),
        ("none", False, True, "case_no_explanation_right"),
        ("none", False, False, None),
        ("yes", False, False, "case_hearing_due"),
        ("yes", False, True, None),
    ],
)
def test_the_right_to_explain_is_the_decree_s_to_give(
    said: str, provided: bool, recorded: bool, outcome: str | None
) -> None:
    case = made.inspected()
    case.paper("MBB01")
    case.facts.papers[ident("MBB01")].fields["explanation"] = said
    content = msgspec.structs.replace(made.minutes(), explanation_right=recorded)
    hearing = RIGHT if provided else NO_RIGHT
    assert code(content, case.facts, hearing=hearing) == outcome
    if outcome is None:
        gone = code(content, case.facts, hearing=hearing, versions_stand=False)
        assert gone == "case_catalogue_version"
