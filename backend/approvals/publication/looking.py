"""How a proposal to change the catalogue looks when it is submitted."""

import msgspec

from backend.approvals.rules import keys
from backend.approvals.submissions.subjects import Look
from backend.core.actors import Actor, UnitPath
from backend.core.canonical_json import sha256_hex
from backend.law.catalogue import decrees
from backend.law.queries import proposals
from backend.law.queries.proposals import BEHAVIOURS, DECREES, DecreeProposal, Proposal
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import StepKind
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.law.catalogue import ProposalKind

Waiting = Proposal | DecreeProposal


async def waiting(subject: Submitted) -> Waiting | None:
    """Return the proposal that waits on this behaviour or decree, or None."""
    row: Waiting | None = await proposals.open_of(BEHAVIOURS, subject.record_id)
    row = row or await proposals.open_of(DECREES, subject.record_id)
    return row if row is not None and row.proposal_id == subject.item_id else None


async def look(subject: Submitted, actor: Actor) -> Look | None:
    """Return a proposal as it is now; None once it was answered.

    The law is one for the whole force: it belongs to the nation's unit, and officers there publish
    (backend/law/catalogue/publishers.py).
    """
    row = await waiting(subject)
    if row is None:
        return None
    said = sha256_hex({"proposal": str(row.proposal_id), "content": row.content})
    nation = actor.unit.unit_1
    publishers = [keys.role(Role.LEGAL, nation), keys.role(Role.ADMINISTRATOR, nation)]
    return Look(
        path=UnitPath(unit_1=nation),
        title=_title(row),
        shown=said,
        material=said,
        drafters=[row.officer_id],
        works_on=row.officer_id == actor.officer_id,
        decides=StepKind.APPROVE,
        waits_for=[publishers],
    )


async def as_file(subject: Submitted) -> bytes | None:
    """Return the proposal as a file that people can read, for an authority outside; None if it is gone."""
    row = await waiting(subject)
    return msgspec.json.format(row.content.encode(), indent=2) if row else None


def _title(row: Waiting) -> Text:
    if isinstance(row, DecreeProposal):
        number = decrees.number_of(row.decree)
        return Text(vi=f"Ban hành Nghị định {number}", en=f"Publish Decree {number}")
    if row.kind is ProposalKind.PUBLISH:
        return Text(
            vi=f"Ban hành {row.code}, phiên bản {row.version}",
            en=f"Publish {row.code}, version {row.version}",
        )
    return Text(
        vi=f"Thu hồi {row.code}, phiên bản {row.version}",
        en=f"Withdraw {row.code}, version {row.version}",
    )
