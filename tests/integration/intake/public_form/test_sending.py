"""A citizen sends a report, and gets a receipt; what is wrong is said beside its field, and nothing typed is lost."""

import httpx
import pytest

from backend.core import database, keys
from backend.intake.public_form import service as public_form
from tests.support.citizens import WHAT, code_of, old_token, picture, send, told, typed

pytestmark = pytest.mark.usefixtures("app")

INBOX = "SELECT id, sealed, photographs FROM public_inbox"


async def test_a_report_with_two_photographs_is_sealed_and_answered_by_a_code(
    client: httpx.AsyncClient,
) -> None:
    answer = await send(
        client,
        photographs=[("a.jpg", picture(1)), ("b.jpg", picture(2))],
        phone="0912 345 678",
        fields=["smuggled", "origin"],
    )
    code = code_of(answer)
    assert answer.headers["cache-control"] == "no-store"
    assert "noindex" in answer.headers["x-robots-tag"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "set-cookie" not in answer.headers
    assert "<svg" in answer.text
    rows = await database.fetch(INBOX)
    assert [row["photographs"] for row in rows] == [2]
    assert b"0912" not in rows[0]["sealed"]
    assert WHAT.encode() not in rows[0]["sealed"]
    plain = keys.current().informants.open(rows[0]["sealed"])
    assert WHAT.encode() in plain
    assert b"0912 345 678" in plain
    pictures = await database.fetch("SELECT sealed FROM public_inbox_photographs ORDER BY position")
    opened = [keys.current().informants.open(row["sealed"]) for row in pictures]
    assert opened == [picture(1), picture(2)]
    assert told(await client.get(f"/phan-anh/{code}")) == "received"
    assert told(await client.post("/phan-anh/tra-cuu", data={"code": code.lower()})) == "received"


async def test_sent_twice_it_is_one_report_with_one_code(client: httpx.AsyncClient) -> None:
    token = old_token()
    files = [("a.jpg", picture(1))]
    first = code_of(await send(client, token=token, photographs=files))
    again = code_of(await send(client, token=token, photographs=files))
    assert first == again
    assert await database.fetchval("SELECT count(*) FROM public_inbox") == 1
    other = code_of(await send(client, token=token, photographs=[("a.jpg", picture(2))]))
    assert other != first
    assert await database.fetchval("SELECT count(*) FROM public_inbox") == 2


async def test_a_position_abroad_alone_is_no_place_and_truong_sa_is_one(
    client: httpx.AsyncClient,
) -> None:
    """Whose phone thinks that it is elsewhere is asked for an address; nobody is sent to the Gulf of Guinea."""
    nowhere = {"who": "", "address": ""}
    for latitude, longitude in (("0", "0"), ("488566000", "23522000"), ("210000000", "9999999999")):
        at = {"latitude_e7": latitude, "longitude_e7": longitude}
        answer = await send(client, **nowhere, **at)
        assert answer.status_code == 422
        assert "Vị trí này không ở Việt Nam" in answer.text
        assert WHAT in answer.text
    islands = {"latitude_e7": "86450000", "longitude_e7": "1119200000"}
    assert code_of(await send(client, **nowhere, **islands))
    assert code_of(await send(client, latitude_e7="0", longitude_e7="0")), "the address says where"


async def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(
    client: httpx.AsyncClient,
) -> None:
    answer = await send(
        client, what="quá ngắn", phone="không", wants_answer="yes", who="", address="", lang="en"
    )
    assert answer.status_code == 422
    for name in ("what", "phone", "address"):
        assert f'id="{name}-fault"' in answer.text
    assert 'lang="en"' in answer.text
    assert typed(answer, "what") == "quá ngắn"
    assert typed(answer, "goods") == "rượu ngoại"
    assert await database.fetchval("SELECT count(*) FROM public_inbox") == 0


async def test_a_denunciation_without_a_name_asks_first_and_then_counts_as_a_tip(
    client: httpx.AsyncClient,
) -> None:
    """Law on Denunciations 25/2018/QH14 Arts 23 and 25: without a name it is not resolved under that law."""
    asked = await send(client, nature="denunciation")
    assert asked.status_code == 422
    assert 'id="anonymous_known-fault"' in asked.text
    code_of(await send(client, nature="denunciation", anonymous_known="yes"))
    named = {"name": "Nguyễn Thị Thử", "contact_address": "3 phố Thử", "phone": "0912345678"}
    code_of(await send(client, nature="denunciation", **named))
    opened = [keys.current().informants.open(row["sealed"]) for row in await database.fetch(INBOX)]
    assert sorted(b'"nature":"tip"' in one for one in opened) == [False, True]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("hoa-don.pdf", b"%PDF-1.7 " + b"x" * 100)], "hoa-don.pdf"),
        ([("anh.jpg", b"MZ" + b"\x00" * 200)], "anh.jpg"),
        ([("anh.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")], "anh.svg"),
        ([("trong.jpg", b"")], "trong.jpg"),
        ([("to.jpg", b"\xff\xd8\xff" + b"x" * public_form.MOST_BYTES)], "10 MB"),
        ([(f"{n}.jpg", picture(n)) for n in range(6)], "5 ảnh"),
        ([('"><img src=x onerror=alert(1)>.jpg', b"GIF89a")], "&lt;img src=x"),
    ],
    ids=["pdf", "program", "svg", "empty", "large", "many", "name"],
)
async def test_a_file_that_is_no_photograph_of_ours_is_refused_and_the_text_is_kept(
    client: httpx.AsyncClient, files: list[tuple[str, bytes]], said: str
) -> None:
    answer = await send(client, photographs=files)
    assert answer.status_code == 422
    assert said in answer.text
    assert "<img src=x" not in answer.text
    assert typed(answer, "what") == WHAT
    assert await database.fetchval("SELECT count(*) FROM public_inbox") == 0


async def test_a_body_that_breaks_off_leaves_nothing_and_says_so(client: httpx.AsyncClient) -> None:
    token = old_token()
    head = "\r\n".join(
        f'--b\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}'
        for name, value in {
            "token": token,
            "nature": "tip",
            "concerns": "shop",
            "what": WHAT,
            "address": "12 phố Thử",
        }.items()
    )
    cut = '\r\n--b\r\ncontent-disposition: form-data; name="photographs"; filename="a.jpg"\r\n\r\n'
    body = (head + cut).encode() + picture(1)[:500]
    answer = await client.post(
        "/phan-anh", content=body, headers={"content-type": "multipart/form-data; boundary=b"}
    )
    assert answer.status_code == 422
    assert typed(answer, "what") == WHAT
    assert "trọn vẹn" in answer.text
    for content, kind in (
        (b"{}", "application/json"),
        (b"nonsense", "multipart/form-data; boundary=b"),
        (b"x" * 100, "multipart/form-data"),
    ):
        answer = await client.post("/phan-anh", content=content, headers={"content-type": kind})
        assert answer.status_code in (400, 422), kind
    assert await database.fetchval("SELECT count(*) FROM public_inbox") == 0


async def test_machines_are_held_off_and_a_person_presses_once_more(
    client: httpx.AsyncClient,
) -> None:
    for token in ("", "x", public_form.new_token(), old_token(25 * 3600)):
        answer = await send(client, token=token)
        assert answer.status_code == 422
        assert typed(answer, "what") == WHAT
    trapped = await send(client, website="https://spam.example")
    assert trapped.status_code == 422
    assert 'id="website-fault"' in trapped.text
    for headers in (
        {"sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example"},
    ):
        assert (await send(client, headers=headers)).status_code == 403
    own = {"origin": "http://testserver.local", "sec-fetch-site": "same-origin"}
    code_of(await send(client, headers=own))
    assert await database.fetchval("SELECT count(*) FROM public_inbox") == 1


async def test_a_report_about_an_officer_says_whom(client: httpx.AsyncClient) -> None:
    answer = await send(client, concerns="officer", who="")
    assert answer.status_code == 422
    assert 'id="who-fault"' in answer.text
    code_of(await send(client, concerns="officer", who="Đội trưởng Đội số 4"))


async def test_the_pages_are_in_both_languages(client: httpx.AsyncClient) -> None:
    vietnamese, english = [
        (await client.get(address)).text for address in ("/phan-anh/", "/phan-anh/?lang=en")
    ]
    assert '<html lang="vi">' in vietnamese
    assert "Gửi phản ánh" in vietnamese
    assert '<html lang="en">' in english
    assert "Send a report" in english
    assert "Tố cáo không ghi tên không được giải quyết" in vietnamese.replace("\n", " ")
    assert "geolocation=(self)" in (await client.get("/phan-anh")).headers["permissions-policy"]


async def test_the_other_language_keeps_what_was_typed_and_records_nothing(
    client: httpx.AsyncClient,
) -> None:
    answer = await send(client, other="en", phone="0912", photographs=[("a.jpg", picture(1))])
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text
    for said in (WHAT, 'value="Tạp hóa Bình Minh Thử"', 'value="0912"', "choose them again"):
        assert said in answer.text, said
    assert 'class="fault"' not in answer.text, "nobody asked to send it yet"
    assert await database.fetchval("SELECT count(*) FROM public_inbox") == 0
    code_of(await send(client, lang="en"))
