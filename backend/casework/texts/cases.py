"""Why the one door refused an act of a case: a sentence each, with the article and what to do next."""

from typing import Any

from backend.casework.texts.complaints import OF_COMPLAINTS
from backend.casework.texts.execution import OF_EXECUTION
from backend.casework.texts.exhibits import OF_EXHIBITS
from backend.casework.texts.filing import OF_FILING
from backend.casework.texts.handed import HANDED
from backend.casework.texts.intake import BEFORE_INSPECTION
from backend.casework.texts.left_open import LEFT_OPEN
from backend.casework.texts.minutes import ON_MINUTES
from backend.casework.texts.notices import ON_NOTICES
from backend.casework.texts.outside import OUTSIDE
from backend.casework.texts.papers import AGAINST_PAPERS
from backend.casework.texts.rule_sets import RULE_SETS
from backend.casework.texts.seals import ON_SEALS
from backend.casework.texts.states import STATES
from backend.casework.texts.submitting import SUBMITTING
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseState
from schemas.core.problems import Text

_REFUSALS: dict[str, tuple[str, str]] = {
    **AGAINST_PAPERS,
    **BEFORE_INSPECTION,
    **ON_MINUTES,
    **ON_NOTICES,
    **OUTSIDE,
    **OF_COMPLAINTS,
    **OF_EXECUTION,
    **OF_EXHIBITS,
    **HANDED,
    **OF_FILING,
    **LEFT_OPEN,
    **RULE_SETS,
    **SUBMITTING,
    "case_unknown": ("Máy chủ không có vụ việc này.", "There is no such case."),
    "case_exists": ("Vụ việc này đã được lập.", "This case is already open."),
    "case_not_now": (
        "Ở trạng thái «{reason}» không làm được việc này. Hãy tải lại trang để xem việc có thể làm.",
        "This cannot be done in the state “{reason}”. Reload the page to see what can.",
    ),
    "case_recorded_already": (
        "Việc này đã được ghi rồi, không ghi hai lần. Hãy xem quá trình xử lý vụ việc.",
        "This is already recorded and cannot be recorded twice. Look at the case's timeline.",
    ),
    "case_not_yours": (
        "Bạn không được phân công trong vụ việc này.",
        "You are not assigned to this case.",
    ),
    "case_needs_authority": (
        "Việc này do người có thẩm quyền làm: về kiểm tra theo Điều 21 đến 26 Pháp lệnh 11/2016/UBTVQH13, về xử phạt "
        "theo Điều 52, 54 Luật Xử lý vi phạm hành chính và Điều 12 Nghị định 189/2025/NĐ-CP.",
        "Only the competent officer can do this: for inspections by Ordinance 11/2016 Arts 21 to 26, for sanctions by "
        "the Law on Handling Administrative Violations Arts 52, 54 and Decree 189/2025 Art 12.",
    ),
    "case_system_only": (
        "Việc này do hệ thống ghi theo tiến trình của cuộc kiểm tra.",
        "The system records this as the inspection proceeds.",
    ),
    "case_unit_other": ("Đơn vị này ngoài phạm vi của bạn.", "This unit is outside your scope."),
    "case_rule_set": (
        "Trang này được mở theo bộ quy định không còn áp dụng. Hãy tải lại trang rồi làm lại.",
        "This page was opened under rules that are no longer in force. Reload it and do it again.",
    ),
    "case_inspection_unknown": (
        "Không có cuộc kiểm tra này trong phạm vi của bạn.",
        "There is no such inspection in your scope.",
    ),
    "case_inspection_taken": (
        "Cuộc kiểm tra này đã thuộc vụ việc {number} với đối tượng này. Người vi phạm khác thì lập hồ sơ vụ việc với "
        "tên người đó.",
        "This inspection already belongs to case {number} against this party. For another violator, open a separate "
        "case.",
    ),
    "case_second_violator": (
        "Cuộc kiểm tra này đã có vụ việc {number}. Hãy ghi lý do lập thêm hồ sơ vụ việc với người vi phạm khác "
        "(khoản 3 Điều 12 Nghị định 118/2021/NĐ-CP).",
        "This inspection already has case {number}. Give the reason for another violator (Decree 118/2021 Art 12.3).",
    ),
    "case_team": (
        "Đoàn kiểm tra phải có ít nhất 2 công chức và Trưởng Đoàn có thẻ còn hiệu lực trong ngày kiểm tra (Điều 23 "
        "Pháp lệnh 11/2016/UBTVQH13).",
        "A team must have at least 2 officers, and its leader must have a card that is valid on the day of the "
        "inspection (Ordinance 11/2016 Art 23).",
    ),
    "case_conflict": (
        "Chưa xác nhận đoàn không có xung đột lợi ích (Điều 15 Thông tư 27/2020/TT-BCT).",
        "It was not confirmed that the team has no conflict of interest (Circular 27/2020 Art 15).",
    ),
    "case_inspection_open": (
        "Cuộc kiểm tra chưa kết thúc: biên bản kiểm tra chưa được trình (Điều 18 Thông tư 27/2020/TT-BCT).",
        "The inspection has not ended: its minutes are not submitted (Circular 27/2020 Art 18).",
    ),
    "case_inspection_unapproved": (
        "Hồ sơ kiểm tra chưa có ý kiến đồng ý. Hãy cho ý kiến trước khi ra quyết định, kết thúc vụ việc.",
        "The inspection file has no agreeing opinion yet. An opinion is needed before deciding or closing the case.",
    ),
    "case_paper_unknown": ("Vụ việc không có văn bản này.", "The case has no such paper."),
    "case_paper_missing": (
        "Chưa có văn bản «{form}» đã ký cho việc này.",
        "There is no signed “{form}” for this yet.",
    ),
    "case_findings_stand": (
        "Biên bản kiểm tra có ghi vi phạm: kết thúc bằng biên bản xác minh (MBB05) của người khác, hoặc ghi lý do tự "
        "làm, cấp trên kiểm tra sau.",
        "The inspection minutes record violations: close the case with verification minutes (MBB05) of another "
        "officer, or give the reason for acting alone; the level above checks afterwards.",
    ),
    "case_paper_state": (
        "Văn bản đang ở trạng thái khác nên không làm được. Hãy tải lại trang.",
        "The paper is in another state. Reload the page.",
    ),
    "case_paper_unsigned": (
        "Văn bản không mang chữ ký thì chưa ban hành được. Hãy in để ký trên bản giấy, rồi đưa bản quét vào.",
        "A paper without a signature cannot be issued. Print it, sign it by hand, then send its scan.",
    ),
    "case_scan_unknown": (
        "Không có bản quét này của văn bản. Hãy gửi lại bản quét.",
        "There is no such scan of this paper. Send the scan again.",
    ),
    "case_scan_same": (
        "Tệp này chính là bản quét đang chờ đối chiếu, nên không có gì thay đổi. Hãy chọn tệp khác.",
        "This file is the same scan that awaits comparison, so nothing changed. Choose another file.",
    ),
    "case_scan_other": (
        "Bản quét đã được thay bằng bản khác sau khi bạn xem. Hãy tải lại trang rồi đối chiếu.",
        "The scan that you looked at was replaced by another. Reload the page and compare again.",
    ),
    "case_compare_own": (
        "Người soạn, người ký và người gửi bản quét không tự đối chiếu. Hãy nhờ văn thư hoặc người khác trong vụ việc.",
        "The people who drafted or signed it, or sent the scan, cannot compare it. Ask the clerk or another officer.",
    ),
    "case_compare_parent": (
        "Đơn vị có từ ba người trở xuống: văn thư hoặc người của đơn vị cấp trên đối chiếu.",
        "The unit has three officers or fewer: the clerk or an officer of the unit above compares.",
    ),
    "case_paper_leaned_on": (
        "Đã có việc ghi theo văn bản số {number}: hãy đưa bản quét đúng vào, hoặc hủy bỏ văn bản bằng MQĐ40.",
        "Acts were already recorded on the basis of paper {number}: send the right scan, or annul it with MQĐ40.",
    ),
    "case_printed_by_other": (
        "Văn bản đã in để ký: người đứng tên ký hoặc người đứng đầu đơn vị bỏ; bản quét từng bị trả lại thì người đứng "
        "đầu bỏ.",
        "Printed for signing: the signer or the head can discard it; if a scan was returned, only the head.",
    ),
    "case_given_up_own": (
        "Bạn đã trả lại bản quét của văn bản này: người có thẩm quyền khác bỏ (hai người cùng xem).",
        "You returned its scan: another competent officer must discard it, so that two people have looked.",
    ),
    "case_ready_of_other": (
        "Văn bản đã trình người ký của đơn vị: chỉ người soạn hoặc người đứng đầu bỏ. Cần sửa thì trả lại người soạn.",
        "Finalised for the unit's signer: only the drafter or the head can discard it. To change it, return it.",
    ),
    "case_by_hand_open": (
        "Còn văn bản ký trên bản giấy chưa đối chiếu: {numbers}. Hãy đưa bản quét vào và đối chiếu trước.",
        "Papers signed by hand have not been compared yet: {numbers}. Send their scans and compare them first.",
    ),
    "case_compare_why": (
        "Hãy ghi bản quét khác bản in ở chỗ nào.",
        "State where the scan differs from the printed document.",
    ),
    "case_paper_form": (
        "Không có mẫu này hoặc phiên bản này.",
        "There is no such form, or version of it.",
    ),
    "case_paper_incomplete": (
        "Nội dung chưa đúng mẫu: {reason}.",
        "The content does not satisfy its form: {reason}.",
    ),
    "case_paper_changed": (
        "Nội dung đã thay đổi sau khi bạn xem. Hãy xem lại trước khi ký.",
        "The content changed after you saw it. Look again before you sign.",
    ),
    "case_statute_over": (
        "Đã hết thời hiệu xử phạt: {reason} (Điều 6 Luật Xử lý vi phạm hành chính). Chỉ còn buộc khắc phục hậu quả "
        "hoặc tịch thu.",
        "The limitation period is over: {reason} (Law on Handling Administrative Violations Art 6). Only remedies or "
        "confiscation remain.",
    ),
    "case_no_explanation_right": (
        "Vụ việc này không phát sinh quyền giải trình (Điều 61 Luật Xử lý vi phạm hành chính).",
        "There is no right to give an explanation in this case (Law on Handling Administrative Violations Art 61).",
    ),
    "case_explanation_right": (
        "Người vi phạm có quyền giải trình và thời hạn chưa hết: phải chờ hoặc có văn bản từ bỏ (Điều 61 Luật Xử lý vi "
        "phạm hành chính).",
        "The violator has the right to give an explanation and the time limit is not over: wait, or obtain a written "
        "waiver (Law on Handling Administrative Violations Art 61).",
    ),
    "case_explanation_late": (
        "Đã hết thời hạn yêu cầu giải trình (2 ngày làm việc nếu trực tiếp, 5 ngày làm việc nếu bằng văn bản; Điều 61 "
        "Luật Xử lý vi phạm hành chính).",
        "The time limit for requesting an explanation is over (2 working days for a hearing, 5 in writing; Law on "
        "Handling Administrative Violations Art 61).",
    ),
    "case_decision_late": (
        "Đã hết thời hạn ra quyết định xử phạt (Điều 66 Luật Xử lý vi phạm hành chính): không phạt nữa, chỉ tịch thu "
        "hoặc buộc khắc phục hậu quả (Điều 65).",
        "The time limit for the sanction decision is over (Law on Handling Administrative Violations Art 66): no "
        "fine, only confiscation or remedies (Art 65).",
    ),
    "case_not_competent": (
        "Vượt thẩm quyền của người ký: {reason}",
        "Beyond the signer's competence: {reason}",
    ),
    "case_signer_other": (
        "Văn bản ghi người ký là «{paper}», người đang ký là «{own}». Hãy trả lại dự thảo để sửa, hoặc để người được "
        "ghi tên ký.",
        "The paper names “{paper}” as its signer, but the person signing is “{own}”. Return the draft for "
        "correction, or let “{paper}” sign.",
    ),
    "case_delegation_other": (
        "Văn bản ghi căn cứ giao quyền «{paper}», sổ giao quyền có «{own}». Hãy trả lại dự thảo để sửa.",
        "The paper cites the delegation “{paper}”, but the register has “{own}”. Return the draft for correction.",
    ),
    "case_not_reckoned": (
        "Số tiền trên văn bản khác với phép tính mà văn bản mang theo, hoặc văn bản không có phép tính, nên không xét "
        "được thẩm quyền. Hãy lập lại từ trang xử phạt.",
        "The amounts on the paper differ from the calculation in it, or it has no calculation, so competence cannot "
        "be checked. Draft it again from the sanction page.",
    ),
    "case_acts_differ": (
        "Quyết định phải nói về đúng các hành vi trong biên bản vi phạm.",
        "The decision must be about exactly the violations in the minutes.",
    ),
    "case_computation_other": (
        "Kết quả tính khác với bản bạn đã xem. Hãy tính lại.",
        "The result differs from the one that you saw. Calculate again.",
    ),
    "case_on_spot": (
        "Không được xử phạt không lập biên bản: {reason} (Điều 56 Luật Xử lý vi phạm hành chính).",
        "A sanction without minutes is not possible: {reason} (Law on Handling Administrative Violations Art 56).",
    ),
    "case_remedy_not_provided": (
        "Nghị định không quy định «{reason}» đối với hành vi đã ghi nhận: không áp dụng được, kể cả khi không xử phạt "
        "(Điều 8.2 Nghị định 118/2021/NĐ-CP; khoản 2 Điều 65 Luật Xử lý vi phạm hành chính).",
        "The decree does not provide “{reason}” for the recorded act: it cannot be ordered, also without a sanction "
        "(Decree 118/2021 Art 8.2; Law on Handling Administrative Violations Art 65.2).",
    ),
    "case_remedy_why": (
        "Lý do không ra quyết định xử phạt chưa đúng: thời hạn hoặc thời hiệu vẫn còn (Điều 65 Luật Xử lý vi phạm hành "
        "chính).",
        "The reason for not sanctioning is wrong: the time to decide or the limitation period is not over (Law on "
        "Handling Administrative Violations Art 65).",
    ),
    "case_delivery": (
        "Chưa đủ điều kiện coi là đã giao: {reason} (Điều 70 Luật Xử lý vi phạm hành chính).",
        "It cannot be deemed delivered yet: {reason} (Law on Handling Administrative Violations Art 70).",
    ),
    "case_dates": ("Ngày không hợp lý: {reason}.", "The day is not plausible: {reason}."),
    "case_overpaid": (
        "Số tiền lớn hơn số còn phải nộp ({reason}). Hãy kiểm tra chứng từ.",
        "The amount is more than is left to pay ({reason}). Check the receipt.",
    ),
    "case_instalments": (
        "Không được nộp nhiều lần như vậy: {reason}.",
        "Such instalments are not possible: {reason}.",
    ),
    "case_remedy_index": (
        "Quyết định không có biện pháp này.",
        "The decision has no such measure.",
    ),
    "case_enforce_early": (
        "Chưa hết thời hạn tự nguyện thi hành (Điều 73 Luật Xử lý vi phạm hành chính).",
        "The time limit for voluntary compliance is not over (Law on Handling Administrative Violations Art 73).",
    ),
    "case_lapse_early": (
        "Chưa hết thời hiệu thi hành 1 năm (Điều 74 Luật Xử lý vi phạm hành chính).",
        "The one-year limitation period for execution is not over (Law on Handling Administrative Violations Art 74).",
    ),
    "case_not_done": (
        "Chưa thi hành xong: {reason}.",
        "Not fully executed yet: {reason}.",
    ),
    "case_informant": (
        "Phải thông báo kết quả cho người cung cấp thông tin, trừ khi họ yêu cầu khác "
        "(Điều 10 Thông tư 27/2020/TT-BCT).",
        "The informant must be informed of the result unless they asked otherwise (Circular 27/2020 Art 10).",
    ),
    "case_two_persons": (
        "Cần người thứ hai, hoặc lý do tự làm: hãy ghi lý do, cấp trên kiểm tra sau.",
        "A second person is needed, or the reason for acting alone: give the reason; the level above checks "
        "afterwards.",
    ),
    "case_reopen_asked": (
        "Chưa có đề nghị mở lại. Hãy ghi đề nghị; một người có thẩm quyền khác mở lại hồ sơ.",
        "Reopening has not been requested yet. Record the request; another competent officer reopens the file.",
    ),
    "case_reopen_own": (
        "Bạn là người đề nghị nên không tự mở lại. Hãy chuyển một người có thẩm quyền khác (đơn vị ít người: "
        "cấp trên).",
        "You made the request, so another competent officer must reopen the file (in a small unit: the level above).",
    ),
    "case_reopen_state": (
        "Hồ sơ mở lại ở đúng trạng thái trước khi lưu trữ.",
        "A file is reopened in the state that it had before archiving.",
    ),
    "case_extension": (
        "Không được gia hạn như vậy: {reason}",
        "Such an extension is not possible: {reason}",
    ),
    "case_number_not_held": (
        "Số này không còn được giữ cho văn bản: đã dùng hoặc đã hủy.",
        "This number is no longer reserved for the paper: it was used or voided.",
    ),
    "case_number_waiting": (
        "Còn số đã giữ mà chưa dùng cho văn bản {forms}: hãy ký, bỏ văn bản, hoặc hủy số kèm lý do "
        "(Điều 6 Thông tư 22/2021/TT-BCT).",
        "A number is reserved and not used for {forms}: sign, discard the paper, or void the number with a reason "
        "(Circular 22/2021 Art 6).",
    ),
    "case_minutes_stand": (
        "Biên bản không bị thay thế, hủy bỏ; lập MBB05 (khoản 8 Điều 58 Luật Xử lý vi phạm hành chính).",
        "Minutes cannot be replaced or annulled; make MBB05 (Law on Handling Administrative Violations Art 58.8).",
    ),
    "case_decision_stands": (
        "Quyết định không bị văn bản khác thay thế; dùng MQĐ38 (sửa đổi), MQĐ39 (đính chính) hoặc MQĐ40 (hủy bỏ).",
        "A decision cannot be replaced by another paper; use MQĐ38 (amend), MQĐ39 (correct) or MQĐ40 (annul).",
    ),
    "case_paper_not_named": (
        "{by} không nêu đúng số, ngày của văn bản này. Hãy soạn lại từ văn bản cần sửa, hủy.",
        "{by} does not give the number and day of this paper correctly. Draft it again from the paper that it changes.",
    ),
    "case_paper_scope": (
        "Hủy toàn bộ bằng MQĐ40 “hủy bỏ toàn bộ”; hủy một phần, sửa đổi, đính chính thì quyết định cũ còn hiệu lực.",
        "Only an MQĐ40 “in whole” annuls the decision; amended, corrected or annulled in part, it stays in force.",
    ),
    "case_decision_gone": (
        "Quyết định số {number} không còn hiệu lực ({by}). Chỉ còn ghi việc hủy bỏ, trả tang vật, lưu trữ.",
        "Decision {number} is no longer in force ({by}). What is left: record the annulment, return exhibits, archive.",
    ),
    "case_no_new_decision": (
        "Căn cứ hủy bỏ này không để ra quyết định mới (khoản 3 Điều 13 Nghị định 118/2021/NĐ-CP).",
        "After an annulment on this ground, no new decision can be made (Decree 118/2021 Art 13.3).",
    ),
    "case_verified_before": (
        "Biên bản xác minh (MBB05) phải lập sau ngày hủy bỏ, và ngày ghi ở đây là ngày của biên bản "
        "(khoản 3 Điều 15 Nghị định 118/2021/NĐ-CP).",
        "The verification minutes (MBB05) must be made after the annulment, and the day entered here is their day "
        "(Decree 118/2021 Art 15.3).",
    ),
    "case_verified_first": (
        "Sau khi hủy bỏ, lập biên bản xác minh (MBB05) trước khi ra quyết định (khoản 3 Điều 15 Nghị định "
        "118/2021/NĐ-CP).",
        "After the annulment make verification minutes (MBB05) before a decision (Decree 118/2021 Art 15.3).",
    ),
    "case_remedies_only": (
        "Quyết định cũ bị hủy theo Điều 65 Luật Xử lý vi phạm hành chính: chỉ tịch thu hoặc buộc khắc phục hậu quả.",
        "Annulled under Art 65 of the Law on Handling Administrative Violations: only confiscation or remedies.",
    ),
    **ON_SEALS,
    "case_outcome": (
        "Không kết thúc được vụ việc với kết quả này ở trạng thái hiện tại.",
        "The case cannot be closed with this result in its present state.",
    ),
}


def refusal(code: str, reason: Text | None = None, **detail: Any) -> Refuse:
    """Build a refusal of the record handler of cases. `reason` goes into the sentence in its language.

    All else that the sentence names comes from `detail`, which programs read too: numbers, names,
    amounts. What is written differently in the two languages is a Text; programs read its
    Vietnamese. A state, a moment or an id is no word for people: give it as `reason`, in words.
    """
    vi, en = _REFUSALS[code]
    told = {name: one.vi if isinstance(one, Text) else one for name, one in detail.items()}
    english = {name: one.en if isinstance(one, Text) else one for name, one in detail.items()}
    words = told if reason is None else told | {"reason": reason.vi}
    said = english if reason is None else english | {"reason": reason.en}
    return Refuse(code=code, text=Text(vi=vi.format(**words), en=en.format(**said)), detail=told)


def not_now(state: CaseState) -> Refuse:
    """Refuse an act that the state table does not allow. People read the state in words, programs the code."""
    return refusal("case_not_now", STATES[state], state=str(state))
