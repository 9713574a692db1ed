"""Who is told at once of what is asked, done and answered about an officer: he himself, his head, who may confirm.

What one administrator does alone is told as well: the officer and his head are the ones who see that it is wrong.
"""

from typing import Any
from uuid import UUID

from backend.core.actors import Actor
from backend.force.accounts import judging_asks
from backend.force.notices import service as notices
from backend.force.queries import asks, people
from backend.force.rules import asks as ask_rules
from backend.force.rules.actors import actor_of
from backend.force.rules.units import path_of_row
from backend.force.texts import asks as ask_words
from backend.force.units import service as units
from schemas.core.problems import Text


async def unit_of(content: Any) -> Text:
    """The name of the unit that an act or an ask names; empty where it names none."""
    unit_id = getattr(content, "unit_id", None)
    return await units.name_of(unit_id) if unit_id else Text(vi="", en="")


async def _concerned(officer_id: UUID) -> tuple[Any, list[UUID]]:
    """The officer, and who is told of all that is done to him: himself, who rules in his unit, and his heads."""
    officer = await people.find(officer_id)
    heads = await notices.heads_of(path_of_row(officer), officer_id)
    return officer, [officer_id, *heads, *await judging_asks.heads_of(officer)]


async def namesakes(officer_id: UUID) -> list[UUID]:
    """Who else bears the name that an officer has now: they see first that it is taken to pass for theirs."""
    officer = await people.find(officer_id)
    rows = await people.namesakes(officer["full_name"], officer_id, officer["unit_2"])
    return [row["id"] for row in rows]


async def done(actor: Actor, officer_id: UUID, what: Text | None, *also: UUID) -> None:
    """It was done by one administrator alone; None: nobody is told of such an act. `also`: whom else it concerns."""
    if what is None or actor.face == "cli":
        return
    officer, told = await _concerned(officer_id)
    words = {"by": actor.full_name, "officer": officer["full_name"], "what": what}
    told = [*told, *also]
    await notices.tell(set(told) - {actor.officer_id}, "person", officer_id, "person.done", words)


async def certificate_withdrawn(actor: Actor, officer_id: UUID, content: Any) -> None:
    """Told to its owner too where it was he who did it: somebody else may sit at his desk."""
    what = ask_words.of(content, Text(vi="", en=""))
    await done(actor, officer_id, what)
    if what is not None and actor.officer_id == officer_id:
        words: dict[str, str | Text] = {"by": actor.full_name, "officer": actor.full_name}
        words["what"] = what
        await notices.tell([officer_id], "person", officer_id, "person.done", words)


async def enrolled_alone(actor: Actor, officer_id: UUID, what: Text) -> None:
    """One administrator enrols somebody alone: his heads are told where they may object; he himself as ever."""
    if actor.face == "cli":
        return
    officer, told = await _concerned(officer_id)
    words = {"by": actor.full_name, "officer": officer["full_name"], "what": what}
    heads = set(told) - {actor.officer_id, officer_id}
    await notices.tell(heads, "enrolled", officer_id, "person.enrolled_alone", words)
    await notices.tell([officer_id], "person", officer_id, "person.done", words)


async def confirmers(ask: Any, officer: Any) -> list[UUID]:
    """Who may confirm an ask, by the rule that the record handler asks."""
    path, heads = path_of_row(ask), await judging_asks.heads_of(officer)
    rows = await asks.candidates(path)
    rows += await asks.candidates(path_of_row(officer))
    found = {row["officer_id"]: actor_of(row, "desk") for row in rows}
    return [
        each.officer_id
        for each in found.values()
        if not ask_rules.objection(
            ask["kind"], ask["asked_by"], ask["officer_id"], path, heads, each
        )
    ]


async def asked(actor: Actor, officer_id: UUID, ask_id: UUID, what: Text) -> None:
    """Somebody asks: the officer and his head are told of it, and who may confirm it is asked to."""
    officer, told = await _concerned(officer_id)
    row = await asks.find(ask_id, officer_id)
    words = {"by": actor.full_name, "officer": officer["full_name"], "what": what}
    may = await confirmers(row, officer)
    await notices.tell(may, "ask", ask_id, "ask.waiting", words)
    rest = set(told) - set(may) - {actor.officer_id}
    if row["kind"] == "reset":  # told where it can be declined
        await notices.tell(rest, "ask", ask_id, "person.reset_asked", words)
    else:
        await notices.tell(rest, "person", officer_id, "person.asked", words)


async def answered(
    by: str, ask: Any, what: Text, *, confirmed: bool, but: UUID | None = None
) -> None:
    """It was confirmed or declined: who asked, the officer and his head are told; nobody need answer it any more."""
    officer, told = await _concerned(ask["officer_id"])
    await notices.settle(ask["id"])
    words = {"by": by, "officer": officer["full_name"], "what": what}
    key = "person.confirmed" if confirmed else "person.declined"
    if not confirmed and ask["state"] == "confirmed":
        key = "person.reset_stopped"
    about = {*told, ask["asked_by"], ask["answered_by"]} - {but, None}
    if confirmed and ask["kind"] == "reset":  # told where it can be stopped
        await notices.tell(about, "ask", ask["id"], "person.reset_confirmed", words)
    else:
        await notices.tell(about, "person", ask["officer_id"], key, words)


async def enrol_anew(ask: Any, what: Text) -> None:
    """What one administrator alone had set ended with the power: who asked and the officer are told what is next."""
    officer = await people.find(ask["officer_id"])
    words = {"officer": officer["full_name"], "what": what}
    told = {ask["asked_by"], ask["officer_id"]}
    await notices.tell(told, "person", ask["officer_id"], "person.enrol_anew", words)
