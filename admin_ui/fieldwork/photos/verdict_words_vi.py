"""Words of the checks of acts and photographs, question by question, and what each answer means."""

WORDS: dict[str, str] = {
    "verdict.title": "Kiểm chứng",
    "verdict.caption": "Từng câu hỏi được kiểm riêng; không cộng thành điểm",
    "verdict.question": "Câu hỏi",
    "verdict.answer": "Trả lời",
    "verdict.meaning": "Nghĩa là",
    "verdict.all_good": "Các kiểm chứng đều tốt",
    "verdict.none_doubtful": "không có kết quả cần xem",
    "verdict.doubtful": "{count} kết quả cần xem",
    "verdict.nothing_wrong": "Không có gì sai.",
    "verdict.see": "Xem từng câu hỏi",
    "verdict.none": "Việc này ghi tại bàn làm việc nên không có chữ ký của điện thoại.",
    "verdict.summary_said": "Tổng hợp các việc do điện thoại ghi trong hồ sơ này. "
    "Kết quả “Không đúng” không làm mất chứng cứ; chứng cứ vẫn được giữ, đánh dấu và giải thích.",
    "verdict.times": "{count} việc",
    "verdict.times_photos": "{count} ảnh",
    "verdict.signature": "Chữ ký của điện thoại",
    "verdict.signature_ok": "Đúng",
    "verdict.signature_ok_said": "Khóa trong chính điện thoại này đã ký đúng nội dung này; "
    "từ lúc ký chưa ai sửa.",
    "verdict.signature_invalid": "Không đúng",
    "verdict.signature_invalid_said": "Chữ ký không khớp với nội dung hoặc với khóa của máy: "
    "không thể dựa vào đó để biết máy nào đã ghi và nội dung có còn nguyên hay không.",
    "verdict.device": "Máy đã đăng ký",
    "verdict.device_ok": "Đã đăng ký, còn hiệu lực",
    "verdict.device_ok_said": "Máy đã được đăng ký và chưa bị thu hồi khi dữ liệu đến.",
    "verdict.device_unknown": "Chưa đăng ký",
    "verdict.device_unknown_said": "Máy chủ không biết máy này, nên không có khóa để kiểm chữ ký.",
    "verdict.device_revoked": "Đã bị thu hồi",
    "verdict.device_revoked_said": "Quản trị đã thu hồi máy trước khi dữ liệu đến: "
    "máy có thể đã mất hoặc ở tay người khác.",
    "verdict.sequence": "Số thứ tự của máy",
    "verdict.sequence_ok": "Liền mạch",
    "verdict.sequence_ok_said": "Số của việc này nối ngay sau số trước của cùng máy.",
    "verdict.sequence_gap": "Thiếu số ở giữa",
    "verdict.sequence_gap_said": "Máy đã ghi ít nhất một việc trước đó mà máy chủ chưa nhận được.",
    "verdict.sequence_late": "Đến sau số lớn hơn",
    "verdict.sequence_late_said": "Việc này đến sau những việc máy ghi sau nó; "
    "thường do mạng, nhưng vẫn ghi lại.",
    "verdict.chain": "Chuỗi nhật ký của máy",
    "verdict.chain_ok": "Nối đúng",
    "verdict.chain_ok_said": "Việc này mang mã băm của việc trước đó của máy: không chen, "
    "không bớt được ở giữa.",
    "verdict.chain_broken": "Đứt",
    "verdict.chain_broken_said": "Mã băm mang theo không phải của việc trước đó: "
    "nhật ký của máy đã rẽ hoặc bị thay.",
    "verdict.chain_unknown": "Chưa nối được",
    "verdict.chain_unknown_said": "Việc đứng ngay trước chưa có ở máy chủ nên chưa so được.",
    "verdict.time": "Giờ ghi",
    "verdict.time_ok": "Trong khoảng kiểm chứng được",
    "verdict.time_ok_said": "Giờ của điện thoại nằm giữa mốc giờ máy chủ đã ký "
    "và lúc máy chủ nhận, xê dịch không quá hai phút.",
    "verdict.time_no_anchor": "Chưa có mốc dưới",
    "verdict.time_no_anchor_said": "Máy chưa có mốc giờ do máy chủ ký: chỉ chắc chắn "
    "việc này không muộn hơn lúc máy chủ nhận.",
    "verdict.time_before_anchor": "Sớm hơn mốc giờ",
    "verdict.time_before_anchor_said": "Điện thoại ghi một giờ sớm hơn giờ máy chủ "
    "mà chính máy đã nhận trước đó: đồng hồ máy chạy chậm hoặc bị vặn lùi.",
    "verdict.time_after_receipt": "Muộn hơn lúc nhận",
    "verdict.time_after_receipt_said": "Điện thoại ghi một giờ muộn hơn lúc máy chủ nhận: "
    "đồng hồ máy chạy nhanh hoặc bị vặn tới.",
    "verdict.time_anchor_invalid": "Mốc giờ không phải của máy chủ",
    "verdict.time_anchor_invalid_said": "Mốc giờ kèm theo không do máy chủ này ký, "
    "nên không chứng minh được gì.",
    "verdict.place": "Vị trí",
    "verdict.place_ok": "Do điện thoại đo",
    "verdict.place_ok_said": "Cảm biến hoặc hệ điều hành của máy đo; "
    "sai số và tuổi của lần đo ghi bên cạnh.",
    "verdict.place_stated": "Do người ghi chỉ",
    "verdict.place_stated_said": "Người ghi chỉ trên bản đồ hoặc nhập tay: là lời khai, "
    "không phải kết quả đo.",
    "verdict.place_mocked": "Bị báo là giả lập",
    "verdict.place_mocked_said": "Hệ điều hành của máy báo vị trí do một ứng dụng giả lập đưa ra.",
    "verdict.place_absent": "Không có",
    "verdict.place_absent_said": "Không kèm vị trí: máy không bắt được hoặc không được phép. "
    "Thiếu vị trí chưa phải là sai.",
    "verdict.bytes": "Bản gốc",
    "verdict.bytes_pending": "Chưa về kho",
    "verdict.bytes_pending_said": "Điện thoại đã khai báo ảnh với mã băm, "
    "nhưng tệp chưa đến máy chủ.",
    "verdict.bytes_ok": "Đã lưu, mã băm khớp",
    "verdict.bytes_ok_said": "Tệp đã vào kho, được đọc lại và có đúng mã băm "
    "điện thoại đã khai báo.",
    "verdict.bytes_verified": "Đã lưu, đã kiểm lại và khóa",
    "verdict.bytes_verified_said": "Sau khi lưu, tệp được đọc lại toàn bộ lần nữa, mã băm vẫn khớp, "
    "rồi khóa không cho xóa hoặc thay.",
    "verdict.bytes_differs": "KHÁC với khai báo",
    "verdict.bytes_differs_said": "Tệp trong kho không có mã băm điện thoại đã khai báo. "
    "Hãy báo ngay cho kiểm tra nội bộ.",
}
