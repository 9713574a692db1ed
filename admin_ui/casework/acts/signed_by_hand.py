"""Names, forms and story sentences of the acts in backend/casework/acts/signed_by_hand.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import PAPER
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.DOCUMENT_PRINTED,
        name=Text(vi="In để ký trên bản giấy", en="Print a paper to be signed by hand"),
        meaning=Text(
            vi="Cấp số và in. Ký xong, đưa bản quét vào: khi đó văn bản có hiệu lực từ ngày ký ghi trên đó.",
            en="The paper is numbered and printed. Once its signed scan is sent, it is in force from the day on it.",
        ),
        sentence=Text(
            vi="In để ký trên bản giấy, cấp số {document_id} ngày {issued_on}; chưa có hiệu lực.[ "
            "Vẫn ký sau cảnh báo: {despite}.]",
            en="{document_id} numbered on {issued_on} and printed to be signed by hand; no effect yet.[ In spite of "
            "a warning: {despite}.]",
        ),
        elsewhere="/desk/cases/{case}#papers",
    ),
    Described(
        CaseAct.DOCUMENT_SCANNED,
        name=Text(vi="Đưa bản quét đã ký vào", en="Send the signed scan"),
        meaning=Text(
            vi="Có hiệu lực từ ngày ghi trên văn bản; chờ người thứ hai đối chiếu.",
            en="In force from the day on the paper; a second person compares it.",
        ),
        sentence=Text(
            vi="Đưa bản quét đã ký của {document_id} vào; có hiệu lực, chờ đối chiếu.",
            en="The signed scan of {document_id} was sent: in force, awaiting comparison.",
        ),
        elsewhere="/desk/cases/{case}#papers",
    ),
    Described(
        CaseAct.DOCUMENT_COMPARED,
        name=Text(vi="Đối chiếu bản quét", en="Compare a scan"),
        meaning=Text(
            vi="Do văn thư hoặc người khác, không phải người soạn, người ký, người đưa bản quét vào; trong 48 giờ, để "
            "kịp số hóa văn bản (khoản 4 Điều 7 Thông tư 22/2021/TT-BCT).",
            en="By the clerk or another who neither drafted, signed nor scanned it; within 48 hours, in which the "
            "paper must be digitised (Circular 22/2021 Art 7.4).",
        ),
        sentence=Text(
            vi="Đối chiếu bản quét của {document_id}: {agrees}.",
            en="The scan of {document_id} was compared: {agrees}.",
        ),
        elsewhere="/desk/cases/{case}#papers",
    ),
    Described(
        CaseAct.DOCUMENT_ENTERED,
        name=Text(vi="Ghi số trên INS", en="Enter the INS number"),
        meaning=Text(
            vi="Trong 48 giờ từ lúc ký, văn bản được số hóa vào hệ thống INS của lực lượng (khoản 4 Điều 7 Thông tư "
            "22/2021/TT-BCT). Thời hạn chỉ hết khi ghi số do INS cấp; lưu ở hệ thống này là chưa đủ.",
            en="Within 48 hours of its signing a paper is digitised into the force's INS database (Circular 22/2021 "
            "Art 7.4). The time limit ends only with the number that INS gave; keeping it here is not enough.",
        ),
        sentence=Text(
            vi="{document_id} đã nhập vào INS ngày {entered_on}, số {ins_number}.",
            en="{document_id} was entered in INS on {entered_on}, number {ins_number}.",
        ),
        form=ActForm(
            (PAPER, Field("ins_number"), Field("entered_on", initial="today")),
            group="file",
        ),
    ),
)
