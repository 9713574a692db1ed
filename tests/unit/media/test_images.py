"""Previews, and what becomes of files that can have none."""

import asyncio
import importlib.metadata
import io
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pi_heif
import pytest
import pytest_asyncio
from PIL import Image, ImageCms, features

from media import image_child
from media.images import Inspected, Inspector, KeeperAway
from tests.architecture.tree import ROOT
from tests.support import pictures
from tests.support.handed_over import handed_over
from tests.support.sampling import Sample

REAL = Path(__file__).parents[3].parent / "shared" / "photos"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def inspector() -> AsyncIterator[Inspector]:
    one = Inspector()
    yield one
    await one.close()


async def looked_at(inspector: Inspector, folder: Path, data: bytes) -> Inspected:
    path = folder / "file"
    path.write_bytes(data)
    found = await inspector.inspect(path)
    assert path.read_bytes() == data, "an original is never altered"
    return found


def size_of(picture: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(picture)).size


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("orientation", range(1, 9))
async def test_previews_are_upright_in_all_eight_orientations(
    inspector: Inspector, tmp_path: Path, orientation: int
) -> None:
    data = pictures.jpeg(orientation, size=(2400, 1800))
    found = await looked_at(inspector, tmp_path, data)
    assert (found.outcome, found.reason) == ("ready", None)
    assert (found.width, found.height) == (2400, 1800)
    assert size_of(found.thumb) == (320, 240)
    assert size_of(found.view) == (1600, 1200)
    assert pictures.is_upright(found.thumb)
    assert pictures.is_upright(found.view)
    assert found.metadata["exif"]["orientation"] == orientation


@pytest.mark.parametrize(("kind", "mime"), [("PNG", "image/png"), ("WEBP", "image/webp")])
async def test_png_and_webp_have_previews(
    inspector: Inspector, tmp_path: Path, kind: str, mime: str
) -> None:
    data = pictures.encoded(kind, exif=pictures.exif_block(orientation=1))
    found = await looked_at(inspector, tmp_path, data)
    assert (found.outcome, found.detected_type) == ("ready", mime)
    assert pictures.is_upright(found.view)


async def test_a_small_picture_is_not_enlarged(inspector: Inspector, tmp_path: Path) -> None:
    found = await looked_at(inspector, tmp_path, pictures.jpeg(size=(100, 60)))
    assert size_of(found.view) == size_of(found.thumb) == (100, 60)


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "I;16", "CMYK"])
async def test_every_mode_of_pixels_can_be_shown(
    inspector: Inspector, tmp_path: Path, mode: str
) -> None:
    out = io.BytesIO()
    Image.new(mode, (50, 40)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert (await looked_at(inspector, tmp_path, out.getvalue())).outcome == "ready"


async def test_exif_time_and_place_are_read_as_integers(
    inspector: Inspector, tmp_path: Path
) -> None:
    data = pictures.jpeg(taken_at="2026:11:24 09:30:00", position=(21.0285, -105.5))
    found = await looked_at(inspector, tmp_path, data)
    assert found.metadata["exif"]["taken_at"] == "2026-11-24T09:30:00"
    assert found.metadata["exif"]["latitude_e7"] == pytest.approx(210285000, abs=100)
    assert found.metadata["exif"]["longitude_e7"] == -1055000000


async def test_previews_carry_no_metadata(inspector: Inspector, tmp_path: Path) -> None:
    out = io.BytesIO()
    exif = pictures.exif_block(orientation=1, position=(21.0, 105.0))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pictures.upright().save(out, "JPEG", exif=exif, comment=b"secret", icc_profile=profile)
    found = await looked_at(inspector, tmp_path, out.getvalue())
    for preview in (found.thumb, found.view):
        info = Image.open(io.BytesIO(preview)).info
        assert not {"exif", "comment", "icc_profile", "xmp"} & info.keys()


async def test_a_cut_file_is_undecodable_and_its_exif_is_still_read(
    inspector: Inspector, tmp_path: Path
) -> None:
    data = pictures.jpeg(size=(1200, 900), taken_at="2026:11:24 09:30:00")
    found = await looked_at(inspector, tmp_path, data[: len(data) * 2 // 3])
    assert (found.outcome, found.reason) == ("undecodable", "truncated")
    assert found.metadata["exif"]["taken_at"] == "2026-11-24T09:30:00"
    assert (found.width, found.height) == (1200, 900)
    assert found.thumb == found.view == b""


async def test_a_damaged_exif_block_harms_nothing(inspector: Inspector, tmp_path: Path) -> None:
    data = pictures.jpeg(taken_at="2026:11:24 09:30:00", position=(21.0, 105.0))
    start = data.index(b"Exif\0\0") + 14
    for step in (3, 5, 7):
        damaged = bytearray(data)
        for at in range(start, start + 120, step):
            damaged[at] ^= 0xFF
        assert (await looked_at(inspector, tmp_path, bytes(damaged))).outcome == "ready"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 not a picture", "unknown_format"),
        (b"\0" * 999, "unknown_format"),
    ],
)
async def test_what_is_no_picture_is_said_to_be_none(
    inspector: Inspector, tmp_path: Path, data: bytes, reason: str
) -> None:
    found = await looked_at(inspector, tmp_path, data)
    assert (found.outcome, found.reason) == ("not_an_image", reason)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff\xe0" + b"\0" * 500,
        b"\x89PNG\r\n\x1a\n" + b"x" * 500,
        b"RIFF\xff\xff\xff\xffWEBPVP8 " + b"x" * 500,
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"x" * 500,
    ],
)
async def test_a_true_beginning_with_rubbish_behind_is_undecodable(
    inspector: Inspector, tmp_path: Path, data: bytes
) -> None:
    found = await looked_at(inspector, tmp_path, data)
    assert found.outcome == "undecodable"
    assert found.reason in {"damaged", "truncated"}


async def test_a_picture_of_too_many_pixels_is_not_decoded(
    inspector: Inspector, tmp_path: Path
) -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    found = await looked_at(inspector, tmp_path, out.getvalue())
    assert (found.outcome, found.reason) == ("undecodable", "too_many_pixels")
    assert (found.width, found.height) == (12_000, 12_000)


async def test_a_child_that_stalls_is_killed_and_replaced(tmp_path: Path) -> None:
    inspector = Inspector()
    await looked_at(inspector, tmp_path, b"")
    child = inspector._child
    assert child is not None
    inspector._wall_seconds = 0.2
    child.send_signal(signal.SIGSTOP)
    found = await looked_at(inspector, tmp_path, pictures.jpeg())
    assert (found.outcome, found.reason) == ("undecodable", "too_slow")
    assert found.detected_type == "image/jpeg"
    assert child.returncode == -signal.SIGKILL
    inspector._wall_seconds = 20
    assert (await looked_at(inspector, tmp_path, pictures.jpeg())).outcome == "ready"
    await inspector.close()


async def test_a_child_lets_everybody_else_go_first(tmp_path: Path) -> None:
    inspector = Inspector()
    await looked_at(inspector, tmp_path, b"")
    child = inspector._child
    assert child is not None
    assert os.getpriority(os.PRIO_PROCESS, child.pid) >= 10
    await inspector.close()


async def test_an_answer_that_is_none_is_the_decoders_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample: Sample
) -> None:
    """A child that a file has taken over may say anything, also nothing that ends."""
    answers = ("'x'", "'{}'", "'[' * 300_000", '\'{"outcome": "fine"}\'')
    for said in sample.of(answers, one_in=4):
        liar = tmp_path / "liar"
        liar.write_text(f"#!{sys.executable}\nimport sys\nsys.stdin.read(1)\nprint({said})\n")
        liar.chmod(0o700)
        inspector = Inspector()
        with monkeypatch.context() as patched:
            patched.setattr("media.images.sys.executable", str(liar))
            found = await looked_at(inspector, tmp_path, pictures.jpeg())
        assert (found.outcome, found.reason) == ("undecodable", "decoder_crashed")
        assert (await looked_at(inspector, tmp_path, pictures.jpeg())).outcome == "ready"
        await inspector.close()


@pytest.mark.parametrize("taken", [False, True])
async def test_a_child_that_dies_costs_the_file_that_it_has_taken_and_no_other(
    tmp_path: Path, *, taken: bool
) -> None:
    inspector = Inspector()
    await looked_at(inspector, tmp_path, b"")
    child = inspector._child
    assert child is not None
    child.send_signal(signal.SIGSTOP)
    looking = asyncio.create_task(looked_at(inspector, tmp_path, pictures.jpeg()))
    thumb = await handed_over()
    if taken:
        image_child.take(thumb)
    child.kill()
    found = await looking
    died = ("undecodable", "decoder_crashed")
    assert (found.outcome, found.reason) == (died if taken else ("ready", None))
    assert (await looked_at(inspector, tmp_path, pictures.jpeg())).outcome == "ready"
    await inspector.close()


async def test_a_child_that_a_file_has_taken_over_does_not_take_back_that_it_has_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be asked for again and again, and keep others waiting: the real mark, behind the real fence."""
    hostile = tmp_path / "hostile"
    hostile.write_text(f"""#!{sys.executable}
import contextlib, os, socket, sys
sys.path.insert(0, {str(ROOT)!r})
from media import image_child

def over(source, thumb, view):
    for file in (thumb, view):
        with contextlib.suppress(OSError):
            os.ftruncate(file, 0)
    os._exit(0)

image_child.prepare()
image_child.inspect = over
image_child.serve(socket.socket(fileno=0))
""")
    hostile.chmod(0o700)
    inspector = Inspector()
    with monkeypatch.context() as patched:
        patched.setattr("media.images.sys.executable", str(hostile))
        found = await looked_at(inspector, tmp_path, pictures.jpeg())
    assert (found.outcome, found.reason) == ("undecodable", "decoder_crashed")
    assert (await looked_at(inspector, tmp_path, pictures.jpeg())).outcome == "ready"
    await inspector.close()


async def test_where_every_child_dies_at_once_no_file_is_said_to_have_killed_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = tmp_path / "dying"
    dying.write_text(f"#!{sys.executable}\n")
    dying.chmod(0o700)
    inspector = Inspector()
    with monkeypatch.context() as patched:
        patched.setattr("media.images.sys.executable", str(dying))
        with pytest.raises(KeeperAway):
            await looked_at(inspector, tmp_path, pictures.jpeg())
    assert (await looked_at(inspector, tmp_path, pictures.jpeg())).outcome == "ready"
    await inspector.close()


def test_the_decoders_are_those_that_the_documentation_names() -> None:
    documented = (ROOT / "docs" / "fieldwork" / "images.md").read_text()
    heif = pi_heif.libheif_info()
    [by] = re.findall(r"libde265.* ([0-9.]+)$", heif["decoders"]["libde265"])
    named = {
        "Pillow | ": importlib.metadata.version("pillow"),
        "pi-heif | ": importlib.metadata.version("pi-heif"),
        "libheif ": heif["libheif"],
        "libde265 ": by,
        "libjpeg-turbo ": features.version("libjpeg_turbo"),
        "libwebp ": features.version("webp"),
        "Little CMS ": features.version("littlecms2"),
    }
    assert [
        name + str(version)
        for name, version in named.items()
        if f"{name}{version}" not in documented
    ] == []
    assert tuple(map(int, heif["libheif"].split("."))) >= (1, 22)


def test_heic_is_decoded_by_a_library_that_cannot_encode_it() -> None:
    assert not hasattr(pi_heif, "save_heif") or not pi_heif.libheif_info().get("encoders")


REAL_PHOTOS = {
    "iphone_hdr_NO.jpg": ("ready", (3264, 2448)),
    "HMD_Nokia_8.3_5G.jpg": ("ready", (4608, 1976)),
    "DSCN0010.jpg": ("ready", (640, 480)),
    "canon_hdr_NO.jpg": ("ready", (1536, 2048)),
    "IMG_5195.HEIC": ("ready", (2566, 3313)),
    "corrupted.jpg": ("ready", (3648, 2736)),
    "truncated.jpg": ("undecodable", (4608, 1976)),
}


@pytest.mark.skipif(
    not REAL.is_dir(), reason="no ../shared/photos: HEIC and real cameras' files are not tried"
)
@pytest.mark.sampled(one_in=4, each=lambda case: REAL_PHOTOS[case["name"]][0])
@pytest.mark.parametrize("name", REAL_PHOTOS)
async def test_real_cameras_files(inspector: Inspector, name: str) -> None:
    found = await inspector.inspect(REAL / name)
    assert (found.outcome, (found.width, found.height)) == REAL_PHOTOS[name]
    if found.outcome == "ready":
        assert found.metadata["exif"]["make"]
        width, height = size_of(found.view)
        assert max(width, height) == min(1600, max(REAL_PHOTOS[name][1]))
        assert (width > height) == (REAL_PHOTOS[name][1][0] > REAL_PHOTOS[name][1][1])
