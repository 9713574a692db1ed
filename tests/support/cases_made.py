"""Cases in the state that a test wants, made through the one door and not over HTTP.

    case = await cases_made.inspected(people)            # opened from a submitted inspection
    case = await cases_made.recorded(people)             # with violation minutes
    case = await cases_made.sanctioned(people)

Papers are issued with a made-up hash: what a paper looks like is tested where papers are made.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from backend import clock, doors
from backend.canonical_json import canonical, sha256_hex
from backend.cases import law, service
from backend.cases.facts import Facts
from backend.database import transaction
from backend.ledger.service import Accepted, Outcome, Refused
from backend.sanctions import service as sanctions
from backend.signing.rules import new_code
from schemas import case_acts as a
from schemas import case_side_acts as s
from schemas.base import Wire
from schemas.case_words import (
    CaseAct,
    CaseOfficerRole,
)
from schemas.ids import new_id
from schemas.sanctions import ActOrder, Circumstances, SanctionOrder, Values
from schemas.vocabulary import SubjectKind
from tests.support import factories
from tests.support.people import People, Person

EXAMPLES = Path(__file__).parents[1] / "unit/documents/examples"
BEHAVIOUR = "ND98-15-1-d"
"""Trading smuggled goods worth 10 to under 20 million: 4 to 6 million for an individual."""


def today() -> date:
    """In Vietnam."""
    return law.today(clock.now())


def party(**changed: Any) -> a.Party:
    """An individual who keeps a shop; `changed` replaces fields."""
    given: dict[str, Any] = {
        "subject_id": None,
        "kind": SubjectKind.INDIVIDUAL,
        "name": "Trần Văn Mẫu",
        "trade_name": None,
        "identity_number": "001099900017",
        "birth_date": date(1985, 5, 6),
        "sex": "male",
        "nationality": "Việt Nam",
        "occupation": "Buôn bán",
        "tax_code": None,
        "registration_number": None,
        "address": "Số 3 đường Cây Đa, xã Đồng Mẫu, thành phố Hà Nội",
        "representative": None,
        "representative_title": None,
        "phone": None,
        "email": None,
    }
    return a.Party(**(given | changed))


def example(form: str) -> dict[str, Any]:
    """Fields that satisfy a form."""
    path = EXAMPLES / f"{form}.1.json"
    found: dict[str, Any] = msgspec.json.decode(path.read_bytes())
    return found


def signed_by(form: str, fields: dict[str, Any], who: Person) -> dict[str, Any]:
    """The fields with this person named where the form names who signs it: a paper bears its own signer's name."""
    named = fields
    for name in ("signer", "maker", "leader"):
        if isinstance(fields.get(name), dict):
            said = dict(fields[name]) | {"name": who.full_name, "title": who.title}
            said.pop("delegation", None)
            if "officer_number" in said:
                said["officer_number"] = who.officer_number
            named = named | {name: said}
            break
    return named


def decision(wanted: SanctionOrder, form: str = "MQĐ02") -> dict[str, Any]:
    """The fields of a sanction decision that says what an order comes to, and bears it."""
    computation = sanctions.compute(wanted)
    violations = [
        {
            "wording": act.name_vi,
            "provision": act.legal_basis,
            "penalty": "warning" if act.warning else "fine",
        }
        | ({} if act.warning else {"fine": act.amount_vnd})
        for act in computation.acts
    ]
    return example(form) | {
        "violations": violations,
        "total_fine": computation.total_vnd,
        "reckoning": canonical(msgspec.to_builtins(wanted)).decode(),
    }


async def fields_of(form: str, who: Person) -> dict[str, Any]:
    """Fields that satisfy a form, as this person would sign it."""
    plain = decision(await order(), form) if form in ("MQĐ01", "MQĐ02") else example(form)
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
        """One act, by the head of the department unless told otherwise."""
        async with transaction():
            return await service.act(self.id, kind, content, (by or self.head).actor("desk"))

    async def take(self, kind: CaseAct, content: Wire, by: Person | None = None) -> Accepted:
        """One act that must be accepted."""
        outcome = await self.act(kind, content, by)
        assert isinstance(outcome, Accepted), outcome
        return outcome

    async def refused(self, kind: CaseAct, content: Wire, by: Person | None = None) -> str:
        """The code with which an act is refused."""
        outcome = await self.act(kind, content, by)
        assert isinstance(outcome, Refused), outcome
        assert outcome.text.vi
        assert outcome.text.en
        return outcome.code

    async def facts(self) -> Facts:
        """The case as its acts tell it."""
        _, found = await service.facts_of(self.id, self.head.actor("desk"))
        return found

    async def change(self, form: str, about: UUID, **fields: Any) -> UUID:
        """A decision about another (MQĐ38 to MQĐ40) that names it; what it does to it is an act of its own."""
        paper = (await self.facts()).papers[about]
        assert paper.issued_on
        named = {
            "decision_number": paper.number,
            "decision_date": paper.issued_on.isoformat(),
        }
        return await self.paper(form, None, about, **(named | fields))

    async def cancelled(self, about: UUID) -> UUID:
        """The decision is cancelled whole; returns what cancels it."""
        by = await self.change("MQĐ40", about)
        content = s.DocumentCancelled(document_id=about, by=by, reason="Sai thẩm quyền")
        await self.take(CaseAct.DOCUMENT_CANCELLED, content)
        return by

    async def paper(
        self, form: str, by: Person | None = None, replaces: UUID | None = None, **fields: Any
    ) -> UUID:
        """A paper of this form with the fields of its example: drafted, made ready and issued by whom it names.

        `fields` stand for those of the example; `replaces` is what a decision about another is about.
        """
        who = by or self.head
        fields = await fields_of(form, who) | fields
        document, hashed = new_id(), sha256_hex(fields)
        draft = s.DocumentDrafted(
            document_id=document, form=form, form_version=1, fields=fields, replaces=replaces
        )
        await self.take(CaseAct.DOCUMENT_DRAFTED, draft, who)
        ready = s.DocumentFinalised(document_id=document, fields_hash=hashed)
        await self.take(CaseAct.DOCUMENT_FINALISED, ready, who)
        issued = s.DocumentIssued(
            document_id=document,
            form=form,
            form_version=1,
            fields_hash=hashed,
            number=f"{document.hex[-8:]}/{form}",
            issued_on=today(),
            issued_at=clock.now(),
            issuer_title=who.title,
            code=new_code(),
            sha256=hashlib.sha256(document.bytes).hexdigest(),
            size=1000,
            pages=2,
            signature_level="B-T",
            signer=who.full_name,
        )
        await self.take(CaseAct.DOCUMENT_ISSUED, issued, who)
        self.papers[form] = document
        return document


async def inspected(people: People, **how: Any) -> Case:
    """A case that grew out of a submitted inspection of chi's team; an works on it, giang heads the department."""
    doors.open_all()
    work = await factories.submitted(people, **how)
    return await opened_from(people, work)


async def opened_from(people: People, work: factories.Work) -> Case:
    """The case of a submitted inspection, opened by an."""
    actor = people.an.actor("desk")
    async with transaction():
        member = await service.as_officer(people.chi.id, CaseOfficerRole.MEMBER)
        opening = await service.opening(actor, member)
        content = a.CaseOpened(
            opening=opening, inspection_id=work.id, decision_number=work.number, party=party()
        )
        case_id, outcome = await service.start(actor, CaseAct.CASE_OPENED, content)
    assert isinstance(outcome, Accepted), outcome
    return Case(case_id, people, people.an, people.giang, inspection=work)


def violation(code: str = BEHAVIOUR, **changed: Any) -> a.RecordedViolation:
    """A behaviour as the minutes record it."""
    given: dict[str, Any] = {
        "code": code,
        "catalogue_version": 0,
        "name": "Kinh doanh hàng hóa nhập lậu, trị giá hàng từ 10 đến dưới 20 triệu đồng",
        "legal_basis": "điểm d khoản 1 Điều 15 NĐ 98/2020/NĐ-CP",
        "description": "Bày bán 40 hộp mỹ phẩm không có hóa đơn, chứng từ.",
        "ended_on": today(),
        "goods_value": 15_000_000,
        "illicit_gain": None,
        "aggravating": [],
        "mitigating": [],
    }
    return a.RecordedViolation(**(given | changed))


async def recorded(people: People, *violations: a.RecordedViolation, **changed: Any) -> Case:
    """Violation minutes stand; no right to explain unless `explanation_right` is given."""
    case = await inspected(people)
    document = await case.paper("MBB01", people.an)
    given: dict[str, Any] = {
        "document_id": document,
        "recorded_at": clock.now(),
        "detected_on": today(),
        "violations": list(violations) or [violation()],
        "party": party(),
        "victims": [],
        "explanation_right": False,
        "complex": False,
        "electronic_consent": False,
    }
    await case.take(CaseAct.VIOLATION_RECORDED, a.ViolationRecorded(**(given | changed)), people.an)
    return case


async def due(people: People) -> Case:
    """Everything is there for the decision, the inspection's minutes approved too."""
    case = await recorded(people)
    await approve(case)
    waived = a.ExplanationWaived(how="no_right", at=clock.now(), reason="")
    await case.take(CaseAct.EXPLANATION_WAIVED, waived, people.an)
    return case


async def approve(case: Case) -> None:
    """The supervisor approves the inspection's minutes."""
    from backend.inspections import service as inspections

    assert case.inspection is not None
    async with transaction():
        outcome = await inspections.approve(
            case.inspection.id, case.inspection.revision, case.head.actor("desk")
        )
    assert isinstance(outcome, Accepted), outcome


async def order(*, code: str = BEHAVIOUR, chosen: int | None = None) -> SanctionOrder:
    """What is to be reckoned for one behaviour of an individual."""
    behaviour = await sanctions.behaviour(code, today())
    return SanctionOrder(
        subject=SubjectKind.INDIVIDUAL,
        decided_on=today(),
        acts=[
            ActOrder(
                behaviour=behaviour,
                acted_on=today(),
                circumstances=Circumstances(mitigating=[], aggravating=[]),
                values=Values(goods_value_vnd=15_000_000, illicit_gain_vnd=None, quantity=None),
                multipliers=[],
                warning=False,
                chosen_vnd=chosen,
                reason="Tính chất vụ việc" if chosen else None,
            )
        ],
        extra_penalties=[],
        remedies=[],
    )


async def imposed(case: Case, **changed: Any) -> a.SanctionImposed:
    """The content of a sanction decision that satisfies every rule."""
    wanted = changed.pop("order", None) or await order()
    computation = sanctions.compute(wanted)
    fields = signed_by("MQĐ02", decision(wanted), case.head)
    document = case.papers.get("MQĐ02") or await case.paper("MQĐ02", **fields)
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
    return a.SanctionImposed(**(given | changed))


async def sanctioned(people: People, **changed: Any) -> Case:
    """The sanction decision is signed."""
    case = await due(people)
    await case.take(CaseAct.SANCTION_IMPOSED, await imposed(case, **changed))
    return case


def in_days(days: int) -> date:
    """So many days from today."""
    return today() + timedelta(days=days)
