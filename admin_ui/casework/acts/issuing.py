"""Names, forms and story sentences of the acts in backend/casework/acts/issuing.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import PAPER
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.DOCUMENT_ISSUED,
        name=Text(vi="Ký, cấp số văn bản", en="Sign and number a paper"),
        meaning=Text(
            vi="Cấp số, dựng PDF, ký; từ đó không sửa được (khoản 4 Điều 6 Thông tư 22/2021/TT-BCT).",
            en="The paper is numbered, made into a PDF and signed; it cannot be changed afterwards (Circular 22/2021 "
            "Art 6.4).",
        ),
        sentence=Text(
            vi="Ký, cấp số {document_id} ngày {issued_on}[, người ký: {signer}].[ Vẫn ký sau cảnh báo: {despite}.]",
            en="{document_id} signed and numbered on {issued_on}[ by {signer}].[ In spite of a warning: {despite}.]",
        ),
        elsewhere="/desk/cases/{case}#papers",
    ),
    Described(
        CaseAct.DOCUMENT_ADOPTED,
        name=Text(vi="Đưa văn bản lập tại chỗ vào vụ việc", en="Take in a paper made on site"),
        meaning=Text(
            vi="Văn bản lập trên điện thoại, đã ký và có số, được đánh bút lục.",
            en="A paper made on a phone, signed and numbered, gets sheet numbers.",
        ),
        sentence=Text(
            vi="Đưa {document_id} lập tại chỗ ngày {issued_on} vào vụ việc.",
            en="{document_id}, made on site on {issued_on}, taken into the case.",
        ),
        elsewhere="/desk/cases/{case}/adopt",
    ),
    Described(
        CaseAct.DOCUMENT_DELIVERED,
        name=Text(vi="Ghi việc giao văn bản", en="Record a paper's delivery"),
        meaning=Text(
            vi="Văn bản đã ký được giao cho người liên quan.",
            en="A signed paper was delivered to the person concerned.",
        ),
        sentence=Text(
            vi="Giao {document_id} ({mode}) ngày {delivered_on}[ cho {receiver}].",
            en="{document_id} delivered ({mode}) on {delivered_on}[ to {receiver}].",
        ),
        form=ActForm(
            (
                PAPER,
                Field("mode"),
                Field("delivered_on", initial="today"),
                Field("receiver"),
                Field("proof"),
            ),
            group="papers",
        ),
    ),
)
