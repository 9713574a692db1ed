"""Help of the forms about informations, complaints and denunciations."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "information_new": beside(
        (
            "Vào sổ một thông tin về vi phạm. Lời kể và người cung cấp được niêm ngay khi lưu; tóm tắt không nêu tên "
            "họ.",
            "Registers information about a violation. The account and its informant are sealed when it is stored; the "
            "summary must not name them.",
        ),
        (
            "Điều 8 và 9 Thông tư 27/2020/TT-BCT; tố cáo theo Luật Tố cáo 2018, khiếu nại theo Luật Khiếu nại 2011.",
            "Circular 27/2020 Arts 8 and 9; denunciations by the Law on Denunciations 2018, complaints by the Law on "
            "Complaints 2011.",
        ),
        (
            "Người đứng đầu được báo ngay và quyết định: kiểm tra, giao thẩm tra, chuyển nơi có thẩm quyền, hoặc kết "
            "thúc có lý do.",
            "The head is told at once and decides: has it inspected, orders a verification, transfers it, or ends it "
            "with the reason.",
        ),
    ),
    "intake_act": beside(
        (
            "Ghi một bước xử lý thông tin.",
            "Records a step with the information.",
        ),
        (
            "Điều 9, 10 và 11 Thông tư 27/2020/TT-BCT.",
            "Circular 27/2020 Arts 9, 10 and 11.",
        ),
        (
            "Việc vào quá trình xử lý và không xóa được. Trang của thông tin nói việc tiếp theo và thời hạn.",
            "It enters the timeline and is never deleted. The information's page says what comes next and until when.",
        ),
    ),
    "information_more": beside(
        (
            "Niêm thêm lời báo, người cung cấp thông tin hoặc bản quét.",
            "Seals what else was said, who said it, or a scan.",
        ),
        (
            "Quy tắc của hệ thống: phần niêm chỉ mở được theo quyền, và mỗi lần mở đều được ghi.",
            "Rule of this system: what is sealed is opened by right only, and every opening is recorded.",
        ),
        (
            "Phần ghi thêm đứng sau lời báo đầu ở trang của thông tin, có ngày và tên người ghi.",
            "It stands after the first account on the information's page, with its day and who entered it.",
        ),
    ),
    "relating": beside(
        (
            "Gắn, gộp, tách hoặc bổ sung thông tin với hồ sơ khác.",
            "Links, merges, splits or adds to the information.",
        ),
        (
            "Điều 9 Thông tư 27/2020/TT-BCT; người cung cấp thông tin vẫn được giữ kín khi gộp và tách.",
            "Circular 27/2020 Art 9; informants stay sealed when informations are merged or split.",
        ),
        (
            "Hai hồ sơ dẫn tới nhau. Gắn nhầm thì gỡ được, với lý do.",
            "Both records lead to each other. A wrong link can be undone, with the reason.",
        ),
    ),
}
