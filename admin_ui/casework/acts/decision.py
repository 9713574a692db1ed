"""Names, forms and story sentences of the acts in backend/casework/acts/decision.py, for the desk."""

from admin_ui.casework.acts.describing import Described
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.SANCTION_IMPOSED,
        name=Text(vi="Ra quyết định xử phạt", en="Impose the sanction"),
        meaning=Text(
            vi="Tính mức phạt, chọn hình thức và biện pháp, soạn MQĐ02; kiểm tra thẩm quyền, thời hạn, thời hiệu "
            "(Điều 6, 52, 66 Luật Xử lý vi phạm hành chính).",
            en="Calculate the fine, choose penalties and remedies, draft MQĐ02; competence, time limit and limitation "
            "period are checked (Law on Handling Administrative Violations Arts 6, 52, 66).",
        ),
        sentence=Text(
            vi="Xử phạt {total} theo {document_id}[; tịch thu {confiscated} tang vật]; thi hành trong {comply_days} "
            "ngày[; {publish}].[ Không buộc nộp lại số lợi bất hợp pháp: {gain_kept}.]",
            en="Fined {total} by {document_id}[; {confiscated} exhibits confiscated]; to comply within "
            "{comply_days} days[; {publish}].[ Illicit gain not paid back: {gain_kept}.]",
        ),
        elsewhere="/desk/cases/{case}/sanction",
    ),
    Described(
        CaseAct.SANCTION_IMPOSED_ON_SPOT,
        name=Text(vi="Xử phạt không lập biên bản", en="Sanction without minutes"),
        meaning=Text(
            vi="Chỉ khi mức phạt trong giới hạn của thủ tục không lập biên bản (MQĐ01; Điều 56 Luật Xử lý vi phạm "
            "hành chính).",
            en="Only within the ceiling of the procedure without minutes (MQĐ01; Law on Handling Administrative "
            "Violations Art 56).",
        ),
        sentence=Text(
            vi="Xử phạt không lập biên bản {total} theo {document_id}; thi hành trong {comply_days} ngày.[ Không "
            "buộc nộp lại số lợi bất hợp pháp: {gain_kept}.]",
            en="Fined {total} without minutes by {document_id}; to comply within {comply_days} days.[ Illicit gain "
            "not paid back: {gain_kept}.]",
        ),
        elsewhere="/desk/cases/{case}/sanction",
    ),
    Described(
        CaseAct.REMEDY_ORDERED,
        name=Text(vi="Chỉ tịch thu, khắc phục hậu quả", en="Order confiscation or remedies alone"),
        meaning=Text(
            vi="Không xử phạt được nữa nhưng còn tang vật hoặc hậu quả (MQĐ14, MQĐ15; Điều 65 Luật Xử lý vi phạm "
            "hành chính).",
            en="A sanction is no longer possible, but exhibits or consequences remain (MQĐ14, MQĐ15; Law on Handling "
            "Administrative Violations Art 65).",
        ),
        sentence=Text(
            vi="Chỉ tịch thu, khắc phục hậu quả theo {document_id}, vì {why}[: {remedies}].[ Không buộc nộp lại số "
            "lợi bất hợp pháp: {gain_kept}.]",
            en="Confiscation or remedies alone by {document_id}, because {why}[: {remedies}].[ Illicit gain not "
            "paid back: {gain_kept}.]",
        ),
        elsewhere="/desk/cases/{case}/sanction",
    ),
)
