"""An auditor draws a sample at the desk, looks at each record and closes; anybody draws it again."""

import json
import re
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from admin_ui.shell.words import say
from backend.core import database
from backend.insight.figures.counting import field_of
from schemas.insight.samples import SampleClosed
from tests.support import samples
from tests.support.case_rows import case_of
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.long]
DOCUMENTED = Path(__file__).parents[4] / "docs/insight/samples.md"


def in_shell(seed: str, size: int, folder: Path) -> str:
    """Run the lines that the documentation gives."""
    line = re.search(r"```sh\n(.*?)```", DOCUMENTED.read_text(encoding="utf-8"), re.DOTALL)
    assert line
    done = subprocess.run(
        ["bash", "-c", line[1]],
        cwd=folder,
        env={"SEED": seed, "N": str(size), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def redraw(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program that the page gives, without anything of ours beside it."""
    command = [sys.executable, "-I", "redraw.py", "sample.json", "population.txt"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


async def test_a_sample_from_the_first_page_to_the_last(
    people: People, readers: Readers, tmp_path: Path
) -> None:
    for number in range(7):
        await case_of(people.an, f"VV-A{number}")
    await case_of(people.em, "VV-B1")
    desk = await readers.of(people.khanh)
    assert await desk.look("/desk/samples") == 200
    assert "Chưa có mẫu nào." in desk.html
    asked = f"unit={people.giang.unit.unit_id}&records=case.all&strata=unit"
    assert await desk.look(f"/desk/samples/new?{asked}") == 200
    assert re.search(r"Đội số 1 thử</th><td[^>]*>7<", desk.html)
    assert re.search(r"Đội số 2 thử</th><td[^>]*>1<", desk.html)

    assert await desk.press("/planned", size="0", purpose="x") == 422
    assert "Số hồ sơ mỗi nhóm là số từ 1 đến 100." in desk.html
    for size in ("0000000059", "5" + "0" * 5000, "-1", "٣"):
        assert await desk.press("/planned", size=size, purpose="Theo kế hoạch 12/KH") == 422
    typed = 'Xổ số "30/11": <b>$(id)</b> 04 17'
    said = {"size": "3", "seed": typed, "purpose": "Theo kế hoạch 12/KH"}
    assert await desk.press("/planned", **said) == 200
    place = desk.page.url.split("?")[0].removeprefix("http://testserver.local")
    sample_id = UUID(place.rsplit("/", 1)[1])
    assert "<b>$(id)" not in desk.html
    assert "Hiện có 8 hồ sơ; sẽ rút 4." in desk.html

    assert await desk.press("/draw") == 200
    assert await desk.look(place) == 200
    assert "Đã xem 0 trong 4 hồ sơ" in desk.html
    ids = re.findall(r'id="r-([0-9a-f-]{36})"', desk.html)
    assert len(ids) == 4
    assert "(id)" in desk.html

    for name in ("sample.json", "population.txt"):
        assert await desk.look(f"{place}/{name}") == 200
        (tmp_path / name).write_text(desk.html, encoding="utf-8")
    assert await desk.look("/desk/samples/redraw.py") == 200
    (tmp_path / "redraw.py").write_text(desk.html, encoding="utf-8")
    ran = redraw(tmp_path)
    assert (ran.returncode, ran.stdout[:8]) == (0, "THE SAME"), ran.stderr
    told = json.loads((tmp_path / "sample.json").read_text(encoding="utf-8"))
    seed = told["seed"]
    assert re.fullmatch(re.escape(typed) + " [0-9a-f]{32}", seed), seed
    by_shell = sorted(line.split()[1] for line in in_shell(seed, 3, tmp_path).splitlines())
    assert by_shell == sorted(ids) == sorted(one for s in told["strata"] for one in s["drawn"])
    (tmp_path / "sample.json").write_text(
        (tmp_path / "sample.json").read_text(encoding="utf-8").replace(seed[-5:], "05118"),
        encoding="utf-8",
    )
    ran = redraw(tmp_path)
    assert (ran.returncode, ran.stdout[:7]) == (1, "DIFFERS")

    await desk.look(place)
    assert await desk.press(f"/looks/{ids[0]}", result="finding", words="Thiếu bút lục") == 409
    assert "Hãy chọn mức độ" in desk.html
    assert "Thiếu bút lục</textarea>" in desk.html
    said = {"result": "finding", "severity": "serious", "words": "Thiếu bút lục 3"}
    assert await desk.press(f"/looks/{ids[0]}", **said) == 200
    assert await desk.press(f"/looks/{ids[1]}", result="in_order") == 200
    assert "Đã xem 2 trong 4 hồ sơ; 1 phát hiện." in desk.html
    [opened] = re.findall(
        r'<details class="fold no-print" open>.*?"result-([0-9a-f-]{36})"', desk.html, re.DOTALL
    )
    assert opened == ids[2], "the next record's form alone stands open"

    head = await readers.of(people.giang)
    assert await head.look(place) == 404
    assert await desk.press("/close") == 409
    assert "Còn hồ sơ chưa xem" in desk.html
    assert await desk.press("/close", conclusion="Hai hồ sơ đang ở tòa án") == 200
    assert "Mẫu đã kết thúc." in desk.html

    assert await head.look("/desk/notices") == 200
    assert f"/desk/samples/{sample_id}" in head.html or "Kiểm tra nội bộ có phát hiện" in head.html
    assert await head.look(place) == 200
    assert "Thiếu bút lục 3" in head.html
    assert people.khanh.full_name not in head.html.split("<main")[1]
    assert ids[1] not in head.html
    assert await head.look(f"{place}/population.txt") == 403
    kinds = await database.fetch(
        "SELECT act_type FROM ledger_entries WHERE record_id = $1 ORDER BY number", sample_id
    )
    assert [row["act_type"] for row in kinds] == [
        "sample.planned",
        "sample.drawn",
        "sample.looked",
        "sample.looked",
        "sample.closed",
    ]


async def test_who_has_seen_the_records_does_not_choose_them_by_the_seed(
    people: People, readers: Readers
) -> None:
    """An auditor could try seeds on the ids of the list until one spares a friend: so the server adds to each."""
    for number in range(30):
        await case_of(people.an, f"VV-{number:02}")
    desk = await readers.of(people.khanh)
    seeds, drawn = set(), set()
    for _ in range(2):
        await desk.open(f"/desk/samples/new?unit={people.giang.unit.unit_id}&records=case.all")
        said = {"size": "5", "seed": "04 17 22", "purpose": "Theo kế hoạch 12/KH"}
        assert await desk.press("/planned", **said) == 200
        seeds |= set(re.findall(r"<code>(04 17 22 [0-9a-f]{32})</code>", desk.html))
        assert await desk.press("/draw") == 200
        drawn.add(tuple(re.findall(r'id="r-([0-9a-f-]{36})"', desk.html)))
    assert len(seeds) == len(drawn) == 2


async def test_heads_learn_that_a_sample_left_fields_out(people: People, readers: Readers) -> None:
    """A share of findings among a few fields is not one among all cases."""
    await case_of(people.an, "VV-01")
    field = field_of("ND98-15-1-a")
    sample_id = await samples.drawn(people.khanh, unit_id=people.giang.unit.unit_id, fields=[field])
    (record_id,) = await samples.ids_of(people.khanh, sample_id)
    assert not samples.code(await samples.look(people.khanh, sample_id, record_id))
    assert not samples.code(await samples.act(people.khanh, sample_id, SampleClosed()))
    head = await readers.of(people.giang)
    said = f"Chỉ những lĩnh vực: {say('vi', f'catalogue.field_{field}')}"
    for place in ("/desk/samples", f"/desk/samples/{sample_id}"):
        assert await head.look(place) == 200
        assert said in head.html, place


async def test_a_form_pressed_twice_or_too_late_records_once_and_loses_nothing(
    people: People, readers: Readers
) -> None:
    await case_of(people.an, "VV-01")
    sample_id = await samples.plan(people.khanh, unit_id=people.giang.unit.unit_id)
    desk = await readers.of(people.khanh)
    place = f"/desk/samples/{sample_id}"
    await desk.open(place)
    form = desk.form("/draw")
    for _ in range(2):
        assert await desk.try_submit(form, form.buttons[0]) == 200
    assert "Đã xem 0 trong 1 hồ sơ" in desk.html
    (record_id,) = await samples.ids_of(people.khanh, sample_id)
    # Another auditor closes it while this one writes.
    form = desk.form(f"/looks/{record_id}")
    form.fill("result", "not_judged")
    form.fill("words", "Bút lục 12 <thiếu> chữ ký")
    ended = SampleClosed(words="Chuyển sang kỳ sau")
    assert not samples.code(await samples.act(people.khanh, sample_id, ended))
    assert await desk.try_submit(form, form.buttons[0]) == 409
    assert "Nội dung bạn đã nhập không được ghi" in desk.html
    assert "Bút lục 12 &lt;thiếu&gt; chữ ký" in desk.html
    assert "Đến biểu mẫu" not in desk.html, "there is none any more"


async def test_a_sample_of_a_unit_that_was_closed_since_becomes_none_of_another(
    people: People, readers: Readers
) -> None:
    """A page that names no unit in force shows the own one; what is fixed for ever must not be about that."""
    await case_of(people.em, "VV-01")
    desk = await readers.of(people.khanh)
    await desk.open(f"/desk/samples/new?unit={people.em.unit.unit_id}&records=case.all")
    closed = "UPDATE units SET valid_to = current_date WHERE id = $1"
    await database.execute(closed, people.em.unit.unit_id)
    assert await desk.press("/planned", size="5", purpose="Theo kế hoạch 12/KH") == 404
    assert await database.fetchval("SELECT count(*) FROM samples") == 0
    # An account that was opened again when its unit was closed already has no unit to draw from.
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_2 = $3, unit_3 = $2 WHERE id = $1",
        people.khanh.id,
        people.em.unit.unit_id,
        people.em.unit.unit_2,
    )
    for page in ("new", "records"):
        assert await desk.look(f"/desk/samples/{page}") == 404


async def test_the_records_of_a_list_are_shown_page_by_page(
    people: People, readers: Readers
) -> None:
    for number in range(53):
        await case_of(people.an, f"VV-{number:02}")
    await case_of(people.dung, "VV-XA")
    desk = await readers.of(people.khanh)
    asked = f"unit={people.giang.unit.unit_id}&records=case.all"
    assert await desk.look(f"/desk/samples/records?{asked}") == 200
    first = set(re.findall(r">(VV-\w\w)<", desk.html))
    assert len(first) == 50
    (following,) = re.findall(r'rel="next" href="([^"]+)"', desk.html)
    assert await desk.look(following.replace("&amp;", "&")) == 200
    rest = set(re.findall(r">(VV-\w\w)<", desk.html))
    assert len(rest) == 3
    assert first | rest == {f"VV-{number:02}" for number in range(53)}
    assert await desk.look(f"/desk/samples/records?{asked}&last=2001-01-01") == 422
    assert await desk.look(f"/desk/samples/records?{asked}&first=0001-01-01&last=0001-01-02") == 422
    assert (
        await desk.look("/desk/samples/new?unit=x&records=case.quarantined&strata=field&first=x")
        == 200
    )
