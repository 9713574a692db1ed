"""Words of statistics."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "statistics.title": Text(vi="Thống kê", en="Statistics"),
    "statistics.not_signed": Text(
        vi="pháp chế chưa ký hết", en="not all signed by the legal department yet"
    ),
    "statistics.recounted_agrees": Text(
        vi="Lần đếm lại toàn bộ gần nhất, {at}: khớp.",
        en="When all was last counted anew, {at}, it agreed.",
    ),
    "statistics.set_aside": Text(
        vi="Còn {count} hồ sơ chưa đếm được: số liệu chưa có việc mới nhất của chúng. Đã báo quản trị hệ thống.",
        en="{count} records cannot be counted yet: figures are without what happened in them last. Operators are told.",
    ),
    "statistics.recounted_differs": Text(
        vi="Lần đếm lại toàn bộ gần nhất, {at}: {count} chỗ không khớp. Quản trị hệ thống đang xử lý; không dùng số "
        "liệu để ký báo cáo cho đến khi khớp.",
        en="When all was last counted anew, {at}, {count} places differed. Operators see to it; do not sign reports "
        "on these figures until they agree.",
    ),
    "statistics.filter": Text(vi="Chọn kỳ, đơn vị và cách xem", en="Choose period, unit and view"),
    "statistics.show": Text(vi="Xem", en="Show"),
    "statistics.group": Text(vi="Nhóm chỉ tiêu", en="Group of figures"),
    "statistics.period": Text(vi="Kỳ", en="Period"),
    "statistics.period_week": Text(
        vi="Tuần (thứ Năm đến thứ Tư)", en="Week (Thursday to Wednesday)"
    ),
    "statistics.period_month": Text(
        vi="Tháng báo cáo (15 đến 14)", en="Reporting month (15th to 14th)"
    ),
    "statistics.period_quarter": Text(vi="Quý báo cáo", en="Reporting quarter"),
    "statistics.period_half_year": Text(vi="6 tháng", en="Half year"),
    "statistics.period_nine_months": Text(vi="9 tháng", en="Nine months"),
    "statistics.period_year": Text(
        vi="Năm báo cáo (15/12 đến 14/12)", en="Reporting year (15 Dec to 14 Dec)"
    ),
    "statistics.period_calendar_month": Text(vi="Tháng dương lịch", en="Calendar month"),
    "statistics.period_calendar_quarter": Text(vi="Quý dương lịch", en="Calendar quarter"),
    "statistics.period_calendar_year": Text(vi="Năm dương lịch", en="Calendar year"),
    "statistics.period_days": Text(vi="Từ ngày đến ngày", en="Any two days"),
    "statistics.until": Text(vi="Kỳ có ngày", en="Period that has the day"),
    "statistics.until_help": Text(
        vi="Kỳ được chọn là kỳ có ngày này; với «từ ngày đến ngày» đây là ngày cuối.",
        en="The period is the one in which this day lies; of any two days it is the last.",
    ),
    "statistics.since": Text(vi="Từ ngày", en="From"),
    "statistics.since_help": Text(
        vi="Chỉ dùng cho «từ ngày đến ngày».", en="For any two days alone."
    ),
    "statistics.unit": Text(vi="Đơn vị", en="Unit"),
    "statistics.reading": Text(vi="Tổ chức", en="Organisation"),
    "statistics.reading_then": Text(vi="Như tại thời điểm xảy ra", en="As it was when it happened"),
    "statistics.reading_today": Text(vi="Như hiện nay", en="As it is today"),
    "statistics.compare": Text(vi="So với", en="Compared with"),
    "statistics.compare_year_before": Text(vi="Cùng kỳ năm trước", en="The same period last year"),
    "statistics.compare_before": Text(vi="Kỳ liền trước", en="The period before"),
    "statistics.compare_none": Text(vi="Không so sánh", en="Nothing"),
    "statistics.rows": Text(vi="Mỗi dòng là", en="Each row is"),
    "statistics.rows_figure": Text(vi="Một chỉ tiêu", en="A figure"),
    "statistics.rows_unit": Text(vi="Một đơn vị trực thuộc", en="A unit below"),
    "statistics.own": Text(vi="Riêng {unit}", en="{unit} itself"),
    "statistics.closed_unit": Text(
        vi="{unit} (giải thể từ {day})", en="{unit} (closed as of {day})"
    ),
    "statistics.rows_field": Text(vi="Một lĩnh vực", en="A field"),
    "statistics.rows_behaviour": Text(vi="Một hành vi", en="A behaviour"),
    "statistics.rows_party": Text(vi="Một loại đối tượng", en="A kind of party"),
    "statistics.rows_half": Text(vi="Một nửa tháng", en="Half a month"),
    "statistics.field": Text(vi="Lĩnh vực", en="Field"),
    "statistics.party": Text(vi="Đối tượng", en="Party"),
    "statistics.behaviour": Text(vi="Mã hành vi", en="Code of a behaviour"),
    "statistics.any": Text(vi="Tất cả", en="All"),
    "statistics.party_individual": Text(vi="Cá nhân", en="Persons"),
    "statistics.party_minor": Text(vi="Người chưa thành niên", en="Minors"),
    "statistics.party_household": Text(vi="Hộ kinh doanh", en="Households"),
    "statistics.party_organisation": Text(vi="Tổ chức", en="Organisations"),
    "statistics.not_told": Text(vi="(chưa xác định)", en="(not told)"),
    "statistics.column_figure": Text(vi="Chỉ tiêu", en="Figure"),
    "statistics.column_period": Text(vi="Trong kỳ", en="In the period"),
    "statistics.column_year_before": Text(vi="Cùng kỳ năm trước", en="Last year"),
    "statistics.column_before": Text(vi="Kỳ trước", en="Before"),
    "statistics.column_change": Text(vi="Tăng, giảm", en="Change"),
    "statistics.lead": Text(
        vi="{unit}, từ {since} đến {until}.", en="{unit}, from {since} to {until}."
    ),
    "statistics.counted": Text(
        vi="Số liệu tính đến {at}, vị trí {through} của nhật ký. Số liệu mới được tính trong khoảng mười giây.",
        en="Counted until {at}, position {through} of the log. What is new is counted within about ten seconds.",
    ),
    "statistics.money": Text(vi="Tiền tính bằng đồng.", en="Money is in đồng."),
    "statistics.meaning": Text(vi="Cách tính", en="Definition"),
    "statistics.ranked": Text(vi="{figure}, nhiều nhất trước", en="{figure}, the most first"),
    "statistics.none": Text(
        vi="Không có số liệu nào trong kỳ này. Chọn kỳ hoặc đơn vị khác.",
        en="Nothing was counted in this period. Choose another period or unit.",
    ),
    "statistics.behind": Text(vi="Hồ sơ của số liệu", en="Records behind the figure"),
    "statistics.behind_back": Text(vi="Quay lại bảng thống kê", en="Back to the statistics"),
    "statistics.behind_day": Text(vi="Ngày", en="Day"),
    "statistics.behind_entered": Text(vi="Nhập ngày", en="Entered"),
    "statistics.behind_record": Text(vi="Hồ sơ", en="Record"),
    "statistics.behind_amount": Text(vi="Số tiền (đồng)", en="Amount (đồng)"),
    "statistics.behind_count": Text(vi="Số lượng", en="Count"),
    "statistics.behind_annulled": Text(vi="hủy bỏ {day}", en="annulled {day}"),
    "statistics.behind_hidden": Text(
        vi="Hồ sơ ngoài phạm vi của bạn", en="A record out of your sight"
    ),
    "statistics.behind_sealed": Text(
        vi="Chỉ liệt kê thông tin mà bạn được xem; chỉ tiêu đếm cả thông tin khác.",
        en="Only information that you may see is listed; the figure counts other information, too.",
    ),
    "statistics.behind_more": Text(vi="Xem tiếp", en="Go on"),
    "statistics.behind_none": Text(
        vi="Không có việc nào trong kỳ này.", en="Nothing happened in this period."
    ),
}
