"""The computation that a sanction decision bears, and whether its amounts follow from it. Pure.

The order is in the fields of the paper (`reckoning`): the paper's hash binds it, its signer signs
it. If somebody changed the paper's amounts by hand, the two differ.
"""

from typing import Any

import msgspec

from backend.core.errors import Conflict
from backend.law.sanctions import engine as sanctions
from schemas.core.problems import Text
from schemas.law.sanctions import Computation, SanctionOrder

_UNSURE = frozenset({"history_missing", "lighter_rule", "value_outside_band", "at_open_end"})
"""Remarks that put in doubt whether the row is the one that applies to the act, or its amount."""


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


def row_doubt(computation: Computation | None) -> Text | None:
    """Return why a row of the order may not be the one that applies, or its amount not allowed; or None.

    The band is that of the decree in force when the act ended, unless a later one is lighter, and
    that of the goods' value (Decree 118/2021 Art 7.2). Where the catalogue cannot tell, a person
    answers for it: this is a warning (practice B8). The first edition knew no days of rows.
    """
    if computation is None or computation.order.book is None:
        return None
    told = [*computation.remarks, *(one for act in computation.acts for one in act.remarks)]
    found = [one for one in told if one.code in _UNSURE]
    if not found:
        return None
    articles = "; ".join(dict.fromkeys(one.article for one in found if one.article))
    suffix = f" ({articles})" if articles else ""
    vi = "; ".join(dict.fromkeys(one.text.vi.rstrip(".") for one in found))
    en = "; ".join(dict.fromkeys(one.text.en.rstrip(".") for one in found))
    return Text(vi=vi + suffix, en=en + suffix)
