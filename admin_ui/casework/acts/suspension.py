"""Names, forms and story sentences of the acts in backend/casework/acts/suspension.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, REASON, SHEET, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.EXECUTION_SUSPENDED,
        name=Text(vi="Tạm đình chỉ thi hành", en="Suspend execution"),
        meaning=Text(
            vi="Theo quyết định tạm đình chỉ (MQĐ31) của người giải quyết khiếu nại, không quá thời gian còn lại để "
            "giải quyết (Điều 35 Luật Khiếu nại), hoặc quyết định của Tòa án. Có dấu hiệu tội phạm thì dùng “Tạm đình "
            "chỉ vì có dấu hiệu tội phạm”.",
            en="By the decision to suspend (MQĐ31) of the authority that resolves a complaint, no longer than the rest "
            "of its time (Law on Complaints Art 35), or by a court's. For signs of a crime use “Suspend for signs of a "
            "crime”.",
        ),
        sentence=Text(
            vi="Tạm đình chỉ thi hành[ ({ground})][ theo {document_id}][ theo bút lục {sheet}][ đến hết {until}]"
            "[. Một người làm: {alone}].",
            en="Execution suspended[ ({ground})][ by {document_id}][ by sheet {sheet}][ until {until}]"
            "[. By one person: {alone}].",
        ),
        form=ActForm(
            (
                Field("ground", word="suspension_ground", needed=True),
                Field(
                    "complaint_id",
                    choices=f"complaints_{CaseAct.EXECUTION_SUSPENDED}",
                    only_when=("ground", "complaint", "court"),
                ),
                REASON,
                paper(CaseAct.EXECUTION_SUSPENDED),
                SHEET,
                Field("suspended_on", initial="today", needed=True),
                Field("until", word="suspended_until"),
                ALONE,
            ),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.CRIME_SUSPECTED,
        name=Text(vi="Tạm đình chỉ vì có dấu hiệu tội phạm", en="Suspend for signs of a crime"),
        meaning=Text(
            vi="Sau khi ra quyết định xử phạt mới thấy dấu hiệu tội phạm: tạm đình chỉ thi hành (MQĐ31) và trong 5 "
            "ngày làm việc chuyển hồ sơ cho cơ quan tố tụng hình sự (khoản 2 Điều 62 Luật Xử lý vi phạm hành chính).",
            en="Signs of a crime were found after the decision: suspend its execution (MQĐ31) and send the file to the "
            "prosecution bodies within 5 working days (Law on Handling Administrative Violations Art 62.2).",
        ),
        sentence=Text(
            vi="Tạm đình chỉ thi hành từ ngày {suspended_on} vì có dấu hiệu tội phạm, theo {document_id}.",
            en="Execution suspended from {suspended_on} for signs of a crime, by {document_id}.",
        ),
        form=ActForm(
            (
                paper(CaseAct.CRIME_SUSPECTED),
                Field("suspended_on", initial="today"),
                REASON,
            ),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.SUSPENSION_ENDED,
        name=Text(vi="Chấm dứt tạm đình chỉ", en="End the suspension"),
        meaning=Text(
            vi="Theo quyết định chấm dứt tạm đình chỉ (MQĐ32), hoặc quyết định nơi khác đã đưa vào hồ sơ, hoặc đã hết "
            "thời hạn tạm đình chỉ. Vụ việc trở lại đúng bước trước khi tạm đình chỉ.",
            en="By the decision that ends it (MQĐ32), by one made elsewhere and filed, or after its last day. The case "
            "goes on from where it stood.",
        ),
        sentence=Text(
            vi="Chấm dứt tạm đình chỉ ngày {ended_on}: {why}[ theo {document_id}][ theo bút lục {sheet}]"
            "[. Một người làm: {alone}].",
            en="Suspension ended on {ended_on}: {why}[ by {document_id}][ by sheet {sheet}]"
            "[. By one person: {alone}].",
        ),
        form=ActForm(
            (
                Field("why"),
                Field("ended_on", initial="today", word="suspension_ended_on"),
                REASON,
                paper(CaseAct.SUSPENSION_ENDED),
                SHEET,
                ALONE,
            ),
            sure=True,
            group="execution",
        ),
    ),
    Described(
        CaseAct.EXECUTION_PARTIAL,
        name=Text(vi="Thi hành một phần quyết định", en="Execute the decision in part"),
        meaning=Text(
            vi="Người bị xử phạt chết, mất tích, tổ chức giải thể, phá sản: không thu tiền phạt nữa; tịch thu và khắc "
            "phục hậu quả vẫn thi hành trong phạm vi di sản, tài sản để lại (Điều 75 Luật Xử lý vi phạm hành chính, "
            "Điều 19 Nghị định 118/2021). Cần MQĐ17 trong 60 ngày; chỉ có tiền phạt thì không cần.",
            en="The violator died, is missing, was dissolved or is bankrupt: the fine is no longer collected; "
            "confiscation and remedies go on within the estate (Law on Handling Administrative Violations Art 75, "
            "Decree 118/2021 Art 19). MQĐ17 is needed within 60 days, except for a fine alone.",
        ),
        sentence=Text(
            vi="Thi hành một phần[ theo {document_id}]: {why}, ngày {on}[; bút lục {sheet}][; {successor} thi hành "
            "phần còn lại][. Ký sau 60 ngày: {late}][. Một người làm: {alone}].",
            en="Executed in part[ by {document_id}]: {why}, on {on}[; sheet {sheet}][; {successor} carries out the "
            "rest][. Signed after 60 days: {late}][. By one person: {alone}].",
        ),
        form=ActForm(
            (
                Field("why"),
                Field("on", word="ended_paper_on"),
                Field("sheet", choices="sheets", word="ended_paper", needed=True),
                paper(CaseAct.EXECUTION_PARTIAL),
                Field("successor"),
                Field("late", word="partial_late", rare=True),
                ALONE,
            ),
            sure=True,
            group="execution",
        ),
    ),
)
