"""Help of the form that makes letters for the first sign-in."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "first_letters": beside(
        (
            "Lập thư kích hoạt cho công chức của đơn vị chưa từng đăng nhập; thủ trưởng đơn vị trao tận tay từng thư.",
            "Makes letters for officers of the unit who never signed in; their head hands each one over in person.",
        ),
        (
            "Quy tắc của hệ thống: người có quyền hơn kiểm tra viên thì cần người thứ hai xác nhận, không cấp qua thư.",
            "Rule of this system: officers with more power than an inspector need a second person, and get no letter.",
        ),
        (
            "Thư dùng được ba ngày. Thủ trưởng được báo về từng người, và phản đối được nếu người ấy không thuộc "
            "đơn vị.",
            "A letter can be used for three days. Heads are told of each officer, and can object if somebody does "
            "not serve there.",
        ),
    ),
}
