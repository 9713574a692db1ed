"""What was done to a party's record, for its page: who did what and when, the newest first."""

from datetime import datetime

import msgspec

from backend.core import keyset
from backend.core.errors import Invalid
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import RecordAct
from schemas.parties import acts
from schemas.parties.views import PartyView
from schemas.parties.words import PartyAct

MOST = 50
_LONGEST = 18
"""Digits of the number of an entry."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """One act of a party."""

    at: datetime
    by_name: str
    act: PartyAct
    reason: str
    """As the officer gave it; empty if none was asked for."""
    under: str
    """The merged entry in whose record it stands; empty if it is the party's own."""


class History(msgspec.Struct, frozen=True, kw_only=True):
    """Acts of a party, the newest first."""

    done: list[Done]
    count: int
    """How many there are in all."""
    further: str | None
    """Where the next page begins."""


async def history(view: PartyView, cursor: str | None = None) -> History:
    """Return the acts of a party that the reader sees (`view`, backend/parties/reading.py) and of what was merged into
    it. Raises Invalid for a cursor of another list.
    """
    together = [view.id, *(one.id for one in view.joined)]
    found = await ledger_reading.newest_of(together, MOST + 1, _before(cursor))
    shown = found[:MOST]
    more = len(found) > MOST
    names = {one.id: one.name for one in view.joined}
    return History(
        done=[_done(one, names.get(one.record_id, "")) for one in shown],
        count=await ledger_reading.count_of(together) if more or cursor else len(shown),
        further=keyset.write(str(shown[-1].entry_id)) if more else None,
    )


def _before(cursor: str | None) -> int | None:
    if cursor is None:
        return None
    [said] = keyset.read(cursor, str)
    if not (said.isascii() and said.isdecimal() and len(said) <= _LONGEST):
        raise Invalid(code="cursor_invalid")
    return int(said)


def _done(one: RecordAct, under: str) -> Done:
    reason = str(one.content.get("reason") or "")
    if one.act_type == PartyAct.CORRECTED and one.content.get("renamed_on"):
        name = msgspec.convert(one.content, acts.PartyCorrected).party.name
        reason = f"{name}. {reason}".strip()
    if one.act_type == PartyAct.LICENCE_RECORDED:
        reason = str(one.content.get("number") or "")
    return Done(
        at=one.received_at,
        by_name=one.officer_name,
        act=PartyAct(one.act_type),
        reason=reason,
        under=under,
    )
