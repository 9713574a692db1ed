"""Whom an import of officers tells: once a file, not once an officer.

Heads and supervisors hear that officers come to their units, and those who may confirm that asks wait for them. A
single administrator's acts by hand are told one by one (ask_telling.py): from a file these would be thousands.
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.force.accounts import ask_telling, judging_asks
from backend.force.notices import service as notices
from backend.force.queries import asks, people
from backend.force.queries.people_imports import LockedImport
from backend.force.texts import asks as ask_words
from schemas.core.problems import Text


class Telling:
    """What is told while one portion comes. Who was told of this file before is told nothing again."""

    def __init__(self, state: LockedImport, actor: Actor) -> None:
        self._state, self._actor = state, actor
        self._once = f"people_import/{state.id}"
        self._words: dict[str, str | Text] = {"by": actor.full_name, "file": state.file_name}
        self._units: set[UUID] = set()

    async def came(self, officer_id: UUID, full_name: str, *, alike: bool) -> None:
        """Tell heads of a unit of its first newcomer, and officers of the same name of each."""
        officer = await people.get(officer_id)
        if officer.unit_id not in self._units:
            self._units.add(officer.unit_id)
            heads = [
                *await notices.heads_of(officer.path, officer_id),
                *await judging_asks.heads_of(officer_id, officer.path),
            ]
            told = set(heads) - {self._actor.officer_id}
            await notices.tell(
                told, "person", officer_id, "person.imported", self._words, once=self._once
            )
        if alike:
            words: dict[str, str | Text] = {"by": self._actor.full_name, "officer": full_name}
            words["what"] = ask_words.registered(full_name)
            others = set(await ask_telling.namesakes(officer_id)) - {self._actor.officer_id}
            await notices.tell(others, "person", officer_id, "person.done", words)

    async def asked(self, officer_id: UUID, ask_id: UUID) -> None:
        """Tell who may confirm an ask that the file asks for several things."""
        officer, row = await people.get(officer_id), await asks.get(ask_id, officer_id)
        may = await ask_telling.confirmers(row, officer)
        await notices.tell(may, "ask", ask_id, "ask.imported", self._words, once=self._once)
