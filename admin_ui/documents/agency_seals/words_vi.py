"""Words of the area `seals`: certificates of units."""

WORDS: dict[str, str] = {
    "seals.title": "Chứng thư số của cơ quan",
    "seals.why_not": "Quản trị viên của đơn vị đăng ký chứng thư số của cơ quan. Văn thư đóng dấu được khi đã có "
    "chứng thư còn hiệu lực.",
    "seals.what": "Văn thư của đơn vị dùng để đóng dấu số lên văn bản đã ký số. Người quản trị đăng ký; mật "
    "khẩu hoặc "
    "mã PIN được hỏi mỗi lần và không được lưu ở đâu.",
    "seals.more": "Hình dấu; tên khác trên chứng thư",
    "seals.picture": "Hình dấu (PNG nền trong suốt, màu đỏ)",
    "seals.picture_hint": "Có hình thì dấu hiện đúng cỡ thật, trùm khoảng 1/3 chữ ký về bên trái. Bỏ trống thì "
    "chữ ký số "
    "hiện tên cơ quan và thời gian ký ở góc trên bên phải trang đầu.",
    "seals.picture_mm": "Đường kính dấu thật (mm)",
    "seals.named_otherwise": "Lý do, nếu chứng thư đứng tên khác tên đơn vị",
    "seals.named_otherwise_hint": "Ví dụ: tên cũ trước khi sáp nhập, tên viết tắt.",
    "seals.none": "Đơn vị chưa có chứng thư số nào. Quản trị viên đăng ký thì văn thư đóng dấu số được.",
    "seals.picture_shown": "Hình dấu",
    "seals.with_picture": "Có hình dấu {mm} mm",
    "seals.kind_pkcs12": "Dùng được, tệp PKCS#12",
    "seals.kind_pkcs11": "Dùng được, thiết bị ký số",
    "seals.kind_outside": "Dùng được, đóng dấu trên máy của văn thư",
    "seals.add_outside": "Đăng ký USB Token của cơ quan",
    "seals.outside_said": "Khóa bí mật ở trên token của văn thư. Chỉ đăng ký chứng thư công khai; văn thư tải "
    "văn bản về, "
    "đóng dấu trên máy của mình rồi tải lên.",
    "seals.revoke_follows": "Không ai đóng dấu được bằng chứng thư này nữa. Văn bản đã đóng dấu vẫn giữ dấu. "
    "Hãy báo cả tổ "
    "chức cấp chứng thư.",
}
