"""Which title may take which decision (Law Art 52; Decree 189/2025 Art 12). Pure.

Three things must all lie within the title's powers: the *maximum* of each act's band (not the
amount chosen), each additional penalty, and each remedy. Amounts are stated for individuals; those
for organisations are twice as high.
"""

from collections.abc import Iterator
from datetime import date

from backend.law.rules import titles
from backend.law.rules.bands import factor
from backend.law.rules.laws import Competence, Laws, TitleRule, ceiling, in_force
from backend.law.rules.laws import measure as measure_of
from backend.law.texts.sanctions import refusal
from schemas.law.catalogue import ViolationField
from schemas.law.sanctions import Computation, ExtraKind, Refusal, Title

_NO_HEADS = ("controller",)
"""Titles that may sanction without a delegation but head no unit."""


def limit_vnd(rule: Competence, field: ViolationField, day: date, laws: Laws) -> int:
    """Return the greatest fine that a title may impose on an individual in a field."""
    if rule.vnd is not None:
        return rule.vnd
    return ceiling(laws, field, day).individual_vnd * (rule.percent or 0) // 100


def competence_faults(
    title_code: str | None,
    computation: Computation,
    on: date,
    laws: Laws,
    *,
    delegated: bool = False,
) -> list[Refusal]:
    """Return why a title may not take this decision on that day; empty if it may.

    `delegated`: a written delegation is in force, so that a deputy has the head's powers (Law Art
    54).
    """
    title = next((t for t in laws.titles if t.code == title_code), None)
    if title is None:
        return [_no_competence()]
    if fault := deputy_fault(title_code, laws, delegated=delegated):
        return [fault]
    head = title.deputy_of or title.code
    rule = in_force((c for c in laws.competence if c.title == head), on, f"competence {head}")
    return [
        *_fines(rule, computation, on, laws),
        *_extras(rule, computation, on, laws),
        *_remedies(rule, computation, laws),
    ]


def _no_competence() -> Refusal:
    return refusal(
        "title_without_competence",
        "Luật XLVPHC Điều 37a; NĐ 189/2025 Điều 12",
        "Chức danh này không có thẩm quyền xử phạt.",
        "This title has no competence to sanction.",
    )


def deputy_fault(title_code: str | None, laws: Laws, *, delegated: bool) -> Refusal | None:
    """Return why a deputy may not act without a delegation. None for every other title."""
    title = next((t for t in laws.titles if t.code == title_code), None)
    if title is None or title.deputy_of is None or delegated:
        return None
    return refusal(
        "delegation_needed",
        "Luật XLVPHC Điều 54.1",
        f"{title.name.vi} chỉ được quyết định khi có quyết định giao quyền còn hiệu lực, đã được văn thư ghi vào sổ và "
        "người thứ hai xác nhận.",
        f"{title.name.en} decides only under a written delegation in force, which the clerk has recorded and a second "
        "person confirmed.",
    )


def office_fault(
    title_code: str | None, on: date, laws: Laws, *, delegated: bool, measure: str | None
) -> Refusal | None:
    """Return why a title may not sign a decision that has no reckoning; None if it may.

    Without `measure`, only heads may sign it, of a team or of a higher unit. If `measure` names an
    additional penalty, every title that may order that penalty may sign. A seizure, for example,
    needs the power to confiscate (Law Art 125.3).
    """
    title = next((t for t in laws.titles if t.code == title_code), None)
    if title is None:
        return _no_competence()
    if fault := deputy_fault(title_code, laws, delegated=delegated):
        return fault
    able = {one.code for one in offices(on, laws, measure)}
    return None if (title.deputy_of or title.code) in able else _no_competence()


def inspection_fault(title_code: str | None, laws: Laws, *, delegated: bool) -> Refusal | None:
    """Return why a title may not issue a decision on an inspection, its plan or its amendment.

    None if it may. Heads of a team or of a higher unit may, and their deputies under a delegation
    (Ordinance 11/2016 Art 21, the heads as Decree 241/2025 names them). An unknown title may not.
    """
    if fault := deputy_fault(title_code, laws, delegated=delegated):
        return fault
    title = next((t for t in laws.titles if t.code == title_code), None)
    if title is not None and (title.deputy_of or title.code) not in _NO_HEADS:
        return None
    return refusal(
        "title_without_office",
        "Điều 21 Pháp lệnh 11/2016/UBTVQH13; NĐ 241/2025",
        "Người ban hành phải là thủ trưởng của đơn vị ban hành hoặc của đơn vị cấp trên, theo chức vụ đang giữ tại đó.",
        "Who issues it heads the issuing unit or one above it, by a position that he holds there.",
    )


def office_rank(found: TitleRule | None, laws: Laws) -> int:
    """Return the rank of a title's office.

    A deputy has the head's rank; a title that heads no unit has 0.
    """
    code = (found.deputy_of or found.code) if found else None
    ranks = (one.rank for one in titles.heads(laws) if one.code == code)
    return 0 if code in _NO_HEADS else max(ranks, default=0)


def offices(on: date, laws: Laws, measure: str | None) -> list[Title]:
    """Return titles that may sign so without a delegation, lowest first; see office_fault()."""
    if measure is None:
        able = [rule for rule in titles.heads(laws) if rule.code not in _NO_HEADS]
    else:
        able = [rule for rule in titles.heads(laws) if measure in _powers(rule, on, laws).extra]
    return [Title(code=rule.code, rank=rule.rank, name=rule.name) for rule in able]


def _powers(rule: TitleRule, on: date, laws: Laws) -> Competence:
    return in_force(
        (c for c in laws.competence if c.title == rule.code), on, f"competence {rule.code}"
    )


def _fines(rule: Competence, computation: Computation, on: date, laws: Laws) -> Iterator[Refusal]:
    times = factor(computation.order.subject)
    for act in computation.acts:
        if act.warning:
            continue
        limit = limit_vnd(rule, act.field, on, laws) * times
        if act.effective_max_vnd > limit:
            yield refusal(
                "fine_beyond",
                rule.article,
                f"{act.code}: mức tối đa của khung {{most}} đồng vượt thẩm quyền {{limit}} đồng.",
                f"{act.code}: the band ends at {{most}} VND, beyond the title's {{limit}}.",
                check=rule.check or ceiling(laws, act.field, on).check,
                most=act.effective_max_vnd,
                limit=limit,
            )


def _extras(rule: Competence, computation: Computation, on: date, laws: Laws) -> Iterator[Refusal]:
    for extra in computation.order.extra_penalties:
        if extra.kind not in rule.extra:
            name = measure_of(laws, "extra", extra.kind).name
            yield refusal(
                "extra_penalty_beyond",
                rule.article,
                f"Chức danh này không được áp dụng hình thức phạt bổ sung: {name.vi}.",
                f"This title may not order the additional penalty: {name.en}.",
                check=rule.check,
            )
        elif extra.kind is ExtraKind.CONFISCATION:
            yield from _confiscation(rule, extra.value_vnd, computation, on, laws)


def confiscation_limit(
    rule: Competence, fields: list[ViolationField], on: date, laws: Laws
) -> int | None:
    """Return the greatest value that may be confiscated; None if there is no limit.

    With several fields, the greatest of their limits.
    """
    if rule.confiscation_vnd is not None:
        return rule.confiscation_vnd
    if rule.confiscation_multiple is None:
        return None
    return max(limit_vnd(rule, field, on, laws) for field in fields) * rule.confiscation_multiple


def _confiscation(
    rule: Competence, value: int | None, computation: Computation, on: date, laws: Laws
) -> Iterator[Refusal]:
    limit = confiscation_limit(rule, [act.field for act in computation.acts], on, laws)
    if limit is None:
        return
    if value is None:
        yield refusal(
            "confiscation_value_missing",
            rule.article,
            "Thẩm quyền tịch thu của chức danh này có giới hạn {limit} đồng: hãy nhập trị giá tang vật.",
            "This title may confiscate up to {limit} VND: enter the value of the goods.",
            check=rule.check,
            limit=limit,
        )
    elif value > limit:
        yield refusal(
            "confiscation_beyond",
            rule.article,
            "Tang vật trị giá {value} đồng vượt thẩm quyền tịch thu {limit} đồng.",
            "Goods of {value} VND are beyond the title's limit of confiscation, {limit}.",
            check=rule.check,
            value=value,
            limit=limit,
        )


def _remedies(rule: Competence, computation: Computation, laws: Laws) -> Iterator[Refusal]:
    for remedy in computation.order.remedies:
        if remedy.kind not in rule.remedies:
            name = measure_of(laws, "remedy", remedy.kind).name
            yield refusal(
                "remedy_beyond",
                rule.article,
                f"Chức danh này không được áp dụng biện pháp khắc phục hậu quả: {name.vi}.",
                f"This title may not order the remedy: {name.en}.",
                check=rule.check,
            )


def who_may(computation: Computation, on: date, laws: Laws) -> list[Title]:
    """Return the lowest titles that may take the decision, all of one rank; empty if none may."""
    able = [
        rule
        for rule in titles.heads(laws)
        if not competence_faults(rule.code, computation, on, laws)
    ]
    return [
        Title(code=rule.code, rank=rule.rank, name=rule.name)
        for rule in able
        if rule.rank == able[0].rank
    ]
