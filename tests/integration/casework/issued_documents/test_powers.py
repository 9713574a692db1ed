"""Nobody signs beyond his powers, or under another name: each test goes the way that once led there, over the desk."""

from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import competence
from backend.casework.rules.facts import Paper
from backend.core import database
from backend.core.actors import UnitPath
from backend.core.canonical_json import sha256_hex
from backend.core.settings import Settings
from backend.documents.signing import service as signing_service
from deploy.demo.browser import Browser
from schemas.casework.words import DocumentState
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.desk import Desks
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority, authority, certify

pytestmark = pytest.mark.asyncio
HIGH = "ND98-15-1-h"
"""Trading smuggled goods of 70 to 100 million: 30 to 40 million, for an organisation 60 to 80."""


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


def form_to(page: Any, end: str) -> Any:
    return next(form for form in page.forms if form.action.split("#")[0].endswith(end))


def button(form: Any, value: str) -> Any:
    return next(one for one in form.buttons if one.value == value)


async def of_a_company(people: People) -> Case:
    """A case that waits for its decision, about a company whose band ends at 80 million."""
    company = cases_made.party(
        kind=SubjectKind.ORGANISATION, name="Công ty TNHH Mẫu Đơn", identity_number=None
    )
    worth = cases_made.violation(HIGH, goods_value=80_000_000)
    case = await cases_made.recorded(people, worth, party=company)
    await cases_made.approve(case)
    await cases_made.waive(case)
    return case


async def drafted(desk: Browser, case: Case, form: str = "MQĐ02") -> str:
    """Reckon and draft a decision; returns its address."""
    await desk.open(f"/desk/cases/{case.id}/sanction")
    page = form_to(desk.page, "/sanction")
    await desk.submit(page, button(page, form))
    return str(desk.page.url).split("?")[0]


async def begun(desk: Browser, case: Case, form: str) -> str:
    """Begin a paper; returns its address."""
    await desk.open(f"/desk/cases/{case.id}/documents/new?form={form}")
    await desk.submit(form_to(desk.page, "/documents"))
    return str(desk.page.url).split("?")[0]


async def made_ready(desk: Browser, address: str, **typed: str) -> None:
    """Type into the editor and freeze the content."""
    await desk.open(address)
    editor = form_to(desk.page, address.rsplit("/", 1)[1])
    for name, value in typed.items():
        editor.fill("/" + name.replace("__", "/"), value)
    await desk.submit(editor, button(editor, "ready"))


async def signs(desk: Browser, address: str, despite: str = "") -> int:
    """Send the signature, whatever the page offers; returns the answer's status."""
    document = address.rsplit("/", 1)[1]
    hashed = await database.fetchval(
        "SELECT fields_hash FROM documents WHERE id = $1::uuid", document
    )
    await desk.open("/desk/account")
    token = next(
        one.value for form in desk.page.forms for one in form.controls if one.name == "csrf_token"
    )
    answer = await desk._ask(
        "POST",
        f"{desk._origin}{address.removeprefix(desk._origin)}/sign",
        [
            ("csrf_token", token),
            ("fields_hash", hashed),
            ("passphrase", PASSPHRASE),
            ("alone", "Trực một mình"),
            ("despite", despite),
        ],
    )
    desk.said = answer.text  # type: ignore[attr-defined]
    return answer.status_code


async def numbers() -> int:
    """How many numbers of papers were taken, but for those of cases."""
    found: int = await database.fetchval("SELECT count(*) FROM document_numbers WHERE form <> 'VV'")
    return found


async def state(address: str) -> tuple[str, str | None]:
    row = await database.fetchrow(
        "SELECT state, number FROM documents WHERE id = $1::uuid", address.rsplit("/", 1)[1]
    )
    return row["state"], row["number"]


async def test_a_team_head_gets_neither_number_nor_signature_for_a_band_beyond_him(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await of_a_company(people)
    await certify(people.chi, issuer)
    chi = await desks.of(people.chi)
    address = await drafted(chi, case)
    await made_ready(chi, address)
    before = await numbers()

    await chi.open(f"{address}/sign")
    assert "80.000.000" in chi.page.text.replace("80000000", "80.000.000")
    assert "Có thẩm quyền: Chi cục trưởng" in chi.page.text
    assert await signs(chi, address) == 409
    assert "Vượt thẩm quyền của người ký" in chi.said  # type: ignore[attr-defined]
    assert await state(address) == ("content_ready", None)
    assert await numbers() == before
    row = await database.fetchrow(
        "SELECT status, code FROM refused_requests WHERE officer_id = $1 AND route LIKE '%/sign'",
        people.chi.id,
    )
    assert row is not None
    assert (row["status"], row["code"]) == (409, "case_not_competent")


async def test_the_head_signs_what_a_team_head_may_not_and_who_enters_it_needs_no_power(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await of_a_company(people)
    await certify(people.giang, issuer)
    giang, chi = await desks.of(people.giang), await desks.of(people.chi)
    address = await drafted(giang, case)
    await made_ready(giang, address)
    assert await signs(giang, address) == 303
    if (await case.facts()).sanction is None:
        await chi.open(f"/desk/cases/{case.id}/sanction")
        assert await chi.try_submit(form_to(chi.page, "/enter")) == 200
    facts = await case.facts()
    assert facts.sanction is not None
    assert facts.sanction.total == 70_000_000


async def test_a_decision_that_was_signed_beyond_its_signer_is_not_entered_by_his_head(
    people: People, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in the ledger from before competence was judged at the signature."""
    case = await of_a_company(people)
    worth = cases_made.violation(HIGH, goods_value=80_000_000)
    wanted = await cases_made.order(of=worth, subject=SubjectKind.ORGANISATION)
    fields = cases_made.signed_by(
        "MQĐ02", cases_made.decision(wanted, who=(await case.facts()).party), people.chi
    )

    async def nothing(*_: object, **__: object) -> None:
        return None

    with monkeypatch.context() as older:
        older.setattr(competence, "signing_fault", nothing)
        await case.paper("MQĐ02", people.chi, **fields)
    giang = await desks.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    assert await giang.try_submit(form_to(giang.page, "/enter")) == 409
    assert "Vượt thẩm quyền của người ký" in giang.page.text
    assert (await case.facts()).sanction is None


@pytest.mark.parametrize(
    ("field", "typed", "own"),
    [
        ("signer__name", "Người Khác", "Bùi Hương Giang"),
        ("signer__title", "Cục trưởng", "Chi cục trưởng"),
    ],
)
async def test_a_paper_that_names_another_signer_is_not_signed_and_both_names_are_told(
    people: People, desks: Desks, issuer: Authority, field: str, typed: str, own: str
) -> None:
    case = await cases_made.due(people)
    await certify(people.giang, issuer)
    an, giang = await desks.of(people.an), await desks.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    address = await drafted(an, case)
    await made_ready(an, address, **{field: typed})
    before = await numbers()
    assert await signs(giang, address) == 409
    said = giang.said  # type: ignore[attr-defined]
    assert f"«{typed}»" in said
    assert f"«{own}»" in said
    assert await state(address) == ("content_ready", None)
    assert await numbers() == before


async def test_what_an_inspector_drafts_names_the_head_and_is_signed_without_being_sent_back(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certify(people.giang, issuer)
    an, giang = await desks.of(people.an), await desks.of(people.giang)
    address = await drafted(an, case)
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    assert editor.find("/signer/name").value == people.giang.full_name
    assert editor.find("/signer/title").value == "Chi cục trưởng"
    await made_ready(an, address)
    await giang.open(f"{address}/sign")
    assert "Vượt thẩm quyền" not in giang.page.text
    assert await signs(giang, address) == 303


async def test_minutes_are_signed_by_the_officer_whom_they_name(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await cases_made.recorded(people)
    for person in (people.an, people.chi):
        await certify(person, issuer)
    an, chi = await desks.of(people.an), await desks.of(people.chi)
    address = await begun(an, case, "MBB02")
    editor = form_to(an.page, address.rsplit("/", 1)[1])
    assert editor.find("/maker/officer_number").value == people.an.officer_number
    await made_ready(
        an,
        address,
        purpose="xác minh",
        content="Làm rõ hóa đơn",
        subject_opinion="Đồng ý",
        started_at="2026-01-05T08:30",
        ended_at="2026-01-05T10:00",
        read_back="yes",
    )
    assert await signs(chi, address) == 409
    assert f"«{people.an.full_name}»" in chi.said  # type: ignore[attr-defined]
    assert await signs(an, address) == 303


@pytest.mark.usefixtures("app")
async def test_a_title_counts_on_its_days_of_vietnam_and_in_the_unit_of_the_case(
    people: People,
) -> None:
    """Until seven in the morning the day of Vietnam is not yet that of the database's clock."""
    case = await cases_made.due(people)
    path = await path_of(case)
    today = cases_made.today()
    await database.execute(
        "UPDATE officer_positions SET valid_to = $2 WHERE officer_id = $1", people.giang.id, today
    )
    assert (await competence.signer_on_day(path, people.giang.id, today)).title == ""
    await give(people.giang, "Chi cục trưởng", people.units["48"].unit_id)
    fault = await _fault(case, people.giang)
    assert fault == "case_not_competent", "a post of Đà Nẵng gives no powers in Hà Nội"
    await give(people.giang, "Quyền Chi cục trưởng", people.units["01"].unit_id)
    assert await _fault(case, people.giang, title="Q. Chi cục trưởng") is None
    assert await _fault(case, people.giang, title="KT. Chi cục trưởng") == "case_signer_other"


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("Kiểm soát viên thị trường", None),  # 10 % of 100 million: 10 million covers the band's 6
        ("Nhân viên hợp đồng", "case_not_competent"),
    ],
)
async def test_the_signer_s_title_must_reach_as_far_as_the_band(
    people: People, title: str, outcome: str | None
) -> None:
    case = await cases_made.due(people)
    await database.execute(
        "UPDATE officer_positions SET title_vi = $2 WHERE officer_id = $1", people.giang.id, title
    )
    assert await _fault(case, people.giang, title) == outcome


async def path_of(case: Case) -> UnitPath:

    row = await database.fetchrow(
        "SELECT unit_1, unit_2, unit_3, unit_4 FROM cases WHERE id = $1", case.id
    )
    return UnitPath(**dict(row))


async def give(person: Person, title: str, unit_id: Any) -> None:
    await database.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES (gen_random_uuid(), $1, $2, $3, $3, $4)",
        person.id,
        unit_id,
        title,
        cases_made.today(),
    )


async def _fault(case: Case, by: Person, title: str = "Chi cục trưởng") -> str | None:
    """What stands against this officer's signing a decision of the case that names him under this title."""
    fields = cases_made.signed_by("MQĐ02", cases_made.decision(await cases_made.order()), by)
    fields["signer"]["title"] = title

    paper = Paper(
        id=new_id(),
        form="MQĐ02",
        form_version=1,
        state=DocumentState.CONTENT_READY,
        fields=fields,
        fields_hash=sha256_hex(fields),
        drafted_by=by.id,
        drafted_at=cases_made.clock.now(),
    )
    why = await competence.signing_fault(
        case.id, await path_of(case), paper, by.id, cases_made.today()
    )
    return why.code if why else None


async def also_a_controller(person: Person) -> None:
    """A newer title in his own unit, beside that by which he signs."""
    await database.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES ($1, $2, $3, 'Kiểm soát viên thị trường', 'Controller', current_date - 10)",
        new_id(),
        person.id,
        person.unit.unit_id,
    )


async def test_a_head_who_got_a_controller_s_title_too_still_signs_as_the_head(
    people: People, desks: Desks, issuer: Authority
) -> None:
    case = await cases_made.due(people)
    await certify(people.giang, issuer)
    await also_a_controller(people.giang)
    giang = await desks.of(people.giang)
    address = await drafted(giang, case)
    await made_ready(giang, address)
    assert await signs(giang, address) == 303, giang.said  # type: ignore[attr-defined]
    signed = (await case.facts()).papers[UUID(address.rsplit("/", 1)[1])]
    assert signed.issuer_title == "Chi cục trưởng"
