"""What is true of every page: nothing inline, nothing kept, nothing of another site."""

import re

import pytest

from admin_ui.shell.headers import HEADERS
from tests.support.factories import Work
from tests.support.people import People
from tests.support.readers import Readers

INLINE = re.compile(
    r"""<style|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:|\shx-|<script(?![^>]*\ssrc=)"""
)


def addresses(work: Work) -> list[str]:
    """Every page of the desk about inspections, as a supervisor reaches them."""
    inspection = f"/desk/inspections/{work.id}"
    revision = f"?revision={work.revision}"
    return [
        "/desk/",
        "/desk/style",
        "/desk/help",
        "/desk/about",
        inspection,
        f"{inspection}/print",
        *(f"{inspection}/gallery?photo={picture.photo_id}" for picture in work.pictures[:2]),
        f"{inspection}/compare",
        f"{inspection}/export",
        f"{inspection}/map",
        *(f"{inspection}/{what}{revision}" for what in ("approve", "return", "refuse")),
        f"{inspection}/approve?revision=other",
        "/desk/decisions/new",
        "/desk/search?subject=hoa",
        "/desk/catalogue",
        "/desk/catalogue?q=khong-co-hanh-vi-nao",
        *(f"/desk/photos/{picture.photo_id}" for picture in work.pictures),
        "/desk/rescue",
        "/desk/nowhere/at/all",
        "/desk/sign-in",
    ]


async def test_no_page_has_anything_inline_and_every_page_has_all_headers(
    album: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    for address in addresses(album):
        answer = await desk.fetch(address)
        if answer.has_redirect_location:
            continue
        assert not INLINE.search(answer.text), (address, INLINE.search(answer.text))
        for name, value in HEADERS.items():
            assert answer.headers[name] == value, (address, name)
        assert answer.headers["cache-control"] == "no-store", address
        for link in re.findall(r"""(?:src|href|action)="([^"]*)\"""", answer.text):
            assert link.startswith(("/", "#")), (address, link)
            assert not link.startswith("//"), (address, link)


def test_the_policy_allows_nothing_unsafe() -> None:
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("accept", ["vi", "en"])
async def test_every_page_says_its_language_and_has_one_heading(
    album: Work, people: People, readers: Readers, accept: str
) -> None:
    desk = await readers.of(people.giang)
    desk.cookies["ht_language"] = accept
    for address in addresses(album):
        answer = await desk.fetch(address)
        if answer.has_redirect_location:
            continue
        assert f'<html lang="{accept}">' in answer.text, address
        assert len(re.findall("<h1", answer.text)) == 1, address


@pytest.mark.parametrize(
    "path",
    [
        "/desk/static/0000000000000000/desk.css",
        "/desk/static/x/%00",
        "/desk/static/x/..%2f..%2fasgi.py",
        "/desk/static/x/../../../asgi.py",
        "/desk/static/x/desk.css%00.js",
        "/desk/static/desk.css",
        "/desk/%ff",
    ],
)
async def test_static_files_are_ours_alone(readers: Readers, path: str) -> None:
    assert (await readers.stranger().fetch(path)).status_code == 404


async def test_static_files_are_kept_for_ever_under_their_hash(readers: Readers) -> None:
    desk = readers.stranger()
    answer = await desk.fetch("/desk/sign-in")
    [sheet] = re.findall(r'href="(/desk/static/[0-9a-f]{16}/desk\.css)"', answer.text)
    answer = await desk.fetch(sheet)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_the_other_language_comes_back_to_the_same_filters(
    people: People, readers: Readers
) -> None:
    head = await readers.of(people.giang)
    await head.open("/desk/plans?words=rượu&year=2027")
    assert await head.press("/desk/language", "en") == 200
    assert str(head.page.url).endswith("?words=r%C6%B0%E1%BB%A3u&year=2027")
    assert '<html lang="en">' in head.html


async def test_who_loads_a_page_anew_by_its_link_keeps_the_filters(
    people: People, readers: Readers
) -> None:
    head = await readers.of(people.giang)
    await head.open("/desk/plans?words=ruou&year=2027")
    link = re.search(r'class="live-reload" href="([^"]+)"', head.html)
    assert link is not None
    assert link[1].replace("&amp;", "&") == "/desk/plans?words=ruou&year=2027"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/desk/\\evil", "x"])
async def test_the_language_switch_leads_nowhere_else(readers: Readers, back: str) -> None:
    desk = readers.stranger()
    await desk.look("/desk/sign-in")
    form = desk.form("/desk/language")
    form.fill("back", back)
    await desk.try_submit(form)
    assert desk.page.url.startswith("http://testserver.local/desk")
    assert '<html lang="en">' in desk.html
