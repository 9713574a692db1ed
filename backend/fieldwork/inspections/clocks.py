"""What is known of the clock of the phone that made an act.

Screens show it, and papers print it in a line at the foot.
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import anchors
from backend.ledger import clocks
from backend.ledger.rules import ledger as rules
from backend.ledger.rules.entries import ShownEntry
from schemas.fieldwork.inspections import ClockTold

Kind = Literal["checked", "unchecked", "off", "changed", "outside"]


def told(record: ShownEntry) -> ClockTold | None:
    """Return what to show about the clock at an entry of a record's timeline.

    None if the clock's reading counts as it is, and for an act of the desk.
    """
    if record.device_id is None:
        return None
    off = record.clock_off
    return of_reading(
        record.made_at,
        record.received_at,
        record.anchor,
        msgspec.UNSET if off is None else None if off == "null" else int(off),
    )


def of_reading(
    made_at: datetime,
    received_at: datetime,
    anchor: str | None,
    off_s: int | msgspec.UnsetType | None,
) -> ClockTold | None:
    """Compare what a phone's act says of its clock with what the server's time proves.

    Returns None if the clock's reading counts as it is.
    """
    at = rules.reckoned_at(
        made_at=made_at,
        off_s=off_s if isinstance(off_s, int) else None,
        received_at=received_at,
        anchored_at=anchors.read(anchor) if anchor else None,
    )
    kind: Literal["off", "changed", "outside"]
    if isinstance(off_s, int):
        kind = "off"
    elif off_s is None:
        kind = "changed"
    elif at != made_at:
        kind = "outside"
    else:
        return None
    return ClockTold(kind=kind, at=at, off_s=round((at - made_at).total_seconds()))


class OfPaper(msgspec.Struct, frozen=True, kw_only=True):
    """Which clock the times of a paper come from.

    `off_s` as in ClockTold; 0 if the clock's reading counts as it is.
    """

    kind: Kind
    off_s: int = 0


def of_paper(clock: ClockTold | None, time_verdict: str | None) -> OfPaper:
    """Return the clock of a paper, from the clock and the time verdict of the act that wrote it.

    A reading that counts as it is was `checked` only if the act carries an anchor.
    """
    if clock is not None:
        return OfPaper(kind=clock.kind, off_s=clock.off_s)
    return OfPaper(kind="checked" if time_verdict == "ok" else "unchecked")


async def of_act(act_id: UUID) -> OfPaper | None:
    """Return the same for one act, or None if it was made at the desk.

    The caller has checked that the reader may see the act's record.
    """
    record = await clocks.entry(act_id)
    if record is None or record.device_id is None:
        return None
    return of_paper(told(record), msgspec.json.decode(record.verdicts).get("time"))
