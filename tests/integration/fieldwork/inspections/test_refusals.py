"""An inspected party that refuses to sign the inspection minutes (Circular 27/2020 Art 18.3.b)."""

from datetime import datetime, timedelta
from typing import Any

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


async def sign(work: factories.Work, content: dict[str, Any]) -> None:
    """Sign, or refuse to, a second after what was done before."""
    before = datetime.fromisoformat(max(act["made_at"] for act in work.pen.log))
    made_at = f"{before + timedelta(seconds=1):%Y-%m-%dT%H:%M:%SZ}"
    await work.act("person.signed", content, made_at=made_at)
    work.signatures.append(work.pen.log[-1]["id"])


async def test_a_witness_who_signed_before_the_refusal_signs_again(people: People) -> None:
    """Circular 27/2020 Art 18.3.b: the witness certifies the refusal and its reason, which were not written yet."""
    work = await factories.announced(people)
    await factories.write_text(work)
    await sign(work, contents.signed(work.minutes, "leader", "Lê Linh Chi"))
    await sign(work, contents.signed(work.minutes, "witness", "Võ Văn Tám"))
    refused = contents.refused_to_sign(
        work.minutes, "subject", "Nguyễn Văn Thử", "Không đồng ý với nhận xét", "Võ Văn Tám"
    )
    refused["refusal"]["order"] = 1
    await sign(work, refused)
    early = await factories.submit(work)
    assert isinstance(early, Refused)
    assert early.code == "subject_not_signed"

    await sign(work, contents.signed(work.minutes, "witness", "Võ Văn Tám"))
    assert isinstance(await factories.submit(work), Accepted)


async def test_a_party_that_signs_after_all_needs_nobody_to_certify(people: People) -> None:
    """Circular 27/2020 Art 18.3.b is for who does not sign; who refused and then signs has signed."""
    work = await factories.announced(people)
    await factories.write_text(work)
    await sign(work, contents.signed(work.minutes, "leader", "Lê Linh Chi"))
    refused = contents.refused_to_sign(
        work.minutes, "subject", "Nguyễn Văn Thử", "Chờ luật sư", "Tám"
    )
    refused["refusal"]["order"] = 1
    await sign(work, refused)
    await sign(work, contents.signed(work.minutes, "subject", "Nguyễn Văn Thử"))
    assert isinstance(await factories.submit(work), Accepted)


async def test_a_witness_who_takes_the_certification_back_certifies_nothing(people: People) -> None:
    """Circular 27/2020 Art 18.3.b: nobody then confirms the refusal; another witness may."""
    work = await factories.announced(people)
    await factories.write_text(work)
    await sign(work, contents.signed(work.minutes, "leader", "Lê Linh Chi"))
    refused = contents.refused_to_sign(
        work.minutes, "subject", "Nguyễn Văn Thử", "Chờ luật sư", "Tám"
    )
    refused["refusal"]["order"] = 1
    await sign(work, refused)
    await sign(work, contents.signed(work.minutes, "witness", "Võ Văn Tám"))
    back = contents.refused_to_sign(
        work.minutes, "witness", "Võ Văn Tám", "Không muốn làm chứng nữa", "An"
    )
    await sign(work, back)
    outcome = await factories.submit(work)
    assert isinstance(outcome, Refused)
    assert outcome.code == "subject_not_signed"

    await sign(work, contents.signed(work.minutes, "authority", "Trần Thị Xã"))
    assert isinstance(await factories.submit(work), Accepted)
