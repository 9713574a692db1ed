"""Names, forms and story sentences of the acts in backend/casework/acts/fine.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, DESPITE, REASON, paper
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


def _overpaid(view: CaseView) -> dict[str, list[str]]:
    """Return what was paid beyond the fine, as the form's amount."""
    return {"amount": [str(-view.money.left)]} if view.money.left < 0 else {}


ALL = (
    Described(
        CaseAct.PAYMENT_RECEIVED,
        name=Text(vi="Ghi nhận nộp tiền", en="Record a payment"),
        meaning=Text(
            vi="Theo chứng từ của Kho bạc hoặc ngân hàng. Không ghi quá số còn phải nộp (Điều 78 Luật Xử lý vi phạm "
            "hành chính).",
            en="According to the receipt of the Treasury or the bank. Never more than is left to pay (Law on "
            "Handling Administrative Violations Art 78).",
        ),
        sentence=Text(
            vi="Nộp {amount} ({kind}) ngày {paid_on} tại {place}, chứng từ số {receipt_number}[, người có thẩm quyền "
            "thu ({taken})].[ Chứng từ ghi ở vụ việc khác nữa: {again}.]",
            en="{amount} paid ({kind}) on {paid_on} at {place}, receipt {receipt_number}[, taken by the officer "
            "({taken})].[ In another case too: {again}.]",
        ),
        form=ActForm(
            (
                Field("payment_id", "fixed", initial="new"),
                Field("kind"),
                Field("amount"),
                Field("paid_on", initial="today"),
                Field("receipt_number"),
                Field("place"),
                Field("taken", rare=True),
                Field("again", word="receipt_again", rare=True),
            ),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.EXECUTION_POSTPONED,
        name=Text(vi="Hoãn thi hành phạt tiền", en="Postpone the fine"),
        meaning=Text(
            vi="Cần quyết định hoãn (MQĐ03) đã ký: phạt từ 2.000.000 đồng (cá nhân), 100.000.000 đồng (tổ chức), khó "
            "khăn có xác nhận, không quá 03 tháng (Điều 76 Luật Xử lý vi phạm hành chính).",
            en="Needs the signed decision MQĐ03: a fine of 2,000,000 VND or more (individual), 100,000,000 VND "
            "(organisation), certified hardship, 3 months at most (Law on Handling Administrative Violations Art 76).",
        ),
        sentence=Text(
            vi="Hoãn thi hành phạt tiền đến {until} theo {document_id}[. Vẫn làm sau cảnh báo: {despite}].",
            en="The fine is postponed until {until} by {document_id}[. Done in spite of a warning: {despite}].",
        ),
        form=ActForm(
            (paper(CaseAct.EXECUTION_POSTPONED), Field("until"), REASON, DESPITE), group="execution"
        ),
    ),
    Described(
        CaseAct.EXECUTION_RESUMED,
        name=Text(vi="Tiếp tục thi hành", en="Resume execution"),
        meaning=Text(
            vi="Hết thời gian hoãn hoặc lý do tạm đình chỉ không còn.",
            en="The postponement or suspension is over.",
        ),
        sentence=Text(
            vi="Tiếp tục thi hành[. Vẫn làm sau cảnh báo: {despite}].",
            en="Execution resumed[. Done in spite of a warning: {despite}].",
        ),
        form=ActForm((REASON, DESPITE), group="execution"),
    ),
    Described(
        CaseAct.INSTALMENTS_GRANTED,
        name=Text(vi="Cho nộp phạt nhiều lần", en="Grant instalments"),
        meaning=Text(
            vi="Cần MQĐ05 đã ký; nhiều nhất 3 lần trong 6 tháng, lần đầu ít nhất 40 % (Điều 79 Luật Xử lý vi phạm "
            "hành chính).",
            en="Needs the signed MQĐ05; three parts at most within six months, the first at least 40 % (Law on "
            "Handling Administrative Violations Art 79).",
        ),
        sentence=Text(
            vi="Cho nộp phạt nhiều lần theo {document_id}: {schedule}[. Vẫn làm sau cảnh báo: {despite}].",
            en="Instalments granted by {document_id}: {schedule}[. Done in spite of a warning: {despite}].",
        ),
        form=ActForm(
            (
                paper(CaseAct.INSTALMENTS_GRANTED),
                Field("schedule", sub=(Field("due_on"), Field("amount"))),
                REASON,
                DESPITE,
            ),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.FINE_REDUCED,
        name=Text(vi="Giảm, miễn tiền phạt còn lại", en="Reduce or waive the rest of the fine"),
        meaning=Text(
            vi="Cần MQĐ04 đã ký; sau khi đã hoãn mà vẫn khó khăn; không quá số còn phải nộp (Điều 77 Luật Xử lý vi "
            "phạm hành chính).",
            en="Needs the signed MQĐ04, after a postponement if hardship goes on; no more than is left (Law on "
            "Handling Administrative Violations Art 77).",
        ),
        sentence=Text(
            vi="Giảm, miễn {by} theo {document_id}[. Vẫn làm sau cảnh báo: {despite}].",
            en="{by} reduced or waived by {document_id}[. Done in spite of a warning: {despite}].",
        ),
        form=ActForm(
            (paper(CaseAct.FINE_REDUCED), Field("by"), REASON, DESPITE),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.FINE_REFUNDED,
        name=Text(vi="Ghi hoàn trả tiền phạt", en="Record a refund"),
        meaning=Text(
            vi="Quyết định được sửa đổi, đính chính, hủy bỏ sau khi đã nộp nên số đã nộp nhiều hơn tiền phạt hiện nay. "
            "Có quyết định mới thì số đã nộp được trừ vào (khoản 6 Điều 20 Nghị định 118/2021/NĐ-CP); phần thừa hoàn "
            "trả theo chứng từ của Kho bạc, ngân hàng.",
            en="The decision was amended, corrected or annulled after the payment, so more was paid than the fine of "
            "now. A new decision sets it off (Decree 118/2021 Art 20.6); the rest goes back by a paper of the "
            "Treasury or the bank.",
        ),
        sentence=Text(
            vi="Hoàn trả {amount} ngày {refunded_on}, chứng từ số {receipt_number} (bút lục {sheet}): {reason}[. Một "
            "người làm: {alone}].",
            en="{amount} refunded on {refunded_on}, paper {receipt_number} (sheet {sheet}): {reason}[. By one person: "
            "{alone}].",
        ),
        form=ActForm(
            (
                Field("amount"),
                Field("refunded_on", initial="today"),
                Field("receipt_number"),
                Field("sheet", choices="sheets", word="refund_sheet"),
                REASON,
                ALONE,
            ),
            sure=True,
            group="execution",
        ),
        starts_with=_overpaid,
    ),
)
