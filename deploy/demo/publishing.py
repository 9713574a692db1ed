"""The demonstration's published decree: two people of the national office agreed to it.

The administrator proposes all behaviours of the decree on food safety, the legal officer confirms
them, as at the desk. The other decrees stay drafts, so that both are to be seen.
"""

from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.force.units import service as units
from backend.law.catalogue.service import decrees
from backend.ledger import service as ledger
from deploy.demo import delegating
from schemas.core.ids import new_id

PROPOSER, CONFIRMER = "tw.lan", "tw.ninh"
DECREE = "ND115"
NOTE = "Đối chiếu với bản đăng Công báo (trình diễn)."


async def publish() -> None:
    """Propose and confirm it unless it is published; may be interrupted and repeated."""
    root = await units.find_root()
    if root is None:
        raise ValueError("the force comes before its catalogue")
    nobody = accounts.operator(new_id(), root.id, "", "")
    proposer = await delegating.actor(nobody, PROPOSER)
    confirmer = await delegating.actor(nobody, CONFIRMER)
    if proposer is None or confirmer is None:
        return  # a force from before there was a legal officer of the whole force, who is added first
    found = await decrees.of_one(proposer, DECREE)
    if found.to_publish and found.waiting is None:
        async with transaction():
            _, outcome = await decrees.propose(proposer, DECREE, NOTE)
            ledger.unwrap(outcome)
        found = await decrees.of_one(proposer, DECREE)
    if found.waiting is not None and found.waiting.said.note == NOTE:
        async with transaction():
            ledger.unwrap(await decrees.confirm(confirmer, found.waiting))
