"""Help of the forms about plans of inspections."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "plan_head": beside(
        (
            "Ghi phần chung của kế hoạch hoặc chương trình: căn cứ, mục đích, thời gian, kinh phí.",
            "Writes what a plan or programme has in common: basis, aim, period, budget.",
        ),
        (
            "Điều 4, 5 và 6 Thông tư 27/2020/TT-BCT.",
            "Circular 27/2020 Arts 4, 5 and 6.",
        ),
        (
            "Bản này là dự thảo. Thêm danh sách ở trang của kế hoạch, rồi Trình phê duyệt.",
            "It is a draft. Add its list on the plan's page, then submit it.",
        ),
    ),
    "plan_head_again": beside(
        (
            "Sửa phần chung của dự thảo. Danh sách đối tượng giữ nguyên, sửa ở trang của kế hoạch.",
            "Changes what the draft has in common. Its list stays, and is changed on the plan's page.",
        ),
        (
            "Điều 4, 5 và 6 Thông tư 27/2020/TT-BCT.",
            "Circular 27/2020 Arts 4, 5 and 6.",
        ),
        (
            "Bản sửa có ngay ở trang của kế hoạch; bản trước còn trong lịch sử thay đổi.",
            "The plan's page has the change at once; what it was stays in its history.",
        ),
    ),
    "plan_foreign": beside(
        (
            "Nhập kế hoạch của cơ quan khác để đối chiếu. Đơn vị của bạn không thực hiện kế hoạch này.",
            "Enters another agency's plan to compare with. Your unit does not carry it out.",
        ),
        (
            "Một đối tượng không bị kiểm tra theo kế hoạch quá một lần trong năm: về cùng nội dung (khoản 1 Điều 20 "
            "Pháp lệnh 11/2016/UBTVQH13), từ 17/5/2025 là mọi nội dung, mọi cơ quan (Nghị quyết 198/2025/QH15).",
            "No party is inspected under plans more than once a year: on the same contents (Ordinance 11/2016 Art "
            "20.1), since 17 May 2025 whatever the contents, over all agencies (Resolution 198/2025).",
        ),
        (
            "Thêm danh sách đối tượng ở trang của kế hoạch. Hệ thống nêu kế hoạch của đơn vị trùng đối tượng.",
            "Add its parties on the plan's page. Plans of the unit with the same party are named.",
        ),
    ),
    "plan_item": beside(
        (
            "Ghi một cuộc kiểm tra trong kế hoạch: đối tượng hoặc tiêu chí, nội dung, thời gian, đơn vị thực hiện.",
            "Writes one inspection of the plan: a party or a criterion, contents, days, the unit that carries it out.",
        ),
        (
            "Điều 20 Pháp lệnh 11/2016/UBTVQH13 và Điều 4, 5 Thông tư 27/2020/TT-BCT; một đối tượng không bị kiểm tra "
            "theo kế hoạch quá một lần trong năm, mọi nội dung, mọi cơ quan (Nghị quyết 198/2025/QH15).",
            "Ordinance 11/2016 Art 20 and Circular 27/2020 Arts 4, 5; no party is inspected under plans more than once "
            "a year, whatever the contents, over all agencies (Resolution 198/2025).",
        ),
        (
            "Hệ thống nêu kế hoạch khác trùng đối tượng. Khi kế hoạch được phê duyệt, quyết định kiểm tra soạn từ "
            "dòng này.",
            "Other plans with the same party are named. Once the plan is approved, the decision is drafted from this "
            "entry.",
        ),
    ),
    "plan_import": beside(
        (
            "Đưa danh sách từ tệp Excel vào kế hoạch.",
            "Brings the list of a plan in from a spreadsheet.",
        ),
        (
            "Quy tắc của hệ thống: tệp sai một ô thì không dòng nào được nhập; ô sai được nêu theo dòng và cột.",
            "Rule of this system: if one cell is wrong no row is taken; wrong cells are named by row and column.",
        ),
        (
            "Trang xem trước hiện từng dòng. Chỉ khi bạn xác nhận mới ghi vào kế hoạch.",
            "A preview shows every row. Only your confirmation writes them into the plan.",
        ),
    ),
}
