"""What a file says of itself is shown in words, and never as more than text."""

from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from markupsafe import escape

from admin_ui.shell.render import ENVIRONMENT
from admin_ui.shell.words import LANGUAGES, say

ALL: dict[str, Any] = {
    "reader": "hientruong-metadata/2",
    "exif": {
        "make": "Hãng <b>",
        "model": "Máy 5",
        "software": "Phần mềm 2",
        "orientation": 6,
        "taken_at": "2026-11-24T09:30:00",
        "changed_at": "2026-11-24T10:31:00+07:00",
        "latitude_e7": 210285000,
        "longitude_e7": 1058542000,
        "altitude_mm": 12500,
        "gps_time": "2026-11-24T02:30:01Z",
    },
    "xmp": {
        "creator_tool": "Tool 1",
        "created_at": "2026-11-23",
        "changed_at": "2026-11-24T11:32:00",
        "metadata_changed_at": "2026-11-24T11:33:00Z",
        "digital_source": "trainedAlgorithmicMedia",
        "history_steps": 3,
        "history_tools": ["Tool 1", "Tool 2"],
        "document_id": "xmp.did:1",
        "instance_id": "xmp.iid:2",
        "original_document_id": "xmp.did:0",
    },
    "c2pa": {"present": True, "claim_generator": "Maker/1.0"},
}


def shown(metadata: dict[str, Any], language: str, preview: str = "ready") -> str:
    photo = SimpleNamespace(metadata=metadata, preview=preview)
    template = ENVIRONMENT.get_template("fieldwork/photos/_metadata.html")
    return template.render(photo=photo, lang=language, t=partial(say, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_shown_and_escaped(language: str) -> None:
    html = shown(ALL, language)
    for text in ("Hãng &lt;b&gt; Máy 5", "Phần mềm 2", "21.0285000, 105.8542000", "Maker/1.0"):
        assert text in html
    for text in ("09:30:00", "10:31:00 UTC+07:00", "02:30:01 UTC", "11:32:00", "Tool 1; Tool 2"):
        assert text in html
    for text in ("xmp.did:1", "xmp.iid:2", "xmp.did:0", "hientruong-metadata/2", "2026-11-23"):
        assert text in html
    assert say(language, "metadata.orientation_6") in html
    assert say(language, "metadata.source_trained") in html
    assert say(language, "metadata.history_said", count=3) in html
    assert html.count(say(language, "metadata.clock_unknown")) == 2
    assert say(language, "metadata.c2pa_present") in html
    assert str(escape(say(language, "metadata.trust"))) in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_explained_as_normal(language: str) -> None:
    nothing = {"reader": "hientruong-metadata/2", "exif": {}, "xmp": {}, "c2pa": {"present": False}}
    html = shown(nothing, language)
    for key in ("exif_none", "xmp_none", "c2pa_absent"):
        assert say(language, f"metadata.{key}") in html
    html = shown(nothing | {"exif": {"make": "Máy"}}, language)
    assert say(language, "metadata.place_none") in html
    assert say(language, "metadata.not_read") in shown({}, language)
    assert say(language, "metadata.nothing") in shown(nothing, language, "not_an_image")
    for why in ("too_large", "damaged"):
        html = shown(nothing | {"xmp": {"unreadable": why}}, language)
        assert say(language, f"metadata.xmp_unreadable_{why}") in html


def test_what_the_first_reader_left_is_shown_too() -> None:
    html = shown({"reader": "hientruong-metadata/1", "exif": {"make": "Máy"}}, "vi")
    assert say("vi", "metadata.c2pa_unknown") in html
