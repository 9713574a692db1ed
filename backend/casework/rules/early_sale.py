"""Perishable goods are sold before anybody decides their end; the money stands in their place (Law Art 126.3). Pure.

Sold at once, at the market price, with minutes of the sale; the money lies in the deposit account at the State Treasury
until a decision confiscates it or gives it back.
"""

from backend.casework.rules.facts import Exhibit, Facts
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import ExhibitState


def fault(
    facts: Facts, content: case_side_acts.ExhibitsDisposed, context: GuardContext
) -> Refuse | None:
    """Why goods are not entered as sold early: minutes of the sale are filed; buyer, sum and account are known."""
    said = (content.sheet, content.receiver, content.proceeds, content.deposited)
    if content.sheet is None or None in said or not (content.deposited or "").strip():
        return refusal("case_early_sale")
    return filed(content.sheet, content.alone, facts, context.officer_id)


def is_money(exhibit: Exhibit, to: ExhibitState) -> bool:
    """Whether nothing is there to be sold or destroyed any more: only its money goes somewhere."""
    return exhibit.sold_early and to in (ExhibitState.SOLD, ExhibitState.DESTROYED)
