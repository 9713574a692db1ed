"""The term of a suspension as papers write it. Pure."""

from schemas.law.sanctions import ExtraPenalty


def said(one: ExtraPenalty) -> str | None:
    """Return the term in words: 3 tháng, 4 tháng 15 ngày; None if there is none."""
    parts = [
        *([f"{one.months} tháng"] if one.months else []),
        *([f"{one.days} ngày"] if one.days else []),
    ]
    return " ".join(parts) or None
