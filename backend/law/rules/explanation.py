"""Whether the violator has the right to explain before the decision (Law Art 61). Pure.

Judged from a computed order. hearing.py judges it for violation minutes, before there is an order.
"""

from backend.law.rules.laws import Laws, numbers
from backend.law.texts.sanctions import step
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
