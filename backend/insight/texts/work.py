"""What each kind of work is called, what is to be done, and limits that are a rule of the force."""

from typing import Final, NamedTuple

from backend.intake.texts import words as information_words
from schemas.core.problems import Text


class Words(NamedTuple):
    """What waits, and the step that is to be taken."""

    what: Text
    step: Text


def _words(what_vi: str, step_vi: str, what_en: str, step_en: str) -> Words:
    return Words(Text(vi=what_vi, en=what_en), Text(vi=step_vi, en=step_en))


KINDS: Final[dict[str, Words]] = {
    "step": _words(
        *("Trình phê duyệt", "Cho ý kiến, phê duyệt"),
        *("Submitted for approval", "Advise or decide"),
    ),
    "step_returned": _words(
        *("Nội dung trình được trả lại", "Sửa, bổ sung rồi trình lại"),
        *("Submission returned", "Mend it and submit again"),
    ),
    "route": _words(
        *("Dự thảo quy trình phê duyệt", "Đọc và ban hành"),
        *("Draft of an approval route", "Read and publish"),
    ),
    "draft": _words(
        *("Dự thảo biên bản, Đoàn đang chờ", "Cho ý kiến"),
        *("Draft minutes, the team is waiting", "Give an opinion"),
    ),
    "file": _words(
        *("Hồ sơ kiểm tra chờ ý kiến", "Cho ý kiến hướng xử lý"),
        *("Inspection file waiting for an opinion", "Rule on the file"),
    ),
    "discard": _words(
        *("Đề nghị không kiểm tra", "Trả lời Đoàn"),
        *("Request not to inspect", "Answer the team"),
    ),
    "held": _words(
        *("Dữ liệu chờ xem xét", "Xem xét dữ liệu"),
        *("Held evidence", "Decide on the evidence"),
    ),
    "unknown": _words(
        *("Cuộc kiểm tra chỉ còn trên điện thoại", "Nhập lại quyết định"),
        *("Inspection that only phones know", "Enter the decision again"),
    ),
    "unopened": _words(
        *("Cuộc kiểm tra ghi vi phạm, chưa lập hồ sơ vụ việc", "Lập hồ sơ vụ việc"),
        *("Inspection with violations and no case", "Open a case"),
    ),
    "returned": _words(
        *("Hồ sơ kiểm tra được trả lại", "Sửa, bổ sung rồi trình lại"),
        *("Inspection file returned", "Mend it and submit again"),
    ),
    "visit": _words(
        *("Cuộc kiểm tra đang làm", "Tiếp tục cuộc kiểm tra"),
        *("Inspection in progress", "Continue the inspection"),
    ),
    "diary": _words(
        *("Nhật ký công tác chờ xác nhận", "Xác nhận các dòng"),
        *("Work diary to confirm", "Confirm the lines"),
    ),
    "proposal_returned": _words(
        *("Đề xuất kiểm tra được trả lại", "Sửa đề xuất"),
        *("Proposal of an inspection returned", "Mend the proposal"),
    ),
    "decision_sign": _words(
        *("Dự thảo quyết định kiểm tra chờ ký", "Xem và ký"),
        *("Draft inspection decision to sign", "Read and sign"),
    ),
    "decision_scan": _words(
        *("Quyết định đã in để ký trên giấy", "Gửi bản quét"),
        *("Decision printed to be signed by hand", "Send the scan"),
    ),
    "decision_compare": _words(
        *("Quyết định ký trên giấy chờ đối chiếu", "Đối chiếu bản quét"),
        *("Decision signed by hand to compare", "Compare the scan"),
    ),
    "sheet_match": _words(
        *("Quyết định ký trên giấy, Đoàn đã bắt đầu", "Đối chiếu với bản giấy"),
        *("Decision signed by hand, the team has begun", "Match it"),
    ),
    "sheet_differs": _words(
        *("Quyết định ký trên giấy không khớp", "Sửa nội dung đã nhập"),
        *("Decision signed by hand does not match", "Mend what was typed"),
    ),
    "decision_dispatch": _words(
        *("Quyết định chưa phát hành", "Đóng dấu, phát hành"),
        *("Decision not dispatched", "Seal and dispatch"),
    ),
    "team_change": _words(
        *("Đoàn kiểm tra cần thay người sau bàn giao", "Sửa đổi quyết định, hoặc giữ nguyên Đoàn"),
        *("Team needs another member after a hand-over", "Amend the decision, or keep the team"),
    ),
    "leader_card": _words(
        *("Trưởng Đoàn không có thẻ còn hiệu lực", "Thay Trưởng Đoàn, hoặc cấp thẻ"),
        *("The leader has no valid card", "Name another leader, or issue a card"),
    ),
    "case_decide": _words(
        *("Vụ việc chờ quyết định", "Quyết định"), *("Case waiting for a decision", "Decide")
    ),
    "case_work": _words(
        *("Vụ việc đang xử lý", "Làm bước tiếp theo"), *("Case in progress", "Take the next step")
    ),
    "case_clock": _words(
        *("Vụ việc còn thời hạn", "Làm việc phải làm trong thời hạn"),
        *("Case with a running time limit", "Do what the limit is for"),
    ),
    "complaint_resolve": _words(
        *("Khiếu nại chờ thụ lý hoặc giải quyết", "Thụ lý, giải quyết"),
        *("Complaint to be accepted or resolved", "Accept or resolve it"),
    ),
    "paper_sign": _words(
        *("Văn bản trình ký", "Xem và ký"), *("Paper finalised for signing", "Read and sign")
    ),
    "paper_own": _words(
        *("Văn bản của tôi đã hoàn thành, chưa ký", "Ký"),
        *("My paper, finished and not signed", "Sign"),
    ),
    "paper_reopened": _words(
        *("Văn bản được mở lại để sửa", "Sửa rồi trình ký lại"),
        *("Paper opened again", "Mend it and finalise"),
    ),
    "paper_scan": _words(
        *("Văn bản đã in để ký trên giấy", "Gửi bản quét"),
        *("Paper printed to be signed by hand", "Send the scan"),
    ),
    "paper_compare": _words(
        *("Văn bản ký trên giấy chờ đối chiếu", "Đối chiếu bản quét"),
        *("Paper signed by hand to compare", "Compare the scan"),
    ),
    "paper_dispatch": _words(
        *("Văn bản chưa phát hành", "Đóng dấu, phát hành"),
        *("Paper not dispatched", "Seal and dispatch"),
    ),
    "outside_state": _words(
        *("Hành vi ngoài danh mục chưa xác định", "Xác định điều, khung phạt"),
        *("Act outside the catalogue", "State article and band"),
    ),
    "outside_confirm": _words(
        *("Hành vi ngoài danh mục chờ xác nhận", "Đối chiếu và xác nhận"),
        *("Act outside the catalogue to confirm", "Compare and confirm"),
    ),
    "exception": _words(
        *("Ngoại lệ chờ kiểm tra", "Kiểm tra"), *("Exception to check", "Check it")
    ),
    "plan_begin": _words(
        *("Kế hoạch kiểm tra chưa lập", "Lập kế hoạch"),
        *("Inspection plan not begun", "Begin the plan"),
    ),
    "plan_draft": _words(
        *("Dự thảo kế hoạch kiểm tra", "Hoàn thành, gửi cấp trên hoặc trình phê duyệt"),
        *("Draft of an inspection plan", "Complete it, send it up or submit it"),
    ),
    "plan_sent_up": _words(
        *("Kế hoạch đơn vị trực thuộc gửi lên", "Tổng hợp hoặc trả lại"),
        *("Plan of a unit below", "Merge it or send it back"),
    ),
    "plan_issue": _words(
        *("Kế hoạch đã phê duyệt", "Ký, ban hành"),
        *("Approved plan", "Sign and issue it"),
    ),
    "plan_end": _words(
        *("Kế hoạch sắp hết thời gian thực hiện", "Ghi lý do mục chưa thực hiện, báo cáo kết quả"),
        *("Plan near its end", "Give the reasons of what was not done, report the results"),
    ),
    "plan_item": _words(
        *("Mục kế hoạch đến hạn", "Soạn quyết định kiểm tra, hoặc ghi lý do không thực hiện"),
        *("Item of a plan that is due", "Draft the decision, or say why it is not done"),
    ),
    "report_draft": _words(
        *("Dự thảo báo cáo", "Viết nội dung, gửi cấp trên hoặc trình phê duyệt"),
        *("Draft of a report", "Write its texts, send it up or submit it"),
    ),
    "report_sent_up": _words(
        *("Báo cáo đơn vị trực thuộc gửi lên", "Tổng hợp hoặc trả lại"),
        *("Report of a unit below", "Take it into yours or send it back"),
    ),
    "report_issue": _words(
        *("Báo cáo đã phê duyệt", "Ký, ban hành"),
        *("Approved report", "Sign and issue it"),
    ),
    "information": _words(
        *("Thông tin chờ xử lý", "Giao xác minh, chuyển hoặc quyết định"),
        *("Information to decide on", "Have it verified, forward it or decide"),
    ),
    "information_verify": _words(
        *("Thông tin bạn được giao xác minh", "Xác minh và ghi kết quả"),
        *("Information for you to verify", "Verify it and record the result"),
    ),
    "information_report": _words(
        *("Thông tin chưa báo cáo bằng văn bản", "Báo cáo người đứng đầu bằng văn bản"),
        *("Information not reported in writing", "Report it to the head in writing"),
    ),
    "information_tell": _words(
        *(
            "Người cung cấp thông tin chưa được trả lời",
            "Thông báo là không có vi phạm, ghi ngày và cách báo",
        ),
        *("Informant to be told", "Tell them that there is no violation, state day and way"),
    ),
    "record_paper_sign": _words(
        *("Văn bản đã hoàn thành, chờ ký", "Ký văn bản"),
        *("Finished paper to sign", "Sign it"),
    ),
    "record_paper_scan": _words(
        *("Văn bản đã in để ký trên giấy", "Gửi bản quét"),
        *("Paper printed to be signed by hand", "Send the scan"),
    ),
    "record_paper_compare": _words(
        *("Văn bản ký trên giấy chờ đối chiếu", "Đối chiếu bản quét"),
        *("Paper signed by hand to compare", "Compare the scan"),
    ),
    "record_paper_dispatch": _words(
        *("Văn bản chưa phát hành", "Đóng dấu, phát hành"),
        *("Paper not dispatched", "Seal and dispatch"),
    ),
    "delegation": _words(
        *("Quyết định giao quyền chờ xác nhận", "Xác nhận"),
        *("Delegation to confirm", "Confirm"),
    ),
    "person": _words(
        *("Đề nghị về nhân sự chờ xác nhận", "Xác nhận"),
        *("Request about a person", "Confirm"),
    ),
    "restructuring": _words(
        *("Đề nghị sắp xếp đơn vị", "Xem lại và xác nhận"),
        *("Restructuring asked for", "Look at it and confirm"),
    ),
    "device": _words(
        *("Thiết bị mới chờ phê duyệt", "Phê duyệt"),
        *("New device waiting for approval", "Approve"),
    ),
    "party_merge": _words(
        *("Đề nghị gộp hai dòng trong sổ", "Đối chiếu và xác nhận"),
        *("Merge of two parties asked for", "Compare and confirm"),
    ),
    "likeness": _words(
        *("Đề nghị đổi mức điểm trùng", "Xem và xác nhận"),
        *("Sums for duplicates proposed", "Look at it and confirm"),
    ),
    "numbers": _words(
        *("Số đã dành ra còn chưa dùng", "Nhập văn bản hoặc trả số"),
        *("Numbers set aside and not used", "Enter papers or give them back"),
    ),
    "incoming": _words(
        *("Văn bản đến chưa vào sổ", "Vào sổ văn bản đến"),
        *("Paper received, not in the register", "Enter it"),
    ),
    "catalogue": _words(
        *("Đề xuất sửa danh mục hành vi", "Xem và công bố"),
        *("Proposal to change the catalogue", "Read and publish"),
    ),
    "decree": _words(
        *("Đề xuất công bố danh mục của nghị định", "Xem và công bố"),
        *("Proposal to publish a decree", "Read and publish"),
    ),
    "report_definition": _words(
        *("Dự thảo mẫu báo cáo", "Đọc, điền thử và ban hành"),
        *("Draft of a report definition", "Read it, try it and publish it"),
    ),
    "outside_catalogue": _words(
        *("Hành vi ngoài danh mục chờ đưa vào danh mục", "Trả lời"),
        *("Act outside the catalogue to take in", "Answer"),
    ),
}
"""By the kind of a branch."""

RULES: Final[dict[str, Text]] = {
    "B3": Text(
        vi="Văn bản ký trên giấy: quét và đối chiếu trong 48 giờ",
        en="Signed by hand: scanned and compared within 48 hours",
    ),
    "B5": Text(
        vi="Đề nghị hết hiệu lực sau 7 ngày không trả lời",
        en="A request ends after 7 days without an answer",
    ),
    "B7": Text(vi="Hạn của bước này trong quy trình", en="Term of this step of the route"),
    **information_words.LIMITS,
    "BC": Text(
        vi="Ngày mà quy định nêu cho báo cáo này", en="The day that the rule sets for this report"
    ),
    "KH": Text(vi="Thời gian nêu trong kế hoạch", en="The days that the plan gives it"),
    "B6": Text(vi="Cấp trên kiểm tra trong 5 ngày làm việc", en="Checked within 5 working days"),
}
"""Limits that the force sets itself, and no article."""

MEASURES_ALONE: Final = Text(
    vi="Chỉ còn tịch thu, khắc phục hậu quả, hoặc đóng vụ việc",
    en="Only confiscation or remedies, or close the case",
)
"""What is left to a case after `ENDS_THE_FINE` (Law Arts 65.2, 66.2)."""
ENDS_THE_FINE: Final = frozenset({"D12", "P04", "P05"})
"""Limits after which nobody is fined: for the decision, for one on a returned file, for one made anew."""
