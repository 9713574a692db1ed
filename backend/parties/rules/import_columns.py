"""The columns of a list of parties, recognised as backend/core/sheets/headings.py says. Pure."""

from enum import StrEnum

from backend.core.sheets.headings import About, Columns
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.parties.words import IdentifierKind


class Column(StrEnum):
    """What a column says of a party (schemas.parties.acts.PartyDetails)."""

    NAME = "name"
    KIND = "kind"
    TRADE_NAME = "trade_name"
    SIGN = "sign"
    TAX_CODE = "tax_code"
    ENTERPRISE_CODE = "enterprise_code"
    PERSONAL_NUMBER = "personal_number"
    OLD_CARD = "old_card"
    PASSPORT = "passport"
    HOUSEHOLD_NUMBER = "household_number"
    REGISTRATION = "registration"
    ADDRESS = "address"
    PROVINCE = "province"
    COMMUNE = "commune"
    OLD_PROVINCE = "old_province"
    OLD_DISTRICT = "old_district"
    OLD_COMMUNE = "old_commune"
    REPRESENTATIVE = "representative"
    TITLE = "title"
    SEX = "sex"
    BIRTH = "birth"
    NATIONALITY = "nationality"
    PHONE = "phone"
    EMAIL = "email"
    LINES = "lines"
    NOTE = "note"


NUMBERS: dict[Column, IdentifierKind] = {
    Column.TAX_CODE: IdentifierKind.TAX_CODE,
    Column.ENTERPRISE_CODE: IdentifierKind.ENTERPRISE_CODE,
    Column.PERSONAL_NUMBER: IdentifierKind.PERSONAL_NUMBER,
    Column.OLD_CARD: IdentifierKind.OLD_IDENTITY_CARD,
    Column.PASSPORT: IdentifierKind.PASSPORT,
    Column.HOUSEHOLD_NUMBER: IdentifierKind.HOUSEHOLD_NUMBER,
    Column.REGISTRATION: IdentifierKind.REGISTRATION_NUMBER,
}
"""Which number each column holds, in the order in which a party lists them."""


def _about(vi: str, en: str, *also: str) -> About:
    return About(Text(vi=vi, en=en), also)


COLUMNS: dict[Column, About] = {
    Column.NAME: _about(
        "Tên tổ chức, cá nhân",
        "Name",
        *(
            "ten",
            "ten to chuc",
            "ten ca nhan",
            "ten doanh nghiep",
            "ten co so",
            "ten ho kinh doanh",
        ),
        *("ten co so kinh doanh", "ten cong ty", "ten nguoi nop thue", "ho ten", "ho va ten"),
        *("ten doi tuong", "doi tuong", "to chuc ca nhan", "business", "business name", "party"),
    ),
    Column.KIND: _about(
        "Loại đối tượng", "Kind", "loai", "loai hinh", "loai hinh kinh doanh", "type"
    ),
    Column.TRADE_NAME: _about(
        "Tên giao dịch", "Trade name", "ten viet tat", "ten thuong mai", "short name"
    ),
    Column.SIGN: _about("Biển hiệu", "Sign-board", "ten bien hieu", "sign"),
    Column.TAX_CODE: _about("Mã số thuế", "Tax code", "mst", "ma so thue mst", "tax no"),
    Column.ENTERPRISE_CODE: _about(
        "Mã số doanh nghiệp", "Enterprise code", "msdn", "ma doanh nghiep", "ma so dn"
    ),
    Column.PERSONAL_NUMBER: _about(
        "Số định danh cá nhân",
        "Personal number",
        *("cccd", "so cccd", "can cuoc", "so can cuoc", "can cuoc cong dan", "so dinh danh"),
        *("cccd chu co so", "so cccd chu ho", "id number"),
    ),
    Column.OLD_CARD: _about("Số CMND", "Old identity card", "cmnd", "so chung minh nhan dan"),
    Column.PASSPORT: _about("Số hộ chiếu", "Passport", "ho chieu", "passport number"),
    Column.HOUSEHOLD_NUMBER: _about(
        "Số đăng ký hộ kinh doanh",
        "Household registration number",
        *("so gcn dkhkd", "so giay chung nhan dang ky ho kinh doanh", "so dang ky hkd"),
    ),
    Column.REGISTRATION: _about(
        "Số đăng ký kinh doanh",
        "Registration number",
        *("so dkkd", "dkkd", "so giay dang ky kinh doanh", "so giay chung nhan dkkd", "so gpkd"),
    ),
    Column.ADDRESS: _about(
        "Địa chỉ",
        "Address",
        *("dia chi kinh doanh", "dia diem kinh doanh", "dia chi tru so", "dia chi co so"),
        *("tru so", "noi kinh doanh", "dia diem"),
    ),
    Column.PROVINCE: _about(
        "Tỉnh, thành phố", "Province", "tinh", "thanh pho", "tinh tp", "ma tinh", "province code"
    ),
    Column.COMMUNE: _about(
        "Xã, phường",
        "Commune",
        *("xa", "phuong", "phuong xa", "ma xa", "ma xa phuong", "ma phuong", "xa phuong dac khu"),
        *("commune code", "ward"),
    ),
    Column.OLD_PROVINCE: _about(
        "Tỉnh trước 01/07/2025", "Province before 2025-07-01", "tinh cu", "old province"
    ),
    Column.OLD_DISTRICT: _about(
        "Huyện trước 01/07/2025",
        "District before 2025-07-01",
        *("huyen cu", "quan huyen", "huyen", "quan", "quan huyen cu", "district", "old district"),
    ),
    Column.OLD_COMMUNE: _about(
        "Xã trước 01/07/2025",
        "Commune before 2025-07-01",
        *("xa cu", "phuong cu", "xa phuong cu", "old commune"),
    ),
    Column.REPRESENTATIVE: _about(
        "Người đại diện",
        "Representative",
        *("dai dien", "nguoi dai dien theo phap luat", "chu co so", "chu ho", "owner"),
    ),
    Column.TITLE: _about(
        "Chức vụ người đại diện", "Representative's title", "chuc vu", "chuc danh", "title"
    ),
    Column.SEX: _about("Giới tính", "Sex", "gioi", "gender"),
    Column.BIRTH: _about("Ngày sinh", "Date of birth", "sinh ngay", "ngay thang nam sinh", "born"),
    Column.NATIONALITY: _about("Quốc tịch", "Nationality", "quoc gia"),
    Column.PHONE: _about(
        "Điện thoại", "Phone", "so dien thoai", "sdt", "dien thoai lien he", "mobile", "tel"
    ),
    Column.EMAIL: _about("Thư điện tử", "E-mail", "email", "e mail", "dia chi email"),
    Column.LINES: _about(
        "Ngành nghề kinh doanh",
        "Lines of business",
        *("nganh nghe", "mat hang", "mat hang kinh doanh", "linh vuc", "linh vuc kinh doanh"),
    ),
    Column.NOTE: _about("Ghi chú", "Note", "notes", "remark"),
}
SHEET: Columns[Column] = Columns(
    about=COLUMNS,
    whom=(Column.NAME,),
    fewest=2,
    several_lines=frozenset((Column.LINES, Column.NOTE)),
)

KINDS: dict[SubjectKind, Text] = {
    SubjectKind.INDIVIDUAL: Text(vi="Cá nhân", en="Individual"),
    SubjectKind.HOUSEHOLD: Text(vi="Hộ kinh doanh", en="Household"),
    SubjectKind.ORGANISATION: Text(vi="Tổ chức", en="Organisation"),
}
"""As the column of the kind says them."""

_EXAMPLE: dict[Column, Text] = {
    Column.NAME: Text(
        vi="Ví dụ: Hộ kinh doanh Nguyễn Văn A (xóa dòng này)",
        en="Example: Nguyễn Văn A (delete this row)",
    ),
    Column.KIND: KINDS[SubjectKind.HOUSEHOLD],
    Column.ADDRESS: Text(vi="12 Lê Lợi", en="12 Lê Lợi"),
    Column.REPRESENTATIVE: Text(vi="Nguyễn Văn A", en="Nguyễn Văn A"),
    Column.TITLE: Text(vi="Chủ hộ", en="Owner"),
    Column.LINES: Text(vi="Tạp hóa; thuốc lá", en="Groceries; tobacco"),
}
EXAMPLE: tuple[Text, ...] = tuple(_EXAMPLE.get(column, Text(vi="", en="")) for column in COLUMNS)
"""A row of the template, in the order of the columns."""
