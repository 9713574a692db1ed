"""How the desk names, asks for and tells each act of backend/casework/acts/documents.py."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import PAPER
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.DOCUMENT_DRAFTED,
        name=Text(vi="Soạn văn bản", en="Draft a paper"),
        meaning=Text(
            vi="Điền nội dung theo mẫu ở trang soạn thảo.",
            en="Its form is filled in on the editor's page.",
        ),
        sentence=Text(vi="Soạn {document_id}.", en="{document_id} drafted."),
        elsewhere="/desk/cases/{case}/documents/new",
    ),
    Described(
        CaseAct.DOCUMENT_FINALISED,
        name=Text(vi="Trình ký văn bản", en="Make a paper ready"),
        meaning=Text(
            vi="Nội dung đúng mẫu được khóa lại, chờ người ký.",
            en="Content that satisfies its form is frozen and waits for its signer.",
        ),
        sentence=Text(vi="Trình ký {document_id}.", en="{document_id} made ready to be signed."),
        elsewhere="/desk/cases/{case}#papers",
    ),
    Described(
        CaseAct.DOCUMENT_REOPENED,
        name=Text(vi="Trả văn bản để sửa", en="Send a paper back"),
        meaning=Text(
            vi="Người ký trả lại; văn bản thành bản nháp.",
            en="The signer sends it back; it is a draft again.",
        ),
        sentence=Text(
            vi="Trả {document_id} để sửa.",
            en="{document_id} sent back to be corrected.",
        ),
        elsewhere="/desk/cases/{case}#papers",
    ),
    Described(
        CaseAct.DOCUMENT_ISSUED,
        name=Text(vi="Ký, cấp số văn bản", en="Sign and number a paper"),
        meaning=Text(
            vi="Cấp số, dựng PDF, ký; từ đó không sửa được (khoản 4 Điều 6 Thông tư 22/2021/TT-BCT).",
            en="Numbered, laid out, signed; never changed afterwards (Circular 22/2021 Art 6.4).",
        ),
        sentence=Text(
            vi="Ký, cấp số {document_id} ngày {issued_on}[, người ký: {signer}].",
            en="{document_id} signed and numbered on {issued_on}[ by {signer}].",
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
            en="A signed paper was handed to whom it concerns.",
        ),
        sentence=Text(
            vi="Giao {document_id} {mode} ngày {delivered_on}[ cho {receiver}].",
            en="{document_id} delivered {mode} on {delivered_on}[ to {receiver}].",
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
    Described(
        CaseAct.DOCUMENT_DISCARDED,
        name=Text(vi="Bỏ bản nháp", en="Give a draft up"),
        meaning=Text(
            vi="Bỏ trước khi cấp số; bản nháp vẫn còn trong sổ.",
            en="Before it is numbered; the ledger keeps it.",
        ),
        sentence=Text(vi="Bỏ bản nháp {document_id}.", en="Draft {document_id} given up."),
        elsewhere="/desk/cases/{case}#papers",
    ),
)
