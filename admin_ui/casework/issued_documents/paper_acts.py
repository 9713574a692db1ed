"""Acts on a paper as a whole: reopening, discarding, signing, delivering."""

from functools import partial
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.acts import story as case_story
from admin_ui.casework.issued_documents import paper_page
from admin_ui.casework.issued_documents.effect_form import effect_form
from admin_ui.casework.issued_documents.in_short import in_short
from admin_ui.casework.issued_documents.page import address
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, as_typed, read_form
from admin_ui.shell.headers import framed
from admin_ui.shell.problems import told
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.casework.issued_documents import service as issued_documents
from backend.core.database import at_once, transaction
from backend.core.errors import DomainError, NotAllowed
from backend.documents import service as documents
from backend.force.accounts import service as accounts
from backend.force.registers import service as registers
from backend.ledger.service import Refused
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, DeliveryMode
from schemas.core.base import Wire


async def _act(
    request: AnyRequest, document_id: UUID, kind: CaseAct, content: Wire, done: str
) -> Response[Any]:
    actor = actor_of(request)
    async with transaction():
        case_id, _, _ = await cases.paper(document_id, actor)
        outcome = await cases.act(case_id, kind, content, actor)
    if isinstance(outcome, Refused):
        return paper_page.refused(request, outcome, address(document_id))
    return Redirect(f"{address(document_id)}?done={done}", status_code=303)


async def _again(
    request: AnyRequest, document_id: UUID, errors: dict[str, str], form: Form
) -> Response[str]:
    seen, asked = await paper_page.look_with_its_submission(request, document_id)
    return page(
        request,
        "casework/issued_documents/paper.html",
        status=422,
        **seen.context(),
        done="",
        errors=errors,
        form=form,
        hand=asked.hand,
        approval=asked.approval,
        together=asked.together,
    )


def _reason(request: AnyRequest, text: str) -> dict[str, str]:
    if 3 <= len(text) <= 2000:
        return {}
    return {"reason": say(language_of(request), "paper.reason_needed")}


@post("/desk/documents/{document_id:uuid}/reopen", include_in_schema=False)
async def reopen(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Turn a finalised paper back into a draft, with the reason. Raises NotFound."""
    form = await read_form(request)
    reason = form.text("reason")
    if errors := _reason(request, reason):
        return await _again(request, document_id, errors, form)
    content = case_side_acts.DocumentReopened(document_id=document_id, reason=reason)
    return await _act(request, document_id, CaseAct.DOCUMENT_REOPENED, content, "reopened")


@post("/desk/documents/{document_id:uuid}/discard", include_in_schema=False)
async def discard(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Discard a paper before it is in force, with the reason. Raises NotFound."""
    form = await read_form(request)
    reason = form.text("reason")
    if errors := _reason(request, reason):
        return await _again(request, document_id, {"why": errors["reason"]}, form)
    _, _, paper = await cases.paper(document_id, actor_of(request))
    content = cases.paper_steps.discarded(paper, reason)
    return await _act(request, document_id, CaseAct.DOCUMENT_DISCARDED, content, "discarded")


@post("/desk/documents/{document_id:uuid}/deliver", include_in_schema=False)
async def deliver(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Record that a signed paper was handed over: to whom, how, when. Raises NotFound."""
    form = await read_form(request)
    reader = Reader(form, partial(say, language_of(request)))
    told_as = reader.translate
    mode = reader.member("mode", told_as("paper.delivery_mode"), DeliveryMode)
    on = reader.day("delivered_on", told_as("paper.delivered_on"))
    receiver = reader.text("receiver", told_as("paper.receiver"), most=500, required=True)
    proof = reader.text("proof", told_as("paper.proof"), most=500)
    if reader.errors or mode is None or on is None:
        return await _again(request, document_id, reader.errors, form)
    content = case_side_acts.DocumentDelivered(
        document_id=document_id, mode=mode, delivered_on=on, receiver=receiver, proof=proof
    )
    return await _act(request, document_id, CaseAct.DOCUMENT_DELIVERED, content, "delivered")


@get("/desk/documents/{document_id:uuid}/sign", include_in_schema=False)
async def ask_sign(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Ask before signing. The page names form, party, hash and the number that will be taken.
    Raises NotFound.
    """
    return await _sign_page(request, document_id)


async def _sign_page(
    request: AnyRequest,
    document_id: UUID,
    *,
    status: int = 200,
    wrong: str = "",
    alone: str = "",
    twice: str = "",
    gain_kept: str = "",
    despite: str = "",
    typed_form: Form | None = None,
    errors: dict[str, str] | None = None,
    unheard: str = "",
) -> Response[str]:
    seen = await paper_page.look(request, document_id, "sign")
    if not seen.may_sign:
        raise NotAllowed
    ready, language = seen.permitted.ready, language_of(request)
    actor, ahead = actor_of(request), drafting.Ahead([])
    async with transaction():
        if ready:
            ahead = await drafting.ahead(document_id, actor)
        async with at_once() as ask:
            alone_drafted = ask(drafting.drafted_alone(document_id, actor)) if ready else None
            unheard_steps = ask(drafting.unheard_steps(document_id, actor)) if ready else None
            gain = ask(paper_page.gain_kept(seen)) if ready else None
            elsewhere = ask(paper_page.decided_elsewhere(seen)) if ready else None
            restored = ask(drafting.restored_since()) if ready else None
            ranges = ask(registers.has_open_ranges(actor.unit.unit_id)) if ready else None
            approval = ask(paper_page.approval(seen, signing=True))
            kept = ask(issued_documents.waits_with(seen.paper))
            prepared = ask(drafting.outside.waiting(document_id, actor))
    against = ahead.against if not wrong else None
    asked = await effect_form(request, seen.case, seen.paper.form, seen.paper.fields)
    teller = case_story.teller(seen.case, language)
    answer = page(
        request,
        "casework/issued_documents/sign.html",
        status=status,
        **seen.context(),
        ready=ready,
        wrong=wrong,
        against=getattr(against, language) if against else "",
        effects=[
            teller.tell(kind, msgspec.to_builtins(act)).sentence
            for kind, act in (ahead.acts if not wrong else [])
        ],
        in_short=in_short(seen.schema, seen.paper.fields, language),
        effect=asked,
        choices=asked.choices,
        form=typed_form or Form({}),
        errors=errors or {},
        symbol=documents.symbol(seen.schema, seen.paper.fields),
        asks=drafting.sanction_views.asks(seen.paper.form),
        self_drafted=alone_drafted is not None and alone_drafted.result(),
        alone=alone,
        warned=ahead.warned,
        despite=despite,
        silent=unheard_steps.result() if unheard_steps else None,
        unheard=unheard,
        approval=approval.result(),
        twice=twice,
        gain_kept=gain_kept,
        gain=gain.result() if gain else 0,
        elsewhere=elsewhere.result() if elsewhere else [],
        kept=kept.result(),
        restored=restored is not None and restored.result(),
        aside=ranges is not None and ranges.result(),
        prepared=prepared.result(),
    )
    answer.headers.update(framed())
    return answer


async def _done(request: AnyRequest, document_id: UUID, form: Form) -> Response[Any] | None:
    """Redirect to the paper if this officer has issued it with this very form already.

    A second press of the button then shows the result of the first. None if it was not issued so.
    """
    paper = (await paper_page.look(request, document_id)).paper
    officer_id = actor_of(request).officer_id
    if not cases.paper_steps.issued_so(paper, officer_id, form.text("fields_hash")):
        return None
    done = "printed" if paper.hand else "signed"
    return Redirect(f"{address(document_id)}?done={done}", status_code=303)


@post("/desk/documents/{document_id:uuid}/sign", include_in_schema=False)
async def sign(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Number, lay out, sign and store the content that the form names by its hash.

    Raises NotFound, NotAllowed.
    """
    form, language = await read_form(request), language_of(request)
    by_hand, outside = form.text("by_hand") == "yes", form.text("outside") == "prepare"
    alone = form.text("alone")[:2000]
    despite = form.text("despite")[:2000]
    kept: dict[str, Any] = {"alone": alone, "despite": despite}
    kept |= {name: form.text(name)[:2000] for name in ("twice", "gain_kept", "unheard")}
    kept |= {"typed_form": form}
    seen = await paper_page.look(request, document_id, "sign")
    asked = await effect_form(request, seen.case, seen.paper.form, seen.paper.fields)
    answers, errors = asked.read(form, language)
    if errors:
        return await _sign_page(request, document_id, status=422, errors=errors, **kept)
    passphrase = None if by_hand or outside else await as_typed(request, "passphrase")
    if passphrase == "":
        said = say(language, "paper.passphrase_needed")
        return await _sign_page(request, document_id, status=422, wrong=said, **kept)
    if passphrase is None:
        # The passphrase of the officer's key is a second factor; a mere button is not.
        confirming.require(request)
    try:
        choices = drafting.Choices(
            publish=form.ticked("publish"),
            by_device=form.ticked("by_device"),
            twice=typed.reason(form.text("twice")),
            gain_kept=typed.reason(form.text("gain_kept")),
            despite=typed.reason(despite),
            answers=answers,
            unheard=typed.reason(kept["unheard"]),
        )
        actor, fields_hash = actor_of(request), form.text("fields_hash")
        reasons = {"alone": alone, "despite": despite}
        if outside:
            await drafting.outside.prepare(document_id, fields_hash, actor, choices, **reasons)
            return Redirect(f"{address(document_id)}/outside", status_code=303)
        outcome = await drafting.sign(
            document_id, fields_hash, passphrase, actor, choices, **reasons
        )
    except NotAllowed:
        raise
    except DomainError as error:
        if error.status not in (403, 409, 422, 429, 503):
            raise
        if error.status == 409 and (answer := await _done(request, document_id, form)):
            return answer
        said = told(request, error)
        return await _sign_page(request, document_id, status=error.status, wrong=said, **kept)
    if passphrase is not None:
        await accounts.confirmed_by_key(actor_of(request))
    if isinstance(outcome, Refused):
        if answer := await _done(request, document_id, form):
            return answer
        said = getattr(outcome.text, language)
        return await _sign_page(request, document_id, status=409, wrong=said, **kept)
    done = "printed" if by_hand else "signed"
    return Redirect(f"{address(document_id)}?done={done}", status_code=303)


HANDLERS = [reopen, discard, deliver, ask_sign, sign]
