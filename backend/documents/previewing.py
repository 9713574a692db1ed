"""Previews of papers that are being written: how often an officer gets one, and how many are typeset at once.

    data = await previewing.laid_out(contents.content(paper, issuer, draft=True), actor)

A paper takes a core for a tenth of a second. The editor asks for a preview whenever an officer stops typing, so what is
asked is limited here and not there: for each officer by a bucket, and for all by one place beside those threads that
typeset what is signed. Who writes never waits behind another's flood of previews for longer than MOST_WAITING of them.
"""

import asyncio
from collections import Counter
from uuid import UUID

from backend.core.actors import Actor
from backend.core.buckets import Buckets
from backend.core.errors import TooMany
from backend.documents import rendering
from schemas.documents.papers import PaperContent

BURST, PER_MINUTE = 30, 60
"""Of one officer, in one process. Somebody who types and pauses asks for one in two seconds at most."""
OF_ONE_OFFICER = 2
"""Under way at once: the one that is typeset, and the one that was asked for meanwhile."""
AT_ONCE = rendering.WORKERS - 1
MOST_WAITING = 20


class TooManyPreviews(TooMany):
    """More previews are asked for than one officer reads, or than are typeset within seconds."""

    code = "too_many_previews"
    text_vi = (
        "Chưa xem trước được ngay vì yêu cầu quá dày. Hãy đợi một lát; những gì đã nhập vẫn còn."
    )
    text_en = "Too many previews at once. Wait a moment; what you typed is still there."


class _Places:
    """The places of one process."""

    def __init__(self) -> None:
        self.buckets = Buckets(BURST, PER_MINUTE)
        self.free = asyncio.Semaphore(AT_ONCE)
        self.of: Counter[UUID] = Counter()


_places = _Places()


def start() -> None:
    """Begin with full buckets. Called once, by the process."""
    global _places
    _places = _Places()


async def laid_out(paper: PaperContent, actor: Actor) -> bytes:
    """Typeset a preview in its turn. Raises TooManyPreviews; and as rendering.render()."""
    places, officer = _places, actor.officer_id
    if (
        places.of[officer] >= OF_ONE_OFFICER
        or places.of.total() >= MOST_WAITING
        or not places.buckets.take(str(officer))
    ):
        raise TooManyPreviews
    places.of[officer] += 1
    try:
        async with places.free:
            return await rendering.render_async(paper)
    finally:
        places.of[officer] -= 1
        if not places.of[officer]:
            del places.of[officer]
