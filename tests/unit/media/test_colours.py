"""A preview has no profile, so it must be sRGB whatever the camera's colours were."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image, ImageCms

from media.images import Inspector
from tests.support import icc, pictures

P3 = icc.profile("Display P3", icc.DISPLAY_P3, icc.SRGB_CURVE)
ADOBE = icc.profile("Adobe RGB (1998)", icc.ADOBE_RGB, icc.GAMMA_2_2)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

RED, GREEN = (255, 0, 0), (0, 255, 0)
"""sRGB's own; below, how the other spaces write them."""
WRITTEN = {
    "Display P3": (P3, (234, 51, 35), (117, 251, 76)),
    "Adobe RGB": (ADOBE, (219, 0, 0), (144, 255, 60)),
    "sRGB": (SRGB, RED, GREEN),
    "none": (None, RED, GREEN),
    "damaged": (P3[:200], RED, GREEN),
}


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def inspector() -> AsyncIterator[Inspector]:
    one = Inspector()
    yield one
    await one.close()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("name", WRITTEN)
async def test_colours_are_those_of_srgb(
    inspector: Inspector, tmp_path: Path, name: str, kind: str
) -> None:
    profile, left, right = WRITTEN[name]
    image = Image.new("RGB", (400, 300), left)
    image.paste(right, (200, 0, 400, 300))
    how = {"icc_profile": profile} if profile else {}
    quality = {"JPEG": {"quality": 95}, "WEBP": {"lossless": True}}.get(kind, {})
    path = tmp_path / "picture"
    image.save(path, kind, **how, **quality)
    found = await inspector.inspect(path)
    assert found.outcome == "ready"
    for preview in (found.thumb, found.view):
        shown = Image.open(io.BytesIO(preview)).convert("RGB")
        for across, wanted in ((0.25, RED), (0.75, GREEN)):
            seen = shown.getpixel((round(shown.width * across), shown.height // 2))
            assert isinstance(seen, tuple)
            assert all(abs(a - b) < 8 for a, b in zip(seen, wanted, strict=True)), (name, seen)


async def test_what_turns_a_picture_leaves_its_colours_right(
    inspector: Inspector, tmp_path: Path
) -> None:
    image = Image.new("RGB", (400, 300), WRITTEN["Display P3"][1])
    path = tmp_path / "picture"
    path.write_bytes(
        pictures.as_jpeg(image, exif=pictures.exif_block(orientation=6), icc_profile=P3)
    )
    found = await inspector.inspect(path)
    shown = Image.open(io.BytesIO(found.view)).convert("RGB")
    assert shown.size == (300, 400)
    seen = shown.getpixel((150, 200))
    assert isinstance(seen, tuple)
    assert all(abs(a - b) < 8 for a, b in zip(seen, RED, strict=True)), seen
