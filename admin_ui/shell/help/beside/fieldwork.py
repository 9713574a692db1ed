"""Help of the forms about inspections and their decisions."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "relation": beside(
        (
            "Mỗi thành viên Đoàn kiểm tra cho biết mình có quan hệ với tổ chức, cá nhân được kiểm tra hay không.",
            "Each member of a team says whether there is a relation to the inspected party.",
        ),
        (
            "Khoản 3 Điều 23 Pháp lệnh 11/2016/UBTVQH13; Điều 15 Thông tư 27/2020/TT-BCT.",
            "Ordinance 11/2016 Art 23.3; Circular 27/2020 Art 15.",
        ),
        (
            "Lời khai ghi vào hồ sơ. Có quan hệ: thủ trưởng được báo và thay người bằng quyết định sửa đổi, bổ sung; "
            "chứng cứ đã ghi vẫn được giữ. Khai lại được, lời khai sau cùng có hiệu lực.",
            "It is part of the record. A relation: the heads are told and replace the officer by a decision that "
            "amends the first; evidence stays. It can be said again, and the last one counts.",
        ),
    ),
    "decision_proposed": beside(
        (
            "Đề xuất kiểm tra đột xuất: ai, ở đâu, vì sao, nội dung gì, do ai thực hiện.",
            "Proposes an unplanned inspection: whom, where, why, on what, by whom.",
        ),
        (
            "Điều 20 và 21 Pháp lệnh 11/2016/UBTVQH13; Điều 11 (đề xuất) và Điều 12 Thông tư 27/2020/TT-BCT (phương án "
            "trước quyết định, trừ trường hợp khẩn cấp).",
            "Ordinance 11/2016 Arts 20 and 21; Circular 27/2020 Art 11 (the proposal) and Art 12 (a plan before the "
            "decision, save in an emergency).",
        ),
        (
            "Người có thẩm quyền xem đề xuất, soạn hoặc trả lại. Quyết định đã ký có trên điện thoại của đoàn.",
            "Who may decide reads it, drafts or returns it. The signed decision is on the team's phones.",
        ),
    ),
    "decision_new": beside(
        (
            "Soạn quyết định kiểm tra: đối tượng, nơi kiểm tra, nội dung, thời hạn, đoàn kiểm tra.",
            "Drafts an inspection decision: party, place, contents, duration, team.",
        ),
        (
            "Điều 19 và 22 Pháp lệnh 11/2016/UBTVQH13: theo kế hoạch thì tiến hành trong 5 ngày làm việc kể từ ngày "
            "ban hành, đột xuất thì ngay; tại nơi kiểm tra không quá 3 ngày làm việc, phức tạp thì gia hạn bằng "
            "văn bản, tổng không quá 5.",
            "Ordinance 11/2016 Arts 19 and 22: a planned one begins within 5 working days of its issue, an ad-hoc one "
            "at once; on site 3 working days at most; a complex matter is extended in writing, to 5 in all.",
        ),
        (
            "Xem lại bản in rồi Trình ký. Ký xong quyết định có số và đến điện thoại của đoàn.",
            "Look at the print, then finalise it for signing. Once signed it has a number and reaches the phones.",
        ),
    ),
    "decision_again": beside(
        (
            "Ghi lại một quyết định kiểm tra có trên giấy nhưng đã mất khỏi hệ thống.",
            "Enters again a decision that exists on paper and was lost from the system.",
        ),
        (
            "Quy tắc của hệ thống: chỉ trong khoảng thời gian đã công bố là mất dữ liệu; số và ngày đúng như trên "
            "giấy.",
            "Rule of this system: only for a period that was declared lost; number and day as on the paper.",
        ),
        (
            "Xem lại rồi ghi. Bản quét được đối chiếu với quyết định vừa ghi.",
            "Check, then record. A scan is compared with what you entered.",
        ),
    ),
    "adhoc_plan": beside(
        (
            "Soạn phương án kiểm tra đột xuất: thời gian, hành vi dự kiến, tình huống và cách xử lý, phương tiện.",
            "Drafts the plan of an unplanned inspection: times, expected violation, contingencies, means.",
        ),
        (
            "Điều 12 Thông tư 27/2020/TT-BCT: phương án được ban hành trước quyết định kiểm tra.",
            "Circular 27/2020 Art 12: the plan is issued before the decision.",
        ),
        (
            "Phương án đi cùng quyết định khi trình ký; đoàn đọc được trên điện thoại.",
            "The plan goes with the decision to be signed; the team reads it on the phone.",
        ),
    ),
    "decision_change": beside(
        (
            "Soạn quyết định sửa đổi, hoặc chấm dứt quyết định kiểm tra chưa thực hiện.",
            "Drafts a decision that changes this one, or ends one that was not carried out.",
        ),
        (
            "Điều 15 (Đoàn kiểm tra) và 17 (nội dung) Thông tư 27/2020/TT-BCT; Điều 22 (thời hạn), khoản 3 Điều 19 "
            "(hết hiệu lực) Pháp lệnh 11/2016/UBTVQH13.",
            "Circular 27/2020 Arts 15 (team) and 17 (contents); Ordinance 11/2016 Arts 22 (duration) and 19.3 (it "
            "lapses).",
        ),
        (
            "Quyết định sửa đổi có hiệu lực khi ký; đoàn được báo trên điện thoại.",
            "The change holds once it is signed; the team is told on the phone.",
        ),
    ),
    "matching": beside(
        (
            "Đối chiếu quyết định gõ lại ở hiện trường với bản ký trên giấy.",
            "Compares a decision typed at the site with the one signed on paper.",
        ),
        (
            "Quy tắc của hệ thống: thủ trưởng hoặc văn thư của đơn vị đối chiếu, không phải người bắt đầu kiểm tra hay "
            "người ký.",
            "Rule of this system: the head or the clerk of the unit compares, not who began the inspection or signed.",
        ),
        (
            "Khớp thì hồ sơ đi tiếp; khác thì nêu chỗ khác, trưởng đoàn và kiểm tra nội bộ được báo.",
            "If they match the record goes on; if not, say where, and the leader and internal inspection are told.",
        ),
    ),
    "weigh": beside(
        (
            "Đánh giá một nội dung cần làm rõ. Máy chỉ nêu và dẫn chứng; kết luận là của bạn.",
            "Weighs a finding. The machine only points and shows; the verdict is yours.",
        ),
        (
            "Điều 58 và 59 Luật Xử lý vi phạm hành chính: vi phạm do người có thẩm quyền kết luận trên chứng cứ.",
            "Law on Handling Administrative Violations Arts 58 and 59: a person with the power concludes, on evidence.",
        ),
        (
            "Đánh giá có tên bạn vào hồ sơ; nội dung không còn chờ. Đánh giá lại được, bản trước vẫn còn.",
            "Your verdict stands in the file with your name. It can be weighed again; the first stays.",
        ),
    ),
    "opinion": beside(
        (
            "Ghi ý kiến về biên bản hoặc hồ sơ kiểm tra. Nêu đúng chỗ và cần gì để người lập sửa được ngay.",
            "Records an opinion on the minutes or the file. Name the place and what is needed, so it can be mended.",
        ),
        (
            "Điều 18 và 19 Thông tư 27/2020/TT-BCT; biên bản vi phạm đã ký có sai sót thì lập biên bản xác minh, không "
            "sửa (khoản 8 Điều 58 Luật Xử lý vi phạm hành chính).",
            "Circular 27/2020 Arts 18 and 19; faulty violation minutes that are signed are mended by verification "
            "minutes, not changed (Law on Handling Administrative Violations Art 58.8).",
        ),
        (
            "Người lập nhận từng ý kiến trên điện thoại, trả lời và gửi lại.",
            "The author gets each remark on the phone, answers and sends it again.",
        ),
    ),
}
