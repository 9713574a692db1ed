"""Who may sign what has no reckoning: other decisions, seizures, papers of an inspection. Pure."""

from datetime import date

import msgspec

from backend.law.rules import titles
from backend.law.rules.competence import deputy_fault, no_competence
from backend.law.rules.laws import Laws, TitleRule
from backend.law.rules.powers import in_force_for
from backend.law.texts.sanctions import refusal
from schemas.law.sanctions import Refusal, Title

NO_HEADS = ("controller",)
"""Titles that may sanction without a delegation but head no unit."""


def office_fault(
    title_code: str | None, on: date, laws: Laws, *, delegated: bool, measure: str | None
) -> Refusal | None:
    """Return why a title may not sign a decision that has no reckoning; None if it may.

    Without `measure`, only heads may sign it, of a team or of a higher unit. If `measure` names an
    additional penalty, every title that may order that penalty may sign. A seizure, for example,
    needs the power to confiscate, whatever the value (Law Art 125.3).
    """
    title = next((t for t in laws.titles if t.code == title_code), None)
    if title is None:
        return no_competence()
    if fault := deputy_fault(title_code, laws, delegated=delegated):
        return fault
    able = {one.code for one in offices(on, laws, measure)}
    return None if (title.deputy_of or title.code) in able else no_competence()


def inspection_fault(title_code: str | None, laws: Laws, *, delegated: bool) -> Refusal | None:
    """Return why a title may not issue a decision on an inspection, its plan or its amendment.

    None if it may. Heads of a team or of a higher unit may, and their deputies under a delegation
    (Ordinance 11/2016 Art 21, the heads as Decree 241/2025 names them). An unknown title may not.
    """
    if fault := deputy_fault(title_code, laws, delegated=delegated):
        return fault
    title = next((t for t in laws.titles if t.code == title_code), None)
    if (
        title is not None
        and title.body == "market"
        and (title.deputy_of or title.code) not in NO_HEADS
    ):
        return None
    return refusal(
        "title_without_office",
        "Điều 21 Pháp lệnh 11/2016/UBTVQH13; NĐ 241/2025",
        "Người ban hành phải là thủ trưởng của đơn vị ban hành hoặc của đơn vị cấp trên, theo chức vụ đang giữ tại đó.",
        "Who issues it heads the issuing unit or one above it, by a position that he holds there.",
    )


SEARCHERS = ("team_head", "operations_head")
"""Titles of the force that may hold a person, and so order a search (Law Arts 123.1.g, 127 to 129)."""


def search_fault(
    title_code: str | None, on: date, laws: Laws, *, delegated: bool
) -> Refusal | None:
    """Return why a title may not order a search of a person, a vehicle or a hiding place; or None.

    Who may hold a person may (Law Arts 127.1, 128.1, 129.1), a deputy under a delegation. Art
    123.1.g names team heads and heads of an operations division. Whether the heads above them may
    too is not read there, so for them it is a doubt, not a refusal.
    """
    if fault := office_fault(title_code, on, laws, delegated=delegated, measure=None):
        return fault
    title = next(t for t in laws.titles if t.code == title_code)
    if (title.deputy_of or title.code) in SEARCHERS:
        return None
    doubt = refusal(
        "title_without_search",
        "Điều 123.1.g, 127, 128, 129 Luật XLVPHC",
        "Luật nêu Đội trưởng, Trưởng phòng nghiệp vụ là người quyết định khám; chưa rõ chức danh này có thẩm quyền đó.",
        "The law names team heads and heads of operations divisions for searches; whether this title may is not clear.",
    )
    return msgspec.structs.replace(doubt, certainty="M")


def office_rank(found: TitleRule | None, laws: Laws) -> int:
    """Return the rank of a title's office.

    A deputy has the head's rank; a title that heads no unit has 0.
    """
    code = (found.deputy_of or found.code) if found else None
    ranks = (one.rank for one in titles.heads(laws) if one.code == code)
    return 0 if code in NO_HEADS else max(ranks, default=0)


def offices(on: date, laws: Laws, measure: str | None) -> list[Title]:
    """Return titles that may sign so without a delegation, lowest first; see office_fault().

    Only titles of the force: nobody else signs its papers.
    """
    own = [
        rule for rule in titles.heads(laws) if rule.body == "market" and titles.has_powers(rule, on)
    ]
    if measure is None:
        able = [rule for rule in own if rule.code not in NO_HEADS]
    else:
        able = [
            rule
            for rule in own
            if any(measure in one.extra for one in in_force_for(laws, rule.code, on))
        ]
    return [Title(code=rule.code, rank=rule.rank, name=rule.name) for rule in able]
