"""A signature is the act: right after it the case knows what the paper decided, and its clocks run by it."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.casework.clocks import telling
from backend.casework.drafting import service as drafting
from backend.casework.prefill import parts
from backend.casework.rules.document_guards import CHANGING
from backend.casework.rules.signed_effects import AnswerNeeded
from backend.core import clock, database
from backend.core.canonical_json import sha256_hex
from backend.core.errors import RefusedAct
from backend.core.local_time import day_of
from backend.core.settings import Settings
from backend.documents import forms
from backend.documents.signing import service as signing_service
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, CaseState, DeliveryMode, ExhibitState, SeizurePurpose
from schemas.core.ids import new_id
from schemas.law.deadlines import ClockState
from tests.support import cases_made
from tests.support.case_papers import exhibit, in_days, rows, seizure, signed_by, today
from tests.support.cases_made import Case
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority, authority, certify


@pytest.fixture
async def issuer(app: Litestar, people: People, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts; an and giang have its certificates."""
    del app
    made = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    for one in (people.an, people.giang):
        await certify(one, made)
    return made


async def ready(
    case: Case, form: str, who: Person, about: UUID | None = None, **said: Any
) -> tuple[UUID, str]:
    """A paper about this case's party, or also about one of its papers, ready for its signer."""
    facts = await case.facts()
    named: dict[str, Any] = {"violator": parts.party(facts.party)}
    if about is not None and (issued := facts.papers[about].issued_on):
        named |= {"decision_number": facts.papers[about].number}
        named |= {"decision_date": issued.isoformat()}
    fields = await cases_made.fields_of(form, who) | cases_made.known_to(form, named) | said
    fields |= await case.cited(form, fields)
    document, hashed = new_id(), sha256_hex(fields)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form=form,
        form_version=forms.newest(form),
        fields=fields,
        replaces=about if form in CHANGING else None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, case.worker)
    made = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
    await case.take(CaseAct.DOCUMENT_FINALISED, made, who)
    return document, hashed


async def sign(
    case: Case,
    form: str,
    who: Person,
    about: UUID | None = None,
    *,
    answers: Any = None,
    **said: Any,
) -> UUID:
    """Sign such a paper with the officer's certificate, in the one command that signing is."""
    document, hashed = await ready(case, form, who, about, **said)
    choices = drafting.NO_CHOICES._replace(answers=answers or {})
    reasons = {"alone": "Trực một mình", "despite": "Đã có xác nhận"}
    await drafting.sign(document, hashed, PASSPHRASE, who.actor("desk"), choices, **reasons)
    return document


def at_once() -> dict[str, str]:
    """Minutes that begin and end now."""
    now = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
    return {"started_at": now, "ended_at": now}


async def clocks(case: Case) -> dict[str, Any]:
    return {one.rule: one for one in telling.clocks_of(await case.facts(), clock.now())}


async def test_goods_are_held_extended_and_sealed_by_the_signatures_alone(
    people: People, issuer: Authority
) -> None:
    del issuer
    case = await cases_made.recorded(people, complex=True)
    goods = exhibit()
    minutes = case_exhibit_acts.ExhibitsSeized(
        document_id=new_id(),
        seized_at=clock.now(),
        keeper="Đội QLTT số 1",
        place="Kho của Đội",
        exhibits=[goods],
    )
    taken = await sign(case, "MBB15", people.an, **signed_by("MBB15", seizure(minutes), people.an))
    facts = await case.facts()
    (held,) = facts.exhibits.values()
    assert (held.state, held.place) == (ExhibitState.SEIZED, "Kho của Đội")
    assert held.until is None
    assert (await clocks(case))["D23"].state == ClockState.RUNNING, (
        "24 hours to decide (Law Art 125.4)"
    )

    named = rows(facts, [held.content.exhibit_id])
    decided = await sign(
        case,
        "MQĐ20",
        people.giang,
        exhibits=named,
        until_on=in_days(7).isoformat(),
        purpose="verify",
    )
    facts = await case.facts()
    (held,) = facts.exhibits.values()
    assert (held.until, held.purpose) == (in_days(7), SeizurePurpose.VERIFY)
    assert (await clocks(case))["D23"].state == ClockState.MET

    await sign(
        case,
        "MQĐ21",
        people.giang,
        decided,
        exhibits=[],
        held_until=in_days(7).isoformat(),
        until_on=in_days(9).isoformat(),
    )
    await sign(
        case,
        "MBB26",
        people.an,
        items=[named[0] | {"seal_number": "NP-01"}],
        **at_once(),
    )
    facts = await case.facts()
    (held,) = facts.exhibits.values()
    assert (held.until, held.seal) == (in_days(9), "NP-01")
    assert taken in facts.relied_on


async def test_a_postponement_and_an_annulment_are_in_force_with_their_signatures(
    people: People, issuer: Authority
) -> None:
    del issuer
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await deliver(case, decision)
    await sign(
        case, "MQĐ03", people.giang, decision, until_on=in_days(30).isoformat(), amount=5_000_000
    )
    facts = await case.facts()
    assert facts.state == CaseState.POSTPONED
    assert day_of((await clocks(case))["D15"].due_at - timedelta(seconds=1)) == in_days(30)

    await sign(case, "MQĐ40", people.giang, decision, ground="competence")
    facts = await case.facts()
    assert facts.state == CaseState.ANNULLED
    assert facts.annulled is not None
    assert facts.annulled.ground == "competence"
    assert facts.fine == 0


async def deliver(case: Case, decision: UUID) -> None:
    content = case_execution_acts.DecisionDelivered(
        document_id=decision,
        mode=DeliveryMode.DIRECT,
        delivered_on=today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận",
        receiver="Trần Văn Mẫu",
        proof_document_id=None,
    )
    await case.take(CaseAct.DECISION_DELIVERED, content, case.worker)


async def test_what_the_case_would_refuse_or_the_paper_does_not_say_is_not_signed(
    people: People, issuer: Authority
) -> None:
    del issuer
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    with pytest.raises(RefusedAct):  # not delivered yet: there is no fine to postpone (Law Art 76)
        await sign(case, "MQĐ03", people.giang, decision, until_on=in_days(30).isoformat())
    with pytest.raises(AnswerNeeded):  # MQĐ31 has no line for its ground
        await sign(case, "MQĐ31", people.giang, decision)
    numbers = "SELECT count(*) FROM document_numbers WHERE form IN ('MQĐ03', 'MQĐ31')"
    assert await database.fetchval(numbers) == 0

    answers = {"act": "crime.suspected", "reason": "Giá trị hàng đến mức truy cứu hình sự"}
    paper = await sign(case, "MQĐ31", people.giang, decision, answers=answers)
    facts = await case.facts()
    assert facts.state == CaseState.SUSPENDED
    assert facts.suspension is not None
    assert facts.suspension.document_id == paper
