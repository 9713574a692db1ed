"""A relief of a fine is weighed when it is signed, not when the party holds the paper (Law Arts 76, 77, 79)."""

import pytest
from litestar import Litestar

from backend.core import database
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.integration.casework.issued_documents.test_powers import numbers, signs
from tests.integration.casework.issued_documents.test_who_changes import decided_by, ready
from tests.integration.casework.issued_documents.test_who_changes import issuer as issuer
from tests.support import cases_made
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import Authority, certify

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("form", "said", "doubt"),
    [
        ("MQĐ03", {"until_on": cases_made.in_days(120).isoformat()}, "quá 3 tháng"),
        (
            "MQĐ05",
            {
                "instalments": [
                    {
                        "amount": 1_000_000,
                        "until_on": cases_made.in_days(20).isoformat(),
                    },
                    {
                        "amount": 4_000_000,
                        "until_on": cases_made.in_days(40).isoformat(),
                    },
                ]
            },
            "Lần đầu phải nộp ít nhất",
        ),
    ],
)
async def test_a_relief_beyond_the_law_is_signed_with_a_reason_and_its_entry_takes_its_day(
    app: Litestar,
    people: People,
    desks: Desks,
    issuer: Authority,
    form: str,
    said: dict[str, object],
    doubt: str,
) -> None:
    """Law Arts 76, 79: the signer answers for it, before the party holds the decision."""
    case = await cases_made.due(people)
    await certify(people.chi, issuer)
    chi = await desks.of(people.chi)
    decision = await decided_by(chi, case)
    desk = await Desk.of(app, people.chi, people)
    assert (await act(desk, case, "decision.delivered", **delivery(decision)))[0] == 303
    address = await ready(case, form, decision, people.chi, **said)
    before = await numbers()
    assert await signs(chi, address) == 409
    assert doubt in chi.said  # type: ignore[attr-defined]
    assert await numbers() == before
    assert await signs(chi, address, "Thiên tai") == 303, chi.said  # type: ignore[attr-defined]
    listed = await database.fetchval("SELECT reason FROM exceptions WHERE kind = 'legal_warning'")
    assert "Thiên tai" in listed
    if form == "MQĐ03":
        page = await desk.http.get(f"/desk/cases/{case.id}/acts/execution.postponed")
        assert f'value="{said["until_on"]}"' in page.text
