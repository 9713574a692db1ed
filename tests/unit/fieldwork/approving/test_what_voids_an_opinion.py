"""Practice B7: an opinion is voided by a change of party, act, article, amount, goods, term or signer alone."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.fieldwork.rules import approving, flow
from schemas.approvals.submissions import Comment as Remark
from schemas.fieldwork.remarks import Comment, CommentTarget

DECISION: dict[str, Any] = {
    "agency": "Chi cục Hà Nội thử",
    "legal_bases": ["Pháp lệnh số 11/2016/UBTVQH13", "Đề xuất kiểm tra ngày 28/11/2026"],
    "subject": {"name": "Công ty Hoa Gạo"},
    "place": "Số 12 ngõ Hoa Gạo",
    "contents": ["Nguồn gốc hàng hóa"],
    "duration_days": 2,
    "start_on": "2026-12-01",
    "leader": {"name": "Lê Linh Chi"},
    "members": [{"name": "Nguyễn Hoài An"}],
    "executor": "Trưởng Đoàn kiểm tra",
    "effective_on": "2026-11-29",
    "signer": {"name": "Bùi Hương Giang", "title": "Chi cục trưởng"},
}


def material(**changed: Any) -> str:
    return approving.decision_material("QĐ-KT", DECISION | changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": {"name": "Công ty Hoa Đào"}},
        {"place": "Số 14 ngõ Hoa Gạo"},
        {"contents": ["Nguồn gốc hàng hóa", "Giá"]},
        {"duration_days": 3},
        {"start_on": "2026-12-02"},
        {"leader": {"name": "Trần Thanh Bình"}},
        {"members": []},
        {"signer": {"name": "Đặng Thanh Hải", "title": "Phó Chi cục trưởng"}},
        {"days_in_all": 10},
        {"decision_number": "0012/QĐ-KT"},
    ],
)
def test_what_a_decision_orders_and_of_whom_voids_an_opinion(changed: dict[str, Any]) -> None:
    assert material(**changed) != material()


@pytest.mark.parametrize(
    "changed",
    [
        {"effective_on": "2026-11-30"},
        {"agency": "Cục Quản lý thị trường thử"},
        {"executor": "Trưởng Đoàn"},
        {"legal_bases": ["Đề xuất kiểm tra ngày 29/11/2026"]},
    ],
)
def test_letterhead_day_and_bases_void_none(changed: dict[str, Any]) -> None:
    assert material(**changed) == material()


def test_the_day_of_a_decision_comes_later_and_everything_else_is_what_was_seen() -> None:
    seen = approving.decision_shown("QĐ-KT", 4, DECISION)
    assert approving.decision_shown("QĐ-KT", 4, DECISION | {"effective_on": "2026-12-05"}) == seen
    assert approving.decision_shown("QĐ-KT", 5, DECISION) != seen
    assert approving.decision_shown("QĐ-KT", 4, DECISION | {"agency": "Cục"}) != seen


def test_a_late_photograph_changes_what_is_seen_of_a_file_and_voids_nothing() -> None:
    minutes, paper = {"violations": ["Hàng giả"]}, (uuid4(), "MBB01", {"goods": ["mũ"]})
    before = approving.file_material(minutes, [paper])
    revision, late = "a" * 64, uuid4()
    assert flow.file_hash(revision, [], []) != flow.file_hash(revision, [late], [])
    assert approving.file_material(minutes, [paper]) == before
    seized = (uuid4(), "MBB15", {"goods": ["mũ", "áo"]})
    assert approving.file_material(minutes, [paper, seized]) != before
    assert approving.file_material(minutes, [seized, paper]) == approving.file_material(
        minutes, [paper, seized]
    )


def test_remarks_keep_their_place_in_both_records() -> None:
    photo = UUID("01900000-0000-7000-8000-000000000001")
    said = [
        Comment(at=CommentTarget(field="/contents/0/result"), text="Ghi rõ số lượng"),
        Comment(at=CommentTarget(photo_id=photo), text="Chụp lại"),
        Comment(at=CommentTarget(field=""), text="Xem lại cả biên bản"),
    ]
    kept = approving.as_remarks(said)
    assert [one.at for one in kept] == ["/contents/0/result", f"photo:{photo}", ""]
    assert approving.as_comments(kept) == said
    [other] = approving.as_comments([Remark(at="paragraph:3", text="Viết rõ")])
    assert (other.at.field, other.text) == ("", "paragraph:3: Viết rõ")
