"""The package of an inspection can be checked by whoever holds it, with nothing of ours."""

import hashlib
import io
import json
import re
import zipfile
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from backend.core import database, formats
from tests.support.factories import Work
from tests.support.people import People, Person
from tests.support.readers import Readers


def address(work: Work) -> str:
    return f"/desk/inspections/{work.id}/export"


async def taken(work: Work, person: Person, readers: Readers) -> zipfile.ZipFile:
    """Take the package as a person does: by the page and its button."""
    desk = await readers.of(person)
    await desk.open(f"/desk/inspections/{work.id}")
    await desk.follow(f"{work.id}/export")
    form = desk.form("/export")
    answer = await desk._ask("POST", form.action, form.sent())
    assert answer.headers["content-type"] == "application/zip"
    assert re.fullmatch(
        r'attachment; filename="[0-9A-Za-z-]+_[0-9TZ]+\.zip"', answer.headers["content-disposition"]
    )
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    return archive


def one(archive: zipfile.ZipFile, pattern: str) -> bytes:
    [name] = [name for name in archive.namelist() if re.fullmatch(pattern, name)]
    return archive.read(name)


async def test_it_holds_originals_byte_for_byte_and_says_what_is_not_there(
    album: Work, people: People, readers: Readers
) -> None:
    archive = await taken(album, people.khanh, readers)
    manifest = json.loads(archive.read("manifest.json"))
    assert manifest["decision_number"] == album.number
    assert manifest["revision"] == album.revision
    by_id = {item["photo_id"]: item for item in manifest["photos"]}
    for picture in album.pictures[:3]:
        assert archive.read(by_id[picture.photo_id]["path"]) == picture.data
        assert by_id[picture.photo_id]["sha256"] == picture.sha256
    assert by_id[album.pictures[3].photo_id]["path"] is None
    for line in archive.read("SHA256SUMS").decode().splitlines():
        digest, _, path = line.partition("  ")
        assert hashlib.sha256(archive.read(path)).hexdigest() == digest, path
    taken_at = formats.second(datetime.fromisoformat(manifest["taken_at"]))
    for how_to, clock in (("HUONG-DAN.txt", "giờ Việt Nam"), ("HOW-TO.txt", "Vietnam time")):
        said = archive.read(how_to).decode()
        assert album.number in said
        assert f"{taken_at} ({clock})" in said


async def test_receipts_signatures_and_the_chain_can_be_checked_from_it_alone(
    album: Work, people: People, readers: Readers
) -> None:
    archive = await taken(album, people.giang, readers)
    names = archive.namelist()
    server = load_pem_public_key(one(archive, r"keys/server-[0-9a-f]+\.pem"))
    receipts = [name for name in names if re.fullmatch(r"receipts/.*\.sig", name)]
    acts = [name for name in names if name.startswith("acts/")]
    assert len(receipts) == len(acts) + 3
    for name in receipts:
        signed = archive.read(name.replace(".sig", ".signed"))
        server.verify(archive.read(name), signed)  # type: ignore[union-attr, call-arg]
    phones = [name for name in names if re.fullmatch(r"signatures/.*\.sig", name)]
    assert len(phones) == len(acts) - 1  # the decision was issued at the desk
    for name in phones:
        signed = archive.read(name.replace(".sig", ".signed"))
        device = load_pem_public_key(
            archive.read(f"keys/device-{json.loads(signed)['device_id']}.pem")
        )
        device.verify(archive.read(name), signed, ECDSA(SHA256()))  # type: ignore[union-attr, call-arg]
    previous = None
    for number, name in enumerate(acts, start=1):
        entry = json.loads(archive.read(f"entries/{number:04}.json"))
        receipt = json.loads(archive.read(f"receipts/acts/{number:04}.json"))
        assert entry["act_hash"] == hashlib.sha256(archive.read(name)).hexdigest()
        assert entry["previous_hash"] == previous
        previous = hashlib.sha256(archive.read(f"entries/{number:04}.json")).hexdigest()
        assert receipt["entry_hash"] == previous


async def test_that_it_left_is_told_in_the_story_of_each_photograph(
    album: Work, people: People, readers: Readers
) -> None:
    await taken(album, people.giang, readers)
    desk = await readers.of(people.khanh)
    page = await desk.open(f"/desk/photos/{album.pictures[0].photo_id}")
    assert "Lấy bản sao." in page.text
    assert "gói kiểm chứng của hồ sơ kiểm tra" in page.text
    assert people.giang.full_name in page.text


async def test_only_supervisors_and_auditors_of_the_unit_take_it(
    album: Work, people: People, readers: Readers
) -> None:
    for person, status in ((people.chi, 403), (people.ho, 404), (people.dung, 404)):
        desk = await readers.of(person)
        assert await desk.look(address(album)) == status
        await desk.open("/desk/account")
        pairs = [("csrf_token", re.findall(r'csrf_token" value="([^"]+)"', desk.html)[0])]
        assert (await desk._ask("POST", address(album), pairs)).status_code == status
    left = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE action = 'record.package'"
    )
    assert left == 0


async def test_an_original_that_the_store_does_not_give_is_named_in_it(
    album: Work, people: People, readers: Readers
) -> None:
    lost = album.pictures[0]
    await database.execute(
        "UPDATE photos SET version_id = NULL, object_key = replace(object_key, $2, $3) WHERE id = $1",
        lost.photo_id,
        lost.sha256,
        "0" * 64,
    )
    archive = await taken(album, people.khanh, readers)
    assert "kiểm tra nội bộ" in one(archive, r"photos/.*\.UNREADABLE\.txt").decode()
    assert lost.photo_id not in archive.read("SHA256SUMS").decode()
