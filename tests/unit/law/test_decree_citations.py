"""Which sanction decree a decision rests on follows from the behaviours' provisions in the catalogue."""

import csv
import re
from pathlib import Path

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


def test_the_forms_print_the_usual_decree_in_the_same_words() -> None:
    usual = decree_citations.cited(decree_citations.USUAL)
    for form in ("MQĐ01", "MQĐ02"):
        bases = forms.load(form, forms.newest(form))["x-bases"]
        assert usual in [one["text"] for one in bases]
