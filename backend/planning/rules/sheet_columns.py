"""The columns of a workbook of plan items, recognised by their headings. Pure.

They are recognised as backend/core/sheets/headings.py says.
"""

from enum import StrEnum

from backend.core.sheets.headings import About, Columns
from schemas.core.problems import Text


class Column(StrEnum):
    """What a column says about an item (schemas.planning.acts.PlanItem)."""

    NAME = "name"
    KIND = "kind"
    TAX_CODE = "tax_code"
    REGISTRATION = "registration"
    REPRESENTATIVE = "representative"
    TITLE = "title"
    PHONE = "phone"
    CRITERION = "criterion"
    ADDRESS = "address"
    AREA = "area"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    CONTENTS = "contents"
    UNIT = "unit"
    LEADER = "leader"
    MEMBERS = "members"
    NOTE = "note"


COLUMNS: dict[Column, About] = {
    Column.NAME: About(
        Text(vi="Tên đối tượng kiểm tra", en="Subject"),
        (
            "ten doi tuong",
            "doi tuong kiem tra",
            "doi tuong",
            "ten to chuc ca nhan",
            "to chuc ca nhan",
            "ten co so",
            "ten co so kinh doanh",
            "ten doanh nghiep",
            "name",
            "business",
        ),
    ),
    Column.KIND: About(
        Text(vi="Loại đối tượng", en="Kind"),
        ("loai", "loai hinh", "kind of subject", "type"),
    ),
    Column.TAX_CODE: About(
        Text(vi="Mã số thuế", en="Tax code"), ("mst", "ma so doanh nghiep", "tax no")
    ),
    Column.REGISTRATION: About(
        Text(vi="Số ĐKKD hoặc CCCD", en="Registration or ID number"),
        (
            "so dkkd",
            "dkkd",
            "so giay chung nhan dkkd",
            "so dang ky kinh doanh",
            "cccd",
            "so cccd",
            "so dinh danh ca nhan",
            "registration number",
            "id number",
        ),
    ),
    Column.REPRESENTATIVE: About(
        Text(vi="Người đại diện", en="Representative"),
        ("dai dien", "chu co so", "nguoi dai dien theo phap luat", "owner"),
    ),
    Column.TITLE: About(
        Text(vi="Chức vụ người đại diện", en="Representative's title"),
        ("chuc vu", "chuc danh", "title"),
    ),
    Column.PHONE: About(
        Text(vi="Điện thoại", en="Phone"), ("so dien thoai", "dien thoai lien he", "sdt")
    ),
    Column.CRITERION: About(
        Text(vi="Tiêu chí (khi chưa nêu tên)", en="Criterion (if none is named)"),
        ("tieu chi", "tieu chi lua chon", "nhom doi tuong", "criterion"),
    ),
    Column.ADDRESS: About(
        Text(vi="Địa chỉ, địa điểm kiểm tra", en="Address"),
        ("dia chi", "dia diem", "dia diem kiem tra", "dia chi kinh doanh", "noi kiem tra", "place"),
    ),
    Column.AREA: About(
        Text(vi="Xã, phường", en="Commune"),
        (
            *("ma xa", "ma phuong", "ma xa phuong", "ma dia ban", "area", "area code"),
            *("xa", "phuong", "commune code"),
        ),
    ),
    Column.FIRST_DAY: About(
        Text(vi="Từ ngày", en="From"),
        ("ngay bat dau", "bat dau", "thoi gian bat dau", "tu", "start", "first day", "from day"),
    ),
    Column.LAST_DAY: About(
        Text(vi="Đến ngày", en="To"),
        ("ngay ket thuc", "ket thuc", "thoi gian ket thuc", "den", "end", "last day", "to day"),
    ),
    Column.CONTENTS: About(
        Text(vi="Nội dung kiểm tra", en="Contents"),
        ("noi dung", "cac noi dung kiem tra", "linh vuc kiem tra", "content"),
    ),
    Column.UNIT: About(
        Text(vi="Đơn vị thực hiện", en="Unit"),
        ("don vi", "don vi kiem tra", "don vi chu tri", "doi qltt", "inspecting unit"),
    ),
    Column.LEADER: About(
        Text(vi="Trưởng đoàn dự kiến (số hiệu)", en="Leader proposed (officer number)"),
        ("truong doan", "truong doan du kien", "so hieu truong doan", "leader", "leader proposed"),
    ),
    Column.MEMBERS: About(
        Text(vi="Thành viên dự kiến (số hiệu)", en="Members proposed (officer numbers)"),
        ("thanh vien", "thanh vien du kien", "so hieu thanh vien", "members", "members proposed"),
    ),
    Column.NOTE: About(Text(vi="Ghi chú", en="Note"), ("ghi chu khac", "notes", "remark")),
}


SHEET: Columns[Column] = Columns(
    about=COLUMNS,
    whom=(Column.NAME, Column.CRITERION),
    fewest=3,
    several_lines=frozenset((Column.CONTENTS, Column.MEMBERS, Column.NOTE)),
)
"""A row of headings names whom to inspect and two more columns."""

EXAMPLE: tuple[Text, ...] = (
    Text(
        vi="Ví dụ: Hộ kinh doanh Nguyễn Văn A (xóa dòng này)",
        en="Example: Nguyễn Văn A (delete this row)",
    ),
    Text(vi="Hộ kinh doanh", en="Household"),
    Text(vi="", en=""),
    Text(vi="", en=""),
    Text(vi="Nguyễn Văn A", en="Nguyễn Văn A"),
    Text(vi="Chủ hộ", en="Owner"),
    Text(vi="", en=""),
    Text(vi="", en=""),
    Text(vi="12 Lê Lợi, phường Bến Thành", en="12 Lê Lợi, Bến Thành ward"),
    Text(vi="", en=""),
    Text(vi="01/03/2027", en="01/03/2027"),
    Text(vi="31/03/2027", en="31/03/2027"),
    Text(vi="Niêm yết giá; nguồn gốc hàng hóa", en="Listed prices; origin of goods"),
    Text(vi="", en=""),
    Text(vi="", en=""),
    Text(vi="", en=""),
    Text(vi="", en=""),
)
"""A row of the template, in the order of the columns."""
