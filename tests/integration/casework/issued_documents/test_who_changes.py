"""Who amends, corrects or cancels a decision: its signer, or a head above him; and who signs one on the spot."""

import dataclasses
import re
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import competence
from backend.casework.drafting import entering
from backend.casework.issued_documents import service as issued_documents
from backend.casework.prefill import parts
from backend.casework.rules.document_guards import CHANGING
from backend.core import database
from backend.core.canonical_json import sha256_hex
from backend.core.errors import RefusedAct
from backend.core.settings import Settings
from backend.documents import forms
from backend.documents.signing import service as signing_service
from backend.ledger import service as ledger
from deploy.demo.browser import Browser
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.integration.casework.issued_documents.test_powers import (
    drafted,
    form_to,
    made_ready,
    numbers,
    of_a_company,
    signs,
    state,
)
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority, authority, certify

pytestmark = pytest.mark.asyncio


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def made_supervisor(person: Person) -> None:
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'supervisor')", person.id
    )


async def ready(case: Case, form: str, decision: UUID, who: Person, **said: object) -> str:
    """A decision about another, or about its fine, made ready by who is to sign it; returns its address."""
    facts = await case.facts()
    paper = facts.papers[decision]
    assert paper.issued_on
    named = {
        "decision_number": paper.number,
        "decision_date": paper.issued_on.isoformat(),
        "violator": parts.party(facts.party),
    }
    fields = await cases_made.fields_of(form, who) | cases_made.known_to(form, named) | said
    document, version = new_id(), forms.newest(form)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form=form,
        form_version=version,
        fields=fields,
        replaces=decision if form in CHANGING else None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, who)
    made = case_side_acts.DocumentFinalised(document_id=document, fields_hash=sha256_hex(fields))
    await case.take(CaseAct.DOCUMENT_FINALISED, made, who)
    return f"/desk/documents/{document}"


async def decided_by(desk: Browser, case: Case) -> UUID:
    """A decision that this officer drafts and signs; returns its id."""
    address = await drafted(desk, case)
    await made_ready(desk, address)
    assert await signs(desk, address) == 303, desk.said  # type: ignore[attr-defined]
    return UUID(address.rsplit("/", 1)[1])


@pytest.mark.sampled(one_in=3)
@pytest.mark.parametrize("form", ["MQĐ38", "MQĐ39", "MQĐ40"])
async def test_a_team_head_changes_nothing_that_the_department_s_head_signed(
    people: People, desks: Desks, issuer: Authority, form: str
) -> None:
    case = await cases_made.sanctioned(people)
    await certify(people.chi, issuer)
    await made_supervisor(people.chi)
    chi = await desks.of(people.chi)
    address = await ready(case, form, case.papers["MQĐ02"], people.chi)
    before = await numbers()
    await chi.open(f"{address}/sign")
    assert "Chỉ người đã ký" in chi.page.text
    assert await signs(chi, address) == 409
    assert "«Chi cục trưởng» ký. Chỉ người đã ký" in chi.said  # type: ignore[attr-defined]
    assert await state(address) == ("content_ready", None)
    assert await numbers() == before
    assert str((await case.facts()).papers[case.papers["MQĐ02"]].state) == "signed"


async def test_what_he_signed_before_that_was_asked_cancels_nothing_when_it_is_entered(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await made_supervisor(people.chi)
    doc = (await case.facts()).papers[decision]
    assert doc.issued_on

    async def nothing(*_: object, **__: object) -> None:
        return None

    with monkeypatch.context() as older:
        older.setattr(competence, "signing_fault", nothing)
        named = {"decision_number": doc.number, "decision_date": doc.issued_on.isoformat()}
        roles = (*people.chi.roles, Role.SUPERVISOR)
        by = await case.paper(
            "MQĐ40", dataclasses.replace(people.chi, roles=roles), decision, **named
        )
    for person in (people.chi, people.giang):
        desk = await Desk.of(app, person, people)
        wanted = {"document_id": decision, "by": by, "reason": "Sai thẩm quyền"}
        status, said = await act(desk, case, "document.cancelled", **wanted)
        assert status == 409
        assert "Chỉ người đã ký" in said
    assert str((await case.facts()).papers[decision].state) == "signed"


@pytest.mark.sampled(one_in=3)
@pytest.mark.parametrize("form", ["MQĐ38", "MQĐ39", "MQĐ40"])
async def test_a_team_head_mends_and_annuls_the_decision_that_he_signed_himself(
    people: People, desks: Desks, issuer: Authority, form: str
) -> None:
    case = await cases_made.due(people)
    await certify(people.chi, issuer)
    chi = await desks.of(people.chi)
    decision = await decided_by(chi, case)
    address = await ready(case, form, decision, people.chi)
    assert await signs(chi, address) == 303, chi.said  # type: ignore[attr-defined]
    paper = (await case.facts()).papers[decision]
    if form != "MQĐ40":
        assert (paper.state, len(paper.amended_by)) == ("signed", 1)
        return
    assert paper.state == "cancelled"
    assert (await case.facts()).state == "annulled", "with the signature, not by another form"


async def test_a_form_begun_about_his_own_decision_names_him_and_the_head_changes_it_as_well(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    for person in (people.chi, people.giang):
        await certify(person, issuer)
    chi, giang = await desks.of(people.chi), await desks.of(people.giang)
    decision = await decided_by(chi, case)
    await chi.open(f"/desk/cases/{case.id}/documents/new?form=MQĐ40&about={decision}")
    await chi.submit(form_to(chi.page, "/documents"))
    editor = form_to(chi.page, str(chi.page.url).split("?")[0].rsplit("/", 1)[1])
    assert editor.find("/signer/name").value == people.chi.full_name
    address = await ready(case, "MQĐ39", decision, people.giang)
    assert await signs(giang, address) == 303, giang.said  # type: ignore[attr-defined]


async def test_an_inspector_changes_nothing_that_his_team_head_signed(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    for person in (people.chi, people.an):
        await certify(person, issuer)
    chi, an = await desks.of(people.chi), await desks.of(people.an)
    decision = await decided_by(chi, case)
    address = await ready(case, "MQĐ40", decision, people.an)
    assert await signs(an, address) in (403, 409)
    assert await state(address) == ("content_ready", None)


async def on_the_spot(app: Litestar, case: Case, who: Person) -> str:
    """Reckon a sanction on the spot, draft it and make it ready; returns its address."""
    desk = await Desk.of(app, who, case.people)
    answer = await desk.post(
        f"/desk/cases/{case.id}/sanction",
        code="ND98-15-1-a",
        draft="MQĐ01",
        # Two mitigating circumstances lead to the least fine, which needs no minutes.
        **{"0.goods": "1.000.000", "0.circumstances": ["sincere", "mitigated_harm"]},
    )
    assert answer.status_code == 303, re.findall(
        r'class="[^"]*(?:error|wrong)[^>]*>.*', answer.text
    )
    address = str(answer.headers["location"]).split("?")[0]
    document = UUID(address.rsplit("/", 1)[1])
    fields = (await case.facts()).papers[document].fields
    fields = (await cases_made.fields_of("MQĐ01", who)) | fields
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form="MQĐ01",
        form_version=forms.newest("MQĐ01"),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, who)
    made = case_side_acts.DocumentFinalised(document_id=document, fields_hash=sha256_hex(fields))
    await case.take(CaseAct.DOCUMENT_FINALISED, made, who)
    return address


async def test_a_market_controller_on_the_case_signs_a_sanction_on_the_spot(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    case = await cases_made.inspected(people)
    for person in (people.an, people.binh):
        await certify(person, issuer)
    an, binh = await desks.of(people.an), await desks.of(people.binh)
    address = await on_the_spot(app, case, people.an)
    paper = (await case.facts()).papers[UUID(address.rsplit("/", 1)[1])]
    assert paper.fields["signer"]["name"] == people.an.full_name
    assert await signs(binh, address) in (403, 404), "he does not work on the case"
    assert await signs(an, address) == 303, an.said  # type: ignore[attr-defined]
    sanction = (await case.facts()).sanction
    assert sanction is not None
    assert sanction.total == 500_000


async def test_he_signs_no_decision_with_minutes_and_none_beyond_a_controller(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certify(people.an, issuer)
    an = await desks.of(people.an)
    address = await drafted(an, case)
    await made_ready(an, address, signer__name=people.an.full_name, signer__title=people.an.title)
    before = await numbers()
    assert await signs(an, address) == 403
    assert await numbers() == before
    spot = await cases_made.inspected(people)
    await database.execute(
        "UPDATE officer_positions SET title_vi = 'Nhân viên hợp đồng' WHERE officer_id = $1",
        people.an.id,
    )
    address = await on_the_spot(app, spot, people.an)
    paper = (await spot.facts()).papers[UUID(address.rsplit("/", 1)[1])]
    assert paper.fields["signer"]["name"] == people.giang.full_name, "drafted for who may"
    assert await signs(an, address) == 409


async def test_who_alone_drafted_a_decision_signs_it_with_his_reason_by_whatever_way(
    people: People, desks: Desks, issuer: Authority
) -> None:
    """The page asks for it; the door does too."""
    case = await cases_made.due(people)
    await certify(people.giang, issuer)
    giang = await desks.of(people.giang)
    address = await drafted(giang, case)
    await made_ready(giang, address)
    document = UUID(address.rsplit("/", 1)[1])
    hashed = (await case.facts()).papers[document].fields_hash
    actor = people.giang.actor("desk")
    for passphrase in (PASSPHRASE, None):
        with pytest.raises(RefusedAct) as refused:
            ledger.unwrap(await issued_documents.issue(document, hashed, passphrase, actor))
        assert refused.value.problem_code == "case_two_persons"
    assert (await state(address))[0] == "content_ready"
    assert await signs(giang, address) == 303
    listed = await database.fetch("SELECT kind, reason FROM exceptions")
    assert [tuple(row) for row in listed] == [("self_signed", "Trực một mình")]


LESS = {"amount": 2_000_000, "remaining": 3_000_000}
PARTS = {
    "instalments": [
        {"amount": 2_000_000, "until_on": cases_made.in_days(20).isoformat()},
        {"amount": 3_000_000, "until_on": cases_made.in_days(40).isoformat()},
    ]
}


async def test_a_team_head_waives_no_fine_that_the_department_s_head_imposed(
    app: Litestar, people: People, desks: Desks, issuer: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await certify(people.chi, issuer)
    await made_supervisor(people.chi)
    chi = await desks.of(people.chi)
    before = await numbers()
    for form, said in (("MQĐ04", LESS), ("MQĐ03", {}), ("MQĐ05", PARTS)):
        address = await ready(case, form, decision, people.chi, **said)
        assert await signs(chi, address) == 409, form
        assert "hoãn, giảm, miễn, cho nộp dần" in chi.said  # type: ignore[attr-defined]
    assert await numbers() == before

    async def nothing(*_: object, **__: object) -> None:
        return None

    with monkeypatch.context() as older:
        older.setattr(competence, "signing_fault", nothing)
        older.setattr(entering, "objection", nothing)
        older.setattr(entering, "enter", nothing)
        assert await signs(chi, await ready(case, "MQĐ04", decision, people.chi, **LESS)) == 303
    papers_now = (await case.facts()).papers.values()
    paper = next(one for one in papers_now if one.stands and one.form == "MQĐ04")
    giang = await Desk.of(app, people.giang, people)
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    wanted = {"document_id": paper.id, "by": "2.000.000", "reason": "Thiên tai"}
    status, why = await act(giang, case, "fine.reduced", **wanted, despite="Khó khăn kéo dài")
    assert "Chỉ người đã ký" in why
    assert (status, (await case.facts()).fine) == (409, 5_000_000)


async def test_who_fined_reduces_his_own_fine_by_signing(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certify(people.chi, issuer)
    chi = await desks.of(people.chi)
    decision = await decided_by(chi, case)
    desk = await Desk.of(app, people.chi, people)
    delivered = await act(desk, case, "decision.delivered", **delivery(decision))
    assert delivered[0] == 303
    address = await ready(case, "MQĐ04", decision, people.chi, **LESS)
    # The party must not hold the paper before anybody sees that the fine was never postponed (Art 77).
    assert await signs(chi, address) == 409
    assert "tiền phạt chưa được hoãn" in chi.said  # type: ignore[attr-defined]
    assert await signs(chi, address, "Khó khăn kéo dài") == 303, chi.said  # type: ignore[attr-defined]
    assert (await case.facts()).fine == 3_000_000


async def test_who_holds_a_lower_office_by_now_raises_no_fine_beyond_it(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await of_a_company(people)
    await certify(people.giang, issuer)
    giang = await desks.of(people.giang)
    decision = await decided_by(giang, case)
    if (await case.facts()).sanction is None:
        await giang.open(f"/desk/cases/{case.id}/sanction")
        assert await giang.try_submit(form_to(giang.page, "/enter")) in (200, 303)
    await database.execute(
        "UPDATE officer_positions SET title_vi = 'Đội trưởng' WHERE officer_id = $1",
        people.giang.id,
    )
    fields = await cases_made.fields_of("MQĐ38", people.giang)
    said = {"total_fine": 75_000_000, "confiscation_changed": False}
    said |= {"signer": fields["signer"] | {"title": "Đội trưởng"}}
    address = await ready(case, "MQĐ38", decision, people.giang, **said)
    before = await numbers()
    assert await signs(giang, address) == 409
    assert "Vượt thẩm quyền của người ký" in giang.said  # type: ignore[attr-defined]
    assert await numbers() == before
