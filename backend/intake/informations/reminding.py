"""The job that reminds officers of the limits of informations: on the last day, and once a limit is over.

Each worker runs it. An information's row says when next something is to be told, so a round reads those rows alone;
`once` of a notice keeps anybody from being told twice.
"""

from datetime import timedelta
from uuid import UUID

from backend.core import clock, rounds
from backend.intake.informations import handler, notifying
from backend.intake.queries import reminders as queries
from backend.intake.rules import clocks, reminders
from backend.law.deadlines import service as deadlines

EVERY = timedelta(minutes=10)
"""How often each worker looks: the limits are days."""


async def remind() -> int:
    """Tell of limits that came near or passed since the last round; return how many notices were sent."""
    return await rounds.through(lambda after, most: queries.near(clock.now(), after, most), _say)


async def _say(information_id: UUID) -> int:
    state = await handler.hold(information_id)
    if state is None:
        return 0
    facts, now = state.facts, clock.now()
    law = deadlines.clocks(clocks.told(facts), state.rule_set, now)
    running = reminders.endings(clocks.own(facts, deadlines.calendar()), law)
    labels = {one.rule: one.label for one in law}
    sent = 0
    for one in reminders.due_now(running, now):
        sent += await notifying.remind(
            facts, one, labels.get(one.rule), state.handled, state.readers
        )
    await queries.look_again(information_id, reminders.next_at(running, now))
    return sent
