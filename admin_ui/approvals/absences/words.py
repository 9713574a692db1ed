"""Words of absences, and of officers typed into a form."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "absences.title": Text(vi="Vắng mặt, người xử lý thay", en="Absences and stand-ins"),
    "absences.officer": Text(vi="Người vắng mặt", en="Absent officer"),
    "absences.stand_in": Text(vi="Người xử lý thay", en="Stand-in"),
    "absences.stand_in_hint": Text(
        vi="Người này cũng vắng thì người xử lý thay của họ nhận tiếp.",
        en="If this officer is away too, their own stand-in takes it on.",
    ),
    "absences.days": Text(vi="Thời gian", en="Days"),
    "absences.entered": Text(vi="Người nhập", en="Entered by"),
    "absences.state": Text(vi="Tình trạng", en="State"),
    "absences.now": Text(vi="Đang vắng", en="Away now"),
    "absences.to_come": Text(vi="Sắp tới", en="To come"),
    "absences.over": Text(vi="Đã qua", en="Over"),
    "absences.ended_on": Text(vi="Trở lại ngày {day}", en="Back on {day}"),
    "absences.none": Text(
        vi="Chưa ghi ai vắng mặt. Khi có, việc chờ người vắng hiện ở người xử lý thay.",
        en="Nobody is recorded as away. Once somebody is, what waits for them shows at the stand-in.",
    ),
    "absences.new": Text(vi="Ghi vắng mặt", en="Record an absence"),
    "absences.first_day": Text(vi="Từ ngày", en="From"),
    "absences.last_day": Text(vi="Đến hết ngày", en="To the end of"),
    "absences.reason": Text(vi="Lý do", en="Reason"),
    "absences.reason_hint": Text(vi="Nghỉ phép, công tác, học tập…", en="Leave, travel, training…"),
    "absences.record": Text(vi="Ghi vắng mặt", en="Record the absence"),
    "absences.end": Text(vi="Kết thúc sớm", en="End it earlier"),
    "absences.first_day_back": Text(vi="Ngày trở lại", en="First day back"),
    "absences.end_reason": Text(vi="Lý do kết thúc", en="Why it ends"),
    "absences.end_now": Text(vi="Kết thúc", en="End"),
    "absences.done_recorded": Text(
        vi="Đã ghi. Việc chờ người vắng sẽ hiện ở người xử lý thay trong thời gian này.",
        en="Recorded. What waits for the absent officer shows at the stand-in during these days.",
    ),
    "absences.done_ended": Text(vi="Đã kết thúc.", en="Ended."),
    "approving.officer_hint": Text(
        vi="Tên đăng nhập hoặc họ tên đầy đủ.", en="Username or full name."
    ),
    "approving.officer_needed": Text(vi="Cần ghi người này.", en="This officer is needed."),
    "approving.officer_unknown": Text(
        vi="Không có công chức đang làm việc nào tên “{name}” trong đơn vị.",
        en="No active officer of the department is called “{name}”.",
    ),
    "approving.officer_several": Text(
        vi="Có nhiều người tên “{name}”. Hãy ghi tên đăng nhập: {several}.",
        en="Several officers are called “{name}”. Give the username: {several}.",
    ),
}
