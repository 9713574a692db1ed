"""Words of live pages, in Vietnamese."""

WORDS: dict[str, str] = {
    "live.looking": "Đang xem: {who}",
    "live.looks": "{name} ({minutes} phút)",
    "live.just_came": "{name} (vừa mở)",
    "live.on": "Trang tự cập nhật.",
    "live.tells": "Trang báo khi có thay đổi.",
    "live.off": "Trang không tự cập nhật.",
    "live.reload": "Tải lại",
    "live.updated": "Đã cập nhật lúc {hour}.",
    "live.waits": "Có thay đổi mới. Trang giữ nguyên vì bạn đang nhập; tải lại thì những gì đang nhập vẫn còn.",
    "live.waits_ruling": "Có thay đổi mới trong hồ sơ này. Tải lại trước khi quyết định; những gì đang nhập vẫn còn.",
    "live.kept": "Những gì bạn đã nhập được điền lại.",
    "live.left": "Trang không còn ô cho phần sau, hãy chép lại nếu cần:",
    "live.ended": "Phiên làm việc đã kết thúc hoặc trang không còn xem được.",
}
