"""The columns of a list of officers, recognised as backend/core/sheets/headings.py says. Pure."""

from enum import StrEnum

from backend.core.sheets.headings import About, Columns
from schemas.core.problems import Text


class Column(StrEnum):
    """What a column says of an officer."""

    FULL_NAME = "full_name"
    USERNAME = "username"
    OFFICER_NUMBER = "officer_number"
    UNIT = "unit"
    ROLES = "roles"
    TITLE = "title"
    VALID_FROM = "valid_from"
    DECISION = "decision"
    DECIDED_ON = "decided_on"
    RANK = "rank"
    RANK_FROM = "rank_from"
    RANK_DECISION = "rank_decision"
    RANK_DECIDED_ON = "rank_decided_on"
    CARD = "card"
    CARD_FROM = "card_from"
    CARD_UNTIL = "card_until"
    LANGUAGE = "language"
    REASON = "reason"


def _about(vi: str, en: str, *also: str) -> About:
    return About(Text(vi=vi, en=en), also)


COLUMNS: dict[Column, About] = {
    Column.FULL_NAME: _about(
        "Họ và tên",
        "Full name",
        *("ho ten", "ten", "ten cong chuc", "ho va ten cong chuc", "ho ten cong chuc", "name"),
    ),
    Column.USERNAME: _about(
        "Tên đăng nhập", "User name", "tai khoan", "ten tai khoan", "username", "login"
    ),
    Column.OFFICER_NUMBER: _about(
        "Số hiệu công chức",
        "Officer number",
        *("so hieu", "ma cong chuc", "ma so cong chuc", "so hieu cc", "staff number"),
    ),
    Column.UNIT: _about(
        "Đơn vị",
        "Unit",
        *("ma don vi", "don vi cong tac", "ten don vi", "phong doi", "doi phong", "unit code"),
    ),
    Column.ROLES: _about(
        "Vai trò", "Roles", "vai tro he thong", "quyen", "nhom quyen", "role", "system role"
    ),
    Column.TITLE: _about(
        "Chức vụ", "Position", "chuc danh", "chuc vu chuc danh", "title", "job title"
    ),
    Column.VALID_FROM: _about(
        "Giữ chức vụ từ ngày",
        "Position from",
        *("tu ngay", "ngay giu chuc vu", "ngay bo nhiem", "bo nhiem tu ngay", "from"),
    ),
    Column.DECISION: _about(
        "Số quyết định",
        "Decision number",
        *("so qd", "quyet dinh so", "quyet dinh", "so quyet dinh bo nhiem", "decision"),
    ),
    Column.DECIDED_ON: _about(
        "Ngày quyết định", "Decision date", "ngay qd", "ngay ky quyet dinh", "ngay ky", "decided on"
    ),
    Column.RANK: _about(
        "Ngạch công chức",
        "Rank",
        "ngach",
        "ma ngach",
        "ma so ngach",
        "ma ngach cong chuc",
        "rank code",
    ),
    Column.RANK_FROM: _about(
        "Giữ ngạch từ ngày",
        "Rank from",
        *("ngay bo nhiem ngach", "bo nhiem ngach tu ngay", "ngach tu ngay", "ngay giu ngach"),
    ),
    Column.RANK_DECISION: _about(
        "Số quyết định ngạch",
        "Rank decision number",
        *("so qd ngach", "quyet dinh ngach", "so quyet dinh bo nhiem ngach", "rank decision"),
    ),
    Column.RANK_DECIDED_ON: _about(
        "Ngày quyết định ngạch",
        "Rank decision date",
        *("ngay qd ngach", "ngay quyet dinh bo nhiem ngach", "rank decided on"),
    ),
    Column.CARD: _about(
        "Số thẻ kiểm tra",
        "Card number",
        *("so the", "the kiem tra", "so the kttt", "the kiem tra thi truong", "card"),
        "so the kiem tra thi truong",
    ),
    Column.CARD_FROM: _about(
        "Ngày cấp thẻ", "Card issued on", "cap ngay", "ngay cap", "the cap ngay", "issued on"
    ),
    Column.CARD_UNTIL: _about(
        "Thẻ có hạn đến",
        "Card expires on",
        *("han the", "ngay het han", "het han", "co gia tri den", "the het han", "expires on"),
    ),
    Column.LANGUAGE: _about("Ngôn ngữ", "Language", "ngon ngu hien thi", "lang"),
    Column.REASON: _about(
        "Lý do (khi trùng họ tên)",
        "Reason (same name)",
        *("ly do", "ly do trung ten", "ly do trung ho ten", "ghi chu trung ten", "reason"),
    ),
}
SHEET: Columns[Column] = Columns(
    about=COLUMNS, whom=(Column.FULL_NAME,), fewest=2, several_lines=frozenset({Column.REASON})
)

_EXAMPLE: dict[Column, Text] = {
    Column.FULL_NAME: Text(
        vi="Ví dụ: Hoàng Ngọc An (xóa dòng này)", en="Example: Hoàng Ngọc An (delete this row)"
    ),
    Column.OFFICER_NUMBER: Text(vi="QLTT-0001", en="QLTT-0001"),
    Column.UNIT: Text(vi="0101", en="0101"),
    Column.ROLES: Text(vi="Kiểm soát viên", en="Inspector"),
    Column.TITLE: Text(vi="Kiểm soát viên thị trường", en="Kiểm soát viên thị trường"),
    Column.VALID_FROM: Text(vi="01/03/2026", en="01/03/2026"),
    Column.RANK: Text(vi="21.189", en="21.189"),
    Column.RANK_FROM: Text(vi="01/03/2026", en="01/03/2026"),
    Column.RANK_DECISION: Text(vi="15/QĐ-QLTT", en="15/QĐ-QLTT"),
    Column.RANK_DECIDED_ON: Text(vi="20/02/2026", en="20/02/2026"),
    Column.CARD: Text(vi="", en=""),
    Column.LANGUAGE: Text(vi="Tiếng Việt", en="English"),
}
EXAMPLE: tuple[Text, ...] = tuple(_EXAMPLE.get(column, Text(vi="", en="")) for column in COLUMNS)
"""A row of the template, in the order of the columns."""
