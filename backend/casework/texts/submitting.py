"""Why a paper that is submitted for approval is not signed yet; see cases.py."""

SUBMITTING: dict[str, tuple[str, str]] = {
    "case_unheard": (
        "Chưa có ý kiến ở bước còn thời hạn: {reason}. Hãy chờ ý kiến, hoặc ghi lý do ký khi chưa có ý kiến.",
        "A step that still has time has said nothing: {reason}. Wait for it, or give the reason for signing without.",
    ),
    "case_step_first": (
        "Phiếu trình còn bước phải có kết quả trước khi ký: {reason}. Hãy chờ kết quả, hoặc đề nghị cấp trên nhận "
        "xử lý bước đó.",
        "A step of the submission must have an outcome before the signature: {reason}. Wait for it, or ask the level "
        "above to take it over.",
    ),
}
