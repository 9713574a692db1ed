"""Has the department's head confirm what a team's work wrote into its diary (Circular 22/2021/TT-BCT M12)."""

from datetime import datetime, timedelta

from backend.core import clock, local_time
from backend.fieldwork.diary import service as diary
from backend.ledger import service as ledger
from deploy.demo.living.course import after
from deploy.demo.living.visits import Team
from deploy.demo.stories.plan import Story

_LATELY = timedelta(days=3)
"""Lines of the last days still wait: the head's first page shows them."""


async def confirm(story: Story, team: Team, until: datetime) -> None:
    """Confirm what waits of the team on the working day after an inspection, unless that is one of the last days.

    Lines of informations are among them. A team's stories are all played by one process, so that no
    other one confirms them.
    """
    moment = after(story.visited, 1, 16)
    if moment > until - _LATELY:
        return
    clock.show(moment)
    waiting = diary.Filters(
        unit_id=team.unit_id, until_on=local_time.day_of(story.visited), waiting=True
    )
    page = await diary.page(team.head, waiting, None)
    seen = [(one.id, one.line_hash) for one in page.rows]
    for outcome in await diary.confirm(team.head, seen):
        ledger.unwrap(outcome)
