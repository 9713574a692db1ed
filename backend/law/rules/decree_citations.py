"""How a decision cites the sanction decree that it rests on (form MQĐ01 and MQĐ02, basis 2). Pure.

Decree 118/2021, appendix: kind, number, day, issuer and name. Which decree it is follows from the
provisions of the behaviours, as the catalogue cites them.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_NUMBER = re.compile(r"\d{1,3}/\d{4}/NĐ-CP")
_SHORT = re.compile(
    r"(?:NĐ|Nghị định)(?: số)? (\d{1,3}/\d{4}/NĐ-CP)(?! ngày| của)"
    r"(?: \((?:sđ|sửa đổi, bổ sung bởi|thêm bởi) [^)]*\))?"
)
"""A decree by its number alone, with what the catalogue notes of amendments."""
_UNTIL = re.compile(r" \(đến trước ngày (\d\d/\d\d/\d{4})\)")


class _Decree(NamedTuple):
    day: str
    about: str
    amended_by: tuple[str, ...] = ()
    """Decrees that changed it, as the catalogue cites them, oldest first."""


_DECREES = {
    "98/2020/NĐ-CP": _Decree(
        "26 tháng 8 năm 2020",
        "trong hoạt động thương mại, sản xuất, buôn bán hàng giả, hàng cấm và bảo vệ quyền lợi người tiêu dùng",
        ("17/2022/NĐ-CP", "24/2025/NĐ-CP"),
    ),
    "115/2018/NĐ-CP": _Decree("04 tháng 9 năm 2018", "về an toàn thực phẩm", ("124/2021/NĐ-CP",)),
    "99/2020/NĐ-CP": _Decree(
        "26 tháng 8 năm 2020",
        "trong lĩnh vực dầu khí, kinh doanh xăng dầu và khí",
        ("17/2022/NĐ-CP",),
    ),
    "99/2013/NĐ-CP": _Decree(
        "29 tháng 8 năm 2013",
        "trong lĩnh vực sở hữu công nghiệp",
        ("126/2021/NĐ-CP", "46/2024/NĐ-CP", "186/2026/NĐ-CP"),
    ),
    "119/2017/NĐ-CP": _Decree(
        "01 tháng 11 năm 2017",
        "trong lĩnh vực tiêu chuẩn, đo lường và chất lượng sản phẩm, hàng hóa",
        ("126/2021/NĐ-CP",),
    ),
    "87/2024/NĐ-CP": _Decree("12 tháng 7 năm 2024", "trong quản lý giá"),
}
"""The decrees of the catalogue. A test compares them and their amendments with its editions."""
KNOWN = frozenset(_DECREES)
USUAL = "98/2020/NĐ-CP"
"""The decree that the forms themselves print while no provision says another."""


def of_provisions(provisions: Iterable[str]) -> list[str]:
    """Return the decrees that provisions name first, each once, in full. Empty if none names one."""
    found = (_NUMBER.search(text) for text in provisions)
    return [cited(number) for number in dict.fromkeys(one[0] for one in found if one)]


def cited(number: str) -> str:
    """Cite a decree in full; one that is not in the catalogue by its number alone."""
    decree = _DECREES.get(number)
    if decree is None:
        return f"Nghị định số {number} của Chính phủ quy định xử phạt vi phạm hành chính"
    text = (
        f"Nghị định số {number} ngày {decree.day} của Chính phủ quy định xử phạt vi phạm hành chính"
        f" {decree.about}"
    )
    if not decree.amended_by:
        return text
    *first, last = [f"Nghị định số {one}" for one in decree.amended_by]
    by = f"{', '.join(first)} và {last}" if first else last
    return f"{text} (sửa đổi, bổ sung bởi {by})"


def in_full(provision: str) -> str:
    """Return a provision with its decree in full: the words of the basis above it.

    The catalogue and officers write "điểm a khoản 1 Điều 15 NĐ 98/2020/NĐ-CP (sđ NĐ 17/2022)". A paper
    has kind, number, day, issuer and name of the decree (Decree 118/2021, appendix, MBB01 item 3,
    MQĐ15 Article 1.2). What already has its day stays as it was written. A decree that is not in the
    catalogue keeps its number alone, as nothing may be made up.
    """

    def said(found: re.Match[str]) -> str:
        return cited(found[1]) if found[1] in _DECREES else f"Nghị định số {found[1]}"

    return _UNTIL.sub(r" (quy định có hiệu lực đến trước ngày \1)", _SHORT.sub(said, provision))


def amending(number: str) -> tuple[str, ...]:
    """Return the decrees that changed a decree, oldest first."""
    decree = _DECREES.get(number)
    return decree.amended_by if decree else ()
