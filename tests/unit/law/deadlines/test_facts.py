"""What the acts of a case, as they stand on the wire, mean for its clocks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.casework.clocks.telling import facts_of
from backend.core.local_time import VIETNAM
from backend.law.deadlines import service
from backend.law.rules.counting import end_of
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.law import sanctions
from schemas.law.deadlines import Clock, ClockState, Fact, Limit

MODULES = (case_intake_acts, case_acts, case_execution_acts, case_exhibit_acts, case_side_acts)
DECISION, ENFORCEMENT = uuid4(), uuid4()
FIRST, SECOND, THIRD = uuid4(), uuid4(), uuid4()


@dataclass
class Act:
    """An accepted act."""

    type: str
    content: Any
    received_at: datetime


def act(name: str, struct: str, at: str, /, **content: Any) -> Act:
    """Content of what matters here; the rest is as short as the struct allows."""
    kind = next(getattr(module, struct) for module in MODULES if hasattr(module, struct))
    given = {field.name: _filler(field.type) for field in msgspec.structs.fields(kind)} | content
    return Act(name, kind(**given), datetime.fromisoformat(at).replace(tzinfo=VIETNAM))


def _filler(kind: Any) -> Any:
    return uuid4() if kind is UUID else None


def violation(code: str, ended: str) -> Any:
    """One behaviour of the minutes."""
    return bare(case_acts.RecordedViolation, code=code, ended_on=date.fromisoformat(ended))


def recorded(*codes: str, right: bool = False) -> Act:
    """Violation minutes of 9 March 2026, written into the case a day later."""
    return act(
        "violation.recorded",
        "ViolationRecorded",
        "2026-03-10 08:00",
        recorded_at=datetime(2026, 3, 9, 3, tzinfo=UTC),
        detected_on=date(2026, 3, 9),
        violations=[violation(code, "2026-03-0" + str(n + 1)) for n, code in enumerate(codes)],
        explanation_right=right,
        complex=False,
    )


def exhibit(exhibit_id: UUID) -> Any:
    """One thing on the list."""
    return bare(case_exhibit_acts.Exhibit, exhibit_id=exhibit_id)


def facts(*acts: Act) -> list[Fact]:
    """As the service tells them."""
    return facts_of(acts)


def clock_of(rule: str, *acts: Act) -> Clock:
    """The one clock of a rule."""
    now = datetime(2026, 3, 30, tzinfo=UTC)
    found = service.clocks(facts_of(acts), "2026-01-01", now)
    [clock] = [clock for clock in found if clock.rule == rule]
    return clock


def test_the_minutes_count_from_their_own_hour_not_from_when_they_were_sent() -> None:
    assert clock_of("D12", recorded("ND98-1")).trigger_at == datetime(2026, 3, 9, 3, tzinfo=UTC)


def test_the_statute_follows_the_field_of_every_behaviour() -> None:
    assert clock_of("D19", recorded("ND98-1")).due_at.year == 2028
    assert clock_of("D19", recorded("ND115-1")).due_at.year == 2027
    assert clock_of("D19", recorded("ND98-1", "ND115-1")).due_at.year == 2027


def test_the_report_is_there_when_the_inspection_s_file_is() -> None:
    ended = datetime(2026, 3, 9, 3, tzinfo=UTC)
    late = act("inspection.ended", "InspectionFollowed", "2026-03-10 11:00", at=ended)
    assert clock_of("D03", late).state is ClockState.MET_LATE
    soon = act("inspection.ended", "InspectionFollowed", "2026-03-09 12:00", at=ended)
    assert clock_of("D03", soon).state is ClockState.MET


def bare(kind: Any, /, **content: Any) -> Any:
    """A struct of which only this matters."""
    fields = {field.name: None for field in msgspec.structs.fields(kind)}
    return kind(**(fields | content))


def decision(at: str, **more: Any) -> Act:
    """A sanction decision of 3 million đồng and a suspended licence, of 12 March, with 15 days to comply."""
    suspended = bare(sanctions.ExtraPenalty, kind=sanctions.ExtraKind.LICENCE_SUSPENSION)
    order = bare(
        sanctions.SanctionOrder,
        acts=[bare(sanctions.ActOrder, warning=False)],
        extra_penalties=[suspended],
    )
    content = {
        "document_id": DECISION,
        "decided_on": date(2026, 3, 12),
        "total": 3_000_000,
        "comply_days": 15,
        "order": order,
        "publish": True,
    }
    return act("sanction.imposed", "SanctionImposed", at, **(content | more))


def delivered(document: UUID, on: date) -> Act:
    """A decision reached the party."""
    return act(
        "decision.delivered",
        "DecisionDelivered",
        "2026-03-16 09:00",
        document_id=document,
        delivered_on=on,
    )


def paid(amount: int, on: date) -> Act:
    """A part of the fine."""
    return act(
        "payment.received",
        "PaymentReceived",
        "2026-03-20 09:00",
        kind="fine",
        amount=amount,
        paid_on=on,
    )


def test_a_day_counts_by_itself_however_late_it_is_entered() -> None:
    late = decision("2026-03-20 09:00")
    assert clock_of("D12", recorded("ND98-1"), late).state is ClockState.MET
    assert clock_of("D14", late).trigger_at == datetime(2026, 3, 11, 17, tzinfo=UTC)
    same_day = decision("2026-03-12 09:00")
    assert clock_of("D14", same_day).trigger_at == same_day.received_at
    assert clock_of("D24", same_day).rule == "D24"
    assert clock_of("D25", same_day).rule == "D25"


def test_only_the_sanction_s_own_delivery_starts_the_time_to_pay() -> None:
    other = delivered(uuid4(), date(2026, 3, 13))
    own = delivered(DECISION, date(2026, 3, 16))
    clock = clock_of("D15", decision("2026-03-12 09:00"), other, own)
    assert clock.due_at == end_of(date(2026, 3, 31))  # 15 days, as the decision says


def test_the_time_to_pay_ends_with_the_last_dong() -> None:
    begun = [decision("2026-03-12 09:00"), delivered(DECISION, date(2026, 3, 16))]
    part = paid(2_000_000, date(2026, 3, 18))
    assert clock_of("D15", *begun, part).met_at is None
    rest = paid(1_000_000, date(2026, 3, 20))
    assert clock_of("D15", *begun, part, rest).state is ClockState.MET
    reduced = act("fine.reduced", "FineReduced", "2026-03-17 09:00", by=1_000_000)
    assert clock_of("D15", *begun, reduced, part).state is ClockState.MET


def test_a_postponement_or_instalments_move_the_end_of_the_time_to_pay() -> None:
    begun = [decision("2026-03-12 09:00"), delivered(DECISION, date(2026, 3, 16))]
    postponed = act(
        "execution.postponed",
        "ExecutionPostponed",
        "2026-03-20 09:00",
        document_id=ENFORCEMENT,
        until=date(2026, 5, 29),
    )
    clock = clock_of("D15", *begun, postponed)
    assert (clock.due_at, clock.extended_by) == (end_of(date(2026, 5, 29)), ENFORCEMENT)
    parts = [
        case_execution_acts.Instalment(due_on=day, amount=1_500_000)
        for day in (date(2026, 4, 1), date(2026, 8, 3))
    ]
    granted = act("instalments.granted", "InstalmentsGranted", "2026-03-20 09:00", schedule=parts)
    assert clock_of("D15", *begun, granted).due_at == end_of(date(2026, 8, 3))
    assert clock_of("D17", *begun, granted).due_at == end_of(date(2026, 8, 3))


def test_after_a_suspension_the_time_to_pay_begins_anew() -> None:
    begun = [decision("2026-03-12 09:00"), delivered(DECISION, date(2026, 3, 16))]
    stopped = act("execution.suspended", "ExecutionSuspended", "2026-03-20 09:00")
    assert clock_of("D15", *begun, stopped).moot_at == stopped.received_at
    resumed = act("execution.resumed", "ExecutionResumed", "2026-03-24 09:00")
    found = service.clocks(facts_of([*begun, stopped, resumed]), "2026-01-01", resumed.received_at)
    ends = [one.due_at for one in found if one.rule == "D15" and one.moot_at is None]
    assert ends == [end_of(date(2026, 4, 8))]


def test_the_licensor_has_the_decision_when_it_was_handed_to_him() -> None:
    handed = act(
        "document.delivered",
        "DocumentDelivered",
        "2026-03-13 09:00",
        document_id=DECISION,
        delivered_on=date(2026, 3, 13),
    )
    assert clock_of("D24", decision("2026-03-12 09:00"), handed).state is ClockState.MET


def seized(document: UUID, *exhibits: UUID) -> Act:
    """A seizure on the spot, on Monday 2 March."""
    return act(
        "exhibits.seized",
        "ExhibitsSeized",
        "2026-03-02 18:00",
        document_id=document,
        seized_at=datetime(2026, 3, 2, 3, tzinfo=UTC),
        exhibits=[exhibit(one) for one in exhibits],
    )


def disposed(*exhibits: UUID) -> Act:
    """What became of exhibits, on 5 March."""
    return act(
        "exhibits.disposed",
        "ExhibitsDisposed",
        "2026-03-05 09:00",
        exhibits=list(exhibits),
        on=date(2026, 3, 5),
    )


def test_a_seizure_is_over_when_all_its_exhibits_are_and_another_goes_on() -> None:
    one, two = uuid4(), uuid4()
    acts = [seized(one, FIRST, SECOND), seized(two, THIRD), disposed(FIRST)]
    now = datetime(2026, 3, 6, tzinfo=UTC)

    def held(*more: Act) -> dict[str | None, datetime | None]:
        found = service.clocks(facts_of([*acts, *more]), "2026-01-01", now)
        return {clock.subject: clock.met_at for clock in found if clock.rule == "D21"}

    assert held() == {str(one): None, str(two): None}
    after = held(disposed(SECOND))
    assert after[str(one)] is not None
    assert after[str(two)] is None


def test_a_decision_that_confiscates_all_of_a_seizure_ends_it_and_one_that_leaves_goods_does_not() -> (
    None
):
    """Law Art 125.8: goods that are confiscated are not held for the decision any more."""
    one = uuid4()
    now = datetime(2026, 3, 13, tzinfo=UTC)

    def met(*confiscated: UUID) -> datetime | None:
        imposed = decision("2026-03-12 09:00", confiscated=list(confiscated))
        told = facts_of([seized(one, FIRST, SECOND), imposed])
        found = service.clocks(told, "2026-11-28", now)
        return next(clock.met_at for clock in found if clock.rule == "D21")

    assert met(FIRST) is None
    assert met(FIRST, SECOND) is not None
    assert met() is None


def test_a_right_to_explain_that_lapsed_was_not_used_late() -> None:
    """Law Art 61: who declares to waive it has answered, who lets the time pass has not."""
    minutes = recorded("ND98-15-1-d", right=True)

    def state(how: str) -> ClockState:
        waived = act(
            "explanation.waived",
            "ExplanationWaived",
            "2026-03-20 09:00",
            at=datetime(2026, 3, 20, 2, tzinfo=UTC),
            how=how,
        )
        found = service.clocks(
            facts_of([minutes, waived]), "2026-11-28", datetime(2026, 3, 21, tzinfo=UTC)
        )
        return next(clock.state for clock in found if clock.rule == "D09")

    assert state("time_over") is ClockState.LAPSED
    assert state("declared") is ClockState.MET_LATE


def test_a_seizure_decision_or_its_extension_moves_the_end() -> None:
    document = uuid4()
    longer = act(
        "seizure.extended",
        "SeizureExtended",
        "2026-03-10 09:00",
        document_id=document,
        exhibits=[FIRST],
        until=date(2026, 3, 27),
    )
    clock = clock_of("D21", seized(uuid4(), FIRST), longer)
    assert (clock.due_at, clock.extended_by) == (end_of(date(2026, 3, 27)), document)


def test_a_paper_signed_by_hand_waits_for_its_scan() -> None:
    paper = uuid4()
    signed = datetime(2026, 3, 9, 3, tzinfo=UTC)
    issued = act(
        "document.issued",
        "DocumentIssued",
        "2026-03-09 11:00",
        document_id=paper,
        form="MBB01",
        issued_at=signed,
        signature_level="none",
    )
    assert clock_of("D29", issued).due_at == signed + timedelta(hours=48)
    scan = act(
        "sheets.filed", "SheetsFiled", "2026-03-10 11:00", document_id=paper, sha256="0" * 64
    )
    assert clock_of("D29", issued, scan).state is ClockState.MET
    unscanned = act("sheets.filed", "SheetsFiled", "2026-03-10 11:00", document_id=paper)
    assert clock_of("D29", issued, unscanned).met_at is None


def test_an_act_of_which_no_rule_knows_is_a_fact_without_details() -> None:
    [fact] = facts(act("note.added", "NoteAdded", "2026-03-09 11:00", text="Ghi chú"))
    assert (fact.act, fact.details) == ("note.added", {})


def recorded_by(document: UUID) -> Act:
    """Those minutes, under this id."""
    plain = recorded("ND98-1")
    content = msgspec.structs.replace(plain.content, document_id=document)
    return Act(plain.type, content, plain.received_at)


def made(form: str, title: str, document: UUID = FIRST) -> Act:
    """A paper signed under a title."""
    given = {"document_id": document, "form": form, "issuer_title": title}
    return act("document.issued", "DocumentIssued", "2026-03-09 09:00", **given)


@pytest.mark.parametrize(
    ("papers", "count"),
    [
        ([made("MBB01", "Kiểm soát viên thị trường")], 10),
        ([made("MBB01", "Phó Đội trưởng")], 10),
        ([made("MBB01", "Đội trưởng")], 7),
        ([made("MBB15", "Kiểm soát viên thị trường", SECOND)], 7),
        ([], 7),
        (
            [
                made("MBB01", "Kiểm soát viên thị trường"),
                made("MQĐ02", "Kiểm soát viên thị trường", SECOND),
            ],
            7,
        ),
        (
            [
                made("MBB01", "Kiểm soát viên thị trường"),
                made("MQĐ02", "Chi cục trưởng", SECOND),
            ],
            10,
        ),
    ],
)
def test_a_file_goes_to_who_may_decide_where_the_maker_of_its_minutes_heads_nothing(
    papers: list[Act], count: int
) -> None:
    """Law Art 66.1.a: ten working days for it, and seven where the maker decides himself."""
    assert clock_of("D12", *papers, recorded_by(FIRST)).limit == Limit(count=count, unit="wd")


def test_minutes_from_a_phone_tell_their_maker_by_themselves() -> None:
    adopted = act(
        "document.adopted",
        "DocumentAdopted",
        "2026-03-09 09:00",
        document_id=FIRST,
        form="MBB01",
        fields={"maker": {"title": "Kiểm soát viên thị trường"}},
    )
    assert clock_of("D12", adopted, recorded_by(FIRST)).limit == Limit(count=10, unit="wd")
