"""Names, forms and story sentences of the acts in backend/casework/acts/changes.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.parts import PAPER, REASON, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.DOCUMENT_CANCELLED,
        name=Text(vi="Hủy bỏ quyết định", en="Annul a decision"),
        meaning=Text(
            vi="Bằng quyết định hủy bỏ (MQĐ40) đã ký.",
            en="By a signed annulment decision (MQĐ40).",
        ),
        sentence=Text(
            vi="Hủy bỏ {document_id} bằng {by}.",
            en="{document_id} annulled by {by}.",
        ),
        form=ActForm(
            (PAPER, paper(CaseAct.DOCUMENT_CANCELLED, "by", word="by_paper"), REASON),
            sure=True,
            group="papers",
        ),
        names_papers=("by",),
    ),
    Described(
        CaseAct.DOCUMENT_REPLACED,
        name=Text(vi="Thay thế văn bản nội bộ", en="Replace an internal paper"),
        meaning=Text(
            vi="Bằng văn bản khác cùng mẫu đã ký. Văn bản cũ vẫn được giữ; quyết định và biên bản không bị thay thế.",
            en="By another signed paper of the same form. The old one is kept; decisions and minutes cannot be "
            "replaced.",
        ),
        sentence=Text(
            vi="Thay thế, sửa {document_id} bằng {by}.",
            en="{document_id} replaced or amended by {by}.",
        ),
        form=ActForm(
            (PAPER, paper(CaseAct.DOCUMENT_REPLACED, "by", word="by_paper"), REASON),
            sure=True,
            group="papers",
        ),
        names_papers=("by",),
    ),
    Described(
        CaseAct.DOCUMENT_AMENDED,
        name=Text(
            vi="Ghi việc sửa đổi, đính chính quyết định",
            en="Record that a decision is amended or corrected",
        ),
        meaning=Text(
            vi="Bằng MQĐ38, MQĐ39 hoặc MQĐ40 một phần nêu đúng quyết định; quyết định cũ còn hiệu lực.",
            en="By an MQĐ38, MQĐ39 or a partial MQĐ40 that names the decision; the decision stays in force.",
        ),
        sentence=Text(
            vi="Sửa đổi, đính chính {document_id} bằng {by}; quyết định còn hiệu lực[; tiền phạt nay là {total}][; "
            "tịch thu {confiscated} tang vật].",
            en="{document_id} amended or corrected by {by}; the decision stays in force[; the fine is now {total}][; "
            "{confiscated} exhibits confiscated].",
        ),
        form=ActForm(
            (PAPER, paper(CaseAct.DOCUMENT_AMENDED, "by", word="by_paper"), REASON),
            sure=True,
            group="papers",
        ),
        names_papers=("by",),
    ),
    Described(
        CaseAct.DOCUMENT_NUMBER_VOIDED,
        name=Text(vi="Hủy số đã giữ mà không dùng", en="Void a reserved number that was not used"),
        meaning=Text(
            vi="Số không đứng trên văn bản nào phải hủy kèm lý do (Điều 6 Thông tư 22/2021/TT-BCT).",
            en="A number that is on no paper must be voided with a reason (Circular 22/2021 Art 6).",
        ),
        sentence=Text(
            vi="Hủy số {number} năm {year} giữ cho {document_id}.",
            en="Number {number} of {year}, reserved for {document_id}, was voided.",
        ),
        elsewhere="/desk/numbers",
    ),
)
