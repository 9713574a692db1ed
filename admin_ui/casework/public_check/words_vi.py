"""Words of the area `verify`: the public check of a paper."""

WORDS: dict[str, str] = {
    "verify.title": "Tra cứu văn bản",
    "verify.ask_heading": "Kiểm tra một văn bản",
    "verify.ask_said": "Nhập mã tra cứu in trên văn bản, hoặc quét mã QR bằng điện thoại. Không cần tài khoản.",
    "verify.code": "Mã tra cứu",
    "verify.code_hint": "28 chữ số và chữ cái; chữ hoa hay thường, dấu gạch hay dấu cách đều được.",
    "verify.look_up": "Tra cứu",
    "verify.another": "Tra cứu văn bản khác",
    "verify.problem_heading": "Không tra cứu được",
    "verify.not_understood": "Không đọc được những gì vừa gửi. Hãy nhập lại mã in trên văn bản.",
    "verify.unexpected": "Hệ thống gặp lỗi không lường trước nên chưa tra cứu được. Hãy thử lại sau ít phút; nếu "
    "lặp lại, hãy báo cơ quan ghi trên văn bản số tham chiếu {reference}.",
    "verify.problem_said": "Nếu văn bản trên tay bạn mang đúng mã này, hãy hỏi cơ quan ghi trên văn bản.",
    "verify.number": "Số, ký hiệu",
    "verify.issued_on": "Ngày ban hành",
    "verify.unit": "Cơ quan",
    "verify.issuer": "Người ký",
    "verify.party": "Bên liên quan (đã che)",
    "verify.signature": "Chữ ký số",
    "verify.no_signature": "Không có chữ ký số",
    "verify.technical": "Kỹ thuật: mã băm của tệp",
    "verify.content": "Mã nội dung, như ở chân mỗi trang",
    "verify.sha256": "Mã băm SHA-256 của tệp",
    "verify.earlier_file": "Tệp khác của văn bản này",
    "verify.seal": "Dấu, chữ ký số của cơ quan",
    "verify.sealed_sha256": "SHA-256 của tệp có dấu số (tệp phát hành)",
    "verify.signed_sha256": "SHA-256 của tệp người ký đã ký (chưa có dấu)",
    "verify.replaced_by": "Được thay thế bằng văn bản số",
    "verify.cancelled_by": "Bị hủy bỏ bằng văn bản số",
    "verify.amended_by": "Được sửa đổi, đính chính hoặc hủy bỏ một phần bằng văn bản số",
    "verify.extended_by": "Được gia hạn bằng văn bản số",
    "verify.suspended_by": "Tạm đình chỉ thi hành bằng văn bản số",
    "verify.file_heading": "So tệp PDF bạn có với văn bản đã ban hành",
    "verify.file_said": "Tệp được kiểm tra ngay trên thiết bị của bạn, không gửi đi đâu.",
    "verify.choose": "Chọn tệp PDF, hoặc kéo thả vào trang này",
    "verify.checking": "Đang kiểm tra …",
    "verify.same": "ĐÚNG: tệp này y nguyên văn bản đã ban hành.",
    "verify.same_but": "Tệp này y nguyên văn bản đã ban hành, nhưng văn bản KHÔNG còn hiệu lực (xem trên).",
    "verify.differs": "SAI: tệp này KHÔNG phải văn bản đã ban hành, hoặc đã bị sửa.",
    "verify.differs_again": "Tệp này khác tệp nhập lại sau khôi phục (xem trên). Hãy hỏi cơ quan ban hành.",
    "verify.earlier": "Tệp này là tệp thật, máy chủ đã giao trước; nay có tệp khác (xem trên), nội "
    "dung như nhau.",
    "verify.differs_site": "Tệp này KHÔNG phải tệp mà hệ thống đang giữ của văn bản này. Nếu bạn tải nó "
    "trước khi hệ thống giữ tệp, hãy so mã nội dung và kiểm tra niêm bằng phần mềm đọc PDF, hoặc hỏi cơ quan.",
    "verify.insecure": "Trình duyệt này không kiểm tra được tại đây. Hãy tự kiểm tra như hướng dẫn bên dưới.",
    "verify.unreadable": "Không đọc được tệp này.",
    "verify.by_hand": "Tự kiểm tra, không cần trang này",
    "verify.by_hand_said": "Tính mã băm của tệp bằng một trong các lệnh sau (Linux, Windows, macOS) rồi so từng ký tự "
    "với mã băm ở trên. Chữ ký số xem được bằng phần mềm đọc PDF.",
    "verify.shown_only": "Trang này chỉ cho biết văn bản còn hiệu lực hay không và cách nhận ra tệp; "
    "nội dung vụ việc không được công khai.",
    "verify.unproven_said": "Trang này không nêu điều gì về văn bản mang mã này, vì sổ điện tử không chứng minh "
    "được. Đừng dựa vào bản trên tay cho đến khi cơ quan ghi trên văn bản xác nhận.",
    "verify.full_heading": "Xem bản đầy đủ",
    "verify.full_said": "Dành cho đối tượng được giao văn bản: nhập mã xem bản đầy đủ ghi trên phiếu giao kèm bản "
    "sao.",
    "verify.second_code": "Mã xem bản đầy đủ",
    "verify.second_hint": "12 chữ số và chữ cái; chữ hoa hay thường, dấu gạch hay dấu cách đều được. Sai 5 lần thì "
    "mã bị khóa.",
    "verify.full_open": "Xem bản đầy đủ",
    "verify.full_files": "Tệp của văn bản, y nguyên như đã ban hành. Việc mở bằng mã này được ghi lại cho cơ quan "
    "ban hành biết.",
    "verify.full_take": "Tải tệp",
    "verify.full_minutes": "Trang này dùng được trong 10 phút; sau đó hãy nhập lại mã.",
    "verify.full_back": "Về trang tra cứu của văn bản",
}
