"""What happened to a party, for its page, in the reader's scope.

told = await happened.told(view, actor, address)      # the newest first
"""

from backend.casework.rules import licence_terms as licence_terms
from backend.core import access_log
from backend.core.actors import Actor
from backend.insight.queries import of_parties as queries
from backend.insight.queries.of_parties import Told as Told
from schemas.casework.licences import SuspendedLicence
from schemas.parties.views import PartyView

MOST = 20
"""Of each kind of record."""


async def told(view: PartyView, actor: Actor, address: str | None) -> list[Told]:
    """Return inspections, cases, planned inspections and information that name a party, and record that it was read.

    `view` is what the reader may see of it (backend/parties/reading.py). What names a party that was merged into it is
    about it, and so is what was given to it when two were parted; what was given away is not. `address` is that of the
    reader's browser.
    """
    await access_log.record(actor, "party.page", view.id, address=address)
    together = [view.id, *(one.id for one in view.joined)]
    return await queries.told(together, actor, MOST)


async def suspended(view: PartyView, actor: Actor) -> list[SuspendedLicence]:
    """Return the licences of a party that decisions in the reader's scope suspend, did or will (Law 15/2012 Art 25)."""
    together = [view.id, *(one.id for one in view.joined)]
    return licence_terms.of(await queries.sanctions(together, actor, MOST))
