"""Papers signed in a list: those that wait for this officer, and one command for each (practice B4).

    for one in await waiting(giang):           # opened or not, and why one is signed on its own page
        await sign_one(one.id, one.fields_hash, passphrase, giang)

Every paper must have been opened by its signer as it is now; the system keeps that. Signing itself is
signing.sign(), as on the page of one paper. What is ticked there is ticked in the row; whatever needs a
reason or an answer is signed there.
"""

from typing import Literal
from uuid import UUID

import msgspec

from backend.casework.cases import service as cases
from backend.casework.derived import effects
from backend.casework.drafting import entering, sanction_views, signing
from backend.casework.drafting.entering import NO_CHOICES, Choices
from backend.casework.drafting.signers import allows
from backend.casework.queries import to_sign as queries
from backend.casework.queries.to_sign import ReadyPaper
from backend.casework.rules import by_hand as hands
from backend.casework.rules.facts import Facts
from backend.core import clock, database
from backend.core.actors import Actor
from backend.core.errors import DomainError, NotAllowed, NotFound
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.signing.errors import PassphraseTries, PassphraseWrong
from backend.ledger import service as ledger
from schemas.casework.views import PaperView
from schemas.casework.words import DocumentState
from schemas.core.problems import Text
from schemas.core.vocabulary import Role

MOST = 20
"""Papers that one confirmation covers (practice B4)."""
SHOWN = 100
"""Papers on the page, the most urgent first. What was signed makes room for the next."""
_AT_ONCE = 20
"""Papers whose cases are read together: a statement has at most 1664 columns, and a case's row some fifty."""
Singly = Literal["choice", "alone"]
Outcome = Literal["signed", "already", "unopened", "choice", "alone", "refused", "gone"]
_SOME_PAPER = Text(vi="Văn bản đã chọn", en="A paper that you chose")


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list."""

    paper: ReadyPaper
    title: Text
    singly: Singly | None
    """Why it is signed on its own page: something is answered there, or a reason is given."""
    asks: sanction_views.Asks
    """What may be ticked in its row."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one paper."""

    id: UUID
    title: Text
    number: str | None
    outcome: Outcome
    why: Text | None = None


async def opened(paper: PaperView, actor: Actor) -> None:
    """Keep that the actor opened a paper that waits for a signature, with the content that it has now."""
    if paper.state == DocumentState.CONTENT_READY:
        await queries.insert_reading(paper.id, actor.officer_id, paper.fields_hash, clock.now())


def require(actor: Actor) -> None:
    """Raise NotAllowed for those who sign no papers of cases, whatever their unit."""
    if not actor.has(Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR):
        raise NotAllowed


async def waiting(actor: Actor) -> list[Waiting]:
    """List the papers that wait for this officer's signature, the most urgent first.

    His office may sign them as far as role and form tell; the one door judges again. Raises NotAllowed.
    """
    require(actor)
    listed = await queries.ready(actor, SHOWN)
    found: list[Waiting | None] = []
    for at in range(0, len(listed), _AT_ONCE):
        async with database.at_once() as ask:
            asked = [ask(_waiting(one, actor)) for one in listed[at : at + _AT_ONCE]]
        found += [one.result() for one in asked]
    return [one for one in found if one is not None]


async def _waiting(one: ReadyPaper, actor: Actor) -> Waiting | None:
    """Return a paper as a line of the list; None if it is not for this officer."""
    form = forms.load(one.form, one.form_version)
    if (
        form.get("x-issuer") == "officer"
        and one.signer is None
        and one.drafted_by != actor.officer_id
    ):
        return None
    _, _, paper = await cases.paper(one.id, actor)
    row, facts = await cases.facts_of(one.case_id, actor)
    if not allows(row, facts, paper, actor):
        return None
    singly = await _singly(facts, paper, actor)
    title = documents.get_form(one.form, one.form_version)["x-title"]
    asks = sanction_views.asks(one.form)
    return Waiting(paper=one, title=Text(**title), singly=singly, asks=asks)


async def _singly(facts: Facts, paper: PaperView, actor: Actor) -> Singly | None:
    if effects.unsaid(paper.form, paper.fields, NO_CHOICES.answers):
        return "choice"
    if await entering.unknown_in(facts, paper, NO_CHOICES):
        return "choice"
    return "alone" if hands.drafted_alone(facts.papers[paper.id], actor.officer_id) else None


async def sign_one(
    document_id: UUID,
    fields_hash: str,
    passphrase: str,
    actor: Actor,
    choices: Choices = NO_CHOICES,
) -> Result:
    """Sign one paper of a list, or say why not; the paper then stays as it is.

    `choices` is what was ticked in its row. Sent twice, it says that the paper is signed already. One that is
    not there, or left the actor's scope since the list was opened, is "gone": others of the list were signed.
    Call it outside of any transaction. Raises NotAllowed; PassphraseWrong and PassphraseTries, after which no
    other paper should be tried.
    """
    require(actor)
    try:
        case_id, _, paper = await cases.paper(document_id, actor)
    except NotFound as error:
        return Result(
            id=document_id, title=_SOME_PAPER, number=None, outcome="gone", why=error.text
        )

    def result(outcome: Outcome, why: Text | None = None, number: str | None = None) -> Result:
        return Result(id=document_id, title=paper.title, number=number, outcome=outcome, why=why)

    if cases.paper_steps.issued_so(paper, actor.officer_id, fields_hash):
        return result("already", number=paper.number)
    if not await queries.opened(document_id, actor.officer_id, fields_hash):
        return result("unopened")
    _, facts = await cases.facts_of(case_id, actor)
    if singly := await _singly(facts, paper, actor):
        return result(singly)
    try:
        done = await signing.sign(document_id, fields_hash, passphrase, actor, choices)
    except (PassphraseWrong, PassphraseTries):
        raise
    except DomainError as error:
        return result("refused", error.text)
    if isinstance(done, ledger.Refused):
        return result("refused", done.text)
    _, _, signed = await cases.paper(document_id, actor)
    return result("signed", number=signed.number)
