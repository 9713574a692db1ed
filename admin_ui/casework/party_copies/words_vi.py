"""Words of the page for handing a copy to the party."""

WORDS = {
    "copies.title": "Giao bản sao cho đối tượng",
    "copies.link": "Giao bản sao cho đối tượng",
    "copies.public_page": "Trang tra cứu công khai",
    "copies.give": "Cấp mã xem bản đầy đủ",
    "copies.give_new": "Cấp mã mới",
    "copies.give_said": "Đối tượng xem được toàn văn trên trang tra cứu bằng mã này. Mã dùng trong 90 ngày, nhập sai "
    "5 lần thì khóa. Mỗi văn bản chỉ có một mã còn dùng được. Bản in kèm phiếu là bản giao cho đối tượng, không phải "
    "bản sao y.",
    "copies.give_now": "Cấp mã và lập bản giao",
    "copies.again": "Tôi biết mã đang dùng sẽ hết giá trị ngay",
    "copies.again_needed": "Văn bản này đang có mã dùng được. Hãy đánh dấu để xác nhận thay mã đó.",
    "copies.second_code": "Mã xem bản đầy đủ",
    "copies.until": "Dùng được đến",
    "copies.shown_once": "Mã chỉ hiện một lần này: hệ thống không lưu mã. Hãy in bản giao hoặc ghi lại cho đối tượng "
    "ngay.",
    "copies.print": "Tải bản giao (A4, PDF)",
    "copies.print_said": "Trang đầu là phiếu ghi mã và chỗ ký nhận; sau đó là toàn văn để đọc; tệp gốc được đính kèm "
    "nguyên vẹn trong PDF. Tải được trong 30 phút.",
    "copies.not_given": "Bạn không cấp mã cho văn bản này: vai trò của bạn chỉ xem, hoặc văn bản không có bản đầy đủ "
    "để giao.",
    "copies.given": "Mã đã cấp",
    "copies.none": "Chưa cấp mã nào.",
    "copies.unused": "Chưa ai dùng.",
    "copies.wrong_tries": "nhập sai {count} lần",
    "copies.state_open": "Còn dùng được",
    "copies.state_locked": "Đã khóa",
    "copies.state_expired": "Hết hạn",
    "copies.state_ended": "Đã thay bằng mã mới",
    "copies.use_opened": "đã mở bản đầy đủ",
    "copies.use_file": "đã tải",
    "copies.use_wrong": "nhập sai mã",
}
