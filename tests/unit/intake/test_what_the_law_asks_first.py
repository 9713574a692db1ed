"""What the guards of informations ask before an act: Circular 27/2020, the Laws on Complaints and on Denunciations."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from backend.core.local_time import VIETNAM
from backend.intake.rules import guards
from backend.intake.rules.facts import Information
from backend.intake.rules.guards import Context
from backend.intake.rules.line import Reader
from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.intake import acts, proceedings
from schemas.intake.words import (
    AfterWithdrawal,
    InformationState,
    Means,
    Nature,
    Result,
    SuspendedFor,
)
from schemas.intake.words import InformationAct as Act
from tests.unit.intake.made import TYPES, folded, registered

TOLD_ON = date(2026, 11, 4)
NONE = acts.Verified(result=Result.NO_VIOLATION, report="Không có.", document_id=None)
ACCEPTED = proceedings.Accepted(
    accepted_on=TOLD_ON, resolver="Đội trưởng", complex=False, document_id=None
)
LONGER = proceedings.TermExtended(
    extended_on=TOLD_ON, times=1, reason="Xác minh tại nhiều nơi", document_id=None
)
ABOUT = acts.About(against="Quyết định số 5")


def context(*, decides: bool = True) -> Context:
    """An officer at the unit's desk: its head, or its clerk."""
    me = uuid4()
    return Context(
        officer_id=me,
        now=datetime(2026, 11, 4, 9, tzinfo=VIETNAM),
        reader=Reader(officer_id=me, heads=decides),
        decides=decides,
        clerk=not decides,
        by_the_system=False,
    )


def fault(content: Wire, facts: Information, *, decides: bool = True) -> str | None:
    """Why it is refused; None if it is not."""
    return guards.fault(TYPES[type(content)], content, facts, context(decides=decides))


@pytest.mark.parametrize(
    ("means", "paper", "note", "refused"),
    [
        (Means.LETTER, False, "", None),
        (Means.EMAIL, False, "", None),
        (Means.PHONE, False, "", "told_in_writing"),
        (Means.IN_PERSON, False, "", "told_in_writing"),
        (Means.IN_PERSON, True, "", None),
        (Means.PHONE, False, "Người báo tin yêu cầu báo qua điện thoại", None),
    ],
)
def test_that_no_violation_was_found_is_told_in_writing_unless_they_asked_otherwise(
    means: Means, paper: bool, note: str, refused: str | None
) -> None:
    """Circular 27/2020 Art 10.1."""
    told = acts.InformantTold(
        told_on=TOLD_ON, means=means, document_id=uuid4() if paper else None, note=note
    )
    assert fault(told, folded(registered(), NONE)) == refused
    assert fault(told, folded(registered())) is None, "nothing is owed yet"


def test_they_may_ask_by_telephone_not_to_be_told() -> None:
    """Circular 27/2020 Art 10.1."""
    declined = acts.InformantTold(
        told_on=TOLD_ON, means=Means.PHONE, document_id=None, declined=True
    )
    assert fault(declined, folded(registered(), NONE)) is None


def test_an_anonymous_denunciation_or_complaint_is_not_accepted() -> None:
    """Law on Denunciations Arts 25.1, 29.1.a; Law on Complaints Art 11."""
    for given in ({"nature": Nature.DENUNCIATION}, {"nature": Nature.COMPLAINT, "about": ABOUT}):
        assert fault(ACCEPTED, folded(registered(**given, identity_known=False))) == "anonymous"
        assert fault(ACCEPTED, folded(registered(**given))) is None


def test_an_anonymous_denunciation_goes_on_as_a_tip_to_be_inspected() -> None:
    """Law on Denunciations Art 25.2."""
    facts = folded(registered(nature=Nature.DENUNCIATION, identity_known=False))
    as_tip = acts.Classified(
        nature=Nature.TIP,
        number="TT-1",
        unit_id=uuid4(),
        reason="Nặc danh, có chứng cứ",
        named_officers=[],
    )
    assert fault(as_tip, facts) is None


def test_before_it_is_accepted_a_denunciation_is_checked_longer_once_and_a_complaint_never() -> (
    None
):
    """Law on Denunciations Art 24.1; Law on Complaints Art 27."""
    denunciation = registered(nature=Nature.DENUNCIATION)
    assert fault(LONGER, folded(denunciation)) is None
    assert fault(LONGER, folded(denunciation, LONGER)) == "extended_already"
    assert fault(LONGER, folded(denunciation, LONGER, ACCEPTED)) is None, "Art 30.2 is another term"
    complaint = registered(nature=Nature.COMPLAINT, about=ABOUT)
    assert fault(LONGER, folded(complaint)) == "accept_first"
    possible = guards.possible(folded(complaint), context())
    assert Act.TERM_EXTENDED not in possible


def test_the_acceptance_of_a_denunciation_is_told_after_it_and_once() -> None:
    """Law on Denunciations Art 29.3."""
    first = registered(nature=Nature.DENUNCIATION)
    told = proceedings.AcceptanceTold(told_on=TOLD_ON, means=Means.LETTER, document_id=None)
    earlier = proceedings.AcceptanceTold(
        told_on=date(2026, 11, 3), means=Means.LETTER, document_id=None
    )
    assert fault(told, folded(first)) == "state"
    assert fault(earlier, folded(first, ACCEPTED)) == "told_before_acceptance"
    assert fault(told, folded(first, ACCEPTED), decides=False) is None, "a clerk sends it"
    assert fault(told, folded(first, ACCEPTED, told)) == "acceptance_told"
    complaint = registered(nature=Nature.COMPLAINT, about=ABOUT)
    assert fault(told, folded(complaint, ACCEPTED)) == "other_nature"


def decided(becomes: AfterWithdrawal, **given: Any) -> proceedings.WithdrawalDecided:
    """The decision of who resolves it, after it was taken back."""
    said: dict[str, Any] = {
        "decided_on": TOLD_ON,
        "becomes": becomes,
        "proof": "letter",
        "reason": "Đơn rút có chữ ký",
        "decision_number": "3/QĐ",
        "document_id": None,
    }
    return proceedings.WithdrawalDecided(**(said | given))


BACK = acts.Withdrawn(
    withdrawn_on=TOLD_ON, means=Means.PUBLIC_PAGE, reason="Rút đơn", awaits_decision=True
)


def test_a_denunciation_that_is_taken_back_goes_on_until_who_resolves_it_decides() -> None:
    """Law on Denunciations Arts 33.2, 34.3.a; Law on Complaints Art 10."""
    for given in ({"nature": Nature.DENUNCIATION}, {"nature": Nature.COMPLAINT, "about": ABOUT}):
        first = registered(**given)
        assert fault(BACK, folded(first), decides=False) is None, "a clerk notes the letter"
        at_once = msgspec.structs.replace(BACK, awaits_decision=False)
        assert fault(at_once, folded(first)) == "withdrawn_head", "nobody ends it by that"
        asked = folded(first, ACCEPTED, BACK)
        assert (asked.state, asked.withdrawal_waits) == (InformationState.ACCEPTED, True)
        ends = decided(AfterWithdrawal.ENDED)
        assert fault(ends, asked, decides=False) == "not_head"
        assert fault(ends, asked) is None
        assert folded(first, ACCEPTED, BACK, ends).state is InformationState.WITHDRAWN
        assert fault(ends, folded(first, ACCEPTED)) == "not_withdrawn"
    assert fault(BACK, folded(registered()), decides=False) is None, "a tip only notes it"
    assert fault(decided(AfterWithdrawal.ENDED), folded(registered(), BACK)) == "other_nature"


def test_it_must_be_resolved_if_there_are_signs_of_a_violation_or_who_sent_it_was_pressed() -> None:
    """Law on Denunciations Art 33.3; Art 33.2 of a part, and of others who sent it too."""
    first = registered(nature=Nature.DENUNCIATION)
    for becomes in set(AfterWithdrawal) - {AfterWithdrawal.ENDED}:
        goes_on = decided(becomes, proof=None)
        assert fault(goes_on, folded(first, ACCEPTED, BACK)) is None
        facts = folded(first, ACCEPTED, BACK, goes_on)
        assert (facts.state, facts.withdrawal_waits) == (InformationState.ACCEPTED, False)
    complaint = folded(registered(nature=Nature.COMPLAINT, about=ABOUT), ACCEPTED, BACK)
    assert fault(decided(AfterWithdrawal.SIGNS), complaint) == "complaint_ends"


def test_it_ends_only_if_it_was_taken_back_in_writing_and_before_it_is_resolved() -> None:
    """Law on Denunciations Art 33.1; Decree 31/2019 Art 4.1: a signed letter, or minutes; no press of a button."""
    asked = folded(registered(nature=Nature.DENUNCIATION), ACCEPTED, BACK)
    assert fault(decided(AfterWithdrawal.ENDED, proof=None), asked) == "withdrawal_in_writing"
    assert fault(decided(AfterWithdrawal.ENDED, proof="minutes"), asked) is None
    early = decided(AfterWithdrawal.ENDED, decided_on=date(2026, 11, 3))
    assert fault(early, asked) == "before_withdrawal"
    resolved = proceedings.Resolved(
        resolved_on=TOLD_ON,
        outcome="right",
        decision_number=None,
        report="Đúng.",
        document_id=None,
    )
    assert fault(resolved, asked) == "decide_withdrawal"


def test_one_that_was_ended_and_taken_up_again_may_be_taken_back_again() -> None:
    first = registered(nature=Nature.DENUNCIATION)
    again = acts.Reopened(reason="Có chứng cứ mới")
    facts = folded(first, ACCEPTED, BACK, decided(AfterWithdrawal.ENDED), again)
    assert (facts.state, facts.withdrawn) == (InformationState.ACCEPTED, False)
    assert fault(BACK, facts) is None


def test_an_entry_from_before_ended_it_at_once() -> None:
    old = msgspec.structs.replace(BACK, awaits_decision=False)
    facts = folded(registered(nature=Nature.DENUNCIATION), old)
    assert facts.state is InformationState.WITHDRAWN


SUSPENDED = proceedings.Suspended(
    suspended_on=date(2026, 11, 10),
    ground=SuspendedFor.RESULT,
    reason="Đợi kết quả của cơ quan điều tra",
    decision_number="5/QĐ",
    document_id=None,
)
RESUMED = proceedings.Resumed(
    resumed_on=date(2026, 11, 20), reason="Đã có kết quả", decision_number=None, document_id=None
)
RESOLVED = proceedings.Resolved(
    resolved_on=date(2026, 11, 20),
    outcome="right",
    decision_number="7/KL",
    report="Tố cáo đúng.",
    document_id=None,
)


def test_a_denunciation_is_suspended_once_accepted_and_goes_on_before_it_is_resolved() -> None:
    """Law on Denunciations Art 34.1, 34.2; complaints and tips have no such decision."""
    first = registered(nature=Nature.DENUNCIATION)
    assert fault(SUSPENDED, folded(registered(nature=Nature.COMPLAINT, about=ABOUT))) == (
        "other_nature"
    )
    assert fault(SUSPENDED, folded(first)) == "state"
    accepted = folded(first, ACCEPTED)
    assert fault(SUSPENDED, accepted, decides=False) == "not_head"
    assert fault(SUSPENDED, accepted) is None
    assert fault(RESUMED, accepted) == "not_suspended"
    still = folded(first, ACCEPTED, SUSPENDED)
    assert fault(SUSPENDED, still) == "suspended_already"
    assert fault(RESOLVED, still) == fault(LONGER, still) == "resume_first"
    early = msgspec.structs.replace(RESUMED, resumed_on=date(2026, 11, 9))
    assert fault(early, still) == "resumed_before"
    on = folded(first, ACCEPTED, SUSPENDED, RESUMED)
    assert fault(RESOLVED, on) is None
    assert fault(SUSPENDED, on) == "suspended_before", "before the day on which it went on"


def test_an_order_of_a_superior_is_corrected_with_a_reason_and_no_other_source_has_one() -> None:
    """Circular 27/2020 Arts 8.1.a, 13.4, 20.2: the tick decides whether P01 runs for what rests on it."""
    order = acts.Order(issued_by="Chi cục", number="7/CC", issued_on=TOLD_ON)
    content = acts.OrderCorrected(order=order, several_places=True, reason="Đọc lại văn bản")
    first = registered(source=InformationSource.ORDER, order=order)
    assert fault(content, folded(registered())) == "no_order"
    assert fault(content, folded(first)) is None
    corrected = folded(first, content)
    assert corrected.reports_to_superior
    assert fault(content, corrected) == "order_same"
