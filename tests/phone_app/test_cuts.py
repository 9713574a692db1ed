"""The line breaks at the worst moment: in a photograph, in an act, in the answer to an act."""

import pytest

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.line import Line, Trouble
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]

ACTS = b"POST /api/mobile/v1/acts"
BYTES = b"PATCH /api/mobile/v1/uploads/"


@pytest.mark.parametrize(
    ("start", "kind", "after"),
    [(BYTES, "cut", 50_000), (BYTES, "answer", 0), (ACTS, "cut", 300), (ACTS, "answer", 0)],
    ids=["in a photograph", "in its answer", "in an act", "in an act's answer"],
)
async def test_a_cut_loses_nothing_and_doubles_nothing(
    phone: Phone, office: Office, line: Line, start: bytes, kind: str, after: int
) -> None:
    inspection = await office.issue()
    trouble = Trouble(start, after, kind)  # type: ignore[arg-type]
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    line.befall(trouble)
    await phone.take_photos(inspection, 2)
    await phone.sees_happen(trouble)
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
