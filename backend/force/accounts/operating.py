"""Commands of the machine's operator, for when no second person is available.

The operator confirms an ask, resets a sole administrator, or ends after a restore what was open.
All are run at the command line, under the name of the oldest administrator; the act also records
the operator's own name.
"""

from datetime import datetime
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.force.accounts import asks, enrolments
from backend.force.accounts.enrolments import Issued
from backend.force.errors import NotSoleAdministrator
from backend.force.queries import asks as ask_queries
from backend.force.queries import credentials, people, sessions
from backend.force.rules import accounts as rules
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.force import acts
from schemas.force.acts import PeopleAct


async def at_the_machine() -> Actor:
    """Return the oldest administrator, under whose name the operator acts.

    Raises NotFound if there is none.
    """
    row = await ask_queries.oldest_administrator()
    if row is None:
        raise NotFound(what="administrator")
    return actor_of(row, "cli")


async def end_what_was_open(at: datetime) -> None:
    """End all desk sessions and one-time addresses after a restore.

    Those that ended or were used since the backup would be valid again. Everybody signs in at the
    desk again. Phones keep their sessions: otherwise their work would wait for a code.
    """
    await sessions.end_every_desk(at)


async def confirm_as_operator(ask_id: UUID, note: str, name: str) -> tuple[Outcome, str | None]:
    """Confirm an ask; for a reset, also return the code to hand over. Raises NotFound."""
    return await asks.confirm(await at_the_machine(), ask_id, note, name)


async def reset_sole_administrator(username: str, reason: str, name: str) -> Issued:
    """Make a link to new credentials for an administrator whom no other administrator could reset.

    Recorded as an ask and its confirmation, both by the operator. Raises NotFound,
    NotSoleAdministrator.
    """
    found = await credentials.find_by_username(rules.normalise_username(username))
    officer = await people.find(found.id) if found else None
    if found is None or officer is None:
        raise NotFound(what="officer")
    alone = not await people.another_administrator_covers(officer.id)
    if Role.ADMINISTRATOR not in officer.roles or not alone:
        raise NotSoleAdministrator
    actor, ask_id = await at_the_machine(), new_id()
    asked = acts.ResetAsked(
        ask_id=ask_id, purpose="both" if found.password_hash else "first", reason=reason
    )
    confirmed = acts.AskConfirmed(ask_id=ask_id, note=reason, operator=name)
    for kind, content in (
        (PeopleAct.RESET_ASKED, asked),
        (PeopleAct.ASK_CONFIRMED, confirmed),
    ):
        act = ledger.desk_act(RecordKind.OFFICER, officer.id, kind, content, actor)
        ledger.unwrap(await ledger.record(act, actor))
    outcome, issued = await enrolments.issue(actor, officer.id, "first")
    ledger.unwrap(outcome)
    if issued is None:
        raise NotFound(what="officer")
    # The operator hands the link out directly, so the ask is finished with it: no second link, and
    # nothing to stop.
    await ask_queries.use(ask_id, clock.now())
    await ask_queries.finish(ask_id, clock.now())
    return issued
