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
            en="Fill in the form on the editor's page.",
        ),
        sentence=Text(vi="Soạn {document_id}.", en="{document_id} drafted."),
        elsewhere="/desk/cases/{case}/documents/new",
    ),
    Described(
        CaseAct.DOCUMENT_FINALISED,
        name=Text(vi="Trình ký văn bản", en="Finalise a paper for signing"),
        meaning=Text(
            vi="Nội dung đúng mẫu được khóa lại, chờ người ký.",
            en="Content that satisfies the form is locked and awaits signature.",
        ),
        sentence=Text(vi="Trình ký {document_id}.", en="{document_id} finalised for signing."),
        elsewhere="/desk/cases/{case}#papers",
    ),
    Described(
        CaseAct.DOCUMENT_REOPENED,
        name=Text(vi="Trả văn bản để sửa", en="Return a paper"),
        meaning=Text(
            vi="Người ký trả lại; văn bản thành dự thảo.",
            en="The signer returns it; it becomes a draft again.",
        ),
        sentence=Text(
            vi="Trả {document_id} để sửa.",
            en="{document_id} returned for correction.",
        ),
        elsewhere="/desk/cases/{case}#papers",
    ),
    Described(
        CaseAct.DOCUMENT_DISCARDED,
        name=Text(vi="Bỏ dự thảo", en="Discard a draft"),
        meaning=Text(
            vi="Bỏ trước khi cấp số; dự thảo vẫn còn trong sổ.",
            en="Possible before it is numbered; the draft stays in the ledger.",
        ),
        sentence=Text(vi="Bỏ dự thảo {document_id}.", en="Draft {document_id} discarded."),
        elsewhere="/desk/cases/{case}#papers",
    ),
)
