"""Each fault gives its sentence in both languages and its level; without it the good one stands there."""

import itertools
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backend.core import job_queue
from backend.operations.rules.checkup import judging, store_metrics
from backend.operations.rules.checkup.clocks import surely_ahead
from backend.operations.rules.checkup.facts import (
    Apart,
    Backups,
    Disk,
    Facts,
    HeldJobs,
    Phones,
    Queue,
    Sample,
)
from backend.operations.rules.checkup.finding import Area, Level, size, span
from backend.operations.rules.checkup.sampling import with_sample
from backend.operations.rules.checkup.work import SAFE_TO_REPEAT, job_name
from tests.unit.operations.checkup.faults import FAULTS, GB, NOW, WELL, filling, of, web, with_parts


def test_where_all_is_well_each_area_says_so_in_both_languages() -> None:
    found = judging.findings(WELL)
    assert {one.level for one in found} == {Level.GOOD}, [
        one.key for one in found if one.level != Level.GOOD
    ]
    assert {one.area for one in found} == set(Area)
    assert all(one.said.vi and one.said.en and one.do is None for one in found)
    assert judging.worst(found) is Level.GOOD
    said = of(WELL, "backup").said
    assert (
        "07:30 ngày 01/12/2026: 12,3 GB, 45.678 tệp, ở /mnt/backups, chứng minh lúc 08:30"
        in said.vi
    )
    assert (
        "12.3 GB, 45,678 files, in /mnt/backups, proven at 08:30 on 01/12/2026 on hn-1" in said.en
    )


@pytest.mark.parametrize(("key", "changed", "level", "vi", "en"), FAULTS)
def test_a_fault_gives_its_sentence_and_says_what_to_do(
    key: str, changed: Mapping[str, Any], level: Level, vi: str, en: str
) -> None:
    found = of(msgspec.structs.replace(WELL, **changed), key)
    assert found.level is level
    assert vi in found.said.vi
    assert en in found.said.en
    assert found.do is not None
    assert found.do.vi
    assert found.do.en
    well = [one for one in judging.findings(WELL) if one.key == key]
    assert all(one.level is Level.GOOD for one in well)


def test_runbooks_that_findings_name_exist() -> None:
    there = {path.stem for path in Path("docs/runbooks").glob("*.md")}
    named = set()
    for _, changed, *_ in FAULTS:
        found = judging.findings(msgspec.structs.replace(WELL, **changed))
        named |= {one.runbook for one in found if one.runbook}
    assert named <= there
    assert {"seal-lag", "disk-full", "store-lost", "database-lost", "restore"} <= named


def test_with_a_database_that_does_not_answer_nothing_else_is_claimed() -> None:
    found = judging.findings(
        msgspec.structs.replace(WELL, parts=with_parts(database="does_not_answer"))
    )
    assert [one.key for one in found] == ["database"]


def test_what_is_gravest_stands_first_in_its_area() -> None:
    facts = msgspec.structs.replace(
        WELL,
        queue=Queue(waiting=1, oldest_seconds=400.0),
        held=(HeldJobs(job="make_preview", number=1, since=NOW, why="X"),),
    )
    found = [one for one in judging.findings(facts) if one.area is Area.WORK]
    assert [one.level for one in found][:3] == [Level.ACT, Level.LOOK, Level.GOOD]


def test_a_fault_keeps_its_beginning_until_it_is_over_and_begins_anew() -> None:
    bad = msgspec.structs.replace(WELL, parts=with_parts(object_store="does_not_answer"))
    earlier = NOW - timedelta(hours=3)
    since = judging.began(judging.findings(bad), {"object_store": earlier, "gone": earlier}, NOW)
    assert since == {"object_store": earlier}
    assert of(msgspec.structs.replace(bad, began=since), "object_store").since == earlier
    assert judging.began(judging.findings(WELL), since, NOW) == {}
    assert judging.began(judging.findings(bad), {}, NOW) == {"object_store": NOW}
    good_again = of(msgspec.structs.replace(WELL, began=since), "object_store")
    assert good_again.since is None, "a failure that is over is not shown as present"


def test_versions_on_phones_are_told_where_phones_said_them() -> None:
    phones = (Phones(app="0.2.0", number=12), Phones(app="0.1.0", number=1))
    assert (
        "0.2.0 (12), 0.1.0 (1)"
        in of(msgspec.structs.replace(WELL, phones=phones), "phones").said.vi
    )


def test_a_node_that_was_taken_away_is_no_fault() -> None:
    gone = msgspec.structs.replace(
        WELL.nodes[0], name="old", noted_at=NOW - timedelta(hours=7), tls_ends=NOW
    )
    found = judging.findings(msgspec.structs.replace(WELL, nodes=(*WELL.nodes, gone)))
    assert [one.key for one in found if "old" in one.key] == []


def test_while_only_the_servers_run_nobody_misses_a_worker() -> None:
    found = judging.findings(msgspec.structs.replace(WELL, nodes=(), runs=False))
    assert not [one for one in found if one.key in ("worker", "web", "decoder")]


def test_a_demonstration_needs_no_backup() -> None:
    demo = msgspec.structs.replace(WELL, backups=Backups(through=None, is_demonstration=True))
    assert of(demo, "backup").level is Level.GOOD


def test_a_disk_that_does_not_fill_has_no_day_on_which_it_is_full() -> None:
    young = Disk(
        free=60 * GB, total=100 * GB, samples=(Sample(at=NOW - timedelta(hours=2), free=90 * GB),)
    )
    for disk in (young, filling(-GB), filling(0)):
        found = of(msgspec.structs.replace(WELL, nodes=web(disk=disk)), "disk:n1")
        assert "đầy vào" not in found.said.vi


def apart(**known: Any) -> Facts:
    return msgspec.structs.replace(
        WELL, apart=(Apart(part="object_store", at="minio:9000", **known),)
    )


def test_no_part_on_a_machine_of_its_own_goes_unmentioned() -> None:
    """Of a database elsewhere nothing of the disk is known: the man on duty is told, and who watches it."""
    facts = msgspec.structs.replace(
        WELL, apart=(Apart(part="database", at="db-1:5432"), Apart(part="replica", at="db-2:5432"))
    )
    for key, place in (("disk:database", "db-1:5432"), ("disk:replica", "db-2:5432")):
        found = of(facts, key)
        assert found.level is Level.LOOK
        assert place in found.said.vi
        assert found.do
        assert f"HIENTRUONG_DISKS_WATCHED ({key.removeprefix('disk:')}=…)" in found.do.vi
    watched = of(apart(watched_by="Zabbix, 024 0000 0000"), "disk:object_store")
    assert watched.level is Level.GOOD
    assert "Zabbix, 024 0000 0000" in watched.said.en


@pytest.mark.parametrize(
    ("free", "level"), [(60, Level.GOOD), (14, Level.LOOK), (4, Level.ACT), (0, Level.ACT)]
)
def test_what_a_store_says_of_its_room_is_judged_as_a_disk_is(free: int, level: Level) -> None:
    found = of(apart(free=free * GB, total=100 * GB, watched_by="Zabbix"), "disk:object_store")
    assert found.level is level
    assert f"({free}%)" in found.said.vi


def test_the_room_of_a_store_is_read_from_its_metrics() -> None:
    text = (
        "# HELP minio_cluster_capacity_usable_free_bytes Total free usable capacity online in the cluster\n"
        'minio_cluster_capacity_usable_free_bytes{server="127.0.0.1:9000"} 4.00e+10\n'
        'minio_cluster_capacity_usable_total_bytes{server="127.0.0.1:9000"} 1e+11\n'
    )
    assert store_metrics.room(text) == (40 * GB, 100 * GB)
    for other in ("", text.replace("free_bytes{", "other{"), text.replace("1e+11", "0"), "<html>"):
        assert store_metrics.room(other) is None
    assert store_metrics.room(text.replace("1e+11", "1e")) is None


def test_samples_of_a_disk_are_hours_apart_and_kept_for_two_weeks() -> None:
    samples: tuple[Sample, ...] = ()
    for hour in range(24 * 20):
        samples = with_sample(samples, Sample(at=NOW + timedelta(hours=hour), free=hour))
    assert len(samples) <= 14 * 4 + 1
    assert samples[-1].at - samples[0].at <= timedelta(days=14)
    assert all(b.at - a.at >= timedelta(hours=6) for a, b in itertools.pairwise(samples))


def test_only_jobs_without_effect_outside_are_let_go_again_by_themselves() -> None:
    assert set(SAFE_TO_REPEAT) < set(job_queue.JOBS)
    assert {"send_notice", "make_bundle", "write_export"}.isdisjoint(SAFE_TO_REPEAT)
    held = (HeldJobs(job="send_notice", number=1, since=NOW, why="X"),)
    found = of(msgspec.structs.replace(WELL, held=held), "held:send_notice")
    assert found.fix is None
    assert "jobs --release" in (found.do.en if found.do else "")
    assert all(job_name(job).vi != job for job in job_queue.JOBS), "each kind has its words"


@pytest.mark.parametrize(
    ("seconds", "vi", "en"),
    [(0, "0 giây", "0 seconds"), (61, "1 phút", "1 minute"), (7200, "2 giờ", "2 hours")],
)
def test_a_length_of_time_is_said_by_its_largest_unit(seconds: float, vi: str, en: str) -> None:
    assert (span(seconds).vi, span(seconds).en) == (vi, en)


def test_bytes_are_said_as_disks_are_sold() -> None:
    assert (size(999).en, size(1500).en, size(2_300_000).vi) == ("999 byte", "2 kB", "2,3 MB")


def test_a_slow_answer_is_no_wrong_clock() -> None:
    """A busy machine takes seconds for the question: only what lies outside of them is a difference."""
    later = NOW + timedelta(seconds=5)
    assert surely_ahead(NOW, NOW + timedelta(seconds=1), later) == 0.0
    assert surely_ahead(NOW, NOW - timedelta(seconds=3), later) == 3.0
    assert surely_ahead(NOW, later + timedelta(seconds=40), later) == -40.0
