"""A card or a panel says what a limit is for, and not the number by which the law book has it."""

import pytest

from admin_ui.shell.clock_words import clock_name
from backend.core import clock
from backend.law.deadlines import service as deadlines
from backend.law.deadlines.installed import rules_of
from backend.law.deadlines.others import NAMES
from backend.law.plan_limits import service as plan_limits


def _rules() -> list[str]:
    of_cases = rules_of(deadlines.rule_set_at(clock.today()))
    return [
        *NAMES,
        *(one.id for one in plan_limits.rules().limits),
        *sorted({one.id for one in of_cases}),
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_limit_has_a_name_in_words(language: str) -> None:
    for rule in _rules():
        assert clock_name(rule, language) != rule


def test_the_written_report_is_called_so_and_its_article_stands_apart() -> None:
    assert clock_name("C27-9.1", "vi") == "Báo cáo người đứng đầu bằng văn bản"
    _, article = deadlines.words_of("", "C27-9.1")
    assert article.vi.startswith("khoản 1 Điều 9 Thông tư 27/2020/TT-BCT")
