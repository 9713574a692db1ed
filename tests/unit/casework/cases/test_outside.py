"""Acts outside the catalogue: what is recorded of them, who determines them, and what older entries mean."""

from typing import Any

import msgspec
import pytest

from backend.casework.acts.clock_facts import SoFar, of_violations
from backend.casework.rules import outside
from backend.law import books
from backend.law.deadlines import service as deadlines
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.acts.outside import OutsideCatalogue, OutsideConfirmed, OutsideStated
from schemas.casework.words import CaseAct
from schemas.law.catalogue import ViolationField
from schemas.law.provisions import RemedyKind
from tests.unit.casework.cases import made

NEWEST = books.newest()
ABOUT = OutsideCatalogue(decree="119/2017/NĐ-CP", field=ViolationField.QUALITY)


def unlisted(**changed: Any) -> case_acts.RecordedViolation:
    return made.violation(**({"code": "NGOAI-1", "outside": ABOUT} | changed))


def stated(**changed: Any) -> OutsideStated:
    given: dict[str, Any] = {
        "code": "NGOAI-1",
        "wording": "Ghi nhãn không đủ nội dung",
        "provision": "điểm a khoản 1 Điều 31 Nghị định số 119/2017/NĐ-CP",
        "decree": "119/2017/NĐ-CP",
        "field": ViolationField.QUALITY,
        "fine_least": 4_000_000,
        "fine_most": 6_000_000,
        "stated_for": "individual",
        "warning": False,
        "licence_least": 1,
        "licence_most": 3,
        "business_least": None,
        "business_most": None,
        "confiscated": ["goods"],
        "remedies": [RemedyKind.RECALL],
        "statute_years": None,
        "source": "Công báo",
    }
    return OutsideStated(**(given | changed))


def recorded() -> made.Made:
    """A case whose minutes record one such act."""
    case = made.recorded(right=True)
    assert case.facts.recorded is not None
    case.facts.recorded = msgspec.structs.replace(case.facts.recorded, violations=[unlisted()])
    return case


def test_an_entry_from_before_means_what_it_meant() -> None:
    told = msgspec.to_builtins(made.minutes())
    for one in told["violations"]:
        del one["outside"]
    old = msgspec.convert(told, case_acts.ViolationRecorded, strict=False)
    assert old == made.minutes()
    assert [one.outside for one in old.violations] == [None] * len(old.violations)


@pytest.mark.parametrize(
    ("violations", "book", "why"),
    [
        ([unlisted()], NEWEST, None),
        ([made.violation(), unlisted(code="NGOAI-2")], NEWEST, None),
        ([made.violation()], books.FIRST, None),
        ([unlisted(code="NGOAI-2")], NEWEST, "case_outside_code"),
        ([unlisted(code="ND98-15-1-d")], NEWEST, "case_outside_code"),
        ([unlisted(outside=None)], NEWEST, "case_outside_code"),
        ([unlisted()], books.FIRST, "case_outside_rules"),
    ],
)
def test_the_code_says_what_the_act_is(
    violations: list[case_acts.RecordedViolation], book: str, why: str | None
) -> None:
    fault = outside.recording_fault(violations, book)
    assert (fault.code if fault else None) == why


def test_the_last_statement_counts_and_waits_to_be_confirmed() -> None:
    case = recorded()
    assert outside.undetermined(case.facts) == ["NGOAI-1"]
    case.add(CaseAct.OUTSIDE_STATED, stated())
    assert outside.undetermined(case.facts) == ["NGOAI-1"]
    first = case.facts.events[-1].act_id
    confirmed = OutsideConfirmed(code="NGOAI-1", statement=first, note=None)
    case.add(CaseAct.OUTSIDE_CONFIRMED, confirmed)
    assert outside.undetermined(case.facts) == []
    row = outside.behaviours(case.facts)["NGOAI-1"]
    assert (row.fine_min_vnd, row.fine_max_vnd, row.certainty) == (4_000_000, 6_000_000, "R")
    assert [(one.kind, one.months_most, one.object) for [one] in row.extra] == [
        ("licence_suspension", 3, None),
        ("confiscation", None, "goods"),
    ]
    assert [one.kind for [one] in row.provided_remedies] == [RemedyKind.RECALL]
    case.add(CaseAct.OUTSIDE_STATED, stated(fine_most=8_000_000))
    assert outside.undetermined(case.facts) == ["NGOAI-1"]
    assert outside.behaviours(case.facts) == {}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, None),
        ({"code": "NGOAI-2"}, "case_outside_unknown"),
        ({"fine_least": 7_000_000}, "case_outside_band"),
        ({"fine_least": 0, "fine_most": 0}, "case_outside_band"),
        ({"fine_least": 0, "fine_most": 0, "warning": True}, None),
        ({"licence_most": None}, "case_outside_months"),
        ({"licence_least": 4}, "case_outside_months"),
    ],
)
def test_a_statement_agrees_with_itself(changed: dict[str, Any], why: str | None) -> None:
    fault = outside.statement_fault(stated(**changed), recorded().facts)
    assert (fault.code if fault else None) == why


def test_its_field_gives_the_statute_beside_that_of_the_catalogue() -> None:
    so_far = SoFar(deadlines.fields(), set(), deadlines.statute_details)
    both = [made.violation(), unlisted(code="NGOAI-2")]
    assert of_violations(both, so_far)["statute_years"] == 2
    so_far.outside = {"NGOAI-2": ("food", None)}
    assert of_violations(both, so_far)["statute_years"] == 1
    so_far.outside = {"NGOAI-2": ("food", 2)}
    assert of_violations(both, so_far)["statute_years"] == 2
