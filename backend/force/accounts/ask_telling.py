"""Notices about asks, about their answers, and about what one administrator did alone.

They go to the officer, to the officer's heads and to those who may confirm an ask. Acts of a single
administrator are reported too: the officer and the head are the ones who notice that an act is
wrong.
"""

from typing import Any
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.force.accounts import judging_asks
from backend.force.notices import service as notices
from backend.force.queries import asks, people
from backend.force.queries import notices as notice_queries
from backend.force.queries import people_import_rows as import_rows
from backend.force.queries.asks import AskRow
from backend.force.queries.people import Account
from backend.force.rules import asks as ask_rules
from backend.force.rules.actors import actor_of
from backend.force.texts import asks as ask_words
from backend.force.units import service as units
from schemas.core.problems import Text
from schemas.core.vocabulary import Role


async def unit_of(content: Any) -> Text:
    """Return the name of the unit that an act or an ask names; empty if it names none."""
    unit_id = getattr(content, "unit_id", None)
    return await units.name_of(unit_id) if unit_id else Text(vi="", en="")


async def _concerned(officer_id: UUID) -> tuple[Account, list[UUID]]:
    """Return the officer's row and who receives notices of everything done to the officer.

    These are the officer, the supervisors who rule in the officer's unit, and the officer's heads.
    """
    officer = await people.get(officer_id)
    heads = await notices.heads_of(officer.path, officer_id)
    return officer, [officer_id, *heads, *await judging_asks.heads_of(officer.id, officer.path)]


async def namesakes(officer_id: UUID) -> list[UUID]:
    """Return the other officers with the same name as this one.

    They are the first to notice an account that was given their name in order to pass for them.
    """
    officer = await people.get(officer_id)
    rows = await people.namesakes(officer.full_name, officer_id, officer.unit_2)
    return [row.id for row in rows]


def _words(by: str, officer: Account, what: Text) -> dict[str, str | Text]:
    return {"by": by, "officer": officer.full_name, "what": what}


async def done(actor: Actor, officer_id: UUID, what: Text | None, *also: UUID) -> None:
    """Send the notices of an act that one administrator did alone.

    If `what` is None, nobody gets a notice of such an act. `also` names further officers whom it
    concerns.
    """
    if what is None or actor.face == "cli":
        return
    officer, told = await _concerned(officer_id)
    words = _words(actor.full_name, officer, what)
    told = [*told, *also]
    await notices.tell(set(told) - {actor.officer_id}, "person", officer_id, "person.done", words)


async def certificate_withdrawn(actor: Actor, officer_id: UUID, content: Any) -> None:
    """Send the notices of a withdrawn certificate, to its owner too.

    The owner gets one even if they withdrew it themselves: somebody else may be sitting at their
    desk.
    """
    what = ask_words.of(content, Text(vi="", en=""))
    await done(actor, officer_id, what)
    if what is not None and actor.officer_id == officer_id:
        words: dict[str, str | Text] = {"by": actor.full_name, "officer": actor.full_name}
        words["what"] = what
        await notices.tell([officer_id], "person", officer_id, "person.done", words)


async def enrolled_alone(actor: Actor, officer_id: UUID, what: Text) -> None:
    """Send the notices of an enrolment that one administrator made alone.

    Those of the heads lead to the page where they may object; the officer gets the usual one.
    """
    if actor.face == "cli":
        return
    officer, told = await _concerned(officer_id)
    words = _words(actor.full_name, officer, what)
    heads = set(told) - {actor.officer_id, officer_id}
    await notices.tell(heads, "enrolled", officer_id, "person.enrolled_alone", words)
    await notices.tell([officer_id], "person", officer_id, "person.done", words)


async def confirmers(ask: AskRow, officer: Account) -> list[UUID]:
    """Return who may confirm an ask, by the same rule that the record handler applies."""
    path, heads = ask.path, await judging_asks.heads_of(officer.id, officer.path)
    rows = await asks.candidates(path)
    rows += await asks.candidates(officer.path)
    found = {row.officer_id: actor_of(row, "desk") for row in rows}
    return [
        each.officer_id
        for each in found.values()
        if not ask_rules.objection(ask.kind, ask.asked_by, ask.officer_id, path, heads, each)
    ]


async def asked(actor: Actor, officer_id: UUID, ask_id: UUID, what: Text) -> None:
    """Send the notices of a new ask.

    Those who may confirm it are asked to; the officer and the heads are informed.
    """
    officer, told = await _concerned(officer_id)
    row = await asks.get(ask_id, officer_id)
    words = _words(actor.full_name, officer, what)
    may = await confirmers(row, officer)
    await notices.tell(may, "ask", ask_id, "ask.waiting", words)
    rest = set(told) - set(may) - {actor.officer_id}
    if row.kind == "emergency":  # who audits hears of it before it is confirmed
        rest |= set(await auditors_of(officer)) - set(may)
        await notices.tell(rest, "ask", ask_id, "emergency.asked", words)
    elif row.kind == "reset":  # they lead to where it can be declined
        await notices.tell(rest, "ask", ask_id, "person.reset_asked", words)
    else:
        await notices.tell(rest, "person", officer_id, "person.asked", words)


async def answered(
    by: str, ask: AskRow, what: Text, *, confirmed: bool, but: UUID | None = None
) -> None:
    """Send the notices of an answer, and settle those that asked for one.

    They go to the asker, the officer, the officer's heads and an earlier confirmer, but not to
    `but`.
    """
    officer, told = await _concerned(ask.officer_id)
    await notices.settle(ask.id, but="ask.imported")
    if import_id := await import_rows.import_of(ask.officer_id):
        await settle_import(import_id, ask.id)
    words = _words(by, officer, what)
    key = "person.confirmed" if confirmed else "person.declined"
    if not confirmed and ask.state == "confirmed":
        key = "person.reset_stopped"
    earlier = [] if ask.answered_by is None else [ask.answered_by]
    about = {*told, ask.asked_by, *earlier} - {but}
    if ask.kind == "emergency":
        about |= set(await auditors_of(officer)) - {but}
        key = "emergency.opened" if confirmed else "emergency.shut"
        await notices.tell(about, "ask", ask.id, key, words)
    elif confirmed and ask.kind == "reset":  # they lead to where it can be stopped
        await notices.tell(about, "ask", ask.id, "person.reset_confirmed", words)
    else:
        await notices.tell(about, "person", ask.officer_id, key, words)


async def settle_import(import_id: UUID, answered: UUID | None = None) -> None:
    """Settle the notice that a file asks for several things, once no row is to come and no ask of it waits any more.

    `answered` is the ask that is answered in this transaction.
    """
    since = clock.now() - ask_rules.ASK_LIFE
    asked = await import_rows.asks_of(import_id)
    if not any(one.waits and one.asked_at > since and one.id != answered for one in asked):
        await notices.settle_sent([one.id for one in asked], f"people_import/{import_id}")


async def auditors_of(officer: Account) -> list[UUID]:
    """Return the nearest auditors over an officer's unit."""
    return await notice_queries.nearest(officer.path, Role.AUDITOR, [officer.id])


async def enrol_anew(ask: AskRow, what: Text) -> None:
    """Tell asker and officer that the officer must be enrolled again.

    Gaining a power ended the credentials that one administrator alone had set.
    """
    officer = await people.get(ask.officer_id)
    words: dict[str, str | Text] = {"officer": officer.full_name, "what": what}
    told = {ask.asked_by, ask.officer_id}
    await notices.tell(told, "person", ask.officer_id, "person.enrol_anew", words)
