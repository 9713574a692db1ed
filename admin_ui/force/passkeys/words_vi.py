"""Words of the area `passkeys`: the officer's own passkeys, and confirming by one."""

WORDS: dict[str, str] = {
    "passkeys.title": "Khóa truy cập (passkey)",
    "passkeys.what": "Khóa truy cập thay cho mã xác thực (OTP) khi hệ thống hỏi lại trước lúc ký, phê duyệt, xuất dữ "
    "liệu. Máy hoặc điện thoại của bạn giữ khóa và chỉ mở bằng vân tay, khuôn mặt hoặc mã PIN của máy; hệ thống không "
    "nhận các dữ liệu đó. Mã xác thực vẫn dùng được như trước.",
    "passkeys.none": "Bạn chưa có khóa truy cập nào.",
    "passkeys.name": "Tên khóa",
    "passkeys.name_hint": "Để bạn nhận ra, ví dụ: Máy tính phòng nghiệp vụ, Điện thoại của tôi.",
    "passkeys.error_name": "Hãy đặt tên cho khóa, từ 1 đến 60 ký tự, trên một dòng.",
    "passkeys.kind": "Khóa nằm ở",
    "passkeys.synced": "Đồng bộ giữa các máy của bạn",
    "passkeys.one_machine": "Chỉ trên một máy",
    "passkeys.added": "Ngày thêm",
    "passkeys.last_used": "Dùng lần cuối",
    "passkeys.never_used": "Chưa dùng",
    "passkeys.went_back": "Bộ đếm đi lùi",
    "passkeys.went_back_how": "Bộ đếm của một khóa đã đi lùi: có thể đã có bản sao của khóa đó. Nếu không rõ vì sao, "
    "hãy gỡ khóa đó và thêm khóa mới.",
    "passkeys.add": "Thêm khóa truy cập",
    "passkeys.add_next": "Tiếp tục",
    "passkeys.many": "Bạn đã có {most} khóa truy cập, là số nhiều nhất. Hãy gỡ khóa không dùng nữa trước.",
    "passkeys.elsewhere": "Tại địa chỉ bạn đang mở, trình duyệt không cho dùng khóa truy cập. Hãy mở:",
    "passkeys.nowhere": "Hệ thống này chưa đặt địa chỉ có tên miền, nên trình duyệt không cho dùng khóa truy cập. Hãy "
    "hỏi người vận hành.",
    "passkeys.missing": "Trình duyệt này không tạo được khóa truy cập, hoặc đang tắt JavaScript. Hãy dùng trình duyệt "
    "mới hơn.",
    "passkeys.make_said": "Bấm nút rồi làm theo trình duyệt: mở khóa bằng vân tay, khuôn mặt hoặc mã PIN của máy. Bạn "
    "có năm phút.",
    "passkeys.make_now": "Tạo khóa truy cập",
    "passkeys.remove": "Gỡ khóa",
    "passkeys.remove_follows": "Khóa này sẽ không xác nhận được nữa, ở mọi máy. Việc đã xác nhận trước đó giữ nguyên. "
    "Hãy xóa khóa trong máy hoặc điện thoại nữa, vì hệ thống không tự xóa được.",
    "passkeys.done_added": "Đã thêm khóa truy cập.",
    "passkeys.done_removed": "Đã gỡ khóa truy cập.",
    "passkeys.hint": "Không muốn nhập mã mỗi lần? Hãy xác nhận bằng vân tay, khuôn mặt hoặc mã PIN của máy:",
    "passkeys.confirm_title": "Xác nhận bằng khóa truy cập hoặc mã xác thực (OTP)",
    "passkeys.confirm_said": "Mở khóa bằng vân tay, khuôn mặt hoặc mã PIN của máy, không cần nhập mã.",
    "passkeys.confirm_now": "Dùng khóa truy cập",
    "passkeys.waiting": "Hãy làm theo hướng dẫn của máy…",
    "passkeys.stopped": "Chưa xác nhận: bạn đã dừng, hoặc đã hết thời gian. Hãy bấm lại.",
    "passkeys.already": "Máy này đã có khóa truy cập của bạn trong danh sách.",
    "passkeys.failed": "Trình duyệt không dùng được khóa truy cập tại đây. Hãy thử lại; ở trang xác nhận có thể nhập "
    "mã xác thực (OTP).",
    "passkeys.signed_out": "Phiên làm việc đã kết thúc. Hãy đăng nhập lại.",
}
