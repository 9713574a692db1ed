"""Minutes are recorded by the version of the catalogue that stood when they were signed, whatever comes later."""

from datetime import timedelta

import pytest

from backend.law import books
from backend.law.catalogue import service as catalogue
from backend.law.deadlines import service as deadlines
from backend.ledger.service import Accepted
from schemas.casework.words import CaseAct
from schemas.law.catalogue import ViolationField, ViolationPublished
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.people import People
from tests.support.publishers import by_two

pytestmark = pytest.mark.usefixtures("pool")


def published() -> ViolationPublished:
    """Valid from a month ago: a decree's day lies before its entry."""
    known = cases_made.violation()
    return ViolationPublished(
        code=known.code,
        version=1,
        name_vi=known.name,
        legal_basis=known.legal_basis,
        fine_min_vnd=5_000_000,
        fine_max_vnd=7_000_000,
        subject="individual",
        field=ViolationField.TRADE,
        valid_from=today() - timedelta(days=30),
        valid_to=None,
        check_vi="",
        check_en="",
        source="Công báo",
        note="Nghị định mới",
    )


async def test_a_publication_that_reaches_back_does_not_shut_signed_minutes_out(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is published belongs to the newest edition: cases under it go by it.
    monkeypatch.setattr(deadlines, "rule_set_at", lambda _: books.newest())
    case, late = await cases_made.inspected(people), await cases_made.inspected(people)
    signed = await cases_made.minuted(case)
    outcome = await by_two(people, published())
    assert isinstance(outcome, Accepted), outcome
    await case.take(CaseAct.VIOLATION_RECORDED, signed, people.an)
    # Minutes that are signed after it name the new one.
    old = await cases_made.minuted(late)
    found = await late.refused(CaseAct.VIOLATION_RECORDED, old, people.an)
    assert found == "case_catalogue_version"


async def test_a_phone_has_what_was_in_force_before_a_publication_with_its_last_day(
    people: People,
) -> None:
    """An act that ended before the published version began is named by what came before it."""
    assert isinstance(await by_two(people, published()), Accepted)
    code, since = published().code, published().valid_from
    told = [one for one in await catalogue.entries("violation") if one.value["code"] == code]
    assert [one.id == code for one in told] == [False, True], "the code itself is that of today"
    former, present = (one.value for one in told)
    assert (former["version"], former["valid_to"]) == (0, since.isoformat())
    assert (present["version"], present["valid_from"]) == (1, since.isoformat())
    for day in (since - timedelta(days=1), since):
        named = await catalogue.version_at(code, day)
        on_phone = former if day < since else present
        assert on_phone["version"] == named.version
