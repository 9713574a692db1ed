"""Which exhibits an order confiscates, and whether its paper says the same. Pure."""

from typing import Any
from uuid import UUID

from backend.casework.rules import exhibit_guards
from backend.casework.rules.facts import Exhibit, Facts
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.law.provisions import RemedyKind
from schemas.law.sanctions import ExtraKind, ExtraPenalty, SanctionOrder


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


def unnamed_fault(fields: dict[str, Any], order: SanctionOrder) -> Refuse | None:
    """Refuse the signature of a confiscation that names nothing to take; or None.

    The decision names each thing by name, unit, quantity, kind and condition (form MQĐ02): nobody can
    carry out a confiscation of nothing. Named is an exhibit that the order takes, what it says in
    words, or a row of the paper's own list. Where the goods are gone and the decree has their value
    paid (Decree 118/2021 Art 4.5a), that remedy stands in their place.
    """
    taken = [one for one in order.extra_penalties if one.kind is ExtraKind.CONFISCATION]
    if all(map(_names, taken)) or any(one.kind is RemedyKind.PAY_VALUE for one in order.remedies):
        return None
    rows = [one for one in fields.get("exhibits") or [] if str(one.get("name") or "").strip()]
    by_others = {each for one in taken for each in one.exhibits or []}
    return None if len(rows) > len(by_others) else refusal("case_confiscation_nothing")


def _names(penalty: ExtraPenalty) -> bool:
    """Tell whether a confiscation names what it takes: after a colon, as a decision prints it."""
    return bool(penalty.exhibits) or bool(penalty.text_vi.partition(":")[2].strip())
