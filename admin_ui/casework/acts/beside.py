"""Names, forms and story sentences of the acts in backend/casework/acts/beside.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import DESPITE, PAPER, REASON, SHEET, paper
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


def _officers_now(view: CaseView) -> dict[str, list[str]]:
    """Return the officers of the case as values of the form; the lead has a separate field."""
    lead, *others = (str(one.officer_id) for one in view.officers)
    return {"officers.lead": [lead], "officers": others}


ALL = (
    Described(
        CaseAct.SANCTION_PUBLISHED,
        name=Text(vi="Ghi công bố công khai", en="Record the publication"),
        meaning=Text(
            vi="Chỉ vi phạm về an toàn thực phẩm, chất lượng, đo lường, sở hữu trí tuệ, hàng giả … gây hậu quả lớn "
            "hoặc ảnh hưởng xấu về dư luận. Gửi công bố trong 03 ngày làm việc, cả quyết định sửa đổi, đính chính, hủy "
            "bỏ; trang thông tin công bố trong 02 ngày làm việc từ khi nhận, ít nhất 30 ngày (Điều 72 Luật Xử lý vi "
            "phạm hành chính, Điều 18 Nghị định 118/2021/NĐ-CP). Công bố: họ tên, ngày sinh, số định danh, quốc tịch "
            "hoặc tên, địa chỉ tổ chức; hành vi, hình thức xử phạt, biện pháp khắc phục và thời gian thực hiện.",
            en="Only violations of food safety, quality, measurement, intellectual property, fake goods … that did "
            "great damage or had a bad effect on the public. It is sent within 3 working days, amendments, corrections "
            "and annulments too; the web site publishes it within 2 working days of its receipt, for 30 days at least "
            "(Law on Handling Administrative Violations Art 72, Decree 118/2021 Art 18). Shown: name, birth date, "
            "identity number and nationality, or an organisation's name and address; act, sanction, remedies and "
            "their time.",
        ),
        sentence=Text(
            vi="Công bố công khai {document_id} tại {where} ngày {published_on}[: {why}][. Vẫn làm sau cảnh báo: "
            "{despite}].",
            en="{document_id} made public in {where} on {published_on}[: {why}][. Done in spite of a warning: "
            "{despite}].",
        ),
        form=ActForm(
            (
                paper(CaseAct.SANCTION_PUBLISHED),
                Field("where"),
                Field("published_on", initial="today"),
                Field("why", word="publish_why"),
                DESPITE,
            ),
            group="execution",
        ),
    ),
    Described(
        CaseAct.DEADLINE_EXTENDED,
        name=Text(vi="Gia hạn", en="Extend a time limit"),
        meaning=Text(
            vi="Bằng văn bản, trong giới hạn của chính thời hạn đó; không sửa đồng hồ.",
            en="By a document, within the maximum of that time limit; a time limit is never edited directly.",
        ),
        sentence=Text(
            vi="Gia hạn {rule} đến {until}[ theo {document_id}][ (bút lục {sheet})][. Vẫn làm sau cảnh báo: "
            "{despite}].",
            en="Time limit {rule} extended until {until}[ by {document_id}][ (sheet {sheet})][. Done in spite of a "
            "warning: {despite}].",
        ),
        form=ActForm(
            (
                Field("rule", choices="rules", needed=True),
                Field("until"),
                PAPER,
                REASON,
                SHEET._replace(word="request_sheet"),
                DESPITE,
            ),
            group="file",
        ),
    ),
    Described(
        CaseAct.RULES_MOVED,
        name=Text(vi="Áp dụng bộ quy định mới", en="Apply the newer rules"),
        meaning=Text(
            vi="Vụ việc giữ bộ quy định của ngày lập. Chỉ việc này mới chuyển sang bộ mới, sau khi xem mọi thời hạn "
            "thay đổi.",
            en="A case keeps the rules of the day on which it was opened. Only this act moves it to newer ones, after "
            "a look at every time limit that changes.",
        ),
        sentence=Text(
            vi="Áp dụng bộ quy định từ ngày {to}[; thời hạn thay đổi: {changes}].",
            en="The rules as of {to} apply[; time limits that change: {changes}].",
        ),
        elsewhere="/desk/cases/{case}/rules",
    ),
    Described(
        CaseAct.OFFICERS_ASSIGNED,
        name=Text(vi="Phân công công chức", en="Assign officers"),
        meaning=Text(
            vi="Toàn bộ công chức của vụ việc từ nay, người phụ trách đứng đầu. Người không còn tên thì không xem "
            "được nữa.",
            en="All officers of the case from now on, the officer in charge first. Officers who are no longer named "
            "lose access to it.",
        ),
        sentence=Text(vi="Phân công {officers}.", en="Assigned to {officers}."),
        form=ActForm((Field("officers", "team"), REASON), group="file"),
        starts_with=_officers_now,
    ),
    Described(
        CaseAct.SHEETS_FILED,
        name=Text(vi="Ghi tài liệu, đánh bút lục", en="Enter a document with its sheets"),
        meaning=Text(
            vi="Tài liệu lập ở nơi khác được đánh bút lục tiếp theo; số bút lục không bao giờ cấp lại (Điều 26 "
            "Thông tư 27/2020/TT-BCT).",
            en="It gets the next sheet numbers, which are never reused (Circular 27/2020 Art 26).",
        ),
        sentence=Text(
            vi="Đưa vào hồ sơ «{title}»[ ({document_kind})][ của {sender}][ số {number}][ ngày {issued_on}], "
            "{sheets} tờ.[ Chứng minh {proves_fact}.][ {proves}]",
            en="Filed “{title}”[ ({document_kind})][ of {sender}][ number {number}][ of {issued_on}], {sheets} "
            "sheets.[ It proves {proves_fact}.][ {proves}]",
        ),
        form=ActForm(
            (
                Field("file_id", choices="files", word="filed_file", hint="filed_file_hint"),
                Field("title"),
                Field("document_kind"),
                Field("sender", word="filed_sender"),
                Field("number", word="symbol_number"),
                Field("issued_on", word="filed_day"),
                Field("sheets"),
                Field("proves_fact"),
                Field("proves"),
            ),
            group="file",
        ),
    ),
    Described(
        CaseAct.NOTE_ADDED,
        name=Text(vi="Ghi chú", en="Add a note"),
        meaning=Text(
            vi="Cho những người cùng làm vụ việc. Không xóa được.",
            en="For the officers of the case. It cannot be deleted.",
        ),
        sentence=Text(vi="Ghi chú.", en="Note."),
        form=ActForm((Field("text"),), group="file"),
    ),
    Described(
        CaseAct.CASE_SUCCEEDED,
        name=Text(vi="Đơn vị kế thừa tiếp nhận", en="The successor takes over"),
        meaning=Text(
            vi="Hệ thống ghi khi đơn vị thụ lý được sáp nhập, chia, giải thể. "
            "Người thụ lý, thời hạn và văn bản giữ nguyên.",
            en="The system records this when the unit of the case is merged, split or closed. "
            "Officers, time limits and papers stay as they are.",
        ),
        sentence=Text(
            vi="{unit_name} tiếp nhận vụ việc từ {from_unit_name} từ ngày {on}, theo {decision}.",
            en="{unit_name} took over the case from {from_unit_name} on {on}, by {decision}.",
        ),
    ),
    Described(
        CaseAct.ORDER_CORRECTED,
        name=Text(vi="Sửa: vụ việc do cấp trên giao", en="Correct whether a superior ordered it"),
        meaning=Text(
            vi="Cấp trên có thẩm quyền ban hành quyết định kiểm tra chỉ đạo bằng văn bản kiểm tra một đối tượng tại "
            "nhiều địa điểm: báo cáo kết quả trong 2 ngày làm việc từ khi kết thúc thẩm tra, xác minh (khoản 4 Điều "
            "13, khoản 2 Điều 20 Thông tư 27/2020/TT-BCT). Thời hạn tính lại như đã ghi từ đầu.",
            en="A superior who issues inspection decisions has one party inspected at several places in writing: the "
            "result is reported within 2 working days of the end of the verification (Circular 27/2020 Arts 13.4, "
            "20.2). The time limits run as if this had been said at the beginning.",
        ),
        sentence=Text(
            vi="Sửa: cấp trên chỉ đạo kiểm tra tại nhiều địa điểm: {ordered}[, {order}].",
            en="Corrected, by order of a superior at several places: {ordered}[, {order}].",
        ),
        form=ActForm(
            (Field("ordered"), Field("order", word="order_words"), Field("reason")), group="file"
        ),
    ),
)
