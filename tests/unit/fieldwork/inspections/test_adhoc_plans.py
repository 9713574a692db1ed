"""When a decision needs a plan before it, and how the two may differ (Circular 27/2020/TT-BCT Art 12)."""

from datetime import UTC, date, datetime, timedelta
from typing import Literal

from backend.documents import forms
from backend.documents import service as documents
from backend.fieldwork.rules import adhoc_plans as rules
from backend.fieldwork.rules.decision_fields import Signer
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.adhoc_plans import AdhocPlan, Contingency
from schemas.fieldwork.decisions import IssueDecision

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)


def order(ground: Literal["planned", "ad_hoc"]) -> IssueDecision:
    return IssueDecision(
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
        place="Số 3",
        legal_bases=[],
        contents=["Giá"],
        duration_days=2,
        complex=False,
        start_on=date(2026, 11, 25),
        leader_id=new_id(),
        member_ids=[new_id()],
        no_conflict_declared=True,
        ground=ground,
    )


def plan(start: datetime, end: datetime) -> AdhocPlan:
    return AdhocPlan(
        expected_start=start,
        expected_end=end,
        expected_violation="Bán hàng giả",
        provision="Điều 9",
        contingencies=[Contingency(situation="Vắng chủ", measure="Mời phường")],
        means="Một xe",
    )


def test_only_an_ad_hoc_decision_without_a_plan_needs_a_reason() -> None:
    assert rules.needed(order("ad_hoc"), has_plan=False)
    assert not rules.needed(order("ad_hoc"), has_plan=True)
    assert not rules.needed(order("planned"), has_plan=False)
    assert not rules.needed(None, has_plan=False), "one that changes a decision needs none"


def test_a_plan_comes_before_its_decision_and_ends_after_it_starts() -> None:
    hour = timedelta(hours=1)
    assert not rules.faults(plan(NOW, NOW + hour), NOW, decided=False)
    for given, decided in (
        (plan(NOW, NOW - hour), False),
        (plan(NOW - 3 * hour, NOW - hour), False),
        (plan(NOW, NOW + hour), True),
    ):
        [fault] = rules.faults(given, NOW, decided=decided)
        assert "Điều 12 Thông tư 27/2020/TT-BCT" in fault.text.vi


def test_what_differs_from_the_plan_is_named() -> None:
    said = {"place": "Số 3", "contents": ["Giá"], "leader": {"name": "Chi"}}
    assert rules.differs(said, said) == []
    assert rules.differs(said, said | {"place": "Số 5", "partners": []}) == ["place"]


def test_a_decision_has_the_party_and_the_contents_of_its_plan_and_may_have_another_team() -> None:
    """Circular 27/2020 Art 13.3.c."""
    said = {"subject": {"name": "Hộ Bằng Lăng"}, "contents": ["Giá"], "leader": {"name": "Chi"}}
    assert rules.against(said, "1/PA", said | {"leader": {"name": "An"}, "partners": []}) == []
    for name, other in (("subject", {"name": "Hộ Mai"}), ("contents", ["Giá", "Nhãn hàng hóa"])):
        [fault] = rules.against(said, "1/PA", said | {name: other})
        assert fault.field == name
        assert "điểm c khoản 3 Điều 13" in fault.text.vi


def test_a_plan_names_what_the_inspection_rests_on() -> None:
    """Circular 27/2020 Art 12.3.a."""
    schema = documents.get_form("PA", forms.newest("PA"))
    signer = Signer("Lê Chi", "Đội trưởng", "Đội 1", None)
    hour = timedelta(hours=1)
    ground = "Căn cứ Đề xuất kiểm tra ngày 24/11/2026;"
    found = rules.fields(schema, plan(NOW, NOW + hour), {"proposal": ground}, signer, None)
    assert found["legal_bases"][-1] == "Đề xuất kiểm tra ngày 24/11/2026"
    bare = rules.fields(schema, plan(NOW, NOW + hour), {}, signer, None)
    assert found["legal_bases"][:-1] == bare["legal_bases"]
