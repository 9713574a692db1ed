"""Names, forms and story sentences of the acts in backend/casework/acts/closing.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, PAPER, REASON, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.DECISION_ANNULLED,
        name=Text(vi="Ghi việc hủy bỏ quyết định", en="Record that the decision is annulled"),
        meaning=Text(
            vi="Quyết định đã bị hủy bỏ bằng MQĐ40: tiền phạt và các thời hạn chấm dứt; tiền đã nộp được bù trừ "
            "hoặc hoàn trả (Điều 13, 20 Nghị định 118/2021/NĐ-CP).",
            en="The decision was annulled by an MQĐ40: the fine and the time limits end; money already paid is set "
            "off or refunded (Decree 118/2021 Arts 13, 20).",
        ),
        sentence=Text(
            vi="{document_id} bị hủy bỏ bằng {by}: {ground}.[ Văn bản không ghi căn cứ: {alone}.]",
            en="{document_id} annulled by {by}: {ground}.[ Ground not stated in the paper: {alone}.]",
        ),
        form=ActForm(
            (
                Field("document_id", "fixed"),
                paper(CaseAct.DECISION_ANNULLED, "by", word="by_paper"),
                Field("ground"),
                REASON,
                Field("alone", word="ground_why", rare=True),
            ),
            sure=True,
        ),
        names_papers=("by",),
    ),
    Described(
        CaseAct.DECISION_DUE_AGAIN,
        name=Text(vi="Đưa vụ việc về chờ quyết định mới", en="Return the case for a new decision"),
        meaning=Text(
            vi="Còn vi phạm và đã xác minh lại (MBB05) sau khi hủy bỏ. Hủy bỏ theo điểm d, g thì không ra quyết định "
            "mới, theo điểm h thì chỉ tịch thu, khắc phục hậu quả (khoản 1, khoản 3 Điều 13, khoản 3 Điều 15 Nghị định "
            "118/2021/NĐ-CP).",
            en="A violation remains and was verified again (MBB05) after the annulment. After letter d or g there is "
            "no new decision, after letter h only confiscation and remedies (Decree 118/2021 Arts 13.1, 13.3, 15.3).",
        ),
        sentence=Text(
            vi="Đã lập {document_id} sau khi hủy bỏ; thời hạn ra quyết định mới tính từ {recorded_at}[; người vi "
            "phạm là {party}, được giải trình từ đầu].",
            en="{document_id} made after the annulment; the time for a new decision runs from {recorded_at}[; the "
            "violator is {party}, who may give a new explanation].",
        ),
        form=ActForm(
            (paper(CaseAct.DECISION_DUE_AGAIN), Field("recorded_at", initial="now"), ALONE),
            sure=True,
        ),
    ),
    Described(
        CaseAct.CASE_CLOSED,
        name=Text(vi="Kết thúc vụ việc", en="Close the case"),
        meaning=Text(
            vi="Không ra quyết định. Tang vật phải xử lý hết; báo kết quả cho người cung cấp thông tin nguồn c, d, "
            "e, trừ khi họ yêu cầu khác (Điều 10 Thông tư 27/2020/TT-BCT).",
            en="Without a decision. All exhibits must be dealt with; informants of sources c, d and e are informed "
            "of the result unless they asked otherwise (Circular 27/2020 Art 10).",
        ),
        sentence=Text(
            vi="Kết thúc vụ việc: {outcome}[; đã báo người cung cấp thông tin ngày {informant_told_on}].",
            en="Case closed: {outcome}[; the informant was informed on {informant_told_on}].",
        ),
        form=ActForm(
            (
                Field("outcome", choices="outcomes"),
                REASON,
                Field("informant_told_on"),
                PAPER,
                ALONE,
            ),
            sure=True,
        ),
    ),
    Described(
        CaseAct.CASE_ARCHIVED,
        name=Text(vi="Lưu trữ hồ sơ", en="Archive the file"),
        meaning=Text(
            vi="Hồ sơ đóng lại, chỉ đọc; tang vật phải xử lý hết (Điều 26 Thông tư 27/2020/TT-BCT).",
            en="The file is closed and read-only; all exhibits must be dealt with (Circular 27/2020 Art 26).",
        ),
        sentence=Text(
            vi="Lưu trữ hồ sơ ngày {archived_on}[, nơi để: {shelf}].[ Biện pháp chưa thực hiện: {undone}.]",
            en="File archived on {archived_on}[, shelf: {shelf}].[ Measures not carried out: {undone}.]",
        ),
        form=ActForm(
            (Field("archived_on", initial="today"), Field("shelf"), Field("undone", rare=True)),
            sure=True,
        ),
    ),
    Described(
        CaseAct.CASE_REOPENING_ASKED,
        name=Text(vi="Đề nghị mở lại hồ sơ", en="Ask to reopen the file"),
        meaning=Text(
            vi="Nêu lý do; một người có thẩm quyền khác mở lại.",
            en="Give the reason; another competent officer reopens the file.",
        ),
        sentence=Text(vi="Đề nghị mở lại hồ sơ.", en="Reopening of the file asked for."),
        form=ActForm((REASON,)),
    ),
    Described(
        CaseAct.CASE_REOPENED,
        name=Text(vi="Mở lại hồ sơ", en="Reopen the file"),
        meaning=Text(
            vi="Hồ sơ trở lại đúng trạng thái trước khi lưu trữ, nêu lý do.",
            en="The file returns to its state before archiving, with the reason.",
        ),
        sentence=Text(
            vi="Mở lại hồ sơ, về trạng thái «{back_to}».",
            en="File reopened in the state “{back_to}”.",
        ),
        form=ActForm((Field("back_to", "fixed"), REASON)),
    ),
)
