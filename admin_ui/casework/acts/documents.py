"""Names, forms and story sentences of the acts in backend/casework/acts/documents.py, for the desk."""

from admin_ui.casework.acts.describing import Described
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
