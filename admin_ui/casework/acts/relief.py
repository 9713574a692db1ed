"""Names, forms and story sentences of the acts in backend/casework/acts/relief.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, REASON, SHEET
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.RELIEF_ASKED,
        name=Text(
            vi="Ghi đơn xin hoãn, giảm, miễn, nộp nhiều lần",
            en="Record an application about the fine",
        ),
        meaning=Text(
            vi="Đơn của người bị xử phạt, có xác nhận hoàn cảnh khó khăn (Điều 76, 77, 79 Luật Xử lý vi phạm hành "
            "chính). Trong thời gian xem xét giảm, miễn, cho nộp nhiều lần không tính tiền chậm nộp (khoản 4 Điều 20 "
            "Nghị định 118/2021/NĐ-CP).",
            en="The party's application, with its hardship certified (Law on Handling Administrative Violations Arts "
            "76, 77, 79). While a reduction, waiver or instalments are being considered no late interest runs (Decree "
            "118/2021 Art 20.4).",
        ),
        sentence=Text(
            vi="Nhận đơn xin {what} ngày {received_on} (bút lục {sheet})[; {certified_by} xác nhận]"
            "[. Một người làm: {alone}].",
            en="Application for {what} received on {received_on} (sheet {sheet})[; certified by {certified_by}]"
            "[. By one person: {alone}].",
        ),
        form=ActForm(
            (
                Field("application_id", "fixed", initial="new"),
                Field("what", word="relief"),
                Field("received_on", initial="today"),
                SHEET,
                REASON,
                Field("certified_by"),
                ALONE,
            ),
            group="execution",
        ),
    ),
    Described(
        CaseAct.RELIEF_REFUSED,
        name=Text(vi="Ghi việc không đồng ý đơn", en="Record that an application is refused"),
        meaning=Text(
            vi="Trả lời bằng văn bản, nêu lý do. Từ ngày hôm sau tiền chậm nộp lại tính.",
            en="Answered in writing, with the reason. Late interest runs again from the next day.",
        ),
        sentence=Text(
            vi="Không đồng ý đơn, ngày {refused_on}[ (bút lục {sheet})].",
            en="Application refused on {refused_on}[ (sheet {sheet})].",
        ),
        form=ActForm(
            (
                Field("application_id", choices="applications"),
                Field("refused_on", initial="today"),
                SHEET,
                REASON,
            ),
            group="execution",
        ),
    ),
)
