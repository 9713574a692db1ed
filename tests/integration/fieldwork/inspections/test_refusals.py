"""An inspected party that refuses to sign the inspection minutes (Circular 27/2020 Art 18.3.b)."""

import pytest

from backend.ledger.service import Accepted, Refused
from deploy.demo import contents
from tests.support import factories
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


@pytest.mark.parametrize("certifies", ["authority", "witness"])
async def test_a_file_is_submitted_once_somebody_signs_to_certify_the_refusal(
    people: People, certifies: str
) -> None:
    work = await factories.announced(people)
    await factories.write_text(work)
    await work.act("person.signed", contents.signed(work.minutes, "leader", "Lê Linh Chi"))
    work.signatures.append(work.pen.log[-1]["id"])
    refused = contents.refused_to_sign(
        work.minutes, "subject", "Nguyễn Văn Thử", "Không đồng ý với nhận xét", "Võ Văn Tám"
    )
    await work.act("person.signed", refused)
    work.signatures.append(work.pen.log[-1]["id"])
    outcome = await factories.submit(work)
    assert isinstance(outcome, Refused)
    assert outcome.code == "subject_not_signed"

    await work.act("person.signed", contents.signed(work.minutes, certifies, "Võ Văn Tám"))
    work.signatures.append(work.pen.log[-1]["id"])
    assert isinstance(await factories.submit(work), Accepted)
