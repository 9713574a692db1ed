"""Papers begun at the desk: inputs gathered, form filled, draft recorded, paper signed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from backend.casework.cases import competence
from backend.casework.cases import service as cases
from backend.casework.clocks import telling
from backend.casework.derived import authority
from backend.casework.drafting import by_hand as by_hand
from backend.casework.drafting import completing as completing
from backend.casework.drafting import entering, naming, treasury
from backend.casework.drafting import inspected as inspected_now
from backend.casework.drafting import list_signing as list_signing
from backend.casework.drafting import ordering as ordering
from backend.casework.drafting import outside as outside
from backend.casework.drafting import sanction_views as sanction_views
from backend.casework.drafting import taking_in as taking_in
from backend.casework.drafting.again import committed_before as committed_before
from backend.casework.drafting.entering import NO_CHOICES as NO_CHOICES
from backend.casework.drafting.entering import Choices as Choices
from backend.casework.drafting.entering import decided_elsewhere as decided_elsewhere
from backend.casework.drafting.entering import enter_signed as enter_signed
from backend.casework.drafting.entering import unentered as unentered
from backend.casework.drafting.reissuing import reissue as reissue
from backend.casework.drafting.reissuing import restored_since as restored_since
from backend.casework.drafting.signers import drafted_alone as drafted_alone
from backend.casework.drafting.signers import may_sign as may_sign
from backend.casework.drafting.signers import warning as warning
from backend.casework.drafting.signing import sign as sign
from backend.casework.drafting.signing import unheard_steps as unheard_steps
from backend.casework.prefill import fields as fields_words
from backend.casework.prefill import filling
from backend.casework.prefill import prefilling as prefilling
from backend.casework.prefill.context import Context, Officer, PrefillInputs
from backend.casework.queries.reading import SeenCase
from backend.casework.rules import annexes
from backend.casework.rules import signing as signing_rules
from backend.casework.rules.document_guards import CHANGING
from backend.casework.rules.facts import Facts
from backend.casework.rules.signed_effects import AnswerNeeded as AnswerNeeded
from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.core.errors import DomainError, NotFound
from backend.core.local_time import day_of
from backend.documents import forms, public_checks
from backend.documents import service as documents
from backend.documents.layout import drawing
from backend.force.units import service as units
from backend.law import form_facts
from backend.law.catalogue import service as catalogue
from backend.law.sanctions import service as sanctions
from backend.ledger import service as ledger
from backend.ledger.bounds import forms as bounds
from backend.ledger.opened import Opened
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.law.sanctions import Computation

__all__ = [
    "FORMS",
    "Ahead",
    "AnswerNeeded",
    "ahead",
    "begin",
    "by_hand",
    "committed_before",
    "completing",
    "decided_elsewhere",
    "delegated",
    "drafted_alone",
    "enter_signed",
    "faults",
    "filled",
    "list_signing",
    "may_sign",
    "ordering",
    "outside",
    "prefilling",
    "qr",
    "reissue",
    "sanction_views",
    "save",
    "sign",
    "taking_in",
    "unentered",
    "version_of",
    "warning",
]

FORMS = filling.FORMS


def version_of(form: str) -> int:
    """Return the newest version of a form that can be begun here. Raises NotFound."""
    if form not in FORMS:
        raise NotFound(what="form")
    return forms.newest(form)


async def begin(
    case_id: UUID,
    form: str,
    actor: Actor,
    *,
    about: UUID | None = None,
    computation: Computation | None = None,
) -> tuple[UUID, ledger.Outcome]:
    """Record a new, filled draft of a form. Raises NotFound; a refusal is in the outcome."""
    fields = await filled(case_id, form, actor, about=about, computation=computation)
    content = case_side_acts.DocumentDrafted(
        document_id=new_id(),
        form=form,
        form_version=version_of(form),
        fields=fields,
        replaces=about if form in CHANGING else None,
        belongs_to=about if form in annexes.FORMS else None,
    )
    outcome = await cases.act(case_id, CaseAct.DOCUMENT_DRAFTED, content, actor)
    return content.document_id, outcome


async def save(
    case_id: UUID,
    document_id: UUID,
    fields: dict[str, Any],
    actor: Actor,
    *,
    ready: bool,
    note: str = "",
    opened: str | None = None,
) -> ledger.Outcome | None:
    """Save a draft if it differs, and make its content ready if `ready`; None if nothing was to do.

    `note` is the submission note of a paper that is submitted for its signature by this; `opened` the hash of the
    fields with which a form was opened, which is refused if somebody else saved meanwhile.

    A behaviour that has a code is named by the catalogue, see naming.py.
    Raises NotFound. A refusal is in the outcome; if the second act is refused, the first one stays.
    """
    _, _, paper = await cases.paper(document_id, actor)
    fields = await naming.behaviours(case_id, paper.form, fields, actor)
    outcome: ledger.Outcome | None = None
    if fields != paper.fields:
        base = _opened(document_id, fields, opened, actor) if opened is not None else None
        _, outcome = await cases.draft(
            case_id,
            paper.form,
            paper.form_version,
            fields,
            actor,
            document_id=document_id,
            replaces=paper.replaces,
            opened=base,
        )
        if isinstance(outcome, ledger.Refused):
            return outcome
    if ready:
        content = case_side_acts.DocumentFinalised(
            document_id=document_id, fields_hash=sha256_hex(fields), note=note
        )
        outcome = await cases.act(case_id, CaseAct.DOCUMENT_FINALISED, content, actor)
    return outcome


def _opened(document_id: UUID, fields: dict[str, Any], mark: str, actor: Actor) -> Opened:
    async def now() -> str:
        _, _, there = await cases.paper(document_id, actor)
        return there.fields_hash

    return Opened(mark=mark, made=sha256_hex(fields), now=now)


async def delegated(case_id: UUID, form: str, actor: Actor) -> bool:
    """Tell whether a recorded delegation lets this deputy sign such a paper today.

    Raises NotFound.
    """
    row, _ = await cases.facts_of(case_id, actor)
    path = row.path
    own = await competence.signer_on_day(path, actor.officer_id, clock.today())
    cited = await competence.delegation_of(
        row.id, path, form, actor.officer_id, own.title, clock.today()
    )
    return cited is not None


class Ahead(NamedTuple):
    """What follows from a signature: the acts that enter with it, or why it may not be given."""

    acts: list[tuple[CaseAct, Wire]]
    against: Text | None = None
    warned: Text | None = None
    """What a rule that is not certain says against it: the signer may go on with a reason (practice B8)."""


async def ahead(document_id: UUID, actor: Actor) -> Ahead:
    """Return what follows if the actor signs a paper now, what speaks against it, and of what it warns.

    Asked before the signature is. What the signer has still to say is taken as said; an act of which
    the paper does not say everything is not among them. Judged once, and again only where a reason would answer a
    warning. Call it in a transaction: it locks the case. Raises NotFound.
    """
    case_id, _, paper = await cases.paper(document_id, actor)
    against, warned = await cases.before_signing(case_id, document_id, actor)
    if against:
        return Ahead([], against)
    try:
        if warned is None:
            silent = entering.ASKED_APART._replace(despite=None)
            found = await entering.foreseen(case_id, paper, silent, actor)
            if found.refused is None or found.refused.code != "case_legal_warning":
                return Ahead(found.acts, found.refused.text if found.refused else None)
            warned = found.refused.text
        found = await entering.foreseen(case_id, paper, entering.ASKED_APART, actor)
    except DomainError as error:
        return Ahead([], error.text)
    return Ahead(found.acts, found.refused.text if found.refused else None, warned)


async def qr(document_id: UUID, actor: Actor) -> str:
    """Return the address for checking a signed paper, as a QR code in SVG. Raises NotFound."""
    _, _, paper = await cases.paper(document_id, actor)
    if paper.code is None:
        raise NotFound(what="document")
    return drawing.qr(public_checks.qr_url(paper.code))


_NO_GROUND = ("/ground", Text(vi="Cần điền mục này.", en="This field must be filled in."))


def faults(
    form: str, version: int, fields: dict[str, Any], *, decides: bool = False
) -> list[forms.Finding]:
    """List what is still wrong with a paper's fields, by JSON Pointer, in both languages.

    `decides`: the paper is about the decision on the violation. A paper that annuls that decision
    whole must say its ground (MQĐ40, backend/casework/rules/document_guards.py).
    """
    found = forms.validate(form, version, fields) + bounds.findings(fields, clock.now())
    whole = form == "MQĐ40" and version > 1 and fields.get("scope") != "part"
    return [*found, _NO_GROUND] if decides and whole and not fields.get("ground") else found


async def filled(
    case_id: UUID,
    form: str,
    actor: Actor,
    *,
    about: UUID | None = None,
    computation: Computation | None = None,
) -> dict[str, Any]:
    """Return the fields of a new paper, as far as the case knows them. Raises NotFound."""
    schema = documents.get_form(form, version_of(form))
    row, facts = await cases.facts_of(case_id, actor)
    if about is not None and about not in facts.papers:
        raise NotFound(what="document")
    inputs = await _inputs(row, facts, schema, actor, about, computation)
    return filling.fill(schema, Context(form, facts, inputs))


async def _inputs(
    row: SeenCase,
    facts: Facts,
    schema: dict[str, Any],
    actor: Actor,
    about: UUID | None,
    computation: Computation | None,
) -> PrefillInputs:
    now = clock.now()
    path, today = row.path, local_time.day_of(now)
    standing = await competence.signer_on_day(path, actor.officer_id, today)
    own_unit = (await units.name_of(actor.unit.unit_id)).vi
    unit = row.unit_name_vi
    inspected = await inspected_now.of(facts, actor, unit)
    team = inspected.team if inspected else ()
    number = next((one.number for one in team if one.id == actor.officer_id), standing.number)
    writer = Officer(
        actor.full_name, standing.title or None, own_unit, number=number, id=actor.officer_id
    )
    of_unit = schema.get("x-issuer") == "unit"
    form = str(schema.get("x-form"))
    able = authority.may_sign(
        path, form, "unit", actor, **authority.standing(facts, form, about, actor)
    )
    if form in form_facts.on_spot() and computation is not None and not actor.has(Role.SUPERVISOR):
        own = signing_rules.Signer(writer.name, writer.title or "", writer.number)
        able = able and signing_rules.incompetent(form, own, computation, today) is None
    signer = await _signer(row, form, of_unit, writer, actor, able)
    paper = facts.papers[about] if about else None
    clocks = telling.clocks_of(facts, now)
    return PrefillInputs(
        agency=signer.unit if of_unit and signer else unit,
        unit=unit,
        now=now,
        today=today,
        writer=writer,
        signer=signer,
        inspection=inspected,
        computation=computation,
        circumstances={
            one.code: one.name.vi for one in sanctions.laws_of(facts.book).circumstances
        },
        fields=_fields_of(facts, computation),
        about=paper,
        about_title=_title(paper.form, paper.form_version) if paper else None,
        treasury=await treasury.of_unit(actor.unit),
        last_days={one.rule: day_of(one.due_at - timedelta(seconds=1)) for one in clocks},
        limits={one.rule: one.limit for one in clocks if one.limit},
        titles={form: _title(form, version) for form, version in forms.known()},
    )


async def _signer(
    row: SeenCase, form: str, of_unit: bool, writer: Officer, actor: Actor, able: bool
) -> Officer | None:
    """Return the officer who is to sign: the writer, if their office allows it.

    Otherwise the head of the case's unit, or of the unit above.
    """
    path = row.path
    if of_unit and able:
        cited = await competence.delegation_of(
            row.id, path, form, actor.officer_id, writer.title or "", clock.today()
        )
        return replace(writer, delegation=cited)
    if not of_unit:
        return writer if actor.has(Role.SUPERVISOR) else None
    head = await competence.head_of(path, clock.today())
    if head is None:
        return None
    return Officer(head.full_name, head.title_vi, head.unit_name, id=head.officer_id)


def _title(form: str, version: int) -> str:
    return str(documents.get_form(form, version)["x-title"]["vi"])


def _fields_of(facts: Facts, computation: Computation | None) -> dict[str, str]:
    found = {
        one.code: fields_words.said(
            one.outside.field if one.outside else catalogue.field_of(one.code, facts.book)
        )
        for one in (facts.recorded.violations if facts.recorded else [])
    }
    acts = computation.acts if computation else []
    return found | {act.code: fields_words.said(act.field) for act in acts}
