"""Routes are drafted and published by two persons at the desk; an absence names who stands in."""

from urllib.parse import urlsplit

from backend.core import clock, database
from tests.support.people import People
from tests.support.readers import Readers

STEPS = {
    "kind_1": "legal_check",
    "by_1": "role:legal",
    "term_1": "2",
    "unit_1": "days",
    "kind_2": "sign",
    "by_2": "head:0",
    "term_2": "2",
    "unit_2": "days",
}


async def test_a_head_drafts_a_route_and_a_legal_officer_publishes_it(
    people: People, readers: Readers
) -> None:
    giang, today = await readers.of(people.giang), clock.today().isoformat()
    await giang.open("/desk/routes/new")
    said = {
        "name": "Quyết định xử phạt",
        "kind": "sanction",
        "unit_id": str(people.giang.unit.unit_id),
        "forms": "MQĐ02",
        "levels": "2",
        "fields": "food",
        "amount_from": "50.000.000",
        "valid_from": today,
    }
    assert await giang.press("/routes/new", "yes") == 200, "a second step is added by its button"
    too_long = STEPS | {"term_2": "9"}
    assert await giang.press("/routes/new", **(said | too_long)) == 409
    assert "Tổng thời hạn các bước" in giang.html
    assert "Quyết định xử phạt" in giang.html, "what was typed is kept"
    endless = STEPS | {"term_2": "9" * 5000, "by_2": "head:" + "9" * 5000}
    assert await giang.press("/routes/new", **(said | endless)) == 422
    nobody = STEPS | {"by_1": "officer", "who_1": "không có ai"}
    assert await giang.press("/routes/new", **(said | nobody)) == 422
    assert "Không có công chức đang làm việc nào tên" in giang.html
    assert await giang.press("/routes/new", **(said | STEPS | {"who_1": ""})) == 200
    assert "Dự thảo chờ người thứ hai ban hành." in giang.html
    assert "/publish" not in giang.html, "who drafted it does not publish it"
    address = urlsplit(str(giang.page.url)).path
    phuc = await readers.of(people.phuc)
    await phuc.open("/desk/")
    assert address in phuc.html, "a draft waits for its second person"
    await phuc.open(address)
    assert "2 ngày làm việc" in phuc.html
    assert "An toàn thực phẩm" in phuc.html
    assert "Chi cục" in phuc.html
    assert await phuc.press("/publish") == 200
    assert "Phiên bản 1, đang áp dụng" in phuc.html
    await phuc.open("/desk/")
    assert address not in phuc.html, "what is done leaves"
    hai = await readers.of(people.hai)
    await hai.open("/desk/notices")
    assert "ban hành quy trình “Quyết định xử phạt”" in hai.html, "no route changes unheard"
    await phuc.open("/desk/routes")
    assert "Pháp chế kiểm tra" in phuc.html
    await phuc.open(address)
    assert await phuc.press("/end", valid_to=today, reason="") == 422
    assert await phuc.press("/end", valid_to=today, reason="Gộp vào quy trình chung") == 200
    assert "Phiên bản 1, đang áp dụng" in phuc.html, "one person ends nothing"
    assert "/publish" not in phuc.html
    await giang.open(address)
    assert "Gộp vào quy trình chung" in giang.html
    assert await giang.press("/publish") == 200
    assert f"Hết áp dụng từ {clock.today():%d/%m/%Y}" in giang.html


async def test_a_step_is_added_and_taken_out_and_the_others_keep_what_was_chosen(
    people: People, readers: Readers
) -> None:
    giang = await readers.of(people.giang)
    await giang.open("/desk/routes/new")
    assert "Bước 2" not in giang.html, "a route begins with one step"
    assert "Bỏ bước" not in giang.html, "the first step stays"
    assert await giang.press("/routes/new", "yes") == 200
    assert await giang.press("/routes/new", "yes", **STEPS) == 200
    assert await giang.press("/routes/new", by_3="role:clerk", term_3="7") == 422
    assert "Chọn việc của bước này, hoặc bỏ bước." in giang.html, "no step is dropped unsaid"
    assert await giang.press("/routes/new", "2") == 200
    assert "Bước 3" not in giang.html
    sent = dict(giang.form("/routes/new").sent())
    assert (sent["kind_1"], sent["kind_2"]) == ("legal_check", "")
    assert (sent["by_2"], sent["term_2"]) == ("role:clerk", "7"), "what stood behind moves up"


async def test_a_route_and_an_absence_of_which_the_button_is_pressed_twice_are_one(
    people: People, readers: Readers
) -> None:
    giang, today = await readers.of(people.giang), clock.today().isoformat()
    route = {
        "name": "Quyết định xử phạt",
        "kind": "sanction",
        "unit_id": str(people.giang.unit.unit_id),
        "valid_from": today,
    }
    away = {"first_day": today, "last_day": today, "reason": "nghỉ phép"}
    away |= {"officer": people.giang.username, "stand_in": "Đặng Thanh Hải"}
    forms = (
        ("/desk/routes/new", "/routes/new", route | STEPS, "approval_routes"),
        ("/desk/absences", "/absences", away, "absences"),
    )
    for address, action, said, table in forms:
        await giang.open(address)
        if table == "approval_routes":
            await giang.press(action, "yes")
        form = giang.form(action)
        for name, value in said.items():
            form.fill(name, value)
        for _ in range(2):
            assert await giang.try_submit(form, form.buttons[0]) == 200, address
        assert await database.fetchval(f"SELECT count(*) FROM {table}") == 1


async def test_an_absence_is_recorded_by_name_and_ended_earlier(
    people: People, readers: Readers
) -> None:
    giang, today = await readers.of(people.giang), clock.today().isoformat()
    await giang.open("/desk/absences")
    days = {"first_day": today, "last_day": today, "reason": "nghỉ phép"}
    away = days | {"officer": people.giang.username, "stand_in": "Đặng Thanh Hải"}
    assert await giang.press("/absences", **(away | {"stand_in": "ai đó"})) == 422
    assert "ai đó" in giang.html
    assert await giang.press("/absences", **away) == 200
    assert "Đang vắng" in giang.html
    hai = await readers.of(people.hai)
    await hai.open("/desk/notices")
    assert "Đặng Thanh Hải xử lý thay" in hai.html, "a stand-in hears of it"
    await hai.open("/desk/")
    assert f"Bạn xử lý thay {people.giang.full_name}" in hai.html
    await giang.open("/desk/")
    assert "Bạn được ghi vắng mặt" in giang.html
    await hai.open("/desk/absences")
    back = days | {"officer": people.hai.username, "stand_in": people.giang.username}
    assert await hai.press("/absences", **back) == 409
    assert "Hãy chọn người khác" in hai.html
    absence = await database.fetchval("SELECT id FROM absences")
    await giang.open(f"/desk/absences/{absence}")
    assert await giang.press("/end", first_day_back=today, reason="về sớm") == 200
    assert "Đã kết thúc." in giang.html
