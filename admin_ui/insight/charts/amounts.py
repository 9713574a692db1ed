"""Amounts as a chart writes them: there is no room for all digits, which the table beside it has."""

from admin_ui.shell import formats
from admin_ui.shell.words import Language, say

_SCALES = ((10**9, "billion"), (10**6, "million"))


def short(dong: int, language: Language) -> str:
    """Write an amount for a chart: `1,2 tỷ`, `350 triệu`, below a million as it is."""
    for scale, name in _SCALES:
        if abs(dong) >= scale:
            tenths = (abs(dong) * 20 + scale) // (2 * scale)
            sign = "-" if dong < 0 else ""
            return sign + say(
                language, f"dashboard.{name}", number=formats.decimal(tenths, 1, language)
            )
    return formats.number(dong, language)
