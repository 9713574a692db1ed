"""The clerk puts the agency's digital seal on a decision at the desk, and everybody sees both files."""

import asyncio
import hashlib
from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.integration.casework.issued_documents.test_seal_of_the_agency import agency_file, signed
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import PASSPHRASE, authority

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.long
async def test_an_administrator_registers_the_certificate_and_the_clerk_seals_with_it(
    app: Litestar, people: People, settings: Settings, tmp_path: Path
) -> None:
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    unit, key = people.nga.unit.unit_id, agency_file(issuer)
    document = await signed(people, issuer)
    administrator = await Desk.of(app, people.my, people)

    async def registers(kind: str, data: bytes, secret: str, **more: str) -> tuple[int, str]:
        form = {"csrf_token": await administrator.form_token(), "kind": kind, "passphrase": secret}
        answer = await administrator.http.post(
            f"/desk/seals/{unit}", data=form | more, files={"file": ("dau.p12", data)}
        )
        return answer.status_code, answer.text

    status, said = await registers("pkcs12", key, "sai")
    assert (status, "Mật khẩu" in said) == (422, True)
    why = {"named_otherwise": "Tên cũ trước khi sáp nhập", "picture_mm": "37"}
    said = (await registers("pkcs12", key, "sai", **why))[1]
    assert said.count("Tên cũ trước khi sáp nhập</textarea>") == 1, "in the form that was sent"
    assert 'value="37"' in said
    assert (await registers("pkcs12", b"rubbish", PASSPHRASE))[0] == 422
    other = agency_file(issuer, "Chi cục Đà Nẵng thử")
    status, said = await registers("pkcs12", other, PASSPHRASE)
    assert (status, "không đứng tên đơn vị này" in said) == (422, True)
    at_once = await asyncio.gather(*(registers("pkcs12", key, PASSPHRASE) for _ in range(3)))
    assert sorted(status for status, _ in at_once) == [303, 422, 422], "whoever presses again"
    shown = (await administrator.http.get("/desk/seals")).text
    assert "Chi cục Hà Nội thử" in shown
    assert "Đã thu hồi" not in shown

    clerk = await Desk.of(app, people.nga, people)
    paper, place = f"/desk/documents/{document}", f"/desk/documents/{document}/seal"
    assert place in (await clerk.http.get(paper)).text
    page = (await clerk.http.get(place)).text
    certificate = page.split('name="certificate" value="')[1][:36]
    assert (await clerk.post(place, certificate=certificate, passphrase="")).status_code == 422
    wrong = await clerk.post(place, certificate=certificate, passphrase="sai")
    assert (wrong.status_code, "Chưa ghi gì" in wrong.text) == (422, True)
    before = (await clerk.http.get(f"{paper}/signed.pdf")).content
    assert (await clerk.http.get(f"{place}/to-sign.pdf")).content == before
    done = await clerk.post(place, certificate=certificate, passphrase=PASSPHRASE)
    assert done.status_code == 303, done.text
    after = (await clerk.http.get(f"{paper}/signed.pdf")).content
    assert after.startswith(before)
    assert (await clerk.http.get(f"{paper}/signed.pdf?only=signed")).content == before
    again = await clerk.post(place, certificate=certificate, passphrase=PASSPHRASE)
    assert (again.status_code, "đã có dấu số" in again.text) == (409, True)
    hashes = [hashlib.sha256(one).hexdigest() for one in (before, after)]
    shown = (await clerk.http.get(done.headers["location"])).text
    assert all(one in shown for one in hashes)
    assert "Đã đóng dấu số" in shown
    code = shown.split("/verify/")[1][:34]
    public = (await clerk.http.get(f"/verify/{code}")).text
    assert all(one in public for one in hashes)
    assert "Chi cục Hà Nội thử" in public
    head = await Desk.of(app, people.giang, people)
    assert (await head.http.get(place)).status_code == 403
    assert place not in (await head.http.get(paper)).text
    for desk in (administrator, clerk, head):
        await desk.close()
