"""The demonstration's routes of approval, its absence, and a request of an administrator.

Two people made each: the legal officer of Hà Nội drafts a route and the deputy head publishes it;
the clerk enters the head's absence; the administrator of Hà Nội asks, one of the national office
confirms. Files of inspections and the publication of law have no route here: the single step of
the law stands.
"""

from datetime import timedelta

from backend.approvals.absences import service as absences
from backend.approvals.routes import service as routes
from backend.core import clock
from backend.core.actors import Actor
from backend.force.accounts import asks
from backend.law.catalogue.service import decrees
from backend.ledger import service as ledger
from deploy.demo.cast import Cast
from schemas.approvals.absences import AbsenceRecorded
from schemas.approvals.routes import RouteDrafted, RoutePublished
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force.acts import ResetAsked

_COMPARED = "Đã đối chiếu từng hành vi với bản đăng Công báo (trình diễn)."
_AWAY = timedelta(days=4)
_LEGAL = Who(by=By.ROLE, role=Role.LEGAL)
_SANCTION = (
    RouteStep(kind=StepKind.LEGAL_CHECK, who=_LEGAL, term=Term(working_days=2)),
    RouteStep(kind=StepKind.SIGN, who=Who(by=By.HEAD), term=Term(working_days=2)),
)
_SEIZURE = (
    RouteStep(kind=StepKind.OPINION, who=_LEGAL, term=Term(hours=4)),
    RouteStep(kind=StepKind.SIGN, who=Who(by=By.HEAD), term=Term(hours=12)),
)


async def routed(cast: Cast) -> bool:
    """Tell whether a route is known already: then everything that waits was entered before."""
    return bool(await routes.page(cast.legal))


async def publish(cast: Cast) -> None:
    """Draft and publish the routes of sanctions and of seizures, in the caller's transaction."""
    await _one(
        cast, "Xử phạt: pháp chế kiểm tra, người đứng đầu ký", SubmittedKind.SANCTION, _SANCTION
    )
    await _one(
        cast, "Tạm giữ: pháp chế cho ý kiến, người đứng đầu ký", SubmittedKind.SEIZURE, _SEIZURE
    )


async def _one(cast: Cast, name: str, kind: SubmittedKind, steps: tuple[RouteStep, ...]) -> None:
    draft = RouteDrafted(
        draft_id=new_id(),
        name=name,
        kind=kind,
        unit_id=cast.legal.unit.unit_id,
        levels=[],
        forms=[],
        fields=[],
        amount_from=None,
        amount_to=None,
        steps=list(steps),
        valid_from=clock.today(),
        note="Quy trình trình diễn.",
    )
    route_id, outcome = await routes.act(None, draft, cast.legal)
    ledger.unwrap(outcome)
    _, outcome = await routes.act(route_id, RoutePublished(draft_id=draft.draft_id), cast.deputy)
    ledger.unwrap(outcome)


async def away(cast: Cast) -> None:
    """Record that the head of Hà Nội is away for some days, and that the deputy stands in.

    What waits for the head then waits for the deputy too; he signs under the delegation.
    """
    today = clock.today()
    content = AbsenceRecorded(
        officer_id=cast.head.officer_id,
        stand_in_id=cast.deputy.officer_id,
        first_day=today,
        last_day=today + _AWAY,
        reason="Đi công tác (trình diễn).",
    )
    ledger.unwrap((await absences.act(None, content, cast.clerk))[1])


async def propose(proposer: Actor, decree: str) -> None:
    """Propose to publish a decree: another officer of the national office confirms it."""
    _, outcome = await decrees.propose(proposer, decree, _COMPARED)
    ledger.unwrap(outcome)


async def ask(asker: Actor, concerned: Actor) -> None:
    """Ask for new credentials of an officer whose phone is lost: a second person confirms it."""
    content = ResetAsked(
        ask_id=new_id(), purpose="one_time_code", reason="Mất điện thoại có ứng dụng mã xác thực."
    )
    ledger.unwrap(await asks.ask(asker, concerned.officer_id, content))
