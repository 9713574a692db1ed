"""Whether the violator has the right to explain before the decision (Law Art 61). Pure.

Judged from a computed order. hearing.py judges it for violation minutes, before there is an order.
"""

from backend.law.rules import provided
from backend.law.rules.laws import Laws, numbers
from backend.law.texts.sanctions import step, sure
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import ActComputation, ExplanationRight, ExtraKind, SanctionOrder, Step


def explanation_right(
    order: SanctionOrder, acts: list[ActComputation], laws: Laws
) -> ExplanationRight:
    """Return whether the right exists, with the reasons.

    It follows from the greatest fine of a band, or from the suspension of a licence or a business.
    Confiscation alone makes it doubtful: one source names it, another does not. The right is then
    granted, because a decision without a required hearing is void, and one after an unnecessary
    hearing is not.
    """
    rule = numbers(laws, "explanation", order.decided_on)
    organisation = order.subject is SubjectKind.ORGANISATION
    limit = rule.numbers["organisation_vnd" if organisation else "individual_vnd"]
    reasons: list[Step] = [
        step(
            rule.article,
            f"{act.code}: mức tối đa của khung {{most}} đồng, từ {{limit}} đồng trở lên.",
            f"{act.code}: the band ends at {{most}} VND; the right begins at {{limit}}.",
            most=act.effective_max_vnd,
            limit=limit,
        )
        for act in acts
        if act.effective_max_vnd >= limit
    ]
    kinds = {extra.kind for extra in order.extra_penalties}
    if ExtraKind.LICENCE_SUSPENSION in kinds:
        reasons.append(
            step(rule.article, "Có tước quyền sử dụng giấy phép.", "A licence is to be suspended.")
        )
    if ExtraKind.BUSINESS_SUSPENSION in kinds:
        reasons.append(
            step(
                rule.article, "Có đình chỉ hoạt động có thời hạn.", "A business is to be suspended."
            )
        )
    if reasons or ExtraKind.CONFISCATION not in kinds:
        return ExplanationRight(exists=bool(reasons), doubtful=False, reasons=reasons)
    return ExplanationRight(
        exists=True,
        doubtful=True,
        reasons=[
            step(
                rule.article,
                "Chỉ có tịch thu: hai nguồn khác nhau, cần đối chiếu; cho giải trình để an toàn.",
                "Only confiscation: two sources differ; the right is granted to be safe.",
            )
        ],
    )


_SUSPENSIONS = {
    ExtraKind.LICENCE_SUSPENSION: (
        "nghị định quy định tước quyền sử dụng giấy phép",
        "the decree provides for the suspension of a licence",
    ),
    ExtraKind.BUSINESS_SUSPENSION: (
        "nghị định quy định đình chỉ hoạt động có thời hạn",
        "the decree provides for the suspension of an activity",
    ),
}


def right_of_rows(order: SanctionOrder, acts: list[ActComputation], laws: Laws) -> ExplanationRight:
    """Return the right by the rows of a later edition: per act, and one act suffices.

    It follows from what the law provides for the act, never from what is imposed: a suspension in
    the row, or a band that ends at the limit after multipliers and for this party. Confiscation
    alone does not give it. `doubtful`: a suspension is provided under a condition that nobody
    ticked (the right does not follow from it then), or the decree was not read.
    """
    rule = numbers(laws, "explanation", order.decided_on)
    organisation = order.subject is SubjectKind.ORGANISATION
    limit = rule.numbers["organisation_vnd" if organisation else "individual_vnd"]
    reasons: list[Step] = []
    doubtful = unknown = False
    for act, told in zip(order.acts, acts, strict=True):
        kinds = {one.kind for one in provided.penalties(act)}
        every = {one.kind for group in act.behaviour.extra for one in group}
        for kind, (vi, en) in _SUSPENSIONS.items():
            if kind in kinds:
                said = step(rule.article, f"{told.code}: {vi}.", f"{told.code}: {en}.")
                reasons.append(sure(said, rule.certainty or "R", rule.check))
            doubtful = doubtful or kind in every - kinds
        unknown = unknown or provided.unread(act)
        if told.effective_max_vnd >= limit:
            said = step(
                rule.article,
                f"{told.code}: mức tối đa của khung {{most}} đồng, từ {{limit}} đồng trở lên.",
                f"{told.code}: the band ends at {{most}} VND; the right begins at {{limit}}.",
                most=told.effective_max_vnd,
                limit=limit,
            )
            reasons.append(sure(said, rule.certainty or "R", rule.check))
    if unknown and not reasons:
        said = step(
            rule.article,
            "Nghị định chưa được đọc: có thể quy định tước giấy phép, đình chỉ; cho giải trình để an toàn.",
            "A decree was not read and may provide for a suspension: the right is granted to be safe.",
        )
        return ExplanationRight(exists=True, doubtful=True, reasons=[sure(said, "U")])
    return ExplanationRight(
        exists=bool(reasons), doubtful=doubtful and not reasons, reasons=reasons
    )
