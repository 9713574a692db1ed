"""Whether a member of a team is the party to be inspected (Circular 27/2020/TT-BCT Art 15).

An equal identity number refuses the assignment; an equal name only asks, when the officer accepts
(backend/fieldwork/acts/relations.py). There is no register of relatives: each officer declares.
"""

from collections.abc import Sequence
from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.rules.decisions import fault
from backend.force.accounts import identity
from backend.force.queries import officer_names
from backend.ledger import service as ledger
from backend.parties import service as parties
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import DecisionFault
from schemas.fieldwork.relations import RelationDeclared, RelationNoneDeclared
from schemas.fieldwork.words import ActType


async def same_persons(officers: Sequence[UUID], party: DecisionSubject) -> set[UUID]:
    """Return which of the officers have an identity number of the party, or of who represents it.

    The decision names a household's tax code; the register knows the other numbers.
    """
    known = await parties.identity_numbers(party.subject_id) if party.subject_id else []
    return await identity.among(officers, [party.tax_code, *known])


async def team_faults(officers: Sequence[UUID], party: DecisionSubject) -> list[DecisionFault]:
    """Return a fault for each officer who cannot be on the team, as the same person as the party."""
    same = await same_persons(officers, party)
    names = await officer_names.of(list(same)) if same else {}
    return [
        fault(
            "member_ids",
            f"{name} có số định danh trùng với tổ chức, cá nhân được kiểm tra hoặc người đại diện: hãy chọn người "
            "khác (khoản 3 Điều 23 Pháp lệnh 11/2016/UBTVQH13).",
            f"{name} has the identity number of the party or its representative: choose somebody else "
            "(Ordinance 11/2016 Art 23.3).",
        )
        for name in names.values()
    ]


async def declare(
    inspection_id: UUID, content: RelationDeclared | RelationNoneDeclared, actor: Actor
) -> ledger.Outcome:
    """Record, from the desk, what a member of the team declares. Raises NotFound out of scope."""
    if await read_queries.find(actor, inspection_id) is None:
        raise NotFound(what="inspection")
    related = isinstance(content, RelationDeclared)
    kind = ActType.RELATION_DECLARED if related else ActType.RELATION_NONE_DECLARED
    act = ledger.desk_act(RecordKind.INSPECTION, inspection_id, kind, content, actor)
    return await ledger.record(act, actor)
