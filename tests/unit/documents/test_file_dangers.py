"""What a filed document is, and what is dangerous about it, told by its bytes alone."""

import time

import pytest

from backend.documents.rules import file_dangers, file_kinds
from backend.documents.texts.file_dangers import sentence
from tests.support import filing, pictures

KINDS = {
    "application/pdf": filing.pdf(),
    "image/jpeg": pictures.jpeg(),
    "image/png": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "audio/wav": filing.wav(),
    "video/mp4": filing.mp4(),
    "message/rfc822": filing.mail(),
    "audio/mpeg": b"\xff\xfb\x90\x64" + bytes(100),
    "audio/ogg": b"OggS" + bytes(50),
    "text/plain": "Kính gửi Chi cục".encode(),
    "application/zip": filing.archive({"a.txt": b"1"}),
    file_kinds.OFFICE[b"word/"]: filing.word(),
    "application/octet-stream": b"\x00\x01\x02",
}


def kind_of(data: bytes) -> str:
    return file_kinds.media_type(data[: file_kinds.HEAD_BYTES], data[-100_000:])


def dangers(name: str, data: bytes) -> tuple[str, ...]:
    return file_dangers.found(data, len(data), kind_of(data), name)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_what_its_first_bytes_say(kind: str) -> None:
    assert kind_of(KINDS[kind]) == kind


@pytest.mark.parametrize("what", filing.HOSTILE)
def test_what_is_dangerous_about_a_file_is_said(what: str) -> None:
    name, make, danger = filing.HOSTILE[what]
    data = make()
    found = dangers(name, data)
    assert danger in found
    shown = file_kinds.shown_as(kind_of(data), found)
    assert shown in ("download", "picture"), "a picture is shown as our own preview alone"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", filing.pdf()),
        ("anh.jpeg", pictures.jpeg()),
        ("ghi-am.wav", filing.wav()),
        ("ghi-hinh.mp4", filing.mp4()),
        ("thu.eml", filing.mail()),
        ("cong-van.docx", filing.word()),
        ("khong-duoi", filing.pdf()),
        ("van-ban.pdf", filing.hidden(b"900 0 <</Type/Page>>")),
        ("ghi-chu.txt", b"abc"),
    ],
)
def test_an_ordinary_document_has_no_danger(name: str, data: bytes) -> None:
    assert dangers(name, data) == ()


def test_each_danger_has_its_sentence_in_both_languages() -> None:
    for danger in file_dangers.DANGERS:
        assert sentence(danger).vi.endswith(".")
        assert sentence(danger).en.endswith(".")


def test_a_file_too_large_to_search_is_not_shown_unless_it_is_sound_or_film() -> None:
    size = file_dangers.SEARCHED_BYTES + 1
    found = file_dangers.found(filing.pdf(), size, "application/pdf", "a.pdf")
    assert file_kinds.shown_as("application/pdf", found) == "download"
    assert file_dangers.found(filing.mp4(), size, "video/mp4", "a.mp4") == ()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + b"/ObjStm " * 2_000_000 + b"%%EOF",
        b"%PDF-1.7\n" + b"#2f" * 5_000_000 + b"%%EOF",
        b"PK\x03\x04" + b"PK\x01\x02" * 3_000_000 + b"PK\x05\x06" + b"\xff" * 18,
        b"\xff\xd8\xff" + b"<" * 16_000_000,
    ],
)
def test_no_file_keeps_the_search_busy(data: bytes) -> None:
    begun = time.process_time()
    dangers("a.pdf", data)
    assert time.process_time() - begun < 5
