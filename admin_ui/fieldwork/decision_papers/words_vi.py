"""Words of inspection decisions as papers."""

WORDS: dict[str, str] = {
    "qdkt.title": "Quyết định kiểm tra",
    "qdkt.what": "Quyết định đang soạn, chờ ký, chờ bản quét hoặc chờ đối chiếu.",
    "qdkt.what_all": "Mọi quyết định kiểm tra đã soạn trong phạm vi của bạn, mới nhất trước.",
    "qdkt.none": "Không có quyết định nào.",
    "qdkt.every": "Xem tất cả",
    "qdkt.open_only": "Chỉ xem việc đang chờ",
    "qdkt.draft_new": "Soạn quyết định",
    "qdkt.paper": "Văn bản",
    "qdkt.no_number": "Chưa có số",
    "qdkt.drafted": "Người soạn",
    "qdkt.state": "Trạng thái",
    "qdkt.pdf": "Văn bản quyết định (PDF)",
    "qdkt.changes": "Quyết định được thay đổi",
    "qdkt.reason": "Lý do",
    "qdkt.change": "Sửa đổi, bổ sung, gia hạn quyết định",
    "qdkt.change_said": "Chỉ sửa mục thay đổi. Chỉ thay số ngày thì văn bản là quyết định gia hạn (QĐ-KDGH); "
    "thay nội dung, địa điểm hoặc Đoàn kiểm tra thì là quyết định sửa đổi, bổ sung (QĐ-SĐBSKT). Ký xong mới có "
    "hiệu lực.",
    "qdkt.place_needed": "Cần nêu địa điểm kiểm tra.",
    "qdkt.lapse": "Ghi nhận quyết định hết hiệu lực",
    "qdkt.lapse_said": "Chỉ ghi được khi đã quá 5 ngày làm việc kể từ ngày ban hành mà chưa công bố quyết định "
    "(khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13). Muốn kiểm tra thì phải có quyết định mới.",
    "qdkt.inspection": "Cuộc kiểm tra",
    "qdkt.state_draft": "Dự thảo",
    "qdkt.state_printed": "Đã in, chờ ký trên bản giấy",
    "qdkt.state_awaiting": "Đã ký trên bản giấy, chờ đối chiếu",
    "qdkt.state_sent_back": "Bản quét bị trả lại",
    "qdkt.state_signed": "Đã ký",
    "qdkt.state_discarded": "Đã bỏ",
    "qdkt.said_printed": "Bản in đã có số và mã tra cứu. Người ký ký, đóng dấu rồi gửi bản quét: từ lúc đó "
    "quyết định có hiệu lực theo ngày ghi trên văn bản và đến điện thoại của Đoàn.",
    "qdkt.said_awaiting": "Quyết định có hiệu lực từ khi ký. Người khác với người soạn và người ký đối chiếu "
    "bản quét với bản in.",
    "qdkt.said_sent_back": "Bản quét khác bản in. Hãy gửi bản quét khác.",
    "qdkt.to_sign": "Trình ký",
    "qdkt.signer": "Người ký: {title} {name}",
    "qdkt.faults": "Chưa ký được:",
    "qdkt.edit": "Sửa dự thảo",
    "qdkt.save": "Lưu và xem văn bản",
    "qdkt.sign_follows": "Ký xong, quyết định có số, có mã tra cứu, đến điện thoại của Đoàn và không sửa được nữa.",
    "qdkt.sign_now": "Ký số và ban hành",
    "qdkt.by_hand_said": "Hệ thống cấp số và mã, tạo bản in A4. Ký, đóng dấu rồi gửi bản quét; chưa có bản quét "
    "thì quyết định chưa có hiệu lực.",
    "qdkt.not_your_signature": "Người có thẩm quyền của đơn vị ký văn bản này.",
    "qdkt.scan_follows": "Gửi bản quét là xác nhận bạn đã ký bản giấy: quyết định có hiệu lực và đến điện thoại "
    "của Đoàn.",
    "qdkt.notes": "Nội dung biểu mẫu cần đối chiếu với bản chính thức",
    "qdkt.done_already": "Biểu mẫu này đã được ghi nhận từ lần gửi trước; lần này không ghi thêm gì.",
    "qdkt.done_saved": "Đã lưu dự thảo.",
    "qdkt.done_signed": "Đã ký và ban hành quyết định.",
    "qdkt.done_printed": "Đã cấp số. Hãy tải bản in về để ký.",
    "qdkt.done_scanned": "Đã nhận bản quét. Quyết định có hiệu lực, chờ đối chiếu.",
    "qdkt.done_compared": "Đã ghi kết quả đối chiếu.",
    "qdkt.done_discarded": "Đã bỏ văn bản.",
}
