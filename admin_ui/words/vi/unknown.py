"""Words of inspections that only phones know."""

WORDS: dict[str, str] = {
    "unknown.list": "Cuộc kiểm tra chỉ còn trên điện thoại",
    "unknown.list_lead": "Điện thoại đã gửi dữ liệu của các cuộc kiểm tra mà sổ không có quyết định: quyết định được "
    "ban hành trong khoảng thời gian bị mất khi khôi phục. Dữ liệu được giữ nguyên, chưa có hiệu lực.",
    "unknown.none": "Không có cuộc kiểm tra nào chỉ còn trên điện thoại.",
    "unknown.unnamed": "Chưa rõ đối tượng được kiểm tra",
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
    "queue.see_all_unknown": "Xem tất cả {count} cuộc kiểm tra chỉ còn trên điện thoại",
}
