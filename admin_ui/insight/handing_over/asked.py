"""What a form of handing over says: who takes each record, why, by which decision, and whether the account ends."""

from functools import partial
from typing import Literal, NamedTuple, cast
from uuid import UUID

from admin_ui.approvals import naming
from admin_ui.shell.choosing.sources import administered_units
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import possible_acts
from backend.insight.handing_over import service as handing_over
from backend.insight.handing_over.service import Order, Then, Work

ASKERS = ("officer", "head")
_HOW = ("stay", "leave", "move")
_MOST_REASON = 1500
"""Characters of a reason: acts of records say whose work it was, and the decision, before it."""


class Asked(NamedTuple):
    """What was chosen; without errors it can be carried out."""

    choices: dict[str, UUID]
    order: Order
    then: Then
    unit: str
    errors: dict[str, str]


async def read(request: AnyRequest, work: Work, form: Form) -> Asked:
    """Read the form. Each line goes to its own receiver, else to that of its group."""
    language, actor = language_of(request), actor_of(request)
    reader = Reader(form, partial(say, language))
    known: dict[str, UUID | None] = {}

    async def receiver(at: str) -> UUID | None:
        text = form.text(at).strip()
        if not text:
            return None
        if text not in known:
            found = await naming.officer(request, text)
            known[text] = found.officer_id
            if found.error:
                reader.tell(at, found.error)
        elif known[text] is None:
            reader.tell(at, say(language, "approving.officer_unknown", name=text))
        return known[text]

    choices: dict[str, UUID] = {}
    groups = {kind: await receiver(f"to_{kind}") for kind in {one.kind for one in work.lines}}
    for line in work.lines:
        chosen = await receiver(f"line_{line.key}") or groups[line.kind]
        if chosen is not None:
            choices[line.key] = chosen
        elif f"to_{line.kind}" not in reader.errors:
            group = say(language, f"handover.kind_{line.kind}")
            reader.tell(f"to_{line.kind}", say(language, "handover.to_needed", group=group))
    reason = reader.text(
        "reason", say(language, "handover.why"), least=3, most=_MOST_REASON, required=True
    )
    number = reader.text("number", say(language, "handover.number"), most=60, required=False)
    day = reader.day("decided_on", say(language, "handover.decided_on"), required=False)
    then, unit = Then(), ""
    if possible_acts.administers(actor):
        then, unit = await _then(reader, form, request, language)
    asked_by = form.text("asked_by") if form.text("asked_by") in ASKERS else None
    if asked_by is None and handing_over.must_be_asked(actor) and form.text("then") in ("", "stay"):
        reader.tell("asked_by", say(language, "handover.asked_by_needed"))
    return Asked(
        choices,
        Order(
            reason=reason or "",
            number=number or None,
            decided_on=day,
            asked_by=cast('Literal["officer", "head"] | None', asked_by),
        ),
        then,
        unit,
        reader.errors,
    )


async def _then(
    reader: Reader, form: Form, request: AnyRequest, language: Language
) -> tuple[Then, str]:
    how = form.text("then") if form.text("then") in _HOW else "stay"
    if how != "move":
        return Then(how=cast('Literal["stay", "leave", "move"]', how)), ""
    options = await administered_units(actor_of(request), language)
    chosen = reader.picked("unit_id", say(language, "handover.unit"), options, required=False)
    if chosen is None:
        if "unit_id" not in reader.errors:
            reader.tell("unit_id", say(language, "handover.unit_needed"))
        return Then(), ""
    named = next(label for value, label in options if value == chosen)
    return Then(how="move", unit_id=UUID(chosen)), named.strip("– ")


def then_said(asked: Asked, language: Language) -> str:
    """Return the sentence about the account, empty if it stays as it is."""
    if asked.then.how == "stay":
        return ""
    return say(language, f"handover.sure_{asked.then.how}", unit=asked.unit)
