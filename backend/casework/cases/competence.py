"""Checks a signer against the record: the title on the day of the paper, and whether it suffices.

Days are Vietnam's. The pure rules are in backend/casework/rules/signing.py.
"""

from datetime import date
from uuid import UUID

from backend.casework.cases import last_days, limits, reliefs
from backend.casework.queries import offices as queries
from backend.casework.queries.offices import InOffice
from backend.casework.rules import (
    amended_fine,
    amending,
    document_guards,
    exhibit_guards,
    other_bodies,
    outside,
    reckoning,
    suspending,
    taken,
    warning,
)
from backend.casework.rules import signing as signing_rules
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.signing import Beyond, Signer
from backend.casework.texts.cases import refusal
from backend.core import remembering
from backend.core.actors import UnitPath
from backend.core.errors import NotFound
from backend.documents import forms
from backend.force.delegations import service as delegations
from backend.law import form_facts
from backend.law.books import FIRST
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
    despite: str | None = None,
) -> Refuse | None:
    """Return why this officer may not issue this paper on that day, or None.

    The paper's state and the officer's role are checked elsewhere. `title` is the title that the
    paper is to bear; it must be the one on record. `changed` is the decision that the paper amends,
    corrects or cancels. `facts`, of its case, tell what the goods that it confiscates are worth.
    `despite` is the signer's reason to go on where only a rule that is not certain speaks against
    it (practice B8).
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
    computation = _reckoned(paper, facts)
    if isinstance(computation, Refuse):
        return computation
    title = signer.title if covers else ""
    cited = await delegation_of(case_id, path, paper.form, signer_id, title, day, held=True)
    office = Signer(signer.name, title, signer.number, delegated=cited is not None)
    if changed and (why := await changer_fault(path, changed, signer_id, day, form=paper.form)):
        return why
    if facts is not None and (why := _amends_beyond(facts, paper, office, day, despite)):
        return why
    if facts is not None and (why := _others_decide(facts, paper, title, day, despite)):
        return why
    if facts is not None:
        if wrong := reliefs.wrong_sum(facts, paper):
            return refusal("case_instalments", wrong)
        late = await last_days.change_fault(facts, paper, day)
        doubt = late or limits.seizure_late(facts, paper, day)
        doubt = doubt or reliefs.paper_doubt(facts, paper, day)
        if why := warning.unless(despite, doubt):
            return why
    book = facts.book if facts else FIRST
    beyond = signing_rules.beyond(paper.form, office, computation, day, book)
    why = _refused(beyond, despite, reckoning.row_doubt(computation))
    if why and not _mends_his_own(changed, signer_id, title):
        return why
    return _cites_other(paper, cited)


def _reckoned(paper: Paper, facts: Facts | None) -> Computation | Refuse | None:
    """Return the computation of a sanction decision, or why it may not be signed; None for other papers."""
    if paper.form not in form_facts.of_kind("sanction"):
        return None
    try:
        computation = reckoning.reckoned(paper.fields)
    except (reckoning.PaperDiffers, OrderFault):
        return refusal("case_not_reckoned")
    if facts is None:
        return computation
    waits = outside.decision_fault(facts, computation.order)
    waits = waits or taken.unnamed_fault(paper.fields, computation.order)
    return waits or exhibit_guards.reckoned_with(facts, paper, computation)


def _refused(
    beyond: Beyond | None, despite: str | None, doubt: Text | None = None
) -> Refuse | None:
    """Refuse what is certainly beyond the signer; of all that is not certain, warn at once."""
    if beyond is not None and beyond.certain:
        return refusal("case_not_competent", beyond.text)
    told = [one for one in (beyond.text if beyond else None, doubt) if one is not None]
    if not told:
        return None
    vi, en = (" ".join(one.vi for one in told), " ".join(one.en for one in told))
    return warning.unless(despite, Text(vi=vi, en=en))


def _others_decide(
    facts: Facts, paper: Paper, title: str, day: date, despite: str | None
) -> Refuse | None:
    """Return why another body decides on the violation, as the case notes it, or None."""
    other = other_bodies.fault(facts, paper.form, title, day)
    return _refused(signing_rules.of_refusal(other), despite) if other else None


def _amends_beyond(
    facts: Facts, paper: Paper, office: Signer, day: date, despite: str | None
) -> Refuse | None:
    """Return why a paper may not amend the decision on the violation as it says (MQĐ38), or None.

    The fine may lie outside the bands of the decision. The fine or the goods may exceed the
    signer's competence, no matter who signed the first decision (Law Arts 23.4, 52).
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
    beyond = signing_rules.beyond("MQĐ02", office, computation, day)
    return _refused(beyond, despite)


def _mends_his_own(changed: Paper | None, signer_id: UUID, title: str) -> bool:
    """Tell whether the signer of a decision changes it under the title that they still hold.

    A deputy needs a delegation for that too (Decree 118/2021 Art 13.2).
    """
    if changed is None or changed.issued_by != signer_id or sanctions.is_deputy(title):
        return False
    return bool(title) and title == changed.issuer_title


async def changer_fault(
    path: UnitPath, changed: Paper, signer_id: UUID, day: date, form: str = "MQĐ40"
) -> Refuse | None:
    """Return why this officer may not change this decision, or its fine, by this form; or None.

    To change means to amend, correct or cancel. The decision's signer may. Otherwise a head of the
    signer's unit or of one above it may, of no lower rank (Decree 118/2021 Art 13.2, Law Arts 18.3,
    76, 77, 79). The fine of a chair is postponed, reduced or divided by the chair alone. The execution of a chair's
    decision is suspended by the chair, or by who resolves a complaint about it, who is the chair too or above them:
    "issuer = complaint authority or sanctioning agency" (forms MQĐ31 and MQĐ32; Law Arts 15.3, 62.2). Who signs a
    decision to execute only a part of it (MQĐ17; Art 75) is not certain here: theirs is recorded, and ours is not
    refused (practice B8).
    """
    if changed.elsewhere and form in document_guards.OF_THE_FINE:
        return refusal("case_fine_of_chair", number=changed.number or "?")
    if changed.elsewhere and form in (suspending.SUSPENDING, suspending.ENDING):
        return refusal("case_suspension_of_chair", number=changed.number or "?")
    if changed.issued_by is None or changed.issued_by == signer_id:
        return None
    units = units_of(path)
    first = await queries.offices(changed.issued_by, changed.issued_on or day, units)
    own = await queries.offices(signer_id, day, units)
    if signing_rules.outranks(
        [(row.title_vi, row.level) for row in own],
        changed.issuer_title or "",
        [(row.title_vi, row.level) for row in first],
    ):
        return None
    number, title = changed.number or changed.form, changed.issuer_title or "–"
    code = "case_fine_signer" if form in document_guards.OF_THE_FINE else "case_change_signer"
    return refusal(code, number=number, own=title)


async def office_fault(
    case_id: UUID,
    path: UnitPath,
    officer_id: UUID,
    form: str,
    day: date,
    *,
    signed: bool = False,
    book: str = FIRST,
) -> Text | None:
    """Return why an officer has no power to decide in a case of this unit on a day, or None.

    One title with the power is enough. `form` names the kind of delegation under which a deputy
    decides; `signed`: see rules.holds() of delegations.
    """
    fault: Text | None = None
    titles = [row.title_vi for row in await queries.offices(officer_id, day, units_of(path))]
    for title in sorted(titles, key=sanctions.is_deputy) or [""]:
        cited = await delegation_of(case_id, path, form, officer_id, title, day, signed=signed)
        signer = Signer("", title, None, delegated=cited is not None)
        why = signing_rules.incompetent(signing_rules.OTHER, signer, None, day, book)
        if why is None:
            return None
        fault = why if fault is None or sanctions.is_deputy(title) else fault
    return fault


def _cites_other(paper: Paper, cited: str | None) -> Refuse | None:
    """Refuse a paper that cites another delegation than the signer's, or one that is not needed."""
    said = str((paper.fields.get("signer") or {}).get("delegation") or "")
    if (not said.split() and cited is None) or (cited and delegations.same(said, cited)):
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
    """Return the citation of the delegation by which a deputy signs a paper in a case of this unit.

    None if the signer needs no delegation, or has none on record there.
    """
    if not sanctions.is_deputy(title):
        return None
    units = units_of(path)
    return await delegations.citation(
        officer_id, form, day, case_id, units, signed=signed, held=held
    )


async def entry_fault(
    case_id: UUID,
    path: UnitPath,
    paper: Paper,
    computation: Computation | None,
    book: str = FIRST,
) -> Text | None:
    """Return why the signer of a decision certainly had no power for it, or None.

    What is not certain was asked when it was signed, and does not keep it out. Judged by the title
    under which it was signed. Another officer may enter the decision into its case; that officer's
    powers do not count here.
    """
    if paper.issued_by is None or paper.issued_on is None:
        return None
    found = await signer_on_day(path, paper.issued_by, paper.issued_on)
    title = found.title if paper.issuer_title is None else paper.issuer_title
    cited = await delegation_of(
        case_id, path, paper.form, paper.issued_by, title, paper.issued_on, signed=True
    )
    signer = Signer(found.name, title, found.number, delegated=cited is not None)
    return signing_rules.incompetent(paper.form, signer, computation, paper.issued_on, book)


async def of_entry(
    case_id: UUID,
    facts: Facts,
    document_id: UUID,
    path: UnitPath | None,
    computation: Computation | None,
) -> Text | None:
    """See entry_fault(); with the goods that the paper's own rows confiscate."""
    paper = facts.papers.get(document_id)
    if paper is None or path is None:
        return None
    judged = exhibit_guards.reckoned_with(facts, paper, computation) if computation else None
    if paper.issued_on and paper.issuer_title:
        other = other_bodies.fault(facts, paper.form, paper.issuer_title, paper.issued_on)
        if other and (beyond := signing_rules.of_refusal(other)).certain:
            return beyond.text
    return await entry_fault(case_id, path, paper, judged, facts.book)


async def signer_on_day(path: UnitPath, officer_id: UUID, day: date) -> Signer:
    """Return an officer of that day, by the title that counts in the case. Raises NotFound."""
    return (await _held(path, officer_id, day))[0]


@remembering.once
async def _held(path: UnitPath, officer_id: UUID, day: date) -> tuple[Signer, bool]:
    """Return an officer, by the title that counts in the case, and whether a title there was found.

    Among several titles in the case's units a head's goes before a deputy's, and a deputy's before
    any other: the holder of two titles has the powers of both. Raises NotFound.
    """
    units = units_of(path)
    row = await queries.officer_on_day(officer_id, day, units)
    if row is None:
        raise NotFound(what="officer")
    title, covers = row.title_vi, row.covers
    if covers:
        held = [one.title_vi for one in await queries.offices(officer_id, day, units)]
        title = signing_rules.first_of(held, day)
    return Signer(name=row.full_name, title=title, number=row.officer_number), covers


async def head_of(path: UnitPath, day: date) -> InOffice | None:
    """Return the head of the case's unit, or else of the nearest unit above; None if there is none."""
    for row in await queries.list_in_office(units_of(path), day):
        if signing_rules.heads(row.title_vi, day):
            return row
    return None


def units_of(path: UnitPath) -> list[UUID]:
    """List the case's unit and all units above it: titles of these count in the case."""
    return [one for one in path.as_tuple() if one is not None]
