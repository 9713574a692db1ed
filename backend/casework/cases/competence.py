"""Who signs, asked of the record: his title on the day of the paper, and whether the paper is his to sign.

Days are Vietnam's. Pure rules are in backend/casework/rules/signing.py.
"""

from datetime import date
from typing import Any
from uuid import UUID

from backend.casework.queries import cases as queries
from backend.casework.rules import (
    amended_fine,
    amending,
    document_guards,
    exhibit_guards,
    reckoning,
)
from backend.casework.rules import signing as signing_rules
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.signing import Signer
from backend.casework.texts.cases import refusal
from backend.core.actors import UnitPath
from backend.core.errors import NotFound
from backend.documents import forms
from backend.force.delegations import service as delegations
from backend.law import form_facts
from backend.law.errors import OrderFault
from backend.law.sanctions import service as sanctions
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.law.sanctions import Computation


async def signing_fault(
    case_id: UUID,
    path: UnitPath,
    paper: Paper,
    signer_id: UUID,
    day: date,
    title: str | None = None,
    *,
    changed: Paper | None = None,
    facts: Facts | None = None,
) -> Refuse | None:
    """Why this officer may not issue this paper on that day, but for its state and his role; None where he may.

    `title` is what the paper is to bear as his; where it is another than the record's, he may not. `changed` is the
    decision that the paper amends, corrects or cancels; `facts`, of its case, tell what the goods that it confiscates
    are worth.
    """
    schema = forms.load(paper.form, paper.form_version)
    of_unit = schema.get("x-issuer", "unit") == "unit"
    signer, covers = await _held(path, signer_id, day)
    if title is not None and title != signer.title:
        return refusal("case_signer_other", paper=title, own=signer.title or "–")
    if other := signing_rules.other_signer(schema, paper.fields, signer):
        return refusal("case_signer_other", paper=other[0], own=other[1])
    if not of_unit:
        return None
    computation = None
    if paper.form in form_facts.of_kind("sanction"):
        try:
            computation = reckoning.reckoned(paper.fields)
        except (reckoning.PaperDiffers, OrderFault):
            return refusal("case_not_reckoned")
        computation = (
            exhibit_guards.reckoned_with(facts, paper, computation) if facts else computation
        )
    title = signer.title if covers else ""
    cited = await delegation_of(case_id, path, paper.form, signer_id, title, day, held=True)
    office = Signer(signer.name, title, signer.number, delegated=cited is not None)
    if changed and (why := await changer_fault(path, changed, signer_id, day, form=paper.form)):
        return why
    if facts is not None and (why := _amends_beyond(facts, paper, office, day)):
        return why
    beyond = signing_rules.incompetent(paper.form, office, computation, day)
    if beyond and not _mends_his_own(changed, signer_id, title):
        return refusal("case_not_competent", beyond)
    return _cites_other(paper, cited)


def _amends_beyond(facts: Facts, paper: Paper, office: Signer, day: date) -> Refuse | None:
    """Why a paper may not make the decision on the violation what it says (MQĐ38): another fine than its bands allow,
    or a fine or goods beyond the competence of who signs, whoever signed the first one (Law Arts 23.4, 52).
    """
    if fault := amended_fine.fine_fault(facts, paper):
        return refusal("case_amended_fine", fault)
    if facts.sanction is None or paper.replaces is None:
        return None
    said = amending.said_by(facts, paper.replaces, paper)
    if not said.confiscated and said.total in (None, facts.sanction.total):
        return None
    computation = exhibit_guards.reckoned_with(
        facts, paper, sanctions.compute(facts.sanction.order)
    )
    beyond = signing_rules.incompetent("MQĐ02", office, computation, day)
    return refusal("case_not_competent", beyond) if beyond else None


def _mends_his_own(changed: Paper | None, signer_id: UUID, title: str) -> bool:
    """Who signed a decision under the title that he still holds mends it himself; a deputy under a delegation alone
    (Decree 118/2021 Art 13.2)."""
    if changed is None or changed.issued_by != signer_id or sanctions.is_deputy(title):
        return False
    return bool(title) and title == changed.issuer_title


async def changer_fault(
    path: UnitPath, changed: Paper, signer_id: UUID, day: date, form: str = "MQĐ40"
) -> Refuse | None:
    """Why this officer may not amend, correct or cancel this decision, or say what becomes of its fine, by a paper of
    this form; None where he may.

    Its signer does, and failing him a head of the signer's unit or of one above it, of no lower rank (Decree 118/2021
    Art 13.2, Law Arts 18.3, 76, 77, 79).
    """
    if changed.issued_by is None or changed.issued_by == signer_id:
        return None
    units = units_of(path)
    first = await queries.offices(changed.issued_by, changed.issued_on or day, units)
    own = await queries.offices(signer_id, day, units)
    if signing_rules.outranks(
        [(row["title_vi"], row["level"]) for row in own],
        changed.issuer_title or "",
        [(row["title_vi"], row["level"]) for row in first],
    ):
        return None
    number, title = changed.number or changed.form, changed.issuer_title or "–"
    code = "case_fine_signer" if form in document_guards.OF_THE_FINE else "case_change_signer"
    return refusal(code, number=number, own=title)


async def office_fault(
    case_id: UUID, path: UnitPath, officer_id: UUID, form: str, day: date, *, signed: bool = False
) -> Text | None:
    """Why an officer holds no power to decide in a case of this unit on a day; None where any title of his does.

    `form` names the kind of delegation under which a deputy decides it; `signed`: see rules.holds() of delegations.
    """
    fault: Text | None = None
    titles = [row["title_vi"] for row in await queries.offices(officer_id, day, units_of(path))]
    for title in sorted(titles, key=sanctions.is_deputy) or [""]:
        cited = await delegation_of(case_id, path, form, officer_id, title, day, signed=signed)
        signer = Signer("", title, None, delegated=cited is not None)
        why = signing_rules.incompetent(signing_rules.OTHER, signer, None, day)
        if why is None:
            return None
        fault = why if fault is None or sanctions.is_deputy(title) else fault
    return fault


def _cites_other(paper: Paper, cited: str | None) -> Refuse | None:
    """A paper cites the very delegation under which it is signed, and none where its signer needs none."""
    said = str((paper.fields.get("signer") or {}).get("delegation") or "")
    if " ".join(said.split()) == (cited or ""):
        return None
    return refusal("case_delegation_other", paper=said or "–", own=cited or "–")


async def delegation_of(
    case_id: UUID | None,
    path: UnitPath,
    form: str,
    officer_id: UUID,
    title: str,
    day: date,
    *,
    signed: bool = False,
    held: bool = False,
) -> str | None:
    """How a paper of a case of this unit cites the recorded delegation by which a deputy signs it; None where he has
    none there or needs none."""
    if not sanctions.is_deputy(title):
        return None
    units = units_of(path)
    return await delegations.citation(
        officer_id, form, day, case_id, units, signed=signed, held=held
    )


async def entry_fault(
    case_id: UUID, path: UnitPath, paper: Paper, computation: Computation | None
) -> Text | None:
    """Why who signed a decision had not the power for it, by the title under which it was signed; None where he had.

    What somebody else may do who enters the decision into its case says nothing of the decision.
    """
    if paper.issued_by is None or paper.issued_on is None:
        return None
    found = await signer_on_day(path, paper.issued_by, paper.issued_on)
    title = found.title if paper.issuer_title is None else paper.issuer_title
    cited = await delegation_of(
        case_id, path, paper.form, paper.issued_by, title, paper.issued_on, signed=True
    )
    signer = Signer(found.name, title, found.number, delegated=cited is not None)
    return signing_rules.incompetent(paper.form, signer, computation, paper.issued_on)


async def signer_on_day(path: UnitPath, officer_id: UUID, day: date) -> Signer:
    """An officer as he stands on a day, by the title that counts in a case of this unit. Raises NotFound."""
    return (await _held(path, officer_id, day))[0]


async def _held(path: UnitPath, officer_id: UUID, day: date) -> tuple[Signer, bool]:
    """An officer by the title that counts, and whether it is one of the units that the case lies in. Raises NotFound.

    Of several there a head's goes before a deputy's, a deputy's before any other: who holds two has the powers of both.
    """
    units = units_of(path)
    row = await queries.officer_on_day(officer_id, day, units)
    if row is None:
        raise NotFound(what="officer")
    title, covers = row["title_vi"], row["covers"]
    if covers:
        held = [one["title_vi"] for one in await queries.offices(officer_id, day, units)]
        title = signing_rules.first_of(held, day)
    return Signer(name=row["full_name"], title=title, number=row["officer_number"]), covers


async def head_of(path: UnitPath, day: date) -> Any:
    """Who heads the unit of a case, or failing him the one above: a row with name, number, title and unit; or None."""
    for row in await queries.list_in_office(units_of(path), day):
        if signing_rules.heads(row["title_vi"], day):
            return row
    return None


def units_of(path: UnitPath) -> list[UUID]:
    """The unit of a case and all above it: whose titles count in it."""
    return [one for one in path.as_tuple() if one is not None]
