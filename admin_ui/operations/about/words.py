"""Words of the page about the system, in both languages."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "about.title": Text(vi="Giới thiệu, tình trạng", en="About, state"),
    "about.lead": Text(
        vi="Hiện Trường: kiểm tra tại chỗ và xử lý vi phạm hành chính, không giấy tờ, ai cũng kiểm chứng được.",
        en="Hiện Trường: inspections on site and administrative violations, without paper, for everybody to verify.",
    ),
    "about.version": Text(vi="Phiên bản", en="Version"),
    "about.state": Text(vi="Tình trạng", en="State"),
    "about.checked": Text(vi="Kiểm tra lúc", en="Checked at"),
    "about.all_well": Text(vi="Mọi bộ phận hoạt động bình thường.", en="All parts work."),
    "about.some_fail": Text(
        vi="Có bộ phận chưa hoạt động bình thường. Dữ liệu đã lưu không mất; hãy báo người hỗ trợ.",
        en="Some parts do not work as they should. What was stored is safe; tell the people below.",
    ),
    "about.counted": Text(
        vi="Số liệu thống kê tính đến {when}.", en="Figures are counted up to {when}."
    ),
    "about.part": Text(vi="Bộ phận", en="Part"),
    "about.part_state": Text(vi="Trạng thái", en="State"),
    "about.ok": Text(vi="bình thường", en="works"),
    "about.not_ok": Text(vi="cần xem: {state}", en="look at it: {state}"),
    "about.part_database": Text(vi="Cơ sở dữ liệu", en="Database"),
    "about.part_replication": Text(vi="Bản sao cơ sở dữ liệu", en="Replication"),
    "about.part_migrations": Text(vi="Cấu trúc dữ liệu", en="Migrations"),
    "about.part_role_settings": Text(vi="Tham số kết nối", en="Settings of the role"),
    "about.part_object_store": Text(vi="Kho ảnh và tệp", en="Store of photographs and files"),
    "about.part_spool_disk": Text(vi="Ổ đĩa nhận tệp", en="Disk for uploads"),
    "about.part_seal_lag": Text(vi="Niêm phong nhật ký", en="Sealing of the log"),
    "about.part_checkpoints_outside": Text(
        vi="Công bố điểm kiểm chứng", en="Checkpoints published outside"
    ),
    "about.part_locks": Text(vi="Khóa chống sửa tệp gốc", en="Locks of originals"),
    "about.call": Text(vi="Người hỗ trợ", en="Whom to call"),
    "about.call_lead": Text(
        vi="Khi báo lỗi, hãy nêu phiên bản, địa chỉ trang và số tham chiếu trên trang báo lỗi.",
        en="When you report a fault, say the version, the page's address and the reference on the page of the fault.",
    ),
    "about.parts": Text(vi="Các bộ phận", en="Its parts"),
    "about.administrators": Text(vi="Quản trị hệ thống của bạn", en="Your administrators"),
    "about.nobody": Text(
        vi="Đơn vị của bạn và các đơn vị cấp trên chưa có quản trị hệ thống.",
        en="Neither your unit nor those above it have an administrator.",
    ),
}
