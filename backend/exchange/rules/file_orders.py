"""How long a file that somebody ordered is kept, and to whom it is given. Pure."""

from datetime import timedelta

from backend.core.actors import Actor

KEPT_FOR = timedelta(hours=24)
"""How long a file can be taken. Then it is deleted: it may hold what somebody may not see tomorrow."""
LEFT_AFTER = timedelta(minutes=10)
"""What no worker said anything of for so long is enqueued again."""
FAULT = "fault"
"""The failure that is ours: the job is held for an operator, and the page says so."""


def standing(actor: Actor) -> str:
    """Return roles and unit of an officer. A file is given under those alone under which it was ordered."""
    return f"{','.join(sorted(actor.roles))}@{actor.unit.unit_id}"
