"""Names, forms and story sentences of the acts in backend/casework/acts/complaints.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, PAPER, REASON, SHEET, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


def _which(kind: CaseAct) -> Field:
    """Return the choice among the complaints that this act may be about next."""
    return Field("complaint_id", choices=f"complaints_{kind}")


ALL = (
    Described(
        CaseAct.COMPLAINT_FILED,
        name=Text(vi="Ghi khiếu nại, khởi kiện", en="Record a complaint or lawsuit"),
        meaning=Text(
            vi="Đối với quyết định hoặc hành vi hành chính bất kỳ của vụ việc: kiểm tra, tạm giữ, kéo dài, xử phạt, "
            "cưỡng chế, không giao quyết định (Điều 15 Luật Xử lý vi phạm hành chính, Điều 7 và 9 Luật Khiếu nại). "
            "Khiếu nại không tự làm dừng việc thi hành.",
            en="Against any decision or administrative act of the case: inspection, seizure, extension, sanction, "
            "enforcement, a decision not delivered (Law on Handling Administrative Violations Art 15, Law on "
            "Complaints Arts 7 and 9). A complaint does not stop execution by itself.",
        ),
        sentence=Text(
            vi="{by} {lawsuit} đối với[ {about}:][ {against}][ {what}] lúc {filed_at}[ (bút lục {sheet})].",
            en="{by} {lawsuit}[ {about}:][ {against}][ {what}] at {filed_at}[ (sheet {sheet})].",
        ),
        form=ActForm(
            (
                Field("complaint_id", "fixed", initial="new"),
                Field("lawsuit"),
                Field("by", word="by_person"),
                Field("about", word="complained_about", needed=True),
                paper(CaseAct.COMPLAINT_FILED, "against"),
                Field("what", word="complained_what", hint="complained_what_hint"),
                Field("filed_at", initial="now"),
                Field("known_on"),
                Field("hindered", rare=True),
                Field("remote", rare=True),
                Field("content"),
                Field("sheet", choices="sheets", word="complaint_sheet"),
            ),
            group="execution",
        ),
    ),
    Described(
        CaseAct.COMPLAINT_ACCEPTED,
        name=Text(vi="Thụ lý khiếu nại, khởi kiện", en="Accept a complaint"),
        meaning=Text(
            vi="Trong 10 ngày kể từ ngày nhận, thông báo bằng văn bản (Điều 27, 36 Luật Khiếu nại). Lần đầu: người đã "
            "ra quyết định; cấp phó ký thì người đứng đầu. Lần hai: cấp trên trực tiếp.",
            en="Within 10 days of receipt, with a written notice (Law on Complaints Arts 27, 36). First: who made the "
            "decision; if a deputy signed it, the head. Second: the direct superior.",
        ),
        sentence=Text(
            vi="Thụ lý khiếu nại, khởi kiện ngày {accepted_on}; {resolver} giải quyết: {name}[ ({complex})]"
            "[; bút lục {sheet}][. Một người làm: {alone}].",
            en="Complaint accepted on {accepted_on}, resolved by {resolver}: {name}[ ({complex})]"
            "[; sheet {sheet}][. By one person: {alone}].",
        ),
        form=ActForm(
            (
                _which(CaseAct.COMPLAINT_ACCEPTED),
                Field("accepted_on", initial="today"),
                Field("resolver"),
                Field("name", word="resolver_name"),
                Field("complex", word="complaint_complex"),
                SHEET,
                ALONE,
            ),
            group="execution",
        ),
    ),
    Described(
        CaseAct.COMPLAINT_REFUSED,
        name=Text(
            vi="Không thụ lý, đình chỉ khiếu nại", en="Refuse a complaint, or record its withdrawal"
        ),
        meaning=Text(
            vi="Nêu lý do bằng văn bản trong 10 ngày (Điều 11, 27 Luật Khiếu nại); hoặc người khiếu nại rút khiếu nại "
            "(Điều 10).",
            en="With the written reason within 10 days (Law on Complaints Arts 11, 27); or the complainant withdrew it "
            "(Art 10).",
        ),
        sentence=Text(
            vi="Không thụ lý, đình chỉ khiếu nại ngày {refused_on}: {why}[; bút lục {sheet}]"
            "[. Một người làm: {alone}].",
            en="Complaint refused or ended on {refused_on}: {why}[; sheet {sheet}][. By one person: {alone}].",
        ),
        form=ActForm(
            (
                _which(CaseAct.COMPLAINT_REFUSED),
                Field("refused_on", initial="today", word="complaint_refused_on"),
                Field("why"),
                REASON,
                SHEET,
                ALONE,
            ),
            group="execution",
        ),
    ),
    Described(
        CaseAct.COMPLAINT_RESOLVED,
        name=Text(vi="Ghi kết quả giải quyết khiếu nại", en="Record the result of a complaint"),
        meaning=Text(
            vi="Giữ nguyên, sửa đổi, hủy bỏ một phần hoặc toàn bộ (điểm h khoản 2 Điều 31 Luật Khiếu nại). Sửa đổi, "
            "hủy bỏ quyết định thì còn ban hành MQĐ38, MQĐ40. Việc tạm giữ bị hủy bỏ thì trả lại tang vật.",
            en="Keep, amend, annul in part or whole (Law on Complaints Art 31.2 h). To amend or annul a decision MQĐ38 "
            "or MQĐ40 follows. If a seizure is annulled, the goods go back.",
        ),
        sentence=Text(
            vi="Giải quyết khiếu nại, khởi kiện ngày {resolved_on}: {upheld}[, {result}][ ({document_id})]"
            "[; {resolver} giải quyết][: {name}][; bút lục {sheet}][. Một người làm: {alone}].",
            en="Complaint resolved on {resolved_on}: {upheld}[, {result}][ ({document_id})]"
            "[; resolved by {resolver}][: {name}][; sheet {sheet}][. By one person: {alone}].",
        ),
        form=ActForm(
            (
                _which(CaseAct.COMPLAINT_RESOLVED),
                Field("result", word="complaint_result", needed=True),
                Field("resolved_on", initial="today"),
                REASON,
                SHEET,
                PAPER._replace(word="changing_paper"),
                Field("resolver", rare=True),
                Field("name", word="resolver_name", hint="resolver_hint", rare=True),
                ALONE,
            ),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.COMPLAINT_RESULT_SENT,
        name=Text(vi="Ghi việc gửi kết quả giải quyết", en="Record that the result was sent"),
        meaning=Text(
            vi="Trong 3 ngày làm việc kể từ ngày có kết quả (Điều 32 Luật Khiếu nại).",
            en="Within 3 working days of the result (Law on Complaints Art 32).",
        ),
        sentence=Text(
            vi="Gửi kết quả giải quyết khiếu nại ngày {sent_on}[, người khiếu nại nhận ngày {received_on}].",
            en="Result of the complaint sent on {sent_on}[, received on {received_on}].",
        ),
        form=ActForm(
            (
                _which(CaseAct.COMPLAINT_RESULT_SENT),
                Field("sent_on", initial="today"),
                Field("received_on", word="complaint_received_on"),
            ),
            group="execution",
        ),
    ),
    Described(
        CaseAct.COMPLAINT_APPEALED,
        name=Text(vi="Ghi khiếu nại lần hai", en="Record a second complaint"),
        meaning=Text(
            vi="Đến cấp trên trực tiếp, trong 30 ngày (vùng sâu, vùng xa 45 ngày) kể từ ngày nhận kết quả hoặc hết "
            "thời hạn giải quyết lần đầu (Điều 33 Luật Khiếu nại).",
            en="To the direct superior, within 30 days (45 in remote areas) of receiving the result, or of the end of "
            "the time for it (Law on Complaints Art 33).",
        ),
        sentence=Text(
            vi="Khiếu nại lần hai lúc {filed_at}[ (bút lục {sheet})].",
            en="Second complaint at {filed_at}[ (sheet {sheet})].",
        ),
        form=ActForm(
            (
                _which(CaseAct.COMPLAINT_APPEALED),
                Field("filed_at", initial="now"),
                Field("content"),
                Field("sheet", choices="sheets", word="complaint_sheet"),
            ),
            group="execution",
        ),
    ),
)
