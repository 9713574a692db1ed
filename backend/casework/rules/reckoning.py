"""The computation that a sanction decision bears, and whether its amounts follow from it. Pure.

The order is in the fields of the paper (`reckoning`): the paper's hash binds it, its signer signs
it. If somebody changed the paper's amounts by hand, the two differ.
"""

from typing import Any

import msgspec

from backend.core.errors import Conflict
from backend.law.sanctions import engine as sanctions
from schemas.law.sanctions import Computation, SanctionOrder


class PaperDiffers(Conflict):
    """The paper has other amounts than its own computation, or bears none."""

    code = "paper_not_as_reckoned"
    text_vi = "Số tiền trên văn bản khác với phép tính mà văn bản mang theo, hoặc văn bản không có phép tính. Hãy lập lại từ trang xử phạt."  # noqa: E501
    text_en = "The paper's amounts differ from the reckoning that it bears, or it bears none. Draw it up anew from the sanction page."  # noqa: E501


def order_of(fields: dict[str, Any]) -> SanctionOrder:
    """Return the order that a paper bears.

    Raises PaperDiffers if it bears none that can be read.
    """
    try:
        return msgspec.json.decode(fields.get("reckoning", ""), type=SanctionOrder)
    except msgspec.DecodeError as error:
        raise PaperDiffers from error


def reckoned(fields: dict[str, Any]) -> Computation:
    """Compute the order that a paper bears and check the paper's amounts.

    Raises PaperDiffers, OrderFault.
    """
    computation = sanctions.compute(order_of(fields))
    said = [
        (one.get("penalty"), one.get("fine") or 0, one.get("provision"))
        for one in fields.get("violations", [])
    ]
    meant = [
        ("warning" if act.warning else "fine", act.amount_vnd, act.legal_basis)
        for act in computation.acts
    ]
    if said != meant or fields.get("total_fine", 0) != computation.total_vnd:
        raise PaperDiffers
    return computation
