"""Acts by which an officer of the team declares whether there is a relation to the party.

They change no state: an officer who declares a relation is replaced by a decision of its own, and what the
officer recorded until then stays (evidence is never turned away).
"""

from backend.fieldwork.acts.declaring import STAYS, Ask, Declared, Face, Who, Written
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Judgement
from schemas.fieldwork.relations import RelationDeclared, RelationNoneDeclared
from schemas.fieldwork.words import ActType


def _guard_none(
    content: RelationNoneDeclared, _state: LockedInspection, context: GuardContext
) -> Judgement | None:
    """Refuse an officer who has the party's identity number; ask one who has only its name."""
    if context.same_person:
        return refusal("relation_same_person")
    asks = context.same_name and content.same_name is None
    return refusal("relation_same_name") if asks else None


def _same_name(content: RelationNoneDeclared) -> tuple[str, str] | None:
    return None if content.same_name is None else ("same_name", content.same_name)


def _related(content: RelationDeclared) -> tuple[str, str]:
    return "related", content.reason


RELATION_NONE_DECLARED = Declared(
    wire=ActType.RELATION_NONE_DECLARED,
    face=Face.EITHER,
    who=Who.TEAM,
    older=STAYS,
    newer=STAYS,
    asks=(Ask.RELATION,),
    guard=_guard_none,
    exceptional=_same_name,
    writes=Written.RELATION,
)

RELATION_DECLARED = Declared(
    wire=ActType.RELATION_DECLARED,
    face=Face.EITHER,
    who=Who.TEAM,
    older=STAYS,
    newer=STAYS,
    exceptional=_related,
    writes=Written.RELATION,
)

ALL = (RELATION_NONE_DECLARED, RELATION_DECLARED)
