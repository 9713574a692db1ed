"""A page names each part of a paper once, and its fields below it."""

from admin_ui.documents.lines import Group, Line, grouped


def test_fields_of_one_part_stand_below_its_name() -> None:
    found = [
        Line("/office", "Cơ quan lập biên bản", "Đội số 1"),
        Line("/violator/name", "Cá nhân, tổ chức vi phạm – Họ và tên", "Phan Văn Thử"),
        Line("/violator/tax", "Cá nhân, tổ chức vi phạm – Mã số thuế", "001"),
        Line("/goods/0/name", "Tang vật 1 – Tên", "Vải cuộn"),
        Line("/copies", "Số bản", "2"),
    ]
    assert grouped(found) == [
        Group("", [Line("/office", "Cơ quan lập biên bản", "Đội số 1")]),
        Group(
            "Cá nhân, tổ chức vi phạm",
            [
                Line("/violator/name", "Họ và tên", "Phan Văn Thử"),
                Line("/violator/tax", "Mã số thuế", "001"),
            ],
        ),
        Group("Tang vật 1", [Line("/goods/0/name", "Tên", "Vải cuộn")]),
        Group("", [Line("/copies", "Số bản", "2")]),
    ]


def test_what_no_paper_prints_is_no_line() -> None:
    version = Line("/violations/0/catalogue_version", "Hành vi 1 – Phiên bản danh mục", "0")
    assert grouped([version]) == []
