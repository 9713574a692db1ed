"""A running demonstration is backed up, destroyed on paper, and comes back: by the commands that an operator types."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pyrage
import pytest

from deploy import surroundings
from tests.integration.deploy.backed_up import ENTRIES, LOCKED, THROUGH, System, asked, visit
from tests.integration.deploy.running import command, up

pytestmark = [pytest.mark.slow, pytest.mark.long]


async def test_what_was_backed_up_while_it_ran_comes_back_whole_and_starts(
    system: System, tmp_path: Path
) -> None:
    visit(system.folder, tmp_path / "ảnh", 2)
    before = [await asked(system.folder, ENTRIES), await asked(system.folder, LOCKED)]
    second = system.backup()
    assert second.returncode == 0, second.stdout + second.stderr
    assert "incremental" in second.stdout
    assert " 100%" not in second.stdout  # the changed blocks alone
    new = tmp_path / "mới"
    back = system.restore(system.backups, new)
    assert back.returncode == 0, back.stdout + back.stderr
    assert "everything is as it was recorded" in back.stdout
    with up(new) as again:
        assert again.is_ready()
        assert await asked(
            new, f"SELECT ({ENTRIES}) > {before[0]}"
        )  # and says that it was restored
        assert await asked(new, f"SELECT ({LOCKED}) >= {before[1]}")
        assert before[1]
        visit(new, tmp_path / "ảnh", 1)  # and it works on
        verified = command("verify", "--data-dir", new)
        assert verified.returncode == 0, verified.stdout + verified.stderr


def test_nothing_secret_lies_in_a_backup_or_on_a_command_line(system: System) -> None:
    secrets = json.loads((system.folder / "secrets.json").read_text()).values()
    keys = [file.read_bytes() for file in (system.folder / "keys").iterdir()]
    for file in (file for file in system.backups.rglob("*") if file.is_file()):
        data = file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
        assert not [secret for secret in secrets if secret.encode() in data]
        assert not [key for key in keys if key in data]


@pytest.mark.parametrize(
    ("harm", "part"),
    [
        ("flipped", "database/*/base.tar.gz"),
        ("cut", "database/*/pg_wal.tar.gz"),
        ("gone", "database/*/backup_manifest"),
        ("flipped", "lists/*"),
        ("flipped", "keys/*"),
        ("gone", "keys/*"),
        ("gone", "objects/*/*"),
    ],
)
def test_a_damaged_backup_is_refused_in_one_sentence_and_leaves_nothing(
    system: System, tmp_path: Path, harm: str, part: str
) -> None:
    shutil.copytree(system.backups, tmp_path / "b")
    victim = max((tmp_path / "b").glob(part))
    data = bytearray(victim.read_bytes())
    if harm == "flipped":
        data[len(data) // 2] ^= 1
        victim.write_bytes(data)
    elif harm == "cut":
        victim.write_bytes(data[: len(data) // 2])
    else:
        victim.unlink()
    back = system.restore(tmp_path / "b", tmp_path / "mới")
    assert back.returncode == 1, back.stdout + back.stderr
    assert len(back.stderr.splitlines()) == 1
    assert victim.name in back.stderr
    assert not (tmp_path / "mới").exists() or not list((tmp_path / "mới").iterdir())


def test_a_backup_of_another_key_than_the_operator_knows_is_not_started(
    system: System, tmp_path: Path
) -> None:
    back = system.restore(system.backups, tmp_path / "mới", "--key", "0" * 16)
    assert back.returncode == 1
    assert "nothing of it was started" in back.stderr
    assert not list((tmp_path / "mới").iterdir())


def test_a_restore_that_nobody_watches_and_that_names_no_key_starts_nothing(
    system: System, tmp_path: Path
) -> None:
    words = ("--from", system.backups, "--data-dir", tmp_path / "mới")
    back = command("restore", *words, "--identity", system.identity)
    assert back.returncode == 1, back.stdout + back.stderr
    assert "name --key KEY_ID" in back.stderr
    assert "Traceback" not in back.stderr
    assert not list((tmp_path / "mới").iterdir())


def test_another_persons_identity_opens_nothing(system: System, tmp_path: Path) -> None:
    system_of_another = tmp_path / "identity"
    system_of_another.write_text(str(pyrage.x25519.Identity.generate()))
    back = command(
        *("restore", "--from", system.backups, "--data-dir", tmp_path / "mới"),
        *("--identity", system_of_another),
    )
    assert back.returncode == 1
    assert "does not open" in back.stderr


def test_of_two_backups_at_once_one_waits_for_its_turn_to_be_asked_again(
    system: System, tmp_path: Path
) -> None:
    words = [sys.executable, str(surroundings.ROOT / "cli.py"), "backup", "--full"]
    words += ["--data-dir", str(system.folder), "--to", str(tmp_path / "b"), "--without-keys"]
    together = [
        subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=surroundings.for_child({}))
        for _ in range(2)
    ]
    said = [each.communicate()[1] for each in together]
    assert sorted(each.returncode for each in together) == [0, 1]
    assert "another backup of this installation is running" in "".join(said)


def test_a_backup_killed_half_way_is_no_backup_and_the_next_goes_on(
    system: System, tmp_path: Path
) -> None:
    words = [sys.executable, str(surroundings.ROOT / "cli.py"), "backup"]
    words += ["--data-dir", str(system.folder), "--to", str(tmp_path / "b"), "--without-keys"]
    for seconds in (0.7, 1.0, 1.3):
        killed = subprocess.Popen(words, env=surroundings.for_child({}))
        time.sleep(seconds)
        killed.kill()
        killed.wait()
    done = command(*words[2:])
    assert done.returncode == 0, done.stdout + done.stderr
    keys = ("--keys", system.folder)
    new = tmp_path / "mới"
    back = command("restore", "--from", tmp_path / "b", "--data-dir", new, *keys)
    assert back.returncode == 0, back.stdout + back.stderr
    (tmp_path / "b").rename(tmp_path / "on its disk")  # the restored one knows its place as well
    refused = command("backup", "--data-dir", new, "--to", tmp_path / "b", "--without-keys")
    assert refused.returncode == 1, refused.stdout + refused.stderr
    assert "is its disk mounted?" in refused.stderr


def test_a_disk_that_is_not_mounted_is_not_taken_for_a_new_place(
    system: System, tmp_path: Path
) -> None:
    assert system.backup(to=tmp_path / "b").returncode == 0
    (tmp_path / "b").rename(tmp_path / "on its disk")
    (tmp_path / "b").mkdir()  # where it is mounted
    for begins_anew in ((), ("--full",)):
        refused = system.backup(*begins_anew, to=tmp_path / "b")
        assert refused.returncode == 1, refused.stdout + refused.stderr
        assert "is its disk mounted?" in refused.stderr
        assert not list((tmp_path / "b").iterdir())
    emptied = system.backup("--new-place", to=tmp_path / "b")
    assert emptied.returncode == 0, emptied.stdout + emptied.stderr


def test_another_installations_backups_are_not_mixed_in(system: System, tmp_path: Path) -> None:
    shutil.copytree(system.backups, tmp_path / "b")
    for file in (tmp_path / "b/manifests").iterdir():
        told = json.loads(file.read_text())
        file.write_text(json.dumps(told | {"system_identifier": "7"}))
    to = ("--to", tmp_path / "b", "--data-dir", system.folder)
    for more in ((), ("--full",), ("--new-place",)):
        refused = command("backup", *to, "--without-keys", *more)
        assert refused.returncode == 1
        assert "holds backups of another installation" in refused.stderr


async def test_what_is_backed_up_moves_by_a_proof_alone(system: System, tmp_path: Path) -> None:
    before = await asked(system.folder, THROUGH)
    taken = system.backup(to=tmp_path / "b")
    assert taken.returncode == 0, taken.stdout + taken.stderr
    assert await asked(system.folder, THROUGH) == before
    victim = max((tmp_path / "b").glob("objects/*/*"))
    good = victim.read_bytes()
    victim.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
    unproven = system.backup("--prove", to=tmp_path / "b")
    assert unproven.returncode == 2, unproven.stdout + unproven.stderr
    assert victim.name in unproven.stderr
    assert await asked(system.folder, THROUGH) == before
    victim.write_bytes(good)
    proven = system.backup("--prove", to=tmp_path / "b")
    assert proven.returncode == 0, proven.stdout + proven.stderr
    assert await asked(system.folder, THROUGH) != before
    assert await asked(
        system.folder,
        "SELECT backed_up_through BETWEEN now() - interval '10 minutes' AND now() FROM installation",
    )
    place = "SELECT place FROM backup_proofs WHERE size > 0 ORDER BY proven_at DESC LIMIT 1"
    assert await asked(system.folder, place) == str(tmp_path / "b")
    assert not list((system.folder / "backup").glob("proof-*"))


async def test_a_backup_without_bytes_that_wait_for_their_act_is_not_proven(
    system: System, tmp_path: Path
) -> None:
    assert system.backup(to=tmp_path / "b").returncode == 0
    upload = await asked(
        system.folder,
        """
        INSERT INTO uploads (id, officer_id, device_id, actual_sha256, node, state, expires_at, stored_at)
        SELECT gen_random_uuid(), id, gen_random_uuid(), repeat('c', 64), 'n', 'stored', now(),
            now() - interval '1 hour' FROM officers LIMIT 1 RETURNING id::text
        """,
    )
    before = await asked(system.folder, THROUGH)
    try:
        unproven = system.backup("--prove", to=tmp_path / "b")
    finally:
        await asked(system.folder, f"DELETE FROM uploads WHERE id = '{upload}'")
    assert unproven.returncode == 2, unproven.stdout + unproven.stderr
    assert f"wait for their act are not in it: 1, such as {'c' * 64}" in unproven.stderr
    assert await asked(system.folder, THROUGH) == before


async def test_where_the_server_forgot_what_changed_all_of_it_is_copied(
    system: System, tmp_path: Path
) -> None:
    assert system.backup(to=tmp_path / "b").returncode == 0
    assert system.backup(to=tmp_path / "other").returncode == 0  # summarizes the log until here
    forgotten = system.folder / "postgres/18/pg_wal/summaries"
    for summary in forgotten.iterdir():
        summary.unlink()
    again = system.backup(to=tmp_path / "b")
    assert again.returncode == 0, again.stdout + again.stderr
    kinds = [json.loads(file.read_text())["kind"] for file in (tmp_path / "b/manifests").iterdir()]
    assert kinds == ["full", "full"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk to fill")
def test_a_full_place_is_told_and_the_next_backup_goes_on(system: System, tmp_path: Path) -> None:
    disk = tmp_path / "đĩa nhỏ"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o"]
    mounted = subprocess.run([*mount, "size=4m", "tmpfs", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this machine lets even root mount nothing")
    try:
        full = system.backup(to=disk)
        assert full.returncode == 1, full.stdout + full.stderr
        assert len(full.stderr.splitlines()) == 1
        assert "make room" in full.stderr
        assert not list(disk.glob("manifests/*"))
        subprocess.run([*mount, "remount,size=30m", disk], check=True)
        done = system.backup(to=disk)
        assert done.returncode == 0, done.stdout + done.stderr
        back = system.restore(disk, disk / "mới")  # where there is too little room
        assert back.returncode == 1
        assert len(back.stderr.splitlines()) == 1
    finally:
        subprocess.run(["umount", "-l", disk], check=True)
