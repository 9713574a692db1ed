"""Texts about a value outside its bounds, in both languages: which field, the range, and why."""

from datetime import date, datetime

from backend.core import formats
from backend.core.local_time import VIETNAM
from backend.ledger.bounds.edges import Value
from backend.ledger.bounds.rules import Fault
from schemas.core.problems import Text

FIELDS: dict[str, tuple[str, str]] = {
    "accuracy_mm": ("Sai số vị trí", "Accuracy of the place"),
    "accepted_on": ("Ngày thụ lý", "Day of acceptance"),
    "acted_on": ("Ngày vi phạm", "Day of the violation"),
    "amount": ("Số tiền", "Amount"),
    "archived_on": ("Ngày lưu hồ sơ", "Day of archiving"),
    "at": ("Thời điểm", "Moment"),
    "birth_date": ("Ngày sinh", "Date of birth"),
    "chosen_vnd": ("Mức phạt đã chọn", "Fine that was chosen"),
    "completed_on": ("Ngày thi hành xong", "Day of full execution"),
    "total": ("Tổng mức phạt tiền", "Total fine"),
    "comply_days": ("Số ngày phải thi hành", "Days to comply"),
    "day": ("Ngày trên văn bản", "Day on the paper"),
    "decided_on": ("Ngày quyết định", "Day of the decision"),
    "effective_on": ("Ngày có hiệu lực", "Day of effect"),
    "budget_vnd": ("Kinh phí", "Budget"),
    "by_decided_on": ("Ngày quyết định chấm dứt", "Day of the decision that ends it"),
    "delivered_on": ("Ngày giao", "Day of delivery"),
    "detected_on": ("Ngày phát hiện", "Day of detection"),
    "done_on": ("Ngày thực hiện", "Day it was done"),
    "due_on": ("Hạn", "Due day"),
    "end_on": ("Ngày kết thúc", "Last day"),
    "refunded_on": ("Ngày hoàn trả", "Day of the refund"),
    "dated": ("Ngày văn bản", "Day on the paper"),
    "entered_on": ("Ngày nhập vào INS", "Day of the entry in INS"),
    "evaded_since": ("Trốn tránh, cản trở từ ngày", "Evasion since"),
    "evaded_until": ("Ngày chấm dứt trốn tránh", "Day on which the evasion ended"),
    "held_until": ("Ngày hết thời hạn tạm giữ", "Last day of the seizure"),
    "closed_on": ("Ngày ngừng hoạt động", "Day on which it ceased trading"),
    "reopened_on": ("Ngày hoạt động trở lại", "Day on which it traded again"),
    "renamed_on": ("Tên mới từ ngày", "Day from which the new name holds"),
    "void_from": ("Hết hiệu lực từ ngày", "In force no longer from"),
    "ended_on": ("Ngày vi phạm chấm dứt", "Day on which the violation ended"),
    "expected_start": ("Dự kiến bắt đầu", "Expected start"),
    "expected_end": ("Dự kiến kết thúc", "Expected end"),
    "expected_from": ("Dự kiến từ ngày", "Expected from"),
    "expected_to": ("Dự kiến đến ngày", "Expected to"),
    "expires_on": ("Ngày hết hạn", "Day of expiry"),
    "filed_at": ("Thời điểm nộp đơn", "Moment of filing"),
    "fine_max_vnd": ("Mức phạt tối đa", "Highest fine"),
    "fine_min_vnd": ("Mức phạt tối thiểu", "Lowest fine"),
    "fixed_at": ("Thời điểm định vị", "Moment of the position"),
    "goods_value_vnd": ("Trị giá hàng hóa", "Value of the goods"),
    "hearing_at": ("Thời điểm phiên giải trình", "Moment of the hearing"),
    "notified_on": ("Ngày thông báo", "Day of the notice"),
    "since": ("Ngày trả lại, đưa lên hệ thống, niêm yết", "Day of return, entry or posting"),
    "sent_on": ("Ngày gửi", "Day of sending"),
    "received_on": ("Ngày nhận", "Day of receipt"),
    "refused_on": ("Ngày trả lời đơn", "Day of the answer"),
    "illicit_gain_vnd": ("Số lợi bất hợp pháp", "Illicit gain"),
    "informant_told_on": ("Ngày báo người cung cấp tin", "Day on which the informant was told"),
    "issued_on": ("Ngày ban hành", "Day of issue"),
    "issued_at": ("Thời điểm ban hành", "Moment of issue"),
    "duration_days": ("Thời hạn kiểm tra", "Duration of the inspection"),
    "lapsed_on": ("Ngày hết thời hiệu", "Day of lapse"),
    "handed_on": ("Ngày bàn giao", "Day of the handover"),
    "filed_on": ("Ngày nộp đơn", "Day of filing"),
    "told_on": ("Ngày báo người cung cấp tin", "Day on which the informant was told"),
    "reported_on": ("Ngày báo cáo bằng văn bản", "Day of the written report"),
    "extended_on": ("Ngày gia hạn", "Day of the extension"),
    "withdrawn_on": ("Ngày rút", "Day of the withdrawal"),
    "known_on": ("Ngày nhận, biết", "Day of receipt or knowledge"),
    "latitude_e7": ("Vĩ độ", "Latitude"),
    "longitude_e7": ("Kinh độ", "Longitude"),
    "moved_at": ("Thời điểm di chuyển", "Moment of the move"),
    "on": ("Ngày xử lý tang vật", "Day of disposal"),
    "paid_on": ("Ngày nộp", "Day of payment"),
    "plan_approved_on": ("Ngày duyệt kế hoạch", "Day on which the plan was approved"),
    "proposed_start": ("Ngày đề xuất bắt đầu", "Proposed first day"),
    "destroyed_on": ("Ngày tiêu hủy", "Day of destruction"),
    "published_on": ("Ngày công bố", "Day of publication"),
    "quantity": ("Số lượng", "Quantity"),
    "received_at": ("Thời điểm tiếp nhận", "Moment of receipt"),
    "minutes_on": ("Ngày lập biên bản vi phạm", "Day of the violation minutes"),
    "transfer_on": ("Ngày của văn bản chuyển", "Day of the written transfer"),
    "recorded_at": ("Thời điểm lập biên bản", "Moment of the minutes"),
    "requested_at": ("Thời điểm yêu cầu", "Moment of the request"),
    "resolved_on": ("Ngày giải quyết", "Day of the resolution"),
    "returned_on": ("Ngày trả lại", "Day of the return"),
    "revoked_on": ("Ngày thu hồi", "Day of revocation"),
    "sealed_at": ("Thời điểm niêm phong", "Moment of sealing"),
    "seized_at": ("Thời điểm tạm giữ", "Moment of seizure"),
    "size": ("Dung lượng", "Size"),
    "start_on": ("Ngày bắt đầu", "First day"),
    "suspended_on": ("Ngày tạm đình chỉ", "Day of suspension"),
    "resumed_on": ("Ngày tiếp tục giải quyết", "Day on which it goes on"),
    "unsealed_at": ("Thời điểm mở niêm phong", "Moment of unsealing"),
    "until": ("Đến ngày", "Until"),
    "amount_from": ("Số tiền từ", "Sum from"),
    "amount_to": ("Số tiền đến", "Sum to"),
    "first": ("Ngày đầu kỳ", "First day of the period"),
    "first_day": ("Ngày đầu", "First day"),
    "first_day_back": ("Ngày trở lại", "First day back"),
    "last": ("Ngày cuối kỳ", "Last day of the period"),
    "last_day": ("Ngày cuối", "Last day"),
    "valid_from": ("Hiệu lực từ", "Valid from"),
    "ends_on": ("Hết hiệu lực từ", "Ends on"),
    "valid_to": ("Hiệu lực đến", "Valid to"),
    "value_vnd": ("Giá trị", "Value"),
    "version": ("Phiên bản", "Version"),
    "year": ("Năm", "Year"),
}
"""Names of fields, by the last step of their pointer."""


def text(fault: Fault) -> Text:
    """Say which field it is, between what its value has to lie, and why."""
    vi, en = FIELDS[fault.pointer.rsplit("/", 1)[-1]]
    why_vi, why_en = fault.line.why_vi, fault.line.why_en
    return Text(
        vi=f"«{vi}» là {_said(fault, fault.value, 'vi')}, phải {_range_vi(fault)} ({why_vi}).",
        en=f"“{en}” is {_said(fault, fault.value, 'en')}; it has to be {_range_en(fault)} ({why_en}).",
    )


def of_field(fault: Fault) -> Text:
    """Say the same for display under a field of a form, without the field's name."""
    why_vi, why_en = fault.line.why_vi, fault.line.why_en
    return Text(
        vi=f"Phải {_range_vi(fault)} ({why_vi}).", en=f"It has to be {_range_en(fault)} ({why_en})."
    )


def _nothing_is_left(fault: Fault) -> bool:
    """Tell whether no number at all would be right, because nothing of the kind is owed."""
    least, most = fault.least, fault.most
    return isinstance(least, int) and isinstance(most, int) and most < least


def _range_vi(fault: Fault) -> str:
    least, most = _ends(fault, "vi")
    if _nothing_is_left(fault):
        return "để trống, vì không còn khoản nào như vậy"
    if least and most:
        return f"từ {least} đến {most}"
    return f"từ {least} trở đi" if least else f"không quá {most}"


def _range_en(fault: Fault) -> str:
    least, most = _ends(fault, "en")
    if _nothing_is_left(fault):
        return "left out, for nothing of the kind is owed"
    if least and most:
        return f"from {least} to {most}"
    return f"from {least} on" if least else f"up to {most}"


def _ends(fault: Fault, language: formats.Language) -> tuple[str, str]:
    return (
        "" if fault.least is None else _said(fault, fault.least, language),
        "" if fault.most is None else _said(fault, fault.most, language),
    )


def _said(fault: Fault, value: Value, language: formats.Language) -> str:
    if isinstance(value, datetime):
        local = value.astimezone(VIETNAM)
        return f"{local:%H:%M} {_day(local.date())}"
    if isinstance(value, date):
        return _day(value)
    return str(value) if fault.pointer.endswith("/year") else formats.grouped(value, language)


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year:04}"
