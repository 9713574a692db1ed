"""The record handler of imports of parties: how their acts are judged and folded."""

from backend.core.actors import Actor
from backend.core.list_imports import portions as lines_of
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from backend.parties.queries import import_portions as portions
from backend.parties.queries import imports as queries
from backend.parties.queries.imports import LockedImport
from backend.parties.rules import import_portions as rules
from backend.parties.rules import importing
from backend.parties.texts.imports import refusal
from schemas.core.imports import ImportGivenUp, ImportPaused, ImportResumed, ImportState
from schemas.ledger.acts import Act
from schemas.parties import imports as acts
from schemas.parties.imports import ImportAct, OnKnown, RowDeed


class PartyImportRecordHandler:
    """How acts of an import are judged and folded; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(ImportAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> LockedImport | None:
        """Lock and return the import, or None."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: LockedImport | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept what somebody who may import does with an import that stands so."""
        del doubt  # the register is kept at the desk
        kind = ImportAct(parsed.act.type)
        by_worker = kind in (ImportAct.PORTION_BROUGHT, ImportAct.FINISHED)
        if state is None or actor.face != ("job" if by_worker else "desk"):
            return refusal("unknown")
        if not importing.may_import_for(actor, state.path):
            return refusal("not_yours")
        if state.state not in importing.FROM[kind]:
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
            case acts.ImportBegun(on_known=on_known):
                await queries.begin(state.id, on_known, at)
            case acts.PortionBrought() as said:
                await _bring(state, said, entry)
            case ImportPaused():
                await queries.set_state(state.id, ImportState.PAUSED, at)
            case ImportResumed():
                await queries.set_state(state.id, ImportState.RUNNING, at)
            case acts.ImportFinished():
                await queries.set_state(state.id, ImportState.FINISHED, at)
            case ImportGivenUp():
                await queries.set_state(state.id, ImportState.GIVEN_UP, at)
            case _:
                raise TypeError(f"no fold for {parsed.act.type}")


def _fault(state: LockedImport, content: object, actor: Actor) -> str | None:
    match content:
        case acts.ImportBegun() as said:
            if actor.officer_id != state.uploaded_by:
                return "not_uploader"
            told = (said.unit_id, said.file_sha256, said.rows, said.good, said.known, said.bad)
            if told != (
                *(state.unit_id, state.file_sha256, state.rows),
                *(state.good, state.known, state.bad),
            ):
                return "moved"
            if said.all_or_none and state.bad:
                return "bad_rows"
            return None if state.good or (_corrects(said) and state.known) else "nothing"
        case acts.PortionBrought() as said:
            follows = said.number == state.portions + 1 and said.first_row > state.done_row
            return None if follows else "moved"
    return None


def _corrects(said: acts.ImportBegun) -> bool:
    return said.on_known is OnKnown.CORRECT


async def _bring(state: LockedImport, said: acts.PortionBrought, entry: Entry) -> None:
    stored = await portions.lines_of(state.id, said.number)
    if stored is None:
        raise LookupError("the lines of a portion are kept before its act")
    text = lines_of.unpacked(stored)
    lines = rules.read(text)
    if lines_of.sha256(text) != said.sha256 or rules.counts(lines) != _counts(said):
        raise ValueError("a portion's lines are those that its act names")
    made = [
        (one.party_id, one.party)
        for one in lines
        if one.deed is RowDeed.REGISTERED and one.party is not None
    ]
    if made:
        await portions.register(state.id, state.path, made, entry.received_at)
    await queries.count_portion(state.id, said.last_row, _counts(said), entry.received_at)


def _counts(said: acts.PortionBrought) -> tuple[int, int, int]:
    return said.registered, said.corrected, said.skipped
