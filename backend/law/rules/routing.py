"""Where a file goes that a title's own powers do not settle: other bodies, chairs, equal powers. Pure.

Law on Handling Administrative Violations Art 52.3, 52.4.c; Decree 189/2025 Art 4.2.
"""

from dataclasses import replace
from datetime import date

import msgspec

from backend.law.rules.competence import faults_of
from backend.law.rules.laws import Laws, Route, RouteKind, TitleRule, route
from backend.law.rules.powers import Sought
from backend.law.rules.titles import has_powers
from backend.law.texts.sanctions import refusal
from schemas.law.sanctions import Refusal, Title


def chairs(wanted: Sought, on: date, laws: Laws) -> list[Title]:
    """Return the lowest chair of a People's Committee who may decide; empty if none may.

    Violations of several bodies' fields in one file are a chair's (Law Art 52.4.c).
    """
    rule = route(laws, "chair", on)
    known = {one.code: one for one in laws.titles}
    for code in rule.titles if rule else []:
        if _has_entry(laws, code, on) and not faults_of(code, wanted, on, laws):
            title = known[code]
            return [Title(code=code, rank=title.rank, name=title.name)]
    return []


def split_off(title_code: str, wanted: Sought, on: date, laws: Laws) -> list[str]:
    """Return the codes of violations beyond a chair's powers, which are handed on apart.

    Decree 189/2025 Art 4.2. Empty before that rule, for every other title, and where the chair may
    decide all or nothing.
    """
    rule = route(laws, "split", on)
    if rule is None or title_code not in rule.titles:
        return []
    found = [
        deed.code
        for at, deed in enumerate(wanted.deeds)
        if faults_of(title_code, _alone(wanted, at), on, laws)
    ]
    return found if len(found) < len(wanted.deeds) else []


def _alone(wanted: Sought, at: int) -> Sought:
    """Return one violation with the additional penalties that answer it."""
    extras = tuple(replace(one, acts=()) for one in wanted.extras if at in one.acts)
    return Sought(subject=wanted.subject, deeds=(wanted.deeds[at],), extras=extras)


def several_bodies(title: TitleRule, on: date, laws: Laws) -> Refusal | None:
    """Return why a title may not decide violations of several bodies' fields; None for a chair."""
    rule = route(laws, "chair", on)
    if rule is None or title.code in rule.titles:
        return None
    return _by(
        rule,
        "several_bodies",
        "Vụ việc có hành vi thuộc lĩnh vực quản lý của nhiều cơ quan: thẩm quyền của Chủ tịch Ủy ban nhân dân nơi xảy "
        "ra vi phạm.",
        "The file has violations of several bodies' fields: the chair of the People's Committee of the place decides.",
    )


def other_measure(kind: RouteKind, title: TitleRule, on: date, laws: Laws) -> Refusal | None:
    """Return why a title may not order enforcement, or hold a person; None if it may (Art 87, 123)."""
    rule = route(laws, kind, on)
    if rule is None or (title.code in rule.titles and has_powers(title, on)):
        return None
    return _by(
        rule,
        "title_without_competence",
        "Chức danh này không có thẩm quyền ra quyết định đó.",
        "This title may not take such a decision.",
    )


def taken_first(on: date, laws: Laws) -> Refusal | None:
    """Return why a title may not decide what another of equal powers took first (Law Art 52.3)."""
    rule = route(laws, "first_taken", on)
    if rule is None:
        return None
    return _by(
        rule,
        "taken_by_other",
        "Cơ quan khác có cùng thẩm quyền đã thụ lý trước: cơ quan đó xử phạt.",
        "Another body with equal powers took the file first, and decides it.",
    )


def shared(
    title_code: str | None, on: date, laws: Laws, *, several: bool, taken: bool
) -> list[Refusal]:
    """Return why a title may not decide what is another body's too: see several_bodies(), taken_first().

    A deputy has his head's powers. A title that has none at all is refused elsewhere.
    """
    known = {one.code: one for one in laws.titles}
    title = known.get(title_code or "")
    if title is None:
        return []
    head = known[title.deputy_of] if title.deputy_of else title
    found = [several_bodies(head, on, laws)] if several else []
    found += [taken_first(on, laws)] if taken else []
    return [one for one in found if one is not None]


def no_deputy(title: TitleRule) -> Refusal:
    """Return why nobody deputises for a title: a market inspector cannot delegate (Law Art 54)."""
    return refusal(
        "delegation_needed",
        "Luật XLVPHC Điều 54.1",
        f"{title.name.vi} không được giao quyền.",
        f"{title.name.en}: this title cannot delegate.",
    )


def _by(rule: Route, code: str, vi: str, en: str) -> Refusal:
    said = refusal(code, rule.article, vi, en, check=rule.check)
    return msgspec.structs.replace(said, certainty=rule.certainty)


def _has_entry(laws: Laws, code: str, on: date) -> bool:
    return any(
        one.title == code and one.valid_from <= on and (one.valid_to is None or on < one.valid_to)
        for one in laws.competence
    )
