"""Cases in the state that a test needs, made through the one door and not over HTTP.

    case = await cases_made.inspected(people)            # opened from a submitted inspection
    case = await cases_made.recorded(people)             # with violation minutes

Papers are issued with an invented hash: their appearance is tested with the code that makes them.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from backend import registry
from backend.casework.cases import service
from backend.casework.prefill import parts
from backend.casework.rules.facts import Facts
from backend.core import clock, local_time
from backend.core.canonical_json import sha256_hex
from backend.core.database import transaction
from backend.documents import forms
from backend.documents.rules.signing import new_code
from backend.law import books
from backend.law.sanctions import service as sanctions
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, CaseOfficerRole
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import ActOrder, SanctionOrder
from tests.support import doubts, factories
from tests.support.case_papers import BEHAVIOUR as BEHAVIOUR
from tests.support.case_papers import COMPLEX as COMPLEX
from tests.support.case_papers import EXAMPLES as EXAMPLES
from tests.support.case_papers import circumstances, day_of, values_of
from tests.support.case_papers import decision as decision
from tests.support.case_papers import example as example
from tests.support.case_papers import exhibit as exhibit
from tests.support.case_papers import in_days as in_days
from tests.support.case_papers import inspected_party as inspected_party
from tests.support.case_papers import known_to as known_to
from tests.support.case_papers import minutes as minutes
from tests.support.case_papers import party as party
from tests.support.case_papers import remedy as remedy
from tests.support.case_papers import rows as rows
from tests.support.case_papers import seizure as seizure
from tests.support.case_papers import signed_by as signed_by
from tests.support.case_papers import today as today
from tests.support.case_papers import violation as violation
from tests.support.editions import book_today
from tests.support.people import People, Person


async def fields_of(form: str, who: Person) -> dict[str, Any]:
    """Fields that satisfy a form, with this person as the signer."""
    match form:
        case "MQĐ01" | "MQĐ02":
            plain = decision(await order(), form)
        case "MBB01":
            plain = minutes(party(), [violation()])
        case _:
            plain = example(form)
    return signed_by(form, plain, who)


@dataclass
class Case:
    """A case, and who acts in it unless a test says otherwise."""

    id: UUID
    people: People
    worker: Person
    head: Person
    papers: dict[str, UUID] = field(default_factory=dict)
    inspection: factories.Work | None = None

    async def act(self, kind: CaseAct, content: Wire, by: Person | None = None) -> Outcome:
        """Make one act, by the head of the department unless told otherwise."""
        async with transaction():
            return await service.act(self.id, kind, content, (by or self.head).actor("desk"))

    async def take(self, kind: CaseAct, content: Wire, by: Person | None = None) -> Accepted:
        """Make one act that must be accepted."""
        outcome = await self.act(kind, content, by)
        assert isinstance(outcome, Accepted), outcome
        return outcome

    async def refused(self, kind: CaseAct, content: Wire, by: Person | None = None) -> str:
        """Return the code with which an act is refused."""
        outcome = await self.act(kind, content, by)
        assert isinstance(outcome, Refused), outcome
        assert outcome.text.vi
        assert outcome.text.en
        return outcome.code

    async def facts(self) -> Facts:
        """The case as folded from its acts."""
        _, found = await service.facts_of(self.id, self.head.actor("desk"))
        return found

    async def change(self, form: str, about: UUID, **fields: Any) -> UUID:
        """Issue a decision about another (MQĐ38 to MQĐ40) that names it; its effect is a separate
        act."""
        paper = (await self.facts()).papers[about]
        assert paper.issued_on
        named = {
            "decision_number": paper.number,
            "decision_date": paper.issued_on.isoformat(),
        }
        return await self.paper(form, None, about, **(named | fields))

    async def following(self, form: str, about: UUID | None = None, **fields: Any) -> UUID:
        """Issue a paper about this case's party and decision (MQĐ03 to MQĐ05, MQĐ20, MQĐ21, MQĐ24)."""
        facts = await self.facts()
        named: dict[str, Any] = {"violator": parts.party(facts.party)}
        if about is not None and (issued := facts.papers[about].issued_on):
            named |= {
                "decision_number": facts.papers[about].number,
                "decision_date": issued.isoformat(),
            }
        plain = known_to(form, named)
        return await self.paper(form, None, **(plain | fields))

    async def cancelled(self, about: UUID, **fields: Any) -> UUID:
        """Cancel the decision as a whole, and with it what it granted; return what cancels it."""
        by = await self.change("MQĐ40", about, **fields)
        ends = {"with_effects": True, "amendment_ends": True}
        content = case_side_acts.DocumentCancelled(
            document_id=about, by=by, reason="Sai thẩm quyền", **ends
        )
        await self.take(CaseAct.DOCUMENT_CANCELLED, content)
        return by

    async def paper(
        self, form: str, by: Person | None = None, replaces: UUID | None = None, **fields: Any
    ) -> UUID:
        """Issue a paper with the fields of its form's example: drafted, made ready, issued by whom it names.

        A unit's paper that the head signs is drafted by the officer who works on the case. `fields`
        replace those of the example; `replaces` is the decision that this one is about; `despite` is
        the signer's reason to go on after a legal warning, None to give none.
        """
        who, why, day = by or self.head, fields.pop("despite", ""), fields.pop("signed_on", None)
        fields = await fields_of(form, who) | fields
        fields |= await self.cited(form, fields)
        document, hashed, version = new_id(), sha256_hex(fields), forms.newest(form)
        draft = case_side_acts.DocumentDrafted(
            document_id=document, form=form, form_version=version, fields=fields, replaces=replaces
        )
        of_unit = forms.load(form, version).get("x-issuer") == "unit"
        drafter = self.worker if of_unit and who == self.head else who
        await self.take(CaseAct.DOCUMENT_DRAFTED, draft, drafter)
        ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
        await self.take(CaseAct.DOCUMENT_FINALISED, ready, who)
        issued = case_side_acts.DocumentIssued(
            document_id=document,
            form=form,
            form_version=version,
            fields_hash=hashed,
            number=f"{document.hex[-8:]}/{form}",
            issued_on=day or day_of(form, fields),
            issued_at=clock.now(),
            issuer_title=who.title,
            code=new_code(),
            sha256=hashlib.sha256(document.bytes).hexdigest(),
            size=1000,
            pages=2,
            signature_level="B-T",
            signer=who.full_name,
            alone="Trực một mình" if of_unit and drafter == who else None,
            despite=doubts.answered(fields, form) if why == "" else why,
        )
        await self.take(CaseAct.DOCUMENT_ISSUED, issued, who)
        self.papers[form] = document
        return document

    async def cited(self, form: str, fields: dict[str, Any]) -> dict[str, Any]:
        """Cite the recorded minutes, if a decision still cites those of the form's example."""
        facts, name = await self.facts(), "violation_minutes_number"
        plain = form.startswith("MQĐ") and fields.get(name) == example(form).get(name, "")
        if facts.recorded is None or not plain:
            return {}
        minutes = facts.papers[facts.recorded.document_id]
        return {name: minutes.number, "violation_minutes_date": str(minutes.issued_on)}


async def inspected(people: People, **how: Any) -> Case:
    """A case from a submitted inspection of chi's team: an works on it, giang heads the department."""
    registry.open_all()
    work = await factories.submitted(people, **({"subject": inspected_party()} | how))
    return await opened_from(people, work)


async def opened_from(
    people: People,
    work: factories.Work,
    why: str | None = None,
    against: case_parts.Party | None = None,
) -> Case:
    """The case of a submitted inspection, opened by an. `why`: it is against somebody else."""
    actor = people.an.actor("desk")
    async with transaction():
        member = await service.as_officer(people.chi.id, CaseOfficerRole.MEMBER)
        opening = await service.opening(actor, member)
        content = case_intake_acts.CaseOpened(
            opening=opening,
            inspection_id=work.id,
            decision_number=work.number,
            party=against or party(),
            another_party=why,
        )
        case_id, outcome = await service.start(actor, CaseAct.CASE_OPENED, content)
    assert isinstance(outcome, Accepted), outcome
    return Case(case_id, people, people.an, people.giang, inspection=work)


async def recorded(
    people: People, *violations: case_acts.RecordedViolation, **changed: Any
) -> Case:
    """Issue violation minutes and record their content. `changed` replaces fields of both.

    `recorded_at` is the minutes' own time: just after midnight, an hour ago was yesterday.
    """
    case = await inspected(people)
    content = await minuted(case, *violations, **changed)
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    return case


async def minuted(
    case: Case, *violations: case_acts.RecordedViolation, **changed: Any
) -> case_acts.ViolationRecorded:
    """Issue signed violation minutes; return their act's content. `minutes`: fields of the paper
    alone."""
    at = changed.get("recorded_at", clock.now())
    day = local_time.day_of(at)
    given: dict[str, Any] = {
        "recorded_at": at,
        "detected_on": day,
        "violations": list(violations) or [violation(ended_on=day)],
        "party": party(),
        "victims": [],
        "explanation_right": True,
        "complex": False,
        "electronic_consent": False,
    } | changed
    known = (await case.facts()).party
    if known is not None and known.name != given["party"].name:
        given = {"another_party": "Chủ hàng là người khác"} | given
    if given["complex"]:
        given = COMPLEX | given
    beside, signed_on = given.pop("minutes", {}), given.pop("signed_on", None)
    said = minutes(
        given["party"],
        given["violations"],
        started_at=f"{given['recorded_at']:%Y-%m-%dT%H:%M:%SZ}",
        detected_on=given["detected_on"].isoformat(),
    )
    said |= beside
    an = case.people.an
    document = await case.paper("MBB01", an, signed_on=signed_on, **signed_by("MBB01", said, an))
    return case_acts.ViolationRecorded(document_id=document, **given)


async def seized(
    case: Case, *exhibits: case_exhibit_acts.Exhibit, **changed: Any
) -> case_exhibit_acts.ExhibitsSeized:
    """Issue signed seizure minutes; return their act's content."""
    given: dict[str, Any] = {
        "seized_at": clock.now(),
        "keeper": "Đội QLTT số 1",
        "place": "Kho của Đội",
        "exhibits": list(exhibits),
    } | changed
    maker = given.pop("by", None) or case.people.an
    content = case_exhibit_acts.ExhibitsSeized(document_id=new_id(), **given)
    document = await case.paper("MBB15", maker, **signed_by("MBB15", seizure(content), maker))
    return msgspec.structs.replace(content, document_id=document)


async def due(people: People) -> Case:
    """A case with everything for the decision, including approved inspection minutes."""
    case = await recorded(people)
    await approve(case)
    await waive(case)
    return case


async def waive(case: Case) -> None:
    """Record that the violator does not ask to explain, as the minutes say."""
    waived = case_acts.ExplanationWaived(how="declared", at=clock.now(), reason="")
    await case.take(CaseAct.EXPLANATION_WAIVED, waived, case.people.an)


async def written_by_party(case: Case, by: Person | None = None) -> int:
    """File the party's own writing, by the head unless told otherwise; return its sheet number."""
    title = "Văn bản của người vi phạm"
    filed = case_side_acts.SheetsFiled(
        title=title, issued_on=today(), number=None, sheets=1, document_id=None, sha256=None
    )
    await case.take(CaseAct.SHEETS_FILED, filed, by)
    return (await case.facts()).last_sheet


async def approve(case: Case) -> None:
    """Approve the inspection's minutes as the supervisor."""
    from backend.fieldwork.inspections import service as inspections

    assert case.inspection is not None
    async with transaction():
        outcome = await inspections.approve(
            case.inspection.id, case.inspection.revision, case.head.actor("desk")
        )
    assert isinstance(outcome, Accepted), outcome


async def order(
    *,
    code: str = BEHAVIOUR,
    chosen: int | None = None,
    mitigating: int = 0,
    of: case_acts.RecordedViolation | None = None,
    subject: SubjectKind = SubjectKind.INDIVIDUAL,
) -> SanctionOrder:
    """The order to be reckoned for one behaviour: `of`, or that of the minutes."""
    one = of or violation(code)
    behaviour = await sanctions.pinned(one.code, one.catalogue_version, book_today())
    return SanctionOrder(
        subject=subject,
        decided_on=today(),
        acts=[
            ActOrder(
                behaviour=behaviour,
                acted_on=one.ended_on,
                circumstances=circumstances(mitigating),
                values=values_of(one),
                multipliers=[],
                warning=False,
                chosen_vnd=chosen,
                reason="Tính chất vụ việc" if chosen else None,
            )
        ],
        extra_penalties=[],
        remedies=[],
        book=books.named_in_order(book_today()),
    )


async def decided(case: Case, wanted: SanctionOrder) -> UUID:
    """Issue a signed sanction decision with this order. One that was signed before is cancelled."""
    if "MQĐ02" in case.papers:
        await case.cancelled(case.papers["MQĐ02"])
    return await case.paper("MQĐ02", **signed_by("MQĐ02", decision(wanted), case.head))


async def remedied(case: Case, ordered: case_acts.RemedyOrdered) -> UUID:
    """Issue a signed decision on remedies alone with this content."""
    fields = remedy(ordered, who=(await case.facts()).party)
    return await case.paper("MQĐ15", **signed_by("MQĐ15", fields, case.head))


async def imposed(case: Case, **changed: Any) -> case_acts.SanctionImposed:
    """The content of a sanction decision that satisfies every rule."""
    facts = await case.facts()
    said = facts.recorded
    first = said.violations[0] if said else None
    subject = said.party.kind if said else SubjectKind.INDIVIDUAL
    wanted = changed.pop("order", None) or await order(of=first, subject=subject)
    computation = sanctions.compute(wanted)
    listed = {"exhibits": rows(facts, changed.get("confiscated", []))}
    document = case.papers.get("MQĐ02") or await case.paper(
        "MQĐ02", **signed_by("MQĐ02", decision(wanted, who=facts.party) | listed, case.head)
    )
    given: dict[str, Any] = {
        "document_id": document,
        "decided_on": today(),
        "order": wanted,
        "total": computation.total_vnd,
        "computation": computation.hash,
        "by_device": False,
        "delegation": None,
        "confiscated": [],
        "comply_days": 10,
        "publish": False,
    }
    return case_acts.SanctionImposed(**(given | changed))


async def sanctioned(people: People, **changed: Any) -> Case:
    """A case with a signed sanction decision."""
    case = await due(people)
    await case.take(CaseAct.SANCTION_IMPOSED, await imposed(case, **changed))
    return case
