"""Names, forms and story sentences of the acts in backend/casework/acts/execution.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, PAPER, REASON, SHEET, paper
from backend.core.local_time import day_of
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


def _lapse(view: CaseView) -> dict[str, list[str]]:
    """Return the first day after the limitation period, as the form's initial value."""
    ends = [one.due_at for one in view.clocks if one.rule == "D18"]
    return {"lapsed_on": [day_of(max(ends)).isoformat()]} if ends else {}


ALL = (
    Described(
        CaseAct.DECISION_DELIVERED,
        name=Text(vi="Ghi việc giao quyết định", en="Record the delivery"),
        meaning=Text(
            vi="Đủ 03 ngày làm việc từ khi bưu phẩm trả lại lần thứ ba (có phiếu báo) hoặc từ khi đưa lên hệ thống "
            "thông tin, niêm yết đủ 07 ngày làm việc (có biên bản), hoặc từ chối có MBB06 thì coi là đã giao (Điều 70 "
            "Luật Xử lý vi phạm hành chính, Điều 17a Nghị định 118/2021).",
            en="3 working days after the third return by the post (with its slip) or after entry in the information "
            "system, posted for 7 working days (with minutes), or refused with MBB06 it counts as delivered (Law on "
            "Handling Administrative Violations Art 70, Decree 118/2021 Art 17a).",
        ),
        sentence=Text(
            vi="Giao {document_id} ({mode}) ngày {delivered_on}[ cho {receiver}][ ({deemed})][, tính từ {since}][; "
            "{proof_document_id}][; bút lục {sheet}][. Một người làm: {alone}].",
            en="{document_id} delivered ({mode}) on {delivered_on}[ to {receiver}][ ({deemed})][, counted from "
            "{since}][; {proof_document_id}][; sheet {sheet}][. By one person: {alone}].",
        ),
        form=ActForm(
            (
                Field("document_id", "fixed"),
                Field("mode"),
                Field("delivered_on", initial="today"),
                Field("receiver"),
                Field("proof"),
                Field("deemed", only_when=("mode", "post", "electronic")),
                Field(
                    "since",
                    word="deemed_since",
                    only_when=("mode", "post", "electronic", "posting"),
                ),
                Field("attempts", initial="1", only_when=("mode", "post")),
                paper(CaseAct.DECISION_DELIVERED, "proof_document_id"),
                SHEET,
                ALONE,
            ),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.REMEDY_CARRIED_OUT,
        name=Text(vi="Ghi biện pháp đã thực hiện", en="Record a measure carried out"),
        meaning=Text(
            vi="Hình thức bổ sung hoặc biện pháp khắc phục trong quyết định đã thực hiện xong (Điều 85 Luật Xử lý "
            "vi phạm hành chính).",
            en="An additional penalty or remedy of the decision is done (Law on Handling Administrative Violations "
            "Art 85).",
        ),
        sentence=Text(
            vi="Đã thực hiện ngày {done_on}[: {what}][ ({document_id})].",
            en="Carried out on {done_on}[: {what}][ ({document_id})].",
        ),
        form=ActForm(
            (
                Field("remedy", choices="remedies"),
                Field("done_on", initial="today"),
                Field("note"),
                PAPER,
            ),
            group="execution",
        ),
    ),
    Described(
        CaseAct.ENFORCEMENT_ORDERED,
        name=Text(vi="Ra quyết định cưỡng chế", en="Order enforcement"),
        meaning=Text(
            vi="Chỉ khi đã hết thời hạn tự nguyện thi hành, theo quyết định cưỡng chế đã đưa vào hồ sơ (Điều 73, 86 "
            "đến 88 Luật Xử lý vi phạm hành chính).",
            en="Only once the time to comply is over, by the filed decision to enforce (Law on Handling "
            "Administrative Violations Arts 73, 86 to 88).",
        ),
        sentence=Text(
            vi="Quyết định cưỡng chế ngày {decided_on}: {measure}[ (bút lục {sheet})][. Một người làm: {alone}].",
            en="Enforcement ordered on {decided_on}: {measure}[ (sheet {sheet})][. By one person: {alone}].",
        ),
        form=ActForm(
            (Field("measure"), Field("decided_on", initial="today"), SHEET, ALONE),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.EXECUTION_COMPLETED,
        name=Text(vi="Ghi thi hành xong", en="Record that the decision is fully executed"),
        meaning=Text(
            vi="Chỉ ghi khi tiền phạt đã nộp đủ và mọi biện pháp đã thực hiện.",
            en="Only once the fine is paid in full and every measure is carried out.",
        ),
        sentence=Text(
            vi="Thi hành xong ngày {completed_on}.[ Còn tiền chưa nộp: {unpaid}.][ Còn biện pháp: "
            "{undone}.][ Một người làm: {alone}.]",
            en="Decision fully executed on {completed_on}.[ Money left unpaid: {unpaid}.][ Measures "
            "left: {undone}.][ By one person: {alone}.]",
        ),
        form=ActForm(
            (
                Field("completed_on", initial="today"),
                Field("unpaid", rare=True),
                Field("undone", word="undone_estate", rare=True),
                ALONE._replace(hint="alone_hint"),
            ),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.EXECUTION_LAPSED,
        name=Text(vi="Ghi hết thời hiệu thi hành", en="Record that execution is time-barred"),
        meaning=Text(
            vi="Quá 1 năm kể từ ngày ra quyết định (Điều 74 Luật Xử lý vi phạm hành chính): không thu tiền phạt nữa; "
            "tịch thu và biện pháp khắc phục hậu quả vẫn thi hành. Thời hạn được coi là chưa bị xử phạt tính từ ngày "
            "này (Điều 7).",
            en="A year after the decision (Law on Handling Administrative Violations Art 74) the fine is no longer "
            "collected; confiscation and remedies go on. The time after which the sanction no longer counts runs from "
            "that day (Art 7).",
        ),
        sentence=Text(
            vi="Hết thời hiệu thi hành từ ngày {lapsed_on}.",
            en="Execution time-barred from {lapsed_on}.",
        ),
        form=ActForm((Field("lapsed_on", initial="today"), REASON), sure=True, group="execution"),
        starts_with=_lapse,
    ),
)
