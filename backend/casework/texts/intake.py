"""Why a step before the inspection was refused: refusals for cases.py."""

BEFORE_INSPECTION: dict[str, tuple[str, str]] = {
    "case_use_intake": (
        "Thông tin mới được đăng ký tại mục Thông tin, nơi người cung cấp được giữ bí mật; vụ việc mở từ đề xuất kiểm "
        "tra hoặc hồ sơ chuyển đến, kèm thông tin đó.",
        "New information is registered under Information, where the informant is kept secret; the case is opened by a "
        "proposal, or by a file that is taken in, which names it.",
    ),
    "case_verify_first": (
        "Thông tin loại này phải được thu thập, thẩm tra, xác minh trước khi đề xuất kiểm tra "
        "(khoản 3 Điều 8 Thông tư 27/2020/TT-BCT).",
        "Information of this kind must be verified before an inspection is proposed (Circular 27/2020 Art 8.3).",
    ),
    "case_order_named": (
        "Hãy ghi văn bản của cấp trên: số, ngày, người hoặc cơ quan ban hành (khoản 4 Điều 13 Thông tư 27/2020).",
        "Name the superior's order: its number, its day and who issued it (Circular 27/2020 Art 13.4).",
    ),
    "case_order_same": (
        "Vụ việc đã ghi như vậy. Hãy tải lại trang, hoặc chọn khác.",
        "The case says so already. Reload the page, or choose the other.",
    ),
    "case_planned_twice": (
        "Trong năm đã có kế hoạch kiểm tra đối tượng này về cùng nội dung: {numbers} "
        "(khoản 1 Điều 20 Pháp lệnh 11/2016/UBTVQH13).",
        "This party already has a planned inspection of the same content this year: {numbers} "
        "(Ordinance 11/2016 Art 20.1).",
    ),
    "case_plan_needed": (
        "Kiểm tra đột xuất phải có phương án được ban hành trước, trừ trường hợp khẩn cấp có nêu lý do "
        "(Điều 12 Thông tư 27/2020/TT-BCT).",
        "An ad-hoc inspection needs a plan first, except in an emergency with its reason (Circular 27/2020 Art 12).",
    ),
}
"""By code: Vietnamese and English, as in cases.py."""
