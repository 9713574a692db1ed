"""Help of the forms about cases and their papers."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "case_act": beside(
        (
            "Ghi một việc vào hồ sơ vụ việc.",
            "Records an act in the case.",
        ),
        (
            "Luật Xử lý vi phạm hành chính; điều của từng việc nêu ở trên.",
            "Law on Handling Administrative Violations; the article of the act stands above.",
        ),
        (
            "Việc vào quá trình xử lý của vụ việc và không sửa, không xóa được. Trang vụ việc nói việc tiếp theo và "
            "thời hạn.",
            "The act enters the case's timeline and is never changed or deleted. The case's page says what comes next "
            "and until when.",
        ),
    ),
    "case_new": beside(
        (
            "Lập hồ sơ vụ việc. Số vụ việc được cấp khi lưu.",
            "Opens a case. Its number is given when it is stored.",
        ),
        (
            "Điều 11 (đề xuất kiểm tra), Điều 18 (biên bản kiểm tra), Điều 23 (hồ sơ nơi khác chuyển đến) Thông tư "
            "27/2020/TT-BCT; biên bản vi phạm của lực lượng khác giữ ngày của nó.",
            "Circular 27/2020 Arts 11 (a proposal), 18 (inspection minutes), 23 (another body's file); violation "
            "minutes of another force keep their day.",
        ),
        (
            "Trang vụ việc mở ra với bước đầu tiên, người phụ trách và thời hạn đang tính.",
            "The case's page opens with its first step, its officer and the limits that run.",
        ),
    ),
    "case_adopt": beside(
        (
            "Đưa văn bản đã lập tại nơi kiểm tra vào vụ việc, không gõ lại.",
            "Takes papers that were made on site into the case, without typing them again.",
        ),
        (
            "Khoản 1 Điều 66, khoản 8 Điều 125 Luật Xử lý vi phạm hành chính: thời hạn tính từ ngày lập biên bản vi "
            "phạm, từ khi thực tế tạm giữ, không từ ngày đưa vào vụ việc.",
            "Law on Handling Administrative Violations Arts 66.1, 125.8: limits run from the violation minutes, from "
            "the actual seizure, not from the day on which the paper joins the case.",
        ),
        (
            "Văn bản có trong vụ việc với số và ngày của nó; thời hạn tính từ ngày đó.",
            "The paper stands in the case with its number and day; limits run from that day.",
        ),
    ),
    "issued_before": beside(
        (
            "Ghi một văn bản đã phát hành trên giấy bằng số để dành, hoặc đã mất khỏi hệ thống.",
            "Enters a paper that was issued by a number set aside, or that the system lost.",
        ),
        (
            "Nghị định 30/2020 về công tác văn thư: số và ngày đúng như bản giấy đã phát hành.",
            "Decree 30/2020 on clerical work: number and day as on the paper that went out.",
        ),
        (
            "Văn bản có số đó trong vụ việc; bản quét được đối chiếu, hai người.",
            "The paper has that number in the case; its scan is compared, by two people.",
        ),
    ),
    "outside_act": beside(
        (
            "Trả lời về một hành vi ngoài danh mục mà vụ việc đã dùng: đề nghị đưa vào, đã có, hoặc không đưa vào.",
            "Answers for an act outside the catalogue that a case used: propose it, it is there, or it is not taken "
            "in.",
        ),
        (
            "Hành vi do hai người đọc từ nghị định và xác nhận; danh mục chỉ nhận điều có trong văn bản đang có hiệu "
            "lực.",
            "Two people read the act in its decree and confirmed it; the catalogue takes only what is in force.",
        ),
        (
            "Đề nghị đưa vào danh mục chờ người thứ hai ký. Đơn vị đã dùng được báo câu trả lời.",
            "A proposal waits for a second person. The unit that used it is told.",
        ),
    ),
    "party_copy": beside(
        (
            "Cấp mã để đối tượng xem toàn văn văn bản, in bản giao và ghi lại việc đưa bản, đưa mã.",
            "Gives a code by which the party reads the whole paper, prints its copy and records what was handed out.",
        ),
        (
            "Điều 70 Luật Xử lý vi phạm hành chính và Điều 17a Nghị định 118/2021: văn bản được giao cho đối tượng.",
            "Law on Handling Administrative Violations Art 70 and Decree 118/2021 Art 17a: the paper is handed to the "
            "party.",
        ),
        (
            "Mã dùng 90 ngày, sai 5 lần thì khóa. Việc giao đã ghi có ở trang này và trong hồ sơ.",
            "The code lasts 90 days and is locked after 5 wrong tries. The handing over stands here and in the file.",
        ),
    ),
    "sanction": beside(
        (
            "Tính mức phạt từ hành vi và tình tiết, rồi soạn quyết định từ kết quả đó.",
            "Reckons the fine from behaviours and circumstances, and drafts the decision from it.",
        ),
        (
            "Điều 9, 10 và 23 Luật Xử lý vi phạm hành chính; Điều 9 Nghị định 118/2021; khung phạt theo nghị định có "
            "hiệu lực khi hành vi chấm dứt, nếu còn tiếp diễn thì khi phát hiện (khoản 2 Điều 7 Nghị định đó).",
            "Law on Handling Administrative Violations Arts 9, 10 and 23; Decree 118/2021 Art 9; the band is that of "
            "the decree in force when the act ended, or was found if it goes on (Art 7.2 of that decree).",
        ),
        (
            "Quyết định được soạn sẵn. Xem lại, Trình phê duyệt, rồi ký.",
            "The decision is drafted. Look at it, submit it, then sign.",
        ),
    ),
    "scan": beside(
        (
            "Gửi bản quét của văn bản đã ký trên giấy.",
            "Sends the scan of a paper that was signed by hand.",
        ),
        (
            "Quy tắc của hệ thống: bản quét đủ trang, rõ chữ ký và dấu, gửi trong 48 giờ.",
            "Rule of this system: every page, signature and seal legible, within 48 hours.",
        ),
        (
            "Văn bản có hiệu lực từ ngày ghi trên đó và chờ người thứ hai đối chiếu. Bản quét không xóa được.",
            "The paper takes effect from its day and waits for a second person to compare. The scan is never deleted.",
        ),
    ),
    "compare": beside(
        (
            "Đối chiếu bản quét với nội dung trong hệ thống.",
            "Compares a scan with the text in the system.",
        ),
        (
            "Quy tắc của hệ thống: người soạn, người ký và người đưa bản quét vào không tự đối chiếu.",
            "Rule of this system: who drafted, signed or scanned it does not compare.",
        ),
        (
            "Khớp thì hồ sơ đi tiếp; không khớp thì nêu chỗ khác và bản quét được gửi lại.",
            "If they match the file goes on; if not, say where, and it is scanned again.",
        ),
    ),
    "dispatch": beside(
        (
            "Ghi việc phát hành văn bản: nơi nhận, cách gửi, ngày gửi.",
            "Records the dispatch of a paper: to whom, how, when.",
        ),
        (
            "Nghị định 30/2020 về công tác văn thư: phát hành trong ngày ký, chậm nhất ngày làm việc tiếp theo.",
            "Decree 30/2020 on clerical work: on the day of the signature, at the latest on the next working day.",
        ),
        (
            "Ngày giao cho đối tượng ghi riêng ở vụ việc; thời hạn thi hành tính từ ngày đó.",
            "The day of delivery is recorded in the case; the limit to comply runs from it.",
        ),
    ),
}
