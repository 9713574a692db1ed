"""The phone's own code writes the file, in Node; the server opens it and brings it in."""

import asyncio
import json
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from deploy import node
from deploy.demo.seals import DeviceKey, b64url
from schemas.core.ids import new_id
from tests.integration.exchange.rescue.days import a_day
from tests.support import informations as made
from tests.support import pictures
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.phone_informations import asked as information
from tests.support.readers import Readers
from tests.support.rescue import bring
from tests.support.uploads import all_stored

APP = Path(__file__).parents[4] / "mobile_app"


@pytest.mark.long
@pytest.mark.slow
async def test_what_the_phone_encrypts_the_server_opens_and_takes(
    phones: Phones, people: People, readers: Readers, tmp_path: Path
) -> None:
    day = await a_day(phones, people)
    asked: dict[str, Any] = {
        "recipient": day.recipient,
        "device_id": day.phone.device_id,
        "officer": day.phone.officer,
        "acts": day.acts,
        "photos": [],
        "private_key": _private(day.phone.key),
        "informations": [],
        "out": str(tmp_path / "out.age"),
    }
    taken = {
        act["content"]["photo_id"]: act["id"] for act in day.acts if act["type"] == "photo.taken"
    }
    for picture in day.pictures:
        file = tmp_path / picture.photo_id
        file.write_bytes(picture.data)
        asked["photos"].append(
            {
                "id": picture.photo_id,
                "act_id": taken[picture.photo_id],
                "sha256": picture.sha256,
                "size": len(picture.data),
                "media_type": "image/jpeg",
                "file": str(file),
            }
        )
    body, files = information(day.phone, [pictures.jpeg(size=(64, 48))])
    for one, sealed in files.items():
        (tmp_path / one).write_bytes(sealed)
    asked["informations"].append(
        {
            "id": str(ident := new_id()),
            # Composed, as the phone sends it, and not as some keyboards write it.
            "summary": unicodedata.normalize("NFD", "Bán rượu không nhãn"),
            "received_at": body["received_at"],
            "sealed": body["sealed"],
            "attachments": [
                one | {"file": str(tmp_path / one["id"])} for one in body["attachments"]
            ],
        }
    )
    told = await asyncio.to_thread(_write, asked)
    assert told["name"].startswith("hientruong-an-")
    assert told["name"].endswith(".htrescue.age")
    assert told["told"][0] == told["told"][1] > sum(len(each.data) for each in day.pictures)
    data = (tmp_path / "out.age").read_bytes()
    assert len(data) == told["size"]

    desk = await readers.of(people.giang)
    address = await bring(desk, data)
    await all_stored()
    view = await day.phone.inspection(str(day.record))
    assert view["state"] == "submitted"
    assert all(photo["stored"] for photo in view["photos"])
    await desk.open(address)
    assert "Đã nhập xong" in desk.page.text
    assert "1/1 ảnh niêm phong đã nhận" in desk.page.text
    assert (await made.seen(people.chi, ident)).matter.summary == "Bán rượu không nhãn"
    assert await made.account(people.chi, ident) == [made.ACCOUNT]


def _private(key: DeviceKey) -> dict[str, Any]:
    """The key of the phone, for a phone that is written in another language."""
    numbers = key._private.private_numbers()
    return key.jwk | {"d": b64url(numbers.private_value.to_bytes(32, "big"))}


def _write(asked: dict[str, Any]) -> Any:
    """Run the driver with the machine's Node, or the checkout's own."""
    node.npm_ci(APP)
    found = node.find()
    done = subprocess.run(
        [*found.node, "tests/node/write-rescue.mjs"],
        cwd=APP,
        env=dict(found.env),
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)
