"""The record handler of the installation: only the machine's operator may declare a restore."""

from typing import Any

import msgspec

from backend.core.actors import Actor
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement, Refuse
from backend.operations.queries import recovery as queries
from schemas.core.problems import Text
from schemas.ledger.acts import Act
from schemas.ledger.installation import INSTALLATION_RECORD, InstallationAct, LedgerRestored


class InstallationRecordHandler:
    """How acts about the installation are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(InstallationAct)
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> Any:
        """Check the record's id. The only row is the installation's, which the command has locked."""
        return None if act.record.id != INSTALLATION_RECORD else True

    async def judge(
        self, state: Any, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Accept the act only from the command line, which also needs the owner's database login."""
        del doubt
        if state is None or actor.face != "cli" or not isinstance(parsed.content, LedgerRestored):
            return Refuse(
                code="act_type_misplaced",
                text=Text(
                    vi="Chỉ người vận hành máy chủ khai báo được bằng lệnh hientruong restored.",
                    en="Only the operator of the machine declares this, by hientruong restored.",
                ),
            )
        return Accept()

    async def apply(
        self, state: Any, parsed: ParsedAct, actor: Actor, entry: Entry, judgement: Accept | Hold
    ) -> None:
        """Begin the new log, as the owner of the schema; no other role may."""
        del state, actor, entry, judgement
        if not isinstance(parsed.content, LedgerRestored):
            raise TypeError(f"no fold for {parsed.act.type}")
        content = parsed.content
        standing, counts = await queries.current_position(), await queries.counts()
        await queries.begin_log(
            era=content.era_after,
            log_id=content.log_after,
            epoch=content.epoch_after,
            from_size=standing.leaves,
            after_entry=counts.last_entry,
            told=msgspec.json.encode(told_of(content)).decode(),
            act_id=parsed.act.id,
        )


def told_of(content: LedgerRestored) -> list[dict[str, Any]]:
    """Return the checkpoints outside that the act names, as log id and size."""
    known = [*content.other_logs, *([content.outside] if content.outside else [])]
    return [{"log_id": str(one.log_id or content.log_before), "size": one.size} for one in known]
