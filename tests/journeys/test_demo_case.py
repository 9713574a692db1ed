"""`./hientruong demo-case`: a case from the proposal to the archive, at both faces, every PDF opened."""

from collections.abc import Iterator

import pytest

from tests.integration.deploy.running import Running, command, up

pytestmark = [pytest.mark.slow, pytest.mark.long]  # it waits for one-time codes


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A demonstration, started once."""
    folder = tmp_path_factory.mktemp("vụ việc") / "dữ liệu"
    with up(folder) as running:
        yield running


def test_a_case_goes_from_the_proposal_to_the_archive_and_all_of_it_verifies(
    system: Running,
) -> None:
    done = command("demo-case", "--data-dir", system.folder)
    assert done.returncode == 0, done.stdout + done.stderr
    for said in (
        "an inspection proposed, case",
        "PA signed, number 01000001/PA",
        "the paper made on site joins the case",
        "filed as it came: Bản giải trình.eml",
        "MQĐ02 signed, number 01000001/QĐ-XPHC",
        "anybody can check the decision by its code",
        "3 papers opened and compared",
        "everything is as it must be",
    ):
        assert said in done.stdout, said
    verified = command("verify", "--data-dir", system.folder)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert "ok: everything is as it was recorded" in verified.stdout
