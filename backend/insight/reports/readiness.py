"""What keeps a report from being sent or submitted."""

from collections.abc import Sequence

from backend.insight.reports import defined, paper_words
from backend.insight.rules.reports import cells, complete
from backend.insight.rules.reports.facts import Report
from backend.insight.texts.reports import lack
from schemas.core.problems import Text


async def missing(report: Report) -> list[Text]:
    """Return what a report lacks; empty if it can be sent."""
    definition = await defined.of(report)
    titles = {one.id: one.title for one in cells.texts_of(definition).values()}
    found = [
        lack(code, title=titles[part]) if part else lack(code)
        for code, part in complete.lacks(report.content, definition)
    ]
    return [*found, lack("paper")] if await paper_words.stale_final(report) else found


def joined(sentences: Sequence[Text]) -> Text:
    """Return sentences as one."""
    return Text(
        vi="; ".join(one.vi for one in sentences), en="; ".join(one.en for one in sentences)
    )
