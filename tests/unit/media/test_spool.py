import hashlib
from pathlib import Path
from uuid import uuid4

import pytest

from media.spool import Busy, BytesLost, Spool


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "hàng chờ")


def test_bytes_are_written_one_after_the_other(spool: Spool) -> None:
    upload = uuid4()
    spool.create(upload)
    file = spool.hold_at(upload, 0)
    file.write(["một ".encode(), b"", b"hai"])
    file.write([b" ba"] * 600)
    file.sync()
    whole = "một hai".encode() + b" ba" * 600
    assert file.offset == len(whole)
    assert file.sha256() == hashlib.sha256(whole).hexdigest()
    file.close()
    assert spool.path(upload).read_bytes() == whole


def test_what_lies_beyond_the_recorded_offset_is_cut_before_writing(spool: Spool) -> None:
    upload = uuid4()
    spool.create(upload)
    spool.path(upload).write_bytes(b"kept, and then what a killed process had written")
    file = spool.hold_at(upload, 4)
    file.write([b"!"])
    file.close()
    assert spool.path(upload).read_bytes() == b"kept!"


def test_a_file_shorter_than_its_offset_is_a_loss_and_says_what_is_left(spool: Spool) -> None:
    upload = uuid4()
    with pytest.raises(BytesLost) as none:
        spool.hold_at(upload, 0)
    assert none.value.size == 0
    spool.create(upload)
    spool.path(upload).write_bytes(b"abc")
    with pytest.raises(BytesLost) as some:
        spool.hold_at(upload, 4)
    assert some.value.size == 3
    spool.hold_at(upload, 3).close()


def test_a_second_holder_is_turned_away_until_the_first_is_done(spool: Spool) -> None:
    upload = uuid4()
    spool.create(upload)
    first = spool.hold(upload)
    with pytest.raises(Busy):
        spool.hold(upload)
    first.close()
    spool.hold(upload).close()


def test_a_chunk_can_be_taken_back(spool: Spool) -> None:
    upload = uuid4()
    spool.create(upload)
    file = spool.hold_at(upload, 0)
    file.write([b"good"])
    file.write([b"bad"])
    file.cut_to(4)
    file.write([b" again"])
    assert file.sha256() == hashlib.sha256(b"good again").hexdigest()
    file.close()


def test_an_id_is_spooled_once(spool: Spool) -> None:
    upload = uuid4()
    spool.create(upload)
    with pytest.raises(FileExistsError):
        spool.create(upload)
    assert [found for found, _ in spool.all_ids()] == [upload]
    spool.remove(upload)
    spool.remove(upload)
    assert list(spool.all_ids()) == []
    assert spool.free_bytes() > 0


def test_a_lost_file_is_made_anew_and_one_that_is_there_is_left_alone(spool: Spool) -> None:
    upload = uuid4()
    spool.make_again(upload)
    assert spool.path(upload).read_bytes() == b""
    spool.path(upload).write_bytes(b"abc")
    spool.make_again(upload)
    assert spool.path(upload).read_bytes() == b"abc"
