"""What anybody may check of a paper whose record rests on a key that was declared stolen."""

from datetime import timedelta

import httpx
import pytest

from backend.core import clock, keys
from backend.ledger import sealer
from tests.integration.documents.signing.test_verify import SHA256, issue, told_of
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_a_paper_that_rests_on_a_stolen_key_is_not_proven_and_the_reason_is_said(
    client: httpx.AsyncClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = await issue(people)
    ring, key_id = keys.current().ring, keys.current().key_id
    monkeypatch.setitem(ring.stolen, key_id, clock.now() + timedelta(hours=1))
    told = await told_of(client, paper.code)  # sealed by nothing: a thief may have dated it so
    assert told["state"] == "unproven"
    assert told["sha256"] in (None, "")
    assert f"({key_id}) counts as stolen from" in told["state_text"]["en"]
    page = await client.get(f"/verify/{paper.code}")
    assert f"({key_id}) bị khai báo mất cắp kể từ" in page.text
    await sealer.seal_once()
    told = await told_of(client, paper.code)
    assert (told["state"], told["sha256"]) == ("valid", SHA256)  # it was in the log before that day
    monkeypatch.setitem(ring.stolen, key_id, clock.now() - timedelta(hours=1))
    assert (await told_of(client, paper.code))["state"] == "unproven"
