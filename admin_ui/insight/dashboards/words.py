"""Words of dashboards."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "dashboard.title": Text(vi="Bảng điều hành", en="Dashboard"),
    "dashboard.filter": Text(vi="Chọn đơn vị, kỳ và cách xem", en="Choose unit, period and view"),
    "dashboard.show": Text(vi="Xem", en="Show"),
    "dashboard.lead": Text(
        vi="{unit}, từ {since} đến {until}. So với cùng kỳ năm trước: từ {since_before} đến {until_before}.",
        en="{unit}, from {since} to {until}. Compared with the same days last year: {since_before} to {until_before}.",
    ),
    "dashboard.statistics": Text(
        vi="Mọi chỉ tiêu của đơn vị trong kỳ này", en="All figures of this unit and period"
    ),
    "dashboard.empty": Text(
        vi="Chưa có số liệu nào của đơn vị này trong kỳ và cùng kỳ năm trước.",
        en="Nothing was counted of this unit in the period, nor in the same period last year.",
    ),
    "dashboard.without_field": Text(
        vi="Hạn, vụ chưa xong và nơi kiểm tra không tách theo lĩnh vực nên không có ở đây.",
        en="Limits, open cases and places of inspections are not told apart by field, so they are left out.",
    ),
    "dashboard.without_party": Text(
        vi="Hạn và vụ chưa xong không tách theo đối tượng nên không có ở đây.",
        en="Limits and open cases are not told apart by kind of party, so they are left out.",
    ),
    "dashboard.whole": Text(vi="Xem tất cả", en="Show everything"),
    "dashboard.of_now": Text(
        vi="Hạn và số vụ đang thụ lý là của lúc này.", en="Limits and open cases are as of now."
    ),
    "dashboard.data": Text(vi="Bảng số liệu", en="Table of the numbers"),
    "dashboard.now": Text(vi="Trong kỳ", en="This period"),
    "dashboard.before": Text(vi="Cùng kỳ năm trước", en="Last year"),
    "dashboard.this_year": Text(vi="12 tháng gần nhất", en="Last 12 months"),
    "dashboard.year_before": Text(vi="Cùng tháng năm trước", en="Same month a year before"),
    "dashboard.running": Text(
        vi="Tháng cuối chưa hết nên cột chưa đủ.",
        en="The last month is not over: its column will grow.",
    ),
    "dashboard.billion": Text(vi="{number} tỷ", en="{number} billion"),
    "dashboard.million": Text(vi="{number} triệu", en="{number} million"),
    "dashboard.against_nothing": Text(
        vi="cùng kỳ năm trước không có", en="none over the same days last year"
    ),
    "dashboard.against_neither": Text(
        vi="cùng kỳ năm trước cũng không có", en="none last year either"
    ),
    "dashboard.against_same": Text(
        vi="bằng cùng kỳ năm trước ({before})", en="as last year ({before})"
    ),
    "dashboard.against_more": Text(
        vi="tăng {percent} % so với cùng kỳ năm trước ({before})",
        en="{percent} % more than last year ({before})",
    ),
    "dashboard.against_less": Text(
        vi="giảm {percent} % so với cùng kỳ năm trước ({before})",
        en="{percent} % less than last year ({before})",
    ),
    "dashboard.late": Text(vi="Việc gì đã quá hạn, ở đâu?", en="What is late, and where?"),
    "dashboard.late_none": Text(vi="Không có hạn nào đã quá.", en="No limit was missed."),
    "dashboard.late_said": Text(
        vi="{count} hạn đã quá, nhiều nhất là «{rule}» ({of_rule}).",
        en="Limits missed: {count}, most often “{rule}” ({of_rule}).",
    ),
    "dashboard.late_where": Text(
        vi="{count} hạn đã quá, nhiều nhất ở {unit} ({of_unit}); hạn hay quá nhất là «{rule}» ({of_rule}).",
        en="Limits missed: {count}, the most in {unit} ({of_unit}); most often “{rule}” ({of_rule}).",
    ),
    "dashboard.late_list": Text(vi="Danh sách hạn đã quá", en="List of missed limits"),
    "dashboard.late_by_unit": Text(vi="Theo đơn vị", en="By unit"),
    "dashboard.late_by_rule": Text(vi="Theo hạn", en="By limit"),
    "dashboard.column_unit": Text(vi="Đơn vị", en="Unit"),
    "dashboard.column_rule": Text(vi="Hạn", en="Limit"),
    "dashboard.column_late": Text(vi="Đã quá", en="Missed"),
    "dashboard.column_oldest": Text(vi="Quá lâu nhất từ", en="Oldest since"),
    "dashboard.own": Text(vi="{unit} (trực tiếp)", en="{unit} (itself)"),
    "dashboard.trend": Text(
        vi="Số vụ phát hiện tăng hay giảm?", en="Are more cases detected, or fewer?"
    ),
    "dashboard.detected_said": Text(
        vi="Phát hiện {count} vụ, {against}.", en="Cases detected: {count}, {against}."
    ),
    "dashboard.decisions_said": Text(
        vi="Ban hành {count} quyết định xử phạt, {against}.",
        en="Sanction decisions: {count}, {against}.",
    ),
    "dashboard.column_month": Text(vi="Tháng", en="Month"),
    "dashboard.of_year_before": Text(vi="{figure}, năm trước", en="{figure}, a year before"),
    "dashboard.money": Text(
        vi="Phạt bao nhiêu, thu được bao nhiêu, còn bao nhiêu?",
        en="How much was imposed, collected, is owed?",
    ),
    "dashboard.money_said": Text(
        vi="Phạt {imposed}, {against}. Thu {collected}, {collected_against}. Còn {unpaid} tiền phạt chưa thu.",
        en="Imposed {imposed}, {against}. Collected {collected}, {collected_against}. Fines still owed: {unpaid}.",
    ),
    "dashboard.column_figure": Text(vi="Chỉ tiêu (đồng)", en="Figure (VND)"),
    "dashboard.goods": Text(vi="Tạm giữ hàng hóa gì?", en="Which goods were seized?"),
    "dashboard.goods_none": Text(
        vi="Không tạm giữ hàng hóa nào trong kỳ.", en="No goods were seized in the period."
    ),
    "dashboard.goods_said": Text(
        vi="Hàng hóa tạm giữ trị giá {value}, {against}.",
        en="Goods seized are worth {value}, {against}.",
    ),
    "dashboard.goods_most": Text(
        vi="Nhiều nhất thuộc lĩnh vực «{name}» ({percent} %).",
        en="The most is of the field “{name}” ({percent} %).",
    ),
    "dashboard.goods_most_unknown": Text(
        vi="{percent} % thuộc những vụ chưa xác định hành vi.",
        en="{percent} % is of cases whose behaviour is not known yet.",
    ),
    "dashboard.goods_unvalued": Text(
        vi="Số dòng hàng hóa tạm giữ chưa định giá: {count}.",
        en="Rows of goods seized without a value: {count}.",
    ),
    "dashboard.goods_by_field": Text(
        vi="Trị giá theo lĩnh vực của hành vi", en="Value by field of the behaviour"
    ),
    "dashboard.goods_by_name": Text(
        vi="Trị giá theo tên trên bảng kê, mười tên lớn nhất",
        en="Value by the name on the lists, the ten greatest",
    ),
    "dashboard.column_field": Text(vi="Lĩnh vực", en="Field"),
    "dashboard.column_value": Text(vi="Trị giá (đồng)", en="Value (VND)"),
    "dashboard.column_value_before": Text(vi="Cùng kỳ năm trước (đồng)", en="Last year (VND)"),
    "dashboard.column_goods": Text(vi="Hàng hóa", en="Goods"),
    "dashboard.column_cases": Text(vi="Số vụ", en="Cases"),
    "dashboard.column_unvalued": Text(vi="Dòng chưa định giá", en="Rows without a value"),
    "dashboard.load": Text(vi="Ai đang thụ lý nhiều?", en="Who carries how much?"),
    "dashboard.load_none": Text(vi="Không có vụ nào chưa xong.", en="No case is open."),
    "dashboard.load_said": Text(vi="{count} vụ chưa xong.", en="Open cases: {count}."),
    "dashboard.load_each": Text(
        vi="{count} vụ chưa xong, {officers} công chức thụ lý: bình quân {each} vụ mỗi người.",
        en="Open cases: {count}; officers who work on them: {officers}; {each} each.",
    ),
    "dashboard.load_most": Text(
        vi="Nhiều nhất: {name} ({count}).", en="The most: {name} ({count})."
    ),
    "dashboard.load_by_unit": Text(
        vi="Số vụ chưa xong trên mỗi công chức thụ lý", en="Open cases for each officer"
    ),
    "dashboard.load_by_officer": Text(
        vi="Số vụ chưa xong của mỗi người chịu trách nhiệm",
        en="Open cases of each responsible officer",
    ),
    "dashboard.load_unnamed": Text(
        vi="Tên công chức chỉ hiện với người phụ trách chính đơn vị này.",
        en="Officers are named to the head of this very unit alone.",
    ),
    "dashboard.officer": Text(vi="Công chức {number}", en="Officer {number}"),
    "dashboard.column_officer": Text(vi="Công chức", en="Officer"),
    "dashboard.column_open": Text(vi="Vụ chưa xong", en="Open cases"),
    "dashboard.column_open_late": Text(vi="Có hạn đã quá", en="With a missed limit"),
    "dashboard.column_officers": Text(vi="Công chức thụ lý", en="Officers"),
    "dashboard.column_each": Text(vi="Vụ mỗi người", en="Cases each"),
    "dashboard.time": Text(
        vi="Từ biên bản đến quyết định mất bao lâu?",
        en="How long from the minutes to the decision?",
    ),
    "dashboard.time_none": Text(
        vi="Chưa có quyết định nào sau biên bản trong kỳ.",
        en="No decision after minutes in the period.",
    ),
    "dashboard.time_said": Text(vi="Bình quân {days} ngày", en="{days} days on average"),
    "dashboard.time_before": Text(
        vi=", cùng kỳ năm trước {days} ngày.", en="; {days} days last year."
    ),
    "dashboard.time_before_none": Text(
        vi="; cùng kỳ năm trước không có.", en="; none over the same days last year."
    ),
    "dashboard.time_spans": Text(
        vi="{percent} % trong 7 ngày; {late} trong số {total} quyết định quá 30 ngày.",
        en="{percent} % within 7 days; of {total} decisions {late} took more than 30.",
    ),
    "dashboard.time_average": Text(vi="Số ngày bình quân theo tháng", en="Average days by month"),
    "dashboard.time_by_span": Text(
        vi="Số quyết định theo số ngày", en="Decisions by the days that they took"
    ),
    "dashboard.span_0_1": Text(vi="Đến 1 ngày", en="Up to 1 day"),
    "dashboard.span_2_7": Text(vi="2 đến 7 ngày", en="2 to 7 days"),
    "dashboard.span_8_30": Text(vi="8 đến 30 ngày", en="8 to 30 days"),
    "dashboard.span_31_60": Text(vi="31 đến 60 ngày", en="31 to 60 days"),
    "dashboard.span_61_": Text(vi="Trên 60 ngày", en="More than 60 days"),
    "dashboard.column_span": Text(vi="Số ngày", en="Days"),
    "dashboard.column_decisions": Text(vi="Quyết định", en="Decisions"),
    "dashboard.map": Text(vi="Kiểm tra ở đâu?", en="Where were inspections?"),
    "dashboard.map_none": Text(
        vi="Không có cuộc kiểm tra nào trong kỳ.", en="No inspection in the period."
    ),
    "dashboard.map_said": Text(vi="{count} cuộc kiểm tra.", en="Inspections: {count}."),
    "dashboard.map_most": Text(
        vi="{count} cuộc kiểm tra, nhiều nhất ở {place} ({most}).",
        en="Inspections: {count}, the most at {place} ({most}).",
    ),
    "dashboard.map_many": Text(
        vi="{count} cuộc kiểm tra: nhiều quá để chỉ trên bản đồ. Chọn kỳ ngắn hơn hoặc đơn vị cấp dưới.",
        en="Inspections: {count}, too many for a map. Choose a shorter period or a unit below.",
    ),
    "dashboard.map_nowhere": Text(
        vi="Không có tọa độ: {count} cuộc.", en="Without a position: {count}."
    ),
    "dashboard.map_ground": Text(
        vi="Nền chỉ có trung tâm các xã, phường, đặc khu của Việt Nam; số trong vòng tròn là số cuộc kiểm tra.",
        en="The ground has the centres of Vietnam's communes alone; the number in a circle is of inspections.",
    ),
    "dashboard.column_province": Text(vi="Tỉnh, thành phố", en="Province"),
    "dashboard.column_commune": Text(vi="Xã, phường, đặc khu gần nhất", en="Nearest commune"),
    "dashboard.column_inspections": Text(vi="Cuộc kiểm tra", en="Inspections"),
    "dashboard.elsewhere": Text(vi="Nơi khác", en="Elsewhere"),
    "dashboard.map_list": Text(vi="Danh sách cuộc kiểm tra", en="List of inspections"),
    "dashboard.closed": Text(vi="Đơn vị đã giải thể", en="A unit that was closed"),
    "dashboard.no_position": Text(vi="Không có tọa độ", en="Without a position"),
}
