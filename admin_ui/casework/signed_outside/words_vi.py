"""Words of papers signed with a token in the officer's own computer."""

WORDS = {
    "token.title": "Ký bằng USB Token hoặc SIM của bạn",
    "token.choose": "Ký bằng USB Token hoặc SIM ký số trên máy của bạn",
    "token.choose_said": "Ba bước: (1) hệ thống giữ số và giao bản PDF cho riêng bạn, chưa có hiệu lực; (2) bạn ký "
    "tệp "
    "đó bằng phần mềm ký số theo chuẩn PAdES; (3) tải tệp đã ký lên trong ngày: văn bản được ban hành ngay.",
    "token.choose_now": "Giữ số và chuẩn bị để ký",
    "token.open": "Bạn đã chuẩn bị văn bản này, số {number}: tải về, ký rồi tải lên",
    "token.continue": "Tiếp tục ký bằng USB Token hoặc SIM",
    "token.none": "Hiện không có bản chuẩn bị nào của bạn cho văn bản này: chưa chuẩn bị, đã sang ngày khác, nội "
    "dung "
    "đã thay đổi, hoặc văn bản đã được ban hành.",
    "token.prepare_again": "Chuẩn bị để ký",
    "token.prepared_at": "Chuẩn bị lúc",
    "token.step_download": "1. Tải bản chuẩn bị",
    "token.step_download_said": "Chỉ bạn tải được. Bản này đã có số, ngày và mã tra cứu, nhưng chưa có hiệu lực.",
    "token.download": "Tải PDF để ký",
    "token.step_sign": "2. Ký trên máy của bạn",
    "token.step_sign_said": "Ký chính tệp đó bằng phần mềm ký số, chọn chuẩn PAdES, ký một lần. Không mở ra lưu, in "
    "hay "
    "ghép tệp. Hình chữ ký (nếu có) đặt vào chỗ trống phía trên họ tên, không che chữ.",
    "token.register_first": "Bạn chưa đăng ký chứng thư số nào còn dùng được. Hãy đăng ký tệp chứng thư công khai "
    "của "
    "USB Token hoặc SIM trước khi tải bản đã ký.",
    "token.step_send": "3. Tải lên bản đã ký",
    "token.step_send_said": "Phải tải lên trong ngày ghi trên văn bản. Sau nửa đêm, chuẩn bị lại: số giữ nguyên, "
    "ngày "
    "và mã tra cứu đổi mới.",
    "token.file": "Tệp PDF đã ký",
    "token.send": "Kiểm tra chữ ký và ban hành",
    "token.nothing_lost": "Không mất gì: bản chuẩn bị vẫn còn, bạn có thể tải lên tệp khác.",
    "token.give_up": "Thôi ký bản này",
    "token.give_up_said": "Số {number} sẽ bị hủy kèm lý do, không dùng lại được. Văn bản trở lại chờ ký và sẽ được "
    "cấp "
    "số khác.",
    "token.give_up_now": "Hủy số và thôi ký",
}
