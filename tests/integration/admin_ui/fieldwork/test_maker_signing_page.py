"""The maker signs minutes digitally at the desk, and everybody sees whose signature a file bears."""

import hashlib

import pytest

from tests.integration.documents.signing.test_verify_on_site import begun, number_minutes
from tests.integration.fieldwork.decision_papers.conftest import issuer as issuer
from tests.support import decision_papers
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.signing import PASSPHRASE, Authority

pytestmark = pytest.mark.usefixtures("app")


async def test_the_maker_signs_on_the_page_and_all_download_this_file(
    people: People, issuer: Authority, readers: Readers
) -> None:
    work = await begun(people)
    await number_minutes(work)
    await decision_papers.certified(people.an, issuer)
    page, sign = f"/desk/inspections/{work.id}", f"/papers/{work.minutes}/sign"
    head = await readers.of(people.giang)
    await head.open(page)
    assert sign not in head.html
    sealed = (await head.fetch(f"{page}/minutes.pdf")).content
    text = (await head.open(page)).text
    assert "Niêm do máy chủ đóng, không phải chữ ký của người lập" in text
    assert hashlib.sha256(sealed).hexdigest() in text
    assert await head.look(f"{page}{sign}") == 200  # he may look, and is told why he may not sign
    assert "Chỉ người lập biên bản mới ký số được" in head.html

    desk = await readers.of(people.an)
    await desk.open(page)
    assert sign in desk.html
    assert (await desk.fetch(f"{page}{sign}/preview.pdf")).content.startswith(b"%PDF")
    await desk.open(f"{page}{sign}")
    assert await desk.press(sign, passphrase="") == 422
    assert await desk.press(sign, passphrase="sai") == 422
    assert "Chưa ký gì" in desk.html
    assert await desk.press(sign, passphrase=PASSPHRASE) == 200
    assert "Đã ký số" in desk.html
    assert f"Chữ ký số của {people.an.full_name}, PAdES B-LTA" in desk.html
    assert sign not in desk.html

    text = (await head.open(page)).text
    files = [line for line in head.html.split('"') if line.startswith(f"{page}/files/")]
    signed = (await head.fetch(f"{page}/minutes.pdf")).content
    for kept in (sealed, signed):
        assert hashlib.sha256(kept).hexdigest() in text
    assert signed != sealed
    assert [(await head.fetch(one)).content for one in files] == [sealed, signed]
    assert (
        await head.fetch(f"/desk/inspections/{work.id}/files/{work.minutes}")
    ).status_code == 404
