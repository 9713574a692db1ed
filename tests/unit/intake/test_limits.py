"""The time limits of informations, complaints and denunciations, by the articles."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from backend.core.local_time import VIETNAM, day_of
from backend.intake.rules import clocks, reminders
from backend.law.deadlines import service as deadlines
from schemas.casework.words import InformationSource
from schemas.intake import acts, proceedings
from schemas.intake.words import (
    AfterWithdrawal,
    DiscontinuedFor,
    InformationState,
    Means,
    Nature,
    Result,
    SuspendedFor,
)
from schemas.law.deadlines import Clock
from tests.unit.intake.made import folded, registered

RULES = "2026-11-28"
ABOUT = acts.About(against="Quyết định số 5")


def last_days(facts: object) -> dict[str, date]:
    """The last day of each limit that runs, in Vietnam."""
    own = clocks.own(facts, deadlines.calendar())  # type: ignore[arg-type]
    found = {one.rule: _last(one.due_at) for one in own}
    return found | {one.rule: _last(one.due_at) for one in running(facts) if one.watched}


def running(facts: object) -> list[Clock]:
    """The law book's clocks that run."""
    now = datetime(2026, 11, 3, tzinfo=VIETNAM)
    told = clocks.told(facts)  # type: ignore[arg-type]
    found = deadlines.clocks(told, RULES, now)
    return [one for one in found if one.met_at is None and one.moot_at is None]


def _last(due_at: datetime) -> date:
    return day_of(due_at - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("source", "due"),
    [
        (InformationSource.ORDER, False),
        (InformationSource.OFFICER, False),
        (InformationSource.TRANSFER, False),
        (InformationSource.REQUEST, False),
        (InformationSource.MEDIA, True),
        (InformationSource.TIP, True),
    ],
)
def test_the_head_is_told_in_writing_of_sources_đ_and_e(
    source: InformationSource, due: bool
) -> None:
    """Circular 27/2020 Art 9.1."""
    facts = folded(registered(source=source))
    assert facts.written_report_due is due
    assert facts.grounds_directly is (source in ("order", "officer")), "Art 8.2, 8.3"


def test_a_head_who_took_it_in_needs_no_written_report_until_another_heads_it() -> None:
    """Circular 27/2020 Art 9.1: who received it reports it to the head."""
    taken = registered(by_head=True)
    assert not folded(taken).written_report_due
    assert "C27-9.1" not in last_days(folded(taken))
    above = acts.Classified(
        nature=Nature.TIP,
        number="TT-2",
        unit_id=uuid4(),
        reason="Phản ánh công chức.",
        named_officers=[uuid4()],
    )
    assert folded(taken, above).written_report_due


def test_a_complaint_is_accepted_within_10_days_and_resolved_within_30() -> None:
    """Law on Complaints Arts 27, 28: P21, P22; 45 days if it is complex."""
    first = registered(nature=Nature.COMPLAINT, about=ABOUT)
    assert last_days(folded(first))["P21"] == date(2026, 11, 12)
    accepted = proceedings.Accepted(
        accepted_on=date(2026, 11, 4), resolver="Đội trưởng", complex=False, document_id=None
    )
    assert last_days(folded(first, accepted))["P22"] == date(2026, 12, 4)
    longer = proceedings.TermExtended(
        extended_on=date(2026, 11, 20), times=1, reason="Phức tạp", document_id=None
    )
    facts = folded(first, accepted, longer)
    assert last_days(facts)["P22"] in (date(2026, 12, 19), date(2026, 12, 21))


def test_a_second_complaint_is_resolved_within_45_days() -> None:
    """Law on Complaints Art 37: P25."""
    second = proceedings.Appealed(
        filed_on=date(2026, 11, 20),
        received_at=datetime(2026, 11, 20, 9, tzinfo=VIETNAM),
        to_unit_id=None,
        to="Chi cục",
        reason="",
    )
    accepted = proceedings.Accepted(
        accepted_on=date(2026, 11, 4), resolver="Đội trưởng", complex=False, document_id=None
    )
    resolved = proceedings.Resolved(
        resolved_on=date(2026, 11, 10),
        outcome="wrong",
        decision_number="1/QĐ",
        report="Đúng luật.",
        document_id=None,
    )
    first = registered(nature=Nature.COMPLAINT, about=ABOUT)
    facts = folded(first, accepted, resolved, second)
    facts.state = InformationState.RECEIVED
    again = proceedings.Accepted(
        accepted_on=date(2026, 11, 25), resolver="Chi cục trưởng", complex=False, document_id=None
    )
    facts.proceeding.accepted_on = again.accepted_on
    assert last_days(facts)["P25"] in (date(2027, 1, 9), date(2027, 1, 11))


def test_a_denunciation_is_accepted_in_7_working_days_and_resolved_in_30_60_or_90() -> None:
    """Law on Denunciations Arts 24.1, 30; 10 working days to accept it if it is checked in several places."""
    first = registered(nature=Nature.DENUNCIATION)
    assert last_days(folded(first))["T01"] == date(2026, 11, 11)
    longer = proceedings.TermExtended(
        extended_on=date(2026, 11, 9), times=1, reason="Xác minh tại hai tỉnh", document_id=None
    )
    assert last_days(folded(first, longer))["T01"] == date(2026, 11, 16)
    accepted = proceedings.Accepted(
        accepted_on=date(2026, 11, 4), resolver="Đội trưởng", complex=False, document_id=None
    )
    assert last_days(folded(first, longer, accepted))["T02"] == date(2026, 12, 4)
    facts = folded(first, accepted)
    assert last_days(facts)["T02"] == date(2026, 12, 4)
    facts.proceeding.extended = 1
    assert last_days(facts)["T02"] in (date(2027, 1, 3), date(2027, 1, 4))


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        (InformationSource.TRANSFER, True),
        (InformationSource.REQUEST, True),
        (InformationSource.MEDIA, True),
        (InformationSource.TIP, False),
    ],
)
def test_who_passed_a_denunciation_on_is_told_within_20_days_what_was_done(
    source: InformationSource, runs: bool
) -> None:
    """Law on Denunciations Art 26.2: received on Monday the 2nd, so Sunday the 22nd moves to Monday the 23rd."""
    first = registered(nature=Nature.DENUNCIATION, source=source)
    refused = proceedings.NotAccepted(
        refused_on=date(2026, 11, 5), reason="Không đủ điều kiện", document_id=None
    )
    told = acts.InformantTold(told_on=date(2026, 11, 6), means=Means.LETTER, document_id=None)
    limits = [last_days(folded(first)), last_days(folded(first, refused))]
    assert [one.get("T05") for one in limits] == [date(2026, 11, 23) if runs else None] * 2
    assert "T05" not in last_days(folded(first, refused, told))
    assert "T05" not in last_days(folded(registered(source=source))), "a tip is no denunciation"


def test_the_decision_that_ends_a_denunciation_is_sent_within_5_working_days() -> None:
    """Law on Denunciations Art 34.4: decided on Wednesday the 4th, so Wednesday the 11th is the last day."""
    first = registered(nature=Nature.DENUNCIATION)
    back = acts.Withdrawn(
        withdrawn_on=date(2026, 11, 3), means=Means.LETTER, reason="Rút", awaits_decision=True
    )
    ended = proceedings.WithdrawalDecided(
        decided_on=date(2026, 11, 4),
        becomes=AfterWithdrawal.ENDED,
        proof="letter",
        reason="Đơn rút có chữ ký",
        decision_number="3/QĐ",
        document_id=None,
    )
    told = acts.InformantTold(told_on=date(2026, 11, 6), means=Means.LETTER, document_id=None)
    assert "T06" not in last_days(folded(first, back))
    assert last_days(folded(first, back, ended))["T06"] == date(2026, 11, 11)
    assert "T06" not in last_days(folded(first, back, ended, told))


DENOUNCED = registered(nature=Nature.DENUNCIATION)
ACCEPTED = proceedings.Accepted(
    accepted_on=date(2026, 11, 4), resolver="Đội trưởng", complex=False, document_id=None
)
SUSPENDED = proceedings.Suspended(
    suspended_on=date(2026, 11, 10),
    ground=SuspendedFor.APPRAISAL,
    reason="Đợi giám định lại",
    decision_number="5/QĐ",
    document_id=None,
)
RESUMED = proceedings.Resumed(
    resumed_on=date(2026, 11, 20),
    reason="Đã có kết luận giám định",
    decision_number="6/QĐ",
    document_id=None,
)


def test_the_days_of_a_suspension_do_not_count_for_the_time_to_resolve_a_denunciation() -> None:
    """Law on Denunciations Arts 30, 34.2: 30 days from Wednesday the 4th are Friday 4 December; ten days more, Monday
    the 14th. While it is suspended no time to resolve or to verify it runs."""
    assert last_days(folded(DENOUNCED, ACCEPTED))["T02"] == date(2026, 12, 4)
    officer = acts.Verifier(officer_id=uuid4(), full_name="An")
    verified = acts.Assigned(
        officers=[officer], due_on=date(2026, 11, 25), instructions="", document_id=None
    )
    still = last_days(folded(DENOUNCED, ACCEPTED, verified, SUSPENDED))
    assert still.keys().isdisjoint({"T02", "C27-9.2"})
    assert "T03" in still, "who denounced is still to be told of the acceptance"
    on = last_days(folded(DENOUNCED, ACCEPTED, verified, SUSPENDED, RESUMED))
    assert (on["T02"], on["C27-9.2"]) == (date(2026, 12, 14), date(2026, 11, 25))


def test_the_decision_to_suspend_or_to_end_a_denunciation_is_sent_within_5_working_days() -> None:
    """Law on Denunciations Art 34.4: of Tuesday the 10th, so Tuesday the 17th is the last day."""
    told = proceedings.SuspensionTold(
        told_on=date(2026, 11, 12), means=Means.LETTER, document_id=None
    )
    assert last_days(folded(DENOUNCED, ACCEPTED, SUSPENDED))["T06"] == date(2026, 11, 17)
    assert "T06" not in last_days(folded(DENOUNCED, ACCEPTED, SUSPENDED, told))
    ended = proceedings.Discontinued(
        decided_on=date(2026, 11, 12),
        ground=DiscontinuedFor.DECIDED,
        reason="Đã có bản án",
        decision_number=None,
        document_id=None,
    )
    over = folded(DENOUNCED, ACCEPTED, SUSPENDED, told, ended)
    assert (over.state, over.open) == (InformationState.DISCONTINUED, False)
    assert last_days(over)["T06"] == date(2026, 11, 19)
    assert "T02" not in last_days(over)


def test_who_denounced_is_told_of_the_acceptance_within_5_working_days() -> None:
    """Law on Denunciations Art 29.3: accepted on Wednesday the 4th, so Wednesday the 11th is the last day."""
    first = registered(nature=Nature.DENUNCIATION)
    accepted = proceedings.Accepted(
        accepted_on=date(2026, 11, 4), resolver="Đội trưởng", complex=False, document_id=None
    )
    told = proceedings.AcceptanceTold(
        told_on=date(2026, 11, 6), means=Means.LETTER, document_id=None
    )
    assert "T03" not in last_days(folded(first))
    assert last_days(folded(first, accepted))["T03"] == date(2026, 11, 11)
    assert "T03" not in last_days(folded(first, accepted, told))
    assert "T03" not in last_days(folded(registered(nature=Nature.COMPLAINT, about=ABOUT)))


def test_a_denunciation_for_another_body_is_forwarded_within_5_working_days_and_else_nobody_is_late() -> (
    None
):
    """Law on Denunciations Art 24.2: received on Monday the 2nd. Whether it is for another body no act tells."""
    first = registered(nature=Nature.DENUNCIATION)
    facts = folded(first)
    found = {one.rule: one for one in clocks.own(facts, deadlines.calendar())}
    assert last_days(facts)["T04"] == date(2026, 11, 9)
    assert not found["T04"].watched
    assert "T04" not in {one.rule for one in reminders.endings(list(found.values()), [])}
    assert clocks.soonest([found["T04"]], []) is None
    accepted = proceedings.Accepted(
        accepted_on=date(2026, 11, 4), resolver="Đội trưởng", complex=False, document_id=None
    )
    assert "T04" not in last_days(folded(first, accepted))


def test_who_informed_is_told_by_sources_c_d_and_e_unless_they_asked_otherwise() -> None:
    """Circular 27/2020 Art 10."""
    none = acts.Verified(result=Result.NO_VIOLATION, report="Không có.", document_id=None)
    told = {
        source: folded(registered(source=source), none).informant_to_tell
        for source in InformationSource
    }
    assert {source for source, wanted in told.items() if wanted} == {"transfer", "request", "tip"}
    unclear = acts.Verified(result=Result.UNVERIFIABLE, report="Không rõ.", document_id=None)
    found = acts.Verified(result=Result.VIOLATION, report="Có hàng.", document_id=None)
    assert folded(registered(), unclear).informant_to_tell, "neither a violation nor signs of one"
    assert not folded(registered(), found).informant_to_tell
    assert not folded(registered()).informant_to_tell
    assert not folded(registered(wants_answer=False), none).informant_to_tell
    assert not folded(registered(identity_known=False), none).informant_to_tell
    done = acts.InformantTold(told_on=date(2026, 11, 3), means=Means.PHONE, document_id=None)
    assert not folded(registered(), none, done).informant_to_tell


def test_what_ended_and_goes_on_again_stands_where_it_stood() -> None:
    found = acts.Verified(result=Result.VIOLATION, report="Có hàng.", document_id=None)
    closed, again = acts.Closed(reason="Nhầm"), acts.Reopened(reason="Có hàng mới")
    assert folded(registered(), found, closed).state is InformationState.NO_ACTION
    assert folded(registered(), found, closed, again).state is InformationState.VIOLATION
