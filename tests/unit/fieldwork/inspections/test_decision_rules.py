"""What the Ordinance asks of an inspection decision."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.core.actors import UnitPath
from backend.fieldwork.rules import decision_changes
from backend.fieldwork.rules import decisions as decision_rules
from backend.law.deadlines import service as deadlines
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import IssueDecision, TeamCandidate

TODAY = date(2026, 11, 24)
LEADER, MEMBER = uuid4(), uuid4()


def candidate(officer_id: UUID, expires: date | None) -> TeamCandidate:
    """An officer who can be named."""
    return TeamCandidate(
        officer_id=officer_id,
        full_name="Nguyễn Văn Thử",
        officer_number=None,
        title_vi="Kiểm soát viên",
        unit_id=uuid4(),
        unit_name_vi="Đội số 1",
        card_number="1" if expires else None,
        card_expires_on=expires,
    )


ORDER = IssueDecision(
    subject=DecisionSubject(
        subject_id=None,
        kind=SubjectKind.HOUSEHOLD,
        name="Hộ kinh doanh Thử",
        trade_name=None,
        tax_code=None,
        registration_number=None,
        address="Số 1 phố Thử",
        representative=None,
        representative_title=None,
        phone=None,
    ),
    place="Số 1 phố Thử",
    legal_bases=["Pháp lệnh 11/2016/UBTVQH13"],
    contents=["Điều kiện kinh doanh"],
    duration_days=3,
    complex=False,
    start_on=TODAY,
    leader_id=LEADER,
    member_ids=[MEMBER],
    no_conflict_declared=True,
)


def fields(leader_card: date | None = date(2028, 1, 1), **changed: Any) -> list[str]:
    """The fields that stand against issuing."""
    team = {LEADER: candidate(LEADER, leader_card), MEMBER: candidate(MEMBER, None)}
    found = decision_rules.faults(
        msgspec.structs.replace(ORDER, **changed), team, TODAY, deadlines.calendar()
    )
    assert all(fault.text.vi and fault.text.en for fault in found)
    return [fault.field for fault in found]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"place": "  "}, ["place"]),
        ({"legal_bases": [""]}, ["legal_bases"]),
        ({"contents": []}, ["contents"]),
        ({"duration_days": 4}, ["duration_days"]),
        # Art 22.2.b: a complex matter gets up to five days by an extension, in writing.
        ({"duration_days": 5, "complex": True}, ["duration_days"]),
        ({"duration_days": 0}, ["duration_days"]),
        ({"start_on": date(2026, 11, 23)}, ["start_on"]),
        # Ordinance 11/2016 Art 19.3: a planned one within 5 working days, an ad-hoc one at once.
        ({"ground": "planned", "start_on": date(2026, 12, 1)}, []),
        ({"ground": "planned", "start_on": date(2026, 12, 2)}, ["start_on"]),
        ({"ground": "ad_hoc", "start_on": date(2026, 11, 24)}, []),
        ({"ground": "ad_hoc", "start_on": date(2026, 11, 25)}, []),  # the next working day
        ({"ground": "ad_hoc", "start_on": date(2026, 11, 26)}, ["start_on"]),
        ({"ground": "ad_hoc", "start_on": date(2026, 11, 23)}, ["start_on"]),
        ({"member_ids": []}, ["member_ids"]),
        ({"member_ids": [LEADER]}, ["member_ids"]),
        ({"member_ids": [MEMBER, uuid4()]}, ["member_ids"]),
        ({"leader_card": None}, ["leader_id"]),
        ({"leader_card": date(2026, 11, 23)}, ["leader_id"]),
        ({"no_conflict_declared": False}, ["no_conflict_declared"]),
    ],
)
def test_each_rule_is_told_at_its_field(changed: dict[str, Any], expected: list[str]) -> None:
    assert fields(**changed) == expected


@pytest.mark.parametrize(
    ("issued_on", "last"),
    [
        (date(2026, 11, 24), date(2026, 12, 1)),  # a holiday: Wed, Thu, Fri, Mon, Tue
        (date(2026, 11, 20), date(2026, 11, 30)),  # over a week-end and the 24th of November
        (date(2026, 2, 13), date(2026, 2, 27)),  # Friday before Tết: the whole week of it is off
        (date(2026, 8, 21), date(2026, 8, 27)),  # Friday: Saturday the 22nd is worked
    ],
)
def test_five_working_days_pass_over_what_is_not_worked(issued_on: date, last: date) -> None:
    assert decision_rules.last_start(issued_on, deadlines.calendar()) == last


def test_an_ad_hoc_inspection_begins_at_once_and_a_planned_one_within_five_working_days() -> None:
    issued_on = date(2026, 11, 24)  # a Tuesday (Ordinance 11/2016 Art 19.3)
    begins = {
        at_once: decision_rules.begins_by(issued_on, deadlines.calendar(), at_once=at_once)
        for at_once in (True, False)
    }
    assert begins == {True: issued_on, False: date(2026, 12, 1)}


def test_a_decision_names_the_ground_on_which_it_rests() -> None:
    """Ordinance 11/2016 Art 20: the plan; or information, a proposal or a request."""
    for ground, article in (("planned", "khoản 1 Điều 20"), ("ad_hoc", "khoản 2 Điều 20")):
        bare = msgspec.structs.replace(ORDER, ground=ground, proposal="  ")
        [fault] = decision_rules.ground_faults(bare)
        assert fault.field == "proposal"
        assert article in fault.text.vi
        named = msgspec.structs.replace(bare, proposal="Kế hoạch số 01/KH-QLTT")
        assert decision_rules.ground_faults(named) == []


def test_a_team_does_not_change_a_decision_that_a_unit_above_issued() -> None:
    """Ordinance 11/2016 Art 22.2.b, Circular 27/2020 Arts 15.2, 17.2: the issuer, the successor, or above."""
    nation, province, team = uuid4(), uuid4(), uuid4()
    above = UnitPath(unit_1=nation, unit_2=province)
    below = UnitPath(unit_1=nation, unit_2=province, unit_3=team)
    elsewhere = UnitPath(unit_1=nation, unit_2=uuid4(), unit_3=uuid4())
    [fault] = decision_changes.office_faults(below, above)
    assert "Điều 22" in fault.text.vi
    for signer, issuer in ((above, above), (above, below), (below, below), (below, elsewhere)):
        assert decision_changes.office_faults(signer, issuer) == []
