"""Plays the history of a living demonstration behind the running system, once (docs/decisions/0059).

Two processes play a part each. A story is one transaction, together with the count of what is
played and the seals of its entries: whenever this is interrupted, the next start goes on with the
story after it. The clock that they show themselves is their own; nobody else's is moved.
"""

import asyncio
import gc
import time
import traceback
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import msgspec
import uvloop

from backend import registry
from backend.core import clock, custody, database, job_queue, keys, settings, stores
from backend.core.actors import Actor
from backend.core.errors import DomainError
from backend.documents.signing import service as signing
from backend.documents.signing.opening import OpenedCertificate
from backend.fieldwork.evidence.recording import photos_stored, stored_photo
from backend.force.accounts import service as account_service
from backend.force.notices import service as notices
from backend.force.units import service as units
from backend.law.deadlines import service as deadlines
from backend.ledger import sealer
from backend.operations.demonstration import service as demonstration
from backend.parties import service as parties
from deploy.demo import accounts, certificates, delegating, force
from deploy.demo.demo_data import OFFICERS, Business
from deploy.demo.living import diaries, history, pictures
from deploy.demo.living.beside import Others
from deploy.demo.living.cases import CALLED_OFF, Played
from deploy.demo.living.formal import Formal
from deploy.demo.living.phones import HistoryPhone
from deploy.demo.living.reporting import Reporting
from deploy.demo.living.seasons import Planning
from deploy.demo.living.team_plans import Carried
from deploy.demo.living.tips import Handled
from deploy.demo.living.visits import NAMES, Blocks, Shot, Team, play
from deploy.demo.phone import Account
from deploy.demo.stories import beginning, ends, people, plan, reporting
from deploy.demo.stories.plan import Story, Told
from deploy.demo.stories.seasons import Beside, Season
from deploy.demo.stories.team_plans import TeamPlan
from deploy.demo.stories.tips import DEPARTMENTS, Tip
from media import keys as names
from schemas.core.ids import new_id

_TRIES = 4
_RARELY = (50_000, 20, 100)
_PERCENTS = 10
_READ_AFTER = timedelta(days=3)
"""What officers were told earlier they have read long ago, and diary lines are confirmed."""
_MOST_BUSINESSES = 500
_LOG = Path("logs", "history.log")
_JPEG = "image/jpeg"
_JOBS_WAIT = timedelta(seconds=45)
"""Longer than the history takes on two quiet cores. What it stored is locked when it is whole, or after
this time; the rest, above all previews, comes after this time, and does not delay the locks."""
_STATEMENTS = 1000
"""More than a story needs, so that none is planned twice."""
_WHOLE = "dữ liệu minh họa đã đủ / the history of the demonstration is whole"
_Say = Callable[[str], None]


def main(data_dir: Path, part: str | None, began: float) -> int:
    """Play everything, or one part of it; returns the exit code. Settings come from the environment.

    `began` is time.monotonic() at the start of `up`, for the lines that are printed.
    """

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {text}", flush=True)

    gc.set_threshold(*_RARELY)  # a short life: what is in a circle may wait
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(_main(data_dir, part, began, say))
    except Exception:
        log = data_dir / _LOG
        _note(log, traceback.format_exc())
        say(f"dữ liệu minh họa dừng lại / the history stopped; see {log}")
        return 1


def _note(log: Path, text: str) -> None:
    """Append to the log of what went wrong; there is none while nothing did."""
    with log.open("a") as out:
        out.write(text)


async def _main(data_dir: Path, part: str | None, began: float, say: _Say) -> int:
    given = settings.load()
    registry.open_all()
    keys.load(given.keys_dir)
    await database.start(given.database_url, size=2, statements=_STATEMENTS)
    await stores.start(given)
    try:
        if part is not None:
            await _Part(part, data_dir, say).play()
            return 0
        todo = [one.part for one in await demonstration.parts() if one.ended_at is None]
        if not todo:
            return 0
        say("đang tạo dữ liệu minh họa / making the history of the demonstration")
        with clock.shown(await beginning.moment()):
            known = accounts.make(data_dir, people.OFFICERS)
            async with database.transaction():
                await force.add_newcomers(known, (*OFFICERS, *people.OFFICERS))
                await _add_businesses()
                await sealer.seal_here()
            await certificates.give(known, given)
        acting = [one for one in todo if one != reporting.PART]
        others = [await _started(data_dir, one, began) for one in acting[1:]]
        for one in acting[:1]:
            await _Part(one, data_dir, say).play()
        worst = max([0, *[await one.wait() for one in others]])
        if worst == 0 and reporting.PART in todo:
            await _report(data_dir, say)
        return worst
    finally:
        await stores.stop()
        await database.stop()


async def _report(data_dir: Path, say: _Say) -> None:
    """Play the reports, for which everything else has happened."""
    signing.start(settings.load())
    known = {one.username: one for one in accounts.load(data_dir)}
    if await Reporting(known, _actor, lambda text: _note(data_dir / _LOG, text)).play():
        say(_WHOLE)


async def _started(data_dir: Path, part: str, began: float) -> asyncio.subprocess.Process:
    words = history.command(data_dir, part, began)
    return await asyncio.create_subprocess_exec("setpriv", "--pdeathsig", "KILL", "--", *words)


async def _add_businesses() -> None:
    """Enter the businesses of the history by the heads of their departments, unless they are there."""
    for province in people.PROVINCES:
        head = await _actor(people.HEADS[province])
        there = await _registered(head)
        for business in people.businesses(province):
            if business.name not in there:
                await force.add_business(business, head)


async def _registered(head: Actor) -> dict[str, UUID]:
    """Return the ids of a department's businesses, by name."""
    return {row.name: row.id for row in await parties.search(head, "", _MOST_BUSINESSES)}


async def _actor(username: str) -> Actor:
    """Return an officer as somebody at the desk. Raises LookupError if there is none."""
    root = await units.find_root()
    if root is None:
        raise LookupError("the force comes before its history")
    nobody = account_service.operator(new_id(), root.id, "", "")
    found = await delegating.actor(nobody, username)
    if found is None:
        raise LookupError(username)
    return found


class _Department:
    """A province's head, its businesses and their ids in the register."""

    def __init__(self, head: Actor, rows: dict[str, UUID], province: str) -> None:
        self.head = head
        self._rows = rows
        self._businesses = people.businesses(province)

    def all(self) -> list[tuple[Business, UUID]]:
        """Return every business of the history with its id."""
        return [(one, self._rows[one.name]) for one in self._businesses]

    def at(self, story: Story | Tip) -> tuple[Business, UUID]:
        """Return where a story happens."""
        business = self._businesses[story.business % len(self._businesses)]
        return business, self._rows[business.name]


class _Part:
    """Plays one part of the history."""

    def __init__(self, part: str, data_dir: Path, say: _Say) -> None:
        self._part = part
        self._log = data_dir / _LOG
        self._data_dir = data_dir
        self._say = say
        self._teams: dict[str, Team] = {}
        self._departments: dict[str, _Department] = {}
        self._units: dict[str, UUID] = {}
        self._signs: dict[str, OpenedCertificate] = {}
        self._blocks = Blocks()
        self._told = 0
        self._until = clock.unmoved()

    async def play(self) -> None:
        """Play what is left of the part, in its order."""
        signing.start(settings.load())
        started = time.monotonic()
        [mine] = [one for one in await demonstration.parts() if one.part == self._part]
        self._until = mine.until
        left = plan.parts(mine.until, deadlines.calendar())[self._part][mine.played :]
        if left:
            await self._gather(left)
        drawn = asyncio.create_task(self._drawn(left[0])) if left else None
        for place, story in enumerate(left):
            shots = await drawn if drawn else []
            after = left[place + 1] if place + 1 < len(left) else None
            drawn = asyncio.create_task(self._drawn(after)) if after else None
            job_queue.put_off(_JOBS_WAIT - timedelta(seconds=time.monotonic() - started))
            await self._entered(story, shots, mine.played + place)
            await self._tell()
        if await demonstration.end(self._part):
            self._say(_WHOLE)

    async def _gather(self, left: list[Told]) -> None:
        """Find the people of the stories that are left, and enrol a phone for each team's writer."""
        known = {one.username: one for one in accounts.load(self._data_dir)}
        for province in people.PROVINCES:
            head = await _actor(people.HEADS[province])
            rows = await _registered(head)
            self._departments[province] = _Department(head, rows, province)
            await self._open(head, known)
        self._units = {unit.code: unit.id for unit in await units.list_tree()}
        clock.show(left[0].starts - timedelta(hours=1))
        for code in {one.team for one in left}:
            leader, writer, member = [await _actor(name) for name in people.TEAMS[code]]
            await self._open(leader, known)
            phone = HistoryPhone(msgspec.structs.replace(writer, face="phone"), NAMES[code])
            async with database.transaction():
                await phone.enrol()
                await sealer.seal_here()
            head = self._departments[code[:2]].head
            unit = writer.unit.unit_id
            self._teams[code] = Team(code, head, leader, writer, member, phone, unit)
        clock.show(None)

    async def _open(self, signer: Actor, known: Mapping[str, Account]) -> None:
        word = known[signer.username].signing_passphrase or ""
        self._signs[signer.username] = await signing.open_certificate(signer.officer_id, word)

    async def _drawn(self, story: Told) -> list[Shot]:
        """Draw the photographs of a story, beside the one that is played."""
        if not isinstance(story, Story):
            return []
        business, _ = self._departments[story.province].at(story)
        where = pictures.Place(business.latitude_e7, business.longitude_e7)
        shots = []
        for place in range(story.photographs):
            taken = story.visited + timedelta(minutes=12 + 4 * place)
            seed = story.index * 31 + place
            data = await asyncio.to_thread(pictures.draw, seed, taken, where)
            shots.append(Shot(uuid4(), data, taken))
        return shots

    async def _entered(self, story: Told, shots: list[Shot], played: int) -> None:
        """Enter a story whole, or leave it out if a rule of another day refuses it."""
        log = self._teams[story.team].phone.log
        for turn in range(_TRIES):
            before = log.place()
            try:
                carried = await self._carried(story) if isinstance(story, TeamPlan) else None
                async with database.transaction():
                    await database.execute("SET LOCAL synchronous_commit = off")
                    await self._enter(story, shots, carried)
                    await demonstration.count(self._part, played + 1)
                    await notices.read_before(self._until - _READ_AFTER)
                    await sealer.seal_here()
            except asyncpg.DeadlockDetectedError:
                self._blocks.forget()
                log.go_back(before)
                if turn + 1 == _TRIES:
                    raise
                continue
            except (DomainError, ValueError) as error:  # ValueError: an hour that has not come yet
                _note(self._log, f"left out: {story}: {error}\n")
                self._blocks.forget()
                log.go_back(before)
                await demonstration.count(self._part, played + 1)
            finally:
                clock.show(None)
            return

    async def _carried(self, plan: TeamPlan) -> Carried:
        """Return a team's plan, drafted and approved."""
        team = self._teams[plan.team]
        carried = Carried(
            plan, team.leader, team.head, self._departments[plan.team[:2]].all(), self._until
        )
        if not plan.ends:
            await carried.approved()
        return carried

    async def _enter(self, story: Told, shots: list[Shot], carried: Carried | None) -> None:
        if carried is not None:
            await (carried.end() if carried.ends else carried.issue())
            return
        if isinstance(story, Season):
            await self._plan(story)
            return
        if isinstance(story, Beside):
            team, department = self._teams[story.team], self._departments[story.province]
            await Others(story, team.leader, team.head, department.all()).play()
            return
        if isinstance(story, TeamPlan):
            raise TypeError("a plan is approved before it is entered")
        team, at = self._teams[story.team], self._departments[story.team[:2]].at(story)
        if isinstance(story, Tip):
            if story.outcome in DEPARTMENTS:
                deputy = await _actor(people.DEPUTIES[story.team[:2]])
                await Formal(story, team, deputy, self._until).play(*at)
            else:
                await Handled(story, team, self._until).play(*at, self._other(story.team))
            return
        await self._visit(story, team, at, shots)

    async def _visit(
        self, story: Story, team: Team, at: tuple[Business, UUID], shots: list[Shot]
    ) -> None:
        """Enter an inspection with what led to it and what follows from it."""
        led = []
        if story.tip is not None:
            handled = Handled(story.tip, team, self._until)
            await handled.play(*at, self._other(story.team))
            led = [handled.id]
        case = Played(story, team, self._until, self._signs)
        if story.proposed or story.end in ends.FORESEEN:
            await case.begin(*at, led)
        if story.end in ends.NOT_VISITED:
            return
        visited = await play(story, team, at, shots, self._blocks, _stored, case.link)
        await diaries.confirm(story, team, self._until)
        if story.end not in ends.WITHOUT_VIOLATION:
            await case.play(visited)
        elif story.end is ends.End.CALLED_OFF:
            await case.lapse(visited.id, story.visited + timedelta(hours=3), CALLED_OFF)
        elif story.proposed and story.end is ends.End.CLEAN:
            await case.close()

    async def _plan(self, season: Season) -> None:
        department = self._departments[season.province]
        leaders = {code: await _actor(people.TEAMS[code][0]) for code in season.teams}
        await Planning(
            season,
            department.head,
            leaders,
            department.all(),
            self._until,
        ).play()

    def _other(self, team: str) -> UUID:
        """Return the unit to which a team sends on what is not its own: the next of its province."""
        theirs = [code for code in sorted(people.TEAMS) if code[:2] == team[:2]]
        return self._units[theirs[(theirs.index(team) + 1) % len(theirs)]]

    async def _tell(self) -> None:
        share = demonstration.share(await demonstration.parts())
        if share // _PERCENTS > self._told // _PERCENTS and self._part == plan.PARTS[0]:
            self._say(f"dữ liệu minh họa / history: {share}%")
        self._told = max(self._told, share)


async def _stored(unit_id: UUID, shot: Shot) -> None:
    """Put a photograph into the store and record it, as the storing loop does with an upload."""
    sha256 = await custody.put(unit_id, shot.id, shot.data, _JPEG)
    name = names.original(unit_id, shot.id, sha256)
    now = clock.now()
    row = stored_photo(shot.id, name, sha256, len(shot.data), now)
    await photos_stored([row], now)
