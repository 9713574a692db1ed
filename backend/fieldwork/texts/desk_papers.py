"""Texts of refusals of acts about papers of the desk: what is wrong with the paper, and what to do."""

from backend.documents.texts.seals import AGAINST

PAPER_REFUSALS: dict[str, tuple[str, str]] = {
    "paper_unknown": (
        "Hồ sơ này không có văn bản như vậy. Hãy tải lại trang.",
        "This record has no such paper. Reload the page.",
    ),
    "paper_form_other": (
        "Không soạn được văn bản theo mẫu này ở đây, hoặc mẫu đã có bản mới hơn.",
        "No paper is drafted on this form here, or the form has a newer version.",
    ),
    "paper_incomplete": (
        "Văn bản còn thiếu nội dung bắt buộc của mẫu.",
        "The paper lacks what its form requires.",
    ),
    "post_ended": (
        "Chức vụ {title} của bạn đã kết thúc từ ngày {day} nên bạn không soạn được văn bản để mình ký. Hiện {head} "
        "soạn và ký được; công chức làm công tác kiểm tra của đơn vị cũng soạn được để {head} ký.",
        "Your post ({title}) ended on {day}, so you cannot draft a paper for your own signature. {head} can draft and "
        "sign it now; officers of the unit who do inspections can draft it for that signature.",
    ),
    "post_ended_nobody": (
        "Chức vụ {title} của bạn đã kết thúc từ ngày {day}, và hiện chưa ai giữ chức vụ ký được văn bản này. Hãy đề "
        "nghị văn thư nhập quyết định bổ nhiệm hoặc giao quyền của người kế nhiệm; sau đó người đó soạn và ký.",
        "Your post ({title}) ended on {day}, and nobody holds a post yet who could sign this paper. Ask the clerk to "
        "enter the successor’s appointment or delegation; then the successor drafts and signs it.",
    ),
    "paper_elsewhere": (
        "Văn bản không còn ở bước này. Hãy tải lại trang.",
        "The paper is no longer at this step. Reload the page.",
    ),
    "paper_changed": (
        "Nội dung hoặc bản quét đã thay đổi sau khi bạn xem. Hãy tải lại trang.",
        "The content or the scan changed after you saw it. Reload the page.",
    ),
    "proposal_answered": (
        "Đề xuất đã được giải quyết: quyết định đã ký hoặc đã bị từ chối. Hãy lập đề xuất mới nếu còn cần.",
        "The proposal was answered: its decision was signed, or it was refused. Make a new one if it is still needed.",
    ),
    "proposal_team": (
        "Trong đoàn có người không thuộc đơn vị của bạn hoặc không còn làm nhiệm vụ, hoặc đoàn chưa đủ 2 công chức. "
        "Hãy chọn lại đoàn rồi gửi.",
        "Somebody named is not of your unit or no longer on duty, or the team has fewer than 2 officers. Choose the "
        "team again and send it.",
    ),
    "proposal_not_there": (
        "Đề xuất này đã được trả lại, hoặc dự thảo không lập từ đề xuất trên điện thoại.",
        "The proposal was sent back already, or the draft does not come from a proposal.",
    ),
    "paper_scan_unknown": (
        "Bản quét này không phải của văn bản. Hãy chọn và gửi lại.",
        "This scan is not one of the paper. Choose and send it again.",
    ),
    "team_by_decision": (
        "Đoàn kiểm tra chỉ thay đổi bằng quyết định bằng văn bản của người ban hành quyết định kiểm tra (khoản 2 Điều "
        "15, khoản 4 Điều 17 Thông tư 27/2020/TT-BCT). Hãy lập quyết định sửa đổi, bổ sung.",
        "A team changes only by a written decision of the issuer (Circular 27/2020 Arts 15.2, 17.4). Draft the "
        "amending decision.",
    ),
    "handed_leader": (
        "Người nhận thay Trưởng Đoàn thì làm Trưởng Đoàn; người nhận thay thành viên thì làm thành viên.",
        "Who takes the leader's place leads; who takes a member's place is a member.",
    ),
    "handed_card": (
        "Người nhận làm Trưởng Đoàn phải có Thẻ kiểm tra thị trường còn hiệu lực (Điều 23 Pháp lệnh 11/2016/UBTVQH13). "
        "Hãy chọn người khác.",
        "Who is to lead the team needs a valid inspection card (Ordinance 11/2016 Art 23). Choose somebody else.",
    ),
    "handed_small": (
        "Người nhận đã ở trong Đoàn nên Đoàn chỉ còn một người (Điều 23 Pháp lệnh 11/2016/UBTVQH13). Hãy chọn người "
        "ngoài Đoàn.",
        "The team would have one officer left, as the receiver is on it already (Ordinance 11/2016 Art 23). Choose "
        "somebody else.",
    ),
    "change_too_late": (
        "Hồ sơ đã được trình nên quyết định kiểm tra không sửa đổi, gia hạn được nữa.",
        "The file has been submitted, so the decision can no longer be amended or extended.",
    ),
    "not_expired": (
        "Quyết định còn hiệu lực: hạn cuối để bắt đầu kiểm tra là hết ngày {day} (khoản 3 Điều 19 Pháp lệnh "
        "11/2016/UBTVQH13).",
        "The decision is still good: the inspection may begin until the end of {day} (Ordinance 11/2016 Art 19.3).",
    ),
    "adhoc_plan_needed": (
        "Kiểm tra đột xuất phải có phương án ban hành trước quyết định, trừ trường hợp khẩn cấp có nêu lý do "
        "(Điều 12 Thông tư 27/2020/TT-BCT). Hãy ban hành phương án, hoặc nêu lý do khẩn cấp khi ký.",
        "An ad-hoc decision needs its plan first, except in an emergency with its reason (Circular 27/2020 Art 12). "
        "Issue the plan, or state the emergency when you sign.",
    ),
    "adhoc_plan_exists": (
        "Quyết định này đã có phương án. Hãy mở phương án đó để sửa, hoặc hủy nó trước khi lập phương án khác.",
        "This decision has a plan already. Open that plan to change it, or give it up before you draft another.",
    ),
    "adhoc_plan_late": (
        "Phương án được lập trước quyết định: ở đây không còn dự thảo quyết định kiểm tra đột xuất nào chờ ký.",
        "A plan comes before its decision: there is no draft of an ad-hoc decision here that waits for a signature.",
    ),
    "decision_needed": (
        "Cuộc kiểm tra này chưa có quyết định để sửa đổi, gia hạn.",
        "This inspection has no decision yet that could be amended or extended.",
    ),
    "paper_matched": (
        "Quyết định này đã được đối chiếu với một cuộc kiểm tra đã bắt đầu tại chỗ: không gửi bản quét để bắt đầu "
        "cuộc kiểm tra khác.",
        "This decision was matched with an inspection that began on site: its scan begins no other inspection.",
    ),
    "paper_withdrawn": (
        "Quyết định đã bị hủy bỏ hoặc hết hiệu lực nên văn bản này không phát hành nữa.",
        "The decision was withdrawn or has lapsed, so this paper is not dispatched any more.",
    ),
    "paper_not_signed": (
        "Văn bản chưa có hiệu lực nên chưa phát hành được: phải ký số, hoặc ký trên bản giấy và có bản quét.",
        "The paper is not in force, so it cannot be dispatched: it needs a digital signature, or one by hand and its "
        "scan.",
    ),
    "paper_sent_before": (
        "Ngày gửi không được trước ngày của văn bản ({day}).",
        "The day of dispatch cannot be before the day of the paper ({day}).",
    ),
    "paper_former_wrong": (
        "Những người bản quét ghi là đã rời Đoàn không khớp với tờ đã in và danh sách công chức hiện nay. Hãy tải lại "
        "trang.",
        "Those whom the scan calls former members do not agree with the printed sheet and the officers on duty now. "
        "Reload the page.",
    ),
    **{f"paper_seal_{why}": texts for why, texts in AGAINST.items()},
    "paper_reason_needed": (
        "Bản quét khác bản in thì phải ghi khác ở đâu.",
        "If the scan differs from the print, say how.",
    ),
}
"""By code, in Vietnamese and English."""
