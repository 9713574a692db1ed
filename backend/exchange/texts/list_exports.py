"""What stands on the sheet "Nguồn" of a list that was taken away as a file, in both languages."""

from schemas.core.problems import Text

MARKS: dict[str, Text] = {
    "list": Text(vi="Danh sách", en="List"),
    "by": Text(vi="Người xuất", en="Exported by"),
    "unit": Text(vi="Đơn vị của người xuất", en="Unit of the exporter"),
    "purpose": Text(vi="Mục đích", en="Purpose"),
    "asked_at": Text(vi="Yêu cầu lúc (giờ Việt Nam)", en="Asked for at (Vietnam's clock)"),
    "snapshot_at": Text(vi="Số liệu tại thời điểm (giờ Việt Nam)", en="As of (Vietnam's clock)"),
    "conditions": Text(vi="Điều kiện", en="Conditions"),
    "no_conditions": Text(
        vi="Không: tất cả những gì người xuất được xem", en="None: all that the exporter may see"
    ),
    "rows": Text(vi="Số dòng", en="Rows"),
    "position": Text(vi="Số bản ghi đã niêm phong trong sổ", en="Sealed entries of the log"),
    "root": Text(vi="Gốc cây băm của sổ", en="Root of the log's tree"),
    "id": Text(vi="Mã lần xuất", en="Export id"),
    "rules": Text(vi="Lưu ý", en="Please note"),
    "rules_text": Text(
        vi="Tệp có các dòng mà người xuất được xem tại thời điểm trên. Không có danh tính người cung cấp thông tin. "
        "Dữ liệu cá nhân trong tệp được bảo vệ theo pháp luật: dùng đúng mục đích đã ghi, xóa khi không còn cần.",
        en="The file has the rows that the exporter could see at that moment. It names nobody who gave information. "
        "Personal data in it are protected by law: use them for the purpose above alone, delete them when done.",
    ),
}
