"""What anybody may check of minutes and papers that a phone numbered, by the code alone."""

import io
import re
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
import pytest
from pypdf import PdfReader

from backend.core import database
from backend.documents import content_hash
from backend.documents.rules import signing as rules
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import of_inspections, on_site
from backend.ledger.service import Accepted
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.minutes_flow import FLOW
from tests.integration.casework.cases.test_several_violators import said
from tests.integration.documents.signing.test_verify import intruder as intruder
from tests.support import cases_made, factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.site_papers import lend, minutes_numbered, numbered, signature, writing

pytestmark = pytest.mark.usefixtures("app")

API = "/api/public/v1/documents"


async def view_of(people: People, work: Work) -> InspectionView:
    return await inspections.inspection_view(work.id, people.giang.actor("desk"))


async def begun(people: People) -> Work:
    return await factories.announced(
        people,
        leader=people.an,
        members=[people.binh, people.chi],
        author=people.an,
        minutes_flow=FLOW,
    )


async def taken(work: Work, act_type: str, content: dict[str, Any]) -> str:
    outcome = await work.act(act_type, content)
    assert isinstance(outcome, Accepted)
    assert outcome.quarantine is None, outcome.quarantine
    return str(work.pen.log[-1]["id"])


async def number_minutes(work: Work, n: int = 1) -> str:
    """Write, sign and number minutes; return their code, which follows from the last act."""
    block = await lend(work, "BB-KT")
    await factories.write_minutes(work)
    await taken(work, "minutes.numbered", await minutes_numbered(work, block, work.minutes, n))
    return code_of_last(work)


def code_of_last(work: Work) -> str:
    """The code as the phone computes it, without asking anybody."""
    assert work.pen.head is not None
    return rules.code_of_number(bytes.fromhex(work.pen.head))


async def numbered_paper(work: Work, **changed: Any) -> tuple[str, str]:
    """Seizure minutes with their number: the paper's id and its code."""
    block, document = await lend(work, "MBB15"), str(uuid4())
    written = await taken(work, "document.written", writing(document, "MBB15"))
    for role in ("maker", "subject"):
        await taken(work, "document.signed", signature(written, role))
    content = await numbered(work, block, document, written, 1)
    await taken(work, "document.numbered", content | {"code_scheme": 1} | changed)
    return document, code_of_last(work)


async def told_of(client: httpx.AsyncClient, code: str) -> dict[str, Any]:
    answer = await client.get(f"{API}/{code}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def text_of(pdf: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages
    )


async def test_minutes_are_found_by_the_code_that_the_phone_knew_without_a_signal(
    client: httpx.AsyncClient, people: People
) -> None:
    work = await begun(people)
    code = await number_minutes(work)
    told = await told_of(client, code.lower().replace("-", " "))
    minutes = (await view_of(people, work)).minutes
    assert minutes is not None
    assert (told["state"], told["code"], told["form"]) == ("valid", code, "BB-KT")
    assert told["number"] == minutes.paper_number
    assert told["issuer_unit"]["vi"] == minutes.fields["agency"]
    assert told["issuer_name"] == minutes.fields["leader"]["name"]
    facility = minutes.fields["facility_name"]
    assert told["party_name"] == rules.masked(facility)
    assert facility not in (await client.get(f"/verify/{code}")).text


async def test_paper_desk_phone_and_public_page_say_one_hash(
    client: httpx.AsyncClient, people: People
) -> None:
    work = await begun(people)
    code = await number_minutes(work)
    document, of_paper = await numbered_paper(work)
    view = await view_of(people, work)
    minutes = view.minutes
    assert minutes is not None
    [paper] = view.documents
    for seen, its_code in ((minutes, code), (paper, of_paper)):
        whole = content_hash.of(seen.form, seen.form_version, seen.fields)
        mark = content_hash.mark(whole)
        assert re.fullmatch("[0-9a-f]{4}( [0-9a-f]{4}){3}", mark)
        told = await told_of(client, its_code)
        assert (told["content_sha256"], told["content_mark"]) == (whole, mark)
        assert (seen.content_sha256, seen.content_mark, seen.code) == (whole, mark, its_code)
        assert mark in (await client.get(f"/verify/{its_code}")).text
    actor = people.giang.actor("desk")
    for made, seen in (
        (await of_inspections.pdf(work.id, actor, None), minutes),
        (await on_site.pdf(UUID(document), actor, None), paper),
    ):
        printed = text_of(made.pdf)
        assert seen.content_mark in printed
        assert seen.code in printed


async def test_papers_of_older_phones_stay_as_printed_and_have_no_code(
    client: httpx.AsyncClient, people: People
) -> None:
    work = await begun(people)
    block, document = await lend(work, "MBB01"), str(uuid4())
    written = await taken(work, "document.written", writing(document))
    for role in ("maker", "subject"):
        await taken(work, "document.signed", signature(written, role))
    await taken(work, "document.numbered", await numbered(work, block, document, written, 1))
    [paper] = (await view_of(people, work)).documents
    assert paper.code is None
    assert paper.content_mark == f"{paper.content_sha256[:4]} {paper.content_sha256[4:8]}"
    printed = text_of((await on_site.pdf(UUID(document), people.giang.actor("desk"), None)).pdf)
    assert f"SHA-256: {paper.content_mark} " in f"{printed} "
    assert "Mã tra cứu" not in printed
    answer = await client.get(f"{API}/{code_of_last(work)}")
    assert answer.json()["code"] == "document_unknown"


async def test_minutes_that_others_replaced_say_by_which(
    client: httpx.AsyncClient, people: People
) -> None:
    work = await begun(people)
    first = await number_minutes(work)
    second = await number_minutes(work, 2)
    told = await told_of(client, first)
    by = (await told_of(client, second))["number"]
    assert (told["state"], told["replaced_by"]) == ("replaced", by)
    assert told["links"] == [{"number": by, "code": second}]
    page = (await client.get(f"/verify/{first}")).text
    assert "Không còn hiệu lực" in page
    assert f'<a href="/verify/{second}">{by}</a>' in page
    # A submission says itself which minutes are in force.
    assert isinstance(await factories.submit(work), Accepted)
    assert (await told_of(client, second))["state"] == "valid"


async def test_a_voided_number_and_a_record_that_is_not_proven_are_said_as_such(
    client: httpx.AsyncClient, people: People, intruder: asyncpg.Connection
) -> None:
    work = await begun(people)
    code = await number_minutes(work)
    await database.execute(
        "UPDATE document_numbers SET state = 'void', reason = 'thử' WHERE document_id = $1",
        UUID(work.minutes),
    )
    assert (await told_of(client, code))["state"] == "void"
    await intruder.execute(
        "UPDATE ledger_entries SET act = replace(act, 'BB-KT', 'BB-KX') WHERE act_id = $1",
        UUID(work.minutes),
    )
    told = await told_of(client, code)
    assert (told["state"], told["number"], told["content_mark"]) == ("unproven", None, None)


async def test_no_row_gives_a_paper_the_code_of_another(
    client: httpx.AsyncClient, people: People
) -> None:
    """An attacker with the application's password leads a code of his own to somebody's minutes."""
    work = await begun(people)
    await number_minutes(work)
    forged = rules.new_code()
    await database.execute(
        "INSERT INTO site_paper_codes (code, inspection_id, act_id) SELECT $1, $2, act_id FROM"
        " ledger_entries WHERE act_id = $3",
        forged,
        work.id,
        UUID(str(work.pen.log[0]["id"])),
    )
    assert (await told_of(client, forged))["state"] == "unproven"


async def test_a_draft_a_held_number_and_an_invented_code_get_one_answer(
    client: httpx.AsyncClient, people: People
) -> None:
    work = await begun(people)
    block = await lend(work, "BB-KT")
    await factories.write_text(work)
    early = await minutes_numbered(work, block, work.minutes, 1)
    outcome = await work.act("minutes.numbered", early)
    assert isinstance(outcome, Accepted)
    assert outcome.quarantine is not None
    answers = [
        (await client.get(f"{API}/{one}")).json()
        for one in (code_of_last(work), rules.new_code(), "x")
    ]
    assert all(one == answers[0] for one in answers)
    assert answers[0]["code"] == "document_unknown"


async def test_violation_minutes_are_read_with_the_verification_minutes_that_mend_them(
    client: httpx.AsyncClient, people: People
) -> None:
    """Law on Handling Administrative Violations Art 58.8: they are not replaced or annulled."""
    work = await factories.submitted(people, subject=cases_made.inspected_party())
    block, document = await lend(work, "MBB01"), str(uuid4())
    minutes = said(cases_made.party()) | {"appointment_at": None, "e_consent": None}
    written = await taken(work, "document.written", writing(document, **minutes))
    for role in ("maker", "subject"):
        await taken(work, "document.signed", signature(written, role))
    content = await numbered(work, block, document, written, 1)
    await taken(work, "document.numbered", content | {"code_scheme": 1})
    code = code_of_last(work)
    case = await cases_made.opened_from(people, work)
    [paper] = (await view_of(people, work)).documents
    adopted = case_side_acts.DocumentAdopted(
        document_id=paper.id,
        inspection_id=work.id,
        form=paper.form,
        form_version=paper.form_version,
        fields=paper.fields,
        number=paper.number or "",
        issued_on=cases_made.today(),
        pages=2,
        written_by=paper.officer_id,
    )
    await case.take(CaseAct.DOCUMENT_ADOPTED, adopted, people.an)
    told = await told_of(client, code)
    assert (told["state"], told["amended_by"]) == ("valid", [])

    by = await case.paper("MBB05", people.an, violation_minutes_number=paper.number)
    number = (await case.facts()).papers[by].number
    told = await told_of(client, code)
    assert (told["state"], told["amended_by"]) == ("valid", [number])
    [link] = told["links"]
    assert (await told_of(client, link["code"]))["number"] == link["number"] == number
