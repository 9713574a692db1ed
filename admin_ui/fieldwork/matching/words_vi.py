"""Words of matching decisions signed by hand, in Vietnamese."""

WORDS: dict[str, str] = {
    "matching.title": "Quyết định ký trên bản giấy, chờ đối chiếu",
    "matching.what": "Đoàn đã bắt đầu kiểm tra tại chỗ từ quyết định ký trên bản giấy, khi chưa có mạng. Người thứ hai "
    "đối chiếu trong 48 giờ; việc không khớp vẫn nằm ở đây.",
    "matching.none": "Không có quyết định nào chờ đối chiếu.",
    "matching.one": "Đối chiếu quyết định",
    "matching.begun": "Người bắt đầu",
    "matching.begun_on": "Bắt đầu",
    "matching.waits": "Chờ đối chiếu",
    "matching.differs": "Không khớp",
    "matching.open": "Có {count} cuộc kiểm tra bắt đầu từ quyết định ký trên bản giấy đang chờ đối chiếu",
    "matching.of_inspection": "Cuộc kiểm tra này bắt đầu từ quyết định ký trên bản giấy.",
    "matching.how": "So từng mục đã gõ với ảnh các tờ quyết định: số, ngày, người ký, chữ ký và dấu, tên, địa điểm, "
    "nội dung, Đoàn kiểm tra. Quyết định có hiệu lực từ khi ký.",
    "matching.typed": "Đoàn đã gõ",
    "matching.sheets": "Ảnh các tờ quyết định ({count})",
    "matching.sheet": "Tờ {number}",
    "matching.no_sheets": "Chưa có ảnh tờ nào.",
    "matching.sheets_to_come": "Còn {count} ảnh chưa về máy chủ.",
    "matching.paper": "Văn bản cùng số tại cơ quan",
    "matching.no_paper": "Cơ quan chưa cấp số này cho quyết định nào trên hệ thống.",
    "matching.looked": "Tôi đã xem từng tờ và so với nội dung đã gõ.",
    "matching.looked_needed": "Hãy xem từng tờ rồi đánh dấu.",
    "matching.differs_how": "Nếu không khớp: khác ở đâu",
    "matching.is_paper": "Là văn bản cùng số",
    "matching.sheets_first": "Chỉ kết luận “Ảnh là quyết định” được khi ảnh mọi tờ đã về máy chủ. Nếu chưa chụp, "
    "yêu cầu Đoàn chụp các tờ.",
    "matching.is_sheets": "Ảnh là quyết định, đã gõ đúng",
    "matching.is_not": "Không khớp",
    "matching.second": "Người đối chiếu là thủ trưởng hoặc văn thư của đơn vị, không phải người bắt đầu kiểm tra và "
    "không phải người ký quyết định.",
    "matching.done": "Đã ghi kết quả đối chiếu.",
    "matching.found_paper": "Khớp với văn bản của cơ quan.",
    "matching.found_sheets": "Ảnh là quyết định, nội dung đã gõ đúng.",
    "matching.found_differs": "Không khớp.",
    "matching.plan": "Phương án, mục kế hoạch hoặc lý do khẩn cấp có trước quyết định",
    "matching.plan_hint": "Để trống nếu không biết: việc này được liệt kê cho pháp chế và kiểm tra "
    "nội bộ (Điều 12 Thông tư 27/2020/TT-BCT).",
}
