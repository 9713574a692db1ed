"""The term of a suspension, in later editions (Decree 118/2021 Art 9). Pure.

The same ladder as for a fine. One licence hit by several acts of a decision, or by repeated acts:
the maximum of the longest band (9.2.a-b, activity 9.6). Several licences: each by itself. Until
Decree 68/2025 a licence that ended sooner was suspended for its rest; since then the whole term
counts. Terms are in days, of which a month has 30: half of an odd month is a whole number then.
"""

from datetime import date, timedelta

from backend.core.formats import day
from backend.law.errors import TermOutside, TermReasonMissing
from backend.law.rules import provided, ranges
from backend.law.rules.laws import AmountRule, Laws
from backend.law.rules.spans import months_after
from backend.law.texts.sanctions import days, remark, step, sure
from schemas.core.problems import Text
from schemas.law.sanctions import ExtraPenalty, Remark, SanctionOrder, Step, SuspensionTerm

MONTH = 30


def remarks(terms: list[SuspensionTerm], rule: AmountRule) -> list[Remark]:
    """Return what speaks against a chosen term: the end itself of an open interval, as for a fine."""
    found = []
    for one in terms:
        part = ranges.Range(one.permitted_least, one.permitted_most, one.open)
        if part.may_end(one.term, rule):
            words = in_words(part)
            vi = f"Còn một tình tiết thì thời hạn {words.vi}"
            en = f"With one circumstance left the term is {words.en}"
            found.append(remark(ranges.AT_OPEN_END, vi, en, rule.article))
    return found


def terms(order: SanctionOrder, rule: AmountRule, laws: Laws) -> list[SuspensionTerm]:
    """Return the term of each suspension of an order. Raises TermOutside, TermReasonMissing.

    A suspension that the rows give no months for has none.
    """
    found = (
        _term(order, extra, rule, laws)
        for extra in order.extra_penalties
        if extra.kind in provided.SUSPENSIONS
    )
    return [one for one in found if one is not None]


def _term(
    order: SanctionOrder, extra: ExtraPenalty, rule: AmountRule, laws: Laws
) -> SuspensionTerm | None:
    bands = [
        (one.penalty.months_most * MONTH, one.penalty.months_least * MONTH, one.at)
        for one in provided.providers(order, extra)
        if one.penalty.months_least and one.penalty.months_most
    ]
    if not bands:
        return None
    most, least, at = max(bands)
    act = order.acts[at]
    several = len({one[2] for one in bands}) > 1 or any(
        order.acts[one[2]].repeated is not None for one in bands
    )
    left = ranges.counted(act.circumstances, laws).left
    part = ranges.Range(most, most, open=False) if several else ranges.of(least, most, left, rule)
    term = _chosen(extra, part, rule)
    steps = [_band(act.behaviour.legal_basis, least, most, act.behaviour.certainty or "U")]
    steps.append(_several(most) if several else _left(rule, part))
    until = None
    if extra.expires_on is not None:
        until, said = _expiring(order.decided_on, extra.expires_on, term, rule)
        steps += said
    return SuspensionTerm(
        kind=extra.kind,
        licence=extra.licence,
        band_least=least,
        band_most=most,
        permitted_least=part.least,
        permitted_most=part.most,
        open=part.open,
        proposed=part.proposed,
        term=term,
        until=until,
        steps=steps,
    )


def _chosen(extra: ExtraPenalty, part: ranges.Range, rule: AmountRule) -> int:
    """Return the chosen term in days, or the proposed one if none was chosen.

    The end itself of an open interval is chosen on the signer's word (practice B8): what leaves the
    end out was read in restatement alone. Raises TermOutside, TermReasonMissing.
    """
    if extra.months is None and not extra.days:
        return part.proposed
    chosen = (extra.months or 0) * MONTH + extra.days
    if chosen == part.proposed:
        return chosen
    if not part.has(chosen) and not part.may_end(chosen, rule):
        raise TermOutside.about(chosen=days(chosen), allowed=in_words(part))
    if not (extra.reason or "").strip():
        raise TermReasonMissing.about(proposed=days(part.proposed))
    return chosen


def in_words(part: ranges.Range) -> Text:
    """Say which terms a range allows."""
    least, most = days(part.least), days(part.most)
    if part.fixed:
        return least
    if part.open:
        return Text(
            vi=f"trên {least.vi} và dưới {most.vi}", en=f"above {least.en} and below {most.en}"
        )
    return Text(vi=f"từ {least.vi} đến {most.vi}", en=f"{least.en} to {most.en}")


def _band(article: str, least: int, most: int, certainty: str) -> Step:
    low, high = days(least), days(most)
    said = step(
        article,
        f"Khung thời hạn: {low.vi} – {high.vi}.",
        f"Band of the term: {low.en} – {high.en}.",
    )
    return sure(said, "U" if certainty == "U" else "R")


def _several(most: int) -> Step:
    end = days(most)
    said = step(
        "NĐ 118/2021 Điều 9.2, 9.6",
        "Nhiều hành vi hoặc vi phạm nhiều lần đối với cùng giấy phép, hoạt động: tối đa của khung dài nhất, "
        f"{end.vi}.",
        f"Several or repeated acts against one licence or activity: the maximum of the longest band, {end.en}.",
    )
    return sure(said, "R")


def _left(rule: AmountRule, part: ranges.Range) -> Step:
    words, middle = in_words(part), days(part.proposed)
    proposal_vi = "" if part.fixed else f"; đề xuất mức giữa {middle.vi}"
    proposal_en = "" if part.fixed else f"; the middle, {middle.en}, is proposed"
    said = step(
        rule.article,
        f"Theo các tình tiết: {words.vi}{proposal_vi}.",
        f"By the circumstances: {words.en}{proposal_en}.",
    )
    return sure(said, rule.certainty or "R", rule.check)


def _expiring(
    decided_on: date, expires_on: date, term: int, rule: AmountRule
) -> tuple[date | None, list[Step]]:
    """Return the day on which it ends with the licence, or None, and the step that says why."""
    end = months_after(decided_on, term // MONTH) + timedelta(days=term % MONTH)
    if expires_on >= end:
        return None, []
    if rule.full_term:
        said = step(
            "NĐ 118/2021 Điều 9 (sđ NĐ 68/2025)",
            f"Giấy phép hết hạn ngày {day(expires_on)}, sớm hơn: vẫn tính đủ thời hạn, giấy phép cấp lại cũng bị "
            "tước.",
            f"The licence ends sooner, on {day(expires_on)}: the whole term counts, and a re-issued one is bound "
            "too.",
        )
        return None, [sure(said, "R2", rule.check)]
    said = step(
        "NĐ 118/2021 Điều 9.2.c",
        f"Giấy phép hết hạn ngày {day(expires_on)}: chỉ tước đến hết ngày đó.",
        f"The licence ends on {day(expires_on)}: it is suspended until the end of that day.",
    )
    return expires_on, [sure(said, "R")]
