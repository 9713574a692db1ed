"""Help of forms where many officers begin at once: their import from a file, letters for the first sign-in."""

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
    "people_import": beside(
        (
            "Đăng ký nhiều công chức một lần từ tệp Excel hoặc CSV: tài khoản, vai trò, chức vụ, ngạch, thẻ kiểm tra.",
            "Registers many officers at once from Excel or CSV: accounts, roles, positions, ranks, inspection cards.",
        ),
        (
            "Quy tắc của hệ thống: chỉ công chức của đơn vị bạn quản trị; quyền hơn kiểm tra viên thì lập đề nghị để "
            "người "
            "thứ hai xác nhận; thẻ kiểm tra không quá 5 năm (Điều 13 Pháp lệnh 11/2016/UBTVQH13).",
            "Rule of this system: only officers of units that you administer; more power than an inspector's is asked "
            "for, "
            "and a second person confirms it; a card holds five years at most (Ordinance 11/2016 Art 13).",
        ),
        (
            "Trang xem trước nêu từng ô sai. Sau khi bạn xác nhận, công chức được đăng ký theo từng phần; sau đó lập "
            "thư "
            "kích hoạt cho từng đơn vị.",
            "A preview names every wrong cell. Once you confirm, officers are registered in portions; then make the "
            "activation letters of each unit.",
        ),
    ),
    "people_decision": beside(
        (
            "Đính kèm bản quét quyết định mà chức vụ trong tệp dựa vào; một bản dùng cho mọi dòng cùng quyết định.",
            "Attaches the scan of a decision on which positions of the file rest; once for all rows that rest on it.",
        ),
        (
            "Quy tắc của hệ thống: chức vụ lãnh đạo do người thứ hai xác nhận sau khi đối chiếu với quyết định.",
            "Rule of this system: a second person confirms positions of heads, comparing them with the decision.",
        ),
        (
            "Bản quét nằm trong đề nghị của từng công chức, để người xác nhận mở xem.",
            "The scan is part of the request of each officer, so that who confirms it can open it.",
        ),
    ),
}
