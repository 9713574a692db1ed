"""A device's page names every act that may stand in its history."""

import pytest

from admin_ui.force.devices.words import WORDS
from backend.force.acts.declaring import Handler
from backend.force.acts.index import of_handler


@pytest.mark.parametrize("act", sorted(of_handler(Handler.DEVICE)))
def test_every_act_about_a_device_has_words(act: str) -> None:
    assert f"devices.did_{act.partition('.')[2]}" in WORDS
