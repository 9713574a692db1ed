"""Biên bản kiểm tra, BB-KT (M06, Circular 22/2021; Circular 27/2020 Art 18)."""

from typing import Any

from backend.documents.layout import parts, references, wording
from backend.documents.layout.sheet import Sheet
from backend.documents.layout.values import Schema

Fields = dict[str, Any]
_OPINIONS = (
    ("subject_opinion", "Ý kiến của tổ chức, cá nhân được kiểm tra"),
    ("partner_opinion", "Ý kiến của cơ quan phối hợp"),
    ("witness_opinion", "Ý kiến của người chứng kiến"),
    ("team_opinion", "Nhận xét, kiến nghị của Đoàn kiểm tra"),
)
_ALWAYS = {"subject_opinion", "team_opinion"}


def body(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Lay out inspection minutes."""
    began = wording.moment_of(fields["started_at"])
    sheet.text(f"Hôm nay, hồi {began}, tại {fields['place']}.")
    sheet.text(
        f"Thực hiện {'; '.join(references.rests_on(schema, fields))} của {fields['agency']}."
    )
    sheet.text(("b", "Đoàn kiểm tra gồm:"))
    parts.people(sheet, "Trưởng Đoàn kiểm tra", [fields["leader"]])
    parts.people(sheet, "Thành viên Đoàn kiểm tra", fields["members"])
    parts.people(sheet, "Cùng tham gia, chứng kiến", fields.get("present", []))
    sheet.text(("b", "Đã tiến hành kiểm tra đối với:"))
    sheet.field("Tên cơ sở", fields["facility_name"])
    sheet.field("Địa chỉ", fields["facility_address"])
    sheet.fields(
        ("Người đại diện", fields.get("representative")),
        ("Chức vụ", fields.get("representative_position")),
    )
    sheet.field("Mã số thuế", fields.get("tax_code"))
    sheet.field("Giấy chứng nhận đăng ký kinh doanh", fields.get("registration"))
    _rest(sheet, schema, fields)
    sheet.heading("I. NỘI DUNG VÀ KẾT QUẢ KIỂM TRA")
    for at, row in enumerate(fields["contents"], 1):
        sheet.text(("b", f"{at}. {row['content']}"))
        sheet.said("Kết quả", row["result"])
    if fields.get("goods"):
        sheet.text("Bảng kê hàng hóa:")
        parts.exhibits(sheet, fields["goods"], "Bảng kê hàng hóa")
    sheet.heading("II. HÀNH VI VI PHẠM PHÁT HIỆN")
    for at, act in enumerate(fields["violations"], 1):
        provision = f" Quy định tại: {act['provision']}." if act.get("provision") else ""
        sheet.text(f"{at}. {act['description']}{provision}")
    if not fields["violations"]:
        sheet.text("Không phát hiện vi phạm trong phạm vi nội dung kiểm tra.")
    sheet.heading("III. Ý KIẾN VÀ KIẾN NGHỊ")
    for name, title in _OPINIONS:
        if name in _ALWAYS or fields.get(name):
            sheet.said(title, fields.get(name))
    for line in parts.closing(fields, "tổ chức, cá nhân được kiểm tra"):
        sheet.text(line)


def _rest(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Print other fields about the party. A later version of the form may have more of them."""
    told = {
        *("facility_name", "facility_address", "representative", "representative_position"),
        *("tax_code", "registration"),
    }
    for name, node in schema["properties"].items():
        if node["x-group"] == "subject" and name not in told and fields.get(name):
            sheet.field(node["x-label"]["vi"], str(fields[name]))
