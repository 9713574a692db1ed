"""The files that broke Pillow and libheif before, files made to be heavy, and 3,000 damaged ones."""

import io
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image

from media.images import Inspector
from tests.support import hostile, pictures
from tests.support.decoding import assert_survived, watched
from tests.support.source_packages import unpacked

pytestmark = pytest.mark.long

MUTANTS, SEED = 3000, 20261124


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def inspector() -> AsyncIterator[Inspector]:
    one = Inspector()
    yield one
    await one.close()


async def looked_through(inspector: Inspector, files: Iterable[tuple[str, Path]]) -> Counter[str]:
    """Look at each file, holding each to the limits; tell what was said how often."""
    said: Counter[str] = Counter()
    slowest, largest = (0.0, ""), (0, "")
    for name, path in files:
        found, cost = await watched(inspector, path)
        assert_survived(found, cost)
        said[found.reason or found.outcome] += 1
        slowest, largest = max(slowest, (cost.cpu, name)), max(largest, (cost.rss, name))
    print(f"\n{sum(said.values())} files: {dict(said)}")
    print(f"slowest {slowest[0]:.2f} s of {slowest[1]}, {largest[0] / 1e6:.0f} MB of {largest[1]}")
    return said


def all_in(folder: Path) -> list[tuple[str, Path]]:
    return [(path.name, path) for path in sorted(folder.rglob("*")) if path.is_file()]


@pytest.mark.parametrize("file", hostile.heavy(), ids=lambda file: file.name)
async def test_a_heavy_file_is_survived(
    inspector: Inspector, tmp_path: Path, file: hostile.Hostile
) -> None:
    path = tmp_path / "file"
    path.write_bytes(file.make())
    said = await looked_through(inspector, [(file.name, path)])
    assert said.keys() <= file.said
    path.write_bytes(pictures.jpeg())
    assert (await inspector.inspect(path)).outcome == "ready"


async def test_a_file_that_takes_too_much_time_is_called_too_slow(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(hostile.progressive((6000, 6000), 1500))
    inspector = Inspector()
    found, cost = await watched(inspector, path)
    assert_survived(found, cost)
    assert (found.reason, found.detected_type) == ("too_slow", "image/jpeg")
    path.write_bytes(pictures.jpeg())
    assert (await inspector.inspect(path)).outcome == "ready"
    await inspector.close()


async def test_what_broke_pillow_before_is_survived(inspector: Inspector) -> None:
    files = all_in(unpacked("pillow") / "Tests" / "images")
    assert len(files) > 1000
    assert any(name.startswith("crash-") for name, _ in files)
    said = await looked_through(inspector, files)
    assert said["ready"] > 400
    assert not {"decoder_crashed", "too_slow", "out_of_memory"} & said.keys()


async def test_what_broke_libheif_before_is_survived(inspector: Inspector) -> None:
    files = all_in(unpacked("pi-heif") / "tests" / "images")
    said = await looked_through(inspector, files)
    assert said["ready"] > 30
    assert "decoder_crashed" not in said


def small_ones() -> list[bytes]:
    """Valid files of all four kinds, with metadata, in the ways that cameras write them."""
    scene = pictures.scene(3, (320, 240))
    exif = pictures.exif_block(
        orientation=6, position=(21.0, 105.8), taken_at="2026:11:24 09:30:00"
    )
    made = []
    for kind, how in (
        ("JPEG", {"quality": 80, "exif": exif, "xmp": b"<x/>", "comment": b"x"}),
        ("JPEG", {"quality": 60, "progressive": True, "subsampling": 0}),
        ("PNG", {"exif": exif}),
        ("WEBP", {"quality": 60, "exif": exif}),
        ("WEBP", {"lossless": True}),
    ):
        out = io.BytesIO()
        scene.save(out, kind, **how)
        made.append(out.getvalue())
    out = io.BytesIO()
    scene.quantize(60).save(out, "PNG", interlace=True, transparency=3)
    made.append(out.getvalue())
    heif = unpacked("pi-heif") / "tests" / "images" / "heif"
    made += [(heif / name).read_bytes() for name in ("RGB_8__29x100.heif", "L_xmp.heif")]
    assert all(Image.open(io.BytesIO(data)).format in ("JPEG", "PNG", "WEBP") for data in made[:6])
    return made


async def test_three_thousand_mutants_are_survived(inspector: Inspector, tmp_path: Path) -> None:
    path = tmp_path / "file"

    def one_after_another() -> Iterable[tuple[str, Path]]:
        for number, data in enumerate(hostile.mutants(small_ones(), MUTANTS, SEED)):
            path.write_bytes(data)
            yield f"mutant {number}", path

    said = await looked_through(inspector, one_after_another())
    assert sum(said.values()) == MUTANTS
    assert said["ready"] > MUTANTS // 10
    assert said["damaged"] + said["truncated"] > MUTANTS // 10
