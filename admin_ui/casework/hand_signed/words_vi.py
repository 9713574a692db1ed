"""Words of the area `byhand`: papers that are signed on paper, their scans and their comparison."""

WORDS: dict[str, str] = {
    "byhand.title": "Văn bản ký trên bản giấy",
    "byhand.what": "Văn bản đã in để ký trên giấy mà chưa đối chiếu xong. Hạn đối chiếu: 48 giờ từ lúc in, "
    "để kịp số hóa trong 48 giờ từ lúc ký (khoản 4 Điều 7 Thông tư 22/2021/TT-BCT). Quyết định "
    "kiểm tra ký trên giấy ở danh sách Quyết định kiểm tra.",
    "byhand.none": "Không có văn bản nào chờ bản quét hoặc chờ đối chiếu.",
    "byhand.count_printed": "chờ bản quét",
    "byhand.count_waits": "chờ đối chiếu",
    "byhand.count_older": "theo quy định cũ, chưa đối chiếu",
    "byhand.paper": "Văn bản",
    "byhand.case": "Vụ việc",
    "byhand.issuer": "Người ký",
    "byhand.state": "Tình trạng",
    "byhand.due": "Hạn đối chiếu",
    "byhand.overdue": "Quá hạn",
    "byhand.hand_printed": "Đã in để ký, chưa có bản quét",
    "byhand.hand_waits": "Đã ký trên bản giấy, chờ đối chiếu",
    "byhand.hand_older": "Ký trên bản giấy theo quy định cũ, chưa đối chiếu",
    "byhand.hand_compared": "Ký trên bản giấy, đã đối chiếu",
    "byhand.said_printed": "Văn bản đã có số nhưng chưa có hiệu lực. In, ký, đóng dấu, quét đủ các trang rồi "
    "đưa bản quét vào.",
    "byhand.said_waits": "Văn bản có hiệu lực từ ngày ghi trên đó. Nộp tiền, công bố, cưỡng chế, tiêu hủy, bán "
    "chỉ sau khi đối chiếu.",
    "byhand.said_older": "Văn bản ban hành khi chưa bắt buộc có bản quét; vẫn giữ hiệu lực. Có thể bổ sung bản "
    "quét và đối chiếu.",
    "byhand.said_compared": "Người thứ hai đã đối chiếu bản quét với bản in.",
    "byhand.sent_back": "Bản quét trước không đúng với bản in: {note}",
    "byhand.open_printed": "Mở bản in",
    "byhand.open_scan": "Mở bản quét",
    "byhand.download_printed": "Tải bản in (PDF)",
    "byhand.download_scan": "Tải bản quét",
    "byhand.send_scan": "Đưa bản quét vào",
    "byhand.replace": "Thay bản quét đã gửi",
    "byhand.replace_title": "Thay bản quét đã gửi",
    "byhand.replace_follows": "Chỉ dùng khi bạn đã gửi nhầm tệp. Bản quét mới thế chỗ bản đang chờ đối chiếu; "
    "hiệu lực của văn bản không đổi. Cả hai bản được lưu.",
    "byhand.done_replaced": "Đã thay bản quét. Bản mới chờ đối chiếu.",
    "byhand.compare": "Đối chiếu",
    "byhand.own": "Người soạn, người ký và người đưa bản quét vào không tự đối chiếu; bạn là một trong số đó.",
    "byhand.scan_title": "Đưa bản quét đã ký vào",
    "byhand.scan_follows": "Khi gửi, văn bản có hiệu lực từ ngày ghi trên đó và chờ người thứ hai đối chiếu. "
    "Bản quét được lưu nguyên vẹn và không xóa được.",
    "byhand.scan_enters": "Vụ việc ghi nhận ngay cùng bản quét, theo những gì người ký đã trả lời khi in. Quyết định "
    "do người khác ký, việc nộp tiền, công bố, cưỡng chế và thay đổi quyết định thì ghi cùng việc đối chiếu.",
    "byhand.made_elsewhere": "Văn bản lập ngoài hệ thống, nhập lại: hệ thống chưa có câu trả lời của người "
    "ký nên hỏi ở đây.",
    "byhand.enter_too": "Ghi ngay quyết định này vào vụ việc (bản quét và việc ghi cùng có hiệu lực, hoặc cùng không)",
    "byhand.scan_now": "Gửi bản quét",
    "byhand.not_now": "Bây giờ chưa làm được: văn bản không chờ bản quét, không chờ đối chiếu, hoặc việc này của "
    "người khác. Trang của văn bản nói đang chờ việc gì, của ai.",
    "byhand.others": "Văn bản đang chờ đối chiếu, và việc đó của người khác.",
    "byhand.no_comparison": "Văn bản không chờ đối chiếu: ở đây chỉ xem lại bản in và bản quét.",
    "byhand.whose": "Xem văn bản đang chờ ai",
    "byhand.compare_title": "Đối chiếu bản quét với bản in",
    "byhand.compare_how": "Xem lần lượt từng trang: nội dung, số, ngày, họ tên và chữ ký, con dấu, đủ số trang, "
    "không sửa chữa.",
    "byhand.printed_side": "Bản in ({pages} trang)",
    "byhand.scan_side": "Bản quét",
    "byhand.looked": "Tôi đã xem đủ các trang của cả hai bản",
    "byhand.looked_needed": "Hãy xem cả hai bản rồi đánh dấu vào ô này.",
    "byhand.agrees": "Đúng với bản in",
    "byhand.differs": "Không đúng: trả lại bản quét",
    "byhand.differs_how": "Khác ở chỗ nào (ghi khi trả lại)",
    "byhand.give_up_follows": "Thu lại mọi tờ đã in. Số {number} thành số hủy, không dùng lại; việc này vào danh "
    "sách ngoại lệ để cấp trên kiểm tra. Văn bản đã ký và giao thì không bỏ: đưa bản quét vào.",
    "byhand.done_scanned": "Đã nhận và lưu bản quét. Văn bản có hiệu lực, chờ đối chiếu.",
    "byhand.done_compared": "Đã ghi kết quả đối chiếu.",
    "byhand.state_again": "Đã ghi lại, chờ bản quét",
    "byhand.hand_again": "Ghi lại sau khôi phục, chưa có bản quét",
    "byhand.said_again": "Văn bản đã được ký từ trước: không in, không ký lại. Đưa vào bản quét của bản đã ký, hoặc "
    "tệp đã ký, để người khác đối chiếu; trước đó sổ chưa coi văn bản là có hiệu lực.",
    "byhand.download_again": "Xem bản dựng lại (PDF)",
    "byhand.give_up_again": "Chỉ bỏ lần ghi lại này: số {number} và mã tra cứu để lại cho lần ghi lại sau. Việc này "
    "vào danh sách ngoại lệ để cấp trên kiểm tra.",
    "byhand.done_again": "Đã ghi lại với số này. Đưa bản quét của bản đã ký vào; không in, không ký lại.",
    "byhand.done_printed": "Đã cấp số. Tải bản in, in một mặt (mỗi trang là một tờ), ký, đóng dấu, quét rồi đưa "
    "bản quét vào.",
}
