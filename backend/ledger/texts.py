"""Texts of the ledger's own refusals and quarantines, in both languages: what happened, and what to do next."""

from typing import Any

from backend.ledger.bounds import texts as bounds
from backend.ledger.bounds.rules import Fault
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.exchange.sync import Quarantine
from schemas.fieldwork.words import QuarantineCode

_TEXTS: dict[str, tuple[str, str]] = {
    "act_of_another_officer": (
        "Việc này do một công chức khác ghi. Người đó phải đăng nhập để gửi.",
        "This act was made by another officer. That officer must sign in to send it.",
    ),
    "act_id_not_uuid7": (
        "Mã của việc không phải UUIDv7. Hãy cập nhật ứng dụng.",
        "The act's id is not a UUIDv7. Please update the app.",
    ),
    "act_unsigned": (
        "Việc từ điện thoại phải có thiết bị, số thứ tự và chữ ký của thiết bị.",
        "An act from a phone must have its device, sequence number and the device's signature.",
    ),
    "act_type_misplaced": (
        "Loại việc này không thuộc hồ sơ này hoặc không làm được từ đây.",
        "This type of act does not belong to this record, or cannot be done from here.",
    ),
    "act_not_of_citizens": (
        "Cổng tiếp nhận phản ánh chỉ ghi được việc tiếp nhận và việc rút phản ánh.",
        "The form for citizens records only that a report came in, and that it was withdrawn.",
    ),
    "act_id_reused": (
        "Mã này đã dùng cho một nội dung khác. Bản trước được giữ nguyên; hãy ghi lại với mã mới.",
        "This id was already used for other content. The first is kept; record it again under a new id.",
    ),
    "form_late": (
        "Nội dung này đã được sửa sau khi bạn mở trang. Những gì bạn ghi vẫn còn bên dưới. Hãy mở trang ở thẻ khác để "
        "xem bản hiện nay, rồi lưu lần nữa nếu vẫn muốn ghi bản của bạn thay bản đó.",
        "This was changed after you opened the page. What you typed still stands below. Open the page in another tab "
        "to see how it is now, then save again if yours is to replace it.",
    ),
}


def refusal(code: str, **detail: Any) -> Refuse:
    """Make one of the ledger's own refusals."""
    vi, en = _TEXTS[code]
    return Refuse(code=code, text=Text(vi=vi, en=en), detail=detail)


def out_of_bounds(fault: Fault) -> Refuse:
    """Make the refusal of a step whose value is impossible or surely mistyped.

    `where` is a JSON Pointer.
    """
    return Refuse(code="out_of_bounds", text=bounds.text(fault), detail={"where": fault.pointer})


def malformed(where: str) -> Text:
    """The text for acts that are not well-formed. `where` is a JSON Pointer."""
    return Text(
        vi=f"Dữ liệu không đúng dạng tại «{where or '/'}». Việc được giữ lại nguyên văn, không có hiệu lực.",
        en=f"The data is malformed at «{where or '/'}». It is kept as it came and has no effect.",
    )


_HOLDS: dict[str, tuple[str, str]] = {
    QuarantineCode.NOT_ON_TEAM: (
        "Đã giữ, tạm chưa có hiệu lực: người ghi không thuộc đoàn kiểm tra.",
        "Kept, without effect for now: the officer who recorded it is not on the team.",
    ),
    QuarantineCode.RECORD_UNKNOWN: (
        "Đã giữ, tạm chưa có hiệu lực: máy chủ không có cuộc kiểm tra này.",
        "Kept, without effect for now: the server does not have this inspection.",
    ),
    QuarantineCode.RECORD_CLOSED: (
        "Đã giữ, tạm chưa có hiệu lực: cuộc kiểm tra đã đóng.",
        "Kept, without effect for now: the inspection is closed.",
    ),
    QuarantineCode.DEVICE_REVOKED: (
        "Đã giữ, tạm chưa có hiệu lực: thiết bị đã bị thu hồi.",
        "Kept, without effect for now: the device was revoked.",
    ),
    QuarantineCode.OFFICER_DISABLED: (
        "Đã giữ, tạm chưa có hiệu lực: tài khoản của người ghi đã bị khóa.",
        "Kept, without effect for now: the account of the officer who recorded it is closed.",
    ),
    QuarantineCode.SIGNATURE_INVALID: (
        "Đã giữ, tạm chưa có hiệu lực: chữ ký của thiết bị không hợp lệ.",
        "Kept, without effect for now: the device's signature is not valid.",
    ),
    QuarantineCode.PHOTO_UNKNOWN: (
        "Đã giữ, tạm chưa có hiệu lực: cuộc kiểm tra không có ảnh này.",
        "Kept, without effect for now: the inspection has no such photograph.",
    ),
    QuarantineCode.MINUTES_UNKNOWN: (
        "Đã giữ, tạm chưa có hiệu lực: cuộc kiểm tra không có biên bản này.",
        "Kept, without effect for now: the inspection has no such minutes.",
    ),
    QuarantineCode.MINUTES_FINAL: (
        "Đã giữ, tạm chưa có hiệu lực: biên bản khác của cuộc kiểm tra đã được trình hoặc phê duyệt. Biên bản này "
        "hiện bên cạnh và không thay bản đó. Nếu cần dùng, hãy báo Trưởng đơn vị xem xét.",
        "Kept, without effect for now: other minutes of the inspection were submitted or approved. These are shown "
        "alongside them and replace nothing. If they are needed, tell the head, who decides on them.",
    ),
    QuarantineCode.MINUTES_NOT_OWNED: (
        "Đã giữ bên cạnh: biên bản của cuộc kiểm tra này do người khác trong đoàn lập. Nội dung của bạn cả đoàn và "
        "người có thẩm quyền đều thấy; nếu bạn là người lập, hãy đề nghị Trưởng Đoàn giao lập biên bản.",
        "Kept alongside: another officer of the team draws up the minutes of this inspection. The whole team and the "
        "supervisor can see what you wrote; if you are the one who draws them up, ask the leader to entrust the "
        "minutes to you.",
    ),
    QuarantineCode.FORM_INVALID: (
        "Đã giữ, tạm chưa có hiệu lực: biên bản chưa đúng mẫu.",
        "Kept, without effect for now: the minutes do not satisfy their form.",
    ),
    QuarantineCode.FORM_OUTDATED: (
        "Đã giữ, tạm chưa có hiệu lực: biên bản ghi theo phiên bản cũ của mẫu. Hãy kết nối mạng để máy nhận mẫu mới, "
        "cập nhật ứng dụng, rồi báo Trưởng đơn vị xem xét biên bản này.",
        "Kept, without effect for now: written on an older version of its form. Connect the phone so that it gets the "
        "new one, update the app, and tell the head, who decides on this paper.",
    ),
    QuarantineCode.PHOTO_ID_TAKEN: (
        "Đã giữ, tạm chưa có hiệu lực: mã ảnh đã thuộc một ảnh khác.",
        "Kept, without effect for now: another photograph has this id.",
    ),
    QuarantineCode.DOCUMENT_UNKNOWN: (
        "Đã giữ, tạm chưa có hiệu lực: cuộc kiểm tra không có bản ghi này của biên bản.",
        "Kept, without effect for now: the inspection has no such version of the paper.",
    ),
    QuarantineCode.DOCUMENT_ID_TAKEN: (
        "Đã giữ, tạm chưa có hiệu lực: mã này đã thuộc một biên bản, tài liệu hoặc văn bản khác.",
        "Kept, without effect for now: another paper or document has this id.",
    ),
    QuarantineCode.DOCUMENT_UNSIGNED: (
        "Đã giữ, tạm chưa có hiệu lực: số được cấp cho bản chưa đủ chữ ký hoặc không còn hiệu lực.",
        "Kept, without effect for now: the number was given to a version that is not in force, or that lacks a "
        "signature.",
    ),
    QuarantineCode.DOCUMENT_CLOSED: (
        "Đã giữ, tạm chưa có hiệu lực: biên bản đã có số nên không thay đổi nữa.",
        "Kept, without effect for now: the paper has its number and can no longer change.",
    ),
    QuarantineCode.OUT_OF_BOUNDS: (
        "Đã giữ, tạm chưa có hiệu lực: có ngày, giờ hoặc số nằm ngoài khoảng có thể đúng.",
        "Kept, without effect for now: a day, a time or a number is outside what is possible.",
    ),
    QuarantineCode.NUMBER_UNUSABLE: (
        "Đã giữ, tạm chưa có hiệu lực: số này không dành cho máy của người ghi, hoặc đã dùng cho biên bản khác.",
        "Kept, without effect for now: the number was not reserved for this phone, or another paper has it.",
    ),
}


def quarantine(code: str) -> Quarantine:
    """The code and its sentence, as a phone and the desk show them beside quarantined evidence."""
    vi, en = _HOLDS[code]
    return Quarantine(code=code, text=Text(vi=vi, en=en))


def why_held(code: str) -> Text:
    """The reason alone, to be put inside another sentence."""
    vi, en = _HOLDS[code]
    return Text(vi=vi.partition(": ")[2].rstrip("."), en=en.partition(": ")[2].rstrip("."))
