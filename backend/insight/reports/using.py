"""Since when reports are made in this system: nobody is late with what was due before."""

from datetime import date

from backend.core import clock
from backend.core.local_time import day_of
from backend.insight.queries import report_rounds as queries


async def since() -> date:
    """Return the day in Vietnam on which the first report began here; today while there is none.

    What was due before was missed by nobody: a new installation has other days.
    """
    first = await queries.first_begun()
    return day_of(first) if first is not None else clock.today()
