"""A primary that was replaced is not written to, also by a process that never saw the one that took its place."""

from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import pytest

from backend.core import connecting, primary_seen
from backend.core.connecting import Primary
from backend.core.primary_seen import OldPrimary, Seen

TWO = "postgresql://app@a:5432,b:5432/hientruong"
A, B = connecting.hosts(TWO)
LOG, NEXT = uuid4(), uuid4()


def seen(timeline: int, log: UUID | None = LOG, *earlier: UUID) -> Seen:
    """What a server says of itself."""
    return Seen(timeline=timeline, log_id=log, earlier=frozenset(earlier))


class Servers(dict[str, Seen]):
    """Who answers as one that can be written, and with what; and processes of ours, which start one after the other."""

    def __init__(self, noted: Path) -> None:
        super().__init__()
        self.noted = noted
        self.moved = 0

    async def ask(self, server: str) -> Seen | None:
        """In place of connecting._ask."""
        return self.get(server)

    async def new_process(self) -> Primary:
        """One that starts, and looks."""
        primary = Primary(TWO, self._move, self.noted)
        await primary.look()
        return primary

    async def _move(self) -> None:
        self.moved += 1


@pytest.fixture
def servers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Servers:
    """Two servers, of which none answers yet."""
    made = Servers(tmp_path / "primary.json")
    monkeypatch.setattr(connecting, "_ask", made.ask)
    return made


async def test_a_process_that_starts_while_only_the_old_primary_answers_does_not_use_it(
    servers: Servers,
) -> None:
    servers.update({A: seen(1)})
    first = await servers.new_process()
    assert first._at == A
    servers.update({B: seen(2)})
    await first.look()
    assert (first._at, servers.moved) == (B, 1)
    del servers[B]
    started = await servers.new_process()
    assert started._at is None
    with pytest.raises(OldPrimary, match=r"timeline 2 .*primary\.json.*hientruong restored"):
        await started.connect(TWO)
    servers.update({B: seen(2)})
    await started.look()
    assert started._at == B


async def test_no_answer_at_all_is_not_told_as_an_old_primary(servers: Servers) -> None:
    servers.update({A: seen(3)})
    await servers.new_process()
    servers.clear()
    started = await servers.new_process()
    with pytest.raises(asyncpg.CannotConnectNowError) as refused:
        await started.connect(TWO)
    assert not isinstance(refused.value, OldPrimary)


async def test_what_one_process_sees_holds_for_those_that_run_beside_it(servers: Servers) -> None:
    servers.update({A: seen(1)})
    one, other = await servers.new_process(), await servers.new_process()
    servers.update({B: seen(2)})
    await one.look()
    del servers[B]
    await other.look()
    assert other._at is None
    assert servers.moved == 2, "what is connected to the old one is let go"


async def test_a_declared_restore_onto_another_cluster_is_used_and_the_old_one_not_again(
    servers: Servers,
) -> None:
    servers.update({A: seen(7)})
    await servers.new_process()
    servers.clear()
    servers.update({B: seen(1)})
    assert (await servers.new_process())._at is None, "restored, and not declared"
    servers.update({B: seen(1, NEXT, LOG)})
    assert (await servers.new_process())._at == B
    servers.clear()
    servers.update({A: seen(7)})
    assert (await servers.new_process())._at is None, "its log ended in the restore"
    servers.update({B: seen(1, NEXT, LOG)})
    assert (await servers.new_process())._at == B


async def test_of_two_that_can_be_written_the_one_whose_log_went_on_is_taken(
    servers: Servers,
) -> None:
    servers.update({A: seen(7), B: seen(1, NEXT, LOG)})
    assert (await servers.new_process())._at == B


async def test_a_database_without_the_tables_yet_is_taken_by_its_timeline_and_not_noted(
    servers: Servers,
) -> None:
    servers.update({A: seen(4, None), B: seen(2, None)})
    assert (await servers.new_process())._at == A
    assert not servers.noted.exists()


async def test_a_file_that_is_nonsense_or_a_folder_that_is_gone_stops_nobody(
    servers: Servers,
) -> None:
    servers.noted.write_text("{")
    servers.update({A: seen(1)})
    assert (await servers.new_process())._at == A
    assert primary_seen.read(servers.noted) == seen(1)
    servers.noted = servers.noted.parent / "gone" / "primary.json"
    process = await servers.new_process()
    assert process._at == A
    servers.update({B: seen(2)})
    await process.look()
    del servers[B]
    await process.look()
    assert process._at is None, "by what it knows itself"
