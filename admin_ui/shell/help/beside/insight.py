"""Help of the forms about reports, samples and data taken away."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "handover": beside(
        (
            "Chuyển mọi việc đang mở của một công chức cho đồng nghiệp trong một bước: tất cả, hoặc không việc nào.",
            "Gives all open work of an officer to colleagues in one step: all of it, or none.",
        ),
        (
            "Quyết định nghỉ, chuyển công tác hoặc phân công của đơn vị. Đoàn kiểm tra chỉ thay đổi bằng quyết định "
            "bằng văn bản của người ban hành (khoản 2 Điều 15, khoản 4 Điều 17 Thông tư 27/2020/TT-BCT); giao quyền "
            "chấm dứt khi nghỉ hoặc chuyển (Điều 10 Nghị định 118/2021/NĐ-CP).",
            "The decision on leaving, moving or assigning. A team changes only by a written decision of the issuer "
            "(Circular 27/2020 Arts 15.2, 17.4); delegations end with leaving or moving (Decree 118/2021 Art 10).",
        ),
        (
            "Trang sau nói ai nhận bao nhiêu, rồi mới hỏi xác nhận. Mỗi người nhận được báo một lần.",
            "The next page says who gets how much, and then asks. Each receiver is told once.",
        ),
    ),
    "handover_team": beside(
        (
            "Quyết định về chỗ trong Đoàn của người đã bàn giao công việc: sửa đổi quyết định, hoặc giữ nguyên Đoàn.",
            "Decides on the place in a team of somebody whose work was handed over: amend the decision, or keep it.",
        ),
        (
            "Khoản 2 Điều 15, khoản 4 Điều 17 Thông tư 27/2020/TT-BCT: Đoàn chỉ thay đổi bằng quyết định bằng văn bản "
            "của người ban hành quyết định kiểm tra.",
            "Circular 27/2020 Arts 15.2, 17.4: a team changes only by a written decision of the issuer.",
        ),
        (
            "Giữ nguyên thì việc này rời Việc của tôi. Bàn giao lại sẽ đề nghị lại.",
            "If it is kept, this leaves My work. Another hand-over proposes again.",
        ),
    ),
    "report_new": beside(
        (
            "Lập báo cáo chuyên đề, hoặc báo cáo của một kỳ chưa được lập. Báo cáo định kỳ tự lập khi hết kỳ.",
            "Begins a thematic report, or one of a period that has none. Periodic reports begin by themselves.",
        ),
        (
            "Mẫu báo cáo đang áp dụng; số liệu lấy từ hồ sơ, không gõ tay.",
            "The definition in force; figures come from the records, they are not typed.",
        ),
        (
            "Báo cáo mở ra đã có số liệu. Viết nhận xét rồi gửi lên.",
            "It opens with its figures. Write the texts, then send it up.",
        ),
    ),
    "report_texts": beside(
        (
            "Viết phần lời của báo cáo. Bên cạnh là lời của kỳ trước.",
            "Writes the texts of the report. Those of the period before stand beside.",
        ),
        (
            "Mẫu báo cáo nêu mục nào bắt buộc.",
            "The definition says which parts are required.",
        ),
        (
            "Lưu thì còn sửa được cho đến khi báo cáo được gửi lên.",
            "Stored texts can be changed until the report is sent up.",
        ),
    ),
    "report_value": beside(
        (
            "Ghi một số khác với số đếm được, với lý do. Chỉ ghi ô khác.",
            "States a figure that is not what was counted, with the reason. Only where it differs.",
        ),
        (
            "Quy tắc của hệ thống: số tính từ hồ sơ vẫn đứng cạnh số đã sửa, có tên và lý do của bạn.",
            "Rule of this system: the counted figure stays beside yours, with your name and reason.",
        ),
        (
            "Cấp trên thấy cả hai số. Để trống để dùng lại số tính từ hồ sơ.",
            "Those above see both. Leave it empty to use the counted figure again.",
        ),
    ),
    "report_definition": beside(
        (
            "Soạn mẫu báo cáo: bảng, chỉ tiêu, cột, nơi nhận, kỳ và hạn gửi.",
            "Drafts a report definition: tables, figures, columns, recipients, period and limit.",
        ),
        (
            "Thông tư hoặc công văn quy định báo cáo; nêu ở phần Căn cứ của mẫu.",
            "The circular or letter that orders the report; name it as the definition's source.",
        ),
        (
            "Người thứ hai duyệt bản soạn. Mẫu áp dụng cho kỳ kết thúc từ ngày hiệu lực.",
            "A second person approves the draft. It applies to periods that end from its first day on.",
        ),
    ),
    "report_definition_end": beside(
        ("Ngừng dùng mẫu báo cáo từ một ngày.", "Ends a report definition on a day."),
        (
            "Quy tắc của hệ thống: báo cáo đã lập theo mẫu này vẫn giữ nguyên.",
            "Rule of this system: reports made by it stay as they are.",
        ),
        ("Kỳ sau không mở báo cáo theo mẫu này nữa.", "Later periods open no such report."),
    ),
    "sample": beside(
        (
            "Rút mẫu hồ sơ để kiểm tra nội bộ: từ tập nào, bao nhiêu, bằng hạt giống nào.",
            "Draws a sample for internal inspection: from which records, how many, by which seed.",
        ),
        (
            "Quy tắc của hệ thống: cỡ mẫu ghi trước khi biết hạt giống, nên không ai chọn được hồ sơ.",
            "Rule of this system: the size is fixed before the seed is known, so nobody can choose the records.",
        ),
        (
            "Ai cũng rút lại được đúng mẫu đó. Ghi kết luận của từng hồ sơ ở trang của mẫu.",
            "Anybody can draw the same again. Record a verdict on each record on the sample's page.",
        ),
    ),
    "export": beside(
        (
            "Lấy danh sách ra tệp Excel hoặc CSV, đúng điều kiện đang xem.",
            "Takes the list away as a spreadsheet or CSV, with the conditions that you see.",
        ),
        (
            "Quy tắc của hệ thống: chỉ hồ sơ trong phạm vi của bạn, không có người cung cấp thông tin; mục đích vào "
            "nhật "
            "ký truy cập.",
            "Rule of this system: only records within your scope, never informants; the purpose enters the access log.",
        ),
        (
            "Tệp được lập ở nền; có thông báo khi xong và tải được trong thời hạn ghi ở đó.",
            "The file is made in the background; you are told when it is ready and how long it can be taken.",
        ),
    ),
}
