"""The time limits of an information. Pure.

Limits of complaints (P21 to P25) are the law book's (backend/law/deadlines), those of denunciations (T01 to T06) stand
in denunciations.py. Circular 27/2020 gives no lengths: verification ends on the day that the head sets,
the written report and the notice to the informant are due "at once", for which the force allows a working day here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from backend.intake.rules import denunciations
from backend.intake.rules.denunciations import Term
from backend.intake.rules.facts import Information, Proceeding
from backend.law.rules.counting import Calendar, due, end_of, start_of
from schemas.casework.words import InformationSource
from schemas.intake.words import InformationState, Nature
from schemas.law.deadlines import Clock, Fact, Limit

WRITTEN = "C27-9.1"
VERIFY = "C27-9.2"
TELL = "C27-10"
AT_ONCE = Limit(count=1, unit="wd")
"""What "at once" allows for a paper: until the end of the next working day. A rule of the force, not of the law."""
PASSED_ON = (InformationSource.TRANSFER, InformationSource.REQUEST, InformationSource.MEDIA)
"""Sources that passed a denunciation on: another unit, another body, the press (Law 25/2018 Art 26)."""
_NOTHING_RUNS = (InformationState.MERGED, InformationState.SPLIT, InformationState.FORWARDED)


@dataclass(frozen=True)
class Own:
    """A limit of an information that is not the law book's: since when, until when, by which rule."""

    rule: str
    since: datetime
    due_at: datetime
    watched: bool = True
    """False: it binds only if something is so that no act tells yet. It is shown, and nobody is reminded or late."""


def own(facts: Information, calendar: Calendar) -> list[Own]:
    """Return the limits by Circular 27/2020 that run now."""
    found: list[Own] = []
    if facts.written_report_due:
        until = due(AT_ONCE, facts.received_at, calendar).at
        found.append(Own(WRITTEN, facts.received_at, until))
    still = facts.proceeding.suspended is not None
    if facts.state is InformationState.VERIFYING and facts.due_on is not None and not still:
        found.append(Own(VERIFY, facts.first_action_at or facts.received_at, end_of(facts.due_on)))
    if facts.informant_to_tell and facts.verified_at is not None:
        until = due(AT_ONCE, facts.verified_at, calendar).at
        found.append(Own(TELL, facts.verified_at, until))
    if facts.nature is Nature.DENUNCIATION:
        found += _of_denunciation(facts, calendar) if facts.open else []
        found += _to_tell(facts, calendar)
    return found


def _to_tell(facts: Information, calendar: Calendar) -> list[Own]:
    """Return the limits to tell what became of a denunciation, also once it is over: who passed it on (Law 25/2018
    Art 26.2), and both sides that it was suspended or ended (Art 34.4)."""
    found: list[Own] = []
    told, ended = facts.told_on, facts.proceeding.ended_on
    gone = facts.state in (InformationState.MERGED, InformationState.SPLIT)
    if facts.source in PASSED_ON and told is None and not gone:
        until = due(denunciations.PASSED_ON.limit(0), facts.received_at, calendar).at
        found.append(Own(denunciations.PASSED_ON.rule, facts.received_at, until))
    owed = [one.since for one in facts.proceeding.suspensions if one.told_on is None]
    if ended is not None and (told is None or told < ended):
        owed.append(ended)
    if owed and not gone:
        since = start_of(min(owed))
        until = due(denunciations.ENDED.limit(0), since, calendar).at
        found.append(Own(denunciations.ENDED.rule, since, until))
    return found


def _of_denunciation(facts: Information, calendar: Calendar) -> list[Own]:
    """Return the limits that run: until it is accepted, or forwarded if it is for another body; then until who
    denounced was told that it is accepted, and until it is resolved (Law 25/2018 Arts 24, 29.3, 30, 34.2)."""
    one = facts.proceeding

    def runs(term: Term, since: datetime, extended: int = 0, *, watched: bool = True) -> Own:
        return Own(term.rule, since, due(term.limit(extended), since, calendar).at, watched)

    if one.accepted_on is None:
        return [
            runs(denunciations.ACCEPT, facts.received_at, int(one.checked_longer)),
            runs(denunciations.FORWARD, facts.received_at, watched=False),
        ]
    accepted = start_of(one.accepted_on)
    found: list[Own] = []
    if (
        one.suspended is None
    ):  # while it is suspended, the time to resolve it stands still (Art 34.2)
        longer = denunciations.RESOLVE.longer(one.extended, one.days_still)
        found.append(Own(denunciations.RESOLVE.rule, accepted, due(longer, accepted, calendar).at))
    if one.acceptance_told_on is None:
        found.append(runs(denunciations.NOTIFY, accepted))
    return found


def told(facts: Information) -> list[Fact]:
    """Return the facts by which the law book counts the time of a complaint; none of anything else."""
    if facts.nature is not Nature.COMPLAINT or facts.state in _NOTHING_RUNS:
        return []
    return [
        fact
        for one in (*facts.proceeding.before, facts.proceeding)
        for fact in _of_complaint(facts, one)
    ]


def _of_complaint(facts: Information, one: Proceeding) -> list[Fact]:
    details: dict[str, Any] = {
        "complaint_id": str(facts.id),
        "level": one.level,
        "lawsuit": False,
        "complex": one.complex,
        "remote": bool(facts.about and facts.about.remote),
        "received_on": one.received_on.isoformat() if one.received_on else None,
    }
    at = one.filed_at or facts.received_at
    begun = "filed" if one.level == 1 else "appealed"
    found = [Fact(act=f"complaint.{begun}", at=at, details=details)]
    days = (
        ("accepted", one.accepted_on),
        ("refused", one.refused_on),
        ("resolved", one.resolved_on),
        ("result_sent", one.sent_on),
    )
    found += [
        Fact(act=f"complaint.{name}", at=_moment(day, at), details=details)
        for name, day in days
        if day
    ]
    ended = facts.state in (InformationState.WITHDRAWN, InformationState.REDIRECTED)
    if ended and one is facts.proceeding and facts.concluded_at is not None:
        found.append(Fact(act="complaint.refused", at=facts.concluded_at, details=details))
    return found


def _moment(day: date, not_before: datetime) -> datetime:
    """Return when something of a day took effect: its beginning, but not before what it answers."""
    return not_before if start_of(day) <= not_before < end_of(day) else start_of(day)


def soonest(found: Sequence[Own], clocks: Sequence[Clock]) -> tuple[datetime, str] | None:
    """Return the end and the rule of the limit that ends first, of those that run; None if none does."""
    ends = [(one.due_at, one.rule) for one in found if one.watched]
    ends += [
        (one.due_at, one.rule)
        for one in clocks
        if one.watched and one.met_at is None and one.moot_at is None and not one.lapses
    ]
    return min(ends, default=None)
