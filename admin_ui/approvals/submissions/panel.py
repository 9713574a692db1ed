"""The panel of a submission, which its own page and the page of its record both show.

page(request, ..., approval=await panel.of_subject(request, subject))
{% import "approvals/submissions/_panel.html" as approvals with context %}{{ approvals.panel(approval) }}
"""

from typing import Any, NamedTuple

from admin_ui.approvals import records
from admin_ui.approvals.records import Place
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import Language, say
from backend.approvals.outside import service as outside
from backend.approvals.reading import service as reading
from backend.approvals.reading.service import Happened, Panel
from backend.approvals.submissions import service as submissions
from backend.core.database import at_once
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import StepKind, SubmissionAct, SubmittedKind

BUTTONS = (*reading.OPERATIONS,)


async def context(
    request: AnyRequest, panel: Panel, places: list[Place] | None = None, *, to_name: bool = False
) -> dict[str, Any]:
    """Return what the panel's template needs besides the words.

    `places` are those of the subject, if the caller knows them. Else they are looked up where a remark names
    one, or `to_name` one in a form.
    """
    actor, language = actor_of(request), language_of(request)
    subject = panel.found.facts.subject
    signs = panel.mine is not None and panel.mine.kind is StepKind.SIGN
    async with at_once() as ask:
        listed = None
        if places is None and (to_name or _names_places(panel)):
            listed = ask(records.places(subject, actor, language))
        attachments = ask(records.attachments(subject, actor, language))
        files = ask(outside.kept(panel.found, actor))
    places = listed.result() if listed else places
    sign = records.signing(subject) if signs else None
    buttons = [one for one in BUTTONS if one in panel.permitted]
    if panel.mine is not None and panel.mine.current and "take_over" in buttons:
        buttons.remove("take_over")  # who answers the step need not take it over first
    return {
        "panel": panel,
        "facts": panel.found.facts,
        "texts": reading,
        "agrees": f"submission.do_agree{_of_file(subject.kind)}",
        "letter_of": outside.letter_of,
        "record": records.address(subject),
        "places": {one.at: one for one in places or []},
        "attachments": attachments.result(),
        "files": files.result(),
        "sign": sign,
        "buttons": buttons,
        "most": _beside(len(buttons), signs=sign is not None),
        "quiet": False,  # True on a page whose own buttons come first
        "story": [told(one, language, subject.kind) for one in reversed(panel.timeline)],
    }


def _beside(buttons: int, *, signs: bool) -> int:
    """Return how many answers stand as buttons: with signing two or three in all, the others behind "…"."""
    most = 2 if signs else 3
    return buttons if buttons <= most else most - 1


def _names_places(panel: Panel) -> bool:
    return any(at for remark in panel.remarks for at, _ in remark.comments)


async def of_subject(
    request: AnyRequest, subject: Submitted, places: list[Place] | None = None
) -> dict[str, Any] | None:
    """Return context() of the newest submission of a subject; None if there is none in sight."""
    found = await reading.of_subject(await submissions.of_subject(subject), actor_of(request))
    return await context(request, found, places) if found else None


class Remark(NamedTuple):
    """What somebody wrote about one place."""

    by: str
    text: str


def open_remarks(approval: dict[str, Any] | None) -> dict[str, list[Remark]]:
    """Return the remarks that wait for the submitter's answer, by place, for the record's own page."""
    found: dict[str, list[Remark]] = {}
    for remark in approval["panel"].remarks if approval else []:
        for at, text in remark.comments if remark.open else []:
            found.setdefault(at, []).append(Remark(remark.name, text))
    return found


def _of_file(kind: SubmittedKind | None) -> str:
    """Return the end of the words of agreeing: to how a file is handled, or to what is submitted."""
    return "_file" if kind is SubmittedKind.FILE else ""


def told(
    one: Happened, language: Language, kind: SubmittedKind | None = None
) -> tuple[Happened, str]:
    """Return an act with its sentence. `kind`: of what was submitted."""
    key = one.type.removeprefix("submission.")
    if one.type is SubmissionAct.OPINION_GIVEN and one.favour is False:
        key = "opinion_against"
    if one.type is SubmissionAct.AGREED:
        key += _of_file(kind)
    if one.by_limit:
        key += "_limit"
    step = getattr(reading.KINDS[one.step.kind], language) if one.step else ""
    to = ", ".join(getattr(office, language) for office in one.to)
    said = say(language, f"submission.told_{key}", name=one.name, step=step.lower(), to=to)
    return one, said
