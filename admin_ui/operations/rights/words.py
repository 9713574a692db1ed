"""Words of the matrix of roles and rights."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "rights.title": Text(vi="Vai trò và quyền", en="Roles and rights"),
    "rights.lead": Text(
        vi="Đọc thẳng từ khai báo của chương trình, không ai nhập tay. Dấu ✓: vai trò đó làm được; còn tùy đơn vị, "
        "Đoàn kiểm tra, bước đang chờ và trạng thái hồ sơ. Không có dấu nào: chỉ hệ thống ghi.",
        en="Read from the program's own declarations, kept by nobody. ✓: the role may do it, if unit, team, the step "
        "that waits and the record's state allow it too. Without any mark the system alone records it.",
    ),
    "rights.pages": Text(vi="Các trang", en="Pages"),
    "rights.page": Text(vi="Trang", en="Page"),
    "rights.act": Text(vi="Thao tác", en="Act"),
    "rights.choose": Text(vi="Nhóm", en="Group"),
    "rights.planning": Text(vi="Kế hoạch kiểm tra", en="Inspection plans"),
    "rights.intake": Text(vi="Tiếp nhận thông tin", en="Information"),
    "rights.fieldwork": Text(vi="Kiểm tra", en="Inspections"),
    "rights.casework": Text(vi="Hồ sơ vụ việc", en="Cases"),
    "rights.approvals": Text(vi="Trình phê duyệt, ngày nghỉ", en="Submissions, absences"),
    "rights.insight": Text(vi="Báo cáo", en="Reports"),
    "rights.parties": Text(vi="Tổ chức, cá nhân", en="Parties"),
    "rights.force": Text(vi="Công chức, đơn vị, thiết bị", en="Officers, units, devices"),
    "rights.yes": Text(vi="Được", en="Yes"),
    "rights.no": Text(vi="Không", en="No"),
    "rights.count": Text(vi="{count} dòng", en="{count} {count:row|rows}"),
}
