"""A relief of a fine is weighed when it is signed, not when the party holds the paper (Law Arts 76, 77, 79)."""

import pytest
from litestar import Litestar

from backend.core import database
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.casework.issued_documents.test_powers import numbers, signs
from tests.integration.casework.issued_documents.test_who_changes import decided_by, ready
from tests.integration.casework.issued_documents.test_who_changes import issuer as issuer
from tests.support import cases_made
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.signing import Authority, certify

pytestmark = pytest.mark.asyncio


def _parts(first: int, second: int) -> list[dict[str, object]]:
    """Two parts of a fine, due in twenty and forty days."""
    days = ((first, 20), (second, 40))
    return [
        {"amount": amount, "until_on": cases_made.in_days(until).isoformat()}
        for amount, until in days
    ]


@pytest.mark.parametrize(
    ("form", "said", "doubt"),
    [
        ("MQĐ03", {"until_on": cases_made.in_days(120).isoformat()}, "quá 3 tháng"),
        (
            "MQĐ05",
            {
                "instalments": _parts(1_000_000, 4_000_000),
            },
            "Lần đầu phải nộp ít nhất",
        ),
    ],
)
async def test_a_relief_beyond_the_law_is_signed_with_a_reason_and_is_in_force_with_that(
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
    facts = await case.facts()
    assert facts.state == {"MQĐ03": "postponed", "MQĐ05": "instalment"}[form]
    if form == "MQĐ03":
        assert facts.last(CaseAct.EXECUTION_POSTPONED).content.until == cases_made.in_days(120)
    # Nobody asks for the reason again: the paper says it, and its line is on the list already.
    rows = await database.fetch("SELECT 1 FROM exceptions WHERE kind = 'legal_warning'")
    assert len(rows) == 1


async def test_parts_that_do_not_sum_to_what_is_left_are_neither_made_ready_nor_signed(
    app: Litestar, people: People, desks: Desks, issuer: Authority
) -> None:
    """The fine is divided, all of it (Law Art 79): a decision that could not be entered is not made."""
    case = await cases_made.due(people)
    await certify(people.chi, issuer)
    chi = await desks.of(people.chi)
    decision = await decided_by(chi, case)
    desk = await Desk.of(app, people.chi, people)
    assert (await act(desk, case, "decision.delivered", **delivery(decision)))[0] == 303
    with pytest.raises(AssertionError, match=r"4\.000\.000 đồng khác .* 5\.000\.000 đồng"):
        await ready(case, "MQĐ05", decision, people.chi, instalments=_parts(2_000_000, 2_000_000))
    address = await ready(
        case, "MQĐ05", decision, people.chi, instalments=_parts(2_000_000, 3_000_000)
    )
    # Paid in part since: the parts are more than what is left.
    assert (await act(desk, case, "payment.received", **payment(amount="1.000.000")))[0] == 303
    before = await numbers()
    assert await signs(chi, address, "Thiên tai") == 409
    assert "Tổng các lần nộp 5.000.000 đồng" in chi.said  # type: ignore[attr-defined]
    assert await numbers() == before
