"""From the band that the catalogue states to the band that applies to this subject. Pure.

The steps, in this order: the multiple of the goods' value (if the fine is one), each multiplier,
the kind of subject, the ceiling. All amounts are whole đồng; fractions are dropped, in the party's
favour.
"""

from backend.law.errors import MultiplierMisplaced, ValueMissing
from backend.law.rules.laws import Laws, Multiplier, ceiling
from backend.law.texts.sanctions import step
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import ActOrder, SanctionOrder, Step

Band = tuple[int, int]


def factor(subject: SubjectKind) -> int:
    """Return the factor by which ceilings and competence apply to a kind of subject.

    The law states them for individuals; an organisation's are twice as high (Law Art 52.1). A
    household business pays as an individual (Decree 98/2020 Art 4).
    """
    return 2 if subject is SubjectKind.ORGANISATION else 1


def stated(act: ActOrder) -> tuple[Band, Step]:
    """Return the band as the decree states it. Raises ValueMissing."""
    known = act.behaviour
    if known.multiple is None:
        band = (known.fine_min_vnd, known.fine_max_vnd)
        return band, step(
            known.legal_basis,
            "Khung phạt tiền: {least} – {most} đồng.",
            "Band of the fine: {least} – {most} VND.",
            least=band[0],
            most=band[1],
        )
    value = act.values.goods_value_vnd
    if value is None:
        raise ValueMissing(behaviour=known.code)
    times = known.multiple
    band = (value * times.least_percent // 100, value * times.most_percent // 100)
    words = f"{times.least_percent / 100:g}–{times.most_percent / 100:g}"
    return band, step(
        known.legal_basis,
        f"Phạt {words} lần trị giá hàng hóa {{value}} đồng: {{least}} – {{most}} đồng.",
        f"A fine of {words} times the goods' value of {{value}} VND: {{least}} – {{most}} VND.",
        value=value,
        least=band[0],
        most=band[1],
    )


def multiplied(
    band: Band, act: ActOrder, subject: SubjectKind, laws: Laws
) -> tuple[Band, list[Step]]:
    """Return the band after its multipliers, with one step for each. Raises MultiplierMisplaced."""
    steps: list[Step] = []
    side = "organisation" if subject is SubjectKind.ORGANISATION else "individual"
    for wanted in sorted(set(act.multipliers)):
        rule = next((m for m in laws.multipliers if m.id == wanted), None)
        if (
            rule is None
            or not multiplies(rule, act.behaviour.code)
            or rule.subject not in (None, side)
        ):
            raise MultiplierMisplaced(name=wanted, behaviour=act.behaviour.code)
        band = (band[0] * rule.percent // 100, band[1] * rule.percent // 100)
        times = f"{rule.percent / 100:g}"
        steps.append(
            step(
                rule.article,
                f"{rule.name.vi}: nhân {times.replace('.', ',')}, thành {{least}} – {{most}} đồng.",
                f"{rule.name.en}: times {times}, {{least}} – {{most}} VND.",
                least=band[0],
                most=band[1],
            )
        )
    return band, steps


def multiplies(rule: Multiplier, code: str) -> bool:
    """Tell whether a multiplier belongs to the article of a behaviour."""
    return any(code == prefix or code.startswith(prefix + "-") for prefix in rule.prefixes)


def for_subject(band: Band, act: ActOrder, subject: SubjectKind) -> tuple[Band, Step]:
    """Convert the band to this kind of subject, if the decree states it for the other kind.

    An organisation pays twice what an individual pays.
    """
    known = act.behaviour
    organisation = subject is SubjectKind.ORGANISATION
    if (known.stated_for == "organisation") == organisation:
        return band, step(
            known.legal_basis,
            "Mức nêu cho đúng loại đối tượng này: {least} – {most} đồng.",
            "Stated for this kind of subject: {least} – {most} VND.",
            least=band[0],
            most=band[1],
        )
    if organisation:
        band = (band[0] * 2, band[1] * 2)
        return band, step(
            "Luật XLVPHC Điều 3.1.e",
            "Tổ chức bằng hai lần cá nhân: {least} – {most} đồng.",
            "An organisation pays twice an individual's: {least} – {most} VND.",
            least=band[0],
            most=band[1],
        )
    band = (band[0] // 2, band[1] // 2)
    return band, step(
        known.legal_basis,
        "Mức nêu cho tổ chức; cá nhân bằng một nửa: {least} – {most} đồng.",
        "Stated for organisations; an individual pays half: {least} – {most} VND.",
        least=band[0],
        most=band[1],
    )


def below_ceiling(
    band: Band, act: ActOrder, order: SanctionOrder, laws: Laws
) -> tuple[Band, Step | None]:
    """Cut the band at the field's ceiling. Return no step if the band lies below it.

    A multiple of the goods' value is not cut if another law sets the field's limit (`own_law`).
    """
    rule = ceiling(laws, act.behaviour.field, order.decided_on)
    most = rule.individual_vnd * factor(order.subject)
    if band[1] <= most or (rule.own_law and act.behaviour.multiple is not None):
        return band, None
    cut = (min(band[0], most), most)
    return cut, step(
        rule.article,
        "Không vượt mức phạt tiền tối đa của lĩnh vực, {most} đồng.",
        "Not beyond the field's ceiling, {most} VND.",
        most=most,
    )
