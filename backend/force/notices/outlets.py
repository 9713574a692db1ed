"""Ways out of the system for a notice: e-mail and push, once there are any. None is registered today.

An outlet gets a number and a link, never a title, a sentence or a name (practice B16): a stranger who
reads it learns that something waits, and the link opens it behind the sign-in.

    outlets.register("e-mail", Mail(settings))
"""

from typing import Protocol
from uuid import UUID


class Outlet(Protocol):
    """Carries notices to officers outside of desk and phone."""

    async def send(self, officer_id: UUID, notice_id: UUID, number: str | None, link: str) -> None:
        """Tell an officer that a notice waits.

        `number` is that of the paper or the case, if it has one. `link` is the path of the notice at
        the desk. Called at least once for each notice, after the act that made it was committed: an
        outlet knows a repeat by `notice_id`. Whatever it raises is tried again by the queue.
        """


_OUTLETS: dict[str, Outlet] = {}


def register(name: str, outlet: Outlet) -> None:
    """Add a way out, or replace the one of this name. Done once, as a process starts."""
    _OUTLETS[name] = outlet


def forget(name: str) -> None:
    """Remove a way out."""
    _OUTLETS.pop(name, None)


def registered() -> list[Outlet]:
    """Return all ways out."""
    return list(_OUTLETS.values())


def names() -> tuple[str, ...]:
    """Return the names of all ways out."""
    return tuple(sorted(_OUTLETS))


def link_of(notice_id: UUID) -> str:
    """Return the path that opens a notice at the desk, behind the sign-in."""
    return f"/desk/notices/{notice_id}"
