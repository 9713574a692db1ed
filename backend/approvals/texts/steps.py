"""Words of steps, outcomes, states and kinds, in both languages."""

from schemas.approvals.words import Outcome, StepKind, SubmissionState, SubmittedKind
from schemas.core.problems import Text

KINDS: dict[StepKind, Text] = {
    StepKind.OPINION: Text(vi="Cho ý kiến", en="Give an opinion"),
    StepKind.LEGAL_CHECK: Text(vi="Pháp chế kiểm tra", en="Legal check"),
    StepKind.AGREE: Text(vi="Đồng ý nội dung trình", en="Agree"),
    StepKind.APPROVE: Text(vi="Phê duyệt", en="Approve"),
    StepKind.SIGN: Text(vi="Ký văn bản", en="Sign"),
    StepKind.OUTSIDE: Text(vi="Trình cơ quan khác", en="Submit to another authority"),
}
_HANDLING = Text(vi="Đồng ý hướng xử lý", en="Agree with the handling")
"""What is agreed to of a file: its signed minutes are not approved (practice C)."""


def asked(kind: StepKind, subject: SubmittedKind) -> Text:
    """Return in words what a step asks for, of what was submitted."""
    of_file = kind is StepKind.AGREE and subject is SubmittedKind.FILE
    return _HANDLING if of_file else KINDS[kind]


OUTCOMES: dict[Outcome, Text] = {
    Outcome.AGREED: Text(vi="Đồng ý", en="Agreed"),
    Outcome.DISAGREED: Text(vi="Không nhất trí", en="Against"),
    Outcome.APPROVED: Text(vi="Đã phê duyệt", en="Approved"),
    Outcome.SIGNED: Text(vi="Đã ký", en="Signed"),
    Outcome.NO_OPINION: Text(vi="Chưa có ý kiến", en="No opinion yet"),
}
STATES: dict[SubmissionState, Text] = {
    SubmissionState.WAITING: Text(vi="Đang chờ", en="Waiting"),
    SubmissionState.WITH_SUBMITTER: Text(vi="Trả lại người trình", en="With its submitter"),
    SubmissionState.REFUSED: Text(vi="Không phê duyệt", en="Refused"),
    SubmissionState.WITHDRAWN: Text(vi="Đã rút", en="Withdrawn"),
    SubmissionState.DONE: Text(vi="Hoàn thành", en="Done"),
    SubmissionState.ENDED: Text(vi="Đã kết thúc", en="Ended"),
}
SUBJECTS: dict[SubmittedKind, Text] = {
    SubmittedKind.MINUTES_DRAFT: Text(vi="Dự thảo biên bản", en="Draft minutes"),
    SubmittedKind.FILE: Text(vi="Hồ sơ kiểm tra", en="Inspection file"),
    SubmittedKind.INSPECTION_DECISION: Text(vi="Quyết định kiểm tra", en="Inspection decision"),
    SubmittedKind.ADHOC_PLAN: Text(vi="Phương án kiểm tra", en="Ad-hoc plan"),
    SubmittedKind.SEIZURE: Text(vi="Quyết định tạm giữ", en="Seizure decision"),
    SubmittedKind.SANCTION: Text(vi="Quyết định xử phạt", en="Sanction decision"),
    SubmittedKind.ENFORCEMENT: Text(vi="Quyết định cưỡng chế", en="Enforcement decision"),
    SubmittedKind.OTHER_PAPER: Text(vi="Văn bản khác", en="Another paper"),
    SubmittedKind.PUBLICATION: Text(vi="Ban hành danh mục", en="Publication of the catalogue"),
    SubmittedKind.PLAN: Text(vi="Kế hoạch kiểm tra", en="Plan of inspections"),
    SubmittedKind.VERIFICATION: Text(
        vi="Quyết định giao xác minh thông tin", en="Decision to verify an information"
    ),
    SubmittedKind.INFORMATION_PAPER: Text(
        vi="Thông báo, công văn về thông tin", en="Notice or letter about an information"
    ),
    SubmittedKind.REPORT: Text(vi="Báo cáo định kỳ, chuyên đề", en="Report of a period"),
}
CHECKS: dict[str, Text] = {
    "competence": Text(
        vi="Người ký có thẩm quyền đối với mức phạt, hình thức và biện pháp?",
        en="Is the signer competent for the fine, the penalties and the remedies?",
    ),
    "party": Text(vi="Đúng tổ chức, cá nhân vi phạm?", en="Is the violator the right one?"),
    "acts": Text(
        vi="Hành vi, điều khoản áp dụng phù hợp biên bản và chứng cứ?",
        en="Do acts and provisions match the minutes and the evidence?",
    ),
    "amount": Text(
        vi="Mức phạt trong khung, tình tiết đúng?",
        en="Is the amount within its band, with the right circumstances?",
    ),
    "time": Text(vi="Còn thời hiệu, thời hạn?", en="Are statute and time limits kept?"),
    "hearing": Text(vi="Quyền giải trình được bảo đảm?", en="Was the right to explain respected?"),
    "goods": Text(vi="Xử lý tang vật đúng quy định?", en="Are the goods dealt with as provided?"),
    "form": Text(vi="Đúng mẫu, đủ căn cứ?", en="Is the form right, and are its bases complete?"),
}
"""The fixed questions of a legal officer's check-sheet, by their code."""
