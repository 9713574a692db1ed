"""Violations that the catalogue does not have: how minutes name them, and the acts that state their band.

The catalogue never holds every decree (labels, prices), so an act outside it is recorded by its text
and article, with the band still unknown. The officer of the case or a legal officer then states what
the decree provides, and another legal officer, or the head, confirms it (practice B8).
"""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.parts import Money, Short
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.law.catalogue import ViolationField
from schemas.law.provisions import Months, RemedyKind

PREFIX = "NGOAI-"
"""With what the codes of such acts begin; no decree's code does."""
OutsideCode = Annotated[str, Meta(pattern=f"^{PREFIX}[1-9][0-9]?$")]
"""Its place in the violation minutes, from 1: the case's own code, good for this case alone."""
Decree = Annotated[str, Meta(min_length=3, max_length=100)]
"""The number of the decree as cited, e.g. "119/2017/NĐ-CP"."""
StatuteYears = Annotated[int, Meta(ge=1, le=10)]
Taken = Literal["goods", "tools", "vehicle", "means"]


class OutsideCatalogue(Wire):
    """What violation minutes say of an act that the catalogue does not have, besides its text and article.

    Its band is not among it: nobody need know it on site, and the right to explain counts as existing.
    """

    decree: Decree
    field: ViolationField
    """Ceiling, competence and statute of limitation depend on it."""


class OutsideStated(Wire):
    """An officer states what the decree provides for such an act. The last statement counts.

    `fine_least` and `fine_most` are in whole đồng, as the decree states them, for `stated_for`.
    Suspensions have both months or neither. `statute_years` only if the law gives this act another
    time than its field (Law Art 6.1).
    """

    code: OutsideCode
    wording: Annotated[str, Meta(min_length=3, max_length=2000)]
    provision: Annotated[str, Meta(min_length=3, max_length=500)]
    """Point, clause, article and decree, as the decision prints them."""
    decree: Decree
    field: ViolationField
    fine_least: Money
    fine_most: Money
    stated_for: Literal["individual", "organisation"]
    warning: bool
    """The decree provides for a warning in place of a fine (Law Art 22)."""
    licence_least: Months | None
    licence_most: Months | None
    business_least: Months | None
    business_most: Months | None
    confiscated: Annotated[list[Taken], Meta(max_length=4)]
    """What the decree lets confiscate."""
    remedies: Annotated[list[RemedyKind], Meta(max_length=30)]
    statute_years: StatuteYears | None
    source: Annotated[str, Meta(min_length=3, max_length=500)]
    """Where the decree was read: gazette, database, page."""


class OutsideConfirmed(Wire):
    """A legal officer or the head, not the same person, compared the statement with the decree."""

    code: OutsideCode
    statement: UUID
    """The act that stated it; a newer statement must be confirmed anew."""
    note: Short | None


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.OUTSIDE_STATED: OutsideStated,
    CaseAct.OUTSIDE_CONFIRMED: OutsideConfirmed,
}
"""The content of each act."""
