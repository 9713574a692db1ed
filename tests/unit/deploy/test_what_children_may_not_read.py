"""What only root may read reaches children of other users, read before; and what the doctor says of settings."""

from pathlib import Path

import msgspec
import pytest

from backend.core import settings
from deploy import surroundings
from deploy.doctoring import machine
from deploy.failures import Failure

ACCOUNTS = """
[01]
pay_to = "Kho bạc Nhà nước khu vực thử"
account = "7111.0.0000001"
"""


def test_the_collecting_accounts_in_a_file_of_root_reach_a_child_that_may_not_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "treasuries.toml"
    place.write_text(ACCOUNTS, encoding="utf-8")
    monkeypatch.setenv("HIENTRUONG_TREASURIES", str(place))
    given = surroundings.with_files_read()
    place.unlink()
    assert "HIENTRUONG_TREASURIES" not in given
    found = settings.treasuries(None, given["HIENTRUONG_TREASURIES_READ"])
    assert found["01"].account == "7111.0.0000001"


def test_accounts_that_were_read_for_a_child_are_judged_as_strictly_as_a_file() -> None:
    with pytest.raises(SystemExit, match="HIENTRUONG_TREASURIES"):
        settings.treasuries(None, '[01]\nacount = "7111"')


def test_the_doctor_says_where_revocations_are_to_be_asked_for_and_nobody_is_listed() -> None:
    still = settings.Settings(
        database_url="postgresql://x@127.0.0.1/x",
        s3_endpoint="127.0.0.1:1",
        s3_access_key="x",
        s3_secret_key="x",
        keys_dir=Path("keys"),
        spool_dir=Path("spool"),
    )
    asking = msgspec.structs.replace(still, revocation_fetch=True)
    with pytest.raises(Failure, match="HIENTRUONG_REVOCATION_HOSTS"):
        machine._revocation(asking)
    listed = msgspec.structs.replace(asking, revocation_hosts=("crl.gov.vn",))
    assert "crl.gov.vn" in machine._revocation(listed)
    assert "nobody is asked" in machine._revocation(still)
