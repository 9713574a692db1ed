"""What rows of the catalogue would have somebody decide, for a question without any case.

Every measure that the row provides, and whose condition is met, is taken to be ordered: competence
must cover it (Law on Handling Administrative Violations Art 52). Of alternatives the first is.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from backend.law import books
from backend.law.catalogue import edition_files
from backend.law.rules import provided
from backend.law.rules.powers import Deed, Extra
from backend.law.sanctions import engine
from schemas.core.vocabulary import SubjectKind
from schemas.law.provisions import Condition, ProvidedPenalty, ProvidedRemedy
from schemas.law.sanctions import ActOrder, Circumstances, SanctionOrder, Values


class Asked(NamedTuple):
    """What one row leads to."""

    deed: Deed
    extras: list[Extra]
    remedies: list[str]


class Given(NamedTuple):
    """The facts on which a row's band and measures depend."""

    subject: SubjectKind
    on: date
    acted_on: date
    conditions: list[Condition]
    values: Values
    confiscated_vnd: int | None


def asked(code: str, given: Given, book: str | None) -> Asked | None:
    """Return what a row leads to; None if no book has the code. Raises OrderFault, NoRuleOnDay.

    `book` None is the first edition. Its rows do not say what they provide.
    """
    row = edition_files.draft(code, book or books.FIRST)
    if row is None:
        return None
    act = ActOrder(
        behaviour=engine.copied(row),
        acted_on=given.acted_on,
        circumstances=Circumstances(mitigating=[], aggravating=[]),
        values=given.values,
        multipliers=[],
        warning=False,
        chosen_vnd=None,
        reason=None,
        conditions=given.conditions if book else [],
    )
    order = SanctionOrder(
        subject=given.subject,
        decided_on=given.on,
        acts=[act],
        extra_penalties=[],
        remedies=[],
        book=book,
    )
    [computed] = engine.compute(order).acts
    extras = [one.kind for one in _first_of(act.behaviour.extra, act)]
    remedies = [one.kind for one in _first_of(act.behaviour.provided_remedies, act)]
    return Asked(
        deed=Deed(code, row.field, computed.effective_max_vnd),
        extras=[
            Extra(str(kind), given.confiscated_vnd if kind == "confiscation" else None)
            for kind in extras
        ],
        remedies=[str(kind) for kind in remedies],
    )


_Provided = TypeVar("_Provided", ProvidedPenalty, ProvidedRemedy)


def _first_of(groups: Iterable[list[_Provided]], act: ActOrder) -> list[_Provided]:
    met = ([one for one in group if provided.applies(one, act)] for group in groups)
    return [group[0] for group in met if group]
