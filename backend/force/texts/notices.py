"""The sentences of notices, in both languages, by key. A key is never used for another one."""

from collections.abc import Mapping

from backend.force.texts import (
    handed_over,
    import_notices,
    intake_notices,
    own_access,
    passkeys,
    restructuring_notices,
    sample_notices,
)
from backend.force.texts.work_notices import SENTENCES
from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

_FLOW = {
    **SENTENCES,
    **intake_notices.SENTENCES,
    **sample_notices.SENTENCES,
    **import_notices.SENTENCES,
    **restructuring_notices.SENTENCES,
}
TITLES = {
    **{key: title for key, (_, title, _) in _FLOW.items()},
    "deadline.half": Text(vi="Đã qua nửa thời hạn", en="Half of the time is over"),
    "deadline.last_day": Text(vi="Sắp hết thời hạn", en="The time is almost over"),
    "deadline.missed": Text(vi="Đã quá hạn", en="The time is over"),
    "deadline.lapsed": Text(vi="Thời hiệu, quyền đã hết", en="The period has lapsed"),
    "ask.waiting": Text(vi="Chờ bạn xác nhận", en="Waiting for you to confirm"),
    "person.asked": Text(vi="Có đề nghị về một công chức", en="A request about an officer"),
    "person.reset_asked": Text(
        vi="Có đề nghị cấp lại cho một công chức", en="A reset for an officer was requested"
    ),
    "person.reset_confirmed": Text(
        vi="Việc cấp lại đã được xác nhận", en="The reset was confirmed"
    ),
    "person.reset_stopped": Text(vi="Việc cấp lại đã dừng", en="A reset was stopped"),
    "person.enrolled_alone": Text(
        vi="Một người quản trị cấp đăng nhập cho công chức mới",
        en="A single administrator issued access to a new officer",
    ),
    "person.confirmed": Text(vi="Đề nghị đã được xác nhận", en="A request was confirmed"),
    "person.declined": Text(vi="Đề nghị không được xác nhận", en="A request was declined"),
    "person.enrol_anew": Text(vi="Cần kích hoạt lại tài khoản", en="Account activation is needed"),
    "person.card_ends": Text(
        vi="Thẻ kiểm tra sắp hết hạn", en="An inspection card is about to end"
    ),
    "person.card_over": Text(vi="Thẻ kiểm tra đã hết hạn", en="An inspection card has ended"),
    "person.done": Text(
        vi="Thay đổi về một công chức", en="Something was changed about an officer"
    ),
    "delegation.given": Text(
        vi="Quyết định giao quyền được nhập vào sổ", en="A delegation was entered into the register"
    ),
    "delegation.confirmed": Text(
        vi="Quyết định giao quyền được xác nhận", en="A delegation was confirmed"
    ),
    "delegation.ended": Text(vi="Quyết định giao quyền chấm dứt", en="A delegation was ended"),
    "device.new": Text(
        vi="Tài khoản của bạn vừa dùng trên thiết bị mới", en="Your account is used on a new device"
    ),
    "device.message": Text(vi="Tin nhắn gửi tới điện thoại", en="A message to your phone"),
    "case.sent_up": Text(vi="Hồ sơ vụ việc trình lên", en="A file was sent up"),
    "case.perishable": Text(vi="Tạm giữ hàng dễ hư hỏng", en="Perishable goods were seized"),
    "case.band_waits": Text(
        vi="Khung của hành vi ngoài danh mục chờ xác nhận",
        en="The band of an act outside the catalogue waits to be confirmed",
    ),
    "device.waits": Text(vi="Thiết bị mới chờ bạn phê duyệt", en="A new device waits for you"),
    "draft.asked": Text(
        vi="Đoàn kiểm tra chờ ý kiến dự thảo biên bản", en="A team waits for an opinion on a draft"
    ),
    "decision.proposed": Text(
        vi="Đề xuất kiểm tra chờ bạn ký quyết định", en="A proposed inspection waits for you"
    ),
    "decision.returned": Text(vi="Đề xuất kiểm tra được trả lại", en="Your proposal was sent back"),
    "decision.waits": Text(
        vi="Dự thảo quyết định chờ bạn ký", en="A draft decision waits for your signature"
    ),
    "decision.signed": Text(
        vi="Quyết định kiểm tra đã ban hành", en="An inspection decision was issued"
    ),
    "decision.changed": Text(
        vi="Quyết định kiểm tra có thay đổi", en="An inspection decision was changed"
    ),
    "decision.taken_back": Text(
        vi="Quyết định kiểm tra bị hủy bỏ", en="An inspection decision was withdrawn"
    ),
    "decision.lapsed": Text(
        vi="Quyết định kiểm tra hết hiệu lực", en="An inspection decision lapsed"
    ),
    "decision.given_up": Text(
        vi="Văn bản bạn soạn không được ký", en="The paper that you drafted is not signed"
    ),
    "decision.sent_back": Text(
        vi="Bản quét quyết định bị trả lại", en="The scan of a decision was sent back"
    ),
    "refusals.burst": Text(
        vi="Nhiều yêu cầu bị từ chối", en="Many requests of one officer were refused"
    ),
    **passkeys.TITLES,
    **own_access.TITLES,
    **handed_over.TITLES,
}
BODIES = {
    **{key: body for key, (_, _, body) in _FLOW.items()},
    "deadline.half": Text(
        vi="Vụ việc {case}: {label} ({citation}). Hạn: {end}.",
        en="Case {case}: {label} ({citation}). Due: {end}.",
    ),
    "deadline.last_day": Text(
        vi="Vụ việc {case}: {label} ({citation}). Hạn: {end}. Hãy làm ngay, hoặc gia hạn nếu được phép.",
        en="Case {case}: {label} ({citation}). Due: {end}. Do it now, or extend it where that is allowed.",
    ),
    "deadline.missed": Text(
        vi="Vụ việc {case}: {label} ({citation}). Hạn là {end}.",
        en="Case {case}: {label} ({citation}). It was due: {end}.",
    ),
    "deadline.lapsed": Text(
        vi="Vụ việc {case}: {label} ({citation}). Mốc cuối là {end}.",
        en="Case {case}: {label} ({citation}). It lapsed: {end}.",
    ),
    "ask.waiting": Text(
        vi="{by} đề nghị cho {officer}: {what}. Hãy hỏi chính người đó rồi xác nhận hoặc từ chối.",
        en="{by} requests for {officer}: {what}. Ask the officer in person, then confirm or decline.",
    ),
    "person.asked": Text(
        vi="{by} đề nghị cho {officer}: {what}. Nếu không đúng, hãy báo ngay thủ trưởng hoặc người quản trị cấp trên.",
        en="{by} requests for {officer}: {what}. If that is wrong, tell the head or an administrator above at once.",
    ),
    "person.confirmed": Text(
        vi="{by} đã xác nhận cho {officer}: {what}. Nếu sai, hãy báo ngay thủ trưởng hoặc người quản trị cấp trên.",
        en="{by} confirmed for {officer}: {what}. If that is wrong, tell the head or an administrator above at once.",
    ),
    "person.reset_asked": Text(
        vi="{by} đề nghị cho {officer}: {what}. Nếu không đúng, hãy mở đề nghị và từ chối.",
        en="{by} requests for {officer}: {what}. If that is wrong, open the request and decline it.",
    ),
    "person.reset_confirmed": Text(
        vi="{by} đã xác nhận cho {officer}: {what}. Nếu sai, hãy mở đề nghị và dừng lại trước khi được sử dụng.",
        en="{by} confirmed for {officer}: {what}. If that is wrong, open the request and stop it before it is used.",
    ),
    "person.enrolled_alone": Text(
        vi="{by} một mình làm cho {officer}: {what}. Nếu đơn vị không có người này, hãy phản đối: tài khoản khóa ngay.",
        en="{by} alone did this for {officer}: {what}. If there is no such person in the unit, object: the account "
        "is disabled at once.",
    ),
    "person.reset_stopped": Text(
        vi="{by} đã dừng việc cho {officer}: {what}. Đường dẫn và mã không còn mở được gì.",
        en="{by} stopped for {officer}: {what}. The link and the code no longer work.",
    ),
    "person.declined": Text(
        vi="{by} không xác nhận cho {officer}: {what}.", en="{by} declined for {officer}: {what}."
    ),
    "person.enrol_anew": Text(
        vi="Mật khẩu và mã xác thực (OTP) của {officer} đã kết thúc vì do một người cấp trước khi có {what}. "
        "Người quản trị hãy đề nghị kích hoạt tài khoản; người thứ hai xác nhận.",
        en="The credentials of {officer} have ended: one person gave them before {what}. An administrator must "
        "request an account activation, and a second person must confirm it.",
    ),
    "person.card_ends": Text(
        vi="Thẻ kiểm tra thị trường số {number} của {officer} có hạn đến hết ngày {day}. Hãy làm thủ tục cấp lại; "
        "người quản trị ghi thẻ mới khi có.",
        en="The inspection card {number} of {officer} is valid until the end of {day}. Apply for a new one; an "
        "administrator enters it once it is there.",
    ),
    "person.card_over": Text(
        vi="Thẻ kiểm tra thị trường số {number} của {officer} hết hạn ngày {day}. Cho đến khi có thẻ mới, không được "
        "làm Trưởng Đoàn, không được ban hành quyết định kiểm tra, không được giao hoặc nhận giao quyền ban hành "
        "(khoản 3 Điều 21, khoản 2 Điều 23 Pháp lệnh 11/2016/UBTVQH13).",
        en="The inspection card {number} of {officer} ended on {day}. Until there is a new one the officer may not "
        "lead a team, issue inspection decisions, or give or receive that power (Ordinance 11/2016 Arts 21.3, 23.2).",
    ),
    "person.done": Text(
        vi="{by} đã làm cho {officer}: {what}. Nếu không đúng, hãy báo ngay thủ trưởng hoặc người quản trị cấp trên.",
        en="{by} did this for {officer}: {what}. If that is wrong, tell the head or an administrator above at once.",
    ),
    "delegation.given": Text(
        vi="{by} đã nhập quyết định giao quyền số {number} ngày {day} của {giver} cho {receiver}. Nếu không có quyết "
        "định này, hãy báo ngay thủ trưởng hoặc văn thư để chấm dứt trong sổ giao quyền.",
        en="{by} entered delegation {number} of {day} by {giver} to {receiver}. If there is no such decision, tell "
        "the head or a clerk at once, so that it is ended in the register.",
    ),
    "delegation.confirmed": Text(
        vi="{by} đã xác nhận quyết định giao quyền số {number} ngày {day} của {giver} cho {receiver}: trong thời hạn, "
        "người nhận ký thay. Nếu không đúng, hãy báo ngay thủ trưởng hoặc văn thư để chấm dứt trong sổ giao quyền.",
        en="{by} confirmed delegation {number} of {day} by {giver} to {receiver}: during its term the deputy signs "
        "for the head. If that is wrong, tell the head or a clerk at once, so that it is ended in the register.",
    ),
    "delegation.ended": Text(
        vi="{by} đã ghi chấm dứt quyết định giao quyền số {number} ngày {day} của {giver} cho {receiver}, từ ngày "
        "{on}: {reason}. Nếu không đúng, hãy báo ngay thủ trưởng.",
        en="{by} ended delegation {number} of {day} by {giver} to {receiver}, from {on}: {reason}. If that is wrong, "
        "tell the head at once.",
    ),
    "device.message": Text(vi="{sender}: {text}", en="{sender}: {text}"),
    "device.new": Text(
        vi="Đã đăng nhập bằng tài khoản của {officer} trên thiết bị “{device}”, lần đầu. Nếu không phải bạn, hãy báo "
        "ngay thủ trưởng hoặc người quản trị để thu hồi thiết bị và cấp lại mật khẩu.",
        en="The account of {officer} was used to sign in on the device “{device}” for the first time. If that was "
        "not you, tell your head or an administrator at once, so that the device is revoked and your password is "
        "reset.",
    ),
    "device.waits": Text(
        vi="{officer} đăng nhập trên thiết bị “{device}”, lần đầu. Hãy hỏi chính người đó rồi mới phê duyệt.",
        en="{officer} signs in on the device “{device}” for the first time. Ask the officer in person, then approve.",
    ),
    "draft.asked": Text(
        vi="{subject} ({number}): {officer} xin ý kiến dự thảo biên bản. Đoàn đang ở cơ sở và có thể ký "
        "bất cứ lúc nào; ý kiến đến sau chữ ký đầu tiên chỉ để biết.",
        en="{subject} ({number}): {officer} asks for an opinion on draft minutes. The team is on site and may sign "
        "at any time; an opinion given after the first signature is only noted.",
    ),
    "case.sent_up": Text(
        vi="{officer} trình hồ sơ vụ việc {number} lên {unit} để ra quyết định. Thời hạn ra quyết định vẫn tính từ "
        "ngày lập biên bản: {reason}.",
        en="{officer} sent the file of case {number} up to {unit} for the decision. The time to decide still runs "
        "from the violation minutes: {reason}.",
    ),
    "case.band_waits": Text(
        vi="Vụ việc {number}: {officer} nhập khung của hành vi ngoài danh mục {code} («{wording}», {provision}). Pháp "
        "chế hoặc người đứng đầu đối chiếu nghị định và xác nhận; trước đó không ký được quyết định xử phạt.",
        en="Case {number}: {officer} stated the band of act {code} outside the catalogue (“{wording}”, {provision}). "
        "A legal officer or the head compares the decree and confirms it; until then no sanction can be signed.",
    ),
    "case.perishable": Text(
        vi="Vụ việc {number}: {officer} tạm giữ hàng dễ hư hỏng: {goods}. Phải xử lý ngay (điểm đ khoản 4 Điều 125, "
        "khoản 3 Điều 126 Luật Xử lý vi phạm hành chính).",
        en="Case {number}: {officer} seized perishable goods: {goods}. They must be dealt with at once (Law on "
        "Handling Administrative Violations Arts 125.4.đ, 126.3).",
    ),
    "decision.proposed": Text(
        vi="{officer} đề xuất kiểm tra {subject}, tại {place}. Lý do: {reason}",
        en="{officer} proposes an inspection of {subject}, at {place}. Reason: {reason}",
    ),
    "decision.returned": Text(
        vi="{subject}: {officer} trả lại đề xuất. Ý kiến: {reason}",
        en="{subject}: {officer} sent the proposal back. Comments: {reason}",
    ),
    "decision.waits": Text(
        vi="{by} đã soạn: {form}, đối với {subject}. Hãy xem rồi ký, hoặc bỏ kèm lý do.",
        en="{by} drafted: {form}, about {subject}. Look at it and sign it, or give it up with a reason.",
    ),
    "decision.signed": Text(
        vi="Quyết định số {number} ngày {day} kiểm tra {subject} tại {place}. Điện thoại của Đoàn nhận khi đồng bộ.",
        en="Decision {number} of {day}: inspection of {subject} at {place}. The team's phones get it with their sync.",
    ),
    "decision.changed": Text(
        vi="{form} số {number} ngày {day}, {subject} ({place}): {reason}.",
        en="{form}, number {number} of {day}, {subject} ({place}): {reason}.",
    ),
    "decision.taken_back": Text(
        vi="Quyết định số {number} ngày {day} hủy bỏ quyết định kiểm tra {subject} ({place}): {reason}. Không "
        "tiến hành kiểm tra.",
        en="Decision {number} of {day} takes back the inspection of {subject} ({place}): {reason}. There is no "
        "inspection.",
    ),
    "decision.lapsed": Text(
        vi="Quyết định số {number} kiểm tra {subject} hết hiệu lực vì không công bố trong hạn: {reason}. Muốn kiểm tra "
        "thì phải có quyết định mới.",
        en="Decision {number}, inspection of {subject}, lapsed because it was not announced in time: {reason}. A new "
        "decision is needed for an inspection.",
    ),
    "decision.given_up": Text(
        vi="{by} đã bỏ văn bản bạn soạn về {subject}: {reason}. Hãy sửa và soạn lại nếu còn cần.",
        en="{by} gave up the paper that you drafted about {subject}: {reason}. Mend it and draft it again if it is "
        "still needed.",
    ),
    "decision.sent_back": Text(
        vi="{by} đối chiếu quyết định số {number}: bản quét khác bản in ({reason}). Hãy gửi bản quét khác.",
        en="{by} compared decision {number}: the scan differs from the print ({reason}). Send another scan.",
    ),
    "refusals.burst": Text(
        vi="{officer} có {count} yêu cầu bị từ chối trong {minutes} phút gần đây. "
        "Hãy hỏi lại người đó; kiểm tra nội bộ và pháp chế xem được từng yêu cầu.",
        en="{count} requests of {officer} were refused within {minutes} minutes. "
        "Ask the officer; auditors and legal officers see each request.",
    ),
    **passkeys.BODIES,
    **own_access.BODIES,
    **handed_over.BODIES,
}
"""Places of a sentence about a time limit: `case` is the case's number, `label` and `citation` are
the rule's, `end` is its end in words. A sentence without a clock is filled with the words that its
sender gave (backend/force/notices/telling.py)."""
_KINDS: Mapping[NoticeKind, tuple[str, ...]] = {
    NoticeKind.DUE: (
        "person.card_ends",
        "deadline.half",
        "deadline.last_day",
        "case.perishable",
    ),
    NoticeKind.OVERDUE: (
        "person.card_over",
        "deadline.missed",
        "deadline.lapsed",
    ),
    NoticeKind.PEOPLE: (
        "ask.waiting",
        "person.asked",
        "person.confirmed",
        "person.declined",
        "person.done",
        "person.hands_over",
        "person.hands_over_asked",
        "person.handed_over_of",
        "person.handed_over_goes",
        "delegation.given",
        "delegation.confirmed",
        "delegation.ended",
    ),
    NoticeKind.SECURITY: (
        "person.reset_asked",
        "person.reset_confirmed",
        "person.reset_stopped",
        "person.enrolled_alone",
        "person.enrol_anew",
        "device.new",
        "device.message",
        "machine.ends",
        "machine.owner_left",
        "machine.owner_named",
        "machine.owner_over",
        "device.waits",
        "refusals.burst",
        *passkeys.BODIES,
        *own_access.BODIES,
    ),
    NoticeKind.SUBMITTED: (
        "case.sent_up",
        "draft.asked",
        "decision.proposed",
        "decision.waits",
        "person.team_proposed",
    ),
    NoticeKind.LAW: ("case.band_waits",),
    NoticeKind.RETURNED: (
        "decision.returned",
        "decision.sent_back",
    ),
    NoticeKind.ASSIGNED: (
        "person.handed_over",
        "decision.signed",
    ),
    NoticeKind.CHANGED: (
        "decision.changed",
        "decision.taken_back",
        "decision.lapsed",
    ),
    NoticeKind.REFUSED: ("decision.given_up",),
}
ABOUT = {key: kind for kind, keys in _KINDS.items() for key in keys} | {
    key: kind for key, (kind, _, _) in _FLOW.items()
}
"""What each sentence is for its reader, unless its sender says otherwise for one reader."""


def title(key: str) -> Text:
    """Return the heading of a notice."""
    return TITLES[key]


def body(key: str, case: str, label: Text, citation: Text, end: Text) -> Text:
    """Return the sentence of a notice."""
    given = BODIES[key]
    return Text(
        vi=given.vi.format(case=case, label=label.vi, citation=citation.vi, end=end.vi),
        en=given.en.format(case=case, label=label.en, citation=citation.en, end=end.en),
    )


def told(key: str, words: Mapping[str, Mapping[str, str]]) -> Text:
    """Return the sentence of a notice without a clock.

    Raises KeyError for an unknown sentence or place.
    """
    given = BODIES[key]
    vi = {name: word["vi"] for name, word in words.items()}
    en = {name: word["en"] for name, word in words.items()}
    return Text(vi=given.vi.format(**vi).rstrip(), en=given.en.format(**en).rstrip())
