"""Names, forms and story sentences of the acts in backend/casework/acts/handed.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described, Opening
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, DESPITE, PARTY, REASON
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

_FINED = ("outcome", "sanction")
_ORDERED = ("outcome", "sanction", "remedies")
_OTHER_FINE = ("amended", "corrected")
_RECEIVED = (
    Field("source", word="file_source"),
    Field("body", word="file_body"),
    Field("transfer_number"),
    Field("transfer_on"),
    Field("received_on", initial="today", word="file_on"),
    Field("handover"),
    Field("sheets", word="file_sheets"),
    Field("document_id", "fixed", initial="new"),
    Field("request", word="file_request", only_when=("source", "prosecution")),
    Field("minutes_number"),
    Field("minutes_on"),
    Field("minutes_by"),
    Field("detected_on"),
    Field(
        "violations",
        sub=(
            Field("code", "listed", choices="behaviours"),
            Field(
                "outside", sub=(Field("decree"), Field("field", word="outside_field")), rare=True
            ),
            Field("name", word="outside_name", given=True, rare=True),
            Field("legal_basis", word="outside_basis", given=True, rare=True),
            Field("description"),
            Field("ended_on"),
            Field("goods_value"),
            Field("illicit_gain"),
            Field("aggravating"),
            Field("mitigating"),
        ),
    ),
    PARTY,
    Field("explanation_right", word="file_explanation"),
    Field("explanation_waived", word="file_waived"),
    Field("electronic_consent"),
    ALONE,
)


def _same_chair(view: CaseView) -> dict[str, list[str]]:
    """Return who decided on the violation: mostly they decide later on their decision too."""
    decided = (one.content for one in reversed(view.story) if one.type == CaseAct.CHAIR_DECIDED)
    last = next(decided, None)
    return {name: [str(last[name])] for name in ("chair", "place")} if last else {}


ALL = (
    Described(
        CaseAct.FILE_RECEIVED,
        name=Text(vi="Tiếp nhận hồ sơ nơi khác chuyển đến", en="Take another body's file in"),
        meaning=Text(
            vi="Lực lượng khác chuyển hồ sơ kèm biên bản vi phạm của họ: thời hạn ra quyết định tính từ ngày của biên "
            "bản đó, ta không lập biên bản nữa (Điều 23 Thông tư 27/2020/TT-BCT; khoản 5 Điều 58 Luật Xử lý vi phạm "
            "hành chính). Cơ quan tiến hành tố tụng chuyển quyết định và hồ sơ: xử phạt không lập biên bản, thời hạn "
            "tính từ ngày nhận (điểm b khoản 1 Điều 56, Điều 63). Người có thẩm quyền tiếp nhận, có biên bản bàn giao.",
            en="Another force sends a file with its own violation minutes: the time to decide runs from their day, and "
            "we make none (Circular 27/2020 Art 23; Law on Handling Administrative Violations Art 58.5). A prosecution "
            "body sends its decision and the file: sanctioned without minutes, the time runs from receipt (Arts "
            "56.1.b, 63). The competent officer accepts it, with handover minutes.",
        ),
        sentence=Text(
            vi="Tiếp nhận hồ sơ do {body} chuyển theo văn bản số {transfer_number} ngày {transfer_on}, nhận ngày "
            "{received_on} ({handover})[; biên bản vi phạm số {minutes_number}][ ngày {minutes_on}] đối với {party}: "
            "{violations}[; vụ việc số {opening}][. Một người làm: {alone}].",
            en="File of {body} taken in by letter {transfer_number} of {transfer_on}, received on {received_on} "
            "({handover})[; violation minutes {minutes_number}][ of {minutes_on}] against {party}: {violations}[; case "
            "{opening}][. By one person: {alone}].",
        ),
        form=ActForm(_RECEIVED, sure=True),
        opening=Opening("file", _RECEIVED),
    ),
    Described(
        CaseAct.CASE_SENT_UP,
        name=Text(vi="Trình hồ sơ lên người có thẩm quyền", en="Send the file up"),
        meaning=Text(
            vi="Vượt thẩm quyền nơi thụ lý: trình đơn vị cấp trên trong lực lượng (Điều 24 Thông tư 27/2020/TT-BCT), "
            "hoặc Chủ tịch Ủy ban nhân dân (Điều 25). Vụ việc, thời hạn, tang vật vẫn ở đây; thời hạn ra quyết định "
            "là 10 ngày làm việc từ ngày lập biên bản, không tính lại từ ngày trình; có yêu cầu giải trình hoặc phải "
            "xác minh thì 01 tháng (điểm a, b khoản 1 Điều 66 Luật Xử lý vi phạm hành chính).",
            en="Beyond the competence here: up to a unit above inside the force (Circular 27/2020 Art 24), or to a "
            "People's Committee chair (Art 25). Case, clocks and exhibits stay here; the time to decide is 10 working "
            "days from the minutes, not anew from this day; a month, if an explanation was asked for or facts are "
            "verified (Law on Handling Administrative Violations Art 66.1.a, b).",
        ),
        sentence=Text(
            vi="Trình hồ sơ[ lên {receiver}] ngày {sent_on} ({why})[, bút lục {sheet}].",
            en="File sent up[ to {receiver}] on {sent_on} ({why})[, sheet {sheet}].",
        ),
        form=ActForm(
            (
                Field("to", word="up_to"),
                Field(
                    "unit_id",
                    "listed",
                    choices="units_above",
                    word="up_unit",
                    needed=True,
                    only_when=("to", "superior"),
                ),
                Field("receiver", word="up_chair", needed=True, only_when=("to", "chair")),
                Field("sent_on", initial="today", word="up_on"),
                Field("why"),
                REASON,
                Field("sheet", choices="sheets", word="up_sheet"),
            ),
            sure=True,
        ),
    ),
    Described(
        CaseAct.CHAIR_DECIDED,
        name=Text(
            vi="Ghi quyết định của Chủ tịch Ủy ban nhân dân", en="Record the chair's decision"
        ),
        meaning=Text(
            vi="Ghi theo bản quyết định đã đưa vào hồ sơ; giao quyết định, thu tiền phạt, xử lý tang vật và thi hành ở "
            "đây, giữ bản sao hồ sơ (khoản 4 Điều 26 Thông tư 27/2020/TT-BCT). Chủ tịch trả hồ sơ thì vụ việc chờ ra "
            "quyết định như trước; thấy dấu hiệu tội phạm và chuyển hồ sơ (MQĐ33, MBB28) thì ghi cơ quan nhận.",
            en="As the filed copy of the decision says; it is delivered, collected and executed here, and a copy of "
            "the "
            "file stays (Circular 27/2020 Art 26.4). If the chair gives the file back, the case waits for a decision "
            "as before; if the chair found signs of a crime and referred it (MQĐ33, MBB28), name the receiving body.",
        ),
        sentence=Text(
            vi="{chair} ({place}) {outcome}[ ({referred_to})], văn bản số {number} ngày {decided_on}, tiền phạt "
            "{total}[; {measures}][; nộp lại số lợi {gain}][; tịch thu {confiscated} tang vật][; "
            "{at_handing_over}] (bút lục {sheet}).",
            en="{chair} ({place}) {outcome}[ ({referred_to})], paper {number} of {decided_on}, fine {total}[; "
            "{measures}][; gain to be paid back {gain}][; {confiscated} exhibits confiscated][; "
            "{at_handing_over}] (sheet {sheet}).",
        ),
        form=ActForm(
            (
                Field("document_id", "fixed", initial="new"),
                Field("outcome", word="chair_outcome"),
                Field("number"),
                Field("decided_on"),
                Field(
                    "effective_on",
                    word="chair_effective_on",
                    hint="chair_effective_on_hint",
                    only_when=_ORDERED,
                ),
                Field("chair"),
                Field("place", word="chair_place"),
                Field("total", word="chair_total", only_when=_FINED),
                Field("measures", word="chair_measures", only_when=_ORDERED),
                Field("gain", word="chair_gain", only_when=_ORDERED),
                Field(
                    "confiscated",
                    "exhibits",
                    choices="exhibits",
                    word="chair_confiscated",
                    only_when=_ORDERED,
                ),
                Field("licence_suspended", only_when=_FINED),
                Field(
                    "licences",
                    word="chair_licences",
                    sub=(
                        Field("licence", word="chair_licence"),
                        Field("months", word="chair_months"),
                        Field("days", word="chair_days"),
                    ),
                    only_when=("licence_suspended", "yes"),
                ),
                Field(
                    "at_handing_over",
                    word="chair_handed",
                    only_when=("licence_suspended", "yes"),
                ),
                Field("comply_days", initial="10", only_when=_ORDERED),
                Field("publish", only_when=_FINED),
                Field("referred_to", needed=True, only_when=("outcome", "referred")),
                Field("sheet", choices="sheets", word="filed_sheet"),
                ALONE,
            ),
            sure=True,
        ),
    ),
    Described(
        CaseAct.CHAIR_CHANGED,
        name=Text(
            vi="Ghi quyết định sau đó của Chủ tịch", en="Record a later decision of the chair"
        ),
        meaning=Text(
            vi="Chủ tịch đã ra quyết định xử phạt thì hoãn, giảm, miễn, cho nộp phạt nhiều lần (MQĐ03 đến MQĐ05; Điều "
            "76, 77, 79 Luật Xử lý vi phạm hành chính), tạm đình chỉ vì dấu hiệu tội phạm (MQĐ31; khoản 2 Điều 62), "
            "cho thi hành một phần (MQĐ17; Điều 75), sửa đổi, đính chính, hủy bỏ (MQĐ38 đến MQĐ40; Điều 13, 14 Nghị "
            "định 118/2021/NĐ-CP). Ghi theo bản đã đưa vào hồ sơ; tiền phạt, thời hạn, tang vật thay đổi như khi đơn "
            "vị ra quyết định cùng loại. Hủy bỏ một phần thì ghi là sửa đổi.",
            en="The chair who imposed the sanction postpones, reduces, waives or divides the fine (MQĐ03 to MQĐ05; Law "
            "on Handling Administrative Violations Arts 76, 77, 79), suspends for signs of a crime (MQĐ31; Art 62.2), "
            "has only a part executed (MQĐ17; Art 75), amends, corrects or annuls (MQĐ38 to MQĐ40; Decree 118/2021 "
            "Arts 13, 14). As the filed copy says; fine, time limits and exhibits change as by a decision of that kind "
            "of the unit's own. Enter what annuls only a part as an amendment.",
        ),
        sentence=Text(
            vi="{chair} ({place}) {change}, quyết định số {number} ngày {decided_on}[, đến {until}][: {by}][: "
            "{schedule}][: {why}, ngày {on}][, tiền phạt {total}][, căn cứ: {ground}] (bút lục {sheet})[. Vẫn ghi sau "
            "cảnh báo: {despite}].",
            en="{chair} ({place}) {change}, decision {number} of {decided_on}[, until {until}][: {by}][: "
            "{schedule}][: {why}, on {on}][, fine {total}][, ground: {ground}] (sheet {sheet})[. Recorded in spite of "
            "a warning: {despite}].",
        ),
        form=ActForm(
            (
                Field("document_id", "fixed", initial="new"),
                Field("change", word="chair_change"),
                Field("number"),
                Field("decided_on"),
                Field("chair"),
                Field("place", word="chair_place"),
                Field("until", needed=True, only_when=("change", "postponed")),
                Field("by", needed=True, only_when=("change", "reduced")),
                Field(
                    "schedule",
                    sub=(Field("due_on"), Field("amount")),
                    needed=True,
                    only_when=("change", "instalments"),
                ),
                Field("why", needed=True, only_when=("change", "partial")),
                Field("on", word="ended_paper_on", needed=True, only_when=("change", "partial")),
                Field(
                    "proof",
                    choices="sheets",
                    word="ended_paper",
                    needed=True,
                    only_when=("change", "partial"),
                ),
                Field("successor", only_when=("change", "partial")),
                Field("total", word="chair_new_total", only_when=("change", *_OTHER_FINE)),
                Field("goods_changed", only_when=("change", "amended")),
                Field(
                    "confiscated",
                    "exhibits",
                    choices="exhibits",
                    word="chair_new_goods",
                    only_when=("goods_changed", "yes"),
                ),
                Field("ground", needed=True, only_when=("change", "annulled")),
                REASON,
                Field("sheet", choices="sheets", word="filed_sheet"),
                ALONE,
                DESPITE,
            ),
            sure=True,
            group="execution",
        ),
        starts_with=_same_chair,
    ),
    Described(
        CaseAct.COMPETENCE_NOTED,
        name=Text(vi="Ghi thẩm quyền của cơ quan khác", en="Note other bodies' powers"),
        meaning=Text(
            vi="Vụ việc có hành vi thuộc lĩnh vực của nhiều cơ quan: Chủ tịch Ủy ban nhân dân nơi xảy ra vi phạm xử "
            "phạt. Cơ quan khác cùng thẩm quyền đã thụ lý trước: cơ quan đó xử phạt (khoản 3, điểm c khoản 4 Điều 52 "
            "Luật Xử lý vi phạm hành chính). Khi đó ở đây không ký quyết định xử phạt: trình hoặc chuyển hồ sơ. Ghi "
            "lại, để trống cả hai, khi không còn như vậy.",
            en="Acts of several bodies' fields are in the file: the chair of the People's Committee of the place "
            "decides. Another body with equal powers took the case first: it decides (Law on Handling Administrative "
            "Violations Art 52.3, 52.4.c). Then no sanction is signed here: send the file up, or hand it on. Note it "
            "again, with both left empty, once that is over.",
        ),
        sentence=Text(
            vi="Ghi thẩm quyền của cơ quan khác[: {several_bodies}][; "
            "{taken_by} đã thụ lý trước]: {reason}[ (bút lục {sheet})].",
            en="Other bodies' powers noted[: {several_bodies}][; {taken_by} took the "
            "case first]: {reason}[ (sheet {sheet})].",
        ),
        form=ActForm(
            (
                Field("several_bodies"),
                Field("taken_by"),
                REASON,
                Field("sheet", choices="sheets", word="noted_sheet"),
            ),
            group="file",
        ),
    ),
)
