"""A part that ends is started again; one that never lives is told at the start."""

import asyncio
import os
import signal

import pytest

from deploy.failures import Failure
from deploy.supervisor import Interrupted, Supervisor, stop_signals


class Frail:
    """A part that fails to start as often as it is told to, and can be made to end."""

    name = "kho"

    def __init__(self, failing: int = 0) -> None:
        self.failing = failing
        self.running = False
        self.starts = 0

    def start(self) -> None:
        """Start, or fail as a server does that was killed while it started."""
        self.starts += 1
        if self.failing:
            self.failing -= 1
            raise Failure("kho đã dừng", "the store ended")
        self.running = True

    def alive(self) -> bool:
        """Say whether it runs."""
        return self.running

    def stop(self) -> None:
        """End."""
        self.running = False


def test_a_part_that_ended_is_started_again() -> None:
    said: list[str] = []
    supervisor, part = Supervisor(said.append), Frail()
    supervisor.start(part)
    part.running = False
    supervisor.check()
    assert part.running
    assert len(said) == 1
    supervisor.check()
    assert part.starts == 2


def test_a_part_that_ends_while_it_starts_again_is_tried_again_and_ends_nothing_else() -> None:
    supervisor, part, other = Supervisor(lambda _line: None), Frail(failing=3), Frail()
    supervisor.adopt(part)
    supervisor.start(other)
    for _ in range(4):
        supervisor.check()
    assert part.running
    assert other.running


def test_a_part_that_keeps_ending_at_the_start_is_a_failure_that_names_it() -> None:
    supervisor, part = Supervisor(lambda _line: None), Frail(failing=100)
    supervisor.adopt(part)
    for _ in range(5):
        supervisor.check()
    with pytest.raises(Failure, match="kho keeps ending"):
        supervisor.check()
    assert part.starts == 5


class Clock:
    """Ours: sleeping costs nothing, and a stop signal comes when we say."""

    def __init__(self) -> None:
        self.moment = self.end = 0.0

    def monotonic(self) -> float:
        """What time it is."""
        return self.moment

    def sleep(self, seconds: float) -> None:
        """Let it become later."""
        self.moment += seconds
        if self.moment > self.end:
            raise Interrupted

    def watch(self, supervisor: Supervisor, seconds: float) -> None:
        """Let it watch for so long."""
        self.end = self.moment + seconds
        with pytest.raises(Interrupted):
            supervisor.watch()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The supervisor's clock."""
    made = Clock()
    monkeypatch.setattr("deploy.supervisor.time", made)
    return made


def test_what_has_run_once_is_tried_again_for_ever_with_pauses(clock: Clock) -> None:
    supervisor, part = Supervisor(lambda _line: None), Frail(failing=100)
    supervisor.adopt(part)
    clock.watch(supervisor, seconds=100)
    assert 15 < part.starts < 45
    part.failing = 0
    clock.watch(supervisor, seconds=5)
    assert part.running


def test_a_log_that_cannot_be_written_ends_nothing(clock: Clock) -> None:
    def say(_line: str) -> None:
        raise OSError(28, "No space left on device")

    supervisor, part = Supervisor(say), Frail(failing=1)
    supervisor.adopt(part)
    clock.watch(supervisor, seconds=1)
    assert part.running


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_is_heeded_that_comes_while_an_answer_of_the_database_is_read(
    number: signal.Signals,
) -> None:
    done: list[str] = []

    def read() -> None:
        os.kill(os.getpid(), number)
        done.append("the answer is read to its end")

    async def ask() -> None:
        asyncio.get_running_loop().call_soon(read)
        try:
            await asyncio.sleep(0.2)
        finally:
            done.append("the connection is closed")

    with pytest.raises(Interrupted), stop_signals():
        asyncio.run(ask())
    assert done == ["the answer is read to its end", "the connection is closed"]


def test_a_second_stop_does_not_cut_the_first_one_short() -> None:
    done: list[str] = []

    async def ask() -> None:
        loop = asyncio.get_running_loop()
        for _ in range(2):
            loop.call_soon(os.kill, os.getpid(), signal.SIGINT)
        try:
            await asyncio.sleep(0.2)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.sleep(0.01)
            done.append("the connection is closed")

    with pytest.raises(Interrupted), stop_signals():
        asyncio.run(ask())
    assert done
