"""An order that fines a repeated violation each time, and counts it as aggravating besides, passes no door."""

from typing import Any

import msgspec
import pytest

from backend.casework.rules import owed, repeated
from backend.core.canonical_json import canonical, sha256_hex
from backend.documents import forms
from backend.documents.rules.signing import new_code
from backend.law.sanctions import service as sanctions
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from schemas.law.sanctions import Circumstances, SanctionOrder
from tests.integration.admin_ui.casework.test_sanction_by_the_rows import due, recorded_by
from tests.support import cases_made
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("newest_edition", "pool")

ROW = "ND98-23-4-b"


async def ordered(times: int, *, aggravating: bool) -> SanctionOrder:
    """An order about one recorded violation, fined so many times."""
    plain = await cases_made.order(of=recorded_by(ROW, illicit_gain=2_000_000))
    known = await sanctions.behaviour(ROW, cases_made.today())
    said = Circumstances(mitigating=[], aggravating=["repeated"] if aggravating else [])
    act = msgspec.structs.replace(
        plain.acts[0], behaviour=known, circumstances=said, repeated=repeated.FINED
    )
    return msgspec.structs.replace(plain, acts=[act] * times, book=known.edition)


async def test_a_paper_that_fines_each_time_and_aggravates_is_not_issued(people: People) -> None:
    case = await due(people, recorded_by(ROW))
    both = await ordered(2, aggravating=True)
    fields: dict[str, Any] = await cases_made.fields_of("MQĐ02", people.giang)
    fields |= {"reckoning": canonical(msgspec.to_builtins(both)).decode()}
    fields |= await case.cited("MQĐ02", fields)
    document, version = new_id(), forms.newest("MQĐ02")
    draft = case_side_acts.DocumentDrafted(
        document_id=document, form="MQĐ02", form_version=version, fields=fields, replaces=None
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, people.an)
    ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=sha256_hex(fields))
    await case.take(CaseAct.DOCUMENT_FINALISED, ready, people.giang)
    issued = case_side_acts.DocumentIssued(
        document_id=document,
        form="MQĐ02",
        form_version=version,
        fields_hash=sha256_hex(fields),
        number="1/QĐ-XPHC",
        issued_on=cases_made.today(),
        issued_at=(await case.facts()).events[-1].received_at,
        issuer_title=people.giang.title,
        code=new_code(),
        sha256="0" * 64,
        size=1000,
        pages=1,
        signature_level="B-T",
        signer=people.giang.full_name,
    )
    assert await case.refused(CaseAct.DOCUMENT_ISSUED, issued) == "case_not_reckoned"


async def test_each_time_is_about_the_one_line_of_the_minutes_and_its_gain_counts_once() -> None:
    order = await ordered(3, aggravating=False)
    line = recorded_by(ROW, illicit_gain=2_000_000)
    assert repeated.as_recorded([line], order)
    assert not repeated.as_recorded([line, recorded_by("ND98-23-4-c")], order)
    once = msgspec.structs.replace(order.acts[0], repeated=None)
    twice = msgspec.structs.replace(order, acts=[once, once])
    assert not repeated.as_recorded([line], twice), "decided twice, not fined each time"
    assert repeated.line_of([line], order.acts[2]) == line
    gain = order.acts[0].values.illicit_gain_vnd
    assert owed.gain_of(order) == gain
    assert sanctions.compute(order).total_vnd == 12_000_000
