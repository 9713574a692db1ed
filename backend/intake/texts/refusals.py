"""Why an act of an information is refused, and what to do next."""

from typing import Any

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text


def _text(vi: str, en: str) -> Text:
    return Text(vi=vi, en=en)


TEXTS: dict[str, Text] = {
    "unknown": _text(
        "Không có thông tin này trong phạm vi của bạn. Hãy tải lại trang.",
        "There is no such information in your scope. Reload the page.",
    ),
    "known": _text(
        "Thông tin này đã được đăng ký. Hãy mở thông tin trong danh sách.",
        "This information is registered already. Open it from the list.",
    ),
    "not_from_phone": _text(
        "Việc này làm tại bàn làm việc. Hãy mở thông tin trên máy tính.",
        "This is done at the desk. Open the information on a computer.",
    ),
    "by_system_only": _text(
        "Chỉ hệ thống ghi việc này, khi hồ sơ liên quan thay đổi.",
        "Only the system writes this, when the linked record changes.",
    ),
    "not_receiver": _text(
        "Vai trò của bạn không tiếp nhận thông tin. Hãy chuyển cho văn thư hoặc người trực của đơn vị.",
        "Your role takes no information in. Hand it to the clerk or the officer on duty.",
    ),
    "not_head": _text(
        "Việc này thuộc người đứng đầu đơn vị đang xử lý hoặc cấp trên (Điều 9 Thông tư 27/2020/TT-BCT).",
        "This is for the head of the unit that handles it, or of one above (Circular 27/2020 Art 9).",
    ),
    "not_verifier": _text(
        "Chỉ người được giao xác minh hoặc người đứng đầu ghi kết quả. Hãy đề nghị người đứng đầu giao việc.",
        "Only officers who verify it, or the head, record what was found. Ask the head to assign you.",
    ),
    "not_worker": _text(
        "Chỉ người tiếp nhận, người được giao xác minh hoặc người đứng đầu làm việc này.",
        "Only its receiver, officers who verify it, or the head do this.",
    ),
    "in_line": _text(
        "Bạn được mở trực tiếp, không phải đề nghị. Hãy mở từ trang của thông tin.",
        "You may open it yourself and need not ask. Open it from the information's page.",
    ),
    "not_in_line": _text(
        "Người xác nhận là người tiếp nhận hoặc người đứng đầu đơn vị xử lý, khác người đề nghị.",
        "The receiver or the head of the unit answers it, and never its asker.",
    ),
    "other_nature": _text(
        "Việc này không dành cho loại thông tin này. Hãy phân loại lại nếu thông tin có tính chất khác.",
        "This is not for information of this nature. Classify it anew if it is of another one.",
    ),
    "state": _text(
        "Thông tin đang ở tình trạng khác nên chưa làm được việc này. Hãy tải lại trang để xem tình trạng hiện nay.",
        "The information is in another state, so this cannot be done now. Reload the page to see where it is.",
    ),
    "officers_unknown": _text(
        "Chỉ giao xác minh cho công chức đang công tác tại đơn vị xử lý hoặc cấp dưới, không bị nêu trong thông tin.",
        "Only active officers of the unit or below, whom the information does not name, are assigned to verify it.",
    ),
    "term_earlier": _text(
        "Hạn mới phải sau hạn hiện nay. Hãy chọn ngày khác.",
        "The new term must end after the present one. Choose another day.",
    ),
    "verify_first": _text(
        "Thông tin từ nguồn này phải được thu thập, thẩm tra, xác minh trước khi đề xuất kiểm tra (khoản 3 Điều 8 "
        "Thông tư 27/2020/TT-BCT). Hãy giao xác minh và ghi kết quả.",
        "Information from this source is collected and verified before an inspection is proposed (Circular 27/2020 "
        "Art 8.3). Assign its verification and record what was found.",
    ),
    "record_unknown": _text(
        "Không có hồ sơ này trong phạm vi của bạn. Hãy kiểm tra lại số.",
        "There is no such record in your scope. Check the number.",
    ),
    "unit_unknown": _text(
        "Đơn vị nhận không có, đã giải thể hoặc chính là đơn vị đang xử lý. Hãy chọn đơn vị khác.",
        "The receiving unit does not exist, was closed, or is the one that has it. Choose another one.",
    ),
    "unit_elsewhere": _text(
        "Đơn vị xử lý phải là đơn vị của bạn, cấp trên hoặc cấp dưới. Hãy đăng ký tại đơn vị mình rồi chuyển.",
        "The unit must be yours, one above or one below. Register it in your unit, then forward it.",
    ),
    "stays_above": _text(
        "Thông tin về công chức do cấp trên trực tiếp xử lý, không chuyển ngang hoặc xuống dưới.",
        "Information about an officer stays with the unit above, and is not passed sideways or down.",
    ),
    "about_officer_unit": _text(
        "Thông tin về công chức phải do đơn vị cấp trên của người bị nêu xử lý. Hãy tải lại trang rồi đăng ký lại.",
        "Information about an officer is for the unit above the officer's. Reload the page and register it again.",
    ),
    "named_or_unnamed": _text(
        "Đã chọn công chức thì không ghi là chưa rõ ai. Hãy bỏ một trong hai.",
        "Officers are chosen, so it cannot be unknown whom it is about. Take one of the two back.",
    ),
    "told_how": _text(
        "Hãy ghi cả ngày và cách báo người cung cấp thông tin, hoặc để trống cả hai.",
        "State both the day and the way in which the informant was told, or neither.",
    ),
    "before_receipt": _text(
        "Ngày ghi không thể trước ngày nhận thông tin. Hãy kiểm tra lại ngày.",
        "The day cannot be before the receipt of the information. Check it.",
    ),
    "told_in_writing": _text(
        "Kết quả được thông báo bằng văn bản (khoản 1 Điều 10 Thông tư 27/2020/TT-BCT). Hãy lập thông báo, hoặc ghi "
        "vào ghi chú rằng người cung cấp thông tin yêu cầu được báo bằng cách khác.",
        "The result is told in writing (Circular 27/2020 Art 10.1). Make a notice, or write into the note that the "
        "informant asked to be told in another way.",
    ),
    "withdrawn_head": _text(
        "Việc rút tố cáo, khiếu nại được ghi lại; người giải quyết quyết định đình chỉ hay giải quyết tiếp (Điều 33, "
        "Điều 34 Luật Tố cáo; Điều 10 Luật Khiếu nại). Hãy tải lại trang rồi ghi việc rút.",
        "The withdrawal of a denunciation or complaint is noted, and who resolves it decides whether it ends or goes "
        "on (Law on Denunciations Arts 33, 34; Law on Complaints Art 10). Reload the page and note it.",
    ),
    "not_withdrawn": _text(
        "Không có việc rút nào chờ quyết định. Hãy tải lại trang.",
        "No withdrawal waits for a decision. Reload the page.",
    ),
    "withdrawal_in_writing": _text(
        "Chỉ đình chỉ khi việc rút đã được lập thành văn bản có chữ ký hoặc điểm chỉ (khoản 1 Điều 33 Luật Tố cáo, "
        "Điều 4 Nghị định 31/2019/NĐ-CP, Điều 10 Luật Khiếu nại). Hãy lấy đơn rút hoặc lập biên bản rồi "
        "chọn ở ô “Đã rút bằng”.",
        "It ends only if it was taken back in writing, with a signature or fingerprint (Law on Denunciations Art 33.1, "
        "Decree 31/2019 Art 4, Law on Complaints Art 10). Get the letter or make minutes, and choose which below.",
    ),
    "complaint_ends": _text(
        "Lý do này chỉ dành cho tố cáo (khoản 3 Điều 33 Luật Tố cáo). Khiếu nại đã rút thì đình chỉ, hoặc giải quyết "
        "phần không rút.",
        "This ground is one of denunciations alone (Law on Denunciations Art 33.3). A complaint that was taken back "
        "ends, or the rest of it is resolved.",
    ),
    "before_withdrawal": _text(
        "Ngày quyết định không thể trước ngày rút. Hãy kiểm tra lại ngày.",
        "The decision cannot be before the withdrawal. Check the day.",
    ),
    "decide_withdrawal": _text(
        "Người gửi đã rút. Hãy quyết định về việc rút trước khi kết luận (khoản 1 Điều 33 Luật Tố cáo).",
        "Its sender took it back. Decide on the withdrawal before the conclusion (Law on Denunciations Art 33.1).",
    ),
    "anonymous": _text(
        "Không rõ người gửi thì không thụ lý (Điều 25, Điều 29 Luật Tố cáo; Điều 11 Luật Khiếu nại). Nội dung rõ, có "
        "chứng cứ thì phân loại thành tin báo để kiểm tra (khoản 2 Điều 25 Luật Tố cáo).",
        "What nobody signed is not accepted (Law on Denunciations Arts 25, 29; Law on Complaints Art 11). If it is "
        "clear and has proof, classify it as a tip to be inspected (Law on Denunciations Art 25.2).",
    ),
    "withdrawn_already": _text(
        "Việc rút đã được ghi. Không cần ghi lại.",
        "The withdrawal is on record. Nothing more is needed.",
    ),
    "linked_already": _text(
        "Hai hồ sơ đã được liên kết. Không cần liên kết lại.",
        "The records are linked already. Nothing more is needed.",
    ),
    "not_linked": _text(
        "Hai hồ sơ không còn liên kết. Hãy tải lại trang.",
        "The records are not linked any more. Reload the page.",
    ),
    "merge_into_gone": _text(
        "Thông tin nhận đã nhập vào thông tin khác hoặc đã tách. Hãy chọn thông tin đang xử lý.",
        "That information went up in another one or was split. Choose one that goes on.",
    ),
    "merge_unlike": _text(
        "Chỉ nhập thông tin cùng tính chất và cùng nêu những công chức như nhau. Hãy liên kết thay vì nhập.",
        "Only information of the same nature, about the same officers, is merged. Link them instead.",
    ),
    "nature_same": _text(
        "Thông tin đã thuộc loại này. Hãy chọn loại khác.",
        "It is of this nature already. Choose another one.",
    ),
    "verifies_already": _text(
        "Đã giao xác minh như tin báo. Hãy ghi kết quả xác minh trước, rồi đăng ký đơn thành hồ sơ riêng.",
        "It is verified as a tip. Record what was found first, then register the letter as a record of its own.",
    ),
    "about_needed": _text(
        "Hãy ghi khiếu nại về quyết định, hành vi nào.",
        "State which decision or act the complaint is against.",
    ),
    "accept_first": _text(
        "Chưa thụ lý. Hãy ghi việc thụ lý trước.",
        "It is not accepted yet. Record its acceptance first.",
    ),
    "accepted_already": _text(
        "Đã thụ lý. Hãy ghi việc giải quyết.", "It is accepted already. Record how it is resolved."
    ),
    "extended_already": _text(
        "Luật không cho gia hạn thêm lần nữa. Hãy xử lý trong thời hạn còn lại.",
        "The law gives no further extension. Act within the time that runs.",
    ),
    "resume_first": _text(
        "Việc giải quyết tố cáo đang tạm đình chỉ. Hãy ghi quyết định tiếp tục giải quyết trước (khoản 2 Điều 34 Luật "
        "Tố cáo).",
        "Its resolution is suspended. Enter the decision by which it goes on first (Law on Denunciations Art 34.2).",
    ),
    "suspended_already": _text(
        "Tố cáo này đang tạm đình chỉ. Không cần ghi lại.",
        "It is suspended already. Nothing more is needed.",
    ),
    "suspended_before": _text(
        "Ngày tạm đình chỉ không thể trước ngày thụ lý hoặc ngày tiếp tục giải quyết lần trước. Hãy kiểm tra lại ngày.",
        "It cannot be suspended before its acceptance, or before it last went on. Check the day.",
    ),
    "suspension_told": _text(
        "Quyết định tạm đình chỉ đã được ghi là đã gửi. Không cần ghi lại.",
        "It is on record that the decision to suspend was sent. Nothing more is needed.",
    ),
    "told_before_suspension": _text(
        "Ngày gửi không thể trước ngày quyết định tạm đình chỉ. Hãy kiểm tra lại ngày.",
        "The decision to suspend cannot be sent before its day. Check the day.",
    ),
    "not_suspended": _text(
        "Tố cáo này không tạm đình chỉ. Hãy tải lại trang.",
        "It is not suspended. Reload the page.",
    ),
    "resumed_before": _text(
        "Ngày tiếp tục giải quyết không thể trước ngày tạm đình chỉ. Hãy kiểm tra lại ngày.",
        "It cannot go on before the day of its suspension. Check the day.",
    ),
    "no_order": _text(
        "Thông tin này không theo văn bản của cấp trên (nguồn a). Hãy tải lại trang.",
        "This information does not rest on the order of a superior (source a). Reload the page.",
    ),
    "order_same": _text(
        "Chưa sửa gì: văn bản và dấu chọn như đã ghi. Hãy sửa rồi ghi lại.",
        "Nothing was changed: the order and the tick are as recorded. Change it and record it again.",
    ),
    "before_acceptance": _text(
        "Ngày giải quyết không thể trước ngày thụ lý. Hãy kiểm tra lại ngày.",
        "It cannot be resolved before its acceptance. Check the day.",
    ),
    "acceptance_told": _text(
        "Việc thụ lý đã được báo cho người tố cáo. Không cần ghi lại.",
        "The denouncer was told of the acceptance already. Nothing more is needed.",
    ),
    "told_before_acceptance": _text(
        "Ngày báo không thể trước ngày thụ lý. Hãy kiểm tra lại ngày.",
        "The acceptance cannot be told before it. Check the day.",
    ),
    "before_resolution": _text(
        "Ngày gửi không thể trước ngày giải quyết. Hãy kiểm tra lại ngày.",
        "The result cannot be sent before it was made. Check the day.",
    ),
    "sent_already": _text(
        "Kết quả đã được gửi. Không cần ghi lại.",
        "The result was sent already. Nothing more is needed.",
    ),
    "appealed_already": _text(
        "Đã có khiếu nại lần hai. Sau lần hai chỉ còn khởi kiện tại Tòa án.",
        "There is a second complaint already. After it only a court remains.",
    ),
    "nobody_known": _text(
        "Thông tin nặc danh: không có danh tính để mở.",
        "It is anonymous: there is no identity to open.",
    ),
    "asked_already": _text(
        "Bạn đã đề nghị và đang chờ, hoặc đang được mở. Hãy tải lại trang.",
        "You asked already and wait, or may open it now. Reload the page.",
    ),
    "not_asked": _text(
        "Không có đề nghị nào chờ trả lời. Hãy tải lại trang.",
        "No request waits for an answer. Reload the page.",
    ),
    "granted_long": _text(
        "Chỉ cho mở trong 24 giờ. Hãy chọn thời điểm sớm hơn.",
        "It may be opened for 24 hours at most. Choose an earlier end.",
    ),
    "order_needed": _text(
        "Nguồn này cần văn bản: hãy ghi cơ quan ban hành, số và ngày.",
        "This source needs its paper: state who issued it, its number and its day.",
    ),
}


def refusal(key: str, **detail: Any) -> Refuse:
    """Return the refusal of this key. Raises KeyError for one that is not here."""
    return Refuse(code=f"information_{key}", text=TEXTS[key], detail=detail)
