"""How the workspace shows a plan: contents (Circular 27/2020 Art 5.2), items, clocks, and what was done since."""

from admin_ui.approvals.review import content
from admin_ui.approvals.review.content import Content, Fact
from admin_ui.planning.plans import submitted
from admin_ui.shell.clock_words import clock_end
from admin_ui.shell.formats import short_date
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import say
from backend.approvals.reading.service import Submission
from backend.approvals.reviewing.service import LookedAt
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.planning.plans import reading, stories
from schemas.core.vocabulary import RecordKind

_RISKS = {"late": "bad", "near": "warn"}


async def of_plan(
    request: AnyRequest, facts: Submission, before: LookedAt | None
) -> Content | None:
    """Return a plan as the workspace shows it; None if it is out of this reader's sight."""
    subject, actor, language = facts.subject, actor_of(request), language_of(request)
    try:
        view = await reading.view(subject.record_id, actor)
    except NotFound:
        return None
    row = view.row
    async with at_once() as ask:
        places = ask(submitted.places(subject, actor, language))
        lying = ask(reading.overlaps(row.id, actor)) if view.whole else None
        story = ask(stories.history(row.id, actor)) if before and view.whole else None
    overlaps, told = lying.result() if lying else [], story.result() if story else []
    open_ones = sum(one.resolved is None for one in overlaps)
    days = f"{short_date(row.first_day, language)} – {short_date(row.last_day, language)}"
    return content.by_fields(
        places.result(),
        context={"plan": row, "overlaps": overlaps[:5], "overlaps_open": open_ones},
        side="planning/plans/_reviewed.html",
        facts=[
            Fact(say(language, "plans.part_items"), str(row.items)),
            Fact(say(language, "plans.reviewed_days"), days),
            Fact(say(language, "plans.part_overlaps"), str(open_ones), "warn" if open_ones else ""),
            *(
                Fact(
                    getattr(one.label, language), clock_end(one.due_at, language), _RISKS[one.state]
                )
                for one in view.clocks
                if one.state in _RISKS
            ),
        ],
        news=[
            f"{say(language, f'planacts.do_{one.act}')}: {one.by_name}. {getattr(one.detail, language)}"
            for one in told
            if before and one.at > before.looked_at
        ],
    )


def register() -> None:
    """Register how plans are reviewed; done by the router."""
    content.register(RecordKind.PLAN, of_plan)
