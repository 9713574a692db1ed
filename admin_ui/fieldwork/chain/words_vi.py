"""Words of the way from the proposal to the decision."""

WORDS: dict[str, str] = {
    "chain.proposal_pdf": "Xem đề xuất (PDF)",
    "chain.title": "Từ đề xuất đến quyết định",
    "chain.proposed": "Đề xuất kiểm tra (ĐX)",
    "chain.drafted": "Soạn dự thảo quyết định",
    "chain.returned": "Trả lại đề xuất",
    "chain.plan": "Phương án kiểm tra đột xuất (PA)",
    "chain.emergency": "Khẩn cấp, không có phương án trước",
    "chain.decision": "Quyết định kiểm tra (QĐ-KT)",
    "chain.hand_signed": "Bắt đầu tại chỗ theo quyết định ký trên bản giấy",
    "chain.given_up": "Bỏ văn bản",
    "chain.amended": "Sửa đổi, bổ sung (QĐ-SĐBSKT)",
    "chain.extended": "Gia hạn (QĐ-KDGH)",
    "chain.withdrawn": "Hủy bỏ quyết định",
    "chain.lapsed": "Quyết định hết hiệu lực",
    "chain.informations": "Từ {count} thông tin:",
    "chain.risk_flight": "đối tượng có thể bỏ trốn",
    "chain.risk_dispersal": "có thể tẩu tán, tiêu hủy tang vật",
    "chain.risk_harm": "không kịp ngăn chặn, hạn chế hậu quả",
    "chain.part_contents": "Nội dung",
    "chain.part_place": "Địa điểm",
    "chain.part_team": "Đoàn kiểm tra",
    "chain.part_duration_days": "Số ngày làm việc tại chỗ",
    "chain.begins_at_once": "Kiểm tra đột xuất phải tiến hành ngay sau khi ban hành quyết định (khoản 3 Điều "
    "19 Pháp lệnh 11/2016/UBTVQH13).",
    "chain.begins_late": "Đã qua ngày ban hành mà chưa công bố quyết định.",
    "chain.begins_by": "Bắt đầu kiểm tra chậm nhất hết ngày {day}: 5 ngày làm việc kể từ ngày ban hành "
    "(khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13).",
    "chain.starts_later": "Dự thảo bắt đầu từ ngày {day}, nhưng kiểm tra đột xuất phải tiến hành ngay "
    "(khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13).",
}
