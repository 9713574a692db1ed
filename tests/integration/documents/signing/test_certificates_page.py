"""An officer's own page of certificates."""

import asyncio
from pathlib import Path

import httpx
import msgspec
import pytest
from litestar import Litestar

from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.integration.casework.issued_documents.test_signed_outside import token
from tests.integration.documents.signing.test_certificates import certificate_of, file_of
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import PASSPHRASE, authority, certify


@pytest.mark.usefixtures("app")
async def test_an_officer_registers_a_file_at_the_desk_and_revokes_it(
    app: Litestar, people: People, settings: Settings, tmp_path: Path
) -> None:
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    desk = await Desk.of(app, people.giang, people)
    data = await file_of(people.giang, issuer)

    async def register_file(passphrase: str) -> httpx.Response:
        form = {"csrf_token": await desk.form_token(), "passphrase": passphrase}
        file = {"file": ("giang.p12", data)}
        return await desk.http.post("/desk/certificates", data=form, files=file)

    wrong = await register_file("sai")
    assert wrong.status_code == 422
    assert "không đúng" in wrong.text
    assert (await register_file(PASSPHRASE)).status_code == 303
    page = await desk.http.get("/desk/certificates?done=registered")
    assert people.giang.full_name in page.text
    place = f"/desk/certificates/{await certificate_of(people.giang)}/revoke"
    assert (await desk.http.get(place)).status_code == 200
    for reason, status in (("", 422), ("mất máy", 303)):
        assert (await desk.post(place, reason=reason)).status_code == status
    assert "mất máy" in (await desk.http.get("/desk/certificates")).text
    await desk.close()


@pytest.mark.usefixtures("app")
async def test_a_certificate_that_is_withdrawn_is_told_to_its_owner_and_his_head(
    app: Litestar, people: People, settings: Settings, tmp_path: Path
) -> None:
    """By whoever sits at his desk: without it he signs nothing."""
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    await certify(people.hai, issuer)
    hai = await Desk.of(app, people.hai, people)
    place = f"/desk/certificates/{await certificate_of(people.hai)}/revoke"
    assert (await hai.post(place, reason="mất máy")).status_code == 303
    for person in (people.hai, people.giang):
        desk = await Desk.of(app, person, people)
        assert "thu hồi chứng thư số" in (await desk.http.get("/desk/notices")).text


@pytest.mark.usefixtures("app")
async def test_a_certificate_that_is_sent_three_times_at_once_is_registered_once(
    app: Litestar, people: People, settings: Settings, tmp_path: Path
) -> None:
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    desk = await Desk.of(app, people.giang, people)
    form = {"csrf_token": await desk.form_token()}
    _, public = token(people.giang, issuer)
    answers = await asyncio.gather(
        *(
            desk.http.post("/desk/certificates/outside", data=form, files={"file": ("a", public)})
            for _ in range(3)
        )
    )
    assert sorted(one.status_code for one in answers) == [303, 422, 422]
    assert all("đã được đăng ký" in one.text for one in answers if one.status_code == 422)
    assert len(await signing.list_of(people.giang.id)) == 1
    await desk.close()
