"""Goods that were taken at an inspection, in its case: held by the head's decision within a day.

Law on Handling Administrative Violations (15/2012) Art 125.4: an officer who seizes on site reports it, and
the head decides within 24 hours.
"""

from datetime import timedelta

from backend.casework.cases import service as cases
from backend.casework.drafting import taking_in
from backend.ledger import service as ledger
from deploy.demo import site_papers
from deploy.demo.living import goods
from deploy.demo.living.course import Course
from schemas.fieldwork.inspections import InspectionView

_DECIDED = timedelta(hours=5)
"""After the visit began."""
_PAGES = 2
"""Of seizure minutes with one kind of goods, as they are laid out."""


async def hold(case: Course, view: InspectionView) -> None:
    """Take the seizure minutes into the case, and have the head hold the goods on the same day."""
    team = case.team
    [paper] = [one for one in view.documents if one.form == site_papers.SEIZURE]
    outcome, left = await taking_in.take_in(
        await cases.view(case.id, team.writer), paper, view.id, _PAGES, {}, team.writer
    )
    ledger.unwrap(outcome)
    if left is not None:
        raise TypeError(f"the goods of a story are not recorded: {left}")
    if case.comes(case.story.visited + _DECIDED):
        keeper = paper.fields["keeper"]
        typed: dict[str, object] = {
            "purpose": "prevent",
            "reason": goods.SEIZED_TO_STOP,
            "keeper": {name: keeper[name] for name in ("name", "title")},
        }
        await case.paper("MQĐ20", team.head, typed, drafter=team.writer)
