"""States and acts of reports in words, and why an act is refused."""

from datetime import date
from typing import Any

from backend.core import formats
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.insight.words import ReportAct, ReportState

STATES: dict[ReportState, Text] = {
    ReportState.DRAFT: Text(vi="dự thảo", en="a draft"),
    ReportState.SENT_UP: Text(vi="đã gửi cấp trên", en="sent to the unit above"),
    ReportState.READY: Text(vi="đang trình phê duyệt", en="submitted for approval"),
    ReportState.APPROVED: Text(vi="đã phê duyệt, chờ ban hành", en="approved, not issued"),
    ReportState.ISSUED: Text(vi="đã ban hành", en="issued"),
    ReportState.CORRECTED: Text(vi="đã có báo cáo thay thế", en="replaced by a later one"),
    ReportState.GIVEN_UP: Text(vi="đã bỏ", en="given up"),
}
ACTS: dict[ReportAct, Text] = {
    ReportAct.BEGUN: Text(vi="Lập báo cáo", en="Begun"),
    ReportAct.FILLED: Text(vi="Lấy số liệu", en="Figures filled in"),
    ReportAct.VALUE_STATED: Text(vi="Ghi số liệu", en="Value stated"),
    ReportAct.TEXT_WRITTEN: Text(vi="Viết phần lời văn", en="Text written"),
    ReportAct.REPORTS_TAKEN: Text(
        vi="Tổng hợp báo cáo cấp dưới", en="Reports of units below taken"
    ),
    ReportAct.UNIT_LEFT_OUT: Text(
        vi="Lập không có báo cáo của đơn vị", en="Made without a unit's report"
    ),
    ReportAct.TAKEN_OVER: Text(vi="Làm thay đơn vị", en="Taken over for the unit"),
    ReportAct.SENT_UP: Text(vi="Gửi cấp trên", en="Sent to the unit above"),
    ReportAct.SENT_BACK: Text(vi="Cấp trên trả lại", en="Sent back by the unit above"),
    ReportAct.SUBMITTED: Text(vi="Trình phê duyệt", en="Submitted for approval"),
    ReportAct.REOPENED: Text(vi="Mở lại thành dự thảo", en="Made a draft again"),
    ReportAct.APPROVED: Text(vi="Phê duyệt", en="Approved"),
    ReportAct.ISSUED: Text(vi="Ban hành", en="Issued"),
    ReportAct.REPLACED: Text(vi="Có báo cáo thay thế", en="Replaced by a later report"),
    ReportAct.GIVEN_UP: Text(vi="Bỏ báo cáo", en="Given up"),
}
_TEXTS: dict[str, tuple[str, str]] = {
    "not_from_phone": (
        "Báo cáo lập và xử lý tại bàn làm việc.",
        "Reports are made at the desk.",
    ),
    "unknown": (
        "Không có báo cáo này. Hãy tải lại trang.",
        "There is no such report. Reload the page.",
    ),
    "not_yours": (
        "Việc này do người khác làm: người của đơn vị lập báo cáo soạn, thủ trưởng gửi, đơn vị cấp trên nhận hoặc trả "
        "lại.",
        "This is for others: who works in the reporting unit drafts, its head sends, the unit above receives or sends "
        "back.",
    ),
    "not_taken_over": (
        "Đơn vị tự lập và gửi báo cáo của mình. Cấp trên chỉ làm thay khi đơn vị đã đóng, không có thủ trưởng hoặc đã "
        "quá hạn: hãy bấm «Làm thay đơn vị» và ghi lý do.",
        "The unit makes and sends its own report. The unit above does so only if it is closed, nobody heads it or it "
        "is late: press “Make it for the unit” and give the reason.",
    ),
    "unit_works": (
        "Đơn vị còn hoạt động, có thủ trưởng và chưa quá hạn gửi: đơn vị tự lập báo cáo. Hãy nhắc đơn vị.",
        "The unit works, has a head and is not late: it makes its own report. Remind it.",
    ),
    "taken_over": (
        "Báo cáo này đã có người của cấp trên làm thay. Hãy tải lại trang.",
        "Somebody of the unit above has taken this report over already. Reload the page.",
    ),
    "own_work": (
        "Người đã viết, làm thay hoặc gửi báo cáo không tự trả lại. Người khác của đơn vị cấp trên làm việc đó.",
        "Who wrote, took over or sent the report does not send it back. Another officer of the unit above does.",
    ),
    "own_taken": (
        "Bạn đã viết hoặc gửi một trong các báo cáo này. Người khác của đơn vị tổng hợp chúng.",
        "You wrote or sent one of these reports. Another officer of the unit takes them.",
    ),
    "not_below": (
        "Đơn vị này không gửi báo cáo vào báo cáo này. Hãy tải lại trang.",
        "No report of that unit belongs to this one. Reload the page.",
    ),
    "part_sent": (
        "Đơn vị đã gửi báo cáo. Hãy tổng hợp lại thay vì bỏ đơn vị ra.",
        "The unit has sent its report. Take the reports again instead of leaving it out.",
    ),
    "part_back": (
        "Báo cáo đã tổng hợp bị trả lại cho đơn vị: {names}. Hãy tổng hợp lại khi đơn vị gửi lại, hoặc bỏ đơn vị đó ra "
        "kèm lý do để gửi kịp hạn.",
        "What was taken went back to: {names}. Take the reports again once it is sent again, or leave the unit out "
        "with a reason, to send yours in time.",
    ),
    "state": (
        "Báo cáo {what}: không làm việc này được nữa. Hãy tải lại trang.",
        "The report is {what}: this cannot be done any more. Reload the page.",
    ),
    "definition": (
        "Mẫu báo cáo này không có hiệu lực cho kỳ đã chọn, hoặc đã có phiên bản mới. Hãy tải lại trang.",
        "This kind of report is not in force for that period, or has a newer version. Reload the page.",
    ),
    "level": (
        "Đơn vị này không lập loại báo cáo đã chọn. Hãy chọn loại khác.",
        "This unit does not make that kind of report. Choose another.",
    ),
    "period": (
        "Hai ngày đã chọn không phải một kỳ của báo cáo này. Hãy chọn lại kỳ.",
        "The two days are no period of this report. Choose the period again.",
    ),
    "unit": (
        "Đơn vị không hoạt động trong kỳ này nên không có báo cáo. Hãy chọn đơn vị khác.",
        "The unit was not in force in that period: it has no report. Choose another unit.",
    ),
    "in_work": (
        "Báo cáo này đã có người lập. Hãy mở báo cáo đó và làm tiếp.",
        "Somebody has begun this report already. Open it and go on there.",
    ),
    "in_force": (
        "Báo cáo kỳ này đã gửi hoặc đã ban hành. Muốn sửa, hãy lập báo cáo thay thế kèm lý do.",
        "The report of this period was sent or issued. To change it, correct it with a reason.",
    ),
    "replaces": (
        "Chỉ thay thế được báo cáo cùng loại, cùng kỳ của đơn vị, đã gửi hoặc đã ban hành, kèm lý do. Hãy tải lại "
        "trang.",
        "Only a report of the same kind, period and unit that was sent or issued is corrected, with a reason. Reload "
        "the page.",
    ),
    "tables": (
        "Số liệu không khớp các bảng của báo cáo. Hãy lấy lại số liệu.",
        "The figures do not fit the report's tables. Fill it again.",
    ),
    "cell": (
        "Ô này không có hoặc được tính từ ô khác. Hãy tải lại trang.",
        "There is no such cell, or it follows from others. Reload the page.",
    ),
    "value_reason": (
        "Ô này hệ thống đã có số liệu. Hãy ghi lý do nêu số khác.",
        "The system counted a value for this cell. Give the reason for another one.",
    ),
    "part": (
        "Báo cáo không có phần này. Hãy tải lại trang.",
        "The report has no such part. Reload the page.",
    ),
    "taken": (
        "Báo cáo của cấp dưới vừa thay đổi. Hãy tổng hợp lại.",
        "The reports of units below have just changed. Take them again.",
    ),
    "revision": (
        "Nội dung báo cáo đã thay đổi sau khi bạn mở trang. Hãy xem lại rồi làm tiếp.",
        "The report was changed after you opened the page. Look at it again, then go on.",
    ),
    "incomplete": (
        "Báo cáo còn thiếu: {why}.",
        "The report lacks: {why}.",
    ),
    "early": (
        "Kỳ báo cáo đến hết {day} mới kết thúc. Hãy gửi từ ngày đó.",
        "The period ends on {day}. Send the report from that day on.",
    ),
    "no_above": (
        "Đơn vị không có cấp trên trong hệ thống. Hãy trình phê duyệt và ban hành báo cáo.",
        "No unit is above this one in the system. Submit the report and issue it.",
    ),
    "rested_on": (
        "Báo cáo này đã được tổng hợp vào báo cáo cấp trên. Đơn vị lập báo cáo thay thế nếu cần sửa.",
        "The report of the unit above rests on this one. The unit corrects it if need be.",
    ),
    "corrected_now": (
        "Đơn vị đang lập báo cáo thay thế. Hãy chờ báo cáo đó.",
        "The unit is making a report that replaces this one. Wait for it.",
    ),
    "withdraw_first": (
        "Báo cáo đang trình phê duyệt. Hãy rút lại phiếu trình; báo cáo khi đó trở lại là dự thảo.",
        "The report is submitted for approval. Withdraw the submission: the report is a draft again then.",
    ),
    "not_approved": (
        "Báo cáo chưa được phê duyệt. Hãy chờ phiếu trình được phê duyệt rồi ký.",
        "The report is not approved yet. Wait for the answer to its submission, then sign it.",
    ),
    "printed": (
        "Văn bản đã in để ký trên giấy, có thể đã được ký. Hãy bỏ văn bản đó trước khi sửa báo cáo.",
        "The paper was printed to be signed by hand, and may be signed already. Give it up before you change the "
        "report.",
    ),
    "paper_old": (
        "Văn bản không còn khớp báo cáo. Hãy mở lại văn bản, lưu và hoàn thành lại.",
        "The paper says something else than the report does now. Open it again, save it and finalise it.",
    ),
}
_LACKS: dict[str, tuple[str, str]] = {
    "not_filled": ("số liệu (chưa lấy)", "figures (not filled in yet)"),
    "text": ("phần «{title}»", "the part “{title}”"),
    "part_back": (
        "báo cáo của {names} (đã bị trả lại: tổng hợp lại khi đơn vị gửi lại, hoặc bỏ đơn vị đó ra kèm lý do)",
        "the report of {names} (sent back since: take it again once it is sent again, or leave the unit out with a "
        "reason)",
    ),
    "paper": ("văn bản khớp nội dung hiện nay", "a paper that says what it says now"),
}


def refusal(code: str, **detail: Any) -> Refuse:
    """Return a refusal. Raises KeyError for a code that has no text."""
    return Refuse(code=f"report_{code}", text=_text(_TEXTS[code], detail))


def lack(code: str, **detail: Any) -> Text:
    """Return what a report lacks, in words. Raises KeyError for a code that has no text."""
    return _text(_LACKS[code], detail)


def _text(texts: tuple[str, str], detail: dict[str, Any]) -> Text:
    vi, en = texts
    said: dict[str, dict[str, Any]] = {"vi": {}, "en": {}}
    for key, value in detail.items():
        for language, filled in said.items():
            if isinstance(value, Text):
                filled[key] = getattr(value, language)
            elif isinstance(value, date):
                filled[key] = formats.day(value)
            else:
                filled[key] = value
    return Text(vi=vi.format(**said["vi"]), en=en.format(**said["en"]))
