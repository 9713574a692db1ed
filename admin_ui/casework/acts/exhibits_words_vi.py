"""What each act of backend/casework/acts/exhibits.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_exhibits.sealed": "Ghi niêm phong",
    "case_acts.why_exhibits.sealed": "Theo biên bản niêm phong (MBB26) đã ký; mỗi tang vật một số niêm phong, "
    "hoặc một số cho tất cả.",
    "case_story.exhibits.sealed": "Niêm phong {exhibits} theo {document_id}, số niêm phong {seals}, lúc {sealed_at}.",
    "case_acts.do_exhibits.unsealed": "Ghi mở niêm phong",
    "case_acts.why_exhibits.unsealed": "Theo biên bản mở niêm phong (MBB27) đã ký; ghi rõ niêm phong còn nguyên "
    "hay không.",
    "case_story.exhibits.unsealed": "Mở niêm phong {exhibits} theo {document_id} lúc {unsealed_at}; {intact}.",
    "case_acts.do_exhibits.moved": "Ghi chuyển nơi giữ tang vật",
    "case_acts.why_exhibits.moved": "Ai nhận giữ, ở đâu, lúc nào: theo MBB26, MBB27 hoặc biên "
    "bản bàn giao đã đưa vào hồ sơ; quá trình bảo quản không được đứt đoạn.",
    "case_story.exhibits.moved": "Chuyển {exhibits} cho {keeper} bảo quản[ tại {place}] lúc {moved_at}[ "
    "({document_id})][ (bút lục {sheet})][. Một người làm: {alone}].",
    "case_acts.do_exhibits.divided": "Tách tang vật",
    "case_acts.why_exhibits.divided": "Một phần tang vật đi đường khác phần còn lại (ví dụ 30 trong 40 hộp bị "
    "tịch thu): tách thành hai dòng để văn bản nêu đúng từng phần.",
    "case_story.exhibits.divided": "Tách {quantity} từ {exhibits} thành dòng riêng: {reason}.",
    "case_acts.do_exhibits.disposed": "Ghi xử lý tang vật",
    "case_acts.why_exhibits.disposed": "Trả lại (MQĐ24), tịch thu theo quyết định; bán, chuyển giao thì chọn "
    "bút lục của hợp đồng, biên bản và ghi người nhận; hàng dễ hư hỏng bán "
    "ngay thì ghi cả tài khoản tạm gửi (Điều 81, 82, 126 Luật Xử lý vi "
    "phạm hành chính).",
    "case_story.exhibits.disposed": "Xử lý {exhibits}: {disposition} ngày {on}[ theo {document_id}][, thu "
    "{proceeds}][, gửi vào {deposited}][; {receiver} nhận][ (bút lục {sheet})][. Một người làm: {alone}].",
    "case_acts.do_exhibits.destroyed": "Ghi việc tiêu hủy",
    "case_acts.why_exhibits.destroyed": "Theo quyết định buộc tiêu hủy (MQĐ16) và biên bản tiêu hủy (MBB21) do "
    "người khác lập, "
    "có người tham gia (Điều 33, 126 Luật Xử lý vi phạm hành chính).",
    "case_story.exhibits.destroyed": "Tiêu hủy {exhibits} ngày {destroyed_on}, theo {decision_id} và {minutes_id}.",
}
