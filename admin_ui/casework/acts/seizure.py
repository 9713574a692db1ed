"""Names, forms and story sentences of the acts in backend/casework/acts/seizure.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import OF_SEIZED, REASON, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

_EXHIBITS = Field(
    "exhibits",
    "rows",
    sub=(
        Field("exhibit_id", "fixed", initial="new"),
        Field("name", word="exhibit_name"),
        Field("kind"),
        Field("quantity"),
        Field("unit", word="exhibit_unit"),
        Field("value"),
        Field("condition", detail=True),
        Field("no_seal", detail=True),
        Field("brand", detail=True),
        Field("origin", detail=True),
        Field("serial", detail=True),
        Field("value_basis", detail=True),
        Field("photos", "photos", detail=True),
    ),
)
_DECIDED, _PURPOSE = Field("decided_on", initial="today"), Field("purpose", word="seizure_purpose")

ALL = (
    Described(
        CaseAct.EXHIBITS_SEIZED,
        name=Text(vi="Ghi tang vật, phương tiện tạm giữ", en="Record exhibits seized"),
        meaning=Text(
            vi="Theo biên bản tạm giữ (MBB15) đã ký, hoặc biên bản vi phạm (MBB01) lập cùng lúc; trong 24 giờ phải báo "
            "cáo người có thẩm quyền để ra quyết định, không ra quyết định thì trả lại ngay (điểm b, c, d khoản 4 Điều "
            "125 Luật Xử lý vi phạm hành chính).",
            en="By signed seizure minutes (MBB15), or violation minutes (MBB01) made at the same time; within 24 hours "
            "it is reported to the officer who may decide, and without a decision the goods go back at once (Law on "
            "Handling Administrative Violations Art 125.4.b, c, d).",
        ),
        sentence=Text(
            vi="Tạm giữ {exhibits} theo {document_id} lúc {seized_at}; {keeper} bảo quản[ tại {place}].",
            en="Seized {exhibits} by {document_id} at {seized_at}; kept by {keeper}[ at {place}].",
        ),
        form=ActForm(
            (
                paper(CaseAct.EXHIBITS_SEIZED),
                Field("seized_at", initial="now"),
                Field("keeper"),
                Field("place", word="keep_place"),
                _EXHIBITS,
            ),
            group="exhibits",
        ),
        custody=True,
    ),
    Described(
        CaseAct.SEIZURE_DECIDED,
        name=Text(vi="Ra quyết định tạm giữ", en="Decide the seizure"),
        meaning=Text(
            vi="Cần MQĐ20 đã ký. Mục đích quyết định thời hạn: định giá 5 ngày làm việc (khoản 3 Điều 60); bảo đảm "
            "thi hành thì đến khi thi hành xong; trường hợp khác 7 ngày làm việc từ khi tạm giữ, 10 ngày làm "
            "việc khi hồ sơ phải chuyển người có thẩm quyền xử phạt (khoản 8 Điều 125 Luật Xử lý vi phạm hành chính).",
            en="Needs the signed MQĐ20. Its purpose sets the term: valuation 5 working days (Art 60.3); to secure "
            "execution until the decision is fully executed; otherwise 7 working days from the seizure, 10 working "
            "days if the file must go to the authority competent to sanction (Law on Handling Administrative "
            "Violations Art 125.8).",
        ),
        sentence=Text(
            vi="Quyết định tạm giữ {exhibits} theo {document_id} đến {until}[, {purpose}].",
            en="Seizure of {exhibits} decided by {document_id} until {until}[, {purpose}].",
        ),
        form=ActForm(
            (paper(CaseAct.SEIZURE_DECIDED), OF_SEIZED, _DECIDED, _PURPOSE, Field("until"), REASON),
            group="exhibits",
        ),
        custody=True,
    ),
    Described(
        CaseAct.SEIZURE_EXTENDED,
        name=Text(vi="Kéo dài thời hạn tạm giữ", en="Extend the seizure"),
        meaning=Text(
            vi="Cần MQĐ21 đã ký khi còn hạn. Tính từ khi thực tế tạm giữ, không quá: 10 ngày làm việc khi hồ sơ phải "
            "chuyển người có thẩm quyền xử phạt; 01 tháng khi có yêu cầu giải trình hoặc phải xác minh tình tiết; 02 "
            "tháng khi vụ việc như vậy lại đặc biệt nghiêm trọng, có nhiều tình tiết phức tạp và cần thêm thời gian "
            "để xác minh, thu thập chứng cứ (khoản 8 Điều 125 Luật Xử lý vi phạm hành chính).",
            en="Needs a signed MQĐ21 while the term is running. Counted from the actual seizure, no more than: 10 "
            "working days if the file must go to the authority competent to sanction; 1 month if an explanation was "
            "requested or facts must be verified; 2 months if such a case is also especially serious, has many "
            "complex facts and needs more time to verify and gather evidence (Law on Handling Administrative "
            "Violations Art 125.8).",
        ),
        sentence=Text(
            vi="Kéo dài tạm giữ {exhibits} theo {document_id} đến {until}.",
            en="Seizure of {exhibits} extended by {document_id} until {until}.",
        ),
        form=ActForm(
            (paper(CaseAct.SEIZURE_EXTENDED), OF_SEIZED, Field("until"), REASON), group="exhibits"
        ),
        custody=True,
    ),
)
