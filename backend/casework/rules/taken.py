"""Which exhibits an order confiscates, and whether its paper says the same. Pure."""

from uuid import UUID

from backend.casework.rules import exhibit_guards
from backend.casework.rules.facts import Exhibit, Facts
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.law.sanctions import ExtraKind, SanctionOrder


def by_order(facts: Facts, order: SanctionOrder) -> list[Exhibit]:
    """Return the exhibits that an order confiscates, of those whose end is not decided.

    A confiscation that names none takes all of them.
    """
    ordered = [one for one in order.extra_penalties if one.kind is ExtraKind.CONFISCATION]
    if any(one.exhibits is None for one in ordered):
        return facts.undecided
    named = {each for one in ordered for each in one.exhibits or []}
    return [one for one in facts.undecided if one.content.exhibit_id in named]


def fault(facts: Facts, order: SanctionOrder, confiscated: list[UUID]) -> Refuse | None:
    """Return why a decision cannot confiscate other exhibits than its order chose, or None.

    Where the order chose none, the paper's own rows say it.
    """
    ordered = [one for one in order.extra_penalties if one.kind is ExtraKind.CONFISCATION]
    if not ordered or any(one.exhibits is None for one in ordered):
        return None
    meant = [one.content.exhibit_id for one in by_order(facts, order)]
    if set(meant) == set(confiscated):
        return None
    said = exhibit_guards.names(facts, confiscated, "–")
    named = exhibit_guards.names(facts, meant, "–")
    return refusal("case_confiscated_other", Text(vi=named, en=named), entered=said)
