"""The term of a suspension, and why goods are not sealed, as papers write them. Pure."""

from schemas.law.sanctions import ExtraPenalty

NO_SEAL = {
    "perishable": "Hàng dễ hư hỏng",
    "oversize": "Quá khổ, không niêm phong được",
    "unsealable": "Không niêm phong được",
}
"""Why goods are not sealed (Law on Handling Administrative Violations Art 125.5a)."""

FROM_EFFECT = "ngày Quyết định này có hiệu lực thi hành"
"""From when a licence or an activity is suspended (Law on Handling Administrative Violations Art 25.3)."""


def said(one: ExtraPenalty) -> str | None:
    """Return the term in words: 3 tháng, 4 tháng 15 ngày; None if there is none."""
    parts = [
        *([f"{one.months} tháng"] if one.months else []),
        *([f"{one.days} ngày"] if one.days else []),
    ]
    return " ".join(parts) or None
