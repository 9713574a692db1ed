"""Minutes worded by Decree 118/2021: violation (MBB01), seizure (MBB15), confiscation (MBB20), seals."""

from typing import Any

from backend.documents.layout import parts, references, wording
from backend.documents.layout.sheet import Sheet
from backend.documents.layout.values import Schema, label

Fields = dict[str, Any]
_MAY_EXPLAIN = (
    "Trong thời hạn 02 ngày làm việc, kể từ ngày lập biên bản này, {who} có quyền gửi văn bản yêu cầu được giải trình"
    " trực tiếp; trong thời hạn 05 ngày làm việc, kể từ ngày lập biên bản này, {who} có quyền gửi văn bản giải trình"
    "{to} để thực hiện quyền giải trình."
)
_MAY_NOT = "Vụ việc không thuộc trường hợp được giải trình theo quy định tại Điều 61 Luật Xử lý vi phạm hành chính."
_OPINIONS = (
    ("subject_opinion", "Ý kiến trình bày của cá nhân vi phạm, đại diện tổ chức vi phạm"),
    ("witness_opinion", "Ý kiến trình bày của người chứng kiến"),
    ("authority_opinion", "Ý kiến của đại diện chính quyền"),
    ("victim_opinion", "Ý kiến trình bày của cá nhân, tổ chức bị thiệt hại"),
    ("other_opinion", "Ý kiến khác"),
)


def opening(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Print time and place, the papers on which the minutes rest, and who is present."""
    when = wording.moment_of(fields["started_at"])
    sheet.text(f"Hôm nay, hồi {when}, tại {fields['place']}.")
    if rests := references.rests_on(schema, fields):
        sheet.text(f"Căn cứ {'; '.join(rests)}.")
    if reason := fields.get("off_scene_reason"):
        sheet.text(f"Lý do không lập biên bản tại nơi xảy ra hành vi vi phạm: {reason}")
    sheet.text(("b", "Chúng tôi gồm:"))
    sheet.text("1. Người có thẩm quyền lập biên bản:")
    parts.person(sheet, fields["maker"])
    parts.people(sheet, "Cùng tham gia", fields.get("companions", []))
    sheet.text("2. Với sự chứng kiến của:")
    present = [*fields.get("witnesses", []), *fields.get("authority", [])]
    for at, person in enumerate(present, 1):
        parts.person(sheet, person, f"{at}. " if len(present) > 1 else "")
    if not present:
        sheet.field("Họ và tên", None)
    if fields.get("interpreter"):
        parts.people(sheet, "3. Người phiên dịch", [fields["interpreter"]])


def violator(sheet: Sheet, schema: Schema, fields: Fields, deed: str) -> None:
    """Print the party against whom the minutes are made."""
    sheet.text(("b", f"{deed}:"))
    parts.party(sheet, schema["properties"]["violator"], fields["violator"])


def opinions(sheet: Sheet, fields: Fields) -> None:
    """Print what each person said. If the violator said nothing, the line is a struck-out blank."""
    for name, title in _OPINIONS:
        if name == "subject_opinion" or fields.get(name):
            sheet.said(title, fields.get(name))


def closing(sheet: Sheet, fields: Fields) -> None:
    """End the minutes."""
    for line in parts.closing(fields, "cá nhân, đại diện tổ chức vi phạm"):
        sheet.text(line)


def violation_minutes(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Biên bản vi phạm hành chính, MBB01 (Law 15/2012 Art 58)."""
    opening(sheet, schema, fields)
    violator(
        sheet, schema, fields, "Tiến hành lập biên bản vi phạm hành chính đối với cá nhân, tổ chức"
    )
    sheet.text(("b", "Đã có các hành vi vi phạm hành chính sau đây:"))
    for at, act in enumerate(fields["violations"], 1):
        sheet.text(("b", f"{at}. {act['wording']}"))
        sheet.said("Mô tả hành vi", act.get("description"))
        sheet.field("Quy định tại", act.get("provision"))
        parts.measured(sheet, act)
    if fields.get("detected_on"):
        sheet.field("Ngày phát hiện vi phạm", wording.day_of(fields["detected_on"]))
    _victims(sheet, fields)
    opinions(sheet, fields)
    if fields["ordered_to_stop"]:
        sheet.text("Chúng tôi đã yêu cầu cá nhân, tổ chức vi phạm chấm dứt ngay hành vi vi phạm.")
    sheet.said(
        "Các biện pháp ngăn chặn và bảo đảm xử lý vi phạm hành chính được áp dụng",
        fields.get("measures") or ("Không áp dụng" if not fields.get("exhibits") else None),
    )
    if fields.get("exhibits"):
        sheet.text(
            "Tang vật, phương tiện vi phạm hành chính, giấy phép, chứng chỉ hành nghề bị tạm giữ:"
        )
        parts.exhibits(sheet, fields["exhibits"], "Tang vật, phương tiện, giấy tờ bị tạm giữ")
        sheet.text(
            "Ngoài những tang vật, phương tiện, giấy tờ nêu trên, chúng tôi không tạm giữ thêm thứ gì khác."
        )
    _explanation(sheet, fields)
    _delivery(sheet, fields)
    closing(sheet, fields)


def _victims(sheet: Sheet, fields: Fields) -> None:
    for row in fields.get("victims", []):
        sheet.text("Cá nhân, tổ chức bị thiệt hại:")
        sheet.fields(("Họ và tên, tên tổ chức", row["name"]), ("Địa chỉ", row.get("address")))
        if row.get("damage"):
            sheet.said("Thiệt hại", row["damage"])


def _explanation(sheet: Sheet, fields: Fields) -> None:
    to = f" đến {fields['explanation_to']}" if fields.get("explanation_to") else ""
    match fields["explanation"]:
        case "yes":
            sheet.text(_MAY_EXPLAIN.format(who="cá nhân, tổ chức vi phạm", to=to))
        case "none":
            sheet.text(_MAY_NOT)
        case _:
            sheet.field("Quyền giải trình", None)
    if fields.get("explanation_waived"):
        sheet.text("Cá nhân, đại diện tổ chức vi phạm cho biết không yêu cầu giải trình.")
    at, place = fields.get("appointment_at"), fields.get("appointment_place")
    if at or place:
        when = f" vào hồi {wording.moment_of(at)}" if at else ""
        where = f" tại {place}" if place else ""
        sheet.text(
            f"Yêu cầu cá nhân, đại diện tổ chức vi phạm có mặt{when}{where} để giải quyết vụ việc."
        )


def _delivery(sheet: Sheet, fields: Fields) -> None:
    """Print the consent to receive papers electronically (Decree 118/2021 Chapter IIIa)."""
    ways = [
        (name, fields.get(field))
        for name, field in (
            ("số điện thoại", "e_phone"),
            ("thư điện tử", "e_email"),
            ("tài khoản định danh điện tử", "e_account"),
        )
    ]
    given = ", ".join(f"{name} {value}" for name, value in ways if value)
    if fields.get("e_consent"):
        by = f": {given}" if given else ""
        sheet.text(
            f"Cá nhân, tổ chức vi phạm đồng ý nhận biên bản, quyết định bằng phương thức điện tử qua{by}."
        )
    elif given:
        sheet.text(f"Liên hệ với cá nhân, tổ chức vi phạm: {given}.")


def seizure_minutes(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Biên bản tạm giữ, MBB15 (Art 125)."""
    opening(sheet, schema, fields)
    violator(sheet, schema, fields, "Tiến hành tạm giữ tang vật, phương tiện, giấy tờ của")
    sheet.said("Lý do tạm giữ", fields.get("seizure_reason"))
    sheet.text(
        "Tang vật, phương tiện vi phạm hành chính, giấy phép, chứng chỉ hành nghề bị tạm giữ gồm:"
    )
    parts.exhibits(sheet, fields["exhibits"], "Tang vật, phương tiện, giấy tờ bị tạm giữ")
    sheet.text(
        "Ngoài những tang vật, phương tiện, giấy tờ nêu trên, chúng tôi không tạm giữ thêm thứ gì khác."
    )
    if fields.get("sealed"):
        sheet.text(
            "Tang vật, phương tiện nêu trên đã được niêm phong (có biên bản niêm phong kèm theo)."
        )
    _custody(sheet, fields)
    if fields.get("custody_until"):
        sheet.field("Thời hạn tạm giữ đến hết", wording.day_of(fields["custody_until"]))
    opinions(sheet, fields)
    closing(sheet, fields)


def confiscation_minutes(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Biên bản tịch thu, MBB20 (Art 81).

    The block of the party is left out if nobody is determined or comes (Art 126.4).
    """
    sanctions = "XPHC" in fields["decision_number"]
    deed = "xử phạt vi phạm hành chính" if sanctions else "tịch thu tang vật, phương tiện"
    by = references.named("Quyết định", fields["decision_number"], fields["decision_date"])
    issuer = f" của {fields['decision_issuer']}" if fields.get("decision_issuer") else ""
    sheet.text(f"Thi hành {by}{issuer} {deed}.")
    when = wording.moment_of(fields["started_at"])
    sheet.text(f"Hôm nay, hồi {when}, tại {fields['place']}.")
    sheet.text(("b", "Chúng tôi gồm:"))
    sheet.text("1. Người lập biên bản:")
    parts.person(sheet, fields["maker"])
    parts.people(sheet, "Cùng tham gia", fields.get("companions", []))
    number = 2
    if fields.get("violator"):
        absent = " (vắng mặt)" if fields["attendance"] == "absent" else ""
        sheet.text(f"2. Cá nhân, tổ chức bị tịch thu tang vật, phương tiện{absent}:")
        parts.party(sheet, schema["properties"]["violator"], fields["violator"])
        number = 3
    parts.people(sheet, f"{number}. Với sự chứng kiến của", fields["witnesses"])
    sheet.text(("b", "Tiến hành tịch thu tang vật, phương tiện vi phạm hành chính, gồm:"))
    parts.exhibits(sheet, fields["exhibits"], "Tang vật, phương tiện bị tịch thu")
    if fields.get("violator"):
        sheet.said("Ý kiến của người bị tịch thu", fields.get("subject_opinion"))
    if fields.get("other_opinion"):
        sheet.said("Ý kiến bổ sung khác", fields["other_opinion"])
    sheet.text(
        "Ngoài những tang vật, phương tiện nêu trên, chúng tôi không tịch thu thêm thứ gì khác."
    )
    for line in parts.closing(fields, "cá nhân, đại diện tổ chức bị tịch thu"):
        sheet.text(line)


def _custody(sheet: Sheet, fields: Fields) -> None:
    if fields.get("custody_place"):
        sheet.field("Nơi tạm giữ, bảo quản", fields["custody_place"])
    if fields.get("keeper"):
        parts.people(sheet, "Người có trách nhiệm bảo quản", [fields["keeper"]])


def seal_minutes(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Biên bản niêm phong, mở niêm phong, MBB26 and MBB27 (Art 125)."""
    opens = "found" in schema["properties"]
    deed = "mở niêm phong" if opens else "niêm phong"
    opening(sheet, schema, fields)
    violator(sheet, schema, fields, f"Tiến hành {deed} tang vật, phương tiện của")
    sheet.said(label(schema["properties"]["seal_reason"]), fields.get("seal_reason"))
    sheet.text(f"Tang vật, phương tiện được {deed} gồm:")
    parts.exhibits(sheet, fields["items"], f"Tang vật, phương tiện được {deed}")
    if fields.get("seal_count") is not None:
        sheet.field("Số tem, giấy niêm phong đã dùng", wording.count(fields["seal_count"]))
    if opens:
        sheet.said("Tình trạng tang vật, phương tiện sau khi mở niêm phong", fields["found"])
    _custody(sheet, fields)
    opinions(sheet, fields)
    closing(sheet, fields)
