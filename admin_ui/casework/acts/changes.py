"""Names, forms and story sentences of the acts in backend/casework/acts/changes.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import PAPER, REASON, SHEET, paper
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
            vi="Sai sót về kỹ thuật soạn thảo thì đính chính (MQĐ39); có căn cứ của khoản 1 Điều 13 Nghị định "
            "118/2021/NĐ-CP thì hủy bỏ toàn bộ (MQĐ40); còn lại thì sửa đổi, bổ sung, hủy bỏ một phần (MQĐ38). Quyết "
            "định cũ còn hiệu lực; thời hạn chấp hành tính lại từ khi nhận, thời hiệu thi hành từ ngày ký (Điều 16).",
            en="A slip of drafting is corrected (MQĐ39); on a ground of Decree 118/2021 Art 13.1 the whole decision is "
            "annulled (MQĐ40); any other fault is amended or cancelled in part (MQĐ38). The decision stays in force; "
            "the days to comply run anew from receipt, the execution period from the signature (Art 16).",
        ),
        sentence=Text(
            vi="Sửa đổi, đính chính {document_id} bằng {by}; quyết định còn hiệu lực[; tiền phạt nay là {total}][; "
            "tịch thu {confiscated} tang vật].",
            en="{document_id} amended or corrected by {by}; the decision stays in force[; the fine is now {total}][; "
            "{confiscated} exhibits confiscated].",
        ),
        form=ActForm(
            (
                PAPER,
                paper(CaseAct.DOCUMENT_AMENDED, "by", word="by_paper"),
                REASON,
                Field("without_limit", rare=True),
                SHEET._replace(word="result_sheet", rare=True),
            ),
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
