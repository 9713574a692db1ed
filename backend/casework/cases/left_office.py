"""Whether the signer of a decision still holds an office from which a complaint about it is resolved.

The law names the maker of the decision as the holder of an office (Law on Complaints 02/2011 Arts 7.1, 17 to 20).
Once the signer left it, or the unit was merged into another, the head of the unit that has the case now resolves it.
"""

from typing import Any

from backend.casework.queries import offices
from backend.casework.rules.facts import Facts
from backend.core.actors import UnitPath


async def maker_left(facts: Facts, content: Any, path: UnitPath | None) -> bool:
    """Tell whether the signer of the paper did so in an office, and holds none such in the case's units on acceptance.

    The case's units are those of today: after a merger the successor's. Who holds another title there, below or above,
    holds another office. False where nobody knows.
    """
    if getattr(content, "resolver", None) != "maker":  # an act about a complaint that names none
        return False
    complaint = facts.complaints.get(content.complaint_id)
    against = complaint.filed.against if complaint else None
    paper = facts.papers.get(against) if against else None
    if paper is None or paper.issued_by is None or not paper.issuer_title or path is None:
        return False
    units = [one for one in path.as_tuple() if one is not None]
    now = await offices.officer_on_day(paper.issued_by, content.accepted_on, units)
    if now is None or not now.covers:
        return True
    return now.title_vi.casefold().split() != paper.issuer_title.casefold().split()
