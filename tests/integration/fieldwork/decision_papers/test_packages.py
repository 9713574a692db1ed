"""The program in a package knows a decision that was changed: it is not called forged, and a forged one is."""

import json
from pathlib import Path
from uuid import UUID

import pytest

from backend.exchange.evidence_export import checker
from tests.integration.admin_ui.exchange.test_export import taken
from tests.integration.fieldwork.decision_papers.test_changes import changed, signed
from tests.integration.fieldwork.decision_papers.test_hand_signed import begun, matched, typed
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers, readers
from tests.support.signing import Authority

__all__ = ["readers"]

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.long
async def test_a_changed_decision_is_proven_by_the_package_and_another_change_is_not(
    people: People,
    issuer: Authority,
    readers: Readers,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, inspection = await signed(people, issuer)
    contents = ["Điều kiện kinh doanh", "An toàn thực phẩm"]
    await changed(inspection, people.giang, contents=contents, place="Kho số 2, đường Cây Đa")
    await changed(inspection, people.giang, duration_days=5)
    work = Work(UUID(str(inspection)), "", people.chi, await factories.pen(people.chi))
    package = tmp_path / "package"
    (await taken(work, people.khanh, readers)).extractall(package)
    code = checker.main([str(package)])
    said = capsys.readouterr().out
    view = json.loads((package / "inspection.json").read_text())
    assert view["decision"]["contents"] == contents
    assert view["decision"]["duration_days"] == 5
    assert code == 0, said
    view["decision"]["contents"] = ["Điều kiện kinh doanh"]
    (package / "inspection.json").write_text(json.dumps(view, ensure_ascii=False))
    assert checker.main([str(package)]) == 1
    wrong = [line for line in capsys.readouterr().out.splitlines() if "SAI" in line]
    assert any("decision" in line for line in wrong), wrong


async def test_what_began_from_a_sheet_signed_by_hand_is_proven_and_another_match_is_not(
    people: People,
    phones: Phones,
    readers: Readers,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    record = await begun(await phones.of(people.an), await typed(people))
    await matched(record, people.nga, "differs", reason="Sai ngày trên bản giấy")
    work = Work(record, "", people.chi, await factories.pen(people.chi))
    package = tmp_path / "package"
    (await taken(work, people.khanh, readers)).extractall(package)
    code = checker.main([str(package)])
    assert code == 0, capsys.readouterr().out
    view = json.loads((package / "inspection.json").read_text())
    assert view["hand_signed"]["outcome"] == "differs"
    view["hand_signed"]["outcome"] = "sheets"
    (package / "inspection.json").write_text(json.dumps(view, ensure_ascii=False))
    capsys.readouterr()
    assert checker.main([str(package)]) == 1
    assert "hand_signed/outcome" in capsys.readouterr().out
