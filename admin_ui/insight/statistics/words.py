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
    "statistics.choose": Text(vi="Chọn đơn vị, kỳ và cách xem", en="Unit, period and view"),
    "statistics.more": Text(vi="Lọc, so sánh", en="Narrow, compare"),
    "statistics.zeros": Text(
        vi="{count} dòng không có số liệu trong cả hai kỳ",
        en="{count} rows with nothing in either period",
    ),
    "statistics.zeros_alone": Text(
        vi="{count} dòng không có số liệu trong kỳ", en="{count} rows with nothing in the period"
    ),
    "statistics.show": Text(vi="Xem", en="Show"),
    "statistics.tab_sanctions": Text(vi="Xử lý vi phạm", en="Sanctions"),
    "statistics.tab_force": Text(vi="Lực lượng", en="Force"),
    "statistics.tab_goods": Text(vi="Tang vật", en="Goods"),
    "statistics.tab_intake": Text(vi="Thông tin", en="Intake"),
    "statistics.tab_work": Text(vi="Tiến độ", en="Progress"),
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
        vi="Với «từ ngày đến ngày» đây là ngày cuối.",
        en="Of any two days it is the last.",
    ),
    "statistics.since": Text(vi="Từ ngày", en="From"),
    "statistics.unit": Text(vi="Đơn vị", en="Unit"),
    "statistics.reading": Text(vi="Tổ chức", en="Organisation"),
    "statistics.reading_then": Text(vi="Như tại thời điểm xảy ra", en="As it was at the time"),
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
    "statistics.closed_then": Text(
        vi="Đơn vị này giải thể từ {day}. Số liệu ở đây là của những việc trước ngày đó; từ ngày đó việc thuộc về "
        "{successor}.",
        en="This unit was closed as of {day}. These figures are of what happened before; from that day on its work is "
        "that of {successor}.",
    ),
    "statistics.closed_today": Text(
        vi="Đơn vị này giải thể từ {day}. Theo tổ chức hiện nay, mọi số liệu của đơn vị thuộc về {successor}.",
        en="This unit was closed as of {day}. By the organisation of today all its figures are those of {successor}.",
    ),
    "statistics.closed_hidden": Text(
        vi="Đơn vị này giải thể từ {day}. Đơn vị tiếp nhận ngoài phạm vi của bạn.",
        en="This unit was closed as of {day}. Who took over its work is out of your sight.",
    ),
    "statistics.closed_none": Text(
        vi="Đơn vị này giải thể từ {day}; không có đơn vị tiếp nhận.",
        en="This unit was closed as of {day}; no unit took over its work.",
    ),
    "statistics.closed_open": Text(vi="Xem {unit}", en="Show {unit}"),
    "statistics.handed_then": Text(
        vi="Đơn vị này đã tiếp nhận việc của {units}. Việc trước ngày tiếp nhận vẫn tính cho đơn vị cũ.",
        en="This unit was handed the work of {units}. What happened before that day is counted for the old unit.",
    ),
    "statistics.handed_today": Text(
        vi="Tính gộp cả việc của {units} trước ngày tiếp nhận.",
        en="What happened in {units} before it was handed over is counted here too.",
    ),
    "statistics.handed_together": Text(
        vi="Tính gộp theo tổ chức hiện nay", en="Count both together, as organised today"
    ),
    "statistics.only": Text(vi="Chỉ tính {what}.", en="Counted alone: {what}."),
    "statistics.only_field": Text(vi="lĩnh vực «{name}»", en="the field “{name}”"),
    "statistics.only_party": Text(vi="đối tượng «{name}»", en="parties of the kind “{name}”"),
    "statistics.only_behaviour": Text(vi="hành vi {name}", en="behaviour {name}"),
    "statistics.as_today": Text(
        vi="Theo tổ chức hiện nay: việc của đơn vị đã giải thể tính cho đơn vị tiếp nhận.",
        en="By today's organisation: what a closed unit did is counted for the unit that took over its work.",
    ),
    "statistics.rows_field": Text(vi="Một lĩnh vực", en="A field"),
    "statistics.rows_behaviour": Text(vi="Một hành vi", en="A behaviour"),
    "statistics.rows_party": Text(vi="Một loại đối tượng", en="A kind of party"),
    "statistics.rows_half": Text(vi="Một nửa tháng", en="Half a month"),
    "statistics.field": Text(vi="Lĩnh vực", en="Field"),
    "statistics.party": Text(vi="Đối tượng", en="Party"),
    "statistics.behaviour": Text(vi="Hành vi", en="Behaviour"),
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
        vi="Số liệu tính đến {at}. Việc mới được tính trong khoảng mười giây.",
        en="Counted until {at}. What is new is counted within about ten seconds.",
    ),
    "statistics.counted_all": Text(
        vi="Đã tính mọi việc đã ghi (lần cuối {at}).",
        en="All that was recorded is counted (last at {at}).",
    ),
    "statistics.state_behind": Text(
        vi="Số liệu chưa đủ: còn {acts} việc đã ghi chưa được tính, việc cũ nhất từ {span} trước. Tải lại "
        "trang sau ít phút; nếu vẫn vậy, báo quản trị hệ thống.",
        en="These figures are not whole: {acts} recorded acts are not counted yet, the oldest of {span} "
        "ago. Load the page again in some minutes; if this stays, tell an administrator.",
    ),
    "statistics.state_elsewhere": Text(
        vi="Đơn vị trong địa chỉ không có trong phạm vi của bạn. Đây là số liệu của {unit}.",
        en="The unit that the address names is out of your sight. These are the figures of {unit}.",
    ),
    "statistics.state_to_come": Text(
        vi="Kỳ này chưa bắt đầu nên chưa có số liệu.",
        en="This period has not begun, so there are no figures yet.",
    ),
    "statistics.state_undefined": Text(
        vi="Nhóm này không có chỉ tiêu nào được định nghĩa cho kỳ hết ngày {until}. Chọn kỳ khác hoặc nhóm khác.",
        en="No figure of this group was defined for a period that ends on {until}. Choose another period or group.",
    ),
    "statistics.state_running": Text(
        vi="Kỳ chưa hết: số liệu là đến hôm nay, {day}.",
        en="The period is not over: its figures are until today, {day}.",
    ),
    "statistics.state_running_compared": Text(
        vi="Kỳ chưa hết: số liệu là đến hôm nay, {day}; cột so sánh là của cả kỳ.",
        en="The period is not over: its figures are until today, {day}; what it is compared with is whole.",
    ),
    "statistics.state_nothing": Text(
        vi="Không có việc nào của nhóm này trong kỳ.",
        en="Nothing of this group happened in the period.",
    ),
    "statistics.state_nothing_alone": Text(
        vi="Không có việc nào khớp với lĩnh vực, đối tượng, hành vi đã chọn trong kỳ.",
        en="Nothing of the chosen field, kind of party or behaviour happened in the period.",
    ),
    "statistics.dash": Text(
        vi="Dấu –: hệ thống không có số này, hoặc không có gì để so sánh.",
        en="A dash: the system does not have this number, or there is nothing to compare with.",
    ),
    "statistics.column_unit": Text(vi="Đơn vị", en="Unit"),
    "statistics.column_field": Text(vi="Lĩnh vực", en="Field"),
    "statistics.column_behaviour": Text(vi="Hành vi", en="Behaviour"),
    "statistics.column_party": Text(vi="Loại đối tượng", en="Kind of party"),
    "statistics.column_half": Text(vi="Nửa tháng từ ngày", en="Half month from"),
    "statistics.money": Text(vi="Tiền tính bằng đồng.", en="Money is in VND."),
    "statistics.meaning": Text(vi="Cách tính", en="Definition"),
    "statistics.ranked": Text(vi="{figure}, nhiều nhất trước", en="{figure}, the most first"),
    "statistics.by_half": Text(vi="{figure}, theo nửa tháng", en="{figure}, by half month"),
    "statistics.ranked_most": Text(
        vi="{figure}, {count} dòng nhiều nhất", en="{figure}, the {count} greatest"
    ),
    "statistics.behind": Text(vi="Hồ sơ của số liệu", en="Records behind the figure"),
    "statistics.behind_total": Text(vi="Tổng: {value}.", en="In all: {value}."),
    "statistics.behind_day": Text(vi="Ngày", en="Day"),
    "statistics.behind_entered": Text(vi="Nhập ngày", en="Entered"),
    "statistics.behind_record": Text(vi="Hồ sơ", en="Record"),
    "statistics.behind_amount": Text(vi="Số tiền (đồng)", en="Amount (VND)"),
    "statistics.behind_count": Text(vi="Số lượng", en="Count"),
    "statistics.behind_annulled": Text(vi="hủy bỏ {day}", en="annulled {day}"),
    "statistics.behind_late": Text(vi="{day} (nhập {entered})", en="{day} (entered {entered})"),
    "statistics.behind_hidden": Text(
        vi="Hồ sơ ngoài phạm vi của bạn", en="A record out of your sight"
    ),
    "statistics.behind_sealed": Text(
        vi="Chỉ liệt kê thông tin mà bạn được xem; chỉ tiêu đếm cả thông tin khác.",
        en="Only information that you may see is listed; the figure counts other information, too.",
    ),
    "statistics.behind_none_seen": Text(
        vi="Không có hồ sơ nào mà bạn được xem.", en="There is no record that you may see."
    ),
    "statistics.behind_none": Text(
        vi="Không có việc nào trong kỳ này.", en="Nothing happened in this period."
    ),
}
