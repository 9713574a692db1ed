"""The record handler of exceptions, with one verdict on each, and the follower that writes them."""

from backend.casework.derived import exceptions as rules
from backend.casework.queries import exceptions as queries
from backend.casework.queries.exceptions import ExceptionState
from backend.casework.texts.exceptions import refusal
from backend.core.actors import Actor
from backend.force.accounts import service as accounts
from backend.force.notices import service as notices
from backend.law.deadlines import service as deadlines
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.casework.exceptions import ExceptionAct, ExceptionChecked, ExceptionKind
from schemas.ledger.acts import Act


class ExceptionRecordHandler:
    """How exceptions are judged; see backend.ledger.handlers.RecordHandler.

    The record of an exception has the id of its act.
    """

    act_types: frozenset[str] = frozenset(ExceptionAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> ExceptionState | None:
        """Lock and return the row, or None."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: ExceptionState | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept one verdict, by an officer who may give it, with a reason if the act was wrong."""
        del doubt  # a verdict comes from a desk
        if state is None or actor.face != "desk":
            return refusal("exception_unknown")
        if not rules.may_check(actor, state.officer_id, state.path, state.officer_path, state.kind):
            return refusal("exception_not_yours")
        if state.kind is ExceptionKind.EMERGENCY_ACCESS and await _by_it(state, actor):
            return refusal("exception_not_yours")
        if state.verdict is not None:
            return refusal("exception_checked")
        content = _verdict(parsed)
        return Accept() if content.right or content.note.strip() else refusal("exception_note")

    async def apply(
        self,
        state: ExceptionState | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the verdict."""
        del judgement
        if state is None:
            raise TypeError("a verdict without its exception")
        content = _verdict(parsed)
        verdict = "right" if content.right else "wrong"
        await queries.check(state.id, verdict, content.note, actor.officer_id, entry.received_at)
        await notices.settle(state.id, kind="exception")


async def _by_it(state: ExceptionState, actor: Actor) -> bool:
    """Tell whether the reader got emergency access by this exception, or audits by some now."""
    return actor.officer_id == state.record_id or await accounts.has_emergency_access(actor)


def _verdict(parsed: ParsedAct) -> ExceptionChecked:
    if not isinstance(parsed.content, ExceptionChecked):
        raise TypeError(f"no judgement for {parsed.act.type}")
    return parsed.content


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Write the exception that an accepted act is; nothing for an act that follows the rule."""
    act = parsed.act
    told = rules.found(act.type, parsed.content, actor.officer_id)
    if told is None:
        return
    await queries.insert(
        act_id=act.id,
        kind=told.kind,
        record_kind=act.record.kind,
        record_id=act.record.id,
        officer_id=actor.officer_id,
        reason=told.reason,
        at=entry.received_at,
        check_by=rules.check_by(told.kind, entry.received_at, deadlines.calendar()),
    )
