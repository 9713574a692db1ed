"""Words of the agency's digital seal on a paper."""

WORDS = {
    "seal.title": "Đóng dấu số của cơ quan",
    "seal.signed_file": "SHA-256 của tệp đã ký",
    "seal.sealed_file": "SHA-256 của tệp có dấu số",
    "seal.by": "Dấu số của",
    "seal.of": "{name}, PAdES {level}",
    "seal.open": "Đóng dấu số",
    "seal.signed_only": "Tải tệp của người ký (chưa có dấu)",
    "seal.done": "Đã đóng dấu số. Tệp có dấu là tệp được phát hành; tệp của người ký vẫn được giữ.",
    "seal.follows": "Chữ ký số của cơ quan được thêm vào sau chữ ký của người có thẩm quyền; chữ ký đó vẫn có "
    "giá trị. "
    "Mỗi văn bản chỉ đóng một lần và không gỡ ra được.",
    "seal.no_certificate": "Đơn vị chưa có chứng thư số còn hiệu lực. Người quản trị đăng ký ở trang Chứng thư "
    "số của "
    "cơ quan.",
    "seal.here": "Đóng dấu bằng chứng thư của đơn vị",
    "seal.certificate": "Chứng thư số",
    "seal.until": "đến",
    "seal.passphrase": "Mật khẩu hoặc mã PIN của chứng thư cơ quan",
    "seal.needed": "Hãy chọn chứng thư và nhập mật khẩu hoặc mã PIN.",
    "seal.now": "Đóng dấu số",
    "seal.nothing_lost": "Chưa ghi gì; văn bản vẫn như cũ.",
    "seal.elsewhere": "Đóng dấu bằng USB Token của cơ quan trên máy của bạn",
    "seal.elsewhere_said": "Tải tệp đã ký, ký bằng phần mềm của token theo chuẩn PAdES, một lần, không lưu lại "
    "hay in "
    "ra tệp khác, rồi tải lên trong ngày. Hình dấu đặt trùm lên khoảng 1/3 chữ ký về bên trái, hoặc ở góc trên "
    "bên phải "
    "trang đầu.",
    "seal.download": "Tải tệp để đóng dấu",
    "seal.file": "Tệp đã đóng dấu số",
    "seal.send": "Gửi tệp đã đóng dấu",
}
