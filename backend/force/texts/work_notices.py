"""Sentences of notices about the flow of work, with what each is for its reader.

Key -> (kind, title, sentence). A key is never used for another sentence. No sentence holds more
of a person than the record's own list shows; e-mail and push get neither title nor sentence
(practice B16).
"""

from backend.force.texts.export_notices import OF_EXPORTS
from backend.force.texts.party_notices import OF_PARTIES
from backend.force.texts.plan_notices import OF_PLANS
from backend.force.texts.record_paper_notices import OF_RECORD_PAPERS
from backend.force.texts.relation_notices import OF_RELATIONS
from backend.force.texts.report_limit_notices import OF_REPORT_LIMITS
from backend.force.texts.report_notices import OF_REPORTS
from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

_Sentence = tuple[NoticeKind, Text, Text]


def _one(kind: NoticeKind, title: tuple[str, str], body: tuple[str, str]) -> _Sentence:
    return kind, Text(vi=title[0], en=title[1]), Text(vi=body[0], en=body[1])


_OF_INSPECTIONS = {
    "inspection.file_waits": _one(
        NoticeKind.SUBMITTED,
        ("Hồ sơ kiểm tra trình bạn", "A file after an inspection waits for you"),
        (
            "{officer} trình hồ sơ kiểm tra {subject} ({number}). Hãy xem và cho ý kiến.",
            "{officer} submitted the file of {subject} ({number}). Look at it and rule on it.",
        ),
    ),
    "inspection.answered": _one(
        NoticeKind.SUBMITTED,
        ("Đoàn kiểm tra đã bổ sung hồ sơ", "A team supplemented its file"),
        (
            "{officer} đã bổ sung hồ sơ kiểm tra {subject} ({number}) theo yêu cầu. Hãy xem và cho ý kiến.",
            "{officer} supplemented the file of {subject} ({number}) as asked. Look at it and rule on it.",
        ),
    ),
    "inspection.not_to_inspect": _one(
        NoticeKind.SUBMITTED,
        ("Đề nghị không kiểm tra", "A team asks not to inspect"),
        (
            "{officer} đề nghị không kiểm tra {subject} ({number}). Người ban hành quyết định hủy bỏ bằng văn bản, "
            "hoặc trao đổi lại với Đoàn.",
            "{officer} asks not to inspect {subject} ({number}). The issuer withdraws the decision in writing, or "
            "talks to the team.",
        ),
    ),
    "inspection.ruled_draft_approved": _one(
        NoticeKind.AGREED,
        ("Đồng ý dự thảo biên bản", "Your draft minutes were agreed to"),
        (
            "{officer} đồng ý dự thảo biên bản kiểm tra {subject} ({number}). Ký đúng bản đã trình.",
            "{officer} agreed to the draft minutes of {subject} ({number}). Sign exactly what was proposed.",
        ),
    ),
    "inspection.ruled_draft_returned": _one(
        NoticeKind.RETURNED,
        ("Trả lại dự thảo biên bản", "Your draft minutes came back"),
        (
            "{officer} trả lại dự thảo biên bản kiểm tra {subject} ({number}) kèm ý kiến từng mục. Sửa trước khi ký.",
            "{officer} returned the draft minutes of {subject} ({number}) with remarks. Mend them before they are "
            "signed.",
        ),
    ),
    "inspection.ruled_returned": _one(
        NoticeKind.RETURNED,
        ("Bản trình kiểm tra bị trả lại", "Your minutes were returned"),
        (
            "{officer} trả lại bản trình kiểm tra {subject} ({number}) kèm ý kiến từng mục.",
            "{officer} returned the minutes of {subject} ({number}) with remarks.",
        ),
    ),
    "inspection.ruled_approved": _one(
        NoticeKind.APPROVED,
        ("Bản trình kiểm tra được phê duyệt", "Your minutes were approved"),
        (
            "{officer} phê duyệt bản trình kiểm tra {subject} ({number}).",
            "{officer} approved the minutes of {subject} ({number}).",
        ),
    ),
    "inspection.ruled_refused": _one(
        NoticeKind.REFUSED,
        ("Bản trình kiểm tra không được phê duyệt", "Your minutes were refused"),
        (
            "{officer} không phê duyệt bản trình kiểm tra {subject} ({number}). Lý do có trong hồ sơ.",
            "{officer} refused the minutes of {subject} ({number}). The reason is in the file.",
        ),
    ),
    "inspection.ruled_agreed": _one(
        NoticeKind.AGREED,
        ("Đồng ý hướng xử lý", "The handling was agreed to"),
        (
            "{officer} đồng ý hướng xử lý hồ sơ kiểm tra {subject} ({number}).",
            "{officer} agreed with the handling of the file of {subject} ({number}).",
        ),
    ),
    "inspection.ruled_supplement_asked": _one(
        NoticeKind.SUPPLEMENT,
        ("Yêu cầu bổ sung hồ sơ kiểm tra", "A supplement of your file is asked for"),
        (
            "{officer} yêu cầu bổ sung hồ sơ kiểm tra {subject} ({number}): xem từng điểm và trả lời trên điện thoại.",
            "{officer} asks for a supplement of the file of {subject} ({number}): see each point and answer on the "
            "phone.",
        ),
    ),
    "inspection.ruled_verification_ordered": _one(
        NoticeKind.ASSIGNED,
        ("Giao xác minh sau kiểm tra", "Verification was ordered"),
        (
            "{officer} giao xác minh đối với hồ sơ kiểm tra {subject} ({number}). Nội dung có trong hồ sơ.",
            "{officer} ordered verification in the file of {subject} ({number}). The file says what.",
        ),
    ),
    "inspection.ruled_taken_over": _one(
        NoticeKind.CHANGED,
        ("Lãnh đạo trực tiếp xử lý hồ sơ", "A head took your file over"),
        (
            "{officer} trực tiếp xử lý tiếp hồ sơ kiểm tra {subject} ({number}). Lý do có trong hồ sơ.",
            "{officer} took over the file of {subject} ({number}). The reason is in the file.",
        ),
    ),
    "inspection.minutes_yours": _one(
        NoticeKind.ASSIGNED,
        ("Giao lập biên bản kiểm tra", "The minutes are yours"),
        (
            "{officer} giao bạn lập, trình biên bản kiểm tra {subject} ({number}).",
            "{officer} entrusted you with the minutes of {subject} ({number}).",
        ),
    ),
}

_OF_CASES = {
    "case.yours": _one(
        NoticeKind.ASSIGNED,
        ("Giao xử lý vụ việc", "A case was assigned to you"),
        (
            "{officer} giao bạn tham gia xử lý vụ việc {number}.",
            "{officer} put you on case {number}.",
        ),
    ),
    "case.to_reopen": _one(
        NoticeKind.SUBMITTED,
        ("Đề nghị mở lại hồ sơ lưu trữ", "An archived file is asked to be opened"),
        (
            "{officer} đề nghị mở lại hồ sơ vụ việc {number} đã lưu trữ. Cần người thứ hai đồng ý.",
            "{officer} asks to open the archived file of case {number} again. It needs a second person.",
        ),
    ),
    "paper.to_sign": _one(
        NoticeKind.SUBMITTED,
        ("Văn bản trình ký", "A paper waits for your signature"),
        (
            "Vụ việc {number}: {officer} trình ký {form}. Hãy xem rồi ký, hoặc trả lại kèm lý do.",
            "Case {number}: {officer} finalised {form} for signing. Look at it and sign it, or return it with a "
            "reason.",
        ),
    ),
    "paper.sent_back": _one(
        NoticeKind.RETURNED,
        ("Văn bản bị trả lại", "Your paper was returned"),
        (
            "Vụ việc {number}: {officer} trả lại {form}. Lý do: {reason}",
            "Case {number}: {officer} returned {form}. Reason: {reason}",
        ),
    ),
    "paper.in_force": _one(
        NoticeKind.APPROVED,
        ("Văn bản đã được ký", "Your paper was signed"),
        (
            "Vụ việc {number}: {officer} đã ký {form}.",
            "Case {number}: {officer} signed {form}.",
        ),
    ),
    "paper.given_up": _one(
        NoticeKind.REFUSED,
        ("Văn bản bị bỏ", "Your paper was given up"),
        (
            "Vụ việc {number}: {officer} bỏ {form}. Lý do: {reason}",
            "Case {number}: {officer} gave up {form}. Reason: {reason}",
        ),
    ),
}

_WITH_TERMS = {
    "compare.waits": _one(
        NoticeKind.DUE,
        ("Văn bản ký trên bản giấy chờ đối chiếu", "A paper signed by hand is to be compared"),
        (
            "{what}, số {number}: đã có bản quét. Hạn đối chiếu với bản in là {due}.",
            "{what}, number {number}: the scan is here. Compare it with the print by {due}.",
        ),
    ),
    "compare.differs": _one(
        NoticeKind.RETURNED,
        ("Bản quét bị trả lại", "The scan of a paper was sent back"),
        (
            "Vụ việc {number}: {officer} đối chiếu {form} số {paper}: bản quét khác bản in ({reason}). Hãy gửi bản "
            "quét khác.",
            "Case {number}: {officer} compared {form}, number {paper}: the scan differs from the print ({reason}). "
            "Send another scan.",
        ),
    ),
    "compare.due": _one(
        NoticeKind.DUE,
        ("Sắp hết hạn đối chiếu", "A comparison is almost overdue"),
        (
            "{what}, số {number}: hạn đối chiếu là {due} (48 giờ).",
            "{what}, number {number}: it must be compared by {due} (48 hours).",
        ),
    ),
    "compare.overdue": _one(
        NoticeKind.OVERDUE,
        ("Quá hạn đối chiếu", "A comparison is overdue"),
        (
            "{what}, số {number}: hạn đối chiếu là {due} (48 giờ), chưa ai đối chiếu.",
            "{what}, number {number}: it was to be compared by {due} (48 hours), and nobody did.",
        ),
    ),
    "exception.due": _one(
        NoticeKind.DUE,
        ("Sắp hết hạn kiểm tra ngoại lệ", "An exception must be checked soon"),
        (
            "{what} ({number}), {officer}: hạn kiểm tra là {due}.",
            "{what} ({number}), {officer}: it must be checked by {due}.",
        ),
    ),
    "exception.overdue": _one(
        NoticeKind.OVERDUE,
        ("Quá hạn kiểm tra ngoại lệ", "An exception is overdue"),
        (
            "{what} ({number}), {officer}: hạn kiểm tra là {due}, chưa ai kiểm tra.",
            "{what} ({number}), {officer}: it was to be checked by {due}, and nobody did.",
        ),
    ),
}

_OF_SUBMISSIONS = {
    "submission.submitted": _one(
        NoticeKind.SUBMITTED,
        ("Chờ bạn cho ý kiến hoặc phê duyệt", "Waiting for your opinion or approval"),
        (
            "{by} trình: {what}. {note}",
            "{by} submitted: {what}. {note}",
        ),
    ),
    "submission.returned": _one(
        NoticeKind.RETURNED,
        ("Nội dung trình bị trả lại", "What you submitted was returned"),
        (
            "{by} trả lại: {what}. Ý kiến: {note}",
            "{by} returned: {what}. Comments: {note}",
        ),
    ),
    "submission.supplement": _one(
        NoticeKind.SUPPLEMENT,
        ("Yêu cầu bổ sung", "A supplement is asked for"),
        (
            "{by} yêu cầu bổ sung: {what}. {note}",
            "{by} asks for a supplement: {what}. {note}",
        ),
    ),
    "submission.agreed": _one(
        NoticeKind.AGREED,
        ("Đã đồng ý", "It was agreed"),
        (
            "{by} đồng ý: {what}. {note}",
            "{by} agreed: {what}. {note}",
        ),
    ),
    "submission.approved": _one(
        NoticeKind.APPROVED,
        ("Đã phê duyệt", "It was approved"),
        (
            "{by} phê duyệt: {what}. {note}",
            "{by} approved: {what}. {note}",
        ),
    ),
    "submission.signed": _one(
        NoticeKind.APPROVED,
        ("Đã được ký", "It was signed"),
        (
            "{by} đã ký: {what}. {note}",
            "{by} signed: {what}. {note}",
        ),
    ),
    "submission.refused": _one(
        NoticeKind.REFUSED,
        ("Không phê duyệt", "It was refused"),
        (
            "{by} không phê duyệt: {what}. Lý do: {note}",
            "{by} refused: {what}. Reason: {note}",
        ),
    ),
    "submission.ended": _one(
        NoticeKind.CHANGED,
        ("Phiếu trình đã kết thúc", "Its submission has ended"),
        (
            "{what}: không còn được trình. {note}",
            "{what} is not submitted any more. {note}",
        ),
    ),
    "submission.assigned": _one(
        NoticeKind.ASSIGNED,
        ("Được chuyển đến bạn", "It was passed to you"),
        (
            "{by} chuyển đến bạn: {what}. {note}",
            "{by} passed to you: {what}. {note}",
        ),
    ),
    "route.published": _one(
        NoticeKind.CHANGED,
        ("Quy trình phê duyệt mới", "A new approval route"),
        (
            "{by} ban hành quy trình “{what}” của {unit}, từ ngày {day}.",
            "{by} published the route “{what}” of {unit}, from {day}.",
        ),
    ),
    "route.ended": _one(
        NoticeKind.CHANGED,
        ("Thôi áp dụng quy trình phê duyệt", "An approval route ended"),
        (
            "{by} thôi áp dụng quy trình “{what}” của {unit} từ ngày {day}. Lý do: {note}",
            "{by} ended the route “{what}” of {unit} from {day}. Reason: {note}",
        ),
    ),
    "absence.recorded": _one(
        NoticeKind.ASSIGNED,
        ("Xử lý thay trong thời gian vắng mặt", "Standing in during an absence"),
        (
            "{by} ghi: {officer} vắng mặt {days}, {stand_in} xử lý thay. Nếu không đúng, hãy báo ngay thủ trưởng.",
            "{by} recorded: {officer} is away {days}, {stand_in} stands in. If that is wrong, tell the head at once.",
        ),
    ),
    "absence.ended": _one(
        NoticeKind.CHANGED,
        ("Kết thúc xử lý thay", "Standing in has ended"),
        (
            "{by} ghi: {officer} trở lại từ ngày {days}; {stand_in} thôi xử lý thay.",
            "{by} recorded: {officer} is back from {days}; {stand_in} no longer stands in.",
        ),
    ),
    "submission.again": _one(
        NoticeKind.CHANGED,
        ("Nội dung đã bị từ chối được trình lại", "What was refused is submitted again"),
        (
            "{by} trình lại, phần quan trọng không đổi: {what}. Lý do: {note}",
            "{by} submitted it again with nothing material changed: {what}. Reason: {note}",
        ),
    ),
    "submission.changed": _one(
        NoticeKind.CHANGED,
        ("Nội dung bạn đã cho ý kiến có thay đổi", "What you gave an opinion on was changed"),
        (
            "{by} thay đổi sau ý kiến của bạn: {what}. {note}",
            "{by} changed it after your opinion: {what}. {note}",
        ),
    ),
    "submission.due": _one(
        NoticeKind.DUE,
        ("Sắp đến hạn cho ý kiến", "The term of your step is nearly over"),
        (
            "{what}: hạn của bước chờ bạn là {due}. {note}",
            "{what}: your step is due by {due}. {note}",
        ),
    ),
    "submission.overdue": _one(
        NoticeKind.OVERDUE,
        ("Quá hạn cho ý kiến", "The term of a step is over"),
        (
            "{what}: hạn của bước chờ {by} là {due}, đã qua. {note}",
            "{what}: the step of {by} was due by {due}, which is past. {note}",
        ),
    ),
}
"""Places: `by` did it, `what` is the thing with its number, `note` is a sentence of theirs or empty,
`due` the end of a term, by `end_words`."""

SENTENCES: dict[str, _Sentence] = {
    **_OF_INSPECTIONS,
    **OF_RELATIONS,
    **_OF_CASES,
    **_WITH_TERMS,
    **_OF_SUBMISSIONS,
    **OF_RECORD_PAPERS,
    **OF_EXPORTS,
    **OF_PARTIES,
    **OF_PLANS,
    **OF_REPORTS,
    **OF_REPORT_LIMITS,
}
