"""What the guards of informations ask before an act: Circular 27/2020, the Laws on Complaints and on Denunciations."""

from datetime import date, datetime
from uuid import uuid4

import pytest

from backend.core.local_time import VIETNAM
from backend.intake.rules import guards
from backend.intake.rules.facts import Information
from backend.intake.rules.guards import Context
from backend.intake.rules.line import Reader
from schemas.core.base import Wire
from schemas.intake import acts, proceedings
from schemas.intake.words import InformationAct as Act
from schemas.intake.words import Means, Nature, Result
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


def test_who_resolves_a_denunciation_ends_it_when_it_is_taken_back() -> None:
    """Law on Denunciations Art 34; Law on Complaints Art 10."""
    back = acts.Withdrawn(withdrawn_on=TOLD_ON, means=Means.LETTER, reason="Rút đơn")
    facts = folded(registered(nature=Nature.DENUNCIATION))
    assert fault(back, facts, decides=False) == "withdrawn_head"
    assert fault(back, facts) is None
    assert fault(back, folded(registered()), decides=False) is None, "a tip only notes it"
