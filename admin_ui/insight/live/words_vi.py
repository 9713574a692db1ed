"""Words of live pages, in Vietnamese."""

WORDS: dict[str, str] = {
    "live.looking": "Đang xem: {who}",
    "live.looks": "{name} ({minutes} phút)",
    "live.just_came": "{name} (vừa mở)",
    "live.on": "Trang tự cập nhật.",
    "live.off": "Trang không tự cập nhật.",
    "live.reload": "Tải lại",
    "live.updated": "Đã cập nhật lúc {hour}.",
    "live.waits": "Có thay đổi mới. Trang chưa được cập nhật để giữ những gì bạn đang nhập.",
    "live.waits_ruling": "Có thay đổi mới trong hồ sơ này. Hãy tải lại trước khi quyết định.",
    "live.ended": "Phiên làm việc đã kết thúc hoặc trang không còn xem được.",
}
