"""What guards ask about another body's paper, and about the unit to which a file goes up.

Whether a case has the paper already, and what the law gives its violator.
"""

from typing import Any
from uuid import UUID

from backend.casework.cases import against_papers
from backend.casework.queries import documents as document_queries
from backend.casework.queries import elsewhere as elsewhere_queries
from backend.casework.rules import chair_changes, handed
from backend.casework.rules.contradictions import folded
from backend.core.actors import UnitPath
from backend.force.units import service as units
from backend.law import books
from backend.law.rules.counting import start_of
from schemas.casework.acts.handed import ChairChanged, ChairDecided, FileReceived


async def gathered(
    case_id: UUID, content: Any, path: UnitPath | None, rule_set: str
) -> dict[str, Any]:
    """Return it as the guard context has it.

    `path` and `rule_set`: the unit and rules of the case, or of one to be opened.
    """
    if isinstance(content, ChairDecided):
        form, number, day = handed.SANCTION[0], content.number, content.decided_on
        return {"received_by": await _taken(case_id, form, number, day, path)}
    if isinstance(content, ChairChanged):
        form = chair_changes.CHANGES[content.change].form[0]
        return {
            "received_by": await _taken(case_id, form, content.number, content.decided_on, path)
        }
    if not isinstance(content, FileReceived):
        raise TypeError("only such an act asks for this")
    at = start_of(handed.minuted_on(content))
    book = books.book_of(rule_set)
    return {
        "received_by": await _taken(
            case_id, handed.MINUTES[0], content.minutes_number, content.minutes_on, path
        ),
        "own_unit": await _ours(content.body, path),
        "hearing": await against_papers.hearing(content.party.kind, content.violations, at, book),
        "versions_stand": await against_papers.versions_stand(None, content.violations, book),
    }


async def _ours(body: str, path: UnitPath | None) -> bool:
    """Tell whether a body is the case's unit or one above it, however the name is typed."""
    ids = [one for one in path.as_tuple() if one is not None] if path else []
    names = [await units.name_of(one) for one in ids]
    return folded(body) in {folded(said) for one in names for said in (one.vi, one.en)}


def above(content: Any, path: UnitPath | None) -> bool:
    """Tell whether the named unit is above the case's: only there a head decides in its stead."""
    ids = [one for one in path.as_tuple() if one is not None] if path else []
    return content.unit_id in ids[:-1]


async def _taken(
    case_id: UUID, form: str, number: str | None, day: Any, path: UnitPath | None
) -> str | None:
    """Return the number of another case that has the paper, or None.

    However its number is typed. A second act about the paper waits until the first is recorded.
    """
    if number is None or path is None:
        return None
    await elsewhere_queries.hold([f"{form} {day}"])
    found = await document_queries.received_on(case_id, form, day, path.unit_1)
    return next((one.case_number for one in found if _same(one.number, number)), None)


def _same(number: str, other: str) -> bool:
    return folded(number).replace(" ", "") == folded(other).replace(" ", "")
