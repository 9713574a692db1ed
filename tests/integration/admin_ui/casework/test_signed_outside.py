"""An officer signs a paper with his own token: at the desk he prepares it, and sends it back signed."""

import re
from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import service as cases
from backend.core import database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.integration.casework.issued_documents.test_issue import ready
from tests.integration.casework.issued_documents.test_signed_outside import token
from tests.support import cases_made, outside_signer
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import authority

pytestmark = pytest.mark.usefixtures("app")


async def test_a_head_registers_his_token_prepares_signs_and_sends_a_decision(
    app: Litestar, people: People, settings: Settings, tmp_path: Path
) -> None:
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    key, public = token(people.giang, issuer)
    desk = await Desk.of(app, people.giang, people)

    async def sends(place: str, name: str, data: bytes) -> tuple[int, str]:
        form = {"csrf_token": await desk.form_token()}
        answer = await desk.http.post(place, data=form, files={name: ("tep", data)})
        return answer.status_code, answer.text

    async def confirmed() -> bool:
        return bool(
            await database.fetchval(
                "SELECT count(*) FROM desk_sessions WHERE officer_id = $1 AND confirmed_until > now()",
                people.giang.id,
            )
        )

    page = await desk.http.get("/desk/certificates/outside")
    assert page.status_code == 200
    status, said = await sends("/desk/certificates/outside", "file", b"rubbish")
    assert (status, "không phải một chứng thư số công khai" in said) == (422, True)
    assert (await sends("/desk/certificates/outside", "file", public))[0] == 303
    assert "ký trên máy của bạn" in (await desk.http.get("/desk/certificates")).text

    place = f"/desk/documents/{document}/outside"
    assert "không có bản chuẩn bị" in (await desk.http.get(place)).text.replace("Hiện ", "")
    began = await desk.post(
        f"/desk/documents/{document}/sign",
        fields_hash=hashed,
        outside="prepare",
        alone="Trực một mình",
    )
    assert (began.status_code, began.headers["location"]) == (303, place)
    shown = (await desk.http.get(place)).text
    assert "01000001/" in shown
    assert place in (await desk.http.get(f"/desk/documents/{document}/sign")).text
    given = (await desk.http.get(f"{place}/prepared.pdf")).content

    status, said = await sends(place, "scan", given)
    assert status == 422
    assert "chưa có chữ ký số" in said
    assert "Không mất gì" in said
    signed = outside_signer.sign(given, key, box=(350, 20, 500, 40))
    if "che lên chữ" in (await sends(place, "scan", signed))[1]:
        signed = outside_signer.sign(given, key)
    assert (await sends(place, "scan", signed))[0] == 303
    assert await confirmed(), "his own key is a second factor"
    await database.execute("UPDATE desk_sessions SET confirmed_until = NULL")
    assert (await sends(place, "scan", signed))[0] == 303  # once more has no other effect
    assert not await confirmed(), "an issued paper is no key: whoever is at the desk has it"
    _, _, paper = await cases.paper(document, people.giang.actor("desk"))
    assert (paper.state, paper.signature_level) == ("signed", "B-B")
    downloaded = await desk.http.get(f"/desk/documents/{document}/signed.pdf")
    assert downloaded.content == signed
    await desk.close()


async def test_a_signer_who_gives_his_copy_up_voids_its_number_with_a_reason(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    desk = await Desk.of(app, people.giang, people)
    await desk.post(
        f"/desk/documents/{document}/sign",
        fields_hash=hashed,
        outside="prepare",
        alone="Trực một mình",
    )
    place = f"/desk/documents/{document}/outside"
    assert (await desk.post(f"{place}/give-up", reason="")).status_code == 422
    answer = await desk.post(f"{place}/give-up", reason="USB Token hỏng")
    assert (answer.status_code, "given_up" in answer.headers["location"]) == (303, True)
    assert re.search("thôi ký", (await desk.http.get(answer.headers["location"])).text)
    colleague = await Desk.of(app, people.an, people)
    assert (await colleague.http.get(f"{place}/prepared.pdf")).status_code == 409
    await colleague.close()
    await desk.close()
