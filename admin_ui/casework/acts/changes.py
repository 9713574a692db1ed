"""Names, forms and story sentences of the acts in backend/casework/acts/changes.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.parts import PAPER, REASON, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.DOCUMENT_CANCELLED,
        name=Text(vi="Hủy bỏ quyết định", en="Take a paper back"),
        meaning=Text(
            vi="Bằng quyết định hủy bỏ (MQĐ40) đã ký.",
            en="By a signed decision (MQĐ40).",
        ),
        sentence=Text(
            vi="Thu hồi {document_id} bằng {by}.",
            en="{document_id} taken back by {by}.",
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
            en="By another signed paper of its form. The old one is kept; decisions and minutes are not replaced.",
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
            en="By an MQĐ38, MQĐ39 or an MQĐ40 in part that names the decision; it stays in force.",
        ),
        sentence=Text(
            vi="Sửa đổi, đính chính {document_id} bằng {by}; quyết định còn hiệu lực[; tiền phạt nay là {total}][; "
            "tịch thu {confiscated} tang vật].",
            en="{document_id} amended or corrected by {by}; the decision stays in force[; the fine is {total} "
            "now][; {confiscated} exhibits confiscated].",
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
        name=Text(vi="Hủy số đã giữ mà không dùng", en="Void a number that was kept and not used"),
        meaning=Text(
            vi="Số không đứng trên văn bản nào phải hủy kèm lý do (Điều 6 Thông tư 22/2021/TT-BCT).",
            en="A number that stands on no paper is voided with the reason (Circular 22/2021 Art 6).",
        ),
        sentence=Text(
            vi="Hủy số {number} năm {year} giữ cho {document_id}.",
            en="Number {number} of {year}, kept for {document_id}, voided.",
        ),
        elsewhere="/desk/numbers",
    ),
)
