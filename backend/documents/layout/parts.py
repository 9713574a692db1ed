"""Parts that many papers share: a party, an officer, a list of exhibits, the closing formula."""

from collections.abc import Iterable
from typing import Any

from backend.documents.layout import wording
from backend.documents.layout.blanks import BLANK
from backend.documents.layout.sheet import Column, Pair, Sheet
from backend.documents.layout.values import Schema, label, money, ordered, said, short

Fields = dict[str, Any]
TITLES = {"male": "Ông", "female": "Bà"}
EXHIBITS = (
    ("name", Column("Tên tang vật, phương tiện, giấy tờ", "2.2fr")),
    ("unit", Column("Đơn vị tính", "15mm", "center")),
    ("quantity", Column("Số lượng", "17mm", "right")),
    ("kind", Column("Chủng loại, nhãn hiệu, xuất xứ, số đăng ký", "2fr")),
    ("registration", Column("Số đăng ký", "20mm")),
    ("seal_number", Column("Số niêm phong", "22mm")),
    ("condition", Column("Tình trạng, đặc điểm", "1.6fr")),
    ("note", Column("Ghi chú", "23mm")),
    ("position", Column("Số TT trong hồ sơ", "15mm", "right")),
)
"""Columns in the order of the paper.

Columns that no row fills are left out, except the first three.
"""
_ALWAYS = {"name", "unit", "quantity"}


def party(sheet: Sheet, schema: Schema, value: Fields) -> None:
    """Print a party line by line as in Decree 118/2021, without lines for other kinds of party."""
    kind = value.get("kind")
    nodes = dict(ordered(schema))

    def pair(name: str, called: str | None = None) -> Pair:
        return called or label(nodes[name]), said(nodes[name], value.get(name))

    if kind == "unknown":
        sheet.field("Cá nhân, tổ chức", value.get("name"))
        _where_said(sheet, nodes, value, ("address", "occupation", "enterprise_code"))
        return
    if kind == "organisation":
        sheet.field("Tên tổ chức", value.get("name"))
        sheet.field("Địa chỉ trụ sở chính", value.get("address"))
    else:
        called = "Tên hộ kinh doanh, chủ hộ" if kind == "household" else "Họ và tên"
        sheet.fields((called, value.get("name")), pair("sex"))
        sheet.fields(pair("birth_date"), pair("nationality"))
        sheet.field("Nghề nghiệp", value.get("occupation"))
        sheet.field("Nơi ở hiện tại, địa chỉ kinh doanh", value.get("address"))
        sheet.field("Số định danh cá nhân/CCCD/Hộ chiếu", value.get("id_number"))
        sheet.fields(pair("id_date"), pair("id_place"))
    if kind in {"organisation", "household"}:
        sheet.field("Mã số doanh nghiệp, mã số thuế", value.get("enterprise_code"))
        number = "Số GCN đăng ký hoặc giấy phép"
        sheet.field(number, value.get("registration_number"))
        sheet.fields(pair("registration_date", "Ngày cấp"), pair("registration_place", "Nơi cấp"))
    if kind == "organisation":
        name = pair("representative_name")
        sheet.fields(name, pair("representative_sex", "Giới tính"))
        sheet.field("Chức danh", value.get("representative_title"))
    elif kind == "household":
        _where_said(sheet, nodes, value, REPRESENTATIVE)
    _where_said(sheet, nodes, value, ("authorised_name", "authorised_paper"))
    told = _TOLD | {"kind"}
    _where_said(sheet, nodes, value, [name for name in nodes if name not in told])


REPRESENTATIVE = ("representative_name", "representative_sex", "representative_title")
_TOLD = frozenset(
    {
        *("name", "sex", "birth_date", "nationality", "occupation", "address", "id_number"),
        *("id_date", "id_place", "enterprise_code", "registration_number", "registration_date"),
        *("registration_place", *REPRESENTATIVE, "authorised_name", "authorised_paper"),
    }
)


def _where_said(
    sheet: Sheet, nodes: dict[str, Schema], value: Fields, names: Iterable[str]
) -> None:
    """Print only the lines that were filled in."""
    for name in names:
        if (text := said(nodes[name], value.get(name))) is not None:
            sheet.field(label(nodes[name]), text)


def called(party_value: Fields) -> str:
    """Name a party in running text: ông Trần Văn A, bà Nguyễn Thị Lựu, or the organisation's own name."""
    name = str(party_value.get("name", ""))
    title = TITLES.get(str(party_value.get("sex")), "ông (bà)")
    return f"{title} {name}" if party_value.get("kind") == "individual" else name


def person(sheet: Sheet, value: Fields, mark: str = "") -> None:
    """Print an officer or another person on one or more lines: name, title, agency, number."""
    first: list[Pair] = [(f"{mark}Họ và tên", value.get("name"))]
    post = value.get("title") or value.get("position")
    if post or "occupation" not in value:
        first.append(("Chức vụ", post))
    sheet.fields(*first)
    rest = [
        ("Cơ quan", value.get("agency") or value.get("unit")),
        ("Số hiệu công chức", value.get("officer_number")),
        ("Số thẻ kiểm tra thị trường", value.get("card_number")),
        ("Nghề nghiệp", value.get("occupation")),
        ("Địa chỉ", value.get("address")),
        ("Số định danh cá nhân", value.get("id_number")),
        ("Tư cách tham gia", value.get("capacity")),
        ("Văn bản giao quyền", value.get("delegation")),
    ]
    filled = [(name, text) for name, text in rest if text]
    for at in range(0, len(filled), 2):
        sheet.fields(*filled[at : at + 2])


def people(sheet: Sheet, heading: str, values: list[Fields]) -> None:
    """Print several persons under a line that states their capacity."""
    if values:
        sheet.text(f"{heading}:")
        for at, value in enumerate(values, 1):
            person(sheet, value, f"{at}. " if len(values) > 1 else "")


def exhibits(sheet: Sheet, rows: list[Fields], caption: str) -> None:
    """Print a list of goods, which may continue over several pages."""
    used = [
        (name, column)
        for name, column in EXHIBITS
        if name in _ALWAYS or any(row.get(name) for row in rows)
    ]
    columns = [Column("STT", "10mm", "center"), *(column for _, column in used)]
    cells = [
        [str(at), *(str(row.get(name, "")) for name, _ in used)] for at, row in enumerate(rows, 1)
    ]
    sheet.table(columns, cells, caption)


def any_table(sheet: Sheet, node: Schema, rows: list[Fields]) -> None:
    """Print rows of any kind as a table with the columns of their form."""
    columns = ordered(node["items"])
    heads = [Column("STT", "10mm", "center")]
    heads += [
        Column(label(item), "1fr", "right" if item["type"] == "integer" else "left")
        for _, item in columns
    ]
    cells = [
        [str(at), *(short(item, row.get(name)) for name, item in columns)]
        for at, row in enumerate(rows, 1)
    ]
    sheet.table(heads, cells, label(node))


def closing(fields: Fields, given_to: str) -> list[str]:
    """Return the end of minutes: when, sheets, copies, read back, handed over (Law 15/2012 Art 58)."""
    ended = fields.get("ended_at")
    when = f"lập xong hồi {wording.moment_of(ended)}" if ended else "lập xong cùng ngày"
    sheets, copies = wording.count(fields["pages"]), wording.count(fields["copies"])
    read = _READ.get(fields.get("read_back"), BLANK)
    given = f"; đã giao cho {given_to} 01 bản, 01 bản lưu hồ sơ" if fields.get("copy_given") else ""
    lines = [
        f"Biên bản {when}, gồm {sheets} tờ, được lập thành {copies} bản có nội dung và giá trị như nhau;"
        f" {read}{given}."
    ]
    for name, said_of in _UNSIGNED:
        if reason := fields.get(name):
            lines.append(f"Lý do {said_of} không ký biên bản: {reason}")
    return lines


_READ: dict[Any, str] = {
    True: "đã đọc lại cho những người có tên nêu trên cùng nghe, công nhận là đúng và cùng ký tên dưới đây",
    False: "chưa đọc lại cho những người có tên nêu trên cùng nghe",
}
_UNSIGNED = (
    ("subject_unsigned", "cá nhân, đại diện tổ chức vi phạm"),
    ("witness_unsigned", "người chứng kiến, đại diện chính quyền"),
)


def measured(sheet: Sheet, act: Fields) -> None:
    """Print what the fine is computed from: catalogue row, day of the end, goods' value, gain.

    Older forms have none of these fields.
    """
    if act.get("code"):
        version = act.get("catalogue_version")
        more = "" if version is None else f" (phiên bản {version})"
        sheet.field("Mã hành vi trong danh mục", f"{act['code']}{more}")
    if act.get("ended_on"):
        sheet.field("Ngày chấm dứt hành vi", wording.day_of(act["ended_on"]))
    for name, called in (
        ("goods_value", "Trị giá hàng hóa vi phạm"),
        ("illicit_gain", "Số lợi bất hợp pháp"),
    ):
        if act.get(name) is not None:
            sheet.field(called, money(act[name]))
