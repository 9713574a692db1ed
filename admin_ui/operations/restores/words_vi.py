"""Words of restores."""

WORDS: dict[str, str] = {
    "restores.title": "Khôi phục hệ thống",
    "restores.lead": "Mỗi lần hệ thống phải khôi phục từ bản sao lưu được khai báo một lần trong sổ, có chữ ký của máy "
    "chủ, không sửa được; hồ sơ xuất ra sau đó mang theo lời khai này.",
    "restores.none": "Chưa lần nào hệ thống này phải khôi phục.",
    "restores.todo": "Việc cần làm",
    "restores.todo_phones": "Nhắc người có điện thoại nghiệp vụ mở ứng dụng ở nơi có mạng: việc làm trên điện thoại tự "
    "gửi lại, với số và ngày đã ghi.",
    "restores.todo_again": "Việc làm tại bàn trong thời gian mất (nhận tin, giao việc, ghi nộp tiền, giao quyết định…) "
    "thì ghi lại vào vụ việc với ngày xảy ra trên giấy tờ, và nói trong ghi chú rằng ghi lại sau khôi phục.",
    "restores.todo_taken_back": "Điều đã rút lại trong thời gian mất nay có lại: tài khoản đã khóa, thiết bị đã chặn, "
    "quyết định giao quyền đã thu hồi, chứng thư đã gỡ, mật khẩu đã đổi. Hãy rà và làm lại.",
    "restores.todo_paper": "Văn bản đã ban hành tại bàn trong thời gian mất giữ nguyên số, ngày, mã trong tay người "
    "nhận: soạn lại đúng nội dung trong vụ việc, rồi ở trang ký chọn ghi lại với số của nó; không ban hành "
    "văn bản khác thay nó.",
    "restores.one": "Khôi phục khai báo lúc",
    "restores.gap": "Thời gian mất",
    "restores.lost": "Đã mất",
    "restores.lost_unknown": "không rõ bao nhiêu bản ghi",
    "restores.lost_nothing": "không mất bản ghi nào",
    "restores.lost_some": "ít nhất {count} bản ghi",
    "restores.reason": "Lý do",
    "restores.operator": "Người vận hành",
    "restores.held": "Sổ còn lại",
    "restores.entries": "{count} bản ghi",
    "restores.outside": "Mốc kiểm mới nhất bên ngoài",
    "restores.numbers": "Số bỏ qua",
    "restores.numbers_said": "mỗi dãy số của đơn vị {units} số, của công chức {officers} số, năm {years}",
    "restores.logs": "Nhật ký",
    "restores.then": "tiếp bằng",
    "restores.entry": "Bản ghi trong sổ",
    "restores.key": "khóa",
    "restores.ranges": "Những số bị bỏ qua",
    "restores.ranges_said": "Không ai biết phần đã mất dùng những số nào, nên không số nào được cấp lại: số bỏ qua "
    "trong sổ đăng ký là vì lần khôi phục, không phải vì xóa. Số đã ghi trên văn bản trong tay người nhận vẫn là của "
    "văn bản đó (Điều 6 Thông tư 22/2021/TT-BCT). Dãy bắt đầu về sau cũng bắt đầu sau khoảng này.",
    "restores.ranges_none": "Không có dãy số nào trong phạm vi của bạn.",
    "restores.whose": "Của ai",
    "restores.form": "Loại",
    "restores.year": "Năm",
    "restores.range": "Từ – đến",
    "restores.at": "Lúc",
    "restores.lately": "Hệ thống đã khôi phục từ bản sao lưu: việc làm tại bàn từ {since} đến {until} không còn trong "
    "sổ, và vụ việc không tìm thấy có thể thuộc phần đó.",
    "restores.read": "Mất gì, làm gì tiếp",
    "restores.before": "Ghi lại văn bản đã ban hành trước khi khôi phục",
    "restores.before_said": "Chỉ dùng khi người nhận đang giữ văn bản này và sổ đã mất nó trong lần khôi phục. Nội "
    "dung soạn ở đây phải đúng như văn bản đã ký; số, ngày và mã giữ nguyên.",
    "restores.before_who": "Người đã ký ghi lại. Người đó không còn giữ chức vụ ở đơn vị thì cấp trưởng không thấp hơn "
    "ghi lại, dưới tên người đã ký.",
    "restores.before_then": "Sau đó đưa bản quét hoặc tệp đã ký vào như văn bản ký trên bản giấy, và một người khác "
    "đối chiếu.",
    "restores.before_phone": "Biên bản lập trên điện thoại nghiệp vụ thì tự gửi lại với số đã ghi: không ghi lại ở "
    "đây.",
    "restores.day_hint": "Phải nằm trong thời gian mất: {spans}.",
    "restores.number_hint": "Đúng như trên văn bản, ví dụ 01000002/QĐ-XPHC.",
    "restores.day": "Ngày trên văn bản",
    "restores.code": "Mã tra cứu trên văn bản",
    "restores.code_hint": "Cạnh mã QR, để mã đó tra cứu lại được. Để trống nếu văn bản không có mã.",
    "restores.reason_hint": "Ai đang giữ bản đã ký, đã đối chiếu với ai. Danh mục ngoại lệ ghi lý do này để "
    "cấp trên kiểm tra.",
    "restores.before_now": "Ghi lại với số này",
    "restores.before_link": "Văn bản đã ban hành trước khi khôi phục, người nhận đang giữ? Ghi lại với số của nó",
}
