"""From the band of a row to the band for this party, in later editions. Pure.

In this order: the multiple of the goods' value, the clauses that double, the kind of party, the
ceiling. Amounts are whole đồng; fractions are dropped, in the party's favour.
"""

from typing import NamedTuple

from backend.law.errors import ValueMissing
from backend.law.rules.bands import Band, factor
from backend.law.rules.doublings import Doubling
from backend.law.rules.laws import Laws, ceiling
from backend.law.texts.sanctions import step, sure
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import ActOrder, Behaviour, SanctionOrder, Step

_BY_ANALOGY = "ND98-"
"""Decree 98/2020 states some acts for organisations and is silent about individuals. The other
decrees say that an individual pays half (115/2018 Art 3.2, 99/2020 Art 5)."""


class Raised(NamedTuple):
    """A band on its way to the party, and for whom it is stated now."""

    band: Band
    stated_for: str
    steps: list[Step]


def stated(act: ActOrder) -> tuple[Band, Step]:
    """Return the band as the decree states it. Raises ValueMissing."""
    known = act.behaviour
    sureness = known.certainty or "U"
    if known.times is None:
        band = (known.fine_min_vnd, known.fine_max_vnd)
        said = step(
            known.legal_basis,
            "Khung phạt tiền: {least} – {most} đồng.",
            "Band of the fine: {least} – {most} VND.",
            least=band[0],
            most=band[1],
        )
        return band, sure(said, sureness, known.check)
    value = act.values.goods_value_vnd
    if value is None:
        raise ValueMissing(behaviour=known.code)
    times = known.times
    band = (value * times.least_percent // 100, value * times.most_percent // 100)
    words = f"{times.least_percent / 100:g}–{times.most_percent / 100:g}"
    said = step(
        known.legal_basis,
        f"Phạt {words} lần trị giá hàng hóa {{value}} đồng: {{least}} – {{most}} đồng.",
        f"A fine of {words} times the goods' value of {{value}} VND: {{least}} – {{most}} VND.",
        value=value,
        least=band[0],
        most=band[1],
    )
    return band, sure(said, sureness, known.check)


def _side(subject: SubjectKind) -> str:
    return "organisation" if subject is SubjectKind.ORGANISATION else "individual"


def met(act: ActOrder, subject: SubjectKind, laws: Laws) -> list[Doubling]:
    """Return the row's clauses that raise its band for this act, each once.

    Of clauses that exclude each other the strongest counts.
    """
    found = [
        laws.doublings[wanted]
        for wanted in act.behaviour.doublings
        if _grounds(laws.doublings[wanted], act)
        if laws.doublings[wanted].only_for in (None, _side(subject))
    ]
    found.sort(key=lambda one: -one.percent)
    kept: list[Doubling] = []
    for one in found:
        if not any(one.id in other.excludes or other.id in one.excludes for other in kept):
            kept.append(one)
    return kept


def _grounds(rule: Doubling, act: ActOrder) -> list[str]:
    """Return the conditions of a clause that hold, as far as they counted on the day of the act."""
    return [
        one
        for one in rule.any_of
        if one in act.conditions
        if one not in rule.from_day or act.acted_on >= rule.from_day[one]
    ]


def doubled(band: Band, act: ActOrder, subject: SubjectKind, laws: Laws) -> Raised:
    """Return the band after the clauses that raise it, with one step for each."""
    whose: str = act.behaviour.stated_for
    steps: list[Step] = []
    for rule in met(act, subject, laws):
        least, most = band[0] * rule.percent // 100, band[1] * rule.percent // 100
        if rule.cap_vnd is not None:
            cap = rule.cap_vnd * (2 if whose == "organisation" else 1)
            least, most = min(least, cap), min(most, cap)
        band = (least, most)
        times = f"{rule.percent / 100:g}"
        said = step(
            rule.article,
            f"{rule.name.vi}: nhân {times.replace('.', ',')}, thành {{least}} – {{most}} đồng.",
            f"{rule.name.en}: times {times}, {{least}} – {{most}} VND.",
            least=least,
            most=most,
        )
        steps.append(sure(said, rule.certainty, rule.check))
        whose = rule.stated_for or whose
    return Raised(band, whose, steps)


def for_subject(
    band: Band, stated_for: str, known: Behaviour, subject: SubjectKind
) -> tuple[Band, Step]:
    """Convert a band to this kind of party: an organisation pays twice what an individual pays.

    A household pays as an individual (Decree 118/2021 Art 3.5). A branch within its mandate binds
    the legal person, and outside of it pays as an organisation itself (Art 3.4).
    """
    organisation = subject is SubjectKind.ORGANISATION
    if (stated_for == "organisation") == organisation:
        said = step(
            known.legal_basis,
            "Mức nêu cho đúng loại đối tượng này: {least} – {most} đồng.",
            "Stated for this kind of subject: {least} – {most} VND.",
            least=band[0],
            most=band[1],
        )
        return band, sure(said, "R")
    if organisation:
        band = (band[0] * 2, band[1] * 2)
        said = step(
            "Luật XLVPHC Điều 3.1.e",
            "Tổ chức bằng hai lần cá nhân: {least} – {most} đồng.",
            "An organisation pays twice an individual's: {least} – {most} VND.",
            least=band[0],
            most=band[1],
        )
        return band, sure(said, "R")
    band = (band[0] // 2, band[1] // 2)
    said = step(
        known.legal_basis,
        "Mức nêu cho tổ chức; cá nhân bằng một nửa: {least} – {most} đồng.",
        "Stated for organisations; an individual pays half: {least} – {most} VND.",
        least=band[0],
        most=band[1],
    )
    if known.code.startswith(_BY_ANALOGY):
        return band, sure(said, "U", _HALF)
    return band, sure(said, "R")


_HALF = Text(
    vi="NĐ 98/2020 không nói cá nhân bị phạt thế nào khi mức nêu cho tổ chức: lấy một nửa theo Luật Điều 3.1.e. "
    "Cách hiểu khác là cá nhân không thuộc đối tượng của hành vi này.",
    en="Decree 98/2020 does not say what an individual pays where it states the amount for organisations: half is "
    "taken after Law Art 3.1.e. The other reading is that the act is no individual's.",
)


def below_ceiling(
    band: Band, act: ActOrder, order: SanctionOrder, laws: Laws
) -> tuple[Band, Step | None]:
    """Cut the band at the field's ceiling. Return no step if the band lies below it.

    A row that says so may reach a multiple of the goods' value (115/2018 Art 3.1: seven times),
    where that is more.
    """
    rule = ceiling(laws, act.behaviour.field, order.decided_on)
    most = rule.individual_vnd * factor(order.subject)
    times = act.behaviour.times
    if times is not None and times.ceiling_times is not None:
        most = max(most, times.ceiling_times * (act.values.goods_value_vnd or 0))
    if band[1] <= most:
        return band, None
    cut = (min(band[0], most), most)
    said = step(
        rule.article,
        "Không vượt mức phạt tiền tối đa của lĩnh vực, {most} đồng.",
        "Not beyond the field's ceiling, {most} VND.",
        most=most,
    )
    return cut, sure(said, rule.certainty or "M", rule.check)
