"""Names, forms and story sentences of the acts in backend/casework/acts/dispatching.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import PAPER
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.DOCUMENT_DISPATCHED,
        name=Text(vi="Phát hành văn bản", en="Dispatch a paper"),
        meaning=Text(
            vi="Văn thư ghi nơi nhận, cách gửi, ngày gửi; văn bản vào sổ đăng ký văn bản đi (Nghị định 30/2020/NĐ-CP). "
            "Việc giao cho người vi phạm ghi riêng.",
            en="The clerk enters recipients, manner and day; the paper is in the register of outgoing papers (Decree "
            "30/2020). Its delivery to the violator is an act of its own.",
        ),
        sentence=Text(
            vi="Phát hành {document_id} ngày {sent_on}, {manner}, {copies} bản, gửi: {recipients}.[ Ghi chú: "
            "{dispatch_note}.]",
            en="{document_id} was dispatched on {sent_on}, {manner}, {copies} copies, to: {recipients}.[ Note: "
            "{dispatch_note}.]",
        ),
        form=ActForm(
            (
                PAPER,
                Field("sent_on", initial="today"),
                Field("manner"),
                Field("recipients", word="dispatch_recipients"),
                Field("copies", initial="1"),
                Field("dispatch_note"),
            ),
            group="file",
        ),
    ),
    Described(
        CaseAct.DOCUMENT_SEALED,
        name=Text(vi="Đóng dấu số của cơ quan", en="Put the agency's digital seal on"),
        meaning=Text(
            vi="Văn thư ký số của cơ quan lên văn bản đã ký số (Điều 33, Phụ lục I Nghị định 30/2020/NĐ-CP). Tệp của "
            "người ký được giữ nguyên.",
            en="The clerk puts the agency's digital signature on a digitally signed paper (Decree 30/2020 Art 33, "
            "Appendix I). The signer's file is kept as it is.",
        ),
        sentence=Text(
            vi="Đóng dấu số lên {document_id}, chứng thư của {seal_name}.",
            en="{document_id} got the digital seal of {seal_name}.",
        ),
        elsewhere="/desk/cases/{case}#papers",
    ),
)
