"""Violation minutes are recorded with the right to explain as the decree gives it, and it is waived with proof."""

from datetime import timedelta

import msgspec
import pytest

from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, ExplanationMode
from schemas.law.sanctions import ExplanationRight
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import NOW, ident
from tests.unit.casework.cases.test_guards import RIGHT, code

NO_RIGHT = ExplanationRight(exists=False, doubtful=False, reasons=[])


def filed(case: made.Made) -> int:
    """The party's own writing is filed; returns its sheet."""
    sheet = case_side_acts.SheetsFiled(
        title="Đơn của ông Mẫu",
        issued_on=None,
        number=None,
        sheets=1,
        document_id=None,
        sha256=None,
    )
    return case.add(CaseAct.SHEETS_FILED, sheet).facts.last_sheet


def test_a_waiver_stands_in_the_minutes_or_in_the_party_s_writing_that_another_officer_filed() -> (
    None
):
    case = made.recorded(right=True)
    bare = case_acts.ExplanationWaived(how="declared", at=NOW, reason="")
    told = case_acts.ExplanationWaived(how="declared", at=NOW, reason="Đơn ngày 24/11/2026")
    assert code(bare, case.facts) == "case_waiver_unproved"
    assert code(told, case.facts) == "case_waiver_unproved", "words of the officer prove nothing"
    minutes = msgspec.structs.replace(bare, sheet=case.facts.folio[0].first)
    assert code(minutes, case.facts) == "case_sheet_unknown", "a paper of the officer's own"
    named = msgspec.structs.replace(bare, sheet=filed(case))
    assert code(named, case.facts) == "case_sheet_own"
    assert code(named, case.facts, officer_id=ident("another")) is None
    case.facts.papers[ident("MBB01")].fields["explanation_waived"] = True
    assert code(bare, case.facts) is None


def test_an_explanation_stands_on_paper_while_there_is_time_to_give_one() -> None:
    case = made.recorded(right=True)
    told = case_acts.ExplanationReceived(
        mode=ExplanationMode.WRITTEN,
        received_at=NOW,
        content="Không biết",
        accepted=False,
        document_id=None,
    )
    running = {"D09": NOW + timedelta(days=3)}
    assert code(told, case.facts, due=running) == "case_explanation_unproved"
    assert code(told, case.facts) == "case_explanation_unproved"
    assert code(told, case.facts, due={"D09": NOW}) == "case_explanation_after", "nor is it late"
    named = msgspec.structs.replace(told, sheet=filed(case))
    assert code(named, case.facts, due=running) == "case_sheet_own"
    assert code(named, case.facts, due=running, officer_id=ident("another")) is None
    heard = msgspec.structs.replace(told, document_id=ident("MBB03"))
    assert code(heard, case.facts) == "case_paper_missing"
    case.paper("MBB03")
    assert code(heard, case.facts) == "case_hearing_other"
    number = case.facts.papers[ident("MBB01")].number
    case.facts.papers[ident("MBB03")].fields["violation_minutes_number"] = number
    assert code(heard, case.facts) == "case_hearing_alone", "of the same officer's hand"
    assert code(heard, case.facts, officer_id=ident("another")) is None


@pytest.mark.parametrize(
    ("said", "provided", "recorded", "outcome"),
    [
        ("none", True, False, "case_minutes_deny"),
        ("none", True, True, "case_minutes_deny"),
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
    if outcome == "case_minutes_deny" and recorded:  # mended by verification minutes (Law Art 58.8)
        case.paper("MBB05")
        number = case.facts.papers[ident("MBB01")].number
        case.facts.papers[ident("MBB05")].fields["violation_minutes_number"] = number
        assert code(content, case.facts, hearing=hearing) is None
    if outcome is None:
        gone = code(content, case.facts, hearing=hearing, versions_stand=False)
        assert gone == "case_catalogue_version"
