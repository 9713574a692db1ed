"""Words of inspections that only phones know."""

WORDS: dict[str, str] = {
    "unknown.list": "Cuộc kiểm tra chỉ còn trên điện thoại",
    "unknown.list_lead": "Điện thoại đã gửi dữ liệu của các cuộc kiểm tra mà sổ không có quyết định: quyết định được "
    "ban hành trong khoảng thời gian bị mất khi khôi phục. Dữ liệu được giữ nguyên, chưa có hiệu lực.",
    "unknown.none": "Không có cuộc kiểm tra nào chỉ còn trên điện thoại.",
    "unknown.unnamed": "Chưa rõ tổ chức, cá nhân được kiểm tra",
    "unknown.no_number": "chưa rõ số quyết định",
    "unknown.who": "Người gửi",
    "unknown.made": "Ghi trên điện thoại",
    "unknown.what": "Đã gửi",
    "unknown.steps_only": "chưa có dữ liệu, chỉ có bước thực hiện",
    "unknown.counted": "{acts} mục, trong đó {photos} ảnh",
    "unknown.title": "Cuộc kiểm tra chỉ còn trên điện thoại",
    "unknown.lead": "Sổ không có quyết định của cuộc kiểm tra này: quyết định được ban hành trong khoảng thời gian bị "
    "mất khi khôi phục. Những gì điện thoại gửi lên được giữ nguyên, chưa có hiệu lực; ảnh vẫn được lưu.",
    "unknown.told_subject": "Đối tượng, theo biên bản",
    "unknown.told_nothing": "Chưa có biên bản nào ghi",
    "unknown.acts": "Những gì đã gửi",
    "unknown.held": "đang giữ, chưa có hiệu lực",
    "unknown.waits": "chờ trên điện thoại, tự gửi lại",
    "unknown.what_next": "Người đã ký quyết định trên giấy nhập lại quyết định đó, đúng số và ngày trên giấy. Dữ liệu "
    "đang giữ được xét ngay theo thứ tự điện thoại đã ghi; các bước đang chờ, điện thoại tự gửi lại.",
    "unknown.enter_again": "Nhập lại quyết định kiểm tra đã mất",
    "unknown.on_paper": "Theo quyết định trên giấy",
    "unknown.on_paper_said": "Biểu mẫu được điền sẵn theo biên bản lập tại chỗ: hãy đối chiếu từng mục với quyết định "
    "trên giấy. Sổ ghi rõ quyết định được nhập lại sau khôi phục.",
    "unknown.number_hint": "Đúng như trên giấy, ví dụ 01000012/QĐ-KT. Chỉ nhận số mà lần khôi phục đã bỏ qua và chưa "
    "văn bản nào mang.",
    "unknown.day": "Ngày ban hành",
    "unknown.day_hint": "Đúng như trên giấy; phải nằm trong khoảng thời gian bị mất: {spans}.",
    "unknown.reason": "Lý do nhập lại",
    "unknown.reason_hint": "Bản giấy đang ở đâu, đã đối chiếu với ai.",
    "unknown.signed_by_issuer": "Tôi là người đã ký quyết định này trên giấy.",
    "unknown.number_needed": "Cần ghi số như trên giấy.",
    "unknown.day_needed": "Cần ghi ngày ban hành như trên giấy.",
    "unknown.reason_needed": "Cần ghi lý do, từ 3 đến 2000 ký tự.",
    "unknown.confirm": "Nhập lại quyết định này?",
    "unknown.confirm_said": "Quyết định giữ số và ngày trên giấy, cuộc kiểm tra trở lại với Đoàn. Dữ liệu đang giữ "
    "được xét ngay; nội dung nào chưa đủ điều kiện vẫn được giữ, chờ xem xét. Quyết định không sửa được.",
    "unknown.review": "Xem lại trước khi nhập lại",
    "unknown.enter": "Nhập lại",
    "unknown.entered_again": "Quyết định được nhập lại sau khi khôi phục hệ thống, theo số {number} ngày {day} trên "
    "giấy.",
}
