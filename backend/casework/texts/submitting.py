"""Why a paper that is submitted for approval is not signed yet; see cases.py."""

SUBMITTING: dict[str, tuple[str, str]] = {
    "case_unheard": (
        "Chưa có ý kiến ở bước còn thời hạn: {reason}. Hãy chờ ý kiến, hoặc ghi lý do ký khi chưa có ý kiến.",
        "A step that still has time has said nothing: {reason}. Wait for it, or give the reason for signing without.",
    ),
    "case_annex_parent": (
        "Bảng kê, phụ lục chỉ kèm theo một văn bản khác của vụ việc chưa bị bỏ, không kèm theo chính nó hay một phụ "
        "lục. Hãy lập lại từ trang của văn bản đó.",
        "A list or an annex goes with another paper of the case that was not given up, not with itself or an annex. "
        "Begin it from the page of that paper.",
    ),
    "case_annex_frozen": (
        "Phụ lục thuộc văn bản đang chờ ký hoặc đã ký, nên nội dung không đổi nữa. Nếu văn bản chưa ký, hãy mở lại văn "
        "bản để sửa rồi trình lại.",
        "The annex belongs to a paper that waits for its signature or has it, so its content does not change. If the "
        "paper is not signed yet, open it again to change it, and submit it anew.",
    ),
    "case_step_first": (
        "Phiếu trình còn bước phải có kết quả trước khi ký: {reason}. Hãy chờ kết quả, hoặc đề nghị cấp trên nhận "
        "xử lý bước đó.",
        "A step of the submission must have an outcome before the signature: {reason}. Wait for it, or ask the level "
        "above to take it over.",
    ),
}
