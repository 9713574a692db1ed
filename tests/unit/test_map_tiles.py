"""A source of map tiles goes into a Content-Security-Policy: only an https template passes."""

import pytest

from backend.core.settings import map_tiles


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://tiles.example/{z}/{x}/{y}.png", "https://tiles.example"),
        ("https://maps.gov.example:8443/nen/{z}/{y}/{x}?key=a1-b", "https://maps.gov.example:8443"),
        ("https://tiles.example/{z}/{x}/{y}{r}.webp", "https://tiles.example"),
    ],
)
def test_an_https_template_is_taken_with_its_origin(url: str, origin: str) -> None:
    found = map_tiles(url, "© Nguồn ")
    assert found is not None
    assert (found.url, found.origin, found.attribution) == (url, origin, "© Nguồn")


def test_without_one_there_is_none() -> None:
    assert map_tiles("", "") is None


@pytest.mark.parametrize(
    "url",
    [
        "http://tiles.example/{z}/{x}/{y}.png",
        "//tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}.png",
        "https://{s}.tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}/{y}/{secret}.png",
        "https://tiles.example/{z}/{x}/{y}.png{",
        "https://user@tiles.example/{z}/{x}/{y}.png",
        "https://*.example/{z}/{x}/{y}.png",
        "https://tiles.example; script-src *//{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}/{y}.png; script-src *",
        "https://tiles.example/{z}/{x}/{y}.png\n",
        'https://tiles.example/{z}/{x}/{y}.png" onload="',
        "https://tiles.example",
        "javascript:alert(1)//{z}{x}{y}",
    ],
)
def test_anything_else_stops_the_start_with_a_sentence(url: str) -> None:
    with pytest.raises(SystemExit, match="HIENTRUONG_MAP_TILES phải có dạng"):
        map_tiles(url, "© Nguồn")


@pytest.mark.parametrize("nobody", ["", "  "])
def test_whoever_drew_it_must_be_named(nobody: str) -> None:
    with pytest.raises(SystemExit, match="HIENTRUONG_MAP_ATTRIBUTION"):
        map_tiles("https://tiles.example/{z}/{x}/{y}.png", nobody)
