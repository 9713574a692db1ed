"""The font of the papers, fetched once as `./hientruong` does."""

import pytest

from deploy import surroundings, web_assets


@pytest.fixture(scope="session", autouse=True)
def font() -> None:
    web_assets.ensure(surroundings.ROOT, web_assets.FONTS, lambda _text: None)
