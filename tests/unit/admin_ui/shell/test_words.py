"""The catalogues.

Both languages say the same things, and no page speaks a word that nobody wrote.
"""

import re
from collections.abc import Iterable
from string import Formatter

from admin_ui.shell.files import DESK, files
from admin_ui.shell.render import ENVIRONMENT
from admin_ui.shell.words import CATALOGUES, say
from backend.fieldwork.derived.states import TYPES
from backend.ledger.rules.ledger import log_verdicts
from schemas.core.vocabulary import Role, SubjectKind
from schemas.fieldwork.words import (
    InspectionState,
    PhotoWay,
    PlaceSource,
    QuarantineCode,
    SignerRole,
)

USED = re.compile(r"""\bt\(\s*["']([a-z0-9_.]+)["']\s*([~,)])""")
SAID = re.compile(r"""["']([a-z]+\.[a-z0-9_.]*[a-z0-9_])["']""")


def places(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_both_languages_have_the_same_keys() -> None:
    assert CATALOGUES["vi"].keys() == CATALOGUES["en"].keys()


def test_both_languages_take_the_same_values() -> None:
    for key, sentence in CATALOGUES["vi"].items():
        assert places(sentence) == places(CATALOGUES["en"][key]), key


def test_english_counts_one_thing_and_several_things() -> None:
    said = [say("en", "alike.total", count=count) for count in ("1", "2", "more than 10,000")]
    assert said == ["1 pair", "2 pairs", "more than 10,000 pairs"]
    assert say("vi", "alike.total", count="1") == "1 cặp"


def test_no_list_counts_several_of_what_may_be_one() -> None:
    several = [key for key in CATALOGUES["en"] if key.endswith(".total")]
    counted = [key for key in several if "{count}" in CATALOGUES["en"][key]]
    assert "people.total" in counted
    assert [key for key in counted if "{count:" not in CATALOGUES["en"][key]] == []


def test_no_sentence_is_empty_or_untrimmed() -> None:
    for language, words in CATALOGUES.items():
        for key, sentence in words.items():
            assert sentence == sentence.strip() != "", (language, key)


def test_every_page_compiles() -> None:
    for path in files(".html"):
        ENVIRONMENT.get_template(path.relative_to(DESK).as_posix())


def test_no_page_uses_a_word_that_nobody_wrote() -> None:
    for path in files(".html"):
        for key, after in USED.findall(path.read_text(encoding="utf-8")):
            if after == "~":
                assert any(known.startswith(key) for known in CATALOGUES["vi"]), (path.name, key)
            else:
                assert key in CATALOGUES["vi"], (path.name, key)


def test_every_value_of_the_trade_has_its_word() -> None:
    values: dict[str, Iterable[str]] = {
        "role": Role,
        "state": InspectionState,
        "act": TYPES,
        "source": PlaceSource,
        "way": PhotoWay,
        "signer": SignerRole,
        "subject": SubjectKind,
        "held": QuarantineCode,
        "ruling": ("returned", "approved", "refused"),
    }
    for kind, members in values.items():
        for member in members:
            assert f"domain.{kind}_{member}" in CATALOGUES["vi"], (kind, member)
    for state in InspectionState:
        assert f"inspection.next_{state}" in CATALOGUES["vi"], state


def test_every_verdict_on_a_device_s_log_has_its_word() -> None:
    asked = [(1, None, 0, None), (9, None, 1, b"x"), (1, None, 5, b"x"), (2, "ab", 1, b"x")]
    for seq, prev, last_seq, last_hash in asked:
        found = log_verdicts(seq=seq, prev=prev, last_seq=last_seq, last_hash=last_hash)
        for question, answer in found.items():
            if answer != "ok":
                assert f"domain.verdict_{question}_{answer}" in CATALOGUES["vi"]


def test_no_template_has_inline_script_style_or_handlers() -> None:
    for path in files(".html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:|hx-", text), path.name
        for script in re.findall(r"<script[^>]*>", text):
            assert "src=" in script, path.name


def test_every_word_is_used_somewhere() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in files(".html", ".py", ".js")
        if not path.name.endswith(("_vi.py", "_en.py"))
    )
    stems = {key for key, after in USED.findall(sources) if after == "~"}
    stems |= set(re.findall(r"""["']([a-z]+\.[a-z_]*_)["']""", sources))
    stems |= set(re.findall(r"""f["']([a-z_]+\.[a-z_]*\.?)\{""", sources))
    named = set(SAID.findall(sources)) | {key for key, _ in USED.findall(sources)}
    for key in CATALOGUES["vi"]:
        assert key in named or any(key.startswith(stem) for stem in stems), key
