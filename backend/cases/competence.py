"""Who signs, asked of the record: his title on the day of the paper, and whether the paper is his to sign.

Days are Vietnam's. Pure rules are in signing_rules.py.
"""

from datetime import date
from typing import Any
from uuid import UUID

from backend.actors import UnitPath
from backend.cases import queries, reckoning, signing_rules
from backend.cases.facts import Paper
from backend.cases.signing_rules import Signer
from backend.cases.texts import refusal
from backend.documents import forms
from backend.errors import NotFound
from backend.ledger.books import Refuse
from backend.sanctions.errors import OrderFault
from schemas.problems import Text
from schemas.sanctions import Computation


async def signing_fault(
    path: UnitPath, paper: Paper, signer_id: UUID, day: date, title: str | None = None
) -> Refuse | None:
    """Why this officer may not issue this paper on that day, but for its state and his role; None where he may.

    `title` is what the paper is to bear as his; where it is another than the record's, he may not.
    """
    schema = forms.load(paper.form, paper.form_version)
    of_unit = schema.get("x-issuer", "unit") == "unit"
    signer, covers = await _signer(path, paper, signer_id, day)
    if title is not None and title != signer.title:
        return refusal("case_signer_other", paper=title, own=signer.title or "–")
    if other := signing_rules.other_signer(schema, paper.fields, signer):
        return refusal("case_signer_other", paper=other[0], own=other[1])
    if not of_unit:
        return None
    computation = None
    if paper.form in signing_rules.RECKONED:
        try:
            computation = reckoning.reckoned(paper.fields)
        except (reckoning.PaperDiffers, OrderFault):
            return refusal("case_not_reckoned")
    office = signer if covers else Signer(signer.name, "", signer.number)
    why = signing_rules.incompetent(paper.form, office, computation, day)
    return refusal("case_not_competent", why) if why else None


async def entry_fault(path: UnitPath, paper: Paper, computation: Computation | None) -> Text | None:
    """Why who signed a decision had not the power for it, by the title under which it was signed; None where he had.

    What somebody else may do who enters the decision into its case says nothing of the decision.
    """
    if paper.issued_by is None or paper.issued_on is None:
        return None
    found, _ = await _signer(path, paper, paper.issued_by, paper.issued_on)
    title = found.title if paper.issuer_title is None else paper.issuer_title
    signer = Signer(found.name, title, found.number, found.delegated)
    return signing_rules.incompetent(paper.form, signer, computation, paper.issued_on)


async def standing_of(path: UnitPath, officer_id: UUID, day: date) -> Signer:
    """An officer as he stands on a day, by the title that counts in a case of this unit. Raises NotFound."""
    row = await queries.standing(officer_id, day, units_of(path))
    if row is None:
        raise NotFound(what="officer")
    return Signer(name=row["full_name"], title=row["title_vi"], number=row["officer_number"])


async def _signer(path: UnitPath, paper: Paper, officer_id: UUID, day: date) -> tuple[Signer, bool]:
    row: Any = await queries.standing(officer_id, day, units_of(path))
    said = paper.fields.get("signer")
    delegation = said.get("delegation") if isinstance(said, dict) else None
    signer = Signer(
        name=row["full_name"],
        title=row["title_vi"],
        number=row["officer_number"],
        delegated=bool(delegation),
    )
    return signer, row["covers"]


async def head_of(path: UnitPath, day: date) -> Any:
    """Who heads the unit of a case, or failing him the one above: a row with name, number, title and unit; or None."""
    for row in await queries.list_in_office(units_of(path), day):
        if signing_rules.heads(row["title_vi"], day):
            return row
    return None


def units_of(path: UnitPath) -> list[UUID]:
    """The unit of a case and all above it: whose titles count in it."""
    return [one for one in path.as_tuple() if one is not None]
