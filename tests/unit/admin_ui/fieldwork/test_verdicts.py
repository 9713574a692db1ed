"""What was checked is told in words for every answer there is, and never added up."""

from admin_ui.fieldwork.photos.verdicts import ANSWERS, lines
from admin_ui.shell.words import CATALOGUES
from schemas.fieldwork.custody import CustodyKind
from schemas.fieldwork.findings import FindingKind, FindingWeight

GOOD = {
    "signature": "ok",
    "device": "ok",
    "sequence": "ok",
    "chain": "ok",
    "time": "ok",
    "place": "ok",
    "bytes": "verified",
}


def test_every_answer_has_a_word_and_a_meaning_in_both_languages() -> None:
    for words in CATALOGUES.values():
        for question, answers in ANSWERS.items():
            assert f"verdict.{question}" in words
            for answer in answers:
                assert f"verdict.{question}_{answer}" in words
                assert f"verdict.{question}_{answer}_said" in words


def test_every_finding_weight_and_step_of_custody_has_its_word() -> None:
    for words in CATALOGUES.values():
        assert {f"finding.kind_{kind}" for kind in FindingKind} <= words.keys()
        for weight in FindingWeight:
            assert {f"finding.weight_{weight}", f"finding.weight_{weight}_said"} <= words.keys()
        assert {f"custody.kind_{kind}" for kind in CustodyKind} <= words.keys()


def test_questions_come_in_the_order_in_which_an_auditor_asks() -> None:
    shuffled = dict(sorted(GOOD.items(), key=lambda item: item[1] + item[0]))
    assert [line.question for line in lines(shuffled)] == list(ANSWERS)
    assert {line.tone for line in lines(GOOD)} == {"good"}


def test_a_position_that_was_stated_or_is_absent_is_neither_good_nor_bad() -> None:
    for answer in ("stated", "absent"):
        [line] = lines({"place": answer})
        assert line.tone == ""


def test_what_a_newer_server_answers_is_left_out_and_breaks_nothing() -> None:
    assert lines({"signature": "quantum", "weather": "fine"}) == []
