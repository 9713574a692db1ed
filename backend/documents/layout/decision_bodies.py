"""Decisions whose wording the law fixes: sanction (MQĐ02), seizure (MQĐ20), inspection (QĐ-KT)."""

from typing import Any

from backend.documents.layout import parts, wording
from backend.documents.layout.blanks import BLANK
from backend.documents.layout.sheet import Run, Sheet
from backend.documents.layout.values import Schema, money, money_and_words, words

Fields = dict[str, Any]
_LATE = (
    "Quá thời hạn nêu trên mà chưa nộp tiền phạt thì bị cưỡng chế thi hành và cứ mỗi ngày chậm nộp phải nộp thêm 0,05%"
    " trên tổng số tiền phạt chưa nộp."
)
_COMPLAIN = "{who} có quyền khiếu nại hoặc khởi kiện hành chính đối với Quyết định này theo quy định của pháp luật."
_PENALTIES = {"warning": "Phạt cảnh cáo", "fine": "Phạt tiền"}
_KINDS = {"planned": "theo kế hoạch", "ad_hoc": "đột xuất"}


def _resolve(sheet: Sheet) -> None:
    sheet.centred("QUYẾT ĐỊNH:")


def _article(sheet: Sheet, number: int, *runs: Run) -> None:
    sheet.article(number, *runs)


def _who(fields: Fields) -> str:
    return wording.capitalised(parts.called(fields["violator"]))


def sanction(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Quyết định xử phạt vi phạm hành chính, MQĐ02 (Law 15/2012 Arts 57, 67, 68, 73, 78)."""
    _resolve(sheet)
    _article(sheet, 1, "Xử phạt vi phạm hành chính đối với cá nhân, tổ chức có tên sau đây:")
    parts.party(sheet, schema["properties"]["violator"], fields["violator"])
    sheet.text(("b", "1. Đã thực hiện các hành vi vi phạm hành chính sau đây:"))
    for at, act in enumerate(fields["violations"], 1):
        _violation(sheet, at, act)
    sheet.text(("b", "2. Bị áp dụng các hình thức xử phạt, biện pháp khắc phục hậu quả như sau:"))
    _main_penalty(sheet, fields)
    _additional(sheet, fields)
    _remedies(sheet, fields)
    _article(
        sheet, 2, f"Quyết định này có hiệu lực kể từ {wording.day_of(fields['effective_on'])}."
    )
    _article(sheet, 3, "Quyết định này được:")
    _to_comply(sheet, fields)
    number = 2
    if collector := fields.get("collector"):
        sheet.text(f"{number}. Gửi cho {collector} để thu tiền phạt.")
        number += 1
    sheet.text(f"{number}. Gửi cho {fields['executor']} để tổ chức thực hiện Quyết định này.")


def _violation(sheet: Sheet, at: int, act: Fields) -> None:
    sheet.text(("i", f"Hành vi {at}: "), act["wording"])
    if act.get("description"):
        sheet.said("Mô tả hành vi", act["description"])
    sheet.field("Quy định tại", act.get("provision"))
    parts.measured(sheet, act)
    sheet.field("Các tình tiết tăng nặng", act.get("aggravating") or "không có")
    sheet.field("Các tình tiết giảm nhẹ", act.get("mitigating") or "không có")


def _main_penalty(sheet: Sheet, fields: Fields) -> None:
    """Print the penalty of each act, then the sum of the fines (Art 67.2)."""
    acts = fields["violations"]
    fined = any(act["penalty"] == "fine" for act in acts)
    kinds = {_PENALTIES.get(act["penalty"], BLANK): None for act in acts}
    sheet.text(f"a) Hình thức xử phạt chính: {'; '.join(kinds) or BLANK}. Cụ thể như sau:")
    for at, act in enumerate(acts, 1):
        said = _PENALTIES.get(act["penalty"], BLANK).lower()
        if act["penalty"] == "fine":
            said = f"mức phạt {money_and_words(act.get('fine'))}"
        sheet.item(f"Đối với hành vi {at}: {said};")
    if fined:
        sheet.text(("b", f"Tổng mức tiền phạt: {money(fields['total_fine'])}"))
        sheet.text(("i", f"(Bằng chữ: {words(fields['total_fine'])})"))


def _additional(sheet: Sheet, fields: Fields) -> None:
    rows = fields.get("additional", [])
    sheet.text(
        f"b) Hình thức xử phạt bổ sung: {'' if rows or fields.get('exhibits') else 'không áp dụng.'}"
    )
    for row in rows:
        term = f"; thời hạn: {row['term']}" if row.get("term") else ""
        sheet.item(f"{row['measure']}{term}.")
    if fields.get("exhibits"):
        sheet.text("Tang vật, phương tiện bị tịch thu gồm:")
        parts.exhibits(sheet, fields["exhibits"], "Tang vật, phương tiện bị tịch thu")


def _remedies(sheet: Sheet, fields: Fields) -> None:
    rows = fields.get("remedies", [])
    sheet.text(f"c) Các biện pháp khắc phục hậu quả: {'' if rows else 'không áp dụng.'}")
    for row in rows:
        cost = f"; mọi chi phí do {row['cost_bearer']} chi trả" if row.get("cost_bearer") else ""
        sheet.item(f"{row['measure']}. Thời hạn thực hiện: {row['term']}{cost}.")


def _to_comply(sheet: Sheet, fields: Fields) -> None:
    who = _who(fields)
    days = wording.count(fields["pay_days"])
    sheet.text(
        f"1. Giao cho {parts.called(fields['violator'])} là cá nhân, đại diện cho tổ chức vi phạm có tên tại Điều 1"
        " Quyết định này để chấp hành."
    )
    sheet.text(
        f"{who} phải nghiêm chỉnh chấp hành Quyết định này trong thời hạn {days} ngày, kể từ ngày nhận được Quyết định."
    )
    if fields.get("pay_way") == "on_the_spot":
        sheet.text(
            "Nộp tiền phạt trực tiếp cho người có thẩm quyền xử phạt (khoản 2 Điều 78 Luật Xử lý vi phạm hành chính)."
        )
    elif pay := _payment(fields):
        sheet.text(f"Nộp tiền phạt tại {pay}.")
    if fields["total_fine"]:
        sheet.text(_LATE)
    sheet.text(_COMPLAIN.format(who=who))


def _payment(fields: Fields) -> str:
    """Say where the fine is paid: treasury or bank, account, and the codes for booking it."""
    codes = [
        f"{name} {fields[field]}"
        for name, field in (
            ("số tài khoản", "account"),
            ("mã cơ quan thu", "agency_code"),
            ("mã chương", "chapter"),
            ("mã tiểu mục", "sub_item"),
        )
        if fields.get(field)
    ]
    return "; ".join([part for part in (fields.get("pay_to"), ", ".join(codes)) if part])


def seizure(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Quyết định tạm giữ tang vật, phương tiện, MQĐ20 (Art 125)."""
    _resolve(sheet)
    _article(
        sheet,
        1,
        "Tạm giữ tang vật, phương tiện vi phạm hành chính, giấy phép, chứng chỉ hành nghề của cá nhân, tổ chức có tên"
        " sau đây:",
    )
    parts.party(sheet, schema["properties"]["violator"], fields["violator"])
    choices = schema["properties"].get("purpose", {}).get("x-choices", [])
    purpose = next((one for one in choices if one["value"] == fields.get("purpose")), None)
    if choices:
        sheet.said("Mục đích tạm giữ", purpose["label"]["vi"] if purpose else BLANK)
    sheet.said("Lý do tạm giữ", fields["reason"])
    sheet.text("Tang vật, phương tiện, giấy tờ bị tạm giữ gồm:")
    parts.exhibits(sheet, fields["exhibits"], "Tang vật, phương tiện, giấy tờ bị tạm giữ")
    sheet.text(
        f"Thời hạn tạm giữ: {wording.count(fields['days'])} ngày làm việc, từ {wording.day_of(fields['from_on'])}"
        f" đến hết {wording.day_of(fields['until_on'])}."
    )
    sheet.field("Nơi tạm giữ", fields["custody_place"])
    if fields.get("keeper"):
        parts.people(sheet, "Người có trách nhiệm bảo quản", [fields["keeper"]])
    _article(
        sheet, 2, f"Quyết định này có hiệu lực kể từ {wording.day_of(fields['effective_on'])}."
    )
    _article(sheet, 3, "Quyết định này được:")
    sheet.text(
        f"1. Giao cho {parts.called(fields['violator'])} để chấp hành. "
        + _COMPLAIN.format(who=_who(fields))
    )
    sheet.text(f"2. Gửi cho {fields['executor']} để tổ chức thực hiện Quyết định này.")


def inspection(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Quyết định kiểm tra, QĐ-KT (Ordinance 11/2016/UBTVQH13 Arts 19, 22, 23)."""
    _resolve(sheet)
    kind = _KINDS.get(fields["ground"], BLANK)
    _article(
        sheet,
        1,
        f"Kiểm tra {kind} việc chấp hành pháp luật đối với tổ chức, cá nhân có tên sau đây:",
    )
    parts.party(sheet, schema["properties"]["subject"], fields["subject"])
    sheet.field("Địa điểm kiểm tra", fields["place"])
    _article(sheet, 2, "Nội dung và thời hạn kiểm tra:")
    sheet.text("1. Nội dung kiểm tra:")
    for content in fields["contents"]:
        sheet.item(content)
    sheet.text(
        f"2. Thời hạn kiểm tra: {wording.count(fields['duration_days'])} ngày làm việc, kể từ"
        f" {wording.day_of(fields['start_on'])}."
    )
    _article(sheet, 3, "Thành lập Đoàn kiểm tra gồm các ông (bà) có tên sau đây:")
    _team(sheet, fields)
    if fields.get("partners"):
        sheet.text("Cơ quan phối hợp:")
        for partner in fields["partners"]:
            sheet.item(partner)
    _article(sheet, 4, fields.get("duties") or _DUTIES)
    _article(
        sheet,
        5,
        f"Quyết định này có hiệu lực kể từ {wording.day_of(fields['effective_on'])}."
        f" {wording.capitalised(fields['executor'])} chịu trách nhiệm thi hành Quyết định này.",
    )


_DUTIES = (
    "Đoàn kiểm tra có nhiệm vụ, quyền hạn theo quy định tại Điều 24 Pháp lệnh Quản lý thị trường."
)


def _team(sheet: Sheet, fields: Fields) -> None:
    members = [
        (fields["leader"], "Trưởng Đoàn"),
        *((row, "Thành viên") for row in fields["members"]),
    ]
    for at, (member, place) in enumerate(members, 1):
        numbers = [
            f"{name} {member[field]}"
            for name, field in (("số hiệu", "officer_number"), ("thẻ kiểm tra số", "card_number"))
            if member.get(field)
        ]
        said = ", ".join([member["title"], *numbers])
        sheet.text(f"{at}. Ông (bà) {member['name']}, {said} - {place};")
