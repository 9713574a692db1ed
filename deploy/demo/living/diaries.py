"""Has the department's head confirm what an inspection wrote into the work diary (Circular 22/2021/TT-BCT M12)."""

from datetime import datetime, timedelta
from uuid import UUID

from backend.core import clock, local_time
from backend.fieldwork.diary import service as diary
from backend.ledger import service as ledger
from deploy.demo.living.course import after
from deploy.demo.living.visits import Team
from deploy.demo.stories.plan import Story

_LATELY = timedelta(days=3)
"""Lines of the last days still wait: the head's first page shows them."""


async def confirm(story: Story, team: Team, inspection_id: UUID, until: datetime) -> None:
    """Confirm its lines on the working day after it, unless that is one of the last days."""
    moment = after(story.visited, 1, 16)
    if moment > until - _LATELY:
        return
    clock.show(moment)
    days = diary.Filters(
        from_on=local_time.day_of(story.decided), until_on=local_time.day_of(story.visited)
    )
    page = await diary.page(team.head, days, None)
    seen = [(one.id, one.line_hash) for one in page.rows if one.record_id == inspection_id]
    for outcome in await diary.confirm(team.head, seen):
        ledger.unwrap(outcome)
