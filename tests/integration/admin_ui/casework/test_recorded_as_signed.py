"""What is recorded is what was signed: over HTTP, by an officer who would rather record something else."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from backend.core import clock
from backend.core.local_time import VIETNAM, day_of
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from tests.support import cases_made, referrals
from tests.support.cases_made import Case, today
from tests.support.people import People
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("app")


async def sent(desk: Reader, act: str, **changed: str) -> int:
    """Look at the act's form, then record it with other values than it carries."""
    await desk.open(act)
    assert await desk.press(act, **changed) == 200
    return await desk.press(act, "sure")


async def minuted(people: People, **changed: Any) -> tuple[Case, str]:
    case = await cases_made.inspected(people)
    await cases_made.minuted(case, **changed)
    return case, f"/desk/cases/{case.id}/acts/violation.recorded"


@pytest.mark.parametrize(
    ("field", "value", "paper", "entered"),
    [
        ("party.name", "Trần Văn Khác", "Trần Văn Mẫu", "Trần Văn Khác"),
        ("party.kind", "organisation", "Cá nhân", "Tổ chức"),
        ("party.identity_number", "001099900018", "001099900017", "001099900018"),
        ("violations.0.code", "ND98-15-1-a", "ND98-15-1-d", "ND98-15-1-a"),
        ("violations.0.goods_value", "4.000.000", "15.000.000", "4.000.000"),
        ("violations.0.illicit_gain", "9.000.000", "–", "9.000.000"),
        ("violations.0.ended_on", "2025-01-06", f"{today():%d/%m/%Y}", "06/01/2025"),
    ],
)
async def test_an_inspector_records_no_other_party_behaviour_or_value_than_his_minutes(
    readers: Readers, people: People, field: str, value: str, paper: str, entered: str
) -> None:
    case, act = await minuted(people)
    desk = await readers.of(people.an)
    typed = {field: value}
    if (
        value == "organisation"
    ):  # has none of these; the form would refuse them before the minutes are compared
        typed |= {f"party.{one}": "" for one in ("birth_date", "sex", "occupation")}
    assert await sent(desk, act, **typed) == 409
    assert f"văn bản ghi «{paper}», bạn nhập «{entered}»" in desk.page.text
    assert (await case.facts()).recorded is None

    await desk.press("/desk/language", "en")
    assert await sent(desk, act, **typed) == 409
    assert "the paper says “" in desk.page.text


async def test_what_the_minutes_say_is_shown_and_recorded_as_it_is(
    readers: Readers, people: People
) -> None:
    case, act = await minuted(people)
    desk = await readers.of(people.an)
    await desk.open(act)
    form = desk.form(act)
    assert form.find("explanation_right") is None, "no tick: the decree gives the right"
    assert "theo văn bản đã ký" in desk.page.text
    assert await desk.press(act) == 200
    assert "có quyền giải trình" in desk.page.text
    assert await desk.press(act, "sure") == 200
    recorded = (await case.facts()).recorded
    assert recorded is not None
    assert recorded.explanation_right
    assert recorded.violations[0].goods_value == 15_000_000
    assert recorded.party.name == "Trần Văn Mẫu"


async def test_the_longest_lines_that_a_paper_takes_are_recorded_whole(
    readers: Readers, people: People
) -> None:
    nation = "Cộng hòa Liên bang Dân chủ Nhân dân " * 2 + "và các quốc gia khác"
    case, act = await minuted(people, party=cases_made.party(nationality=nation))
    desk = await readers.of(people.an)
    assert await sent(desk, act) == 200, desk.page.text
    recorded = (await case.facts()).recorded
    assert recorded is not None
    assert recorded.party.nationality == nation
    exhibit = cases_made.exhibit(
        name="Hộp mỹ phẩm nhãn hiệu lạ, không có nhãn phụ; ".ljust(300, "x")
    )
    short = msgspec.structs.replace(exhibit, name="Hộp")
    content = await cases_made.seized(case, short)
    fields = cases_made.seizure(
        msgspec.structs.replace(
            content, exhibits=[msgspec.structs.replace(short, name=exhibit.name)]
        )
    )
    paper = await case.paper("MBB15", people.an, **cases_made.signed_by("MBB15", fields, people.an))
    await desk.open(f"/desk/cases/{case.id}/acts/exhibits.seized?paper={paper}")
    assert await desk.press("exhibits.seized") == 200, desk.page.text
    assert [one.content.name for one in (await case.facts()).exhibits.values()] == [exhibit.name]


async def test_the_right_to_explain_is_not_waived_as_if_there_were_none(
    readers: Readers, people: People
) -> None:
    at = clock.now() - timedelta(hours=1)
    case = await cases_made.recorded(
        people,
        cases_made.violation("ND98-15-1-h", ended_on=day_of(at), goods_value=80_000_000),
        party=cases_made.party(kind=SubjectKind.ORGANISATION, tax_code="0100233488"),
        recorded_at=at,
    )
    desk = await readers.of(people.an)
    act = f"/desk/cases/{case.id}/acts/explanation.waived"
    assert await sent(desk, act, how="no_right") == 409
    assert "Người vi phạm có quyền giải trình: ND98-15-1-h" in desk.page.text
    assert await sent(desk, act, how="time_over") == 409
    assert (await case.facts()).state == "violation_recorded"


async def test_minutes_that_deny_a_right_that_the_law_gives_are_not_made_ready(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    # Its band ends at 50 million.
    serious = cases_made.violation("ND98-15-1-i", goods_value=120_000_000)
    said = cases_made.minutes(cases_made.party(), [serious], explanation="none")
    said = cases_made.signed_by("MBB01", said, people.an)
    with pytest.raises(AssertionError, match="case_paper_denies_hearing"):
        await case.paper("MBB01", people.an, **said)


async def test_older_minutes_are_compared_in_what_they_hold(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = await cases_made.inspected(people)
    content = await cases_made.minuted(newer)
    said = (await newer.facts()).papers[content.document_id].fields
    case = await cases_made.inspected(people)
    rows = [
        {name: row[name] for name in ("wording", "description", "provision")}
        for row in said["violations"]
    ]
    later = ("detected_on", "explanation_waived", "grounds")
    old = {name: value for name, value in said.items() if name not in later}
    monkeypatch.setattr(cases_made.forms, "newest", lambda _form: 1)
    paper = await cases_made.Case.paper(case, "MBB01", people.an, **old | {"violations": rows})
    monkeypatch.undo()
    content = msgspec.structs.replace(content, document_id=paper)
    one = content.violations[0]

    async def refused(**changed: Any) -> str:
        other = msgspec.structs.replace(content, **changed)
        return await case.refused(CaseAct.VIOLATION_RECORDED, other, people.an)

    stranger = cases_made.party(name="Trần Văn Khác")
    assert await refused(party=stranger) == "case_differs_from_paper"
    assert await refused(violations=[one, one]) == "case_differs_from_paper"
    # Another hour of the same day in Vietnam, also soon after midnight there.
    made = content.recorded_at.astimezone(VIETNAM)
    begun = made.replace(hour=0, minute=0, second=0, microsecond=0)
    later_made = content.recorded_at - min(timedelta(hours=3), (made - begun) / 2)
    assert await refused(recorded_at=later_made) == "case_differs_from_paper"
    richer = msgspec.structs.replace(one, goods_value=16_000_000)
    await case.take(
        CaseAct.VIOLATION_RECORDED,
        msgspec.structs.replace(content, violations=[richer]),
        people.an,
    )


async def test_a_version_that_was_not_in_force_when_the_act_ended_is_not_recorded(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    later = cases_made.violation(catalogue_version=3)
    with pytest.raises(AssertionError, match="case_paper_contradicts"):
        await cases_made.minuted(case, later)
    bare = cases_made.minutes(cases_made.party(), [later])["violations"][0]
    free = {name: bare[name] for name in bare if name not in ("code", "catalogue_version")}
    content = await cases_made.minuted(case, later, minutes={"violations": [free]})
    found = await case.refused(CaseAct.VIOLATION_RECORDED, content, people.an)
    assert found == "case_catalogue_version"


async def test_exhibits_are_seized_as_the_seizure_minutes_list_them(people: People) -> None:
    case = await cases_made.recorded(people)
    exhibit = cases_made.exhibit()
    content = await cases_made.seized(case, exhibit)

    async def refused(**changed: Any) -> str:
        other = msgspec.structs.replace(exhibit, **changed)
        act = msgspec.structs.replace(content, exhibits=[other])
        return await case.refused(CaseAct.EXHIBITS_SEIZED, act, people.an)

    assert await refused(quantity="4") == "case_differs_from_paper"
    assert await refused(name="Bánh kẹo") == "case_differs_from_paper"
    more = [exhibit, msgspec.structs.replace(exhibit, exhibit_id=new_id())]
    both = msgspec.structs.replace(content, exhibits=more)
    found = await case.refused(CaseAct.EXHIBITS_SEIZED, both, people.an)
    assert found == "case_differs_from_paper"
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)


async def test_remedies_are_those_of_the_decision(people: People) -> None:
    case = await cases_made.due(people)
    ordered = case_acts.RemedyOrdered(
        document_id=new_id(),
        decided_on=today(),
        why="other",
        reason="Không xác định được chủ",
        confiscated=[],
        remedies=["Buộc tiêu hủy hàng hóa"],
        comply_days=10,
    )
    paper = await cases_made.remedied(case, ordered)
    proof = await case.paper("MBB05", people.an)
    ordered = msgspec.structs.replace(ordered, document_id=paper, ground_proof=proof)
    other = msgspec.structs.replace(ordered, remedies=["Buộc tái xuất"])
    assert await case.refused(CaseAct.REMEDY_ORDERED, other) == "case_differs_from_paper"
    longer = msgspec.structs.replace(ordered, comply_days=300)
    assert await case.refused(CaseAct.REMEDY_ORDERED, longer) == "case_differs_from_paper"
    none = msgspec.structs.replace(ordered, remedies=[])
    assert await case.refused(CaseAct.REMEDY_ORDERED, none) == "case_differs_from_paper"
    await case.take(CaseAct.REMEDY_ORDERED, ordered)


async def test_a_detour_to_the_prosecution_takes_no_right_to_explain_away(people: People) -> None:
    case = await cases_made.recorded(people)
    await cases_made.approve(case)
    assert (await case.facts()).recorded is not None
    await case.take(CaseAct.CRIME_REFERRED, await referrals.referred(case))
    await cases_made.written_by_party(case, people.an)
    declined = case_acts.CrimeDeclined(returned_on=today(), number="1/TB", reason="Không khởi tố")
    await case.take(CaseAct.CRIME_DECLINED, declined)
    assert (await case.facts()).state == "decision_due"
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_hearing_due"
