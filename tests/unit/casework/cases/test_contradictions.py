"""Which provisions and wordings mean the same, however officers abbreviate them."""

import pytest

from backend.casework.rules.contradictions import same_citation, same_place, same_wording
from backend.law.catalogue import service as catalogue

PUBLISHED = "điểm d khoản 1 Điều 15 NĐ 98/2020/NĐ-CP (sđ NĐ 17/2022, NĐ 96/2023)"


@pytest.mark.parametrize(
    "written",
    [
        "Điểm d, khoản 1, Điều 15 Nghị định số 98/2020/NĐ-CP.",
        "điểm d khoản 1 Điều 15",
        "điểm d khoản 1 và khoản 2 Điều 15 Nghị định 98/2020/NĐ-CP",
    ],
)
def test_a_provision_may_be_abbreviated(written: str) -> None:
    assert same_place(written, PUBLISHED)


@pytest.mark.parametrize(
    "written",
    [
        "điểm a khoản 1 Điều 15 Nghị định 98/2020/NĐ-CP",
        "điểm d khoản 11 Điều 15",
        "điểm d khoản 1 Điều 150",
        "điểm đ khoản 1 Điều 15",
        "điểm d khoản 1 Điều 15 Nghị định 99/2013/NĐ-CP",
        "Nghị định 98/2020/NĐ-CP",
        "",
    ],
)
def test_another_point_clause_article_or_decree_is_another_provision(written: str) -> None:
    assert not same_place(written, PUBLISHED)


def test_who_writes_the_decree_out_contradicts_nothing() -> None:
    in_full = (
        "Điểm d khoản 1 Điều 15 Nghị định số 98/2020/NĐ-CP ngày 26 tháng 8 năm 2020 của Chính phủ quy định xử phạt"
        " vi phạm hành chính trong hoạt động thương mại, sản xuất, buôn bán hàng giả, hàng cấm và bảo vệ quyền lợi"
        " người tiêu dùng (sửa đổi, bổ sung bởi Nghị định số 17/2022/NĐ-CP và Nghị định số 24/2025/NĐ-CP)"
    )
    assert same_citation(in_full, PUBLISHED)
    assert same_citation("điểm d khoản 1 Điều 15 Nghị định 98/2020/NĐ-CP", PUBLISHED)
    assert not same_citation(in_full.replace("khoản 1", "khoản 2"), PUBLISHED)


def test_everything_in_the_catalogue_agrees_with_itself() -> None:
    for one in catalogue.violations():
        assert same_place(one.legal_basis, one.legal_basis), one.code
        assert same_wording(one.name_vi, one.name_vi), one.code


def test_minutes_may_leave_out_the_words_of_the_band_but_name_no_other() -> None:
    published = "Kinh doanh hàng hóa nhập lậu, trị giá hàng dưới 3 triệu đồng"
    assert same_wording("kinh doanh hàng hóa  nhập lậu", published)
    assert not same_wording("Kinh doanh hàng hóa nhập lậu trên 100 triệu đồng", published)
    assert not same_wording("", published)
