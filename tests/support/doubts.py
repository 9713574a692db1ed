"""What a signer of a test answers to a row that may not be the one of the act (practice B8)."""

from typing import Any

from backend.casework.rules import reckoning
from backend.law.errors import OrderFault


def answered(fields: dict[str, Any]) -> str | None:
    """Return the reason to go on, where the decision that these fields make asks for one."""
    if "reckoning" not in fields:
        return None
    try:
        doubt = reckoning.row_doubt(reckoning.reckoned(fields))
    except (reckoning.PaperDiffers, OrderFault):
        return None
    return "Đã hỏi pháp chế" if doubt else None
