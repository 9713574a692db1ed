"""A step that waits for an authority outside the force: sent by letter, answered with a scan, by two persons."""

from datetime import date
from typing import Any
from uuid import UUID, uuid5

import pytest

from backend.approvals.rules import guards, keys, routes, terms
from backend.approvals.rules.keys import Claims
from backend.approvals.texts.outside import cover, letter_of
from schemas.approvals import submissions as acts
from schemas.approvals.routes import RouteDrafted
from schemas.approvals.submissions import MadeStep, RouteStep, Term, Who
from schemas.approvals.words import By, Outcome, StepKind, SubmissionState, SubmittedKind
from schemas.approvals.words import SubmissionAct as Act
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from tests.unit.approvals.test_orders import (
    ABOVE,
    COLLEAGUE,
    DEPARTMENT,
    DRAFTER,
    HEAD,
    PATH,
    SUBJECT,
    Office,
)

CLERK, SCAN = (uuid5(DEPARTMENT, one) for one in ("clerk", "scan"))
UBND = Who(by=By.BODY, body="Chủ tịch Ủy ban nhân dân tỉnh")
_HEAD = Who(by=By.HEAD)


class WithClerk(Office):
    """An office that has a clerk, who looks after what goes outside."""

    scan_known = True

    def context(self, officer: UUID, *, system: bool = False) -> guards.Context:
        found = super().context(officer, system=system)
        if officer != CLERK:
            return guards.Context(**(vars(found) | {"scan_known": self.scan_known}))
        own = frozenset({keys.officer(CLERK), keys.role(Role.CLERK, DEPARTMENT)})
        more = {"clerk": True, "claims": Claims(CLERK, own, {}, {}), "scan_known": self.scan_known}
        return guards.Context(**(vars(found) | more))

    def why(self, kind: Act, content: Any, officer: UUID) -> str | None:
        return guards.fault(kind, content, self.at, self.context(officer))


def _made(kind: StepKind, who: Who) -> MadeStep:
    return MadeStep(kind=kind, who=who, term=Term(hours=24), keys=keys.of(who, PATH, SUBJECT)[0])


SENT = acts.SentOutside(
    step=1,
    to="Chủ tịch Ủy ban nhân dân tỉnh",
    sent_on=date(2026, 11, 23),
    number="12/TTr-QLTT",
    package=None,
)


def _answer(**more: Any) -> acts.OutsideAnswered:
    said: dict[str, Any] = {
        "step": 1,
        "approved": True,
        "number": "345/UBND-KT",
        "decided_on": date(2026, 11, 24),
        "signer": "Trần Văn Bình, Phó Chủ tịch",
        "scan_id": SCAN,
        "text": "",
    }
    return acts.OutsideAnswered(**(said | more))


@pytest.fixture
def office() -> WithClerk:
    """It waits for the People's Committee, and then for the head's signature."""
    made = WithClerk(due_at=None)
    made.submit([_made(StepKind.OUTSIDE, UBND), _made(StepKind.SIGN, _HEAD)])
    return made


def test_who_drafted_or_submitted_it_never_enters_the_answer(office: WithClerk) -> None:
    """Two persons are required for what comes from outside on paper (practice B6)."""
    assert office.take(Act.SENT_OUTSIDE, SENT, CLERK)
    drafter_is_clerk = guards.Context(**(vars(office.context(CLERK)) | {"officer_id": DRAFTER}))
    assert drafter_is_clerk.clerk
    said = guards.fault(Act.OUTSIDE_ANSWERED, _answer(), office.at, drafter_is_clerk)
    assert said == "outside_two_persons"
    assert office.why(Act.OUTSIDE_ANSWERED, _answer(), CLERK) is None
    assert office.why(Act.OUTSIDE_ANSWERED, _answer(), HEAD) is None
    assert office.why(Act.OUTSIDE_ANSWERED, _answer(), COLLEAGUE) == "not_yours"


def test_an_approval_opens_the_next_step_and_says_who_gave_it(office: WithClerk) -> None:
    assert office.take(Act.SENT_OUTSIDE, SENT, CLERK)
    assert office.take(Act.OUTSIDE_ANSWERED, _answer(), CLERK)
    first, second = office.at.steps
    assert first.answer is not None
    assert first.answer.outcome is Outcome.APPROVED
    assert first.answered == _answer()
    assert office.at.current is second
    assert second.began_at == office.now


def test_where_it_does_not_approve_the_submission_is_refused_with_its_text(
    office: WithClerk,
) -> None:
    assert office.take(Act.SENT_OUTSIDE, SENT, CLERK)
    no = _answer(approved=False, text="Chưa đủ căn cứ cưỡng chế")
    assert office.why(Act.OUTSIDE_ANSWERED, _answer(approved=False), CLERK) == "outside_reason"
    assert office.take(Act.OUTSIDE_ANSWERED, no, CLERK)
    assert office.at.state is SubmissionState.REFUSED
    assert office.at.reason == "Chưa đủ căn cứ cưỡng chế"
    reopened = acts.Reopened(reason="nhập sai kết quả")
    assert office.why(Act.REOPENED, reopened, CLERK) == "not_yours", "not by who entered it, alone"
    assert office.take(Act.REOPENED, reopened, ABOVE)
    assert office.at.current is office.at.steps[0]


def test_an_answer_is_about_what_was_sent(office: WithClerk) -> None:
    assert office.why(Act.OUTSIDE_ANSWERED, _answer(), CLERK) == "not_sent"
    assert office.take(Act.SENT_OUTSIDE, SENT, CLERK)
    early = _answer(decided_on=date(2026, 11, 22))
    assert office.why(Act.OUTSIDE_ANSWERED, early, CLERK) == "answered_before"
    other = _answer(shown=f"{7:064x}")
    assert office.why(Act.OUTSIDE_ANSWERED, other, CLERK) == "changed_since"
    _changed(office, by_signer=False)
    assert office.why(Act.OUTSIDE_ANSWERED, _answer(), CLERK) == "sent_other"
    assert office.take(Act.SENT_OUTSIDE, SENT, CLERK)
    office.scan_known = False
    assert office.why(Act.OUTSIDE_ANSWERED, _answer(), CLERK) == "scan_unknown"
    office.scan_known = True
    assert office.why(Act.OUTSIDE_ANSWERED, _answer(), CLERK) is None


def _changed(office: WithClerk, *, by_signer: bool) -> None:
    office.shown += 1
    office.material += 1
    changed = acts.SubmissionChanged(
        shown=f"{office.shown:064x}",
        material=f"{office.material:064x}",
        by_signer=by_signer,
        title=office.at.title,
        amount_vnd=None,
        drafters=[DRAFTER],
    )
    assert office.take(Act.CHANGED, changed, HEAD, system=True)


def test_the_signer_cannot_change_what_the_authority_approved(office: WithClerk) -> None:
    assert office.take(Act.SENT_OUTSIDE, SENT, CLERK)
    assert office.take(Act.OUTSIDE_ANSWERED, _answer(), CLERK)
    _changed(office, by_signer=True)
    assert office.at.current is office.at.steps[0], "it waits for the authority again"
    assert [one.outcome for one in office.at.steps[0].former] == [Outcome.APPROVED]


def test_nobody_refuses_in_the_authoritys_place_and_time_never_passes_it_on(
    office: WithClerk,
) -> None:
    refused = acts.SubmissionRefused(shown=office.at.shown, reason="không cần gửi")
    assert office.why(Act.REFUSED, refused, CLERK) == "outside_refuses"
    assert office.why(Act.REFUSED, refused, HEAD) == "outside_refuses"
    step = office.at.steps[0]
    assert step.due_at is not None
    assert not terms.passes(step, office.at, step.due_at.replace(year=2027))
    blank = acts.SentOutside(step=1, to="UBND", sent_on=SENT.sent_on, number=" ", package=None)
    assert office.why(Act.SENT_OUTSIDE, blank, CLERK) == "letter_missing"


def _route(kind: SubmittedKind, *steps: tuple[StepKind, Who]) -> str | None:
    found = routes.fault(
        RouteDrafted(
            draft_id=SCAN,
            name="Quy trình",
            kind=kind,
            unit_id=DEPARTMENT,
            forms=[],
            levels=[],
            fields=[],
            amount_from=None,
            amount_to=None,
            steps=[RouteStep(kind=one, who=who, term=Term(hours=8)) for one, who in steps],
            valid_from=date(2026, 11, 23),
            note="",
        ),
        date(2026, 11, 23),
    )
    return found[0] if found else None


def test_a_route_sends_no_ruling_of_an_inspection_outside_and_ends_with_who_signs() -> None:
    outside, sign = (StepKind.OUTSIDE, UBND), (StepKind.SIGN, _HEAD)
    agree = (StepKind.AGREE, _HEAD)
    assert _route(SubmittedKind.FILE, outside, agree) == "route_outside"
    assert _route(SubmittedKind.INSPECTION_DECISION, agree, outside) == "route_outside"
    assert _route(SubmittedKind.INSPECTION_DECISION, agree, outside, sign) is None
    assert _route(SubmittedKind.SANCTION, agree, outside) is None


def test_a_to_trinh_goes_to_peoples_committees_alone() -> None:
    assert letter_of("Chủ tịch Ủy ban nhân dân tỉnh Ninh Bình").vi == "Tờ trình"
    assert letter_of("UBND thành phố").vi == "Tờ trình"
    assert letter_of("Sở Công Thương").vi == "Công văn"
    listed = cover(
        title=Text(vi="Quyết định", en="Decision"),
        note="Kính trình.\n\nTÀI LIỆU KÈM THEO / ENCLOSED\n1. ket-luan.pdf",
        submitted_at="s",
        shown="a" * 64,
        due=None,
        made_at="m",
        made_by="Lan",
        files=[("b" * 64, "noi-dung.pdf")],
    )
    assert "1. noi-dung.pdf\n   " + "b" * 64 in listed
    assert listed.count("\nTÀI LIỆU KÈM THEO") == 1, "no drafter writes a list into the note"
    assert "\n1. ket-luan.pdf" not in listed
