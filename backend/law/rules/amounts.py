"""Where an amount lies in its band by the circumstances (Decree 118/2021 Art 9, am. 68/2025). Pure.

Aggravating and mitigating circumstances cancel one for one. What is left decides:

- None: the mean of the band.
- One mitigating: between minimum and mean. Two or more: the minimum.
- One aggravating: between mean and maximum. Two or more: the maximum.

If the law leaves a range, its middle is proposed and a person chooses. Half a đồng is dropped, in
the party's favour.
"""

from backend.law.errors import UnknownCircumstance
from backend.law.rules.bands import Band
from backend.law.rules.laws import AmountRule, Laws
from backend.law.texts.sanctions import step
from schemas.law.sanctions import Circumstances, Step


def mean(least: int, most: int) -> int:
    """Return the arithmetic mean in whole đồng, rounded down."""
    return (least + most) // 2


def balance(circumstances: Circumstances, laws: Laws) -> int:
    """Return the number of aggravating less mitigating circumstances, each counted once.

    Raises UnknownCircumstance.
    """
    known = {c.code: c.sign for c in laws.circumstances}
    for sign, codes in (
        ("mitigating", circumstances.mitigating),
        ("aggravating", circumstances.aggravating),
    ):
        for code in codes:
            if known.get(code) != sign:
                raise UnknownCircumstance(name=code)
    return len(set(circumstances.aggravating)) - len(set(circumstances.mitigating))


def permitted(band: Band, left: int, rule: AmountRule) -> Band:
    """Return the part of the band that the circumstances allow: one amount if they leave no choice.

    `left` is the result of balance().
    """
    least, most = band
    middle = mean(least, most)
    if left == 0:
        return middle, middle
    if rule.graded and abs(left) >= 2:
        return (least, least) if left < 0 else (most, most)
    return (least, middle) if left < 0 else (middle, most)


def proposed(part: Band) -> int:
    """Return the computed amount: the middle of the permitted part."""
    return mean(*part)


def explained(circumstances: Circumstances, left: int, part: Band, rule: AmountRule) -> Step:
    """Return the step that states the permitted part and how many circumstances were counted."""
    many, few = len(set(circumstances.aggravating)), len(set(circumstances.mitigating))
    counts_vi = f"{many} tình tiết tăng nặng, {few} giảm nhẹ; trừ lẫn nhau còn "
    counts_en = f"{many} aggravating, {few} mitigating; after they cancel "
    rest_vi, rest_en = {
        0: ("không tình tiết nào", "none is left"),
        1: (f"{abs(left)} tăng nặng", f"{abs(left)} aggravating"),
        -1: (f"{abs(left)} giảm nhẹ", f"{abs(left)} mitigating"),
    }[(left > 0) - (left < 0)]
    if part[0] == part[1]:
        return step(
            rule.article,
            f"{counts_vi}{rest_vi}: {{amount}} đồng.",
            f"{counts_en}{rest_en}: {{amount}} VND.",
            amount=part[0],
        )
    return step(
        rule.article,
        f"{counts_vi}{rest_vi}: từ {{least}} đến {{most}} đồng; đề xuất mức giữa {{amount}} đồng.",
        f"{counts_en}{rest_en}: {{least}} to {{most}} VND; the middle, {{amount}}, is proposed.",
        least=part[0],
        most=part[1],
        amount=proposed(part),
    )
