"""Words about the sums from which on parties are proposed as one, in both languages."""

from schemas.core.problems import Text

_TOLD: dict[str, tuple[str, str]] = {
    "title": ("Mức điểm trùng", "Sums for duplicates"),
    "what": (
        "Hai dòng của sổ tổ chức, cá nhân được gợi ý là một khi tổng điểm các lý do đạt mức này. Mức áp dụng cho toàn "
        "quốc: một người quản trị toàn quốc đề nghị, người khác xác nhận.",
        "Two rows of the register of parties are proposed as one when their reasons add up to this. It holds for the "
        "whole force: one of its administrators proposes, another one confirms.",
    ),
    "now": ("Đang áp dụng", "In force"),
    "propose": ("Gợi ý từ tổng điểm", "Proposed from this sum on"),
    "propose_hint": (
        "Số nguyên từ {least} đến {most}. Thấp hơn thì gợi ý nhiều cặp sai; chỉ trùng địa chỉ đã là 30 điểm.",
        "A whole number from {least} to {most}. Lower ones propose many that are two: an address alone has 30.",
    ),
    "strong": ("Nhiều khả năng là một từ tổng điểm", "Likely one from this sum on"),
    "strong_hint": (
        "Không thấp hơn mức gợi ý, cao nhất {most}.",
        "No lower than the first one, {most} at most.",
    ),
    "since": ("Từ", "Since"),
    "usual": ("mặc định của hệ thống", "as the system comes"),
    "left": ("Còn phải so sánh lại", "Still to be compared anew"),
    "left_most": ("từ {most} dòng trở lên", "{most} rows or more"),
    "left_none": (
        "không còn: cả sổ đã so sánh theo mức này",
        "none: the whole register was compared so",
    ),
    "waiting": ("Chờ xác nhận", "Waiting for confirmation"),
    "weights_of": ("Điểm của từng lý do", "What each reason adds"),
    "weights": (
        "Giống một phần thì được tính điểm theo mức giống.",
        "What is only partly alike counts in proportion.",
    ),
    "against": (
        "Khi có một điều sau đây thì không gợi ý, dù tổng điểm bao nhiêu:",
        "With one of these nobody is proposed, whatever the sum:",
    ),
    "other": ("Đề nghị mức khác", "Propose other sums"),
    "ask": ("Đề nghị", "Propose"),
    "order": (
        "Mức này không được thấp hơn mức gợi ý.",
        "It cannot be lower than the sum that proposes.",
    ),
    "bounds": (
        "Hãy ghi số nguyên từ {least} đến {most}.",
        "Write a whole number from {least} to {most}.",
    ),
    "who": (
        "Chỉ người quản trị toàn quốc đề nghị và xác nhận mức khác.",
        "Only administrators of the whole force propose and confirm others.",
    ),
    "before": ("Các lần trước", "Before"),
    "change": ("Đề nghị đổi mức điểm", "Change of the sums"),
    "sums_said": (
        "Gợi ý từ {propose}, nhiều khả năng từ {strong}",
        "Proposed from {propose}, likely from {strong}",
    ),
    "now_said": ("đang là {sum}", "now {sum}"),
    "asked": ("Người đề nghị", "Proposed by"),
    "state": ("Trạng thái", "State"),
    "state_asked": ("chờ xác nhận", "waits for confirmation"),
    "state_confirmed": ("đã xác nhận", "confirmed"),
    "state_declined": ("không áp dụng", "declined"),
    "second": (
        "Bạn đã đề nghị nên không tự xác nhận. Một người quản trị toàn quốc khác xác nhận ở trang này.",
        "You proposed it, so another administrator of the whole force confirms it on this page.",
    ),
    "state_lapsed": ("hết hiệu lực", "lapsed"),
    "until": ("Hết hiệu lực nếu chưa xác nhận", "Lapses unless confirmed by"),
    "deciders": ("Người xác nhận được", "Who may confirm it"),
    "nobody": (
        "Chưa có ai khác. Hãy đề nghị giao vai trò quản trị toàn quốc cho thêm một người.",
        "Nobody else. Ask for one more administrator of the whole force.",
    ),
    "lapsed": (
        "Không ai trả lời trong bảy ngày, nên chưa có gì thay đổi. Nếu vẫn cần, hãy đề nghị lại.",
        "Nobody answered within seven days, so nothing has changed. Propose it again if it is still needed.",
    ),
    "one_at_a_time": (
        "Mỗi lần chỉ một đề nghị chờ xác nhận. Khi đề nghị trên được trả lời hoặc hết hiệu lực thì đề nghị được mức "
        "khác.",
        "One change waits at a time. Others can be proposed once the one above is answered or lapsed.",
    ),
    "open": ("Xem đề nghị", "Look at the change"),
    "further": ("Các lần cũ hơn", "Older ones"),
    "reason_own": ("Lý do rút", "Why you take it back"),
    "confirm": ("Xác nhận", "Confirm"),
    "decline": ("Không áp dụng", "Decline"),
    "take_back": ("Rút đề nghị", "Take it back"),
    "done_ask": (
        "Đã ghi đề nghị. Một người quản trị toàn quốc khác xác nhận ở trang này.",
        "The change is recorded. Another administrator of the whole force confirms it on this page.",
    ),
    "done_confirm": (
        "Đã áp dụng. Cả sổ được so sánh lại theo từng phần; trang này cho biết còn bao nhiêu.",
        "It is in force. The register is compared anew in portions; this page says how much is left.",
    ),
    "done_decline": ("Đã ghi: không áp dụng.", "Recorded: declined."),
}
WORDS: dict[str, Text] = {f"weighing.{key}": Text(vi=vi, en=en) for key, (vi, en) in _TOLD.items()}
