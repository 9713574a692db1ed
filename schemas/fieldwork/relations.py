"""Whether an officer of a team is related to the party: what each declares when accepting the work.

Nobody is on a team whose spouse, child, parent or sibling, or that of the spouse, is the party or
manages it (Ordinance 11/2016/UBTVQH13 Art 23.3, Circular 27/2020/TT-BCT Art 15).
"""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from schemas.core.base import Wire
from schemas.fieldwork.remarks import Reason
from schemas.fieldwork.words import ActType


class RelationKind(StrEnum):
    """How the officer is related to the party, or to somebody who manages it."""

    SELF = "self"
    """The officer is the party, or represents it."""
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    IN_LAW = "in_law"
    """A child, parent or sibling of the officer's spouse."""


class RelationNoneDeclared(Wire, omit_defaults=True):
    """The officer declares to be in no such relation.

    Phones of before this act existed never send it; the inspection goes on, and its page says who
    declared nothing.
    """

    same_name: Reason | None = None
    """Why the officer is not the person of the same name whom the decision names; required then."""


class RelationDeclared(Wire):
    """The officer declares a relation. The head is told, and replaces the officer in writing."""

    relation: RelationKind
    reason: Reason
    """With whom, in the officer's words."""


class RelationView(Wire):
    """What an officer of the team declared last."""

    officer_id: UUID
    officer_name: str
    relation: RelationKind | None
    """Null: none."""
    reason: str | None
    same_name: bool
    """Whether the reason says why the officer is not the person of the same name."""
    made_at: datetime
    received_at: datetime


RELATION_CONTENTS: dict[str, type[Wire]] = {
    ActType.RELATION_NONE_DECLARED: RelationNoneDeclared,
    ActType.RELATION_DECLARED: RelationDeclared,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
