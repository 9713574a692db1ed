"""Perishable goods are sold before their end is decided; the money takes their place. Pure.

They are sold immediately, at the market price, with minutes of the sale (Law Art 126.3). The money
stays in the deposit account at the State Treasury until a decision confiscates it or gives it back.
"""

from backend.casework.rules.facts import Exhibit, Facts
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import ExhibitState


def fault(
    facts: Facts, content: case_exhibit_acts.ExhibitsDisposed, context: GuardContext
) -> Refuse | None:
    """Return why goods cannot be entered as sold early, or None.

    Minutes of the sale must be filed; buyer, sum and account must be known.
    """
    said = (content.sheet, content.receiver, content.proceeds, content.deposited)
    if content.sheet is None or None in said or not (content.deposited or "").strip():
        return refusal("case_early_sale")
    return filed(content.sheet, content.alone, facts, context.officer_id)


def is_money(exhibit: Exhibit, to: ExhibitState) -> bool:
    """Tell whether only the goods' money is left: nothing can be sold or destroyed any more."""
    return exhibit.sold_early and to in (ExhibitState.SOLD, ExhibitState.DESTROYED)
