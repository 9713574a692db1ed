"""How the time of a legal limit is given to the steps before it, and which limit a route must fit.

The calendar is Vietnam's of 2026: Tết is off from Saturday 14 to Sunday 22 February.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import msgspec
import pytest

from admin_ui.approvals.submissions import panel
from backend.approvals.reading import service as reading
from backend.approvals.rules import folding, routes, terms
from backend.approvals.rules.facts import Event, Step, Submission
from backend.approvals.texts import steps
from backend.core.local_time import VIETNAM
from backend.law.deadlines import service as deadlines
from backend.law.rules.counting import end_of
from schemas.approvals import submissions as acts
from schemas.approvals.routes import RouteDrafted
from schemas.approvals.submissions import MadeStep, RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.approvals.words import SubmissionAct as Act
from schemas.core.base import Wire
from schemas.core.problems import Text
from tests.unit.approvals.test_orders import BEGIN, DRAFTER, ROUTES, SUBJECT, Office

CALENDAR = deadlines.calendar()
_HEAD = Who(by=By.HEAD)
_DAY = timedelta(days=1)


def _step(number: int, kind: StepKind) -> Step:
    made = MadeStep(kind=kind, who=_HEAD, term=Term(working_days=1), keys=["k"])
    return Step(number, made, ["k"])


def _at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=VIETNAM).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "limit", "until"),
    [
        (_at(11, 25), date(2026, 11, 30), date(2026, 11, 27)),  # Wednesday; Monday stays free
        (_at(11, 27), date(2026, 11, 30), date(2026, 11, 27)),  # Friday
        (_at(2, 10), date(2026, 2, 23), date(2026, 2, 13)),  # the last day before Tết
        (_at(11, 28), date(2026, 11, 30), date(2026, 11, 30)),  # Saturday: Monday is all there is
        (_at(2, 15), date(2026, 2, 23), date(2026, 2, 23)),  # in Tết: so is the first day after it
    ],
)
def test_a_working_day_stays_free_before_the_limit_where_one_is_left(
    now: datetime, limit: date, until: date
) -> None:
    assert terms.kept_free(end_of(limit), now, CALENDAR) == end_of(until)


def test_advice_that_is_asked_on_a_saturday_is_not_over_at_once() -> None:
    """A limit on Monday left no time at all: the advice passed on unread, and the head was late at once."""
    now, limit = _at(11, 28), end_of(date(2026, 11, 30))
    advice, sign = steps = [_step(1, StepKind.LEGAL_CHECK), _step(2, StepKind.SIGN)]
    due = terms.due_of(advice, now, steps, limit, CALENDAR)
    assert now + _DAY < due < limit
    assert terms.due_of(sign, due, [sign], limit, CALENDAR) == limit


def _fault(kind: SubmittedKind, forms: list[str], **term: int) -> tuple[str, dict[str, int]] | None:
    content = RouteDrafted(
        draft_id=UUID(int=1),
        name="Quy trình",
        kind=kind,
        unit_id=UUID(int=2),
        forms=forms,
        levels=[],
        fields=[],
        amount_from=None,
        amount_to=None,
        steps=[RouteStep(kind=StepKind.SIGN, who=_HEAD, term=Term(**term))],
        valid_from=date(2026, 11, 30),
        note="",
    )
    return routes.fault(content, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("kind", "forms", "most"),
    [
        (SubmittedKind.SANCTION, [], 6),  # seven for a plain case (Law Art 66.1.a)
        (SubmittedKind.SANCTION, ["MQĐ02", "MQĐ15"], 6),
        (SubmittedKind.SEIZURE, ["MQĐ21"], 6),  # goods are held seven (Art 125.8)
        (SubmittedKind.OTHER_PAPER, ["MQĐ24"], 4),  # held for valuation, five (Art 60.3)
        (SubmittedKind.OTHER_PAPER, ["MQĐ33"], 4),  # five from the suspension (Art 62.2)
        (SubmittedKind.OTHER_PAPER, ["MQĐ42"], 9),  # ten (Art 126.4b)
        (SubmittedKind.OTHER_PAPER, ["MQĐ33", "MQĐ42"], 4),
    ],
)
def test_the_terms_of_a_route_sum_to_the_limit_less_one_working_day(
    kind: SubmittedKind, forms: list[str], most: int
) -> None:
    assert _fault(kind, forms, working_days=most) is None
    found = _fault(kind, forms, working_days=most + 1)
    assert found == ("route_too_long", {"total": 24 * (most + 1), "most": 24 * most})


def test_a_seizure_on_the_spot_is_decided_within_24_hours() -> None:
    """Law Art 125.4: there is no working day to keep free."""
    assert _fault(SubmittedKind.SEIZURE, [], hours=24) is None
    assert _fault(SubmittedKind.SEIZURE, ["MQĐ20", "MQĐ21"], hours=25) is not None


@pytest.mark.parametrize("form", ["MQĐ14", "MQĐ15", "MQĐ40"])
def test_a_route_for_what_the_law_sets_no_days_for_may_be_as_long_as_it_is(form: str) -> None:
    """Measures without a fine (Law Art 65.2, 66.2), and cancelling a decision whole (Decree 118/2021 Art 15.2)."""
    assert _fault(SubmittedKind.SANCTION, [form], working_days=15) is None


def test_the_24_hours_of_a_file_limit_what_is_asked_before_its_issuer_and_not_the_ruling() -> None:
    """Circular 27/2020 Art 19.2: within 24 hours the team reports to who issued the decision."""
    file = msgspec.structs.replace(SUBJECT, kind=SubmittedKind.FILE)
    began = _at(11, 25)
    steps = [_step(1, StepKind.OPINION).made, _step(2, StepKind.AGREE).made]
    made = acts.SubmissionMade(
        subject=file,
        title=Text(vi="Hồ sơ", en="File"),
        form=None,
        form_version=None,
        amount_vnd=None,
        field=None,
        route=None,
        steps=steps,
        shown="a" * 64,
        material="b" * 64,
        note="",
        due_at=began + _DAY,
        due_rule="D03",
        drafters=[DRAFTER],
    )
    facts = _take(None, Act.MADE, made, began)
    opinion, ruling = facts.steps
    assert opinion.due_at is not None
    assert opinion.due_at < began + _DAY == facts.limit
    later = began + timedelta(hours=13)
    facts = _take(facts, Act.PASSED_ON, acts.PassedOn(step=1, limit=False), later)
    assert ruling.due_at == end_of(date(2026, 11, 26)), "one working day, as its route says"
    assert facts.limit is None


def _take(facts: Submission | None, kind: Act, content: Wire, at: datetime) -> Submission:
    return folding.take(
        UUID(int=3), facts, Event(1, UUID(int=4), kind, content, DRAFTER, at, at), CALENDAR
    )


def test_a_limit_that_grew_while_it_waits_gives_the_step_its_time() -> None:
    """A request to explain makes a month of seven working days (Law Art 66.1.b)."""
    office = Office(due_at=BEGIN + timedelta(hours=40))
    office.submit([ROUTES[1][0], ROUTES[1][1]])
    advice = office.at.steps[0]
    before = advice.due_at
    assert before is not None
    moved = acts.SubmissionChanged(
        shown=office.at.shown,
        material=office.at.material,
        by_signer=False,
        title=office.at.title,
        amount_vnd=office.at.amount_vnd,
        drafters=office.at.drafters,
        due_at=BEGIN + 30 * _DAY,
        due_rule="D12",
    )
    assert office.take(Act.CHANGED, moved, DRAFTER, system=True)
    assert office.at.due_at == BEGIN + 30 * _DAY
    assert advice.due_at == BEGIN + _DAY > before, "its own term, of 24 hours"
    assert terms.passes(advice, office.at, before) is False


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Act.CHANGED, "Thời hạn luật định được tính lại theo hồ sơ."),
        (
            Act.PASSED_ON,
            "Bước “” chưa có ý kiến, sắp hết thời hạn luật định nên chuyển tiếp.",
        ),
    ],
)
def test_what_a_legal_limit_brought_about_is_not_told_as_anybodys_doing(
    kind: Act, said: str
) -> None:
    one = reading.Happened(
        type=kind, at=BEGIN, name="Nguyễn Hoài An", step=None, text="", by_limit=True
    )
    assert panel.told(one, "vi")[1] == said


def test_advice_passes_on_at_the_end_of_its_term_where_the_law_sets_no_limit() -> None:
    """Practice B7: a step over its term passes on as "chưa có ý kiến"; nothing waits for a silent third person."""
    office = Office(due_at=None)
    office.submit(list(ROUTES[1]))
    advice = office.at.steps[0]
    assert advice.due_at == BEGIN + _DAY
    passed = acts.PassedOn(step=1, limit=False)
    office.now = advice.due_at - timedelta(minutes=1)
    assert not office.take(Act.PASSED_ON, passed, DRAFTER, system=True)
    office.now = advice.due_at
    assert office.take(Act.PASSED_ON, passed, DRAFTER, system=True)
    decision = office.at.current
    assert decision is not None
    assert not terms.may_pass(decision, office.at, BEGIN + 99 * _DAY), "nobody decides by silence"


def test_who_agrees_to_a_file_agrees_with_its_handling() -> None:
    """The words of practice C: signed minutes are not approved, their handling is agreed with."""
    one = reading.Happened(type=Act.AGREED, at=BEGIN, name="Vũ Hương Giang", step=None, text="")
    assert panel.told(one, "vi", SubmittedKind.FILE)[1] == "Vũ Hương Giang đồng ý hướng xử lý."
    assert (
        panel.told(one, "vi", SubmittedKind.SANCTION)[1] == "Vũ Hương Giang đồng ý nội dung trình."
    )


def test_my_work_and_notices_ask_for_the_handling_of_a_file_too() -> None:
    assert steps.asked(StepKind.AGREE, SubmittedKind.FILE).vi == "Đồng ý hướng xử lý"
    assert steps.asked(StepKind.AGREE, SubmittedKind.SANCTION).vi == "Đồng ý nội dung trình"
    assert steps.asked(StepKind.OPINION, SubmittedKind.FILE).vi == "Cho ý kiến"
