"""Words of the figures of intake."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "intakefigures.title": Text(vi="Số liệu tiếp nhận thông tin", en="Figures of intake"),
    "intakefigures.lead": Text(
        vi="Đếm thông tin tiếp nhận từ {since} đến {until}, không kể thông tin đã gộp. Mỗi số mở ra danh sách của nó.",
        en="Informations received from {since} to {until}, without those merged into others. Each number opens its "
        "list.",
    ),
    "intakefigures.narrow": Text(vi="Chọn ngày", en="Choose the days"),
    "intakefigures.unfold": Text(
        vi="Xem từng đơn vị, từng tháng ({count})", en="Show each unit and month ({count})"
    ),
    "intakefigures.since": Text(vi="Từ ngày", en="From"),
    "intakefigures.until": Text(vi="Đến ngày", en="To"),
    "intakefigures.by_source": Text(vi="Theo nguồn", en="By source"),
    "intakefigures.by_unit": Text(vi="Theo đơn vị và tháng", en="By unit and month"),
    "intakefigures.total": Text(vi="Cộng", en="Total"),
    "intakefigures.unit": Text(vi="Đơn vị", en="Unit"),
    "intakefigures.month": Text(vi="Tháng", en="Month"),
    "intakefigures.source": Text(vi="Nguồn", en="Source"),
    "intakefigures.unit_source": Text(vi="Đơn vị, nguồn", en="Unit, source"),
    "intakefigures.nature": Text(vi="Loại", en="Nature"),
    "intakefigures.tip_tip": Text(vi="Tin báo, phản ánh, kiến nghị", en="Tips, petitions"),
    "intakefigures.tip_denunciation": Text(vi="Tố cáo", en="Denunciations"),
    "intakefigures.tip_complaint": Text(vi="Khiếu nại", en="Complaints"),
    "intakefigures.received": Text(vi="Tiếp nhận", en="Received"),
    "intakefigures.open": Text(vi="Đang xử lý", en="Open"),
    "intakefigures.no_violation": Text(vi="Không vi phạm", en="No violation"),
    "intakefigures.proposed": Text(vi="Đề xuất kiểm tra", en="Inspection"),
    "intakefigures.forwarded": Text(vi="Chuyển đơn vị", en="Forwarded"),
    "intakefigures.redirected": Text(vi="Chuyển ra ngoài", en="Redirected"),
    "intakefigures.no_action": Text(vi="Không xử lý tiếp", en="No action"),
    "intakefigures.hours": Text(
        vi="Giờ đến việc đầu tiên (trung vị)", en="Hours to the first action (median)"
    ),
    "intakefigures.hours_said": Text(vi="{hours} giờ", en="{hours} h"),
    "intakefigures.waiting": Text(vi="chưa có việc nào", en="none yet"),
    "intakefigures.none": Text(
        vi="Không có thông tin nào trong những ngày này. Chọn ngày khác.",
        en="No information in these days. Choose other days.",
    ),
}
