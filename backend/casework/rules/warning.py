"""Legal warnings: what a rule that is not certain speaks against (practice B8). Pure.

Only a certain rule refuses. Any other warns: the officer goes on with a reason, and the act is listed
for the legal officers and auditors.
"""

from uuid import UUID

from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

HEARING_LATE = Text(
    vi="phiên giải trình sau khi hết thời hạn ra quyết định (Điều 61, 66 Luật Xử lý vi phạm hành chính)",
    en="the hearing is after the time to decide (Law on Handling Administrative Violations Arts 61, 66)",
)
UNASKED = Text(
    vi="chỉ gia hạn giải trình khi người vi phạm đề nghị bằng văn bản, vụ việc phức tạp (khoản 2 Điều 61 Luật Xử lý vi "
    "phạm hành chính); chọn bút lục của văn bản đó",
    en="the time to explain is extended only at the violator's written request, in a complex case (Law on Handling "
    "Administrative Violations Art 61.2); choose the sheet of that request",
)
EXPLANATION_LATE = Text(
    vi="đã hết thời hạn yêu cầu giải trình (02 ngày làm việc nếu trực tiếp, 05 ngày làm việc nếu bằng văn bản; Điều 61 "
    "Luật Xử lý vi phạm hành chính); vẫn ghi nhận thì thời hạn ra quyết định không kéo dài",
    en="the time to ask for an explanation is over (2 working days for a hearing, 5 in writing; Law on Handling "
    "Administrative Violations Art 61); taken up all the same, it does not lengthen the time to decide",
)
CHANGE_LATE = Text(
    vi="đã quá 01 năm từ quyết định hoặc hết thời hiệu xử phạt: chỉ sửa đổi, đính chính, hủy bỏ một phần về tiền phạt "
    "theo kết quả khiếu nại, tố cáo hoặc bản án (khoản 2 Điều 15 Nghị định 118/2021/NĐ-CP)",
    en="a year after the decision, or after the statute of limitation, its fine is changed only after a complaint, a "
    "denunciation or a judgment (Decree 118/2021 Art 15.2)",
)

_SIGNINGS = frozenset({CaseAct.DOCUMENT_ISSUED, CaseAct.DOCUMENT_PRINTED})


def unless(despite: str | None, why: Text | None) -> Refuse | None:
    """Return the refusal of an act without a reason to go on in spite of `why`; None without either."""
    return refusal("case_legal_warning", why) if why is not None and despite is None else None


def said_at_signing(facts: Facts, document_id: UUID) -> str | None:
    """Return the reason with which the signer of a paper went on in spite of a warning, or None.

    It is listed with the paper, so the entry of what the paper decides need not ask again.
    """
    for event in reversed(facts.events):
        if event.type in _SIGNINGS and event.content.document_id == document_id:
            reason: str | None = event.content.despite
            return reason
    return None
