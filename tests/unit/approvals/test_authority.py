"""Ways around authority that are closed: lapsed posts, another unit's powers, half a check-sheet, endless absences."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

import pytest

from backend.approvals import claims
from backend.approvals.queries.people import Serving
from backend.approvals.rules import absences, checksheets, guards, keys
from backend.approvals.rules.facts import Step
from backend.approvals.rules.keys import Claims
from backend.core.actors import UnitPath
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import Check, MadeStep, Submitted, Term, Who
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.approvals.words import SubmissionAct as Act
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.delegations import DelegatedKind
from tests.unit.approvals.test_orders import ABOVE, COLLEAGUE, HEAD, ROUTES, Office

_SPACE = UUID("7a1d2f60-2c7e-4a7e-8d0d-3a5a0b6f9e11")
NATION, DEPARTMENT, TEAM, OTHER = (uuid5(_SPACE, one) for one in ("00", "01", "0101", "48"))
PATH = UnitPath(unit_1=NATION, unit_2=DEPARTMENT, unit_3=TEAM)
SUBJECT = Submitted(
    kind=SubmittedKind.SANCTION,
    record_kind=RecordKind.CASE,
    record_id=uuid5(_SPACE, "case"),
    item_id=uuid5(_SPACE, "paper"),
)
TODAY = date(2026, 11, 29)


def serving(*titles: str, posted: bool, units: list[UUID] | None = None) -> Serving:
    return Serving(
        officer_id=uuid5(_SPACE, "officer"),
        full_name="Lê Văn Sáu",
        unit_id=DEPARTMENT,
        roles=[Role.SUPERVISOR],
        titles=list(titles),
        title_units=units or [DEPARTMENT] * len(titles),
        posted=posted,
    )


def test_a_supervisor_whose_posts_have_lapsed_heads_nothing() -> None:
    """Powers belong to a post (Law Art 52): an account's role alone keeps none once the post is over."""
    assert keys.head(DEPARTMENT) not in claims.held_by(serving(posted=True))
    assert keys.head(DEPARTMENT) in claims.held_by(serving(posted=False)), "none was ever recorded"
    assert keys.head(DEPARTMENT) in claims.held_by(serving("Chi cục trưởng", posted=True))
    assert keys.head(DEPARTMENT) not in claims.held_by(serving("Phó Chi cục trưởng", posted=True))


def signature(up: int) -> Step:
    who = Who(by=By.HEAD, up=up)
    made = MadeStep(
        kind=StepKind.SIGN, who=who, term=Term(hours=8), keys=keys.of(who, PATH, SUBJECT)[0]
    )
    return Step(1, made, list(made.keys))


def test_a_signature_is_handed_only_to_the_competence_that_it_needs() -> None:
    """A delegation counts from the head whose power the step needs, or one above (Law Art 54)."""
    step = signature(1)
    power = keys.power(DelegatedKind.SANCTION, DEPARTMENT)

    def may(*held: str) -> bool:
        return keys.may_sign(held, step, PATH, SUBJECT)

    assert may(keys.head(DEPARTMENT))
    assert may(keys.head(NATION)), "a head above has the power too"
    assert may(power)
    assert may(keys.power(DelegatedKind.SANCTION, DEPARTMENT, SUBJECT.record_id))
    assert not may(keys.head(TEAM)), "the head of a team has less than the step needs"
    assert not may(keys.power(DelegatedKind.SANCTION, OTHER)), "powers of another department"
    assert not may(keys.power(DelegatedKind.SANCTION, TEAM))
    assert not may(keys.power(DelegatedKind.INSPECTION, DEPARTMENT)), "powers for other papers"
    assert not may(keys.power(DelegatedKind.SANCTION, DEPARTMENT, uuid5(_SPACE, "other case")))
    assert not may(keys.role(Role.SUPERVISOR, DEPARTMENT)), "a role signs nothing"


def test_a_deputy_is_not_above_the_step_of_his_own_head() -> None:
    """What a team submits waits for the head of the department: nobody of that department is above it."""
    mine = keys.officer(uuid5(_SPACE, "deputy"))

    def above(step: Step, level: int) -> bool:
        nobody = Claims(uuid5(_SPACE, "deputy"), frozenset({mine}))
        now = datetime(2026, 11, 29, 3, tzinfo=UTC)
        context = guards.Context(
            nobody.officer_id, now, nobody, covers=True, level=level, path=PATH
        )
        return guards.may_take_over(step, context)

    assert not above(signature(1), 2)
    assert above(signature(1), 1)
    assert above(signature(0), 2), "but above the head of the team"
    handed = replace(signature(1), keys=[keys.officer(uuid5(_SPACE, "other"))])
    assert not above(handed, 2), "nor once the head handed it to another"
    up = replace(signature(1), keys=keys.of_head(NATION, SUBJECT))
    assert not above(up, 2)


def test_a_legal_check_is_taken_over_and_handed_to_legal_officers_alone() -> None:
    """A head does not answer, or have a friend answer, the sheet in the legal officer's place."""
    office = Office(due_at=None)
    office.submit(ROUTES[1])
    taken = acts.TakenOver(step=1, reason="pháp chế bận")
    assert guards.fault(Act.TAKEN_OVER, taken, office.at, office.context(ABOVE)) == "legal_only"
    legal = replace(office.context(ABOVE), legal=True)
    assert guards.fault(Act.TAKEN_OVER, taken, office.at, legal) is None
    to = acts.HandedOn(step=1, to=[keys.officer(COLLEAGUE)], reason="bận họp", up=False)
    no_legal = replace(office.context(HEAD), target_known=False)
    assert guards.fault(Act.HANDED_ON, to, office.at, no_legal) == "target_role"


def test_a_step_of_a_role_stays_with_the_role_whoever_hands_it_on() -> None:
    """Else a head would hand the agreement that the route asks of the legal officer to his own deputy."""
    who = Who(by=By.ROLE, role=Role.LEGAL)
    made = MadeStep(
        kind=StepKind.AGREE, who=who, term=Term(hours=8), keys=keys.of(who, PATH, SUBJECT)[0]
    )
    step = Step(1, made, list(made.keys))
    assert keys.role_for(step) is Role.LEGAL
    step.keys = [keys.officer(COLLEAGUE)]
    assert keys.role_for(step) is Role.LEGAL, "also once it was handed to one person"
    step.keys = keys.of_head(DEPARTMENT, SUBJECT)
    assert keys.role_for(step) is None, "there is no legal officer, and it went to the head"
    assert keys.roles_for(step) == {Role.SUPERVISOR, Role.TEAM_LEADER}
    assert keys.role_for(signature(1)) is None


def test_a_head_s_decision_is_handed_to_heads_alone_and_advice_to_anybody() -> None:
    """An auditor stays independent, and whoever runs the system or registers papers decides none."""
    who = Who(by=By.HEAD)
    asked = keys.of(who, PATH, SUBJECT)[0]
    for kind in StepKind:
        step = Step(1, MadeStep(kind=kind, who=who, term=Term(hours=8), keys=asked), [])
        step.keys = [keys.officer(COLLEAGUE)]
        assert bool(keys.roles_for(step)) is (kind in {"agree", "approve", "legal_check"}), kind
        assert not keys.takes(step, frozenset({Role.AUDITOR})), kind
        assert keys.takes(step, frozenset({Role.CLERK})) is (not keys.roles_for(step)), kind


def test_who_stands_in_for_a_head_is_a_head() -> None:
    head, legal = frozenset({Role.SUPERVISOR}), frozenset({Role.LEGAL})
    inspector = frozenset({Role.INSPECTOR})
    leader = frozenset({Role.INSPECTOR, Role.TEAM_LEADER})
    assert absences.unfit(head, head) is None
    assert absences.unfit(head, leader) is None
    assert absences.unfit(head, inspector) == "absence_rank"
    assert absences.unfit(head, legal) == "absence_rank"
    assert absences.unfit(legal, head) is None
    assert absences.unfit(legal, legal) is None
    assert absences.unfit(legal, inspector) == "absence_legal", "a legal check is a legal officer's"
    assert absences.unfit(legal, leader) == "absence_legal"
    assert absences.unfit(inspector, inspector) is None


def sheet(kind: SubmittedKind, **more: bool | None) -> list[Check]:
    answers = dict.fromkeys(checksheets.of(kind).questions, True) | more
    return [Check(question=code, ok=ok, note="") for code, ok in answers.items()]


@pytest.mark.parametrize("kind", [SubmittedKind.SANCTION, SubmittedKind.PUBLICATION])
def test_a_check_sheet_is_the_published_one_with_all_its_questions(kind: SubmittedKind) -> None:
    version = checksheets.of(kind).version
    whole = sheet(kind)
    assert checksheets.fault(kind, version, whole) is None
    assert checksheets.fault(kind, version, list(reversed(whole))) is None, "in any order"
    assert checksheets.fault(kind, version, []) == "checks_missing"
    assert checksheets.fault(kind, version, whole[:-1]) == "checks_missing"
    assert checksheets.fault(kind, version, [*whole, whole[0]]) == "checks_other", "one twice"
    made_up = Check(question="weather", ok=True, note="")
    assert checksheets.fault(kind, version, [made_up]) == "checks_other"
    assert checksheets.fault(kind, version + 1, whole) == "checks_version"
    assert checksheets.fault(kind, None, whole) == "checks_version"


def test_a_check_that_failed_is_explained() -> None:
    kind = SubmittedKind.SANCTION
    version = checksheets.of(kind).version
    failed = sheet(kind, time=False)
    assert checksheets.fault(kind, version, failed) == "check_reason"
    said = [
        Check(question=one.question, ok=one.ok, note="" if one.ok else "quá thời hiệu")
        for one in failed
    ]
    assert checksheets.fault(kind, version, said) is None


def test_each_kind_has_a_sheet_of_known_questions() -> None:
    for kind in SubmittedKind:
        one = checksheets.of(kind)
        assert one.questions, kind
        assert set(one.questions) <= set(checksheets.QUESTIONS), kind


def test_an_absence_is_no_post() -> None:
    """Standing in for longer is a change of post, which its own decision makes."""
    longest = TODAY + timedelta(days=absences.MOST_DAYS - 1)
    assert absences.fault(TODAY, longest, TODAY) is None
    assert absences.fault(TODAY, longest + timedelta(days=1), TODAY) == "absence_long"
    assert absences.fault(TODAY - timedelta(days=400), TODAY, TODAY) == "absence_long"
    late = TODAY + timedelta(days=absences.MOST_AHEAD + 1)
    assert absences.fault(late, late, TODAY) == "absence_far"
    assert absences.fault(TODAY, TODAY - timedelta(days=1), TODAY) == "absence_days"
    assert absences.fault(TODAY - timedelta(3), TODAY - timedelta(1), TODAY) == "absence_days"


def test_what_was_handed_up_is_not_handed_down_to_less_competence() -> None:
    step = replace(signature(1), keys=keys.of_head(NATION, SUBJECT))
    assert keys.may_sign([keys.head(DEPARTMENT)], step, PATH, SUBJECT)
    assert not keys.may_sign([keys.head(TEAM)], step, PATH, SUBJECT)
