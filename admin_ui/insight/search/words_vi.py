"""Words of the search."""

WORDS: dict[str, str] = {
    "search.title": "Tra cứu hồ sơ kiểm tra",
    "search.number": "Số quyết định",
    "search.subject": "Tên tổ chức, cá nhân được kiểm tra",
    "search.subject_hint": "Gõ có dấu hay không dấu đều được.",
    "search.unit": "Đơn vị",
    "search.officer": "Công chức trong Đoàn",
    "search.state": "Trạng thái",
    "search.state_submitted": "Đã trình, chờ ý kiến",
    "search.state_approved": "Đã phê duyệt, đã đồng ý, đã nhận xử lý hoặc không cần ý kiến",
    "search.since": "Ban hành từ ngày",
    "search.until": "Đến ngày",
    "search.any": "Tất cả",
    "search.results": "Kết quả",
    "search.none": "Không có hồ sơ nào khớp. Hãy bớt điều kiện hoặc kiểm tra lại chính tả.",
    "search.total": "{count} cuộc kiểm tra",
    "search.date_wrong": "Ngày không đúng dạng.",
}
