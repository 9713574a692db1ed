"""Words of the system log."""

WORDS: dict[str, str] = {
    "log.title": "Nhật ký hệ thống",
    "log.lead": "Ai đã xem, tìm kiếm, lấy bản sao, đăng nhập hoặc bị từ chối, trong đơn vị của bạn và cấp dưới. "
    "Chỉ người kiểm tra nội bộ xem được. Việc xem nhật ký này cũng được ghi lại.",
    "log.lead_refusals": "Các yêu cầu bị từ chối trong đơn vị của bạn và cấp dưới. "
    "Việc xem nhật ký này cũng được ghi lại.",
    "log.officer": "Cán bộ",
    "log.officer_hint": "Tên đăng nhập, hoặc một phần họ tên, có dấu hay không dấu.",
    "log.record": "Số hồ sơ",
    "log.record_hint": "Số quyết định kiểm tra hoặc số hồ sơ vụ việc; có thể chỉ nhập phần trước dấu gạch chéo.",
    "log.kind": "Loại",
    "log.unit": "Đơn vị",
    "log.since": "Từ ngày",
    "log.until": "Đến ngày",
    "log.from": "từ",
    "log.none": "Không có dòng nào trong nhật ký.",
    "log.older": "Cũ hơn",
}
