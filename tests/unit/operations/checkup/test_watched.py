"""Who watches the disks of parts that run apart: one line for all, or each part by its name."""

import pytest

from backend.core import watched
from backend.core.watched import Disks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Disks()),
        (" Zabbix;  trực 024 ", Disks(**dict.fromkeys(watched.PARTS, "Zabbix; trực 024"))),
        ("database=Zabbix; ", Disks(database="Zabbix")),
        ("database=Trung tâm dữ liệu", Disks(database="Trung tâm dữ liệu")),
        (
            "object_store = S3; hỗ trợ 24/7 ;database=A = B",
            Disks(object_store="S3; hỗ trợ 24/7", database="A = B"),
        ),
    ],
)
def test_it_is_said_of_all_or_of_each(text: str, found: Disks) -> None:
    assert watched.read(text) == found


@pytest.mark.parametrize("text", ["databse=Zabbix", "Zabbix; database=A", "database=A; s3=B"])
def test_what_names_no_part_stops_the_start_with_one_sentence(text: str) -> None:
    with pytest.raises(SystemExit, match="HIENTRUONG_DISKS_WATCHED"):
        watched.read(text)
