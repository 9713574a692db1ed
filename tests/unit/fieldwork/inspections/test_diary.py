"""What lines the acts of an inspection write into the work diary (Circular 22/2021 M12, Circular 27/2020 Art 14.2)."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from backend.core.actors import Actor, UnitPath
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.rules import diary as rules
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role, SubjectKind
from schemas.fieldwork.acts import DecisionIssued, DecisionSubject, TeamMember
from schemas.fieldwork.decision_changes import DecisionAmended, DecisionExtended
from schemas.fieldwork.words import ActType

AT = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)


def member(name: str, number: str, *, leader: bool = False) -> TeamMember:
    return TeamMember(
        officer_id=new_id(),
        full_name=name,
        title="Kiểm soát viên",
        officer_number=number,
        card_number=None,
        leader=leader,
    )


TEAM = [member("Bùi Thị Chi", "QLTT-01-003", leader=True), member("Lê An", "QLTT-01-001")]
DECISION = DecisionIssued(
    decision_id=new_id(),
    number="01000007/QĐ-KT",
    unit_id=new_id(),
    issued_on=date(2026, 11, 24),
    legal_bases=["Pháp lệnh 11/2016/UBTVQH13"],
    subject=DecisionSubject(
        subject_id=None,
        kind=SubjectKind.HOUSEHOLD,
        name="Hộ Bằng Lăng",
        trade_name=None,
        tax_code=None,
        registration_number=None,
        address="Số 3",
        representative=None,
        representative_title=None,
        phone=None,
    ),
    place="Số 3 phố Bằng Lăng",
    latitude_e7=None,
    longitude_e7=None,
    contents=["Nguồn gốc hàng hóa", "Niêm yết giá"],
    duration_days=2,
    complex=False,
    start_on=date(2026, 11, 25),
    team=TEAM,
    issuer_name="Bùi Hương Giang",
    issuer_title="Chi cục trưởng",
    no_conflict_declared=True,
)


NATION, DEPARTMENT, HERE, THERE = new_id(), new_id(), new_id(), new_id()


def officer(role: Role, *path: UUID) -> Actor:
    """An officer of this role in the last unit of a path."""
    units = [*path, *[None] * (4 - len(path))]
    return Actor(
        officer_id=new_id(),
        username="ai",
        full_name="Ai Đó",
        roles=frozenset({role}),
        unit=UnitPath(unit_1=path[0], unit_2=units[1], unit_3=units[2], unit_4=units[3]),
        session_id=None,
        face="desk",
    )


@pytest.mark.parametrize(
    ("role", "path", "may"),
    [
        (Role.TEAM_LEADER, (NATION, DEPARTMENT, HERE), True),
        (Role.TEAM_LEADER, (NATION, DEPARTMENT, THERE), False),
        (Role.TEAM_LEADER, (NATION, DEPARTMENT), False),
        (Role.SUPERVISOR, (NATION, DEPARTMENT), True),
        (Role.SUPERVISOR, (NATION, DEPARTMENT, THERE), False),
        (Role.INSPECTOR, (NATION, DEPARTMENT, HERE), False),
        (Role.AUDITOR, (NATION, DEPARTMENT, HERE), False),
    ],
)
def test_a_line_is_confirmed_by_the_leader_of_its_unit(
    role: Role, path: tuple[UUID, ...], may: bool
) -> None:
    """Form M12: "lãnh đạo đơn vị"; a team's leader leads it, and no other team."""
    here = UnitPath(unit_1=NATION, unit_2=DEPARTMENT, unit_3=HERE)
    assert rules.may_confirm(officer(role, *path), here) is may


def told(act_type: str, content: Any) -> Any:
    return rules.line_of(act_type, content, DECISION, AT, AT)


def test_the_decision_is_entered_with_all_that_article_14_2_asks() -> None:
    line = told("decision.issued", DECISION)
    assert line.entered_on == date(2026, 11, 25), "the day in Vietnam"
    assert line.assigned_by == "Quyết định kiểm tra số 01000007/QĐ-KT ngày 24/11/2026"
    assert line.signer == "Bùi Hương Giang, Chi cục trưởng"
    assert line.members == [
        "Bùi Thị Chi, số hiệu QLTT-01-003 (Trưởng Đoàn)",
        "Lê An, số hiệu QLTT-01-001",
    ]
    assert line.subject == "Hộ Bằng Lăng"
    assert line.content == "Kiểm tra: Nguồn gốc hàng hóa; Niêm yết giá"
    assert line.time == "Từ 25/11/2026, 2 ngày làm việc"


def test_a_change_names_its_own_paper_and_the_new_team() -> None:
    paper = {"paper": new_id(), "issued_on": date(2026, 11, 26), "reason": "Thay người"}
    amended = DecisionAmended(number="3/QĐ-SĐBSKT", contents=None, place=None, team=TEAM, **paper)
    line = told("decision.amended", amended)
    assert line.assigned_by == "Quyết định sửa đổi, bổ sung số 3/QĐ-SĐBSKT ngày 26/11/2026"
    assert len(line.members) == 2
    extended = DecisionExtended(number="4/QĐ-KDGH", duration_days=5, **paper)
    assert told("decision.extended", extended).content.endswith("Tổng thời hạn 5 ngày làm việc.")


@pytest.mark.parametrize(
    ("violations", "said"),
    [(None, "Chưa có biên bản"), (0, "không ghi nhận vi phạm"), (3, "ghi nhận 3 vi phạm")],
)
def test_the_end_says_what_the_minutes_found(violations: int | None, said: str) -> None:
    line = rules.ended(told("inspection.submitted", None), violations)
    assert said in line.result


def test_acts_that_write_lines_are_acts_of_inspections_and_photographs_write_none() -> None:
    assert {one for one in ActType if rules.writes(one)} <= set(ACTS)
    assert not rules.writes("photo.taken")
    assert sum(rules.writes(one) for one in ActType) == 9


def test_texts_are_cut_to_the_form() -> None:
    long = msgspec.structs.replace(DECISION, contents=["x" * 900, "y" * 900])
    assert len(rules.line_of("decision.issued", long, long, AT, AT).content) == 1000
