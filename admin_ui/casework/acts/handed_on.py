"""Names, forms and story sentences of the acts in backend/casework/acts/handed_on.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, REASON, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.SANCTION_DECLINED,
        name=Text(vi="Không xử phạt", en="Decide not to sanction"),
        meaning=Text(
            vi="Quyết định không ra quyết định xử phạt, nêu lý do (Điều 65 Luật Xử lý vi phạm hành chính).",
            en="With its reason (Law on Handling Administrative Violations Art 65).",
        ),
        sentence=Text(
            vi="Quyết định không xử phạt[: {why}][ theo {document_id}].",
            en="Decided not to sanction[: {why}][ by {document_id}].",
        ),
        form=ActForm(
            (Field("why", needed=True), REASON, paper(CaseAct.SANCTION_DECLINED), ALONE), sure=True
        ),
    ),
    Described(
        CaseAct.CASE_TRANSFERRED,
        name=Text(vi="Chuyển vụ việc", en="Transfer the case"),
        meaning=Text(
            vi="Nơi khác có thẩm quyền: chuyển hồ sơ, tang vật kèm biên bản bàn giao trong 24 giờ (khoản 1 Điều 22 "
            "Thông tư 27/2020/TT-BCT). Vượt thẩm quyền trong lực lượng, hoặc của Chủ tịch Ủy ban nhân dân, thì dùng "
            "“Trình hồ sơ lên người có thẩm quyền”. Việc không thuộc thẩm quyền lập biên bản vi phạm: lập biên bản làm "
            "việc (MBB02) và chuyển ngay (khoản 1 Điều 12 Nghị định 118/2021/NĐ-CP).",
            en="Another authority is competent: transfer the file and exhibits with handover minutes within 24 hours "
            "(Circular 27/2020 Art 22.1). For a superior in the force or a People's Committee chair use “Send the file "
            "up”. Where violation minutes are not ours to make: make working minutes (MBB02) and send them on at once "
            "(Decree 118/2021 Art 12.1).",
        ),
        sentence=Text(
            vi="Chuyển vụ việc đến {to} ({why})[ theo {document_id}].",
            en="Case transferred to {to} ({why})[ with {document_id}].",
        ),
        form=ActForm(
            (
                Field("to"),
                Field("why", among=("other_field", "other")),
                REASON,
                paper(CaseAct.CASE_TRANSFERRED),
                ALONE,
            ),
            sure=True,
        ),
    ),
    Described(
        CaseAct.CRIME_REFERRED,
        name=Text(vi="Chuyển cơ quan tố tụng hình sự", en="Refer for prosecution"),
        meaning=Text(
            vi="Có dấu hiệu tội phạm: cần quyết định chuyển hồ sơ (MQĐ33) và biên bản bàn giao (MBB28) đã ký (Điều 62 "
            "Luật Xử lý vi phạm hành chính). Đã xử phạt thì tạm đình chỉ (MQĐ31) trước. Chỉ một số hành vi có dấu hiệu "
            "tội phạm thì các hành vi khác xử phạt tiếp.",
            en="Signs of a crime: needs the signed decision MQĐ33 and the handover minutes MBB28 (Law on Handling "
            "Administrative Violations Art 62). After a sanction its execution is suspended (MQĐ31) first. If only "
            "some of the violations show signs of a crime, the others are sanctioned here.",
        ),
        sentence=Text(
            vi="Chuyển hồ sơ có dấu hiệu tội phạm đến {to} theo {document_id}[, bàn giao ngày {handed_on}"
            "][ theo {handover_id}][; chỉ hành vi số {part}].",
            en="Referred to {to} for signs of a crime by {document_id}[, handed over on {handed_on}"
            "][ by {handover_id}][; only violation {part}].",
        ),
        form=ActForm(
            (
                Field("to"),
                paper(CaseAct.CRIME_REFERRED),
                paper(CaseAct.CRIME_REFERRED, "handover_id", word="handover_crime"),
                Field("handed_on", initial="today", needed=True),
                Field("part", "several", choices="behaviours_here", word="crime_part"),
                REASON,
            ),
            sure=True,
        ),
    ),
    Described(
        CaseAct.CRIME_DECLINED,
        name=Text(
            vi="Ghi hồ sơ do cơ quan tố tụng trả lại", en="Record a file returned for sanction"
        ),
        meaning=Text(
            vi="Hồ sơ trả lại để xử phạt hành chính (Điều 63 Luật Xử lý vi phạm hành chính).",
            en="The file was returned for an administrative sanction (Law on Handling Administrative Violations Art "
            "63).",
        ),
        sentence=Text(
            vi="Cơ quan tố tụng trả hồ sơ ngày {returned_on}, văn bản số {number}.",
            en="The prosecution returned the file on {returned_on}, letter {number}.",
        ),
        form=ActForm((Field("returned_on", initial="today"), Field("number"), REASON)),
    ),
)
