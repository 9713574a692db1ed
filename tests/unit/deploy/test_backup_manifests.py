"""What a backup says of itself, and that nothing else is believed."""

import hashlib
import io
import json
import tarfile
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pyrage
import pytest

from backend.core import keys
from deploy.backup import keeping, objects, secret_parts
from deploy.backup.bringing import Bringing, choose
from deploy.backup.choosing import keys_of
from deploy.backup.commands import Wanted, backup, restore
from deploy.backup.manifest import (
    File,
    Manifests,
    Proof,
    fetch_checked,
    measured,
    sign,
)
from deploy.backup.places import FolderPlace, place_of
from deploy.backup.taking import Taker
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from tests.support.backups import MORNING, Write


def change(place: FolderPlace, number: int, **told: object) -> None:
    """Write other values into a manifest, as somebody would who has no key."""
    file = Path(place.words) / f"manifests/{number}.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | told))


def test_a_manifest_is_signed_and_any_change_of_it_is_found(
    place: FolderPlace, write: Write
) -> None:
    known = keys.current().public
    Manifests(place).check(write(0, "full"), known)
    for name, value in (("at", "2026-11-25T00:00:00.000000Z"), ("files", []), ("epoch", "f")):
        write(0, "full")
        change(place, 0, **{name: value, "key_id": keys.current().key_id})
        manifests = Manifests(place)
        if name == "files":
            manifests.check(manifests.all["0"], known)  # the same value: still what was signed
            continue
        with pytest.raises(Failure, match="signature is not valid"):
            manifests.check(manifests.all["0"], known)


def test_a_manifest_signed_by_another_installation_is_not_believed(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    manifest = write(0, "full")
    keys.create(tmp_path / "others")
    with pytest.raises(Failure, match="signature is not valid"):
        Manifests(place).check(manifest, keys.Keys(tmp_path / "others").public)


def test_a_chain_with_a_manifest_gone_or_exchanged_is_refused(
    place: FolderPlace, write: Write
) -> None:
    write(0, "full")
    write(1, "incremental")
    last = write(2, "point")
    assert [each.id for each in Manifests(place).line(last)] == ["0", "1", "2"]
    text = (Path(place.words) / "manifests/1.json").read_bytes()
    place.remove("manifests/1.json")
    with pytest.raises(Failure, match=r"manifests/1\.json of the backup is missing"):
        Manifests(place).line(last)
    (Path(place.words) / "manifests/1.json").write_bytes(text)
    change(place, 1, at="2026-11-25T00:00:00.000000Z")
    with pytest.raises(Failure, match="the next one names another"):
        Manifests(place).line(last)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"id": 7}', "\x00"])
def test_a_file_that_is_no_manifest_is_a_sentence(place: FolderPlace, text: str) -> None:
    (Path(place.words) / "manifests").mkdir()
    (Path(place.words) / "manifests/0.json").write_text(text)
    with pytest.raises(Failure, match="damaged or was changed") as told:
        print(Manifests(place).newest)
    assert told.value.exit_code == 1


def test_a_manifest_of_a_newer_version_is_not_guessed_at(place: FolderPlace, write: Write) -> None:
    write(0, "full")
    change(place, 0, format=2)
    with pytest.raises(Failure, match="newer version"):
        print(Manifests(place).newest)


def test_an_old_backup_that_cannot_be_read_harms_no_newer_one(
    place: FolderPlace, write: Write
) -> None:
    write(0, "full")
    write(1, "full", chain="1")
    (Path(place.words) / "manifests/0.json").write_text("{")
    manifests = Manifests(place)
    assert choose(manifests, None).id == "1"
    assert [each.id for each in manifests.line(manifests.all["1"])] == ["1"]


def test_the_moment_decides_which_backup_is_brought_back(place: FolderPlace, write: Write) -> None:
    write(0, "full")
    write(1, "point", minutes=0)
    write(2, "incremental")
    write(3, "point", minutes=0)
    manifests = Manifests(place)

    def chosen(hours: float) -> str:
        return choose(manifests, MORNING + timedelta(hours=hours)).id

    assert choose(manifests, None).id == "3"
    assert chosen(0.5) == "1"  # from the first copy, by the log that the point has
    assert chosen(2.5) == "3"
    for hours in (-1, 0.001, 1.5, 2.001, 3.5):  # before it was whole, and where no log reaches
        with pytest.raises(Failure, match="do not hold that moment"):
            chosen(hours)


def test_no_backup_at_all_is_told(place: FolderPlace) -> None:
    with pytest.raises(Failure, match="there is no backup there"):
        choose(Manifests(place), None)


@pytest.mark.parametrize("harm", ["cut", "flipped", "longer", "gone", "empty"])
def test_a_file_that_is_not_what_was_written_is_never_used(
    place: FolderPlace, tmp_path: Path, harm: str
) -> None:
    made = tmp_path / "made"
    made.write_bytes(bytes(range(256)) * 40)
    file = measured(made, "database/0/base.tar.gz")
    place.put(file.name, made)
    fetch_checked(place, file, tmp_path / "back")
    lying = Path(place.words) / file.name
    data = bytearray(lying.read_bytes())
    match harm:
        case "cut":
            lying.write_bytes(data[:-1])
        case "flipped":
            data[100] ^= 1
            lying.write_bytes(data)
        case "longer":
            lying.write_bytes(data + b"x")
        case "empty":
            lying.write_bytes(b"")
        case _:
            lying.unlink()
    with pytest.raises(Failure, match=r"base\.tar\.gz of the backup is") as told:
        fetch_checked(place, file, tmp_path / "back")
    assert told.value.exit_code == 1


def test_lists_of_objects_come_back_as_they_were(tmp_path: Path) -> None:
    kept = [objects.Kept("evidence", "đơn vị/a", "0" * 64, 7, "e", "image/jpeg")]
    objects.write_list(kept, tmp_path / "list")
    assert list(objects.read_list(tmp_path / "list").values()) == kept


def test_the_keys_are_opened_by_the_operators_identity_alone(tmp_path: Path) -> None:
    live, identity = DataFolder(tmp_path / "live"), pyrage.x25519.Identity.generate()
    keys.create(live.keys)
    (live.path / "secrets.json").write_text("{}")
    packed = secret_parts.packed(live, identity.to_public())
    assert b"PRIVATE KEY" not in packed
    mine, others = tmp_path / "mine", tmp_path / "others"
    mine.write_text(f"# created: today\n{identity}\n")
    others.write_text(f"{pyrage.x25519.Identity.generate()}\n")
    secret_parts.unpack(packed, mine, tmp_path / "back")
    for name in (keys.RECEIPT_FILE, keys.SECRETS_FILE, keys.RESCUE_FILE):
        back = tmp_path / "back/keys" / name
        assert back.read_bytes() == (live.keys / name).read_bytes()
        assert back.stat().st_mode & 0o777 == 0o600
    for wrong in (others, tmp_path / "none", live.keys / keys.SECRETS_FILE):
        with pytest.raises(Failure):
            secret_parts.unpack(packed, wrong, tmp_path / "not")
    with pytest.raises(Failure, match="does not open"):
        secret_parts.unpack(packed[:-1], mine, tmp_path / "not")
    assert not (tmp_path / "not").exists()


def test_what_else_somebody_packed_beside_keys_is_not_laid_into_the_folder(tmp_path: Path) -> None:
    identity, plain = pyrage.x25519.Identity.generate(), io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w:gz") as archive:
        for name in ("keys/receipt.pem", "VERSION", "postgres/data/postgresql.auto.conf"):
            archive.addfile(tarfile.TarInfo(name))
    (tmp_path / "mine").write_text(f"{identity}\n")
    packed = pyrage.encrypt(plain.getvalue(), [identity.to_public()])
    secret_parts.unpack(packed, tmp_path / "mine", tmp_path / "back")
    assert [path.name for path in (tmp_path / "back").iterdir()] == ["keys"]


def test_the_newest_keys_come_back_with_an_older_moment(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    write(0, "full")
    write(1, "point")
    write(2, "point")
    manifests = Manifests(place)
    for name in ("0", "2"):
        manifests.all[name] = msgspec.structs.replace(manifests.all[name], keys_file="k")
    assert [each.id for each in keys_of(manifests, None, "0")] == ["2", "0"]
    assert [each.id for each in keys_of(manifests, MORNING)] == ["2", "0"]
    assert [each.id for each in keys_of(manifests)] == ["2", "0"]  # "2" may be nobody's


def test_a_secret_identity_is_not_taken_for_a_recipient() -> None:
    with pytest.raises(Failure, match="secret identity"):
        secret_parts.recipient_of(str(pyrage.x25519.Identity.generate()))
    with pytest.raises(Failure, match="no age recipient"):
        secret_parts.recipient_of("age1nobody")


def test_a_backup_without_keys_is_asked_for_by_name(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    (tmp_path / "VERSION").write_text("1\n")
    (tmp_path / "secrets.json").write_text("{}")
    with pytest.raises(Failure, match="without them no backup can be brought back"):
        backup(folder, str(tmp_path / "b"), Wanted(recipient=None, without_keys=False))
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("text", ["yesterday", "2026-11-24T09:30:00", "24/11/2026"])
def test_a_moment_without_its_zone_is_not_guessed_at(tmp_path: Path, text: str) -> None:
    folder = DataFolder(tmp_path / "new")
    with pytest.raises(Failure, match="RFC 3339"):
        restore(folder, str(tmp_path), at=text, identity=None, keys=None)


def test_nothing_is_restored_over_what_is_there(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    write(0, "full")
    (tmp_path / "new").mkdir()
    (tmp_path / "new/theirs").write_text("theirs")
    with pytest.raises(Failure, match="is not empty"):
        restore(DataFolder(tmp_path / "new"), place.words, at=None, identity=None, keys=None)
    assert (tmp_path / "new/theirs").read_text() == "theirs"


def test_a_restore_that_is_refused_leaves_nothing_behind(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    write(0, "full")
    with pytest.raises(Failure, match="--identity FILE is missing"):
        restore(DataFolder(tmp_path / "new"), place.words, at=None, identity=None, keys=None)
    with pytest.raises(Failure, match="taken without keys"):
        restore(DataFolder(tmp_path / "new"), place.words, at=None, identity=place.path, keys=None)
    assert not list((tmp_path / "new").iterdir())


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="there is no folder"):
        place_of(str(tmp_path / "gone"), make=False)


def test_a_log_with_a_segment_missing_in_its_middle_is_refused(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    write(0, "full")
    bringing = Bringing(place, DataFolder(tmp_path / "new"), lambda _text: None)
    point = msgspec.structs.replace(
        write(1, "point"),
        files=[File(f"wal/00000001000000000000000{n}.gz", 0, "") for n in (2, 3, 5)],
    )
    with pytest.raises(Failure, match=r"000000010000000000000003 … 000000010000000000000005"):
        bringing.whole_log([point], f"{1:08}{0:08}{2:08}")


def test_whole_chains_go_and_never_the_last_one_that_was_proven(
    place: FolderPlace, write: Write
) -> None:
    for number, chain in ((0, "0"), (1, "1"), (2, "2")):
        write(number, "full", chain=chain)
    write(3, "incremental", chain="2")
    now = MORNING + timedelta(days=40)

    def old(days: int) -> list[str]:
        return [chain[0].chain for chain in keeping.too_old(manifests, now, days)]

    manifests = Manifests(place)
    assert old(30) == []  # none was ever brought back
    for number, left in (("1", ["0"]), ("3", ["0", "1"])):
        proof = Proof(backup=number, proven_at="", through="", entries=0, objects=0, seconds=1)
        manifests.proofs[number] = msgspec.json.decode(sign(proof), type=Proof)
        assert old(30) == left
    assert old(60) == []


def test_what_is_forgotten_takes_no_object_that_another_chain_names(
    place: FolderPlace, write: Write, tmp_path: Path
) -> None:
    def put(name: str, data: bytes) -> File:
        (tmp_path / "made").write_bytes(data)
        file = measured(tmp_path / "made", name)
        place.put(name, tmp_path / "made")
        return file

    def named(*contents: bytes) -> list[objects.Kept]:
        kept = []
        for data in contents:
            sha256 = hashlib.sha256(data).hexdigest()
            put(objects.name_of(sha256), data)
            kept.append(objects.Kept("evidence", sha256, sha256, 1, "", ""))
        return kept

    for number, contents in ((0, (b"a", b"b")), (1, (b"b", b"c"))):
        objects.write_list(named(*contents), tmp_path / "list")
        files = [put(f"lists/{number}.jsonl.gz", (tmp_path / "list").read_bytes())]
        manifest = msgspec.structs.replace(
            write(number, "full", chain=f"{number}"),
            files=[*files, put(f"keys/{number}.age", b"k")],
        )
        (tmp_path / "made").write_bytes(sign(manifest))
        place.put(f"manifests/{number}.json", tmp_path / "made")
    taker = SimpleNamespace(
        place=place,
        manifests=Manifests(place),
        parts=tmp_path,
        have=objects.lying_there(place, {}, print, read_all=False)[0],
    )
    keeping.forget(taker, [[taker.manifests.all["0"]]])  # type: ignore[arg-type]
    left = {name.rpartition("/")[2] for name in place.names("objects/")}
    assert left == {hashlib.sha256(data).hexdigest() for data in (b"b", b"c")}
    assert set(place.names("manifests/")) == {"manifests/1.json"}
    assert set(place.names("keys/")) == {"keys/1.age"}


@pytest.mark.parametrize("text", ["", "15", "0m", "-1h", "15 minutes", "1w"])
def test_a_length_of_time_is_told_how_it_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / "VERSION").write_text("1\n")
    (tmp_path / "secrets.json").write_text("{}")
    wanted = Wanted(recipient=None, without_keys=True, every=text)
    with pytest.raises(Failure, match="no length of time"):
        backup(DataFolder(tmp_path), str(tmp_path / "b"), wanted)


def test_a_later_backup_sorts_after_an_earlier_one_whatever_the_clock_says() -> None:
    known: dict[str, object] = {}
    for made in range(50):
        taker = SimpleNamespace(manifests=SimpleNamespace(last_id=max(known, default="")))
        number = Taker.number(taker)  # type: ignore[arg-type]
        assert number > max(known, default="")
        known[number if made != 40 else "20990101T000000.000000Z"] = None  # a clock was wrong
