"""The reckoning: compute a sanction from an order and the laws. Pure.

Every number has its step and its article.
"""

import msgspec

from backend.core.canonical_json import sha256_hex
from backend.law.errors import ChosenOutsideBand, ReasonMissing
from backend.law.rules import amounts, bands, ladders
from backend.law.rules.explanation import explanation_right
from backend.law.rules.laws import AmountRule, Laws, ceiling, in_force
from backend.law.texts.sanctions import remark, step
from schemas.law.catalogue import Ladder
from schemas.law.sanctions import ActComputation, ActOrder, Computation, Remark, SanctionOrder, Step

_WARNING = "Luật XLVPHC Điều 22"


def compute(
    order: SanctionOrder, laws: Laws, known_ladders: tuple[Ladder, ...] = ()
) -> Computation:
    """Compute an order. The same order and laws give the same hash on every machine.

    Raises OrderFault if the order contradicts itself, NoRuleOnDay if the data has no rule for its
    day.
    """
    rule = in_force(laws.amounts, order.decided_on, "amount")
    acts = [_act(act, order, rule, laws, known_ladders) for act in order.acts]
    used = [rule.id, *(ceiling(laws, act.field, order.decided_on).id for act in acts)]
    result = Computation(
        order=order,
        acts=acts,
        total_vnd=sum(act.amount_vnd for act in acts),
        explanation=explanation_right(order, acts, laws),
        rules=sorted(set(used)),
        remarks=_remarks(order, acts, rule, laws),
        hash="",
    )
    return msgspec.structs.replace(result, hash=hash_of(result))


def hash_of(computation: Computation) -> str:
    """Return the hash that a computation must bear: that of all its fields except `hash`."""
    whole = msgspec.to_builtins(computation)
    del whole["hash"]
    return sha256_hex(whole)


def _act(
    act: ActOrder,
    order: SanctionOrder,
    rule: AmountRule,
    laws: Laws,
    known_ladders: tuple[Ladder, ...],
) -> ActComputation:
    stated, first = bands.stated(act)
    raised, more = bands.multiplied(stated, act, order.subject, laws)
    own, whose = bands.for_subject(raised, act, order.subject)
    effective, cut = bands.below_ceiling(own, act, order, laws)
    left = amounts.balance(act.circumstances, laws)
    part = amounts.permitted(effective, left, rule)
    steps = [first, *more, whose, *([cut] if cut else [])]
    remarks = [*_doubts(act), *ladders.remarks(act, known_ladders)]
    if act.warning:
        computed = amount = 0
        steps.append(
            step(_WARNING, "Phạt cảnh cáo, không phạt tiền.", "A warning in place of a fine.")
        )
    else:
        computed = amounts.proposed(part)
        steps.append(amounts.explained(act.circumstances, left, part, rule))
        amount, last, doubt = _chosen(act, effective, part, computed, rule)
        steps += last
        remarks += doubt
    return ActComputation(
        code=act.behaviour.code,
        version=act.behaviour.version,
        draft=act.behaviour.draft,
        name_vi=act.behaviour.name_vi,
        legal_basis=act.behaviour.legal_basis,
        field=act.behaviour.field,
        band_min_vnd=stated[0],
        band_max_vnd=stated[1],
        effective_min_vnd=effective[0],
        effective_max_vnd=effective[1],
        permitted_min_vnd=part[0],
        permitted_max_vnd=part[1],
        computed_vnd=computed,
        amount_vnd=amount,
        warning=act.warning,
        reason=act.reason,
        steps=steps,
        remarks=remarks,
    )


def _chosen(
    act: ActOrder, effective: bands.Band, part: bands.Band, computed: int, rule: AmountRule
) -> tuple[int, list[Step], list[Remark]]:
    """Return the chosen amount, or the computed one if none was chosen, with its steps and remarks.

    Raises ChosenOutsideBand, ReasonMissing.
    """
    chosen = act.chosen_vnd
    if chosen is None or chosen == computed:
        return computed, [], []
    if not effective[0] <= chosen <= effective[1]:
        raise ChosenOutsideBand(
            chosen=chosen, least=effective[0], most=effective[1], behaviour=act.behaviour.code
        )
    if not (act.reason or "").strip():
        raise ReasonMissing(computed=computed)
    told = step(
        rule.article,
        "Người có thẩm quyền chọn {chosen} đồng, có nêu lý do.",
        "The person with competence chose {chosen} VND, with a reason.",
        chosen=chosen,
    )
    if part[0] <= chosen <= part[1]:
        return chosen, [told], []
    doubt = remark(
        "beyond_circumstances",
        "Số tiền chọn nằm trong khung nhưng ngoài khoảng {least} – {most} đồng theo các tình tiết.",
        "The chosen amount is in the band but outside {least} – {most} VND, which the circumstances leave.",
        rule.article,
        least=part[0],
        most=part[1],
    )
    return chosen, [told], [doubt]


def _doubts(act: ActOrder) -> list[Remark]:
    """Return remarks that the behaviour is a draft, and its `check` note."""
    found: list[Remark] = []
    if act.behaviour.draft:
        found.append(
            remark(
                "draft",
                "Hành vi này còn là bản nháp trong danh mục, chưa được công bố.",
                "This behaviour is still a draft of the catalogue: nobody published it.",
            )
        )
    if act.behaviour.check is not None:
        found.append(Remark(code="check_behaviour", text=act.behaviour.check, article=None))
    return found


def _remarks(
    order: SanctionOrder, acts: list[ActComputation], rule: AmountRule, laws: Laws
) -> list[Remark]:
    """Return the `check` notes of the rules that were used, each once."""
    found = (
        {rule.id: Remark(code="check_rule", text=rule.check, article=rule.article)}
        if rule.check
        else {}
    )
    for act in acts:
        limit = ceiling(laws, act.field, order.decided_on)
        if limit.check:
            found[limit.id] = Remark(code="check_rule", text=limit.check, article=limit.article)
    for wanted in sorted({m for act in order.acts for m in act.multipliers}):
        known = next(m for m in laws.multipliers if m.id == wanted)
        if known.check:
            found[known.id] = Remark(code="check_rule", text=known.check, article=known.article)
    return list(found.values())
