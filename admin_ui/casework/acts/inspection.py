"""Names, forms and story sentences of the acts in backend/casework/acts/inspection.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import PAPER, REASON, SHEET
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.INSPECTION_BEGAN,
        name=Text(vi="Cuộc kiểm tra bắt đầu", en="The inspection began"),
        meaning=Text(
            vi="Hệ thống ghi khi quyết định được công bố tại nơi kiểm tra.",
            en="The system records this when the decision is announced on site.",
        ),
        sentence=Text(
            vi="Đoàn công bố quyết định, bắt đầu kiểm tra lúc {at}.",
            en="The team announced the decision and began at {at}.",
        ),
    ),
    Described(
        CaseAct.INSPECTION_NOT_EXECUTED,
        name=Text(
            vi="Cuộc kiểm tra không thực hiện được", en="The inspection could not be carried out"
        ),
        meaning=Text(
            vi="Hệ thống ghi khi Đoàn trình biên bản về việc không kiểm tra.",
            en="The system records this when minutes of non-execution are submitted.",
        ),
        sentence=Text(
            vi="Không kiểm tra được: biên bản trình lúc {at}.",
            en="The inspection could not be carried out: minutes submitted at {at}.",
        ),
    ),
    Described(
        CaseAct.INSPECTION_ENDED,
        name=Text(vi="Cuộc kiểm tra kết thúc", en="The inspection ended"),
        meaning=Text(
            vi="Hệ thống ghi khi biên bản kiểm tra được trình.",
            en="The system records this when the inspection minutes are submitted.",
        ),
        sentence=Text(
            vi="Kết thúc kiểm tra: biên bản trình lúc {at}.",
            en="The inspection ended: minutes submitted at {at}.",
        ),
    ),
    Described(
        CaseAct.INSPECTION_PAPER_FILED,
        name=Text(
            vi="Văn bản của cuộc kiểm tra vào hồ sơ", en="A paper of the inspection joins the file"
        ),
        meaning=Text(
            vi="Hệ thống ghi khi quyết định, biên bản của cuộc kiểm tra đã ký: văn bản được đánh bút lục.",
            en="The system records this when a decision or the minutes of the inspection are signed: they get sheet "
            "numbers.",
        ),
        sentence=Text(
            vi="Đưa vào hồ sơ: {title} số {number}, {pages} tờ.",
            en="Joined the file: {title} No {number}, {pages} sheets.",
        ),
    ),
    Described(
        CaseAct.DECISION_EXPIRED,
        name=Text(vi="Quyết định kiểm tra hết hiệu lực", en="The inspection decision expired"),
        meaning=Text(
            vi="Quyết định không được bắt đầu thi hành đúng hạn (khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13), hoặc "
            "người ban hành đã rút trước khi công bố.",
            en="The inspection did not begin in time (Ordinance 11/2016 Art 19.3), or the issuer withdrew the "
            "decision before it was announced.",
        ),
        sentence=Text(
            vi="Quyết định kiểm tra hết hiệu lực, không được thi hành.",
            en="The inspection decision expired without being carried out.",
        ),
        form=ActForm((Field("inspection_id", "fixed"), REASON), sure=True),
    ),
    Described(
        CaseAct.VERIFICATION_ORDERED,
        name=Text(vi="Giao thẩm tra, xác minh", en="Order verification"),
        meaning=Text(
            vi="Sau kiểm tra: không quá 10 ngày, gia hạn đến 25 ngày, chờ giám định đến 40 ngày (khoản 4 Điều 27 "
            "Pháp lệnh 11/2016/UBTVQH13). Sau biên bản vi phạm: khi còn thời hạn ra quyết định, theo văn bản "
            "giao xác minh do người khác đưa vào hồ sơ; quyết định trong một tháng (Điều 59, 66 Luật Xử lý vi "
            "phạm hành chính).",
            en="After the inspection: 10 days at most, extended to 25, waiting for tests to 40 (Ordinance 11/2016 "
            "Art 27.4). After the violation minutes: while the time to decide runs, by a written order that "
            "another officer filed; the decision then has a month (Law on Handling Administrative Violations "
            "Arts 59, 66).",
        ),
        sentence=Text(
            vi="Giao {officers} thẩm tra, xác minh đến ngày {due_on}[, {testing}][ theo {document_id}][ (bút lục "
            "{sheet})].",
            en="{officers} to verify until {due_on}[, {testing}][ under {document_id}][ (sheet {sheet})].",
        ),
        form=ActForm((Field("officers"), Field("due_on"), Field("testing"), PAPER, SHEET, REASON)),
    ),
)
