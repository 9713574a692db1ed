"""Help of the forms about plans of inspections."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "plan_head": beside(
        (
            "Ghi phần chung của kế hoạch kiểm tra: căn cứ, mục đích, thời gian, kinh phí. Danh sách ghi ở trang kế "
            "hoạch.",
            "Writes the head of a plan: basis, aim, period, budget. Its list is written on the plan's page.",
        ),
        (
            "Điều 4, 5 và 6 Thông tư 27/2020/TT-BCT: kế hoạch định kỳ ban hành trước 15/11 cho năm sau; chuyên đề theo "
            "chỉ đạo.",
            "Circular 27/2020 Arts 4, 5 and 6: the periodic plan is issued before 15 November for the next year; "
            "thematic ones when ordered.",
        ),
        (
            "Kế hoạch là dự thảo. Thêm đối tượng vào danh sách, rồi Trình phê duyệt.",
            "The plan is a draft. Add its entries, then submit it.",
        ),
    ),
    "plan_act": beside(
        (
            "Ghi một bước của kế hoạch.",
            "Records a step of the plan.",
        ),
        (
            "Điều 4 đến 7 Thông tư 27/2020/TT-BCT.",
            "Circular 27/2020 Arts 4 to 7.",
        ),
        (
            "Bước vào quá trình xử lý của kế hoạch; đơn vị trong danh sách được báo.",
            "The step enters the plan's timeline; the units in its list are told.",
        ),
    ),
    "plan_item": beside(
        (
            "Ghi một cuộc kiểm tra trong kế hoạch: đối tượng hoặc tiêu chí, nội dung, thời gian, đơn vị thực hiện.",
            "Writes one inspection of the plan: a party or a criterion, contents, days, the unit that carries it out.",
        ),
        (
            "Điều 20 Pháp lệnh 11/2016/UBTVQH13 và Điều 4, 5 Thông tư 27/2020/TT-BCT; một đối tượng không bị kiểm tra "
            "theo kế hoạch quá một lần trong năm.",
            "Ordinance 11/2016 Art 20 and Circular 27/2020 Arts 4, 5; no party is inspected under plans more than once "
            "a year.",
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
