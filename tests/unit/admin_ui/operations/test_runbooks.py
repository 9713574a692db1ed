"""Each runbook is read whole: no sign of how it was written is left, and no word of it is lost."""

import re
from pathlib import Path

import pytest

from admin_ui.operations.health import reading

RUNBOOKS = sorted(Path("docs/runbooks").glob("*.md"))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"\]\([^)]*\)", "]", text))


@pytest.mark.parametrize("path", RUNBOOKS, ids=lambda path: path.stem)
def test_no_word_of_a_runbook_is_lost(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = reading.blocks(text)
    read = " ".join(
        "".join(words for _, words in cell) for one in found for row in one.rows for cell in row
    )
    body = re.sub(r"^```\w*$|^ *\d+\. ", "", text.partition("\n")[2], flags=re.MULTILINE)
    assert words_of(read) == words_of(body)
    prose = [
        words
        for one in found
        if one.kind != "code"
        for row in one.rows
        for cell in row
        for kind, words in cell
        if kind != "code"
    ]
    assert not [said for said in prose if "**" in said or "](" in said]
    assert {one.kind for one in found} >= {"heading"}


def test_lists_tables_and_code_are_told_apart() -> None:
    found = reading.blocks(
        "# T\n\n## Do\n\n1. First `x`\n   goes on.\n2. **Never**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```sh\nls\n```\n"
    )
    assert [one.kind for one in found] == ["heading", "ordered", "table", "code"]
    assert found[1].rows[0][0] == [("", "First "), ("code", "x"), ("", " "), ("", "goes on.")]
    assert found[1].rows[1][0] == [("strong", "Never")]
    assert len(found[2].rows) == 2
