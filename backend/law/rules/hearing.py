"""The right to be heard before the decision (Law 15/2012 Art 61.1; PROCEDURE §f). Pure.

The right exists if the law provides, for the act, the suspension of a licence or of an activity, or
a fine whose maximum reaches the limit for this kind of party. What the officer intends or chooses
does not matter. Confiscation alone does not give the right. Each act is judged separately, and one
suffices. **If something is unknown, the right counts as existing**: a decision without a required
hearing is void, one after an unnecessary hearing is not.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from backend.law.rules import bands
from backend.law.rules.laws import Laws, numbers
from backend.law.texts.sanctions import step
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Traits
from schemas.law.sanctions import Behaviour, ExplanationRight, ExtraKind, Step

_SUSPENSIONS = {
    ExtraKind.LICENCE_SUSPENSION: ("tước quyền sử dụng giấy phép", "suspends a licence"),
    ExtraKind.BUSINESS_SUSPENSION: ("đình chỉ hoạt động có thời hạn", "suspends an activity"),
}


class Deed(NamedTuple):
    """What is known of a behaviour: catalogue row, its article's traits, goods' value in đồng."""

    behaviour: Behaviour | None
    traits: Traits | None
    goods_value: int | None


def right(
    subject: SubjectKind | None, deeds: Iterable[Deed], day: date, laws: Laws
) -> ExplanationRight:
    """Return whether the right exists, with every reason.

    `doubtful`: it is granted only because something is not known.
    """
    rule = numbers(laws, "explanation", day)
    sure: list[Step] = []
    unknown: list[Step] = []

    def doubt(vi: str, en: str) -> None:
        unknown.append(step(rule.article, vi, en))

    if subject is None:
        doubt(
            "Chưa xác định được người vi phạm.",
            "The violator is not known.",
        )
    organisation = subject is SubjectKind.ORGANISATION
    limit = rule.numbers["organisation_vnd" if organisation else "individual_vnd"]
    for deed in deeds:
        known, traits = deed.behaviour, deed.traits
        if known is None or (traits is None and not known.edition):
            doubt("Hành vi không có trong danh mục.", "The behaviour is not in the catalogue.")
            continue
        certain, possible = _suspensions(known, traits)
        for kind, (vi, en) in _SUSPENSIONS.items():
            if kind in certain:
                sure.append(
                    step(
                        rule.article,
                        f"{known.code}: văn bản quy định hình thức {vi}.",
                        f"{known.code}: the decree {en}.",
                    )
                )
            elif kind in possible:
                doubt(
                    f"{known.code}: trong một số trường hợp văn bản quy định hình thức {vi}.",
                    f"{known.code}: under some conditions the decree {en}.",
                )
        most = _most(known, deed.goods_value, subject or SubjectKind.INDIVIDUAL)
        if most is None:
            doubt(
                f"{known.code}: phạt theo trị giá hàng hóa, chưa có trị giá.",
                f"{known.code}: a multiple of the goods' value, which is not known.",
            )
        elif most >= limit:
            sure.append(
                step(
                    rule.article,
                    f"{known.code}: mức tối đa của khung {{most}} đồng, từ {{limit}} đồng trở lên.",
                    f"{known.code}: the band ends at {{most}} VND; the right begins at {{limit}}.",
                    most=most,
                    limit=limit,
                )
            )
        elif most * _raised(known, laws) // 100 >= limit:
            doubt(
                f"{known.code}: mức phạt có thể được nhân lên đến giới hạn.",
                f"{known.code}: a multiplier may raise the fine to the limit.",
            )
        if _uncompared(known, traits):
            doubt(
                f"{known.code}: hình thức phạt bổ sung chưa đối chiếu với nghị định.",
                f"{known.code}: its additional penalties were not compared with the decree.",
            )
    reasons = sure or unknown
    return ExplanationRight(
        exists=bool(reasons), doubtful=not sure and bool(reasons), reasons=reasons
    )


def _most(known: Behaviour, value: int | None, subject: SubjectKind) -> int | None:
    """Return the greatest fine for this kind of party in đồng; None if it needs an unknown value."""
    if known.multiple is not None:
        return None if value is None else value * known.multiple.most_percent // 100
    if known.times is not None:
        if value is None:
            return None
        most = value * known.times.most_percent // 100
        return most if known.stated_for == _side(subject) else _converted(most, subject)
    most = known.fine_max_vnd
    return most if known.stated_for == _side(subject) else _converted(most, subject)


def _uncompared(known: Behaviour, traits: Traits | None) -> bool:
    """Tell whether its additional penalties were not compared with the decree, or not read at all."""
    if known.edition:
        return known.certainty is None
    return traits is not None and traits.check is not None


def _side(subject: SubjectKind) -> str:
    return "organisation" if subject is SubjectKind.ORGANISATION else "individual"


def _converted(most: int, subject: SubjectKind) -> int:
    return most * 2 if subject is SubjectKind.ORGANISATION else most // 2


def _suspensions(known: Behaviour, traits: Traits | None) -> tuple[set[str], set[str]]:
    """Return the suspensions that the decree provides, and those only under some condition.

    By the row; in the first edition by its article.
    """
    if not known.edition:
        return set(traits.extra_penalties) if traits else set(), set()
    every = [one for group in known.extra for one in group]
    return {one.kind for one in every if not one.when}, {one.kind for one in every if one.when}


def _raised(known: Behaviour, laws: Laws) -> int:
    """Return the greatest multiplier that may raise its band, in per cent; 100 if it has none."""
    if known.edition:
        found = (laws.doublings[one].percent for one in known.doublings if one in laws.doublings)
        return max(found, default=100)
    return max(
        (one.percent for one in laws.multipliers if bands.multiplies(one, known.code)), default=100
    )
