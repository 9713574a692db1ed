"""Help of the forms about the register of parties."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "alike": beside(
        (
            "Hai dòng của sổ: ghi là khác nhau, hoặc gộp thành một. Từng mục chọn giữ của dòng nào.",
            "Two rows of the register: told apart, or merged into one. For each field it is chosen whose stays.",
        ),
        (
            "Quy định của hệ thống: gộp cần hai người. Tái phạm, vi phạm nhiều lần tính theo tổ chức, cá nhân, nên hai "
            "dòng của một người phải là một (Điều 2, 7 Luật Xử lý vi phạm hành chính).",
            "A rule of this system: a merge takes two people. Recidivism counts by the person, so that two rows of one "
            "have to be one (Law on Handling Administrative Violations, Arts 2 and 7).",
        ),
        (
            "Người thứ hai, cùng đơn vị hoặc cấp trên, xác nhận. Hồ sơ, văn bản giữ như ngày lập; gộp nhầm thì tách "
            "lại được, mỗi dòng như trước.",
            "A second person of the unit or above confirms. Files and papers stay as of their day; a mistaken merge is "
            "undone, and each row is as it was before.",
        ),
    ),
    "party_import": beside(
        (
            "Đưa danh sách tổ chức, cá nhân từ tệp Excel hoặc CSV vào sổ của đơn vị bạn.",
            "Brings a list of parties from Excel or CSV into the register of your unit.",
        ),
        (
            "Quy tắc của hệ thống: lãnh đạo đơn vị và đội trưởng được nhập; mã số thuế và số định danh cá nhân được "
            "kiểm tra; tổ chức, cá nhân đã có trong sổ không bị ghi lần hai.",
            "Rule of this system: supervisors and team leaders import; tax codes and personal numbers are checked; a "
            "party that is in the register is not entered twice.",
        ),
        (
            "Trang xem trước nêu từng ô sai. Sau khi bạn xác nhận, các dòng vào sổ theo từng phần.",
            "A preview names every wrong cell. Once you confirm, the rows come in portions.",
        ),
    ),
}
