"""Papers about a decision that is stopped: MQĐ17, MQĐ31, MQĐ32, and the referral's minutes (MBB28).

See Decree 118/2021, forms MQĐ17, MQĐ31, MQĐ32, MBB28; Law on Handling Administrative Violations Arts 15, 62, 75.
"""

from typing import Any

from backend.documents.layout import parts, references, wording
from backend.documents.layout.sheet import Sheet
from backend.documents.layout.values import Schema, money_and_words

Fields = dict[str, Any]
_SANCTION = "Quyết định xử phạt vi phạm hành chính"
_STOPPED = {
    "dead": "cá nhân bị xử phạt đã chết",
    "missing": "cá nhân bị xử phạt đã được Tòa án tuyên bố mất tích",
    "dissolved": "tổ chức bị xử phạt đã giải thể",
    "bankrupt": "tổ chức bị xử phạt đã phá sản",
}


def suspended(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Quyết định tạm đình chỉ thi hành, MQĐ31 (Arts 15.3, 62.2)."""
    sheet.centred("QUYẾT ĐỊNH:")
    sheet.article(1, f"Tạm đình chỉ thi hành {_decision(fields)} đối với:")
    parts.party(sheet, schema["properties"]["violator"], fields["violator"])
    _end(sheet, 2, fields, fields["violator"], "có tên tại Điều 1", "để chấp hành")


def resumed(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Quyết định chấm dứt tạm đình chỉ thi hành, MQĐ32 (Arts 15.3, 62.3)."""
    by = references.named(
        "Quyết định tạm đình chỉ", fields["suspension_number"], fields["suspension_date"]
    )
    sheet.centred("QUYẾT ĐỊNH:")
    sheet.article(1, f"Chấm dứt việc tạm đình chỉ thi hành {_decision(fields)}, như sau:")
    sheet.text(f"1. Chấm dứt hiệu lực của {by} đối với:")
    parts.party(sheet, schema["properties"]["violator"], fields["violator"])
    sheet.said("2. Lý do chấm dứt", fields["reason"])
    _end(sheet, 2, fields, fields["violator"], "có tên tại Điều 1", "để chấp hành")


def partial(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Quyết định thi hành một phần, MQĐ17 (Art 75; Decree 118/2021 Art 19)."""
    sheet.centred("QUYẾT ĐỊNH:")
    sheet.article(1, f"Đình chỉ thi hành hình thức phạt tiền tại {_decision(fields)} đối với:")
    parts.party(sheet, schema["properties"]["violator"], fields["violator"])
    sheet.field("Số tiền phạt không thi hành", money_and_words(fields["fine_stopped"]))
    ground = _STOPPED.get(fields["ground"])
    sheet.said("Lý do đình chỉ", f"{ground}, theo {fields['proof']}" if ground else None)
    sheet.article(2, "Tiếp tục thi hành Quyết định nêu tại Điều 1 đối với:")
    parts.party(sheet, schema["properties"]["successor"], fields["successor"])
    sheet.text("Hình thức xử phạt, biện pháp khắc phục hậu quả tiếp tục thi hành gồm:")
    for measure in fields["measures"]:
        sheet.item(str(measure))
    days = wording.count(fields["days"])
    sheet.text(
        f"Thời hạn thực hiện: {days} ngày, kể từ ngày nhận được Quyết định này; trong phạm vi di sản, tài sản để lại."
    )
    _end(sheet, 3, fields, fields["successor"], "có tên tại Điều 2", "để chấp hành")


def _decision(fields: Fields) -> str:
    return references.named(_SANCTION, fields["decision_number"], fields["decision_date"])


def _end(sheet: Sheet, number: int, fields: Fields, whom: Fields, where: str, why: str) -> None:
    """Print when the decision takes effect, to whom it is handed, and who carries it out."""
    day = wording.day_of(fields["effective_on"])
    sheet.article(number, f"Quyết định này có hiệu lực thi hành kể từ {day}.")
    sheet.article(number + 1, "Quyết định này được:")
    sheet.text(f"1. Giao cho {_receiver(whom)} {where} {why}.")
    sheet.text(f"2. Gửi cho {fields['executor']} để tổ chức thực hiện.")
    if others := fields.get("others"):
        sheet.text(f"3. Gửi cho {others} để biết và phối hợp thực hiện.")


def _receiver(party: Fields) -> str:
    """Name the party, or the representative of an organisation."""
    who = party.get("representative_name")
    if party.get("kind") == "organisation" and who:
        return f"ông (bà) {who} là đại diện cho {party.get('name')}"
    called = parts.called(party)
    titled = called.startswith(tuple(f"{title} " for title in parts.TITLES.values()))
    return called[0].lower() + called[1:] if titled else called


def referral_minutes(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Biên bản bàn giao hồ sơ, MBB28 (Art 62)."""
    del schema
    when = wording.moment_of(fields["started_at"])
    sheet.text(f"Hôm nay, hồi {when}, tại {fields['place']}.")
    sheet.text(("b", "Chúng tôi gồm:"))
    sheet.text("1. Bên giao:")
    parts.person(sheet, fields["maker"])
    parts.people(sheet, "Cùng tham gia", fields.get("companions", []))
    parts.people(sheet, "2. Bên nhận", fields["receivers"])
    by = references.named(
        "Quyết định chuyển hồ sơ vụ vi phạm có dấu hiệu tội phạm để truy cứu trách nhiệm hình sự",
        fields["decision_number"],
        fields["decision_date"],
    )
    sheet.text(f"Tiến hành bàn giao hồ sơ vụ vi phạm theo {by}.")
    sheet.text("Hồ sơ gồm:")
    for at, paper in enumerate(fields["papers"], 1):
        sheet.item(str(paper), f"{at}.")
    sheet.text("Bên nhận đã kiểm tra và nhận đủ hồ sơ nêu trên.")
    if fields.get("taker_opinion"):
        sheet.said("Ý kiến của bên nhận", fields["taker_opinion"])
    for line in parts.closing(fields | {"copy_given": True}, "mỗi bên"):
        sheet.text(line)
