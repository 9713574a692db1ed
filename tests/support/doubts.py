"""What a signer of a test answers to a row that may not be the one of the act (practice B8)."""

from typing import Any

from backend.casework.rules import document_guards, reckoning
from backend.law.errors import OrderFault


def answered(fields: dict[str, Any], form: str) -> str | None:
    """Return the reason to go on, where the decision that these fields make asks for one.

    A relief of the fine is asked for one wherever a condition of it is not on record.
    """
    if form in document_guards.OF_THE_FINE:
        return "Đã hỏi pháp chế"
    if "reckoning" not in fields:
        return None
    try:
        doubt = reckoning.row_doubt(reckoning.reckoned(fields))
    except (reckoning.PaperDiffers, OrderFault):
        return None
    return "Đã hỏi pháp chế" if doubt else None
