"""Help of the forms about the catalogue of behaviours and decrees."""

from admin_ui.shell.help.beside.texts import Beside, beside

_TWO = (
    "Quy tắc của hệ thống: hai người. Người thứ hai đọc văn bản gốc và ký bằng mã xác thực (OTP).",
    "Rule of this system: two people. The second reads the original text and confirms with a one-time code.",
)
FORMS: dict[str, Beside] = {
    "behaviour_publish": beside(
        (
            "Đề nghị một phiên bản mới của hành vi: khung phạt, hình thức bổ sung, biện pháp khắc phục, ngày hiệu lực.",
            "Proposes a version of a behaviour: band of fines, additional penalties, remedies, first day.",
        ),
        _TWO,
        (
            "Người thứ hai xem bảng so sánh rồi ký hoặc từ chối. Phiên bản áp dụng cho vi phạm từ ngày hiệu lực.",
            "A second person compares and signs or declines. It applies to violations from its first day on.",
        ),
    ),
    "behaviour_withdraw": beside(
        (
            "Đề nghị ngừng dùng một phiên bản từ một ngày.",
            "Proposes that a version ends on a day.",
        ),
        _TWO,
        (
            "Vụ việc cũ vẫn giữ phiên bản đã áp dụng.",
            "Cases keep the version that was applied.",
        ),
    ),
    "catalogue_answer": beside(
        (
            "Ký hoặc từ chối một thay đổi của danh mục mà người khác đề nghị.",
            "Signs or declines a change that somebody else proposed.",
        ),
        _TWO,
        (
            "Ký xong, mọi đơn vị dùng từ ngày hiệu lực; từ chối thì người đề nghị nhận lý do.",
            "Signed, it holds for all units from its first day; declined, the proposer gets the reason.",
        ),
    ),
    "reckoner": beside(
        (
            "Tính thử theo quy định, không cần vụ việc nào.",
            "Reckons by the rules, without any case.",
        ),
        (
            "Điều 9, 10 và 23 Luật Xử lý vi phạm hành chính; Điều 9 Nghị định 118/2021; khung phạt theo nghị định có "
            "hiệu lực khi hành vi chấm dứt, nếu còn tiếp diễn thì khi phát hiện (khoản 2 Điều 7 Nghị định đó).",
            "Law on Handling Administrative Violations Arts 9, 10 and 23; Decree 118/2021 Art 9; the band is that of "
            "the decree in force when the act ended, or was found if it goes on (Art 7.2 of that decree).",
        ),
        (
            "Kết quả nêu từng bước và điều luật, không ghi gì vào hồ sơ. Soạn quyết định thì tính ở trang vụ việc.",
            "The result names each step and article; nothing is recorded. To draft a decision, reckon on the case's "
            "page.",
        ),
    ),
}
