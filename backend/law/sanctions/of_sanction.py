"""Answers what a sanction would be: band, amount, terms, measures, and what the law refuses."""

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from backend.law.catalogue import edition_files
from backend.law.errors import (
    AlternativesTogether,
    ChosenOutsideBand,
    ChosenOutsideCircumstances,
    MeasureNotProvided,
    MinorNotFined,
    OrderFault,
    RepeatedTwice,
    RepetitionNotAggravating,
    TermOutside,
    TooYoung,
    ValueMissing,
)
from backend.law.rules import drivers, edition, minors, provided, ranges, suspensions
from backend.law.rules.asked import Facts, FactWrong, decimal, said
from backend.law.rules.laws import Laws, in_force
from backend.law.rules.spans import months_after
from backend.law.sanctions import imagined
from backend.law.sanctions.answers import Answer, Question, told
from backend.law.sanctions.engine import rows_of
from schemas.law.catalogue import Violation
from schemas.law.sanctions import (
    ActComputation,
    ActOrder,
    Computation,
    ExtraPenalty,
    SanctionOrder,
    Step,
    SuspensionTerm,
)

_WHY: dict[type[OrderFault], str] = {
    AlternativesTogether: "one_of_two",
    ChosenOutsideBand: "outside_band",
    ChosenOutsideCircumstances: "outside_circumstances",
    MeasureNotProvided: "extra_not_provided",
    MinorNotFined: "no_fine_under_16",
    RepeatedTwice: "not_both",
    RepetitionNotAggravating: "graded_acts_are_fined_each",
    TermOutside: "outside_circumstances",
    TooYoung: "under_14",
    ValueMissing: "goods_value_missing",
}
_SHORT = {"licence_suspension": "licence", "business_suspension": "business"}
_WHOLE_RECEIPTS = ("counterfeit", "smuggled", "banned", "conditional_service")


def answer(one: Question) -> Answer:
    """Answer with everything that the facts lead to. Raises FactWrong, NoRuleOnDay."""
    facts = one.facts
    facts.only(imagined.KNOWN)
    if facts.given.keys() & {"receipts", "costs"}:
        return _gain(facts)
    if facts.text("goods"):
        return _means(facts)
    imagined_order = imagined.order(facts, one.book, one.laws)
    order = imagined_order.order
    if order is None:
        return missing(imagined_order)
    rows = rows_of(one.book)
    if (barred := _barred(facts, order, one.laws, rows)) is not None:
        return barred
    try:
        plain = edition.compute(_plain(order), one.laws, rows)
    except OrderFault as fault:
        return {"status": "refused", "why": why(fault)}, [_said(fault)]
    result = _of_acts(plain, order)
    steps = [step for act in plain.acts for step in act.steps]
    terms, more = _terms(facts, order, one.laws)
    result |= terms
    if right := _right_row(order.acts[0], rows):
        result["right"] = right
    result["explanation"] = said(value=plain.explanation.exists)
    if facts.text("branch"):
        within = facts.text("branch") == "within_mandate"
        result["liable"] = "legal_person" if within else "branch"
    refused, named = _refused(facts, order, one.laws)
    if named:
        result |= {"status": "refused", "why": named}
    return result, [*steps, *more, *refused]


def missing(found: imagined.Imagined) -> Answer:
    """Return the answer where no row is in force on the day: ask, never "not punishable"."""
    one = found.missing[0]
    result = {"status": "history_missing" if one.status == "missing" else "closed", "why": "ask"}
    if one.codes:
        result["instead"] = "+".join(one.codes)
    return result, [Step(text=one.reason, article="", certainty="U")] if one.reason else []


def why(fault: OrderFault) -> str:
    """Return how an answer names why an order is refused."""
    return _WHY.get(type(fault), fault.problem_code)


def _said(fault: OrderFault) -> Step:
    return Step(text=fault.text, article="", certainty="R")


def _gain(facts: Facts) -> Answer:
    """Return the illicit gain of receipts: less proven direct costs, but of some goods the whole."""
    whole = facts.text("goods") in _WHOLE_RECEIPTS
    gain = facts.need("receipts") - (0 if whole else facts.whole("costs") or 0)
    return {"gain": str(max(0, gain))}, [
        told(
            "NĐ 98/2020 Điều 4b.3",
            "Hàng nhập lậu, hàng giả, hàng cấm, dịch vụ có điều kiện: toàn bộ số tiền thu được; còn lại trừ chi "
            "phí trực "
            "tiếp được chứng minh. Số lợi: {gain} đồng.",
            "Smuggled, fake and banned goods, conditional services: the whole receipts; otherwise less proven direct "
            "costs. Gain: {gain} VND.",
            "R",
            gain=max(0, gain),
        )
    ]


def _means(facts: Facts) -> Answer:
    """Answer how confiscation ends where the goods are not the violator's, or are gone."""
    match facts.text("goods"):
        case "stolen_means" | "borrowed_means":
            step = told(
                "NĐ 118/2021 Điều 23",
                "Phương tiện bị chiếm đoạt, sử dụng trái phép: trả lại chủ sở hữu, người vi phạm nộp tiền bằng trị "
                "giá.",
                "Stolen or borrowed means go back to the owner; the violator pays their value.",
                "R",
            )
            return {"means": "back_to_owner", "violator": "pays_value"}, [step]
        case "sold_before_decision" | "destroyed_before_decision":
            ordered = facts.text("remedy_pay_value") == "provided"
            step = told(
                "NĐ 118/2021 Điều 4.5a (sđ NĐ 68/2025)",
                "Tang vật bị tẩu tán, tiêu hủy trái phép: nộp tiền bằng trị giá nếu nghị định quy định.",
                "Exhibits sold or destroyed unlawfully: their value is paid if the sector decree says so.",
                "R",
            )
            return {"remedies": "pay_value" if ordered else "none"}, [step]
        case other:
            raise FactWrong(name="goods", value=other)


def _barred(
    facts: Facts, order: SanctionOrder, laws: Laws, rows: Sequence[Violation]
) -> Answer | None:
    """Return the answer where the act is not sanctioned by this row at all; None otherwise."""
    if facts.yes("on_duty_official"):
        step = told(
            "NĐ 118/2021 Điều 3.6",
            "Cán bộ, công chức vi phạm khi đang thi hành công vụ thì không xử phạt tại đây.",
            "Officials on duty are not sanctioned here.",
            "R",
        )
        return {"status": "refused", "why": "official_on_duty"}, [step]
    code = order.acts[0].behaviour.code
    if code.startswith("ND98-15-") and facts.text("role") and not facts.yes("knowing"):
        step = told(
            "NĐ 98/2020 Điều 15.3",
            "Vận chuyển, tàng trữ, giao nhận hàng nhập lậu chỉ bị phạt khi biết rõ.",
            "Who transports, stores or delivers smuggled goods is fined only if he knew.",
            "R",
        )
        return {"status": "refused", "why": "not_knowing"}, [step]
    for one in laws.referrals:
        if one.fact and facts.yes(one.fact) and any(code.startswith(p) for p in one.prefixes):
            right = _in_article(order.acts[0], one.to[0], rows)
            result = {"status": "refused", "why": "referred"}
            step = Step(text=one.text, article=one.article, certainty=one.certainty)
            return result | ({"right": right} if right else {}), [step]
    return None


def _in_article(act: ActOrder, article: str, rows: Sequence[Violation]) -> str | None:
    """Return the row of another article to which the values lead."""
    found = [
        row.code
        for row in rows
        if drivers.article_of(row.code) == article and drivers.in_force(row, act.acted_on)
        if drivers.fits(row, act.values)
    ]
    return found[0] if found else None


def _plain(order: SanctionOrder) -> SanctionOrder:
    acts = [msgspec.structs.replace(act, chosen_vnd=None) for act in order.acts]
    return msgspec.structs.replace(order, acts=acts)


def _joined(acts: Sequence[ActComputation], one: str, other: str = "") -> str:
    return "+".join(
        f"{getattr(act, one)}-{getattr(act, other)}" if other else str(getattr(act, one))
        for act in acts
    )


def _of_acts(found: Computation, order: SanctionOrder) -> dict[str, str]:
    same = len({act.code for act in found.acts}) == 1
    acts = found.acts[:1] if same else found.acts
    young = any(act.warning for act in order.acts)
    result = {
        "status": "ok",
        "band": _joined(acts, "effective_min_vnd", "effective_max_vnd"),
        "stated_band": _joined(acts, "band_min_vnd", "band_max_vnd"),
        "least": "0" if young else _joined(acts, "permitted_min_vnd"),
        "most": "0" if young else _joined(acts, "permitted_max_vnd"),
        "open": "+".join(said(value=act.open and not young) for act in acts),
        "proposed": _joined(acts, "amount_vnd"),
        "warning": said(value=young or any(act.behaviour.warning for act in order.acts)),
        "extra": _groups([g for act in order.acts for g in provided.penalty_groups(act)]),
        "remedies": _groups([g for act in order.acts for g in provided.remedy_groups(act)]),
    }
    if len(found.acts) > 1:
        result["total"] = str(found.total_vnd)
    codes = {one.code for act in found.acts for one in act.remarks}
    if "lighter_rule" in codes and _replaced(order):
        codes.discard("lighter_rule")
    return result | _remarked(codes, young=young)


def _replaced(order: SanctionOrder) -> bool:
    """Tell whether something took the place of a row that ended, so that the act is still punished."""
    return all(
        edition_files.history(act.behaviour.code, order.decided_on, order.book).codes
        for act in order.acts
    )


def _remarked(codes: set[str], *, young: bool) -> dict[str, str]:
    """Return what the remarks say: another row, a lighter rule, a reminder."""
    reminder = "reminder" in codes
    result = {"reminder": said(value=reminder)}
    if reminder:
        result |= {"minutes": "no", "counted": "yes"}
    reasons: list[str] = [
        one for one in ("in_place_of", "not_in_place_of", "referred") if one in codes
    ]
    if codes & {"value_outside_band", "in_place_of", "not_in_place_of"}:
        result["status"] = "wrong_band"
    if "lighter_rule" in codes:
        result["status"] = "refused"
        reasons.append("lighter_law")
    if young:
        result["status"] = "refused"
        reasons.append("no_fine_under_16")
    return result | ({"why": "+".join(reasons)} if reasons else {})


def _groups(groups: Sequence[Sequence[str]]) -> str:
    """Return each group once, its alternatives joined with `/`; `none` if there is none."""
    return "+".join(dict.fromkeys("/".join(group) for group in groups)) or "none"


def _right_row(act: ActOrder, rows: Sequence[Violation]) -> str | None:
    """Return the code of the row to which the values lead, if it is another one."""
    if drivers.fits(act.behaviour, act.values) is not False:
        return None
    row = drivers.better(act.behaviour, act.values, act.acted_on, rows)
    return row.code if row else None


def _terms(facts: Facts, order: SanctionOrder, laws: Laws) -> Answer:
    """Return the terms of the suspensions that the rows provide, of each kind one."""
    rule = in_force(laws.amounts, order.decided_on, "amount")
    kinds = dict.fromkeys(one.kind for act in order.acts for one in provided.penalties(act))
    each = facts.text("same_licence") == "no"
    found: list[SuspensionTerm] = []
    for kind in (kind for kind in kinds if kind in provided.SUSPENSIONS):
        extra = ExtraPenalty(kind=kind, value_vnd=None, months=None, text_vi="")
        if left := facts.number("licence_left_months"):
            ends = months_after(order.decided_on, int(left))
            extra = msgspec.structs.replace(extra, expires_on=ends)
        apart = [[at] for at in range(len(order.acts))] if each else [[]]
        for acts in apart:
            alone = msgspec.structs.replace(
                order, extra_penalties=[msgspec.structs.replace(extra, acts=acts)]
            )
            found += suspensions.terms(alone, rule, laws)
    if not found:
        return {}, []
    result = {
        "months": _months(found, "proposed", facts),
        "months_least": _months(found, "permitted_least", facts),
        "months_most": _months(found, "permitted_most", facts),
        "months_open": "+".join(dict.fromkeys(said(value=one.open) for one in found)),
    }
    for name, short in _SHORT.items():
        own = [one for one in found if one.kind == name]
        if own:
            result[f"{short}_months"] = _months(own, "proposed", facts)
    return result, [step for one in found for step in one.steps]


def _months(found: Sequence[SuspensionTerm], name: str, facts: Facts) -> str:
    texts = []
    for one in found:
        value = Fraction(getattr(one, name), suspensions.MONTH)
        if name == "proposed":
            value = Fraction(one.permitted_least + one.permitted_most, 2 * suspensions.MONTH)
            if one.until is not None:
                value = min(value, facts.number("licence_left_months") or value)
        texts.append(decimal(value))
    return "+".join(texts)


def _refused(facts: Facts, order: SanctionOrder, laws: Laws) -> tuple[list[Step], str]:
    """Return why the signer's choices are not allowed: the step, and its name."""
    extras, remedies = imagined.wanted(facts)
    chosen = msgspec.structs.replace(
        order,
        extra_penalties=_with_term(facts, order, extras),
        remedies=remedies,
        without_fine=facts.yes("without_fine") or facts.yes("time_over"),
    )
    try:
        found = edition.compute(chosen, laws)
    except MeasureNotProvided as fault:
        kinds = {one.kind for one in extras}
        extra = any(not provided.providers(chosen, one) for one in extras) if kinds else False
        return [_said(fault)], "extra_not_provided" if extra else "remedy_not_provided"
    except ChosenOutsideCircumstances as fault:
        younger = any(
            act.age is not None and minors.FINED <= act.age < minors.GROWN for act in order.acts
        )
        return [_said(fault)], "above_half" if younger else why(fault)
    except OrderFault as fault:
        return [_said(fault)], why(fault)
    remarks = [*found.remarks, *(one for act in found.acts for one in act.remarks)]
    ends = [one for one in remarks if one.code == ranges.AT_OPEN_END]
    if ends:
        said = [Step(text=one.text, article=one.article or "", certainty="R2") for one in ends]
        return said, _WHY[ChosenOutsideCircumstances]
    gives_way = [one for one in found.remarks if one.code == "confiscation_gives_way"]
    if gives_way and facts.yes("same_goods"):
        return [
            Step(text=one.text, article=one.article or "", certainty="R") for one in gives_way
        ], "confiscation_gives_way"
    return [], ""


def _with_term(
    facts: Facts, order: SanctionOrder, extras: list[ExtraPenalty]
) -> list[ExtraPenalty]:
    """Return the penalties with the chosen term; without any named, that of the row's suspension."""
    months = facts.number("chosen_months")
    if months is None:
        return extras
    term = int(months * suspensions.MONTH)
    if not any(one.kind in provided.SUSPENSIONS for one in extras):
        kinds = dict.fromkeys(one.kind for act in order.acts for one in provided.penalties(act))
        extras = [
            *extras,
            *(
                ExtraPenalty(kind=kind, value_vnd=None, months=None, text_vi="")
                for kind in kinds
                if kind in provided.SUSPENSIONS
            ),
        ][: len(extras) + 1]
    return [
        msgspec.structs.replace(
            one,
            months=term // suspensions.MONTH or None,
            days=term % suspensions.MONTH,
            reason="–",
        )
        if one.kind in provided.SUSPENSIONS
        else one
        for one in extras
    ]
