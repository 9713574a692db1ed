"""How the workspace shows a file or a draft of minutes: the printed form, photographs, findings, signatures.

What changed since the reader's last look is marked in the minutes as after a return, and told for
what joined the file.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from admin_ui.approvals.review import content
from admin_ui.approvals.review.content import Changed, Content, Elsewhere, Fact
from admin_ui.fieldwork.comments.remarks import targets
from admin_ui.fieldwork.inspections import inspection_page
from admin_ui.fieldwork.minutes.paper import Paper, Remark, Remarkable
from admin_ui.fieldwork.reviewing import decisions
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of
from admin_ui.shell.words import Language, say
from backend.approvals.reading.service import Submission
from backend.approvals.reviewing import service as reviewing
from backend.approvals.reviewing.service import LookedAt
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.fieldwork.inspections import service as inspections
from schemas.approvals.words import SubmittedKind
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.findings import FindingWeight
from schemas.fieldwork.inspections import InspectionView, MinutesView
from schemas.fieldwork.words import ActType

_SHOWN = frozenset({SubmittedKind.FILE, SubmittedKind.MINUTES_DRAFT})


async def of_inspection(
    request: AnyRequest, facts: Submission, before: LookedAt | None
) -> Content | None:
    """Return a file or a draft as the workspace shows it; None for what else an inspection submits, or out of sight."""
    actor, language = actor_of(request), language_of(request)
    if facts.subject.kind is SubmittedKind.INSPECTION_DECISION:
        return await decisions.of_decision(request, facts, before)
    if facts.subject.kind not in _SHOWN:
        return None
    try:
        async with at_once() as ask:
            reading = ask(
                inspections.read(facts.subject.record_id, actor, "review", address_of(request))
            )
            remarks = ask(reviewing.remarks(facts.id, actor))
    except NotFound:
        return None
    view, said = reading.result(), {one.place: one.said for one in remarks.result()}
    draft = _draft(view, facts)
    minutes = _written(view, draft.minutes) if draft else view.minutes
    earlier = _earlier(view, before) if facts.subject.kind is SubmittedKind.MINUTES_DRAFT else None
    groups = targets(view, language)
    places = [one.place for group in groups.values() for one in group]
    context = inspection_page.context(view, language) | {
        "paper": _paper(view, minutes, earlier, groups, said),
        "draft": draft,
        "signatures": _hands(view, minutes),
        "new_photos": _new_photos(view, before),
        "weights": list(FindingWeight),
    }
    return Content(
        template="fieldwork/reviewing/_minutes.html",
        side="fieldwork/reviewing/_evidence.html",
        context=context,
        places=places,
        facts=_facts(view, minutes, language),
        elsewhere=_elsewhere(view, language),
        hinders=_hinders(view, facts, language),
        warnings=_warnings(view, facts, language),
        changed=_changed(earlier, minutes, language),
        news=_news(view, before.looked_at, language) if before else [],
    )


def _draft(view: InspectionView, facts: Submission) -> Any:
    item = facts.subject.item_id
    return next((one for one in view.drafts if one.id == item), None)


def _written(view: InspectionView, minutes: Any) -> MinutesView | None:
    return next((one for one in view.all_minutes if one.id == minutes), None)


def _earlier(view: InspectionView, before: LookedAt | None) -> MinutesView | None:
    """Return the minutes of the draft that the reader saw last; of one that was returned before, if none was seen."""
    if before is not None:
        looked = next((one for one in view.drafts if one.id == before.item_id), None)
        return _written(view, looked.minutes) if looked else None
    returned = [one for one in view.drafts if one.answer and one.answer.comments]
    return _written(view, returned[-1].minutes) if returned else None


def _paper(
    view: InspectionView,
    minutes: MinutesView | None,
    earlier: MinutesView | None,
    groups: dict[str, Any],
    said: dict[str, str],
) -> Paper | None:
    if minutes is None:
        return None
    told = inspections.remarks.still_open(view)
    places = {
        one.place.at: Remarkable(label=one.place.label, said=said.get(one.place.at, ""))
        for group in groups.values()
        for one in group
    }
    return Paper(
        minutes.fields,
        earlier.fields if earlier and earlier.form == minutes.form else None,
        [
            (one.at.field, Remark(text=one.text, by=told.by))
            for one in told.comments
            if one.at.field is not None
        ],
        minutes.paper_number,
        places=places,
    )


def _hands(view: InspectionView, minutes: MinutesView | None) -> list[inspection_page.Hand]:
    under = minutes.id if minutes else None
    return [
        inspection_page.hand(one)
        for one in view.signatures
        if one.in_force and one.minutes == under
    ]


def _new_photos(view: InspectionView, before: LookedAt | None) -> set[Any]:
    if before is None:
        return set()
    return {one.photo_id for one in view.photos if one.received_at > before.looked_at}


def _facts(view: InspectionView, minutes: MinutesView | None, language: Language) -> list[Fact]:
    """Return the summary. Only a risk has a colour."""

    def counted(key: str, said: object, tone: str = "", anchor: str = "") -> Fact:
        return Fact(say(language, f"reviewed.{key}"), str(said), tone, anchor)

    fields = minutes.fields if minutes else {}
    hands = [one for one in view.signatures if one.in_force]
    refused = sum(one.refusal is not None for one in hands)
    photos = inspections.photo_counts.counts(view).in_force
    open_findings = inspection_page.open_findings(view)
    missing = view.missing_count
    return [
        counted("violations", len(fields.get("violations") or []), anchor="violations")
        if minutes is None or minutes.form != "BB-KKT"
        else counted("violations", say(language, "inspection.not_executed"), "warn"),
        counted("goods", _lines(fields.get("goods") or [], language)),
        counted(
            "signatures",
            say(language, "reviewed.signed_refused", count=len(hands), refused=refused)
            if refused
            else len(hands),
            "warn" if refused else "",
            "signatures" if _hands(view, minutes) else "",
        ),
        counted(
            "photos",
            say(language, "reviewed.photos_missing", count=photos, missing=missing)
            if missing
            else photos,
            "warn" if missing else "",
            "photos" if view.photos else "",
        ),
        counted(
            "findings",
            say(language, "reviewed.findings_open", count=open_findings)
            if open_findings
            else say(language, "reviewed.findings_done" if view.findings else "common.none"),
            "warn" if open_findings else "",
            "findings" if view.findings else "",
        ),
        *(
            [counted("papers", len(view.documents) + len(view.filed), anchor="papers")]
            if view.documents or view.filed
            else []
        ),
    ]


def _lines(goods: list[dict[str, Any]], language: Language) -> str:
    """Return how many goods the minutes list. They state quantities; a value is stated in papers of the case alone."""
    return (
        say(language, "reviewed.goods_lines", count=len(goods))
        if goods
        else say(language, "common.none")
    )


def _elsewhere(view: InspectionView, language: Language) -> list[Elsewhere]:
    """Return the rulings on the file that no submission knows: they are the inspection's own acts."""
    if not view.permitted.file or view.file is None:
        return []
    place = f"/desk/inspections/{view.id}/opinion"
    return [
        Elsewhere(say(language, f"opinions.{key}"), f"{place}/{what}?seen={view.file.file}")
        for what, key in (("verify", "verify"), ("take-over", "take_over"))
    ]


def _hinders(view: InspectionView, facts: Submission, language: Language) -> str:
    """Say that a file whose bytes are not all here is not agreed to; the inspection's own act refuses it."""
    file = facts.subject.kind is SubmittedKind.FILE
    return say(language, "opinions.bytes_first") if file and view.missing_count else ""


def _warnings(view: InspectionView, facts: Submission, language: Language) -> list[str]:
    """Return what is said once more before the answer that binds."""
    found = []
    file = facts.subject.kind is SubmittedKind.FILE
    if view.missing_count and not file:
        found.append(say(language, "opinions.bytes_to_come", count=view.missing_count))
    if open_findings := inspection_page.open_findings(view):
        found.append(say(language, "finding.open_at_approval", count=open_findings))
    if file and (beside := sum(one.set_aside is None for one in view.beside)):
        found.append(say(language, "opinions.beside_at_agreement", count=beside))
    return found


def _changed(
    earlier: MinutesView | None, now: MinutesView | None, language: Language
) -> list[Changed]:
    if earlier is None or now is None:
        return []
    return [
        Changed(one.label, one.before, one.after)
        for one in inspection_page.changed_fields(earlier, now, language)
    ]


def _news(view: InspectionView, since: datetime, language: Language) -> list[str]:
    """Return what came since the last look, kind by kind; photographs by their numbers."""
    came = [one for one in view.acts if one.received_at > since]
    kinds: dict[str, int] = {}
    for one in came:
        kinds[one.type] = kinds.get(one.type, 0) + 1
    numbers = sorted(one.number for one in view.photos if one.received_at > since)
    found = []
    if numbers:
        found.append(say(language, "reviewed.new_photos", numbers=_joined(numbers)))
    found += [
        say(language, "reviewed.news", what=say(language, f"domain.act_{kind}"), count=count)
        for kind, count in kinds.items()
        if kind not in (ActType.PHOTO_TAKEN, ActType.PHOTO_CAPTIONED, ActType.PLACE_FIXED)
    ]
    return found


def _joined(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def register() -> None:
    """Register how inspections are reviewed; done by the router."""
    content.register(RecordKind.INSPECTION, of_inspection)
