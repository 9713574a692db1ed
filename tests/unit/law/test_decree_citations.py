"""Which sanction decree a decision rests on follows from the behaviours' provisions in the catalogue."""

import csv
import re
from pathlib import Path

import pytest

from backend.documents import forms
from backend.law.rules import decree_citations

EDITIONS = Path("backend/law/catalogue/editions")
CHANGED = re.compile(r"NĐ (\d{1,3}/\d{4})(?!/)")


def test_every_decree_of_the_catalogue_is_cited_in_full_with_what_changed_it() -> None:
    newest = max(EDITIONS.iterdir())
    changes: dict[str, set[str]] = {}
    for table in newest.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found = re.search(r"\d{1,3}/\d{4}/NĐ-CP", row["legal_basis"])
                assert found, row["code"]
                said = CHANGED.findall(row["legal_basis"])
                changes.setdefault(found[0], set()).update(f"{one}/NĐ-CP" for one in said)
    assert changes.keys() == decree_citations.KNOWN
    assert {one: set(decree_citations.amending(one)) for one in changes} == changes


def test_a_food_case_rests_on_the_food_decree_and_two_decrees_are_two_bases() -> None:
    food = "điểm a khoản 1 Điều 9 NĐ 115/2018/NĐ-CP (sđ NĐ 124/2021)"
    price = "khoản 2 Điều 12 NĐ 87/2024/NĐ-CP"
    assert decree_citations.of_provisions([food, food, price, "Điều 5"]) == [
        "Nghị định số 115/2018/NĐ-CP ngày 04 tháng 9 năm 2018 của Chính phủ quy định xử phạt vi phạm hành chính về an"
        " toàn thực phẩm (sửa đổi, bổ sung bởi Nghị định số 124/2021/NĐ-CP)",
        "Nghị định số 87/2024/NĐ-CP ngày 12 tháng 7 năm 2024 của Chính phủ quy định xử phạt vi phạm hành chính trong"
        " quản lý giá",
    ]


def test_every_provision_of_the_catalogue_is_cited_in_full_in_the_words_of_the_basis() -> None:
    for table in max(EDITIONS.iterdir()).glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                said = decree_citations.in_full(row["legal_basis"])
                [basis] = decree_citations.of_provisions([row["legal_basis"]])
                assert basis in said, row["code"]
                assert not re.search(r"NĐ \d|\(sđ|thêm bởi", said), row["code"]
                assert decree_citations.in_full(said) == said, row["code"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("điểm a khoản 1 Điều 8 Nghị định số 87/2024/NĐ-CP", "điểm a khoản 1 Điều 8 {87}"),
        (
            "khoản 2 Điều 15 NĐ 87/2024/NĐ-CP, hành vi tại điểm a khoản 1",
            "khoản 2 Điều 15 {87}, hành vi tại điểm a khoản 1",
        ),
        (
            "Điều 5 Nghị định số 87/2024/NĐ-CP ngày 12/7/2024",
            "Điều 5 Nghị định số 87/2024/NĐ-CP ngày 12/7/2024",
        ),
        ("Điều 5 NĐ 12/2024/NĐ-CP", "Điều 5 Nghị định số 12/2024/NĐ-CP"),
        ("Điều 5", "Điều 5"),
    ],
)
def test_what_an_officer_wrote_keeps_its_sense(written: str, printed: str) -> None:
    whole = decree_citations.cited("87/2024/NĐ-CP")
    assert decree_citations.in_full(written) == printed.replace("{87}", whole)


def test_the_forms_print_the_usual_decree_in_the_same_words() -> None:
    usual = decree_citations.cited(decree_citations.USUAL)
    for form in ("MQĐ01", "MQĐ02"):
        bases = forms.load(form, forms.newest(form))["x-bases"]
        assert usual in [one["text"] for one in bases]
