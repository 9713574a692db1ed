"""How the workspace shows a paper of an information: what it says, of which information, and what was rewritten since.

Nothing here tells who informed: the paper names nobody who did, and of the information only its matter is told, and
that to officers who see the information. Who answers a step without seeing the information sees the paper alone.
"""

from typing import Any

from admin_ui.approvals.review import content
from admin_ui.approvals.review.content import Changed, Content, Elsewhere, Fact
from admin_ui.documents.lines import between
from admin_ui.documents.record_papers.paths import address
from admin_ui.intake.acts import story
from admin_ui.intake.informations import submitted
from admin_ui.shell.clock_words import clock_end
from admin_ui.shell.formats import short_date
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of
from admin_ui.shell.words import Language, say
from backend.approvals.reading.service import Submission
from backend.approvals.reviewing.service import LookedAt
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.documents.record_papers import service as papers
from backend.documents.record_papers.service import Drafts
from backend.intake.informations import service as informations
from schemas.core.vocabulary import RecordKind
from schemas.intake.views import InformationView

_CLOCKS = {"missed": "bad", "last_day": "warn", "half": "", "running": ""}
"""Colours of the time limits that run."""


async def of_paper(
    request: AnyRequest, facts: Submission, before: LookedAt | None
) -> Content | None:
    """Return the paper as the workspace shows it; None if it is out of this reader's sight."""
    subject, actor, language = facts.subject, actor_of(request), language_of(request)
    if subject.item_id is None:
        return None
    try:
        async with at_once() as ask:
            reading = ask(papers.drafts(subject.item_id, actor))
            whole = ask(_information(request, subject.record_id, actor))
    except NotFound:
        return None
    paper, view = reading.result(), whole.result()
    return content.by_fields(
        submitted.places_of(paper.form, paper.version, paper.fields, language),
        context={"information": view},
        side="intake/informations/_reviewed.html" if view else "",
        facts=[*_of_paper(paper.fields, language), *(_of_matter(view, language) if view else [])],
        changed=_changed(paper, before, language),
        news=_news(view, before, language) if view and before else [],
        elsewhere=[
            Elsewhere(
                say(language, "paper.open_preview"), f"{address(subject.item_id)}/preview.pdf"
            )
        ],
    )


async def _information(
    request: AnyRequest, information_id: Any, actor: Actor
) -> InformationView | None:
    """Return the information if the reader may see it; the reading is recorded."""
    try:
        return await informations.read(information_id, actor, address_of(request))
    except NotFound:
        return None


def _of_paper(fields: dict[str, Any], language: Language) -> list[Fact]:
    """Return whom the paper sends or is addressed to, and its days."""
    found = []
    if officers := [one.get("name", "") for one in fields.get("officers") or []]:
        found.append(Fact(say(language, "infopage.verifiers"), ", ".join(officers)))
    if to := fields.get("to"):
        found.append(Fact(say(language, "reviewed.addressee"), str(to)))
    first, last = fields.get("valid_from"), fields.get("valid_to")
    if first and last:
        days = f"{short_date(first, language)} – {short_date(last, language)}"
        found.append(Fact(say(language, "reviewed.days"), days))
    signer = (fields.get("signer") or {}).get("name")
    if signer:
        found.append(Fact(say(language, "reviewed.signer"), str(signer)))
    return found


def _of_matter(view: InformationView, language: Language) -> list[Fact]:
    """Return what the information is about, and its time limits that run."""
    suspects = ", ".join(one.name for one in view.matter.suspects)
    return [
        Fact(say(language, "reviewed.information"), view.number),
        *([Fact(say(language, "infopage.parties"), suspects)] if suspects else []),
        *([Fact(say(language, "infopage.goods"), view.matter.goods)] if view.matter.goods else []),
        *(
            Fact(
                getattr(one.label, language).partition(" (")[0],
                clock_end(one.due_at, language),
                _CLOCKS[one.state],
            )
            for one in view.clocks
            if one.state in _CLOCKS
        ),
    ]


def _changed(paper: Drafts, before: LookedAt | None, language: Language) -> list[Changed]:
    """Compare the last draft with the one that was there when the reader looked last."""
    known = [one for one in paper.drafts if before and one.at <= before.looked_at]
    if not known:
        return []
    last = paper.drafts[-1]
    found = between(last.form, last.version, known[-1].fields, last.fields, language)
    return [Changed(*one) for one in found]


def _news(view: InformationView, before: LookedAt, language: Language) -> list[str]:
    """Return what happened to the information since, but for its papers: what they say is compared."""
    return [
        f"{one.sentence} ({one.who})"
        for one in story.lines(view, language)
        if one.at > before.looked_at and not str(one.kind).startswith("record_paper.")
    ]


def register() -> None:
    """Register how papers of informations are reviewed; done by the router."""
    content.register(RecordKind.INFORMATION, of_paper)
