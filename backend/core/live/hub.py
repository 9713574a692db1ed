"""The desks that are open in this process, and which of them a hint concerns.

A desk watches one record, or the lists of its officer. It is told "something changed" and nothing
else: the browser then asks for its page again, under the reader's own scope. So a hint that reaches
one desk too many costs a request, and can never show anything.
"""

import asyncio
import re
import secrets
from collections import defaultdict, deque
from contextlib import suppress
from uuid import UUID

import msgspec

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from backend.core.live.hints import (
    Changed,
    Envelope,
    Everything,
    Left,
    Looking,
    Message,
    WhoLooks,
    now_ms,
)
from backend.core.live.looking import AGAIN_SECONDS, KEPT_MS, Record, Watchers, shown
from backend.core.live.telling import Teller

MOST_DESKS = 400
"""Desks of one process. Each costs some tens of kB and a descriptor."""
MOST_OF_A_SESSION = 4
"""Windows of one session. A browser opens six connections to a host over HTTP/1.1; pages need some."""
REMEMBERED = 2000
"""Hints that are kept for desks that connect again."""
_APART_MS = 1000
"""How far the clocks of two nodes may be apart. What is in doubt is asked for again."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """How far a stream had told: its last event's id, with which the browser connects again.

    A moment alone would not do: what was committed before it may be heard after it.
    """

    at: int
    """ms since 1970."""
    epoch: str
    """Of the process that wrote it, since it last began to hear."""
    count: int
    """Hints that it had heard in that epoch."""

    def __str__(self) -> str:
        return f"{self.at}-{self.epoch}-{self.count}"

    @classmethod
    def read(cls, written: str) -> "Mark | None":
        """Read an id as we write it; anything else is none."""
        found = re.fullmatch(r"([0-9]{1,14})-([0-9a-f]{8})-([0-9]{1,12})", written)
        return found and cls(at=int(found[1]), epoch=found[2], count=int(found[3]))


class Desk:
    """One open page: whose it is, what it watches, and what it has not been told yet."""

    __slots__ = ("_awake", "actor", "changed", "faces_changed", "over", "since", "watches")

    def __init__(self, actor: Actor, watches: Record | None, since: int) -> None:
        """`watches` is a record, or None for the officer's own lists.

        `since`: when the page was asked for (ms since 1970); what was committed before, it shows.
        """
        self.actor, self.watches, self.since = actor, watches, since
        self.changed = self.faces_changed = self.over = False
        self._awake = asyncio.Event()

    def concerned(self, hint: Changed, margin: int) -> bool:
        """Tell whether the page may show what changed, and does not yet."""
        if hint.at <= self.since - margin:
            return False
        if self.watches is not None:
            return self.watches == (hint.kind, hint.record_id)
        if self.actor.officer_id in hint.officers:
            return True
        return bool(hint.units) and scope.covers(self.actor, _path(hint.units))

    def wake(self, *, changed: bool = False, faces: bool = False, over: bool = False) -> None:
        """Note what the stream has to say, and wake it."""
        self.changed |= changed
        self.faces_changed |= faces
        self.over |= over
        self._awake.set()

    async def wait(self, seconds: float) -> None:
        """Return when there is something to say, or after `seconds`."""
        if not (self.changed or self.faces_changed or self.over):
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._awake.wait()
        self._awake.clear()

    async def rest(self, seconds: float) -> None:
        """Return after `seconds`, or as soon as the page may show something that changed, or is over or gone."""
        clock = asyncio.get_running_loop().time
        ends = clock() + seconds
        while not (self.changed or self.over) and (left := ends - clock()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._awake.wait()
            except TimeoutError:
                return
            if not self.faces_changed:
                return  # over or gone, or changed
            self._awake.clear()


def _path(units: list[UUID]) -> UnitPath:
    return UnitPath(**{f"unit_{level}": unit for level, unit in enumerate(units[:4], 1)})


class Hub:
    """All desks of this process."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._desks: set[Desk] = set()
        self._of_record: dict[Record, set[Desk]] = defaultdict(set)
        self._remembered: deque[tuple[int, Changed, int]] = deque(maxlen=REMEMBERED)
        """Number, hint, and how far the clock of its node may be from ours."""
        self._count = 0
        self._epoch = ""
        self._whole_since = 0
        self.begin_again()
        self.watchers = Watchers()

    def __len__(self) -> int:
        return len(self._desks)

    def has_room(self, actor: Actor) -> bool:
        """Tell whether one more desk of this session may join."""
        same = sum(desk.actor.session_id == actor.session_id for desk in self._desks)
        return len(self._desks) < MOST_DESKS and same < MOST_OF_A_SESSION

    def join(self, desk: Desk) -> None:
        """Count a desk in, and tell who looks at its record."""
        self._desks.add(desk)
        if desk.watches is not None:
            self._of_record[desk.watches].add(desk)
            self._say_looking(desk.watches, desk.actor)

    def leave(self, desk: Desk) -> None:
        """Count a desk out. `desk.over` says that the server ended the stream: its browser comes again at once,
        and goes on counting as looking until then."""
        self._desks.discard(desk)
        if desk.watches is None:
            return
        here = self._of_record[desk.watches]
        here.discard(desk)
        officer_id = desk.actor.officer_id
        if not here:
            del self._of_record[desk.watches]
        if not desk.over and all(one.actor.officer_id != officer_id for one in here):
            left = Left(*desk.watches, officer_id)
            self._hear_left(left)
            self._teller.tell(left)

    def _say_looking(self, record: Record, actor: Actor) -> None:
        if not shown(actor):
            return
        now = now_ms()
        since = self.watchers.since(record, actor.officer_id, now)
        said = Looking(*record, actor.officer_id, since, now + KEPT_MS)
        self._hear_looking(said)
        self._teller.tell(said)

    def hear(self, envelope: Envelope) -> None:
        """Take in what a process told, this one included."""
        margin = 0 if envelope.node == self._teller.node else _APART_MS
        for message in envelope.messages:
            self._take(message, margin)

    def _take(self, message: Message, margin: int) -> None:
        match message:
            case Changed():
                if len(self._remembered) == REMEMBERED:
                    self._whole_since = self._remembered[0][1].at + 1
                self._count += 1
                self._remembered.append((self._count, message, margin))
                for desk in self._candidates(message):
                    if desk.concerned(message, margin):
                        desk.wake(changed=True)
            case Looking():
                self._hear_looking(message)
            case Left():
                self._hear_left(message)
            case Everything():
                self.begin_again()
            case WhoLooks():
                self.say_who_looks()

    def _candidates(self, hint: Changed) -> list[Desk]:
        watching: set[Desk] = set()
        if hint.record_id is not None:
            watching = self._of_record.get((hint.kind, hint.record_id), watching)
        return [*watching, *(desk for desk in self._desks if desk.watches is None)]

    def _hear_looking(self, said: Looking) -> None:
        if self.watchers.hear(said):
            self._show_faces((said.kind, said.record_id))

    def _hear_left(self, left: Left) -> None:
        record = (left.kind, left.record_id)
        mine = [
            one
            for one in self._of_record.get(record, ())
            if one.actor.officer_id == left.officer_id
        ]
        if mine:  # another process's window of an officer who also has one here
            self._say_looking(record, mine[0].actor)
        elif self.watchers.forget(left):
            self._show_faces(record)

    def _show_faces(self, record: Record) -> None:
        for desk in self._of_record.get(record, ()):
            desk.wake(faces=True)

    def begin_again(self) -> None:
        """Nothing is known of what was told before now: every desk asks for its page again."""
        self._remembered.clear()
        self._count, self._epoch, self._whole_since = 0, secrets.token_hex(4), now_ms()
        for desk in self._desks:
            desk.wake(changed=True)

    def mark(self) -> Mark:
        """Return how far this process has heard."""
        return Mark(at=now_ms(), epoch=self._epoch, count=self._count)

    def forgot(self, since: int, mark: Mark | None) -> bool:
        """Tell whether something may have been told that is not remembered here.

        After `mark`, if this process wrote it, or else after `since` (ms).
        """
        if mark is None or mark.epoch != self._epoch:
            return since < self._whole_since
        return bool(self._remembered) and mark.count < self._remembered[0][0] - 1

    def missed(self, desk: Desk, mark: Mark | None) -> bool:
        """Tell whether something that is remembered changed for this desk after `mark`, if this process wrote it, and
        after its page was asked for."""
        known = mark.count if mark is not None and mark.epoch == self._epoch else 0
        return any(
            number > known and desk.concerned(hint, margin)
            for number, hint, margin in self._remembered
        )

    def say_who_looks(self) -> None:
        """Tell the other processes who looks at records in windows of this one."""
        for record, desks in self._of_record.items():
            for actor in {desk.actor.officer_id: desk.actor for desk in desks}.values():
                self._say_looking(record, actor)

    async def keep_faces(self) -> None:
        """Say again who looks, and forget who is not heard of any more; until cancelled."""
        while True:
            await asyncio.sleep(AGAIN_SECONDS)
            self.say_who_looks()
            for record in self.watchers.drop_over(now_ms()):
                self._show_faces(record)

    def end_all(self) -> None:
        """End every stream, because the process is about to end. Browsers connect to another."""
        for desk in self._desks:
            desk.wake(over=True)
