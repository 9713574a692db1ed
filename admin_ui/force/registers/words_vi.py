"""Words of the registers of numbers of units."""

WORDS = {
    "registers.title": "Sổ số văn bản",
    "registers.said": "Mỗi sổ đánh số liên tục trong năm. Số không dùng phải hủy kèm lý do (Điều 6 Thông tư "
    "22/2021/TT-BCT).",
    "registers.ended": "đã kết thúc",
    "registers.ended_here": "Đơn vị đã kết thúc ngày {day}. Sổ này giữ nguyên; văn bản mới lấy số trong sổ của "
    "đơn vị kế thừa.",
    "registers.total": "{count} sổ",
    "registers.none": "Năm nay đơn vị chưa có sổ nào. Sổ mở khi cấp số đầu tiên.",
    "registers.left": "Còn lại",
    "registers.set_aside_by": "Người để dành",
    "registers.symbol": "Ký hiệu",
    "registers.last": "Số cuối đã cấp",
    "registers.next": "Số kế tiếp",
    "registers.opening": "Số bắt đầu",
    "registers.opened_at": "sau số {number} đã cấp trên giấy",
    "registers.register": "Sổ",
    "registers.why_not_open": "Quản trị viên khai số bắt đầu, một lần, khi đơn vị bắt đầu dùng hệ thống. Hãy báo "
    "quản trị viên số cuối cùng đã cấp trên giấy.",
    "registers.act_open": "Khai số bắt đầu",
    "registers.follows_open": "Dùng một lần khi đơn vị bắt đầu làm việc trên hệ thống: sổ của năm nay tiếp nối số "
    "đã cấp trên giấy. "
    "Không sửa lại được và không bao giờ lùi số.",
    "registers.number_open": "Số cuối cùng đã cấp trên giấy",
    "registers.number_hint_open": "Chỉ phần số chạy, ví dụ 0120 thì ghi 120. Văn bản kế tiếp sẽ là 121.",
    "registers.reason_hint_open": "Căn cứ vào sổ nào, ai kiểm.",
    "registers.number_needed_open": "Cần ghi số nguyên từ 1 đến 99.999.",
    "registers.of_officer": "sổ riêng của từng công chức",
    "registers.officer": "Số hiệu công chức",
    "registers.officer_hint": "Chỉ khi khai sổ riêng của một công chức: biên bản mang số có số hiệu của người lập.",
    "registers.officer_needed": "Cần ghi số hiệu của một công chức đang làm việc trong đơn vị này.",
    "registers.officers": "Sổ riêng của công chức",
    "registers.officer_name": "Công chức",
    "registers.why_not_aside": "Văn thư hoặc quản trị viên để dành số. Hãy nhờ văn thư của đơn vị.",
    "registers.act_set_aside": "Để dành dải số",
    "registers.follows_set_aside": "Các số kế tiếp được để dành để ghi tay lên văn bản giấy khi hệ thống gián đoạn. "
    "In danh sách và giao cho "
    "đơn vị. Sau đó từng số phải được ghi lại theo văn bản đã ký, hoặc hủy kèm lý do.",
    "registers.number_set_aside": "Bao nhiêu số",
    "registers.number_hint_set_aside": "Từ 1 đến {most}.",
    "registers.reason_hint_set_aside": "Gián đoạn vì việc gì, từ khi nào.",
    "registers.number_needed_set_aside": "Cần ghi số lượng từ 1 đến 200.",
    "registers.done_opened": "Đã khai số bắt đầu của sổ.",
    "registers.done_aside": "Đã để dành dải số. Hãy mở dải số để in danh sách.",
    "registers.done_back": "Đã hủy các số.",
    "registers.ranges": "Dải số để dành khi hệ thống gián đoạn",
    "registers.range": "Dải số",
    "registers.no_ranges": "Chưa để dành dải số nào.",
    "registers.set_aside_at": "Để dành lúc",
    "registers.accounted": "Đã giải trình",
    "registers.counts": "{used} đã dùng, {void} đã hủy",
    "registers.open_count": "còn {count} số",
    "registers.all_accounted": "đủ",
    "registers.range_said": "Số dùng trên giấy: soạn văn bản trong vụ việc, mở trang ký, chọn “Văn bản đã ký trên "
    "giấy khi gián đoạn”, ghi "
    "đúng số và ngày, rồi đưa bản quét vào. Số không dùng: đánh dấu và hủy kèm lý do.",
    "registers.state": "Tình trạng",
    "registers.on_paper": "Văn bản, lý do",
    "registers.used": "đã dùng",
    "registers.void": "đã hủy",
    "registers.not_accounted": "chưa giải trình",
    "registers.paper": "Mở văn bản",
    "registers.void_title": "Hủy các số đã đánh dấu",
    "registers.void_said": "Chỉ hủy số không nằm trên văn bản nào. Số đã hủy không dùng lại được.",
    "registers.void_now": "Hủy số, không dùng lại được",
    "registers.numbers_needed": "Hãy đánh dấu ít nhất một số.",
    "registers.before_link": "Văn bản đã ký trên giấy khi hệ thống gián đoạn, hoặc mất khi khôi phục",
    "registers.before_said": "Đơn vị có dải số để dành chưa giải trình: văn bản đã ký trên giấy bằng số trong dải "
    "đó được ghi tại đây, "
    "đúng số và ngày trên văn bản, rồi đưa bản quét vào.",
    "registers.before_day": "Từ ngày để dành dải số đến hôm nay.",
    "registers.sure": "Các số đã chọn không nằm trên văn bản nào. Số đã hủy không bao giờ dùng lại được.",
    "registers.sure_needed": "Hãy xác nhận rằng các số này không nằm trên văn bản nào.",
}
