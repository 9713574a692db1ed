"""Telling officers at the desk of what has no clock: an ask about somebody, what was done to him, a burst of refusals.

    await telling.tell([officer_id, head_id], "person", officer_id, "person.link_made", {"by": actor.full_name})

Runs in the caller's transaction: what is taken back was not told. Phones hear of time limits, and of what is told with
`on_phones`.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal
from uuid import UUID

from backend.core import change_feed, clock
from backend.core.actors import UnitPath
from backend.force.queries import notices as queries
from backend.force.texts import notices as texts
from schemas.core.ids import new_id
from schemas.core.problems import Text

Kind = Literal["ask", "person", "refusals", "enrolled", "device", "device_waits", "draft"]
"""`ask`: somebody is asked to confirm, `record_id` the ask. `person`: it was done, or is asked for, to the officer
`record_id`. `refusals`: an officer's requests were refused in a burst, `record_id` the officer. `enrolled`: one
administrator enrolled this officer alone, and the reader may object. `device`: the reader's account was used on one
that was new to it, `record_id`. `device_waits`: the reader may approve one, `record_id` of what was asked. `draft`: a
team waits for the reader's opinion on its minutes, of the inspection `record_id`."""


async def tell(
    officers: Iterable[UUID],
    kind: Kind,
    record_id: UUID,
    key: str,
    words: Mapping[str, str | Text] | None = None,
    *,
    once: str | None = None,
    on_phones: bool = False,
) -> int:
    """Tell each of these officers the sentence `key` of texts.BODIES, its places filled from `words`.

    With `once` an officer is told at most one notice of this kind that bears it ("2026-11-25/<id>": once a day of
    one person); without, each call tells. `on_phones`: on theirs too. Returns how many were told. Raises KeyError for
    a sentence or a place that backend/force/texts/notices.py does not know, before anything is written.
    """
    filled = {name: _both(word) for name, word in (words or {}).items()}
    texts.told(key, filled)
    now = clock.now()
    rows: list[dict[str, Any]] = [
        {
            "id": new_id(),
            "officer_id": officer_id,
            "kind": kind,
            "record_id": record_id,
            "text_key": key,
            "numbers": filled,
            "at": now,
            "once": once,
        }
        for officer_id in dict.fromkeys(officers)
    ]
    made = await queries.insert(rows) if rows else []
    if on_phones:
        await change_feed.tell_each([(row["officer_id"], str(row["id"])) for row in made], "told")
    return len(made)


async def heads_of(path: UnitPath, but: UUID | None = None) -> list[UUID]:
    """Who heads an officer of this unit: the nearest supervisors, never `but` (the officer himself).

    A head's own heads are those above him: where only he would be named, the level above is.
    """
    return await queries.supervisors(path, but)


async def settle(record_id: UUID) -> None:
    """Nobody need read any more what was told of this record without a clock: it was answered. Phones forget it."""
    await _forget(await queries.settle_of(record_id, clock.now()))


async def settle_for(officer_id: UUID, kind: Kind) -> None:
    """What this officer was told of this kind is not his to answer any more: he heads no longer what it is about."""
    await _forget(await queries.settle_for(officer_id, kind, clock.now()))


async def _forget(gone: list[Any]) -> None:
    told = [(row["officer_id"], str(row["id"])) for row in gone if row["kind"] in queries.ON_PHONES]
    await change_feed.tell_each(told, "told", "remove")


def _both(word: str | Text) -> dict[str, str]:
    return {"vi": word, "en": word} if isinstance(word, str) else {"vi": word.vi, "en": word.en}
