"""One information: what to do next, its facts, what is sealed, what it is related to, and its timeline."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.params import FromPath

from admin_ui.casework.acts.index import OPENINGS
from admin_ui.documents.record_papers import panels
from admin_ui.intake.acts import index
from admin_ui.intake.acts import story as stories
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.story import by_day
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.casework.cases import service as cases
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.fieldwork.decision_papers import service as decision_papers
from backend.intake.informations import service as informations
from backend.intake.opening import service as opening
from schemas.casework.words import InformationSource
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.intake.views import InformationView, LinkView, SecretView
from schemas.intake.words import InformationAct, InformationState, Linked, Nature, SecretKind

_REGISTERS = {
    Nature.TIP: ("/desk/informations", "informations.title"),
    Nature.DENUNCIATION: ("/desk/informations/denunciations", "pleas.title_denunciation"),
    Nature.COMPLAINT: ("/desk/informations/complaints", "pleas.title_complaint"),
}
_LINKED = {
    Linked.CASE: "/desk/cases/{}",
    Linked.INSPECTION: "/desk/inspections/{}",
    Linked.INFORMATION: "/desk/informations/{}",
}
_ELSEWHERE = frozenset(
    {
        *(InformationAct.IDENTITY_ASKED, InformationAct.IDENTITY_GRANTED),
        *(InformationAct.IDENTITY_DECLINED, InformationAct.UNLINKED, InformationAct.FOLLOWED),
    }
)
"""Acts that are offered where what they are about stands, not among the buttons."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A sealed part as the page lists it."""

    kind: SecretKind
    called: str
    """The key of its name: its kind, or `original` for a photograph as it came, which is only downloaded."""
    number: int
    place: str
    """The end of the address at which it is opened."""
    sealed_at: datetime
    may_open: bool


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A button: what it does, and where."""

    name: Text
    address: str


@get("/desk/informations/{information_id:uuid}", include_in_schema=False)
async def show_information(request: AnyRequest, information_id: FromPath[UUID]) -> Response[str]:
    """Show one information; the reading is recorded. Raises NotFound."""
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        view = await informations.view(information_id, actor)
        beside = [one for one in (view.merged_into, *view.parts) if one is not None]
        async with at_once() as ask:
            suggesting = ask(informations.suggestions(information_id, actor))
            numbering = ask(informations.numbers_of(beside, actor))
            drafted = ask(panels.shown(request, RecordKind.INFORMATION, information_id))
        await informations.opened(view, actor, address_of(request))
    register, register_name = _REGISTERS[view.nature]
    return page(
        request,
        "intake/informations/information.html",
        view=view,
        register=register,
        register_name=register_name,
        done=_done(request.query_params.get("done", ""), language),
        suggestions=suggesting.result(),
        papers=drafted.result(),
        sealed=_sealed(view),
        **_steps(view, actor),
        **_related(view, language),
        numbers=numbering.result(),
        media_link=view.story[0].content.get("link") if view.story else None,
        days=by_day(stories.lines(view, language), partial(_run, language)),
    )


def _sealed(view: InformationView) -> list[Kept]:
    """Return the account, the informant and each file. Of the first two there may be several versions: one line."""
    made = []
    for kind in (SecretKind.ACCOUNT, SecretKind.INFORMANT, SecretKind.ATTACHMENT):
        of = [one for one in view.secrets if one.kind is kind]
        shown = of if kind is SecretKind.ATTACHMENT else of[-1:]
        made += [
            Kept(
                kind=kind,
                called=called,
                number=number,
                place=f"attachment/{one.id}" if kind is SecretKind.ATTACHMENT else str(kind),
                sealed_at=one.sealed_at,
                may_open=one.may_open,
            )
            for called in (str(kind), "letter", "original")
            for number, one in enumerate((one for one in shown if _called(one) == called), 1)
        ]
    return made


def _called(one: SecretView) -> str:
    """Return what a secret is called: its kind, a letter that names who informed, or a photograph as a citizen's phone
    made it, whose picture for the screen is sealed beside it."""
    if opening.opened_as(one.kind, one.media_type) is one.kind:
        return str(one.kind)
    return "original" if opening.is_original(one.media_type) else "letter"


def _done(kind: str, language: Language) -> str:
    """Return what was just recorded, in words; "already" if it was recorded before."""
    if kind == "already" or kind not in set(InformationAct):
        return kind if kind == "already" else ""
    return str(getattr(index.DESCRIBED[InformationAct(kind)].name, language))


_GONE = frozenset(
    {
        *(InformationState.MERGED, InformationState.SPLIT, InformationState.FORWARDED),
        *(InformationState.REDIRECTED, InformationState.NO_ACTION),
    }
)
"""States in which nothing begins from it here."""


def _beginnings(view: InformationView, actor: Actor) -> list[Step]:
    """Return what may begin from the information: a proposal, once it may ground one, or a case from another body's
    file (Circular 27/2020 Arts 8, 11, 23)."""
    if view.state in _GONE or view.nature is not Nature.TIP:
        return []
    ways: list[tuple[Text, str]] = []
    if view.grounds_directly and decision_papers.may_draft(actor):
        ways.append((_PROPOSAL, "/desk/decisions/propose"))
    if view.source in (InformationSource.REQUEST, InformationSource.TRANSFER):
        kind, _ = OPENINGS["file"]
        if cases.may_open(actor) and cases.may_start(kind, actor):
            ways.append((_FILE, "/desk/cases/new/file"))
    return [Step(name=name, address=f"{at}?information={view.id}") for name, at in ways]


_PROPOSAL = Text(vi="Soạn đề xuất kiểm tra", en="Draft a proposal of an inspection")
_FILE = Text(vi="Lập hồ sơ từ hồ sơ chuyển đến", en="Open a case from the file received")


_NOT_WHILE_VERIFIED = frozenset(
    {
        *(InformationAct.ASSIGNED, InformationAct.FORWARDED, InformationAct.REDIRECTED),
        *(InformationAct.CLOSED, InformationAct.INFORMANT_TOLD),
    }
)
"""While named officers verify it, their result is what it waits for: these may be recorded, but are no next step."""


_RUNNING = frozenset({"running", "half", "last_day", "missed"})
_LEADS: dict[InformationState, tuple[InformationAct, ...]] = {
    InformationState.RECEIVED: (InformationAct.ACCEPTED, InformationAct.ASSIGNED)
}
_LEADS_ON = (
    *(InformationAct.VERIFIED, InformationAct.ACCEPTANCE_TOLD, InformationAct.SUSPENSION_TOLD),
    *(InformationAct.PROPOSED, InformationAct.RESOLVED, InformationAct.RESULT_SENT),
    *(InformationAct.INFORMANT_TOLD, InformationAct.ASSIGNED),
)
"""What takes an information further in a state, the likeliest first: the one step that the page leads to."""
_BY_CLOCK = {InformationAct.REPORTED: "C27-9.1"}
"""Acts that stand beside it while their time limit runs (Circular 27/2020 Art 9.1)."""


def _steps(view: InformationView, actor: Actor) -> dict[str, Any]:
    """Return the buttons: the step that takes the information further, what a limit asks for, and the other acts."""
    shown = [kind for kind in view.possible if kind not in _ELSEWHERE]
    waits = view.state is InformationState.VERIFYING and InformationAct.VERIFIED in shown
    further = [
        kind
        for kind in shown
        if index.DESCRIBED[kind].first and not (waits and kind in _NOT_WHILE_VERIFIED)
    ]
    leads = _LEADS.get(view.state, _LEADS_ON)
    lead = next((kind for kind in leads if kind in further), next(iter(further), None))
    running = {one.rule for one in view.clocks if one.state in _RUNNING}
    beside = [kind for kind, rule in _BY_CLOCK.items() if kind in further and rule in running]
    first = [kind for kind in (lead, *beside) if kind is not None]
    asks = InformationAct.IDENTITY_ASKED in view.possible and any(
        one.kind is SecretKind.INFORMANT for one in view.secrets
    )
    return {
        "steps": [*(_step(view, kind) for kind in dict.fromkeys(first)), *_beginnings(view, actor)],
        "others": [_step(view, kind) for kind in shown if kind not in first],
        "asks_address": f"/desk/informations/{view.id}/identity/ask" if asks else None,
    }


def _step(view: InformationView, kind: InformationAct) -> Step:
    return Step(name=index.DESCRIBED[kind].name, address=index.address(view.id, kind))


def _related(view: InformationView, language: Language) -> dict[str, Any]:
    words = CATALOGUES[language]

    def link_at(one: LinkView) -> str:
        return _LINKED[one.kind].format(one.record_id)

    def state_of(one: LinkView) -> str:
        state = one.state or ""
        if one.kind is Linked.INFORMATION and state in set(InformationState):
            return words[f"informations.state_{state}"]
        group = "cases.state" if one.kind is Linked.CASE else "domain.state"
        return words.get(f"{group}_{state}", state)

    return {
        "link_at": link_at,
        "state_of": state_of,
        "links": InformationAct.LINKED in view.possible,
        "merges": InformationAct.MERGED in view.possible,
        "unlinks": InformationAct.UNLINKED in view.possible,
    }


def _run(language: Language, kind: str, count: int) -> str:
    name = getattr(index.DESCRIBED[InformationAct(kind)].name, language)
    return say(language, "common.story_run", what=name, count=count)


HANDLERS = [show_information]
