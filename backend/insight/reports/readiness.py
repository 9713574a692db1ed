"""What keeps a report from being sent or submitted."""

from collections.abc import Sequence
from uuid import UUID

from backend.force.units import service as units
from backend.insight.reports import below, defined, paper_words
from backend.insight.rules.reports import cells, complete
from backend.insight.rules.reports.facts import Report
from backend.insight.texts.reports import lack
from schemas.core.problems import Text

_NAMED = 12
"""Units that a sentence names."""


async def missing(report: Report) -> list[Text]:
    """Return what a report lacks; empty if it can be sent."""
    definition = await defined.of(report)
    titles = {one.id: one.title for one in cells.texts_of(definition).values()}
    found = [
        lack(code, title=titles[part]) if part else lack(code)
        for code, part in complete.lacks(report.content, definition)
    ]
    back = await below.sent_back(report, report.content)
    if back:
        found.append(lack("part_back", names=await named(back)))
    return [*found, lack("paper")] if await paper_words.stale_final(report) else found


async def named(unit_ids: Sequence[UUID]) -> Text:
    """Return the names of units in one line, at most a dozen."""
    known = await units.names_of(unit_ids)
    names = [known[one] for one in unit_ids if one in known]
    more = len(names) - _NAMED
    return Text(
        vi="; ".join(one.vi for one in names[:_NAMED]) + (f" và {more} đơn vị" if more > 0 else ""),
        en="; ".join(one.en for one in names[:_NAMED]) + (f" and {more} more" if more > 0 else ""),
    )


def joined(sentences: Sequence[Text]) -> Text:
    """Return sentences as one."""
    return Text(
        vi="; ".join(one.vi for one in sentences), en="; ".join(one.en for one in sentences)
    )
