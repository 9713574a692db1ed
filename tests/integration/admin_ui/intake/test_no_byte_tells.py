"""Everybody goes through the desk, takes every export and package, and no byte of it tells who informed.

Circular 27/2020 Arts 27, 37. What is opened on record is a POST, or a page of its own: neither is followed here.
"""

import html
import io
import re
import zipfile
from collections.abc import AsyncIterator, Iterator
from uuid import UUID

import httpx
import pytest
from litestar import Litestar
from PIL import ExifTags, Image
from pypdf import PdfReader

from admin_ui.exported_lists import LISTS
from backend.casework.cases import service as cases
from backend.core import clock
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.intake.informations import service as informations
from backend.intake.secrecy import sealing
from backend.ledger import service as ledger
from backend.ledger.service import Accepted
from schemas.casework.acts.intake import InformationReceived
from schemas.casework.words import CaseAct, InformationSource
from schemas.core.ids import new_id
from schemas.intake import proceedings
from schemas.intake.words import Linked
from tests.support import cases_made, citizens, exports, old_information
from tests.support import informations as made
from tests.support.doors import API, Desk, bearer, knock
from tests.support.people import People, Person
from tests.support.workers import worker_of

pytestmark = pytest.mark.usefixtures("pool")

OWNER = "Quach Thi Chu May"
OLDER = "hàng xóm của nhà kho cũ"
CITIZEN = {"name": "Lường Thị Báo", "phone": "0977123456", "what": "Tôi ở ngay sau bếp quán đó."}
PLANTED = (
    *made.PLANTED,
    *(OWNER, OLDER, "Bà Tư bán nước", "0900000001"),
    *("Lường", "0977123456", "977123456", "sau bếp quán"),
)
LINK = re.compile(r'(?:href|src)="(/desk/[^"#]*)"')
NOT_FOLLOWED = re.compile(r"/desk/(live|static|assets|sign)|/informant(\?|$)|\.(css|js|woff2)")
FIRST = re.compile(r"information|export|package|\.xlsx|\.csv|\.pdf|/file|/papers|/dossier|/log")
MOST_PAGES = 60
START = (
    *("/desk/", "/desk/notices", "/desk/informations", "/desk/informations/list"),
    *("/desk/informations/list?q=rượu", "/desk/informations/denunciations", "/desk/cases"),
    *("/desk/informations/figures", "/desk/inspections"),
    *("/desk/search?subject=Minh+Phát", "/desk/log"),
    *("/desk/refusals", "/desk/papers", "/desk/outgoing", "/desk/diary", "/desk/exceptions"),
    *("/desk/plans", "/desk/", "/desk/statistics", "/desk/dashboard", "/desk/incoming"),
    "/desk/exports",
)


def photograph() -> bytes:
    """A photograph in which a phone wrote its owner's name."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = OWNER
    file = io.BytesIO()
    Image.new("RGB", (320, 240), "grey").save(file, "JPEG", exif=exif)
    return file.getvalue()


def texts(data: bytes) -> Iterator[str]:
    """Everything that somebody can read in an answer: the files of archives and sheets, the text of papers."""
    yield html.unescape(data.decode("utf-8", "replace"))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                yield from texts(archive.read(name))
    elif data.startswith(b"%PDF"):
        paper = PdfReader(io.BytesIO(data))
        yield str(paper.metadata)
        for sheet in paper.pages:
            yield sheet.extract_text()
        for files in paper.attachments.values():
            for attached in files:
                yield from texts(attached)


def told(data: bytes) -> list[str]:
    """The planted words in an answer."""
    return [word for text in texts(data) for word in PLANTED if word in text]


async def walked(desk: Desk, records: list[UUID]) -> AsyncIterator[tuple[str, httpx.Response]]:
    """Every page that leads on from where everybody begins, those about these records first."""
    own = [f"/desk/{kind}/{one}" for one in records for kind in ("informations", "cases")]
    waiting, seen = [*own, *START], set[str]()
    while waiting and len(seen) < MOST_PAGES:
        address = min(waiting, key=lambda one: not FIRST.search(one))
        waiting.remove(address)
        if address in seen:
            continue
        seen.add(address)
        answer = await desk.http.get(address)
        yield address, answer
        if "html" in answer.headers.get("content-type", ""):
            found = (html.unescape(one) for one in LINK.findall(answer.text))
            waiting += [one for one in found if one not in seen and not NOT_FOLLOWED.search(one)]


async def older_case(people: People) -> UUID:
    """A case from before informations were records: the words stand in its first act."""
    actor = people.an.actor("desk")
    async with transaction():
        content = InformationReceived(
            opening=await cases.opening(actor),
            source=InformationSource.TIP,
            channel="Điện thoại",
            received_at=clock.now(),
            content=f"Tôi là {OLDER}, thấy hàng giả",
            informant_secret=True,
            wants_answer=True,
            party=None,
            place=None,
        )
        with old_information.as_before():
            case_id, outcome = await cases.start(actor, CaseAct.INFORMATION_RECEIVED, content)
        assert isinstance(outcome, Accepted), outcome
        await old_information.informant(case_id, "Bà Tư bán nước, 0900000001", people.an)
    return case_id


async def tip(people: People, case: cases_made.Case) -> UUID:
    """A tip that led to this case, and that many have had in hand since."""
    done = await made.registered(people.an)
    actor = people.an.actor("desk")
    async with transaction():
        sealed = [sealing.seal_attachment(photograph(), "image/jpeg")]
        ledger.unwrap(await informations.supplement(done.id, sealed, "Ảnh kèm theo.", actor))
        number = (await cases.view(case.id, actor)).number
        ledger.unwrap(await informations.link(done.id, Linked.CASE, number, "Cùng việc.", actor))
    await made.informant(people.chi, done.id)
    await made.account(people.chi, done.id)
    await made.did(people.khanh, done.id, proceedings.IdentityAsked(reason="Kiểm tra nội bộ."))
    return done.id


async def packages(desk: Desk, case: cases_made.Case) -> AsyncIterator[tuple[str, httpx.Response]]:
    """The packages that are taken by a button."""
    assert case.inspection is not None
    for address in (
        f"/desk/cases/{case.id}/dossier/package",
        f"/desk/inspections/{case.inspection.id}/export",
    ):
        yield address, await desk.post(address)


async def lists(desk: Desk, settings: Settings) -> AsyncIterator[tuple[str, httpx.Response]]:
    """Every list that can be taken away as a file, in both formats, as far as this person has it."""
    for one in LISTS:
        begun = [
            await desk.post("/desk/exports", list=one.name, file=file, purpose=exports.PURPOSE)
            for file in ("xlsx", "csv")
        ]
        if any(answer.status_code == 303 for answer in begun):
            await exports.written(settings)
        for answer in begun:
            if answer.status_code == 303:
                address = f"{answer.headers['location']}/file"
                yield f"{one.name} {address}", await desk.http.get(address)


async def synced(client: httpx.AsyncClient, people: People, person: Person) -> httpx.Response:
    """What a phone gets when it is signed in."""
    await people.forget_codes(person)
    session = await knock(client, person)
    assert session.status_code == 201, session.text
    return await client.get(f"{API}/sync", headers=bearer(session.json()))


@pytest.mark.long
async def test_whatever_anybody_opens_or_takes_at_the_desk_tells_nothing_of_who_informed(
    app: Litestar,
    client: httpx.AsyncClient,
    settings: Settings,
    people: People,
    caplog: pytest.LogCaptureFixture,
) -> None:
    case = await cases_made.recorded(people)
    records = [await tip(people, case), await older_case(people), case.id]
    sent = await citizens.send(client, photographs=[("toi.jpg", photograph())], **CITIZEN)
    code = citizens.code_of(sent)
    assert await worker_of(settings).take_reports() == 1
    assert told(made.ACCOUNT.encode()), "what is planted is found where it stands"
    assert told(photograph()), "also in a photograph"
    assert case.inspection is not None
    number = case.inspection.number
    read: dict[str, int] = {}
    taken: list[str] = []
    leaks: list[tuple[str, str, list[str]]] = []
    for person in people:
        desk = await Desk.of(app, person, people)
        async for address, answer in walked(desk, records):
            read[person.username] = read.get(person.username, 0) + (answer.status_code == 200)
            if found := told(answer.content):
                leaks.append((person.username, address, found))
        async for address, answer in packages(desk, case):
            if answer.status_code == 200:
                taken.append(f"{person.username} {address}")
                assert any("Minh Phát" in text or number in text for text in texts(answer.content))
            if found := told(answer.content):
                leaks.append((person.username, address, found))
        async for address, answer in lists(desk, settings):
            assert answer.status_code == 200, address
            taken.append(f"{person.username} {address}")
            if found := told(answer.content):
                leaks.append((person.username, address, found))
        await desk.close()
    assert leaks == []
    for person in (people.an, people.binh, people.chi):
        assert told((await synced(client, people, person)).content) == [], person.username
    for address in ("/metrics", f"/phan-anh/{code}", f"/phan-anh/{new_id()}"):
        assert told((await client.get(address)).content) == [], address
    assert not [word for word in PLANTED if word in caplog.text], "nor the log of the processes"
    assert len(taken) >= 4, taken
    assert all(read[one.username] >= 5 for one in people), read
    assert read["chi"] > 30, read
