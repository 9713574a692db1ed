"""Words about exceptions, in both languages."""

from backend.ledger.handlers import Refuse
from schemas.casework.exceptions import ExceptionKind
from schemas.core.problems import Text

KINDS: dict[ExceptionKind, Text] = {
    ExceptionKind.SELF_SIGNED: Text(vi="Tự soạn, tự ký", en="Drafted and signed by one person"),
    ExceptionKind.SAME_HAND: Text(
        vi="Một người làm việc của hai người",
        en="One person did what two should",
    ),
    ExceptionKind.REOPENED: Text(vi="Mở lại hồ sơ đã lưu", en="An archived case was reopened"),
    ExceptionKind.LEADER_IS_ISSUER: Text(
        vi="Người ban hành là Trưởng Đoàn kiểm tra", en="The issuer leads the inspection"
    ),
    ExceptionKind.DISCARDED: Text(
        vi="Đoàn không kiểm tra, hoặc đề nghị không kiểm tra",
        en="The team did not carry the inspection out, or asked not to",
    ),
    ExceptionKind.WITHDRAWN: Text(
        vi="Hủy bỏ quyết định kiểm tra trước khi công bố",
        en="An inspection decision was withdrawn before it was announced",
    ),
    ExceptionKind.SHEET_DIFFERS: Text(
        vi="Quyết định ký trên bản giấy mà Đoàn đã bắt đầu kiểm tra không khớp khi đối chiếu",
        en="The hand-signed decision from which a team began did not match",
    ),
    ExceptionKind.FORMER_MEMBER: Text(
        vi="Quyết định ký trên bản giấy còn ghi tên người đã rời Đoàn",
        en="A decision signed by hand still names somebody who had left the team",
    ),
    ExceptionKind.GIVEN_UP: Text(
        vi="Bỏ văn bản đã in để ký trên bản giấy",
        en="A paper printed for signing by hand was discarded",
    ),
    ExceptionKind.ENTERED_AGAIN: Text(
        vi="Nhập lại sau khôi phục hệ thống, dưới số đã mang",
        en="Entered again after a restore, under its old number",
    ),
    ExceptionKind.LATE_ENTRY: Text(
        vi="Nhập quyết định sau thời hạn ra quyết định",
        en="A decision was entered after the time limit for it",
    ),
    ExceptionKind.EMERGENCY: Text(
        vi="Quyết định kiểm tra đột xuất không có phương án trước, vì khẩn cấp",
        en="An ad-hoc decision had no plan before it, in an emergency",
    ),
    ExceptionKind.EMERGENCY_ACCESS: Text(
        vi="Mở quyền khẩn cấp cho một công chức", en="Emergency access for an officer"
    ),
    ExceptionKind.NO_PLAN: Text(
        vi="Bắt đầu kiểm tra theo bản giấy đã ký mà không rõ phương án hoặc lý do khẩn cấp",
        en="Begun from a hand-signed sheet, with no plan or emergency stated",
    ),
    ExceptionKind.NO_OPINION: Text(
        vi="Ra quyết định khi chưa có ý kiến đã trình",
        en="Decided without an opinion that was asked for",
    ),
    ExceptionKind.DECIDED_TWICE: Text(
        vi="Cùng hành vi đã có quyết định ở vụ việc khác",
        en="Another case has a decision on the same act",
    ),
    ExceptionKind.ANOTHER_PARTY: Text(
        vi="Vụ việc đối với người không phải là tổ chức, cá nhân được kiểm tra",
        en="A case against a different party than the one inspected",
    ),
    ExceptionKind.GAIN_KEPT: Text(
        vi="Không buộc nộp lại số lợi bất hợp pháp đã ghi nhận",
        en="A recorded illicit gain was not ordered to be paid back",
    ),
    ExceptionKind.RECEIPT_AGAIN: Text(
        vi="Một chứng từ nộp tiền ghi ở hai vụ việc", en="One receipt was recorded in two cases"
    ),
    ExceptionKind.UNPAID: Text(
        vi="Ghi thi hành xong khi còn tiền chưa nộp",
        en="Full execution was recorded with money unpaid",
    ),
    ExceptionKind.UNDONE: Text(
        vi="Lưu hồ sơ khi còn biện pháp chưa thực hiện",
        en="A file was archived with measures not carried out",
    ),
    ExceptionKind.LEGAL_WARNING: Text(
        vi="Làm tiếp sau cảnh báo pháp lý", en="Done in spite of a legal warning"
    ),
    ExceptionKind.SAME_NAME: Text(
        vi="Thành viên Đoàn trùng họ tên với tổ chức, cá nhân được kiểm tra hoặc người đại diện",
        en="A member of a team has the name of the party or its representative",
    ),
    ExceptionKind.RELATED: Text(
        vi="Thành viên Đoàn khai có quan hệ với tổ chức, cá nhân được kiểm tra",
        en="A member of a team declared a relation to the inspected party",
    ),
    ExceptionKind.NO_FINE: Text(
        vi="Không xử phạt, hoặc không phạt tiền vì lý do khác (Điều 65)",
        en="No sanction, or no fine on another ground (Art 65)",
    ),
}

_REFUSALS: dict[str, tuple[str, str]] = {
    "exception_unknown": (
        "Không có ngoại lệ này, hoặc nó ngoài phạm vi của bạn.",
        "There is no such exception, or it is outside your scope.",
    ),
    "exception_not_yours": (
        "Người kiểm tra là kiểm tra nội bộ hoặc lãnh đạo cấp trên, và không phải người đã làm.",
        "An auditor or a supervisor of the level above must check it, never the person who did it.",
    ),
    "exception_checked": (
        "Ngoại lệ này đã có kết luận. Hãy tải lại trang.",
        "This exception already has a verdict. Reload the page.",
    ),
    "exception_note": (
        "Hãy ghi lý do khi kết luận là không đúng.",
        "Give the reason if your verdict is that it was wrong.",
    ),
}


def refusal(code: str) -> Refuse:
    """Build a refusal of the record handler of exceptions."""
    vi, en = _REFUSALS[code]
    return Refuse(code=code, text=Text(vi=vi, en=en), detail={})
