"""Versions of a form that a newer one followed: they stay, and papers that were begun on them too."""

import hashlib
import json
from typing import Any

import msgspec
import pytest

from backend.documents import forms
from backend.documents.layout.page import document
from tests.unit.documents.papers import specimens
from tests.unit.documents.test_examples import example

AS_PUBLISHED = {
    "BB-KKT.1": "38767652fa7dee9d81c1e3f7a7945d428d1c19a51e4878daa0650a359686f781",
    "BB-KKT.2": "f138b0e4666c2ab383608b5500a0c06e219958ce19720514296da089231d4095",
    "BB-KKT.3": "448b4808fcd00cc2d6a341f735d91d99007435fcd67f69a0cedb8432303334ce",
    "BB-KT.1": "5464820aceb765e0fd0aea8ea178062c410b40edf05820ba633148e5d9cfa82c",
    "BB-KT.2": "ad047c5f54158e3dbe2ff0737a3d7ad34ff0a8f1987b067d913c571ab0fb7252",
    "BB-KT.3": "5414ae7fc272d25b778516bc191d1ecd23940ca7569383c7372114cb8afd2fc9",
    "BC-KH.1": "7ddd1689338344637e4b4ac4ca589b8c35053d91254c893c2da710eec28c8c63",
    "BC.1": "640f8f4646900b33aa2e332ae64f0a43e93afb0a2550f355caa2196003cc9382",
    "BK.1": "fb3b5318b8d656e7a7a380a54b4ad6a7d51bb3e2a6d90549eb4687b10bb7c7be",
    "KH.1": "8cc72de3102193f03a70d48318d51231b3d1c9bc6a50c0b8ff23786fa6f0ba22",
    "MBB01.1": "87d608ee6cada78a46bf6a5d27a7f32a171164ddb5321f2d14eff007bf15df9c",
    "MBB01.2": "92078d0294df5cfdc5778e9589227bb553ad842dc1865896826108d9a999b248",
    "MBB01.3": "72ad30311196c3844fa373e53526d3b8c246b0da747c36a744bfb99c894d3a15",
    "MBB02.1": "0c4139e88b1252d4d3fe46d7e2e677940bdd50ffcab1bd6ab4588f8be851caf1",
    "MBB03.1": "b2b3f361c45aa47d6a02b93fa62cc8afe585a11a0a98404e59a3ccd5d4ec1035",
    "MBB05.1": "b8363096c5e425446ab084646a02615cf0caa9b2584c0aff67b583652f8430af",
    "MBB06.1": "c229343e3dfe08dc955512333719a182ee057c45a09dd782918209f82f2690a1",
    "MBB15.1": "162a4e3ef0950f20ad4859a696dd8fa3303f53d5f3d16bebfa84050220e486c1",
    "MBB15.2": "dc76de1050f811a9f648f9f30c3518e7a7eb8d738e28c67601980fb9d0c077b5",
    "MBB20.1": "1b12b6c44e94cb00312f96755954cfe00902d8f072a12ad94174205b1fce3afe",
    "MBB21.1": "4d1cf8f65fc5e2d84b61bb33199b395a9c2bdc88876f07f1f1293ddbe8a6df02",
    "MBB26.1": "3ccbd64ace143d4d6e7124dd9a13e8059a4f255a537b6fa0b6b6c8956a9e5661",
    "MBB26.2": "7e640f2a3da031b190585159765c0ea6b2855c5c4def811ffb0e7bf286eb4cda",
    "MBB27.1": "9f26224666b23a88b1713937ca57d3e6ff63d66dd7f38424b6d3e326f3690b50",
    "MBB28.1": "aae9922f57fdf712929904877e58a8888ae3897ab1df635d71ca92b39ad7265b",
    "MQĐ01.1": "d117e381c6735cfe51032a8facdf116d6b89f0139c2bf7d253f6d4dd99663249",
    "MQĐ01.2": "c2292655f9d0b422ef9c78f9b4ae1a1de06132eb22b907a42ec07e3e7a098e8d",
    "MQĐ02.1": "f6810f8689a0fe561f4fffbd3143da225bc4e41e5aad531389c4fc833dfa3ea7",
    "MQĐ02.2": "0032d89c1e81a2c0f70c0f239903cc2cfaa913bd5bfdb167e94f4e5639bb13b9",
    "MQĐ03.1": "6a0909460bf2b16a1daf737cad45a82f3b17a0ad94811319044242e8e8604819",
    "MQĐ04.1": "4b1e22e2199acca78ac3cb017357b4c27c1ae227adf60ef996dcaeac2b128ff9",
    "MQĐ05.1": "4ae0dcd59b10ca7f09f094c894606c7b31e163a5f7b315042e40ce7b9059b988",
    "MQĐ14.1": "bfe8043763a254364330977ee45b36d266f4a82b979c365fb479a84d31ecf7e5",
    "MQĐ15.1": "2812761f2b9da6deb2b3d6f4113249aefc210c5a0da2823d9df4744d5e2d75f8",
    "MQĐ15.2": "0bff651c3954f3c320fd53ea476f6a8978c332e6b0be3f07dcb297f761f4a428",
    "MQĐ16.1": "0356b3192772eff8b914e29a0fee74914d4eb514aeeeb2cdf92609f8f0c74116",
    "MQĐ17.1": "b4982b09b2a30e7f14ed6a6288cdbe77079a695a15432a2db9444eb9e7f6f1fc",
    "MQĐ20.1": "0dc782119eec90104713514850d3bd156c9c297ad70ade6c8f33752c95c663a5",
    "MQĐ20.2": "083d92ad389eac811ae18efc924b6d00ab59142767e91c67ade4c15ffdb87b2c",
    "MQĐ21.1": "bf025d9c8517d0e67503a16af391447ea711ae070387d880366a9b3695961921",
    "MQĐ24.1": "521242edb07a5069561f029b9ef7998f42e6fd7d27062cd3ae269b8923e8f3ba",
    "MQĐ31.1": "7044895f2e27177b57e503f367f2b00f9a45cc32c356ff7529a9fddcc7e6631d",
    "MQĐ32.1": "bd77d21d1217864392183f54958e1154578290a6d3b54e27a6ac8c01eb3f6a74",
    "MQĐ33.1": "40634f683672218efe0153efa409fda468452a01b6ba449a4a38d498a7d8f7fa",
    "MQĐ34.1": "908eda50f296d2952906ca4d9afde01f27855761410807a42d254554aae8aca1",
    "MQĐ35.1": "07fddad99755d88da5cba64e49abae7091cc0123a3b202915fafe8e27af17e13",
    "MQĐ36.1": "d7d71028dcd84ed05a78b4bb1706d7aa234f96fe88c8a8a237e7506457f249d0",
    "MQĐ37.1": "d331e18ba188359615bfde83fca57b6a1492a33174aa24e152bc57508a300ff6",
    "MQĐ38.1": "16766ca83e88847c714c371f2ef0d0dab0189140147efe507be3f4e036c0c000",
    "MQĐ38.2": "ce6e07601317034ed76f1aaba5fae3fcc41e7eafb92c4e0962d615cedcb79d85",
    "MQĐ39.1": "0676aedc178ee8950b70912a978edb2a8d669b2ea649309c6cc1b6656b9c0b7f",
    "MQĐ40.1": "1b75634230a8b4fe633de88ba27865894754aef363df720132315ee6af112fc7",
    "MQĐ40.2": "78fab38a238ddca85ce7cbfdb85959130e79a0578ccddc5fb98356d4deafa079",
    "PA.1": "2d2941fa81cdb4f4dcc79103440e75586cf7b68f487ccb68507ada4126443cd7",
    "PA.2": "f9fcff8f439844e2fc6eac4291937d7ca6da42eb58fc1b6095767b7ea486de0d",
    "PL.1": "925ea1e94fb0a463115bcd288e4298283f7d5751079bb03b3a292d7ab01d6683",
    "QĐ-GQ.1": "1e0dc6f92971128bddb3a482a0be76a00b620535c0ea5ff1f927333ca7afbc5e",
    "QĐ-KDGH.1": "de4f2aa774d5a6a8946bd854448af7637cf2c7ac5d9c708412fc43e51dece108",
    "QĐ-KDGH.2": "67777a2ecf00fae9ff4bfe7e5b284658569b601c93753c483b955dc32c540434",
    "QĐ-KT.1": "538b59f557542fc9addf878da0f9fc4af61960013fe676be87ab9514c593b9bc",
    "QĐ-KT.2": "f5d18150cd50411a8ed4e466e5c249ac5df7568b3a43743d7cc74cfc7a6efa78",
    "QĐ-NV.1": "b7b08a1a40d05a631761b5991179d247cb5f3e9ecb68430cedf4cdc38c1f2083",
    "QĐ-SĐBSKT.1": "084d1593ef8a246d5c9229ad5d3f26a510abdfa472917385e199a1add103f7dd",
    "QĐ-SĐBSKT.2": "e480aec55bc57588831de2494735f4993ca7381ca1aa7a58261b794eb0806d2e",
    "ĐX.1": "b3800256dc018e7acf3586e925098b70c346d1e2f4944cf44fb42655c29329bb",
}
"""SHA-256 of each version as phones hold it, for ever. A form that gets a newer version gets a line here."""

MINUTES = ("BB-KT", "BB-KKT")
OLD, NEW = "Bên được kiểm tra", "Tổ chức, cá nhân được kiểm tra"
_WORDS = {"$id", "x-version", "x-label", "x-hint", "label", "text"}


def test_a_version_stays_as_it_was_when_papers_were_written_on_it() -> None:
    found = {
        f"{form}.{version}": hashlib.sha256(
            msgspec.json.encode(forms.sent(form, version))
        ).hexdigest()
        for form, version in forms.known()
        if version < forms.newest(form)
    }
    assert found == AS_PUBLISHED


def _without_words(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _without_words(inner) for key, inner in node.items() if key not in _WORDS}
    return [_without_words(inner) for inner in node] if isinstance(node, list) else node


@pytest.mark.parametrize("form", MINUTES)
def test_what_was_typed_into_the_first_version_of_minutes_is_right_in_the_second(form: str) -> None:
    first, second = forms.load(form, 1), forms.load(form, 2)
    assert first != second
    assert _without_words(first) == _without_words(second)
    assert example(form, 1) == example(form, 2)


def _laid_out(form: str, version: int) -> str:
    hand = specimens.signature("leader", "Nguyễn Văn An")
    fields = example(form, version)
    paper = specimens.paper(form, version=version, fields=fields, signatures=[hand])
    return json.dumps(document(paper), ensure_ascii=False)


def test_minutes_of_non_execution_are_printed_in_the_words_of_their_version() -> None:
    old, new = _laid_out("BB-KKT", 1), _laid_out("BB-KKT", 2)
    assert old.count(OLD) == 1
    assert OLD not in new
    assert old.replace(OLD, NEW) == new


def test_inspection_minutes_are_printed_as_before_since_their_paper_never_said_the_old_words() -> (
    None
):
    assert OLD not in _laid_out("BB-KT", 1)
    assert _laid_out("BB-KT", 1) == _laid_out("BB-KT", 2)
