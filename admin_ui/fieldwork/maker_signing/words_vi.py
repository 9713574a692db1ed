"""Words of the maker's digital signature, and of the stored files of papers made on site."""

WORDS = {
    "maker.title": "Ký số của người lập",
    "maker.back": "Về cuộc kiểm tra",
    "maker.open": "Ký số biên bản này",
    "maker.said": "Bạn ký số bằng chứng thư của mình trên biên bản đã có số và chữ ký của những người có mặt. Sau khi "
    "ký, tệp này là tệp duy nhất được giao; không sửa, không ký lại được.",
    "maker.here": "Ký bằng chứng thư trên máy chủ",
    "maker.certificate": "Chứng thư số",
    "maker.until": "Có hiệu lực đến",
    "maker.no_certificate": "Bạn chưa có chứng thư số còn hiệu lực trên máy chủ. Biên bản vẫn hợp lệ: tệp được giao "
    "mang niêm của máy chủ.",
    "maker.sign_now": "Ký số",
    "maker.outside_said": "Nhận tệp PDF, ký trên máy của bạn theo chuẩn PAdES, rồi gửi lại trong bảy ngày.",
    "maker.send": "Kiểm tra chữ ký và ghi nhận",
    "maker.files": "Tệp của các biên bản",
    "maker.files_said": "Mỗi biên bản được giao dưới dạng một tệp duy nhất; mã băm SHA-256 dưới đây cũng có ở trang "
    "tra cứu công khai.",
    "maker.signed": "Người lập ký số",
    "maker.sealed": "Máy chủ đóng niêm",
    "maker.earlier": "Tệp giao trước",
    "maker.replaced": "Đã thay bằng {number}",
    "maker.replaced_unnumbered": "Đã có biên bản khác thay thế",
    "maker.signed_by": "Chữ ký số của {name}, PAdES {level}",
    "maker.sealed_said": "Niêm do máy chủ đóng, không phải chữ ký của người lập",
}
