"""Of goods seized as one row a part goes another way than the rest: pure.

Forty boxes are seized, thirty without invoices are confiscated and ten go back (Law on Handling Administrative
Violations Arts 26, 126): papers name goods by rows, so the row is divided first. What is divided stays the same goods,
seized by the same minutes and held by the same decision; no piece comes or goes.
"""

import dataclasses
import re
from decimal import Decimal, InvalidOperation
from uuid import UUID

import msgspec

from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import ExhibitState

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+", re.ASCII)
"""A quantity that people read as thousands, and `amount` as a fraction, or not at all."""


def fault(content: case_side_acts.ExhibitsDivided, facts: Facts) -> Refuse | None:
    """Why a row is not divided so: it is not held, sealed, or the part is not less than the whole."""
    exhibit = facts.exhibits.get(content.exhibits[0])
    if exhibit is None or exhibit.state != ExhibitState.SEIZED or content.part_id in facts.exhibits:
        return refusal("case_exhibit")
    if exhibit.seal:
        return refusal("case_divided_sealed")
    held, part = amount(exhibit.content.quantity), amount(content.quantity)
    if _THOUSANDS.fullmatch(exhibit.content.quantity.strip()):
        # What is divided was reckoned with a dot as a comma, and stays so: old acts fold as they did.
        return refusal("case_divided_unclear", amount=exhibit.content.quantity)
    if held is None or part is None or not 0 < part < held:
        return refusal("case_divided", amount=exhibit.content.quantity)
    return None


def divide(content: case_side_acts.ExhibitsDivided, facts: Facts) -> None:
    """Put the part on the list as a thing of its own; `facts` is changed. Its value is in proportion, rounded down."""
    exhibit = facts.exhibits[content.exhibits[0]]
    held, part = amount(exhibit.content.quantity), amount(content.quantity)
    if held is None or part is None:
        return
    worth = None if exhibit.content.value is None else int(exhibit.content.value * part / held)
    divided = msgspec.structs.replace(
        exhibit.content, exhibit_id=content.part_id, quantity=written(part), value=worth
    )
    left = None if exhibit.content.value is None or worth is None else exhibit.content.value - worth
    facts.exhibits[content.part_id] = dataclasses.replace(
        exhibit,
        content=divided,
        position=len(facts.exhibits) + 1,
        part_of=whole(facts, content.exhibits[0]),
    )
    exhibit.content = msgspec.structs.replace(
        exhibit.content, quantity=written(held - part), value=left
    )


def whole(facts: Facts, exhibit_id: UUID) -> UUID:
    """The exhibit that was seized, of which this one is a part; itself where it was never divided."""
    exhibit = facts.exhibits.get(exhibit_id)
    return exhibit_id if exhibit is None or exhibit.part_of is None else exhibit.part_of


def wholes(facts: Facts, ids: list[UUID]) -> set[UUID]:
    """The same of several."""
    return {whole(facts, one) for one in ids}


def amount(quantity: str) -> Decimal | None:
    """A quantity as papers write it, with a comma before its fraction; None where it is no number."""
    try:
        return Decimal(quantity.strip().replace(",", "."))
    except InvalidOperation:
        return None


def written(quantity: Decimal) -> str:
    """A quantity as papers write it."""
    return f"{quantity.normalize():f}".replace(".", ",")
