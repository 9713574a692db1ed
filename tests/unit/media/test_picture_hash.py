"""The same picture is known again after what apps do to it, and nothing is made of pictures of
nothing."""

import io
from collections.abc import AsyncIterator
from itertools import combinations
from pathlib import Path

import imagehash
import pytest
import pytest_asyncio
from PIL import Image, ImageOps

from media import picture_hash
from media.images import Inspector
from tests.support import pictures

REAL = Path(__file__).parents[3].parent / "shared" / "photos"
WHOLE_REAL = (
    "iphone_hdr_NO.jpg",
    "HMD_Nokia_8.3_5G.jpg",
    "DSCN0010.jpg",
    "canon_hdr_NO.jpg",
    "IMG_5195.HEIC",
    "corrupted.jpg",
)
SENT_ON = ((0.75, 70), (0.4, 60), (0.2, 50))
"""Messengers' ways: so much smaller, at that quality."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def inspector() -> AsyncIterator[Inspector]:
    one = Inspector()
    yield one
    await one.close()


def apart(one: int | None, other: int | None) -> int:
    """In how many bits two hashes differ."""
    assert one is not None
    assert other is not None
    return ((one ^ other) & (2**64 - 1)).bit_count()


async def hash_of(inspector: Inspector, folder: Path, data: bytes) -> int | None:
    path = folder / "picture"
    path.write_bytes(data)
    found = await inspector.inspect(path)
    assert found.outcome == "ready"
    return found.phash


def smaller(image: Image.Image, scale: float) -> Image.Image:
    size = (round(image.width * scale), round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS)


@pytest.mark.sampled(one_in=6)
@pytest.mark.parametrize("seed", range(6))
async def test_a_picture_made_smaller_and_compressed_again_is_known(
    inspector: Inspector, tmp_path: Path, seed: int
) -> None:
    scene = pictures.scene(seed)
    before = await hash_of(inspector, tmp_path, pictures.as_jpeg(scene))
    assert before is not None
    assert -(2**63) <= before < 2**63
    for scale, quality in SENT_ON:
        data = pictures.as_jpeg(smaller(scene, scale), quality)
        assert apart(before, await hash_of(inspector, tmp_path, data)) <= 2
    other_format = io.BytesIO()
    scene.save(other_format, "WEBP", quality=60)
    assert apart(before, await hash_of(inspector, tmp_path, other_format.getvalue())) <= 2


async def test_the_upright_picture_is_hashed_whichever_way_it_was_stored(
    inspector: Inspector, tmp_path: Path
) -> None:
    scene = pictures.scene(7)
    upright = await hash_of(inspector, tmp_path, pictures.as_jpeg(scene))
    turned = scene.transpose(Image.Transpose.ROTATE_90)
    data = pictures.as_jpeg(turned, exif=pictures.exif_block(orientation=6))
    assert apart(upright, await hash_of(inspector, tmp_path, data)) <= 2
    lying = await hash_of(inspector, tmp_path, pictures.as_jpeg(turned))
    assert apart(upright, lying) > 10


def test_different_pictures_differ_in_many_bits() -> None:
    hashes = [picture_hash.of(pictures.scene(seed, (320, 240))) for seed in range(20)]
    assert min(apart(*pair) for pair in combinations(hashes, 2)) > 10


def test_it_is_imagehashs_phash_read_as_a_signed_number() -> None:
    for seed in range(8):
        scene = pictures.scene(seed, (320, 240))
        ours = picture_hash.of(scene)
        assert ours is not None
        assert f"{ours & (2**64 - 1):016x}" == str(imagehash.phash(scene))
        assert ours.to_bytes(8, "big", signed=True).hex() == str(imagehash.phash(scene))


@pytest.mark.parametrize("grey", [0, 12, 128, 255])
def test_a_picture_of_nothing_has_no_hash(grey: int) -> None:
    flat = Image.new("L", (320, 240), grey)
    assert picture_hash.of(flat) is None
    noise = Image.effect_noise((320, 240), 3).point(lambda level: level - 128 + grey)
    assert picture_hash.of(noise) is None
    assert picture_hash.of(Image.linear_gradient("L")) is not None


async def test_covered_lenses_do_not_resemble_each_other(
    inspector: Inspector, tmp_path: Path
) -> None:
    black = pictures.as_jpeg(Image.new("RGB", (1600, 1200), (3, 2, 4)))
    assert await hash_of(inspector, tmp_path, black) is None


@pytest.mark.skipif(
    not REAL.is_dir(), reason="no ../shared/photos: real cameras' pictures are not compared"
)
@pytest.mark.sampled(one_in=6)
@pytest.mark.parametrize("name", WHOLE_REAL)
async def test_a_real_photograph_sent_on_is_known(
    inspector: Inspector, tmp_path: Path, name: str
) -> None:
    data = (REAL / name).read_bytes()
    before = await hash_of(inspector, tmp_path, data)
    if name.endswith("HEIC"):  # a converter's JPEG of it: our own view
        whole = Image.open(io.BytesIO((await inspector.inspect(REAL / name)).view))
    else:
        whole = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    for scale, quality in SENT_ON:
        again = pictures.as_jpeg(smaller(whole, scale).convert("RGB"), quality)
        assert apart(before, await hash_of(inspector, tmp_path, again)) <= 2
