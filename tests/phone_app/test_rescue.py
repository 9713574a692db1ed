"""A phone that cannot send: its work comes to the desk as a file."""

from pathlib import Path

import pytest

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_a_rescue_file_brings_everything_and_sending_it_as_well_changes_nothing(
    phone: Phone, office: Office, tmp_path: Path
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    await phone.go_offline()
    await phone.take_photos(inspection, 2)
    await phone.write_minutes(inspection)
    file = await phone.export_rescue_file(tmp_path)
    kept = await phone.kept()
    content = file.read_bytes()
    assert not any(one["sha256"].encode() in content for one in kept.photos), "not encrypted"

    await office.bring_in(file.name, content)
    assert set(await office.entries(str(kept.device))) == {one["id"] for one in kept.acts}
    hashes = [one["sha256"] for one in kept.photos_of(inspection)]
    await office.wait_for_photographs(inspection, hashes)

    await phone.come_online()
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
