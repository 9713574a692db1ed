"""Words of the check-up. Its findings bring their own sentences (backend/operations/rules/checkup)."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "health.title": Text(vi="Tình trạng hệ thống", en="Health of the system"),
    "health.lead": Text(
        vi="Từng phần của hệ thống đang thế nào, và việc cần làm. Trang tự cập nhật; lệnh ./hientruong doctor"
        " cho biết"
        " đúng những điều này trên máy chủ.",
        en="How each part of the system stands, and what to do. The page updates itself; ./hientruong doctor"
        " says the same"
        " on the server.",
    ),
    "health.lead_unit": Text(
        vi="Hệ thống có chạy không, thiết bị và chứng thư số của đơn vị bạn.",
        en="Whether the system runs, and the devices and certificates of your unit.",
    ),
    "health.lead_records": Text(
        vi="Sổ có được niêm phong không, tệp gốc có còn nguyên không.",
        en="Whether the ledger is sealed and the originals are whole.",
    ),
    "health.good": Text(vi="Tốt", en="Good"),
    "health.look": Text(vi="Cần xem", en="Needs attention"),
    "health.act": Text(vi="Làm ngay", en="Act now"),
    "health.whole_good": Text(vi="Hệ thống hoạt động bình thường.", en="The system works."),
    "health.whole_look": Text(
        vi="Hệ thống hoạt động; có điều cần xem trong vài ngày tới.",
        en="The system works; something needs a look in the next days.",
    ),
    "health.whole_act": Text(vi="Có điều phải làm ngay.", en="Something needs to be done now."),
    "health.nation_acts": Text(
        vi="Quản trị hệ thống cấp cục thấy chi tiết và đang chịu trách nhiệm xử lý. Bạn không phải làm gì; việc"
        " đã lưu"
        " không mất.",
        en="Administrators of the national office see the details and answer for it. There is nothing for you"
        " to do; what"
        " was stored is safe.",
    ),
    "health.looked": Text(vi="Xem lúc", en="Looked at"),
    "health.noted": Text(vi="Tiến trình nền ghi nhận lần cuối lúc", en="A worker noted it last at"),
    "health.wrong": Text(vi="Việc cần làm", en="What to do"),
    "health.nothing_wrong": Text(
        vi="Không có gì phải làm. Bên dưới là tình trạng từng phần.",
        en="There is nothing to do. Below is how each part stands.",
    ),
    "health.others_look": Text(
        vi="Các phần bạn xem được đều tốt. Phần kỹ thuật có điều cần xem; quản trị hệ thống xử lý.",
        en="The parts that you see are well. A technical part needs a look; system administrators handle it.",
    ),
    "health.since": Text(vi="Từ", en="Since"),
    "health.runbook": Text(vi="Hướng dẫn xử lý", en="Runbook"),
    "health.runbook_lead": Text(
        vi="Viết bằng tiếng Anh cho người vận hành máy chủ.",
        en="Written for those who operate the server.",
    ),
    "health.runbook_both-lost": Text(
        vi="mất cả cơ sở dữ liệu và kho", en="database and store are lost"
    ),
    "health.runbook_citizens-reports-wait": Text(
        vi="phản ánh của người dân chờ", en="citizens' reports wait"
    ),
    "health.runbook_database-lost": Text(vi="mất cơ sở dữ liệu", en="the database is lost"),
    "health.runbook_disk-full": Text(vi="đĩa đầy", en="a disk is full"),
    "health.runbook_failover": Text(vi="chuyển sang bản sao", en="failover"),
    "health.runbook_key-rotation": Text(vi="thay khóa của máy chủ", en="replace the server's keys"),
    "health.runbook_keys-lost": Text(vi="mất khóa", en="the keys are lost"),
    "health.runbook_restore": Text(vi="khôi phục từ bản sao lưu", en="restore from a backup"),
    "health.runbook_seal-lag": Text(vi="sổ chậm niêm phong", en="entries are not sealed"),
    "health.runbook_store-lost": Text(vi="mất kho ảnh và tệp", en="the store is lost"),
    "health.area_parts": Text(vi="Các phần của hệ thống", en="Parts"),
    "health.area_work": Text(vi="Hàng đợi, tìm kiếm, số liệu", en="Queue, search, figures"),
    "health.area_records": Text(vi="Sổ và tệp gốc", en="Ledger and originals"),
    "health.area_backups": Text(vi="Sao lưu", en="Backups"),
    "health.area_storage": Text(vi="Dung lượng", en="Storage"),
    "health.area_certificates": Text(vi="Chứng thư số, khóa", en="Certificates and keys"),
    "health.area_versions": Text(
        vi="Phiên bản, đồng hồ, thông báo", en="Versions, clocks, notices"
    ),
    "health.devices": Text(vi="Thiết bị của đơn vị", en="Devices of the unit"),
    "health.devices_in_use": Text(
        vi="{count} thiết bị đang dùng.", en="{count} devices are in use."
    ),
    "health.devices_waiting": Text(
        vi="{count} thiết bị chờ phê duyệt: xem ở trang Thiết bị.",
        en="{count} devices wait to be approved: approve them at Devices.",
    ),
    "health.devices_holding": Text(
        vi="{count} thiết bị còn việc chưa gửi và im hơn một tuần: nhắc người dùng mở ứng dụng ở nơi có mạng.",
        en="{count} devices hold unsent work and were silent for over a week: ask their users to open the app"
        " where there"
        " is a connection.",
    ),
    "health.certificates": Text(vi="Chứng thư số sắp hết hạn", en="Certificates about to end"),
    "health.no_certificates": Text(
        vi="Không chứng thư số nào trong phạm vi của bạn hết hạn trong 30 ngày tới.",
        en="No certificate in your scope ends within 30 days.",
    ),
    "health.more_certificates": Text(vi="và {count} chứng thư nữa.", en="and {count} more."),
    "health.whose": Text(vi="Của ai", en="Whose"),
    "health.unit": Text(vi="Đơn vị", en="Unit"),
    "health.seal": Text(vi="Con dấu của cơ quan", en="The agency's seal"),
    "health.ends": Text(vi="Hết hạn", en="Ends"),
    "health.ended": Text(vi="Đã hết hạn", en="Ended"),
    "health.refreshed": Text(vi="Đã cập nhật.", en="Up to date."),
    "health.not_refreshed": Text(
        vi="Không cập nhật được: hãy tải lại trang.",
        en="Could not be updated: load the page again.",
    ),
}
