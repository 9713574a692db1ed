"""Which band a value leads to, and whether the chosen behaviour fits the value. Pure."""

from backend.law.texts.sanctions import remark
from schemas.law.catalogue import Ladder
from schemas.law.sanctions import ActOrder, Remark, Values


def code_for(ladder: Ladder, value: int) -> str | None:
    """Return the code of the step that a value falls on; None below the ladder or above its end."""
    below = ladder.bound == "below"
    if value < ladder.least:
        return None
    for code, most in ladder.steps:
        if most is None or (value < most if below else value <= most):
            return code
    return None


def value_of(ladder: Ladder, values: Values) -> int | None:
    """Return the value that drives the ladder; None if it is not known."""
    match ladder.driver:
        case "goods_value" | "genuine_value":
            return values.goods_value_vnd
        case "illicit_gain":
            return values.illicit_gain_vnd
        case "quantity":
            return values.quantity


def of(code: str, ladders: tuple[Ladder, ...]) -> list[Ladder]:
    """Return the ladders of which a behaviour is a step: one by value and perhaps one by gain."""
    return [ladder for ladder in ladders if any(step == code for step, _ in ladder.steps)]


def remarks(act: ActOrder, ladders: tuple[Ladder, ...]) -> list[Remark]:
    """Return a remark if the known values lead to another band than the chosen one.

    One value that fits is enough: a band may be reached by value or by gain.
    """
    told = [
        (ladder, value)
        for ladder in of(act.behaviour.code, ladders)
        if (value := value_of(ladder, act.values)) is not None
    ]
    leads = [code_for(ladder, value) for ladder, value in told]
    if not told or act.behaviour.code in leads:
        return []
    better = next((code for code in leads if code), None)
    other_vi = f" Giá trị đó ứng với {better}." if better else ""
    other_en = f" That value leads to {better}." if better else ""
    return [
        remark(
            "value_outside_band",
            f"Giá trị {{value}} không thuộc khung của hành vi {act.behaviour.code}.{other_vi}",
            f"The value {{value}} does not belong to the band of {act.behaviour.code}.{other_en}",
            act.behaviour.legal_basis,
            value=told[0][1],
        )
    ]
