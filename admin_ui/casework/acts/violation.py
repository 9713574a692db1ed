"""Names, forms and story sentences of the acts in backend/casework/acts/violation.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, DESPITE, PAPER, PARTY, REASON, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

_VIOLATIONS = Field(
    "violations",
    sub=(
        Field("code", "listed", choices="behaviours"),
        Field("outside", sub=(Field("decree"), Field("field", word="outside_field"))),
        Field("description"),
        Field("ended_on", initial="today"),
        Field("goods_value"),
        Field("illicit_gain"),
        Field("aggravating"),
        Field("mitigating"),
    ),
)
_OWN_WRITING = Field("sheet", choices="sheets")

ALL = (
    Described(
        CaseAct.VIOLATION_RECORDED,
        name=Text(vi="Ghi vi phạm theo biên bản", en="Record the violation"),
        meaning=Text(
            vi="Cần biên bản vi phạm hành chính (MBB01) đã ký (Điều 58 Luật Xử lý vi phạm hành chính). Thời hạn ra "
            "quyết định bắt đầu tính (Điều 66).",
            en="Needs signed violation minutes (MBB01) (Law on Handling Administrative Violations Art 58). The time "
            "limit for the decision begins (Art 66).",
        ),
        sentence=Text(
            vi="Ghi vi phạm của {party} theo {document_id} lập lúc {recorded_at}: {violations}[; {complex}][: "
            "{complex_serious}][; {complex_facts}][; {complex_time}]; {explanation_right}.",
            en="Violation of {party} recorded by {document_id} of {recorded_at}: {violations}[; {complex}][: "
            "{complex_serious}][; {complex_facts}][; {complex_time}]; {explanation_right}.",
        ),
        form=ActForm(
            (
                paper(CaseAct.VIOLATION_RECORDED),
                Field("recorded_at", initial="now"),
                Field("detected_on", initial="today"),
                _VIOLATIONS,
                PARTY,
                Field("complex"),
                *(
                    Field(one, only_when=("complex", "yes"))
                    for one in ("complex_serious", "complex_facts", "complex_time")
                ),
                Field("electronic_consent"),
                Field("victims"),
                Field("another_party", word="party_other", rare=True),
            ),
            sure=True,
        ),
    ),
    Described(
        CaseAct.EXPLANATION_REQUESTED,
        name=Text(vi="Ghi yêu cầu giải trình", en="Record a request to explain"),
        meaning=Text(
            vi="Trong 2 ngày làm việc nếu trực tiếp, 5 ngày làm việc nếu bằng văn bản (Điều 61 Luật Xử lý vi phạm "
            "hành chính). Cán bộ khác đưa văn bản của người vi phạm vào hồ sơ, hoặc chọn biên bản làm việc (MBB02) của "
            "cán bộ khác; yêu cầu trong ngày mà chưa có thì ghi lý do tự làm.",
            en="Within 2 working days for a hearing, 5 in writing (Law on Handling Administrative Violations Art 61). "
            "Another officer files the violator's writing, or choose another officer's working minutes (MBB02); for a "
            "request of today without them give the reason for acting alone.",
        ),
        sentence=Text(
            vi="Người vi phạm yêu cầu giải trình {mode} lúc {requested_at}[. Một người làm: {alone}].",
            en="The violator asked to give an explanation {mode} at {requested_at}[. By one person: {alone}].",
        ),
        form=ActForm((Field("mode"), Field("requested_at", initial="now"), PAPER, DESPITE, ALONE)),
    ),
    Described(
        CaseAct.EXPLANATION_RECEIVED,
        name=Text(vi="Ghi nội dung giải trình", en="Record the explanation"),
        meaning=Text(
            vi="Bằng văn bản hoặc tại phiên giải trình (MBB03) (Điều 61 Luật Xử lý vi phạm hành chính).",
            en="In writing, or at the hearing (MBB03) (Law on Handling Administrative Violations Art 61).",
        ),
        sentence=Text(
            vi="Nhận giải trình {mode} lúc {received_at}; {accepted}[. Một người làm: {alone}].",
            en="Explanation received {mode} at {received_at}; {accepted}[. By one person: {alone}].",
        ),
        form=ActForm(
            (
                Field("mode"),
                Field("received_at", initial="now"),
                Field("content"),
                Field("accepted"),
                paper(CaseAct.EXPLANATION_RECEIVED)._replace(only_when=("mode", "direct")),
                _OWN_WRITING,
                DESPITE,
                ALONE,
            )
        ),
    ),
    Described(
        CaseAct.EXPLANATION_WAIVED,
        name=Text(vi="Ghi việc không giải trình", en="Record that nobody explains"),
        meaning=Text(
            vi="Không phát sinh quyền, đã từ bỏ bằng văn bản, hoặc đã hết thời hạn yêu cầu (Điều 61 Luật Xử lý vi "
            "phạm hành chính).",
            en="There is no right, it was waived in writing, or the time limit for the request is over (Law on "
            "Handling Administrative Violations Art 61).",
        ),
        sentence=Text(vi="Không giải trình: {how}.", en="No explanation: {how}."),
        form=ActForm((Field("how"), Field("at", initial="now"), _OWN_WRITING, REASON), sure=True),
    ),
)
