"""Divides an exhibit, if a part of goods seized as one row goes another way than the rest: pure.

Forty boxes are seized; thirty without invoices are confiscated and ten go back (Law on Handling
Administrative Violations Arts 26, 126). Papers name goods by rows, so the row is divided first. The
parts stay the same goods, seized by the same minutes and held by the same decision. The total
quantity does not change.
"""

import dataclasses
import re
from decimal import Decimal, InvalidOperation
from uuid import UUID

import msgspec

from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import ExhibitState

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+", re.ASCII)
"""A quantity that people read as thousands, but `amount` as a fraction or not at all."""


def fault(content: case_exhibit_acts.ExhibitsDivided, facts: Facts) -> Refuse | None:
    """Return why a row cannot be divided so, or None.

    It must be held and not sealed, and the part must be less than the whole.
    """
    exhibit = facts.exhibits.get(content.exhibits[0])
    if exhibit is None or exhibit.state != ExhibitState.SEIZED or content.part_id in facts.exhibits:
        return refusal("case_exhibit")
    if exhibit.seal:
        return refusal("case_divided_sealed")
    held, part = amount(exhibit.content.quantity), amount(content.quantity)
    if _THOUSANDS.fullmatch(exhibit.content.quantity.strip()):
        # Goods divided earlier were computed with a dot read as a comma. That stays: old acts must
        # fold as they did.
        return refusal("case_divided_unclear", amount=exhibit.content.quantity)
    if held is None or part is None or not 0 < part < held:
        return refusal("case_divided", amount=exhibit.content.quantity)
    return None


def divide(content: case_exhibit_acts.ExhibitsDivided, facts: Facts) -> None:
    """Put the part on the list of exhibits as a row of its own; changes `facts`.

    Its value is in proportion, rounded down.
    """
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
    """Return the seized exhibit that this one is a part of, or itself if it was never divided."""
    exhibit = facts.exhibits.get(exhibit_id)
    return exhibit_id if exhibit is None or exhibit.part_of is None else exhibit.part_of


def wholes(facts: Facts, ids: list[UUID]) -> set[UUID]:
    """Return the seized exhibits that these are parts of."""
    return {whole(facts, one) for one in ids}


def amount(quantity: str) -> Decimal | None:
    """Read a quantity with a comma before its fraction, as papers write it; None if it is none."""
    try:
        return Decimal(quantity.strip().replace(",", "."))
    except InvalidOperation:
        return None


def written(quantity: Decimal) -> str:
    """Write a quantity as papers do."""
    return f"{quantity.normalize():f}".replace(".", ",")
