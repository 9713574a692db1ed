"""Words of the pages that link, merge and split informations, add to them, and propose an inspection."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "relating.link_title": Text(vi="Gắn với hồ sơ khác", en="Link to another record"),
    "relating.link_said": Text(
        vi="Gắn thông tin với một vụ việc, một cuộc kiểm tra hoặc một thông tin khác. Hai bên hiện liên kết "
        "của nhau cho những người được xem.",
        en="Links the information to a case, an inspection or another information. Both show the link to those who "
        "may see them.",
    ),
    "relating.kind": Text(vi="Gắn với", en="Link to"),
    "relating.number": Text(vi="Số hồ sơ", en="Number of the record"),
    "relating.number_hint": Text(
        vi="Số vụ việc, số quyết định kiểm tra, hoặc số thông tin.",
        en="The number of the case, of the inspection decision, or of the information.",
    ),
    "relating.number_unknown": Text(
        vi="Không thấy hồ sơ nào có số này trong phạm vi của bạn.",
        en="No record in your sight has this number.",
    ),
    "relating.kind_needed": Text(vi="Chọn loại hồ sơ.", en="Choose the kind of record."),
    "relating.reason": Text(vi="Lý do", en="Reason"),
    "relating.reason_needed": Text(
        vi="Cần nêu lý do, từ 3 đến 2000 ký tự.", en="Give a reason of 3 to 2000 characters."
    ),
    "relating.link_go": Text(vi="Gắn với hồ sơ này", en="Link to this record"),
    "relating.unlink_title": Text(vi="Bỏ gắn?", en="Take the link back?"),
    "relating.unlink_said": Text(
        vi="Liên kết với {kind} {number} không hiện nữa; việc gắn và bỏ gắn vẫn còn trong quá trình xử lý.",
        en="The link to the {kind} {number} is no longer shown; both acts stay in the timeline.",
    ),
    "relating.unlink_go": Text(vi="Bỏ gắn", en="Take the link back"),
    "relating.merge_title": Text(vi="Gộp thông tin số {number}?", en="Merge information {number}?"),
    "relating.merge_said": Text(
        vi="Thông tin số {number} kết thúc và được xử lý cùng thông tin số {into}. Người cung cấp thông tin của cả "
        "hai vẫn được thông báo. Tách lại được nếu thấy không trùng.",
        en="Information {number} ends and is handled with {into}. The informants of both are still notified. It can be "
        "taken apart again.",
    ),
    "relating.merge_means": Text(
        vi="Thông tin này kết thúc và được xử lý cùng thông tin kia. Tách lại được nếu thấy không trùng.",
        en="This one ends and is handled with the other. It can be taken apart again.",
    ),
    "relating.merge_this": Text(vi="Thông tin này", en="This one"),
    "relating.merge_other": Text(vi="Gộp vào", en="Merged into"),
    "relating.merge_into": Text(vi="Gộp vào thông tin số", en="Merge into information"),
    "relating.merge_go": Text(vi="Gộp", en="Merge"),
    "relating.find": Text(vi="Xem trước khi gộp", en="Look before merging"),
    "relating.split_title": Text(vi="Tách thành nhiều thông tin", en="Split into several"),
    "relating.split_part": Text(vi="Phần {number}", en="Part {number}"),
    "relating.split_summary": Text(vi="Tóm tắt của phần này", en="Summary of this part"),
    "relating.split_more": Text(vi="Thêm một phần", en="Add a part"),
    "relating.split_go": Text(vi="Tách", en="Split"),
    "relating.split_needed": Text(
        vi="Cần ít nhất hai phần, mỗi phần có tóm tắt từ 3 ký tự.",
        en="At least two parts, each with a summary of 3 characters or more.",
    ),
    "relating.more_title": Text(vi="Ghi thêm lời báo, bản quét", en="Add what was said, or a scan"),
    "relating.more_said": Text(
        vi="Phần ghi thêm được niêm như lời báo đầu. Để trống phần không có gì thêm.",
        en="What you add is sealed like the first account. Leave empty what has not changed.",
    ),
    "relating.names_informant": Text(
        vi="Bản quét có tên, chữ ký hoặc cách liên lạc của người cung cấp thông tin không?",
        en="Does the scan show the name, signature or contact of the informant?",
    ),
    "relating.names_informant_yes": Text(
        vi="Có: chỉ người tiếp nhận và người đứng đầu mở được",
        en="Yes: its receiver and the head alone open it",
    ),
    "relating.names_informant_no": Text(
        vi="Không, bản quét không cho biết ai báo tin: người xác minh cũng mở được",
        en="No, it does not identify them: verifiers open it too",
    ),
    "relating.more_go": Text(vi="Niêm và ghi", en="Seal and record"),
    "relating.more_needed": Text(vi="Chưa có gì để ghi thêm.", en="There is nothing to add yet."),
    "relating.propose_title": Text(
        vi="Đề xuất kiểm tra từ thông tin số {number}",
        en="Propose an inspection on information {number}",
    ),
    "relating.propose_direct": Text(
        vi="Nguồn này là căn cứ kiểm tra đột xuất ngay (khoản 2 Điều 8 Thông tư 27/2020/TT-BCT).",
        en="This source may ground an ad-hoc decision at once (Circular 27/2020 Art 8.2).",
    ),
    "relating.propose_verified": Text(
        vi="Đã xác minh là có vi phạm.", en="It was verified: there is a violation."
    ),
    "relating.propose_draft": Text(
        vi="Soạn đề xuất kiểm tra, dự thảo quyết định", en="Draft a proposal and its decision"
    ),
    "relating.propose_draft_go": Text(vi="Soạn đề xuất kiểm tra", en="Draft the proposal"),
    "relating.propose_draft_said": Text(
        vi="Khi đã đủ để kiểm tra: đề xuất (Điều 11) có sẵn tổ chức, cá nhân, địa điểm và tóm tắt; người đứng đầu ký "
        "quyết định từ đó.",
        en="If there is enough to inspect: the proposal (Art 11) is filled in with the party, the place and the "
        "summary; the head signs the decision from it.",
    ),
    "relating.propose_case": Text(
        vi="Lập hồ sơ vụ việc bằng đề xuất kiểm tra", en="Open a case with a proposal"
    ),
    "relating.propose_case_said": Text(
        vi="Khi cần theo dõi bằng hồ sơ vụ việc ngay từ đề xuất. Vụ việc và thông tin tự gắn với nhau.",
        en="If a case is to follow it from the proposal on. Case and information are linked.",
    ),
    "relating.propose_case_go": Text(vi="Lập hồ sơ vụ việc", en="Open the case"),
    "relating.propose_order": Text(vi="Chỉ đạo lập đề xuất, phương án", en="Order the proposal"),
    "relating.propose_order_said": Text(
        vi="Khi giao người khác lập đề xuất sau: chỉ ghi chỉ đạo.",
        en="If somebody else makes the proposal later: the order alone is recorded.",
    ),
    "relating.propose_note": Text(vi="Chỉ đạo", en="Instructions"),
    "relating.propose_go": Text(vi="Ghi chỉ đạo", en="Record the order"),
}
