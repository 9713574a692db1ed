"""Words of the area `lost`: a phone is lost."""

WORDS: dict[str, str] = {
    "lost.title": "Mất điện thoại",
    "lost.about": "Thu hồi ngay điện thoại bị mất.",
    "lost.of_others": "Báo mất điện thoại của công chức",
    "lost.of_others_mean": "Thủ trưởng hoặc người quản trị báo thay khi công chức không tự báo được. Người đó, "
    "thủ trưởng và người quản trị đều nhận được thông báo.",
    "lost.whose": "Công chức",
    "lost.whose_hint": "Gõ tên để tìm, hoặc tên đăng nhập.",
    "lost.show": "Xem điện thoại",
    "lost.unknown": "Không có công chức này trong phạm vi của bạn. Hãy kiểm tra tên đăng nhập.",
    "lost.which": "Máy nào bị mất?",
    "lost.choose": "Hãy chọn máy bị mất.",
    "lost.last_seen": "Hoạt động gần nhất",
    "lost.unsent": "Việc chưa gửi của {name}: {count}",
    "lost.nothing_unsent": "{name}: không còn việc chưa gửi",
    "lost.unsent_unknown": "Máy chưa từng báo còn việc chưa gửi.",
    "lost.follows": "Máy bị thu hồi ngay: mọi phiên trên máy kết thúc, kể cả của người dùng chung; số đã cấp cho "
    "máy bị hủy. Không hoàn lại được: muốn dùng tiếp phải đăng nhập lại từ đầu. Việc chưa gửi vẫn niêm phong "
    "trên máy.",
    "lost.do": "Báo mất và thu hồi máy",
    "lost.done": "Máy đã bị thu hồi. Thủ trưởng và người quản trị đã được báo.",
    "lost.none": "Bạn không có điện thoại nào đang dùng.",
    "lost.none_of": "{name} không có điện thoại nào đang dùng.",
    "lost.gone": "Máy đã thu hồi",
    "lost.revoked_at": "Thu hồi lúc",
    "lost.next": "Việc cần làm tiếp",
    "lost.next_new": "Dùng máy khác: mở ứng dụng và đăng nhập bằng mật khẩu, mã xác thực (OTP). Nếu ứng dụng tạo "
    "mã nằm trên máy bị mất, hãy nhờ người quản trị cấp lại.",
    "lost.next_found": "Tìm lại được máy: không gỡ ứng dụng. Mở ứng dụng, xuất tệp chưa gửi và nộp cho thủ "
    "trưởng; không việc nào bị mất.",
    "lost.next_codes": "Nếu mật khẩu hoặc tờ mã khôi phục có thể bị lộ, hãy đổi mật khẩu và tạo bộ mã mới.",
    "lost.reason_hint": "Mất ở đâu, khi nào, ai báo.",
    "lost.public_mean": "Không cần điện thoại. Sau khi kiểm tra, bạn chọn máy bị mất; không có phiên làm việc "
    "nào được mở.",
    "lost.not_proven": "Tên đăng nhập, mật khẩu, mã khôi phục hoặc khóa truy cập không đúng. Hãy nhập lại; mã khôi "
    "phục đã dùng thì lấy mã khác trên tờ đã in.",
    "lost.by_code": "Bằng mã khôi phục",
    "lost.by_passkey": "Bằng khóa truy cập",
    "lost.go_on": "Tiếp tục",
    "lost.neither": "Không có mã khôi phục hay khóa truy cập? Hãy gọi thủ trưởng hoặc người quản trị để báo mất "
    "thay bạn.",
    "lost.public_link": "Mất điện thoại?",
}
