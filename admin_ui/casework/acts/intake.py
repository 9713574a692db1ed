"""Names, forms and story sentences of the acts in backend/casework/acts/intake.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described, Opening
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import PAPER, PARTY, REASON, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

_PROPOSED = (
    PARTY,
    Field("basis"),
    Field("contents"),
    Field("expected_violation"),
    Field("expected_law"),
    Field("proposed_start", initial="today"),
    Field("duration_days", initial="3"),
)

ALL = (
    Described(
        CaseAct.INFORMATION_RECEIVED,
        name=Text(vi="Tiếp nhận thông tin", en="Take information in"),
        meaning=Text(
            vi="Ghi thông tin đến và nguồn của nó; báo ngay cho người đứng đầu đơn vị (Điều 8, 9 Thông tư "
            "27/2020/TT-BCT).",
            en="Records the information and its source; the head of the unit is notified at once (Circular 27/2020 "
            "Arts 8, 9).",
        ),
        sentence=Text(
            vi="Tiếp nhận thông tin từ {source}[ qua {channel}] lúc {received_at}[ về {party}]; vụ việc số "
            "{opening}.",
            en="Information received from {source}[ by {channel}] at {received_at}[ about {party}]; case {opening}.",
        ),
        elsewhere="/desk/informations/new",
    ),
    Described(
        CaseAct.INSPECTION_PROPOSED,
        name=Text(vi="Đề xuất kiểm tra", en="Propose an inspection"),
        meaning=Text(
            vi="Nêu căn cứ, đối tượng, nội dung, thời hạn, dự kiến vi phạm (Điều 11 Thông tư 27/2020/TT-BCT). Thông "
            "tin nguồn c đến e phải thẩm tra, xác minh trước.",
            en="States basis, party, contents, duration and the expected violation (Circular 27/2020 Art 11). "
            "Information from sources c to e must be verified first.",
        ),
        sentence=Text(
            vi="Đề xuất kiểm tra {party} từ ngày {proposed_start}, {duration_days} ngày làm việc[; vụ việc số "
            "{opening}].",
            en="Inspection of {party} proposed from {proposed_start}, {duration_days} working days[; case "
            "{opening}].",
        ),
        form=ActForm((*_PROPOSED, paper(CaseAct.INSPECTION_PROPOSED))),
        opening=Opening("proposal", _PROPOSED),
    ),
    Described(
        CaseAct.PLAN_ITEM_ENTERED,
        name=Text(vi="Nhập mục kế hoạch", en="Enter an item of a plan"),
        meaning=Text(
            vi="Một đối tượng trong kế hoạch đã phê duyệt. Mỗi đối tượng mỗi năm chỉ kiểm tra một lần về cùng nội "
            "dung (khoản 1 Điều 20 Pháp lệnh 11/2016/UBTVQH13).",
            en="A party in an approved plan. Each party is inspected once a year on the same content (Ordinance "
            "11/2016 Art 20.1).",
        ),
        sentence=Text(
            vi="Nhập mục kế hoạch {plan_kind} số {plan_number} năm {year}: {party}, kiểm tra từ {expected_from} đến "
            "{expected_to}; vụ việc số {opening}.",
            en="Item of the {plan_kind} plan {plan_number} of {year}: {party}, to be inspected from {expected_from} "
            "to {expected_to}; case {opening}.",
        ),
        elsewhere="/desk/plans",
    ),
    Described(
        CaseAct.CASE_OPENED,
        name=Text(vi="Lập hồ sơ vụ việc từ cuộc kiểm tra", en="Open a case from an inspection"),
        meaning=Text(
            vi="Biên bản kiểm tra đã trình và cuộc kiểm tra chưa thuộc vụ việc nào (Điều 18 Thông tư "
            "27/2020/TT-BCT).",
            en="The inspection minutes are submitted and the inspection has no case yet (Circular 27/2020 Art 18).",
        ),
        sentence=Text(
            vi="Lập hồ sơ vụ việc số {opening} từ cuộc kiểm tra theo quyết định {decision_number} đối với {party}.",
            en="Case {opening} opened from the inspection under decision {decision_number} of {party}.",
        ),
        elsewhere="/desk/cases/new/inspection",
        opening=Opening(
            "inspection",
            (
                Field("inspection_id", "listed", choices="inspections"),
                PARTY,
                Field("another_party", rare=True),
            ),
        ),
    ),
    Described(
        CaseAct.VERIFICATION_ASSIGNED,
        name=Text(vi="Giao thẩm tra, xác minh thông tin", en="Assign verification"),
        meaning=Text(
            vi="Giao công chức có tên thẩm tra, xác minh trong thời hạn (khoản 2 Điều 9 Thông tư 27/2020/TT-BCT).",
            en="The named officers check and verify the information by the due date (Circular 27/2020 Art 9.2).",
        ),
        sentence=Text(
            vi="Giao {officers} thẩm tra, xác minh trước ngày {due_on}[ theo {document_id}].",
            en="{officers} to verify by {due_on}[ under {document_id}].",
        ),
        form=ActForm((Field("officers"), Field("due_on"), PAPER, Field("instructions"))),
    ),
    Described(
        CaseAct.INFORMATION_FORWARDED,
        name=Text(vi="Chuyển thông tin", en="Forward the information"),
        meaning=Text(
            vi="Đơn vị không có thẩm quyền: chuyển nơi khác, sao gửi cấp trên của hai bên trong lực lượng (khoản 3 "
            "Điều 9 Thông tư 27/2020/TT-BCT).",
            en="The unit is not competent: it forwards the information, with a copy to the superiors of both units "
            "within the force (Circular 27/2020 Art 9.3).",
        ),
        sentence=Text(
            vi="Chuyển thông tin đến {to}[ theo {document_id}].",
            en="Information forwarded to {to}[ with {document_id}].",
        ),
        form=ActForm((Field("to"), Field("inside_force"), PAPER, REASON), sure=True),
    ),
    Described(
        CaseAct.PROPOSAL_REJECTED,
        name=Text(vi="Không phê duyệt đề xuất", en="Refuse the proposal"),
        meaning=Text(
            vi="Đề xuất kiểm tra không được phê duyệt; vụ việc kết thúc ở đây.",
            en="The proposal is refused; the case ends here.",
        ),
        sentence=Text(vi="Không phê duyệt đề xuất kiểm tra.", en="The proposal was refused."),
        form=ActForm((REASON,), sure=True),
    ),
    Described(
        CaseAct.ADHOC_PLAN_ISSUED,
        name=Text(vi="Ban hành phương án kiểm tra đột xuất", en="Issue the ad-hoc plan"),
        meaning=Text(
            vi="Phương án (PA) đã ký phải có trước quyết định kiểm tra đột xuất (Điều 12 Thông tư 27/2020/TT-BCT).",
            en="The signed plan (PA) precedes an ad-hoc decision (Circular 27/2020 Art 12).",
        ),
        sentence=Text(
            vi="Ban hành phương án kiểm tra ({document_id}), từ {start_on} đến {end_on}.",
            en="Ad-hoc plan issued ({document_id}), from {start_on} to {end_on}.",
        ),
        form=ActForm(
            (paper(CaseAct.ADHOC_PLAN_ISSUED), Field("start_on", initial="today"), Field("end_on"))
        ),
    ),
    Described(
        CaseAct.DECISION_LINKED,
        name=Text(vi="Gắn quyết định kiểm tra", en="Link the inspection decision"),
        meaning=Text(
            vi="Đoàn từ 2 công chức trở lên, Trưởng Đoàn có thẻ còn hiệu lực, không xung đột lợi ích (Điều 23 Pháp "
            "lệnh 11/2016, Điều 15 Thông tư 27/2020/TT-BCT). Đột xuất mà không có phương án thì nêu lý do khẩn "
            "cấp (Điều 12).",
            en="A team of 2 or more, a leader whose card is valid, no conflict of interest (Ordinance 11/2016 Art "
            "23, Circular 27/2020 Art 15). Ad hoc without a plan: state the emergency (Art 12).",
        ),
        sentence=Text(
            vi="Gắn quyết định kiểm tra {decision_number}[ ({planned})][; khẩn cấp: {emergency}].",
            en="Inspection decision {decision_number} linked[ ({planned})][; emergency: {emergency}].",
        ),
        form=ActForm(
            (
                Field("inspection_id", choices="inspections"),
                Field("planned"),
                Field("emergency", rare=True),
            )
        ),
    ),
)
