"""Whether the signer of a decision still holds an office from which a complaint about it is resolved.

The law names the maker of the decision as the holder of an office (Law on Complaints 02/2011 Arts 7.1, 17 to 20).
Once the signer left it, or the unit was merged into another, the head of the unit that has the case now resolves it,
also if the signer had accepted it: the time runs on from the acceptance (Art 28).
"""

from datetime import date
from typing import Any
from uuid import UUID

from backend.casework.queries import offices
from backend.casework.rules import complaints
from backend.casework.rules.complaint_facts import Complaint
from backend.casework.rules.facts import Facts
from backend.core import clock
from backend.core.actors import UnitPath
from backend.force.queries import positions
from backend.force.queries.positions import ListedPosition


async def gathered(one: Any) -> dict[str, Any]:
    """Return what the guard asks (backend/casework/cases/gathering.py)."""
    return {"maker_left": await maker_left(one.facts, one.content, one.path)}


async def maker_left(facts: Facts, content: Any, path: UnitPath | None) -> bool:
    """Tell whether the maker accepts or resolves a complaint and does not hold the office of the decision on that day.

    A result that names nobody is of who accepted the complaint. False where nobody knows.
    """
    one = facts.complaints.get(content.complaint_id)
    if one is None:
        return False
    day: date = getattr(content, "accepted_on", None) or content.resolved_on
    resolver = content.resolver or one.now.resolver
    return resolver == "maker" and await _left(one, facts, path, day)


async def waiting_for_head(facts: Facts, path: UnitPath, day: date) -> frozenset[UUID]:
    """Return the open first complaints that go to the head, as their maker holds the office no more on this day."""
    return frozenset(
        [
            ident
            for ident, one in facts.complaints.items()
            if _of_maker(one, facts) and await _left(one, facts, path, day)
        ]
    )


def _of_maker(one: Complaint, facts: Facts) -> bool:
    if not one.open or one.filed.lawsuit or one.level == complaints.SECOND:
        return False
    return one.now.resolver == "maker" or not (one.now.accepted or complaints.of_deputy(one, facts))


async def _left(one: Complaint, facts: Facts, path: UnitPath | None, day: date) -> bool:
    """Tell whether the signer signed in an office, and holds that very one no more on this day.

    It is the position of the day of the signature, which ends with its unit, or one under the same title in the case's
    units of today. Who holds another title there, below or above, holds another office. Today nobody holds one whose
    account is closed, though nobody has entered the end of the post: as wherever somebody is asked who serves. For a
    day that is over only the post tells (what was done in time stands).
    """
    paper = facts.papers.get(one.filed.against) if one.filed.against else None
    if paper is None or paper.issued_by is None or not paper.issuer_title or path is None:
        return False
    if day >= clock.today() and not await offices.is_active(paper.issued_by):
        return True
    signed_on, places = paper.issued_on or day, path.as_tuple()
    wanted = paper.issuer_title.casefold().split()
    return not any(
        _held(each, day) and (_held(each, signed_on) or each.unit_id in places)
        for each in await positions.list_of(paper.issued_by)
        if each.title_vi.casefold().split() == wanted
    )


def _held(one: ListedPosition, day: date) -> bool:
    """Tell whether a position was held on this day; its end is the first day on which it was not."""
    return one.valid_from <= day and (one.valid_to is None or one.valid_to > day)
