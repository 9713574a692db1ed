"""Why an act of a submission, a route or an absence is refused, and what to do next."""

from typing import Any

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

TEXTS: dict[str, Text] = {
    "unknown": Text(
        vi="Không có phiếu trình này. Hãy tải lại trang.",
        en="There is no such submission. Reload the page.",
    ),
    "not_from_phone": Text(
        vi="Việc này làm tại bàn làm việc hoặc do hệ thống ghi.",
        en="This is done at the desk or written by the system.",
    ),
    "by_system_only": Text(
        vi="Chỉ hệ thống ghi việc này, khi hồ sơ gốc thay đổi.",
        en="Only the system writes this, when the record itself changes.",
    ),
    "subject_gone": Text(
        vi="Không còn văn bản hoặc hồ sơ để trình. Hãy mở lại trang của hồ sơ.",
        en="The paper or file to submit is gone. Open the record's page again.",
    ),
    "subject_not_ready": Text(
        vi="Nội dung chưa hoàn thành để trình. Hãy hoàn thành rồi trình lại.",
        en="Its content is not ready to be submitted. Complete it, then submit.",
    ),
    "not_worker": Text(
        vi="Chỉ người đang xử lý hồ sơ được trình. Hãy đề nghị thủ trưởng giao hồ sơ cho bạn.",
        en="Only an officer who works on the record submits it. Ask the head to assign it to you.",
    ),
    "already_waiting": Text(
        vi="Nội dung này đã trình và đang chờ. Hãy xem phiếu trình đang chờ.",
        en="This was submitted and waits. See the submission that waits.",
    ),
    "refused_unchanged": Text(
        vi="Nội dung này đã có ý kiến không đồng ý và không đổi phần nào quan trọng (người, hành vi, điều khoản, số "
        "tiền, hình thức, biện pháp, tang vật, thời hạn, người ký). Hãy sửa, hoặc ghi vào phiếu trình lý do trình "
        "lại, ít nhất {least} chữ cái, khác lần trước.",
        en="Somebody said no to this, and nothing material changed (party, act, provision, amount, penalty, remedy, "
        "goods, term, signer). Change it, or give the reason for submitting it again in the note: at least {least} "
        "letters, and not those of the time before.",
    ),
    "route_other": Text(
        vi="Quy trình phê duyệt vừa thay đổi. Hãy tải lại trang rồi trình lại.",
        en="The route has just changed. Reload the page and submit again.",
    ),
    "not_waiting": Text(
        vi="Phiếu trình không còn chờ ý kiến. Hãy tải lại trang để xem tình trạng hiện nay.",
        en="The submission no longer waits for an answer. Reload the page to see where it stands.",
    ),
    "changed_since": Text(
        vi="Nội dung đã thay đổi sau khi bạn mở. Hãy xem lại nội dung hiện nay rồi cho ý kiến.",
        en="The content changed after you opened it. Look at it as it is now, then answer.",
    ),
    "not_seen": Text(
        vi="Bạn chưa xem nội dung này nên chưa ghi gì. Hãy xem nội dung dưới đây rồi quyết định.",
        en="This content was not before you, so nothing was recorded. Look at it below, then decide.",
    ),
    "not_yours": Text(
        vi="Bước này chờ người khác. Nếu cần, đề nghị người đó chuyển cho bạn hoặc cấp trên nhận xử lý.",
        en="This step waits for somebody else. Ask for it to be handed on, or for the level above to take it over.",
    ),
    "own_work": Text(
        vi="Người soạn hoặc trình không cho ý kiến về chính nội dung của mình. Hãy chuyển cho người khác.",
        en="Who drafted or submitted it gives no opinion on it. Hand it on to somebody else.",
    ),
    "not_submitter": Text(
        vi="Chỉ người trình hoặc người soạn làm được việc này.",
        en="Only who submitted or drafted it does this.",
    ),
    "not_returned": Text(
        vi="Phiếu trình không ở chỗ người trình. Hãy tải lại trang.",
        en="The submission is not with its submitter. Reload the page.",
    ),
    "step_other": Text(
        vi="Bước này không nhận loại ý kiến đó, hoặc đã có ý kiến. Hãy tải lại trang.",
        en="The step takes no such answer, or has one already. Reload the page.",
    ),
    "checks_missing": Text(
        vi="Phiếu kiểm tra pháp chế chưa được trả lời. Hãy trả lời từng câu hỏi.",
        en="The legal check-sheet is not answered. Answer each question.",
    ),
    "checks_other": Text(
        vi="Câu trả lời không thuộc phiếu kiểm tra đã ban hành, hoặc một câu được trả lời hai lần. Hãy tải lại trang.",
        en="These are no answers to the published check-sheet, or one question has two. Reload the page.",
    ),
    "checks_version": Text(
        vi="Phiếu kiểm tra pháp chế đã có phiên bản khác. Hãy tải lại trang và trả lời phiếu hiện nay.",
        en="The check-sheet has another version. Reload the page and answer the one in force.",
    ),
    "check_reason": Text(
        vi="Câu hỏi nào không đạt thì ghi chú rõ vì sao.",
        en="Where a question is not met, its note says why.",
    ),
    "opinion_reason": Text(
        vi="Ý kiến không nhất trí cần nêu lý do.",
        en="An opinion against needs its reason.",
    ),
    "advice_only": Text(
        vi="Bước này chỉ cho ý kiến, không từ chối được. Hãy nêu ý kiến hoặc trả lại.",
        en="This step advises and cannot refuse. Give the opinion, or return it.",
    ),
    "outside_refuses": Text(
        vi="Bước này chờ cơ quan khác trả lời. Hãy nhập trả lời kèm bản quét, hoặc trả lại người trình.",
        en="This step waits for another authority. Enter its answer with the scan, or return it.",
    ),
    "outside_two_persons": Text(
        vi="Người soạn hoặc trình không nhập trả lời của cơ quan khác. Hãy đề nghị văn thư hoặc người thứ hai nhập.",
        en="Who drafted or submitted it does not enter the other authority's answer. Ask the clerk or a second person.",
    ),
    "not_sent": Text(
        vi="Chưa ghi việc gửi hồ sơ đến cơ quan khác. Hãy ghi số và ngày của văn bản gửi trước.",
        en="It is not recorded that anything was sent. Enter the number and day of the letter first.",
    ),
    "sent_other": Text(
        vi="Nội dung đã sửa sau khi gửi. Hãy gửi lại nội dung hiện nay rồi nhập trả lời cho nội dung đó.",
        en="The content changed after it was sent. Send it as it is now, then enter the answer to that.",
    ),
    "answered_before": Text(
        vi="Ngày trả lời sớm hơn ngày gửi. Hãy xem lại ngày trên văn bản trả lời.",
        en="The answer is dated before the letter. Look at the day on the answer again.",
    ),
    "letter_missing": Text(
        vi="Hãy ghi nơi nhận và số của văn bản gửi.",
        en="Give the receiver and the number of the letter.",
    ),
    "answer_missing": Text(
        vi="Hãy ghi số và người ký của văn bản trả lời.",
        en="Give the number and the signer of the answer.",
    ),
    "outside_reason": Text(
        vi="Cơ quan không chấp thuận thì phải ghi lý do nêu trong văn bản trả lời.",
        en="Where the authority does not approve, give the reason that its answer states.",
    ),
    "scan_unknown": Text(
        vi="Không tìm thấy bản quét này của phiếu trình. Hãy chọn lại tệp rồi gửi lại.",
        en="There is no such scan of this submission. Choose the file again and send it.",
    ),
    "package_unknown": Text(
        vi="Không tìm thấy gói hồ sơ này của phiếu trình. Hãy tạo gói mới rồi chọn lại.",
        en="There is no such package of this submission. Make a new one and choose it.",
    ),
    "route_outside": Text(
        vi="Nội dung này không gửi cơ quan khác, hoặc cơ quan khác không phải "
        "bước cuối. Hãy thêm bước phê duyệt hoặc ký.",
        en="This is not sent to another authority, or not as the last step. Add a step that approves or signs.",
    ),
    "without_other": Text(
        vi="Vừa có thêm ý kiến ở bước trước. Hãy tải lại trang để xem rồi quyết định.",
        en="An earlier step was answered meanwhile. Reload the page, look, then decide.",
    ),
    "without_reason": Text(
        vi="Còn bước trước chưa có ý kiến và chưa hết hạn. Hãy chờ, hoặc nêu lý do không chờ.",
        en="An earlier step has no opinion yet and has time left. Wait, or give the reason for not waiting.",
    ),
    "step_first": Text(
        vi="Quy trình còn bước phải có kết quả trước. Hãy chờ kết quả, hoặc đề nghị cấp trên nhận xử lý bước đó.",
        en="A step of the route must have an outcome first. Wait for it, or ask the level above to take it over.",
    ),
    "withdrawn_first": Text(
        vi="Dự thảo này đã được rút, chưa trình lại. Hãy mở lại phiếu trình hoặc soạn lại để trình.",
        en="This draft was withdrawn and not submitted again. Reopen its submission, or draft it anew.",
    ),
    "not_above": Text(
        vi="Chỉ lãnh đạo cấp trên nhận xử lý thay, hoặc lãnh đạo đơn vị khi đã quá hạn.",
        en="Only a head of a unit above takes it over, or a head of the unit once it is overdue.",
    ),
    "circle": Text(
        vi="Người này đã chuyển bước này đi. Không chuyển vòng lại; hãy chọn người khác.",
        en="This officer handed the step on. It does not go in a circle; choose somebody else.",
    ),
    "target_same": Text(
        vi="Bước này đang chờ chính người đó.",
        en="The step waits for that very person already.",
    ),
    "target_role": Text(
        vi="Bước này chỉ chuyển cho người cùng nhiệm vụ (ví dụ pháp chế) của đơn vị hoặc cấp trên. "
        "Hãy chọn người khác.",
        en="This step is handed only to an officer with the same duty (e.g. legal) of the unit or above. Choose "
        "another.",
    ),
    "target_head": Text(
        vi="Bước quyết định của lãnh đạo chỉ chuyển cho lãnh đạo (cấp phó, đội trưởng) của đơn vị hoặc cấp trên. "
        "Hãy chọn người khác.",
        en="A head's decision is handed only to a head (a deputy, a team leader) of the unit or above. Choose another.",
    ),
    "target_unknown": Text(
        vi="Không tìm thấy người nhận đang làm việc. Hãy chọn người khác trong danh sách.",
        en="The receiver is not an active officer. Choose another from the list.",
    ),
    "legal_only": Text(
        vi="Phiếu kiểm tra pháp chế chỉ do người làm công tác pháp chế của đơn vị hoặc cấp trên trả lời. Hết hạn mà "
        "chưa có ý kiến thì phiếu trình tự chuyển tiếp.",
        en="A legal check is answered by a legal officer of the unit or above. Once its time is over without an "
        "answer, the submission passes on by itself.",
    ),
    "not_closed": Text(
        vi="Chỉ mở lại phiếu đã bị từ chối hoặc đã rút.",
        en="Only a submission that was refused or withdrawn is reopened.",
    ),
    "not_over": Text(
        vi="Bước này chưa hết hạn.",
        en="The time of this step is not over.",
    ),
    "route_unknown": Text(
        vi="Không có bản dự thảo quy trình này, hoặc đã có trả lời. Hãy tải lại trang.",
        en="There is no such draft of a route, or it was answered. Reload the page.",
    ),
    "route_waiting": Text(
        vi="Quy trình này đã có một dự thảo đang chờ ban hành.",
        en="A draft of this route already waits to be published.",
    ),
    "route_two_persons": Text(
        vi="Người soạn không tự ban hành quy trình. Hãy đề nghị người thứ hai.",
        en="Who drafted a route does not publish it. Ask a second person.",
    ),
    "route_over": Text(
        vi="Quy trình này đã hết hiệu lực từ ngày đó. Để áp dụng lại, hãy soạn phiên bản mới cho người khác ban hành.",
        en="This route has ended by that day. To use it again, draft a new version for a second person to publish.",
    ),
    "route_legal_check": Text(
        vi="Quy trình của cấp trên có bước pháp chế kiểm tra mà dự thảo này bỏ. Hãy thêm bước đó, hoặc đề nghị cấp "
        "trên ban hành.",
        en="The route of a unit above has a legal check that this draft leaves out. Add it, or ask the level above "
        "to publish.",
    ),
    "route_two_end": Text(
        vi="Chấm dứt quy trình cần hai người như khi ban hành: một người đề nghị, người khác quyết định.",
        en="Ending a route takes two people, as publishing does: one proposes it, another decides.",
    ),
    "route_later": Text(
        vi="Đã ban hành phiên bản áp dụng từ {day}. Phiên bản khác phải áp dụng từ ngày đó hoặc sớm hơn, và sẽ thay "
        "phiên bản ấy.",
        en="A version that begins on {day} is published already. Another one begins on that day or before, and takes "
        "its place.",
    ),
    "route_ends_before": Text(
        vi="Quy trình này hết áp dụng từ {day}. Phiên bản mới phải áp dụng trước ngày đó, để không ngày nào thiếu "
        "quy trình.",
        en="This route ends on {day}. A new version begins before that day, so that no day is without any.",
    ),
    "route_end_reason": Text(
        vi="Cần nêu lý do chấm dứt quy trình.",
        en="Say why the route is to end.",
    ),
    "route_not_yours": Text(
        vi="Chỉ lãnh đạo, pháp chế hoặc quản trị của đơn vị ấy hoặc cấp trên làm được việc này.",
        en="Only a head, a legal officer or an administrator of that unit or one above does this.",
    ),
    "route_no_decision": Text(
        vi="Bước cuối của quy trình phải là đồng ý, phê duyệt, ký hoặc cơ quan khác quyết định.",
        en="The last step of a route agrees, approves, signs, or is another authority's decision.",
    ),
    "route_step_whole": Text(
        vi="Mỗi bước cần nêu đúng một người hoặc chức danh, và đúng một thời hạn.",
        en="Each step names exactly one person or office, and exactly one term.",
    ),
    "route_too_long": Text(
        vi="Tổng thời hạn các bước là {total} giờ, quá {most} giờ mà thời hạn theo luật cho phép "
        "(trừ một ngày làm việc).",
        en="The terms of the steps sum to {total} hours, more than the {most} that the legal limit "
        "less a working day allows.",
    ),
    "route_amounts": Text(
        vi="Số tiền từ phải nhỏ hơn số tiền đến.",
        en="The sum from must be below the sum to.",
    ),
    "route_past": Text(
        vi="Quy trình có hiệu lực sớm nhất từ hôm nay.",
        en="A route begins today at the earliest.",
    ),
    "absence_unknown": Text(
        vi="Không có lần vắng mặt này.",
        en="There is no such absence.",
    ),
    "absence_not_yours": Text(
        vi="Vắng mặt do chính người đó, lãnh đạo hoặc văn thư của đơn vị hay cấp trên nhập.",
        en="An absence is entered by the officer, or by a head or clerk of the unit or one above.",
    ),
    "absence_circle": Text(
        vi="Người xử lý thay cũng vắng và được chính người này xử lý thay. Hãy chọn người khác.",
        en="The stand-in is away too, and this officer stands in for them. Choose somebody else.",
    ),
    "absence_officer": Text(
        vi="Người vắng và người xử lý thay phải đang làm việc, và là hai người.",
        en="The absent officer and the stand-in must be active, and be two persons.",
    ),
    "absence_rank": Text(
        vi="Người xử lý thay lãnh đạo phải là lãnh đạo (cấp phó, đội trưởng). Hãy chọn người khác.",
        en="Who stands in for a head is a head too (a deputy, a team leader). Choose somebody else.",
    ),
    "absence_legal": Text(
        vi="Người xử lý thay pháp chế phải là pháp chế hoặc lãnh đạo, vì sẽ trả lời phiếu kiểm tra pháp chế. "
        "Hãy chọn người khác.",
        en="Who stands in for a legal officer is one too, or a supervisor, because the legal check waits for them. "
        "Choose somebody else.",
    ),
    "absence_head": Text(
        vi="Cấp phó không nhập vắng mặt của người đứng đầu đơn vị mình. Hãy để người đó, văn thư hoặc lãnh đạo cấp "
        "trên nhập.",
        en="A deputy does not enter the absence of the head of the own unit. Let the head, a clerk or a supervisor "
        "above enter it.",
    ),
    "absence_days": Text(
        vi="Ngày cuối không được trước ngày đầu, và không được ở quá khứ.",
        en="The last day is not before the first, and not in the past.",
    ),
    "absence_long": Text(
        vi="Một lần vắng mặt dài nhất {most} ngày. Vắng lâu hơn thì cần quyết định về chức vụ: đề nghị người quản trị "
        "nhập quyết định giao nhiệm vụ cho người thay.",
        en="An absence lasts {most} days at most. For longer, a decision about the post is needed: ask an "
        "administrator to enter the decision that appoints another.",
    ),
    "absence_far": Text(
        vi="Vắng mặt chỉ nhập trước tối đa {most} ngày. Hãy nhập khi gần đến ngày đó.",
        en="An absence is entered at most {most} days ahead. Enter it nearer to that day.",
    ),
    "absence_self": Text(
        vi="Người nhập không tự xử lý thay người khác. Hãy để người vắng, lãnh đạo hoặc văn thư khác nhập.",
        en="Nobody enters themselves as another's stand-in. Let the absent officer or another head or clerk enter it.",
    ),
    "absence_end": Text(
        vi="Ngày trở lại phải sớm hơn ngày đã nhập, chậm nhất là ngày cuối của lần vắng.",
        en="The first day back is before the one entered, and the last day of the absence at the latest.",
    ),
    "absence_over": Text(
        vi="Lần vắng mặt này đã kết thúc.",
        en="This absence is over.",
    ),
}
"""By the code without its prefix `approval_`."""


def refusal(code: str, **detail: Any) -> Refuse:
    """Return a refusal. Raises KeyError for a code that has no text."""
    text = TEXTS[code]
    if detail:
        text = Text(vi=text.vi.format(**detail), en=text.en.format(**detail))
    return Refuse(code=f"approval_{code}", text=text, detail=detail)
