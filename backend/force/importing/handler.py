"""The record handler of imports of officers: how their acts are judged and folded."""

from backend.core.actors import Actor
from backend.core.list_imports import portions as lines_of
from backend.force.queries import people_imports as queries
from backend.force.queries.people_imports import LockedImport
from backend.force.rules import importing as rules
from backend.force.texts.imports import refusal
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.core.imports import ImportGivenUp, ImportPaused, ImportResumed, ImportState
from schemas.force import imports as acts
from schemas.force.imports import BroughtPerson, PeopleImportAct
from schemas.ledger.acts import Act


class PeopleImportRecordHandler:
    """How acts of an import are judged and folded; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(PeopleImportAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> LockedImport | None:
        """Lock and return the import, or None."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: LockedImport | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept what somebody who may import does with an import that stands so."""
        del doubt  # officers are registered at the desk
        kind = PeopleImportAct(parsed.act.type)
        by_worker = kind in (PeopleImportAct.PORTION_BROUGHT, PeopleImportAct.FINISHED)
        if state is None or actor.face != ("job" if by_worker else "desk"):
            return refusal("unknown")
        if not rules.may_import_for(actor, state.path):
            return refusal("not_yours")
        if state.state not in rules.FROM[kind]:
            return refusal("moved")
        code = _fault(state, parsed.content, actor)
        return refusal(code) if code else Accept()

    async def apply(
        self,
        state: LockedImport | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write what the act says. The lines of a portion are kept already, under its number."""
        del actor, judgement
        if state is None:
            raise TypeError("an import is there before its acts")
        at = entry.received_at
        match parsed.content:
            case acts.PeopleImportBegun():
                await queries.begin(state.id, at)
            case acts.PeoplePortionBrought() as said:
                await _compare_lines(state, said)
                await queries.count_portion(state.id, said, at)
            case ImportPaused():
                await queries.set_state(state.id, ImportState.PAUSED, at)
            case ImportResumed():
                await queries.set_state(state.id, ImportState.RUNNING, at)
            case acts.PeopleImportFinished():
                await queries.set_state(state.id, ImportState.FINISHED, at)
            case ImportGivenUp():
                await queries.set_state(state.id, ImportState.GIVEN_UP, at)
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")


def _fault(state: LockedImport, content: object, actor: Actor) -> str | None:
    match content:
        case acts.PeopleImportBegun() as said:
            if actor.officer_id != state.uploaded_by:
                return "not_uploader"
            told = (said.unit_id, said.file_sha256, said.rows, said.good, said.bad)
            if told != (state.unit_id, state.file_sha256, state.rows, state.good, state.bad):
                return "moved"
            if said.all_or_none and state.bad:
                return "bad_rows"
            return None if state.good else "nothing"
        case acts.PeoplePortionBrought() as said:
            follows = said.number == state.portions + 1 and said.first_row > state.done_row
            return None if follows else "moved"
    return None


async def _compare_lines(state: LockedImport, said: acts.PeoplePortionBrought) -> None:
    stored = await queries.lines_of(state.id, said.number)
    if stored is None:
        raise LookupError("the lines of a portion are kept before its act")
    text = lines_of.unpacked(stored)
    counted = rules.counts(lines_of.read(text, BroughtPerson))
    told = (said.came, said.waits, said.partly, said.refused)
    if lines_of.sha256(text) != said.sha256 or counted != told:
        raise ValueError("a portion's lines are those that its act names")
