"""What an officer may do with a plan now, as its page offers it. Pure."""

from backend.core.actors import Actor
from backend.planning.rules import authority
from backend.planning.rules.facts import Plan
from schemas.planning.views import Allowed
from schemas.planning.words import PlanAct, PlanKind, PlanState

_SENT_UP = (PlanKind.PERIODIC, PlanKind.THEMATIC)


def allowed(
    plan: Plan, actor: Actor, *, only_signature_left: bool = False, only_drafter: bool = False
) -> Allowed:
    """Return which acts are open to an officer, without looking at what is missing in the content.

    `only_signature_left`: of its submission, so that the scan of a plan that was signed outside can be entered.
    `only_drafter`: the officer holds the post of its head, and nobody else drafted it.
    """

    def may(kind: PlanAct) -> bool:
        return authority.open_for(kind, plan.state) and authority.may(kind, plan, actor)

    desk = actor.face == "desk"
    decided = plan.state is PlanState.APPROVED or only_signature_left
    return Allowed(
        edit=desk and may(PlanAct.ITEMS_SET),
        send_up=desk and may(PlanAct.SENT_UP) and plan.kind in _SENT_UP and plan.path.level > 1,
        send_back=desk and may(PlanAct.SENT_BACK),
        merge=desk and may(PlanAct.MERGED),
        submit=desk and may(PlanAct.SUBMITTED) and authority.submits_itself(plan.kind, plan.path),
        agree_alone=desk
        and only_drafter
        and may(PlanAct.AGREED_ALONE)
        and authority.may_be_agreed_alone(plan.kind, plan.path),
        reopen=desk and plan.state is PlanState.APPROVED and may(PlanAct.REOPENED),
        issue=desk and decided and may(PlanAct.ISSUED),
        amend=desk and may(PlanAct.AMENDED),
        send_out=desk and may(PlanAct.SENT_OUT),
        publish=desk and may(PlanAct.PUBLISHED),
        not_done=desk and plan.state is PlanState.ISSUED and authority.heads(actor, plan.path),
        end=desk and may(PlanAct.ENDED),
        give_up=desk and may(PlanAct.GIVEN_UP),
    )
