"""Words of requests for an informant's identity from outside the line."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "identity.ask_title": Text(
        vi="Đề nghị cho biết người cung cấp thông tin", en="Ask for the informant's identity"
    ),
    "identity.ask_said": Text(
        vi="Bạn không thuộc những người được biết người cung cấp thông tin. Đề nghị này do thủ trưởng và một người "
        "thứ hai xem xét; lý do của bạn được lưu.",
        en="You are not in the line of people who may know the informant. The head and a second person consider "
        "this request; your reason is kept.",
    ),
    "identity.reason": Text(vi="Lý do, căn cứ", en="Reason and ground"),
    "identity.reason_hint": Text(
        vi="Vì sao công việc cần biết, theo quy định nào. Đừng đoán người cung cấp thông tin ở đây.",
        en="Why your work needs it, and by which rule. Do not guess at the informant here.",
    ),
    "identity.decide": Text(vi="Xem xét đề nghị", en="Consider the request"),
    "identity.ask_go": Text(vi="Gửi đề nghị", en="Send the request"),
    "identity.title": Text(
        vi="Đề nghị biết người cung cấp thông tin, thông tin số {number}",
        en="Request for the informant of information {number}",
    ),
    "identity.by": Text(vi="Người đề nghị", en="Asked by"),
    "identity.at": Text(vi="Đề nghị lúc", en="Asked at"),
    "identity.state": Text(vi="Tình trạng", en="State"),
    "identity.state_waiting": Text(vi="Chờ người thứ hai", en="Waits for a second person"),
    "identity.state_granted": Text(vi="Đã đồng ý đến {until}", en="Granted until {until}"),
    "identity.state_refused": Text(vi="Không đồng ý", en="Refused"),
    "identity.decide_said": Text(
        vi="Người đề nghị xem được trong 24 giờ, mỗi lần xem vẫn được ghi và báo thủ trưởng. Đã xem thì không thu lại "
        "được.",
        en="The officer can look for 24 hours; each look is still recorded and told to the head. What was seen cannot "
        "be taken back.",
    ),
    "identity.grant": Text(vi="Đồng ý cho biết", en="Grant"),
    "identity.refuse": Text(vi="Không đồng ý", en="Refuse"),
    "identity.sure_grant": Text(
        vi="Đồng ý cho {name} biết người cung cấp thông tin của thông tin số {number}?",
        en="Let {name} know the informant of information {number}?",
    ),
    "identity.refuse_reason": Text(vi="Lý do không đồng ý", en="Why it is refused"),
    "identity.waiting": Text(
        vi="Đề nghị biết người cung cấp thông tin", en="Requests for the informant"
    ),
}
