"""What must hold in every order in which people, time and phones act on a submission.

A small office with a head, a deputy under a delegation, a legal officer, a drafter, a colleague who stands in
and a head above. Acts come in any order and at any time; the guards refuse what they must, the fold takes the
rest, and the job passes silent steps on. The rules are practice B6 and B7.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.approvals.rules import checksheets, folding, guards, keys, terms
from backend.approvals.rules.facts import ADVICE, Event, Submission
from backend.approvals.rules.keys import Claims
from backend.core.actors import UnitPath
from backend.law.rules.counting import Calendar
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import MadeStep, Submitted, Term, Who
from schemas.approvals.words import By, Outcome, StepKind, SubmissionState, SubmittedKind
from schemas.approvals.words import SubmissionAct as Act
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role

_SPACE = UUID("2b8f1f0e-8f3b-4c0e-9d6a-6c1f3a1b2c3d")
CALENDAR = Calendar([])
BEGIN = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # a Monday, 08:00 in Vietnam
NATION, DEPARTMENT = (uuid5(_SPACE, one) for one in ("00", "01"))
PATH = UnitPath(unit_1=NATION, unit_2=DEPARTMENT)
SUBJECT = Submitted(
    kind=SubmittedKind.SANCTION,
    record_kind=RecordKind.CASE,
    record_id=uuid5(_SPACE, "case"),
    item_id=uuid5(_SPACE, "paper"),
)
DRAFTER, LEGAL, HEAD, DEPUTY, COLLEAGUE, ABOVE = PEOPLE = [
    uuid5(_SPACE, one) for one in ("drafter", "legal", "head", "deputy", "colleague", "above")
]


def _hash(revision: int) -> str:
    return f"{revision:064x}"


def claims_of(officer: UUID, *, head_away: bool) -> Claims:
    """What each answers to. The colleague stands in for the legal officer, and for the head on leave."""
    own = {keys.officer(officer)}
    standing: dict[str, UUID] = {}
    delegated: dict[str, UUID] = {}
    if officer == LEGAL:
        own.add(keys.role(Role.LEGAL, DEPARTMENT))
    if officer == HEAD:
        own.add(keys.head(DEPARTMENT))
    if officer == ABOVE:
        own.add(keys.head(NATION))
    if officer == COLLEAGUE:
        standing[keys.role(Role.LEGAL, DEPARTMENT)] = LEGAL
        if head_away:
            standing[keys.head(DEPARTMENT)] = HEAD
    if officer == DEPUTY and head_away:
        delegated[keys.power(keys.DELEGATED[SUBJECT.kind], DEPARTMENT)] = HEAD
    return Claims(officer, frozenset(own), standing, delegated)


@dataclass
class Office:
    """A submission and the paper beside it, as the last accepted act left them."""

    due_at: datetime | None
    now: datetime = BEGIN
    facts: Submission | None = None
    shown: int = 1
    material: int = 1
    head_away: bool = False
    number: int = 0
    seen: list[tuple[str, str, UUID]] = field(default_factory=list)
    """Of each decision: what its maker named, what was there, and who."""

    def context(self, officer: UUID, *, system: bool = False) -> guards.Context:
        covers = officer in (HEAD, ABOVE)
        return guards.Context(
            officer_id=officer,
            now=self.now,
            claims=claims_of(officer, head_away=self.head_away),
            by_the_system=system,
            covers=covers,
            level=1 if officer == ABOVE else 2,
            path=PATH,
            heads=covers,
            legal=officer == LEGAL,
            works_on=officer in (DRAFTER, COLLEAGUE),
            shown=_hash(self.shown),
            # A signature is handed to nobody without the power to sign; drafter and colleague have none.
            target_known=self.at.current is None or self.at.current.kind is not StepKind.SIGN,
        )

    def take(self, kind: Act, content: Any, officer: UUID, *, system: bool = False) -> bool:
        """Judge and fold one act; False if the door refuses it."""
        if self.facts is not None and guards.fault(
            kind, content, self.facts, self.context(officer, system=system)
        ):
            return False
        self.number += 1
        event = Event(
            number=self.number,
            act_id=uuid5(_SPACE, str(self.number)),
            type=kind,
            content=content,
            officer_id=officer,
            made_at=self.now,
            received_at=self.now,
        )
        self.facts = folding.take(_SPACE, self.facts, event, CALENDAR)
        return True

    def submit(self, steps: list[MadeStep]) -> None:
        content = acts.SubmissionMade(
            subject=SUBJECT,
            title=Text(vi="Quyết định", en="Decision"),
            form="MQĐ02",
            form_version=1,
            amount_vnd=30_000_000,
            field=None,
            route=None,
            steps=steps,
            shown=_hash(self.shown),
            material=_hash(self.material),
            note="",
            due_at=self.due_at,
            due_rule="D12" if self.due_at else None,
            drafters=[DRAFTER],
        )
        assert self.take(Act.MADE, content, DRAFTER)

    @property
    def at(self) -> Submission:
        assert self.facts is not None
        return self.facts


def _step(kind: StepKind, who: Who, hours: int) -> MadeStep:
    levels = keys.of(who, PATH, SUBJECT)
    return MadeStep(kind=kind, who=who, term=Term(hours=hours), keys=levels[0])


_BY_HEAD = Who(by=By.HEAD)
_BY_LEGAL = Who(by=By.ROLE, role=Role.LEGAL)
ROUTES = (
    [_step(StepKind.SIGN, _BY_HEAD, 24)],
    [_step(StepKind.LEGAL_CHECK, _BY_LEGAL, 24), _step(StepKind.SIGN, _BY_HEAD, 24)],
    [
        _step(StepKind.OPINION, Who(by=By.OFFICER, officer_id=COLLEAGUE), 8),
        _step(StepKind.LEGAL_CHECK, _BY_LEGAL, 16),
        _step(StepKind.AGREE, _BY_HEAD, 24),
        _step(StepKind.SIGN, _BY_HEAD, 24),
    ],
)
_OF_A_SIGNATURE = frozenset({"sign", "refuse", "reopen", "return", "supplement", "renew"})
_DOINGS = (
    *("opinion", "agree", "sign", "return", "supplement", "refuse", "withdraw", "renew"),
    *("edit", "edit_note", "edit_by_signer", "recall", "hand_on", "take_over", "reopen", "stale"),
    *("leave", "back", "wait", "wait_long", "sweep", "end"),
)


def _sheet(facts: Submission) -> dict[str, Any]:
    """The whole check-sheet where the step is one."""
    if facts.current is None or facts.current.kind is not StepKind.LEGAL_CHECK:
        return {"checks": []}
    sheet = checksheets.of(SUBJECT.kind)
    checks = [acts.Check(question=one, ok=True, note="") for one in sheet.questions]
    return {"checks": checks, "sheet": sheet.version}


def _do(office: Office, doing: str, who: UUID) -> None:  # noqa: C901 - one line each
    """Do one thing as one person; the door may refuse it."""
    facts = office.at
    shown = facts.shown
    step = facts.current.number if facts.current else 1
    mine = guards.answerable(facts, office.context(who))
    last = mine[-1][0] if mine else None
    match doing:
        case "opinion":
            said = acts.OpinionGiven(
                shown=shown,
                step=step,
                favour=True,
                text="",
                **_sheet(facts),
            )
            office.take(Act.OPINION_GIVEN, said, who)
        case "agree" if last is not None:
            agreed = acts.SubmissionAgreed(
                shown=shown,
                step=last.number,
                note="",
                without=guards.skipped(facts, last),
                reason="gấp",
            )
            if office.take(Act.AGREED, agreed, who):
                office.seen.append((shown, _hash(office.shown), who))
        case "sign" if last is not None and last.kind is StepKind.SIGN:
            # The paper's own door compares what the signer saw; then it tells the submission.
            if shown != _hash(office.shown):
                return
            done = acts.Completed(
                shown=shown,
                outcome="signed",
                number="1/QĐ",
                act_id=None,
                without=guards.skipped(facts, last),
                reason="",
            )
            if office.take(Act.COMPLETED, done, who, system=True):
                office.seen.append((shown, _hash(office.shown), who))
        case "stale":
            old = _hash(office.shown - 1)
            if office.take(Act.REFUSED, acts.SubmissionRefused(shown=old, reason="không rõ"), who):
                office.seen.append((old, _hash(office.shown), who))
        case "return":
            comment = acts.Comment(at="/party/name", text="xem lại tên")
            office.take(Act.RETURNED, acts.SubmissionReturned(shown=shown, comments=[comment]), who)
        case "supplement":
            point = acts.Comment(at="", text="thiếu giấy tờ")
            office.take(
                Act.SUPPLEMENT_ASKED, acts.SupplementAsked(shown=shown, points=[point]), who
            )
        case "refuse":
            refused = acts.SubmissionRefused(shown=shown, reason="không đủ căn cứ")
            office.take(Act.REFUSED, refused, who)
        case "withdraw":
            office.take(Act.WITHDRAWN, acts.SubmissionWithdrawn(reason=""), who)
        case "renew":
            again = acts.SubmissionRenewed(
                shown=_hash(office.shown),
                material=_hash(office.material),
                note="",
                title=facts.title,
                amount_vnd=None,
                due_at=office.due_at,
                drafters=[DRAFTER],
                by_signer=False,
            )
            office.take(Act.RENEWED, again, who)
        case "edit" | "edit_note" | "edit_by_signer":
            _edit(office, doing, who)
        case "recall":
            office.take(Act.RECALLED, acts.Recalled(by_signer=False), who, system=True)
        case "hand_on":
            target = DRAFTER if office.number % 2 else COLLEAGUE
            to = acts.HandedOn(step=step, to=[keys.officer(target)], reason="bận họp", up=False)
            office.take(Act.HANDED_ON, to, who)
        case "take_over":
            office.take(Act.TAKEN_OVER, acts.TakenOver(step=step, reason="quá hạn"), who)
        case "reopen":
            office.take(Act.REOPENED, acts.Reopened(reason="xét lại"), who)
        case "leave":
            office.head_away = True
        case "back":
            office.head_away = False
        case "wait":
            office.now += timedelta(hours=3)
        case "wait_long":
            office.now += timedelta(hours=26)
        case "sweep":
            _sweep(office)
        case "end":
            office.take(Act.ENDED, acts.SubmissionEnded(why="bỏ"), who, system=True)


def _edit(office: Office, doing: str, who: UUID) -> None:
    """Change the paper itself; its record tells the submission in the same transaction."""
    by_signer = doing == "edit_by_signer"
    if by_signer and claims_of(who, head_away=office.head_away).basis(office.at.steps[-1]) is None:
        return
    office.shown += 1
    if doing != "edit_note":
        office.material += 1
    changed = acts.SubmissionChanged(
        shown=_hash(office.shown),
        material=_hash(office.material),
        by_signer=by_signer,
        title=office.at.title,
        amount_vnd=None,
        drafters=[DRAFTER],
    )
    office.take(Act.CHANGED, changed, who, system=True)


def _sweep(office: Office) -> None:
    """What the job does: pass on all that time passes on."""
    while office.at.state is SubmissionState.WAITING:
        step = office.at.current
        if step is None or not terms.passes(step, office.at, office.now):
            return
        assert office.take(
            Act.PASSED_ON, acts.PassedOn(step=step.number, limit=False), DRAFTER, system=True
        )


def _holds(office: Office) -> Iterator[str]:
    """Name what does not hold."""
    facts = office.at
    if any(said != there for said, there, _ in office.seen):
        yield "decided on other content than was there"
    stands = facts.state in (SubmissionState.WAITING, SubmissionState.DONE)
    for step in facts.steps:
        answer = step.answer
        if answer is None:
            continue
        if stands and answer.material != facts.material:
            yield f"step {step.number} stands for another content"
        if answer.outcome is Outcome.NO_OPINION and (answer.officer_id or step.kind not in ADVICE):
            yield "a silence bears a name, or passed a decision on"
    if facts.state is SubmissionState.DONE and facts.current is not None:
        yield "done with an open step"
    if facts.state is SubmissionState.WAITING:
        yield from _waits(office)


def _waits(office: Office) -> Iterator[str]:
    facts = office.at
    if facts.current is None or facts.current.began_at is None:
        yield "waits without a step"
        return
    others = [office.context(one) for one in PEOPLE if one != DRAFTER]
    able = {step.number for one in others for step, _ in guards.answerable(facts, one)}
    if not able:
        yield f"waits for nobody: {facts.current.keys}"
    near = facts.due_at is not None and facts.due_at - terms.NEAR <= office.now
    decision = next(one for one in facts.steps if one.open and one.kind not in ADVICE)
    if near and decision.number not in able:
        yield "a silent third person blocks a decision near its limit"


_USUAL: dict[str, tuple[UUID, ...]] = {
    **dict.fromkeys(("withdraw", "renew", "edit", "edit_note", "recall"), (DRAFTER,)),
    **dict.fromkeys(
        ("agree", "sign", "refuse", "return", "reopen", "edit_by_signer"), (HEAD, DEPUTY)
    ),
    "opinion": (COLLEAGUE, LEGAL),
    "hand_on": (HEAD, LEGAL),
    "take_over": (ABOVE,),
}
"""Who usually does what. Others try it too: most of what they try is refused."""


def _with_who(doing: str) -> st.SearchStrategy[tuple[str, UUID]]:
    usual = st.sampled_from(_USUAL.get(doing, tuple(PEOPLE)))
    return st.tuples(st.just(doing), usual | usual | usual | st.sampled_from(PEOPLE))


_DONE = st.sampled_from(_DOINGS).flatmap(_with_who)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    route=st.sampled_from(ROUTES),
    hours=st.sampled_from([None, 12, 24, 72, 240]),
    doings=st.lists(_DONE, max_size=25),
)
def test_in_every_order_nobody_decides_unseen_and_nothing_waits_for_nobody(
    route: list[MadeStep], hours: int | None, doings: list[tuple[str, UUID]]
) -> None:
    office = Office(due_at=None if hours is None else BEGIN + timedelta(hours=hours))
    office.submit(route)
    for doing, who in doings:
        _do(office, doing, who)
        assert list(_holds(office)) == [], (doing, who)


@pytest.mark.parametrize("doing", _DOINGS)
def test_each_doing_of_these_orders_is_taken_in_some_order(doing: str) -> None:
    """A doing that the door always refuses would prove nothing above."""
    before = {
        "renew": [("return", HEAD)],
        "reopen": [("refuse", HEAD)],
        "sign": [],
        "agree": [("opinion", COLLEAGUE), ("opinion", LEGAL)],
        "sweep": [("wait_long", HEAD)],
        "stale": [],
        "hand_on": [("edit_note", DRAFTER)],
        "back": [("leave", HEAD)],
    }
    who = {"opinion": COLLEAGUE, "withdraw": DRAFTER, "renew": DRAFTER, "take_over": ABOVE}
    route = ROUTES[0] if doing in _OF_A_SIGNATURE else ROUTES[2]
    office = Office(due_at=BEGIN + timedelta(hours=72))
    office.submit(ROUTES[1] if doing == "hand_on" else route)
    for one, officer in before.get(doing, []):
        _do(office, one, officer)
    was = (office.number, office.now, office.head_away)
    _do(office, doing, who.get(doing, HEAD))
    taken = (office.number, office.now, office.head_away) != was
    assert taken == (doing != "stale")
