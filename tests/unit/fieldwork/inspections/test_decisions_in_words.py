"""What a signed inspection decision, and one that changes it, says to the party that reads it."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from backend.documents import forms
from backend.documents.rendering import render
from backend.fieldwork.rules import decision_changes, decision_fields
from backend.fieldwork.rules.decision_fields import Signer
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject, TeamMember
from schemas.fieldwork.decisions import DecisionChange, DecisionInForce, IssueDecision
from tests.unit.documents.papers.specimens import body, paper, squeezed

DAY = date(2026, 1, 5)
HEAD = Signer("Lê Đức", "Đội trưởng", "Đội Quản lý thị trường số 1", None)
TEAM = [
    TeamMember(
        officer_id=uuid4(),
        full_name=name,
        title="Kiểm soát viên thị trường",
        officer_number="48-QLTT0001",
        card_number="QLTT-1",
        leader=name == "Lê Đăng Khoa",
    )
    for name in ("Lê Đăng Khoa", "Đặng Thị Hường")
]


def subject(kind: SubjectKind, name: str) -> DecisionSubject:
    return DecisionSubject(
        subject_id=None,
        kind=kind,
        name=name,
        trade_name=None,
        tax_code=None,
        registration_number=None,
        address="Số 112 đường Nguyễn Văn Linh",
        representative=None,
        representative_title=None,
        phone=None,
    )


AN = subject(SubjectKind.INDIVIDUAL, "Nguyễn Văn An")
LUU = subject(SubjectKind.HOUSEHOLD, "Hộ kinh doanh Nguyễn Thị Lựu")
SAO_MAI = subject(SubjectKind.ORGANISATION, "Công ty TNHH Sao Mai")


def issued(of: DecisionSubject) -> dict[str, Any]:
    schema = forms.load("QĐ-KT", forms.newest("QĐ-KT"))
    order = IssueDecision(
        subject=of,
        place=of.address,
        legal_bases=decision_fields.standard_bases(schema),
        contents=["Hóa đơn, chứng từ"],
        duration_days=3,
        complex=False,
        start_on=DAY,
        leader_id=TEAM[0].officer_id,
        member_ids=[TEAM[1].officer_id],
        no_conflict_declared=True,
    )
    return decision_fields.fields(schema, order, TEAM, HEAD, DAY, None)


def changed(of: DecisionSubject, **given: Any) -> tuple[str, dict[str, Any]]:
    change = DecisionChange(reason="Thông tin ban đầu không đúng", **given)
    before = DecisionInForce(
        decision_id=uuid4(),
        number="48010007/QĐ-KT",
        unit_id=uuid4(),
        issued_on=date(2026, 1, 4),
        legal_bases=["Pháp lệnh Quản lý thị trường"],
        subject=of,
        place=of.address,
        latitude_e7=None,
        longitude_e7=None,
        contents=["Hóa đơn, chứng từ"],
        duration_days=3,
        complex=False,
        start_on=DAY,
        team=TEAM,
        issuer_name=HEAD.name,
        issuer_title=HEAD.title,
        no_conflict_declared=True,
    )
    form = decision_changes.form_of(change)
    schema = forms.load(form, forms.newest(form))
    return form, decision_changes.fields(schema, change, before, [], HEAD, DAY, None)


def text_of(form: str, fields: dict[str, Any]) -> str:
    content = paper(form, fields=fields)
    return body(render(content), content)


def test_a_decision_counts_its_days_from_the_announcement_and_leaves_nothing_blank() -> None:
    text = text_of("QĐ-KT", issued(AN))
    for said in (
        "03 ngày làm việc, kể từ ngày công bố Quyết định này; bắt đầu kiểm tra từ ngày 05 tháng 01 năm 2026.",
        "Nơi ở hiện tại: Số 112 đường Nguyễn Văn Linh",
        "- Thành viên. Điều 4.",
        "và ông (bà) Nguyễn Văn An chịu trách nhiệm thi hành",
    ):
        assert squeezed(said) in text, said
    for unknown in ("Giới tính", "Quốc tịch", "Nghề nghiệp", "Hộ chiếu", "ngày cấp"):
        assert squeezed(unknown) not in text, unknown


@pytest.mark.parametrize(
    ("of", "named", "sent"),
    [
        (AN, "ông (bà) Nguyễn Văn An", "Cá nhân được kiểm tra (để chấp hành)"),
        (LUU, "hộ kinh doanh Nguyễn Thị Lựu", "Cá nhân được kiểm tra (để chấp hành)"),
        (SAO_MAI, "Công ty TNHH Sao Mai", "Tổ chức được kiểm tra (để chấp hành)"),
    ],
)
def test_an_extension_names_the_one_party_that_it_binds(
    of: DecisionSubject, named: str, sent: str
) -> None:
    form, fields = changed(of, duration_days=5)
    assert form == "QĐ-KDGH"
    assert fields["executor"].endswith(f" và {named}")
    assert fields["recipients"] == [sent]


def test_a_withdrawal_says_that_it_annuls_and_is_not_sent_to_a_party_that_knew_of_nothing() -> None:
    form, fields = changed(SAO_MAI, withdraws=True)
    text = text_of(form, fields)
    for said in (
        "Điều 1. Hủy bỏ Quyết định kiểm tra số 48010007/QĐ-KT ngày 04 tháng 01 năm 2026 như sau:",
        "1. Không tiến hành kiểm tra theo Quyết định nêu trên.",
        "2. Lý do hủy bỏ: Thông tin ban đầu không đúng. Điều 2.",
        "Điều 3. Trưởng Đoàn kiểm tra và các thành viên Đoàn kiểm tra chịu trách nhiệm",
        "- Đoàn kiểm tra (để thực hiện);",
    ):
        assert squeezed(said) in text, said
    for never in ("Nay sửa đổi, bổ sung là", "Công ty TNHH Sao Mai", "04/01/2026"):
        assert squeezed(never) not in text, never
