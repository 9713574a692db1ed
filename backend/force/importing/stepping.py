"""What one row of a list does: the acts that an administrator makes by hand, or asks where a second person confirms."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from backend.core.actors import Actor
from backend.core.job_queue import PROTECT_SCAN, enqueue
from backend.core.list_imports.portions import id_of_row
from backend.force.accounts import judging
from backend.force.importing.telling import Telling
from backend.force.queries import scans as scan_queries
from backend.force.queries.people_imports import LockedImport
from backend.force.rules import asks as ask_rules
from backend.force.texts import asks as ask_words
from backend.force.texts import imports as texts
from backend.ledger import service as ledger
from backend.ledger.service import Refused
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.force import acts
from schemas.force.acts import PeopleAct
from schemas.force.imports import (
    BroughtStep,
    PersonDetails,
    PersonsCard,
    PersonsPosition,
    PersonsRank,
    StepOutcome,
)
from schemas.force.rank_acts import RankGiven


class Steps:
    """Does the rows of one portion, in the caller's transaction."""

    def __init__(
        self,
        state: LockedImport,
        actor: Actor,
        scans: Mapping[tuple[str, date], UUID],
        telling: Telling,
    ) -> None:
        self._state, self._actor, self._scans, self._telling = state, actor, scans, telling

    async def of(self, row: int, person: PersonDetails) -> list[BroughtStep]:
        """Do what a row says; what is refused is a step too, and the others go on, unless nobody was registered."""
        officer_id = id_of_row(self._state.id, row)
        done = [await self._register(officer_id, person)]
        if done[0].outcome is StepOutcome.REFUSED:
            return done
        await self._telling.came(officer_id, person.full_name, alike=bool(person.reason))
        done += [await self._role(officer_id, row, role) for role in person.roles]
        if person.position is not None:
            done.append(await self._position(officer_id, row, person, person.position))
        if person.rank is not None:
            done.append(await self._rank(officer_id, row, person.rank))
        if person.card is not None:
            done.append(await self._card(officer_id, row, person.card))
        return done

    async def _register(self, officer_id: UUID, person: PersonDetails) -> BroughtStep:
        content = acts.OfficerRegistered(
            username=person.username,
            full_name=person.full_name,
            officer_number=person.officer_number,
            unit_id=person.unit_id,
            language=person.language,
            reason=person.reason,
        )
        return await self._done(officer_id, PeopleAct.OFFICER_REGISTERED, content, officer_id, None)

    async def _role(self, officer_id: UUID, row: int, role: Role) -> BroughtStep:
        what = ask_words.role(role)
        if not ask_rules.grave_role(role):
            content = acts.RoleGiven(role=role)
            return await self._done(officer_id, PeopleAct.ROLE_GIVEN, content, None, what)
        ask_id = id_of_row(self._state.id, row, f"role {role}")
        asked = acts.RoleAsked(
            ask_id=ask_id, role=role, reason=texts.asked_because(self._state.file_name, row)
        )
        return await self._asked(officer_id, PeopleAct.ROLE_ASKED, asked, ask_id, what)

    async def _position(
        self, officer_id: UUID, row: int, person: PersonDetails, position: PersonsPosition
    ) -> BroughtStep:
        title, begins = position.title_vi, position.valid_from
        english = judging.english(title)
        what = texts.position(title, english)
        position_id = id_of_row(self._state.id, row, "position")
        if not position.asked:
            given = acts.PositionGiven(
                position_id=position_id,
                unit_id=person.unit_id,
                title_vi=title,
                title_en=english,
                valid_from=begins,
            )
            return await self._done(officer_id, PeopleAct.POSITION_GIVEN, given, position_id, what)
        scan = await self._scan(officer_id, person.unit_id, position)
        if scan is None or position.decided_on is None:
            return BroughtStep(act_type=PeopleAct.POSITION_ASKED, outcome=StepOutcome.NO_SCAN)
        ask_id = id_of_row(self._state.id, row, "position ask")
        asked = acts.PositionAsked(
            ask_id=ask_id,
            position_id=position_id,
            unit_id=person.unit_id,
            title_vi=title,
            title_en=english,
            valid_from=begins,
            number=position.number,
            decided_on=position.decided_on,
            scan_id=scan.id,
            scan_sha256=scan.sha256,
            reason=person.reason,
        )
        return await self._asked(officer_id, PeopleAct.POSITION_ASKED, asked, ask_id, what)

    async def _scan(
        self, officer_id: UUID, unit_id: UUID, position: PersonsPosition
    ) -> scan_queries.ScanRow | None:
        """Return the scan of the decision as one about this officer; None if none is attached. Its bytes lie once."""
        if position.decided_on is None:
            return None
        attached = self._scans.get((position.number, position.decided_on))
        stored = await scan_queries.stored(attached) if attached else None
        if stored is None:
            return None
        made = await scan_queries.insert(
            id_of_row(self._state.id, 0, f"scan {officer_id}"),
            ("officer", officer_id, officer_id),
            unit_id,
            (stored.sha256, stored.size, stored.media_type, stored.object_key),
            self._actor.officer_id,
        )
        await enqueue(PROTECT_SCAN, made.id)
        return made

    async def _rank(self, officer_id: UUID, row: int, rank: PersonsRank) -> BroughtStep:
        rank_id = id_of_row(self._state.id, row, "rank")
        content = RankGiven(
            rank_id=rank_id,
            code=rank.code,
            valid_from=rank.valid_from,
            number=rank.number,
            decided_on=rank.decided_on,
        )
        what = texts.rank(rank.code)
        return await self._done(officer_id, PeopleAct.RANK_GIVEN, content, rank_id, what)

    async def _card(self, officer_id: UUID, row: int, card: PersonsCard) -> BroughtStep:
        card_id = id_of_row(self._state.id, row, "card")
        content = acts.CardIssued(
            card_id=card_id,
            number=card.number,
            issued_on=card.issued_on,
            expires_on=card.expires_on,
        )
        what = texts.card(card.number)
        return await self._done(officer_id, PeopleAct.CARD_ISSUED, content, card_id, what)

    async def _asked(
        self, officer_id: UUID, kind: PeopleAct, content: Wire, ask_id: UUID, what: Text
    ) -> BroughtStep:
        step = await self._done(officer_id, kind, content, ask_id, what)
        if step.outcome is StepOutcome.REFUSED:
            return step
        await self._telling.asked(officer_id, ask_id)
        return BroughtStep(act_type=kind, outcome=StepOutcome.ASKED, subject=ask_id)

    async def _done(
        self,
        officer_id: UUID,
        kind: PeopleAct,
        content: Wire,
        subject: UUID | None,
        what: Text | None,
    ) -> BroughtStep:
        act = ledger.desk_act(RecordKind.OFFICER, officer_id, kind, content, self._actor)
        outcome = await ledger.record(act, self._actor)
        if not isinstance(outcome, Refused):
            return BroughtStep(act_type=kind, outcome=StepOutcome.DONE, subject=subject)
        why = outcome.text if what is None else texts.not_given(what, outcome.text)
        return BroughtStep(act_type=kind, outcome=StepOutcome.REFUSED, why=why)
