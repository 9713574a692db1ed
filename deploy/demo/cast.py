"""Who acts in what waits at the first start: officers of Hà Nội and of the national office, at the desk."""

from dataclasses import dataclass

from backend.core.actors import Actor
from backend.force.accounts import service as accounts
from backend.force.units import service as units
from deploy.demo import delegating
from schemas.core.ids import new_id


@dataclass(frozen=True)
class Cast:
    """These officers as somebody at the desk."""

    inspector: Actor
    member: Actor
    leader: Actor
    second_inspector: Actor
    """Of team 2, as the next two."""
    second_member: Actor
    second_leader: Actor
    head: Actor
    deputy: Actor
    clerk: Actor
    legal: Actor
    administrator: Actor
    without_phone: Actor
    """Whose new credentials are asked for."""
    national_administrator: Actor
    national_legal: Actor


_USERNAMES = {
    "inspector": "hn1.an",
    "member": "hn1.bich",
    "leader": "hn1.dung",
    "second_inspector": "hn2.nga",
    "second_member": "hn2.oanh",
    "second_leader": "hn2.phuc",
    "head": "hn.giang",
    "deputy": "hn.hai",
    "clerk": "hn.thuy",
    "legal": "hn.khoi",
    "administrator": "hn.quan",
    "without_phone": "hn1.cuong",
    "national_administrator": "tw.lan",
    "national_legal": "tw.ninh",
}


async def find() -> Cast | None:
    """Return everybody; None in a force from before some of them joined."""
    root = await units.find_root()
    if root is None:
        raise ValueError("the force comes before its work")
    nobody = accounts.operator(new_id(), root.id, "", "")
    found: dict[str, Actor] = {}
    for part, username in _USERNAMES.items():
        actor = await delegating.actor(nobody, username)
        if actor is None:
            return None
        found[part] = actor
    return Cast(**found)
