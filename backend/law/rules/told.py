"""What a reader of a reckoning must know beside its numbers, in later editions. Pure.

A draft, a value that leads to another row, a row that takes this one's place, another article to
look at, a day for which the history is missing, a lighter rule that came later.
"""

from collections.abc import Iterator, Sequence

from backend.law.rules import drivers, minors
from backend.law.rules.laws import Laws
from backend.law.texts.sanctions import remark
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Violation
from schemas.law.sanctions import ActOrder, Remark, SanctionOrder

OUTSIDE = "NGOAI-"
"""With what the codes begin that a case gives to acts which no row has."""
_LIGHTER = "NĐ 24/2025 Điều 3.1; Luật XLVPHC; NĐ 118/2021 Điều 7"


def remarks_on(
    act: ActOrder,
    order: SanctionOrder,
    laws: Laws,
    rows: Sequence[Violation],
    effective: tuple[int, int],
) -> list[Remark]:
    """Return the remarks on one act of an order."""
    return [
        *_of_row(act),
        *other_band(act, rows),
        *_in_place(act, order, effective, rows),
        *_referred(act, laws),
        *_history(act, order, rows),
        *minors.reminder(act),
    ]


def _of_row(act: ActOrder) -> Iterator[Remark]:
    known = act.behaviour
    if known.code.startswith(OUTSIDE):
        yield remark(
            "outside_catalogue",
            "Hành vi ngoài danh mục: nội dung, điều khoản và khung do hai người đọc từ nghị định.",
            "An act outside the catalogue: two people read its text, article and band in the decree.",
            known.legal_basis,
        )
    elif known.draft:
        yield remark(
            "draft",
            "Hành vi này còn là bản nháp trong danh mục, chưa được công bố.",
            "This behaviour is still a draft of the catalogue: nobody published it.",
        )
    if known.check is not None:
        yield Remark(code="check_behaviour", text=known.check, article=None)
    if act.warning and not act.circumstances.mitigating and act.age is None:
        yield remark(
            "warning_without_mitigation",
            "Cảnh cáo áp dụng khi vi phạm không nghiêm trọng và có tình tiết giảm nhẹ: chưa ghi tình tiết nào.",
            "A warning is for acts that are not grave, with a mitigating circumstance: none is recorded.",
            "Luật XLVPHC Điều 22",
        )


def other_band(act: ActOrder, rows: Sequence[Violation]) -> Iterator[Remark]:
    """Yield a remark if the known values lead to another row than that of the act."""
    known = act.behaviour
    if drivers.fits(known, act.values) is not False:
        return
    other = drivers.better(known, act.values, act.acted_on, rows)
    leads_vi = f" Giá trị đó ứng với {other.code}." if other else ""
    leads_en = f" That value leads to {other.code}." if other else ""
    yield remark(
        "value_outside_band",
        f"Giá trị {{value}} không thuộc khung của hành vi {known.code}.{leads_vi}",
        f"The value {{value}} does not belong to the band of {known.code}.{leads_en}",
        known.legal_basis,
        value=drivers.known(known, act.values)[0][1],
    )


def _in_place(
    act: ActOrder, order: SanctionOrder, effective: tuple[int, int], rows: Sequence[Violation]
) -> Iterator[Remark]:
    """Yield a remark where a multiple of the value takes the place of a band, or does not yet.

    Decree 115/2018 Arts 4.5, 5.6, 22.9: five to seven times the value in place of a clause whose
    greatest fine, for this party, is still below seven times the value.
    """
    value, known = act.values.goods_value_vnd, act.behaviour
    if value is None:
        return
    for row in rows:
        times = row.times
        if times is None or not times.in_place_of or times.ceiling_times is None:
            continue
        if not drivers.in_force(row, act.acted_on):
            continue
        most = times.ceiling_times * value
        if _named(known.code, times.in_place_of) and effective[1] < most:
            yield remark(
                "in_place_of",
                f"Mức tối đa của khung thấp hơn {times.ceiling_times} lần trị giá ({{most}} đồng): áp dụng "
                f"{row.code} "
                "thay cho khung này.",
                f"The band ends below {times.ceiling_times} times the value ({{most}} VND): {row.code} replaces it.",
                row.legal_basis,
                most=most,
            )
        if row.code != known.code:
            continue
        ends = [_end_for(one, order.subject) for one in rows if _named(one.code, times.in_place_of)]
        if ends and max(ends) >= most:
            yield remark(
                "not_in_place_of",
                f"Khung được thay thế đã đạt {times.ceiling_times} lần trị giá ({{most}} đồng): không áp dụng "
                f"{known.code}.",
                f"The band that it replaces reaches {times.ceiling_times} times the value ({{most}} VND): "
                f"{known.code} "
                "does not apply.",
                known.legal_basis,
                most=most,
            )


def _end_for(row: Violation, subject: SubjectKind) -> int:
    organisation = subject is SubjectKind.ORGANISATION
    if (row.subject == "organisation") == organisation:
        return row.fine_max_vnd
    return row.fine_max_vnd * 2 if organisation else row.fine_max_vnd // 2


def _named(code: str, prefixes: Sequence[str]) -> bool:
    return any(code == one or code.startswith(f"{one}-") for one in prefixes)


def _referred(act: ActOrder, laws: Laws) -> Iterator[Remark]:
    for one in laws.referrals:
        if _named(act.behaviour.code, one.prefixes):
            yield Remark(code="referred", text=one.text, article=one.article)


def _history(act: ActOrder, order: SanctionOrder, rows: Sequence[Violation]) -> Iterator[Remark]:
    """Yield remarks on the days of the row: not yet in force on the day of the act, or gone since."""
    row = next(
        (
            one
            for one in rows
            if one.code == act.behaviour.code and one.version == act.behaviour.version
        ),
        None,
    )
    if row is None:
        return
    if not drivers.in_force(row, act.acted_on):
        yield remark(
            "history_missing",
            "Danh mục chưa có quy định áp dụng vào ngày vi phạm: hỏi pháp chế; không kết luận là không bị xử phạt.",
            "The catalogue has no row for the day of the act: ask the legal officer; it does not mean that the act "
            "is "
            "not punishable.",
        )
    elif row.valid_to is not None and row.valid_to <= order.decided_on:
        yield remark(
            "lighter_rule",
            "Quy định này đã hết hiệu lực trước ngày quyết định: nếu quy định mới nhẹ hơn hoặc không xử phạt thì áp "
            "dụng quy định mới. Hỏi pháp chế.",
            "This row ended before the day of the decision: if the new rule is lighter or does not punish, it "
            "applies. "
            "Ask the legal officer.",
            _LIGHTER,
        )
