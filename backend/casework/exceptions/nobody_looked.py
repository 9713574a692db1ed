"""What nobody looked at, for the first page of auditors.

Two things that no list of work shows, because nobody waits for them: files that were agreed to
though nobody outside the team had opened a photograph, and exceptions whose term passed without a
verdict.
"""

from datetime import timedelta

import msgspec

from backend.casework.queries import unseen as queries
from backend.casework.queries.unseen import LateException, UnseenFile
from backend.core import clock, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed

WITHIN = timedelta(days=90)
"""How far back agreed files are looked for. Older ones are found by the search."""


class NobodyLooked(msgspec.Struct, frozen=True, kw_only=True):
    """The first of each kind, and whether there are more."""

    files: list[UnseenFile]
    more_files: bool
    exceptions: list[LateException]
    more_exceptions: bool


async def nobody_looked(actor: Actor, limit: int = 20) -> NobodyLooked:
    """Return at most `limit` of each kind in the auditor's unit and below.

    Files agreed to within WITHIN come newest first, exceptions the longest overdue first. Raises
    NotAllowed for everybody but auditors: heads do not see who looks at their files, nor who does not.
    """
    reach, now = scope.access_log(actor), clock.now()
    if reach.empty:
        raise NotAllowed
    files = await queries.agreed_files(*scope.sql(reach, "i", 3), now - WITHIN, limit + 1)
    late = await queries.late_exceptions(*scope.sql(reach, "x", 3), now, limit + 1)
    return NobodyLooked(
        files=files[:limit],
        more_files=len(files) > limit,
        exceptions=late[:limit],
        more_exceptions=len(late) > limit,
    )


__all__ = ["WITHIN", "LateException", "NobodyLooked", "UnseenFile", "nobody_looked"]
