"""Papers made on site: written, signed and numbered through the one door, in any order of arrival."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend import database
from backend.inspections import service as inspections
from backend.ledger.service import Accepted, unwrap
from deploy.demo import contents
from deploy.demo.seals import Json
from schemas.inspections import FieldDocumentView
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

EXAMPLES = Path(__file__).parents[2] / "unit" / "documents" / "examples"


def fields(form: str = "MBB01", **changed: Any) -> Json:
    """A whole paper of the form."""
    example: Json = json.loads((EXAMPLES / f"{form}.1.json").read_text(encoding="utf-8"))
    return {name: value for name, value in (example | changed).items() if value is not None}


def writing(document_id: str, form: str = "MBB01", **changed: Any) -> Json:
    return {
        "document_id": document_id,
        "form": form,
        "form_version": 1,
        "fields": fields(form, **changed),
    }


def signature(written: str, role: str, **changed: Any) -> Json:
    drawn = contents.signed(written, "subject", f"Người ký {role}")
    del drawn["minutes"]
    return drawn | {"document": written, "role": role} | changed


def held(outcome: Any) -> str | None:
    """Under which code it is held; None where it took effect. A paper is never refused."""
    assert isinstance(outcome, Accepted), outcome
    return None if outcome.quarantine is None else outcome.quarantine.code


async def papers(people: People, work: Work) -> list[FieldDocumentView]:
    view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    return view.documents


async def admit(people: People, work: Work, act_id: str) -> Any:
    async with database.transaction():
        return await inspections.admit(
            work.id, UUID(act_id), "Đã đối chiếu bản giấy.", people.giang.actor("desk")
        )


async def write(work: Work, document_id: str, form: str = "MBB01", **changed: Any) -> str:
    assert held(await work.act("document.written", writing(document_id, form, **changed))) is None
    return str(work.pen.log[-1]["id"])


async def test_each_writing_replaces_the_one_before_and_is_unsigned(people: People) -> None:
    work = await factories.announced(people)
    document_id = str(uuid4())
    first = await write(work, document_id)
    for role in ("maker", "subject"):
        assert held(await work.act("document.signed", signature(first, role))) is None
    [paper] = await papers(people, work)
    assert (paper.missing, len(paper.signatures), paper.writings) == ([], 2, 1)

    second = await write(work, document_id, subject_opinion="Tôi không đồng ý.")
    [paper] = await papers(people, work)
    assert str(paper.written) == second
    assert paper.fields["subject_opinion"] == "Tôi không đồng ý."
    assert (paper.missing, paper.signatures, paper.writings) == (["subject", "maker"], [], 2)
    # The first stands in the record, with its signatures, under the writing that was replaced.
    assert await database.fetchval("SELECT count(*) FROM document_signatures") >= 2


async def test_a_refusal_before_a_witness_stands_for_the_signature(people: People) -> None:
    work = await factories.announced(people)
    written = await write(work, str(uuid4()), "MBB15")
    refusal = {"reason": "Không đồng ý với biên bản.", "witness": "Võ Văn Tám"}
    refused = signature(written, "subject", drawing=None, refusal=refusal)
    assert held(await work.act("document.signed", refused)) is None
    assert held(await work.act("document.signed", signature(written, "maker"))) is None
    [paper] = await papers(people, work)
    assert paper.missing == []
    assert paper.signatures[0].refusal is not None
    neither = signature(written, "witness", drawing=None)
    assert held(await work.act("document.signed", neither)) == "form_invalid"


async def test_a_paper_stands_beside_the_frozen_revision(people: People) -> None:
    work = await factories.submitted(people)
    before = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    await write(work, str(uuid4()))
    after = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert (after.state, after.revision) == (before.state, before.revision)
    assert len(after.documents) == 1


async def test_what_cannot_take_effect_is_held_with_its_reason(people: People) -> None:
    work = await factories.announced(people)
    other = await factories.announced(people)
    document_id = str(uuid4())
    written = await write(work, document_id)

    assert held(await work.act("document.signed", signature(str(uuid4()), "maker"))) == (
        "document_unknown"
    )
    assert held(await other.act("document.signed", signature(written, "maker"))) == (
        "document_unknown"
    )
    assert held(await other.act("document.written", writing(document_id))) == "document_id_taken"
    assert held(await work.act("document.written", writing(document_id, "MBB15"))) == (
        "document_id_taken"
    )
    empty = writing(str(uuid4()), violations=[])
    assert held(await work.act("document.written", empty)) == "form_invalid"
    minutes = writing(str(uuid4())) | {"form": "BB-KT"}
    assert held(await work.act("document.written", minutes)) == "form_invalid"

    stranger = await factories.pen(people.dung)
    act = stranger.write(str(work.id), "document.written", writing(str(uuid4())))
    outcome = await factories.hand_in(act, people.dung, UUID(str(act["device_id"])))
    assert held(outcome) == "not_on_team"
    view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert {item.code for item in view.quarantined} == {
        "document_unknown",
        "document_id_taken",
        "form_invalid",
        "not_on_team",
    }


async def test_a_signature_that_came_before_its_paper_is_admitted_once_that_is_here(
    people: People,
) -> None:
    work = await factories.announced(people)
    late = work.pen.write(str(work.id), "document.written", writing(str(uuid4())))
    outcome = await work.act("document.signed", signature(str(late["id"]), "maker"))
    assert held(outcome) == "document_unknown"
    signed = str(work.pen.log[-1]["id"])

    refused = await admit(people, work, signed)
    assert refused.code == "quarantine_lasting"
    assert held(await factories.hand_in(late, work.author, UUID(str(late["device_id"])))) is None
    unwrap(await admit(people, work, signed))
    [paper] = await papers(people, work)
    assert [item.role for item in paper.signatures] == ["maker"]
    assert paper.missing == ["subject"]
