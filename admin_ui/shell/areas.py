"""The areas of the desk, as its navigation lists them. Each role sees its own (PRACTICE C)."""

from typing import NamedTuple

from backend.core.actors import Actor
from schemas.core.vocabulary import Role

_ON_SITE = frozenset({Role.SUPERVISOR, Role.INSPECTOR, Role.TEAM_LEADER})
_READERS = _ON_SITE | {Role.AUDITOR, Role.LEGAL}
_HEAD = frozenset({Role.SUPERVISOR})
_CHECKERS = frozenset({Role.AUDITOR, Role.LEGAL})
_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


class Area(NamedTuple):
    """One entry: its address, the key of its name, and the roles that see it (None: everybody)."""

    href: str
    word: str
    roles: frozenset[Role] | None = None


AREAS = (
    Area("/desk/", "common.nav_queue", _ON_SITE),
    Area("/desk/decisions", "qdkt.title", _READERS | {Role.CLERK}),
    Area("/desk/search", "common.nav_search", _READERS),
    Area("/desk/parties", "common.nav_parties", _READERS),
    Area("/desk/due", "common.nav_due", _READERS),
    Area("/desk/notices", "common.nav_notices"),
    Area("/desk/cases", "cases.title", _READERS | {Role.CLERK}),
    Area("/desk/by-hand", "byhand.title", _READERS | {Role.CLERK}),
    Area("/desk/exceptions", "exceptions.title", _HEAD | _CHECKERS),
    Area("/desk/refusals", "refusals.title", _CHECKERS),
    Area("/desk/restores", "restores.title", _CHECKERS | _ADMINISTRATOR | _HEAD | {Role.CLERK}),
    Area("/desk/outgoing", "outgoing.title", _HEAD | _CHECKERS | {Role.CLERK}),
    Area("/desk/incoming", "incoming.title", _HEAD | {Role.CLERK, Role.AUDITOR}),
    Area(
        "/desk/registers",
        "registers.title",
        _HEAD | _ADMINISTRATOR | {Role.CLERK, Role.AUDITOR},
    ),
    Area("/desk/seals", "seals.title", _ADMINISTRATOR | {Role.CLERK}),
    Area("/desk/delegations", "delegations.title", _HEAD | {Role.CLERK}),
    Area("/desk/rescue", "common.nav_rescue", _HEAD),
    Area("/desk/asks", "asks.title", _HEAD | _CHECKERS | _ADMINISTRATOR | {Role.CLERK}),
    Area("/desk/people", "common.nav_people", _ADMINISTRATOR),
    Area("/desk/units", "common.nav_units", _ADMINISTRATOR),
    Area("/desk/devices", "common.nav_devices", _ADMINISTRATOR),
    Area("/desk/law", "common.nav_law"),
)


def areas(actor: Actor) -> list[Area]:
    """Return the areas that this reader sees, in the order of the navigation."""
    return [one for one in AREAS if one.roles is None or actor.has(*one.roles)]


_PART_OF = {
    "/desk/documents": "/desk/cases",
    "/desk/filed": "/desk/cases",
    "/desk/numbers": "/desk/cases",
    "/desk/catalogue": "/desk/law",
    "/desk/unknown": "/desk",
}
"""Pages that belong to an area by subject, although their address is not below it."""


def within(path: str, mine: list[Area]) -> Area | None:
    """Return the area with the longest address above `path`; None if the page belongs to no area."""
    at = f"{path.rstrip('/')}/"
    for begins, area in _PART_OF.items():
        at = f"{area}/" if at.startswith(f"{begins}/") else at
    over = [
        one
        for one in mine
        if at == f"{one.href.rstrip('/')}/"
        or (one.href != "/desk/" and at.startswith(f"{one.href}/"))
    ]
    return max(over, key=lambda one: len(one.href), default=None)
