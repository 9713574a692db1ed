"""The reckoning by the rows of a later edition: band, circumstances, term, measures. Pure.

What sanctions.py is for orders of the first edition. Every step carries its article and how sure
that is.
"""

from collections.abc import Sequence

import msgspec

from backend.law.errors import (
    ChosenOutsideBand,
    ChosenOutsideCircumstances,
    ReasonMissing,
    RepeatedTwice,
    RepetitionNotAggravating,
)
from backend.law.rules import drivers, minors, provided, raising, ranges, suspensions
from backend.law.rules.explanation import right_of_rows
from backend.law.rules.laws import AmountRule, Laws, ceiling, in_force
from backend.law.rules.sanctions import hash_of
from backend.law.rules.told import remarks_on
from backend.law.texts.sanctions import remark, sentence, step, sure
from schemas.law.catalogue import Violation
from schemas.law.sanctions import (
    ActComputation,
    ActOrder,
    Computation,
    Remark,
    SanctionOrder,
    Step,
)

_WARNING = "Luật XLVPHC Điều 22"
_REPEATED = "repeated"
_GRADED_DECREE = "ND98-"
"""Only Decree 98/2020 says that graded acts are each fined and repetition does not aggravate them
(Art 4a.2)."""


def compute(order: SanctionOrder, laws: Laws, rows: Sequence[Violation] = ()) -> Computation:
    """Compute an order. The same order, laws and rows give the same hash on every machine.

    `rows` are those of the edition, to name the row to which a value leads. Raises OrderFault if
    the order contradicts itself or the decree, NoRuleOnDay if the data has no rule for its day.
    """
    rule = in_force(laws.amounts, order.decided_on, "amount")
    for act in order.acts:
        _repeated(act, order)
    told = provided.check(order, laws)
    acts = [_act(act, order, rule, laws, rows) for act in order.acts]
    used = [rule.id, *(ceiling(laws, act.field, order.decided_on).id for act in acts)]
    raised = [one.id for act in order.acts for one in raising.met(act, order.subject, laws)]
    terms = suspensions.terms(order, rule, laws)
    result = Computation(
        order=order,
        acts=acts,
        total_vnd=sum(act.amount_vnd for act in acts),
        explanation=right_of_rows(order, acts, laws),
        rules=sorted({*used, *raised}),
        remarks=[*told, *suspensions.remarks(terms, rule)],
        hash="",
        suspensions=terms,
    )
    return msgspec.structs.replace(result, hash=hash_of(result))


def _repeated(act: ActOrder, order: SanctionOrder) -> None:
    """Check repetition: fined each time or aggravating, never both.

    Raises RepeatedTwice, RepetitionNotAggravating.
    """
    aggravates = _REPEATED in act.circumstances.aggravating or act.repeated == "aggravating"
    code = act.behaviour.code
    times = sum(one.behaviour.code == code for one in order.acts)
    if aggravates and (act.repeated == "fined" or times > 1):
        raise RepeatedTwice(behaviour=code)
    if aggravates and code.startswith(_GRADED_DECREE) and drivers.graded(act.behaviour):
        raise RepetitionNotAggravating(behaviour=code)


def counted(act: ActOrder, laws: Laws) -> ranges.Counted:
    """Count an act's circumstances; repetition that aggravates is one even if it is only said so."""
    said = act.circumstances
    if act.repeated == "aggravating" and _REPEATED not in said.aggravating:
        said = msgspec.structs.replace(said, aggravating=[*said.aggravating, _REPEATED])
    return ranges.counted(said, laws)


def _act(
    act: ActOrder,
    order: SanctionOrder,
    rule: AmountRule,
    laws: Laws,
    rows: Sequence[Violation],
) -> ActComputation:
    known = act.behaviour
    stated, first = raising.stated(act)
    raised = raising.doubled(stated, act, order.subject, laws)
    own, whose = raising.for_subject(raised.band, raised.stated_for, known, order.subject)
    effective, cut = raising.below_ceiling(own, act, order, laws)
    count = counted(act, laws)
    part = ranges.of(*effective, count.left, rule)
    steps = [first, *raised.steps, whose, *([cut] if cut else [])]
    remarks: list[Remark] = []
    minors.check(act)
    if act.warning:
        computed = amount = 0
        said = step(_WARNING, "Phạt cảnh cáo, không phạt tiền.", "A warning in place of a fine.")
        steps.append(sure(said, "R2"))
    else:
        steps.append(_explained(count, part, rule))
        part, younger = minors.limited(part, act)
        steps += younger
        computed = part.proposed
        amount, chosen, doubts = _chosen(act, effective, part, computed, rule)
        steps += chosen
        remarks += doubts
    remarks += remarks_on(act, order, laws, rows, effective)
    return ActComputation(
        code=known.code,
        version=known.version,
        draft=known.draft,
        name_vi=known.name_vi,
        legal_basis=known.legal_basis,
        field=known.field,
        band_min_vnd=stated[0],
        band_max_vnd=stated[1],
        effective_min_vnd=effective[0],
        effective_max_vnd=effective[1],
        permitted_min_vnd=part.least,
        permitted_max_vnd=part.most,
        computed_vnd=computed,
        amount_vnd=amount,
        warning=act.warning,
        reason=act.reason,
        steps=steps,
        remarks=remarks,
        open=part.open,
    )


def _chosen(
    act: ActOrder,
    effective: tuple[int, int],
    part: ranges.Range,
    computed: int,
    rule: AmountRule,
) -> tuple[int, list[Step], list[Remark]]:
    """Return the chosen amount, or the computed one if none was chosen, with its step and remarks.

    The end itself of an open interval is chosen on the signer's word: Law Art 23.4 lets the fine go
    so far, and what leaves the end out was read in restatement alone.

    Raises ChosenOutsideBand, ChosenOutsideCircumstances, ReasonMissing.
    """
    chosen = act.chosen_vnd
    if chosen is None or chosen == computed:
        return computed, [], []
    code = act.behaviour.code
    at_end = part.may_end(chosen, rule)
    if not part.has(chosen) and not at_end:
        if not effective[0] <= chosen <= effective[1] and act.age is None:
            raise ChosenOutsideBand(
                chosen=chosen, least=effective[0], most=effective[1], behaviour=code
            )
        raise ChosenOutsideCircumstances.about(
            chosen=chosen, behaviour=code, allowed=_in_words(part).text
        )
    if not (act.reason or "").strip():
        raise ReasonMissing(computed=computed)
    told = step(
        rule.article,
        "Người có thẩm quyền chọn {chosen} đồng, có nêu lý do.",
        "The person with competence chose {chosen} VND, with a reason.",
        chosen=chosen,
    )
    return chosen, [sure(told, rule.certainty or "R")], [_end(part, rule)] if at_end else []


def _end(part: ranges.Range, rule: AmountRule) -> Remark:
    """Return the remark on the end of an open interval."""
    words = _in_words(part).text
    return remark(
        ranges.AT_OPEN_END,
        f"Còn một tình tiết thì mức phạt {words.vi}",
        f"With one circumstance left the fine is {words.en}",
        rule.article,
    )


def _in_words(part: ranges.Range) -> Step:
    if part.fixed:
        return step("", "{amount} đồng", "{amount} VND", amount=part.least)
    vi = "trên {least} và dưới {most} đồng" if part.open else "từ {least} đến {most} đồng"
    en = "above {least} and below {most} VND" if part.open else "{least} to {most} VND"
    return step("", vi, en, least=part.least, most=part.most)


def _explained(count: ranges.Counted, part: ranges.Range, rule: AmountRule) -> Step:
    """Return the step that says how the circumstances cancel and what they leave."""
    left = count.left
    rest_vi, rest_en = {
        0: ("không tình tiết nào", "none is left"),
        1: (f"{abs(left)} tăng nặng", f"{abs(left)} aggravating"),
        -1: (f"{abs(left)} giảm nhẹ", f"{abs(left)} mitigating"),
    }[(left > 0) - (left < 0)]
    words = _in_words(part)
    middle = sentence("{amount}", "{amount}", amount=part.proposed)
    more_vi = "" if part.fixed else f"; đề xuất mức giữa {middle.vi} đồng"
    more_en = "" if part.fixed else f"; the middle, {middle.en}, is proposed"
    said = step(
        rule.article,
        f"{count.aggravating} tình tiết tăng nặng, {count.mitigating} giảm nhẹ; trừ lẫn nhau còn {rest_vi}: "
        f"{words.text.vi}{more_vi}.",
        f"{count.aggravating} aggravating, {count.mitigating} mitigating; after they cancel {rest_en}: "
        f"{words.text.en}{more_en}.",
    )
    return sure(said, rule.certainty or "R", rule.check)
